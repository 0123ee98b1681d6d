"""The `leap` command: reads the configuration that the extension reads, then becomes Node."""

import json
import os
import sys
from signal import SIG_DFL, SIGINT, signal

signal(SIGINT, SIG_DFL)  # Ctrl-C ends it without a traceback, also while the rest is read
from jupyter_core.application import JupyterApp  # noqa: E402

from . import config, node  # noqa: E402


def main() -> None:
    """Run `leap` with the arguments of this process; does not return."""
    app = JupyterApp(raise_config_file_errors=True)
    try:
        for name in ("jupyter_server_config", "jupyter_lab_config", "jupyter_jupyterlab_leap_config"):
            app.config_file_name = name
            app.load_config_file(suppress_errors=False)
        settings = config.read_settings(app.config)
        program = node.find_node(settings["node_path"])
    except Exception as error:  # a configuration file may raise anything
        sys.exit(f"leap: {error}")
    env = {**node.environment(), "LEAP_CONFIG": json.dumps(settings)}
    os.execve(program, [program, *node.FLAGS, str(node.SERVICE / "leap.cjs"), *sys.argv[1:]], env)

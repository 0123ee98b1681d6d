"""Run cells in a real kernel, as a notebook does.

Standard input is a list of notebooks: `[{"cells": ["import xarray as xr", "1 + 1"]}]`. Each begins with
empty variables. Standard output has the same form, with each cell's last value as text, and its error.
"""

import json
import sys
from typing import Any

from jupyter_client.manager import start_new_kernel

CELL_SECONDS = 120


def run(client: Any, code: str) -> dict[str, str]:
    """What one cell came to: its last value as text, and its error."""
    shown = {"text": "", "error": ""}

    def show(message: dict[str, Any]) -> None:
        content = message["content"]
        if message["msg_type"] in ("execute_result", "display_data"):
            shown["text"] += content["data"].get("text/plain", "")
        if message["msg_type"] == "error":
            shown["error"] = f"{content['ename']}: {content['evalue']}"

    client.execute_interactive(code, output_hook=show, timeout=CELL_SECONDS)
    return shown


def main() -> None:
    """Start one kernel, run every notebook in it, end it."""
    notebooks = json.load(sys.stdin)
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        answers = []
        for notebook in notebooks:
            run(client, "%reset -f")
            answers.append([run(client, cell) for cell in notebook["cells"]])
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()

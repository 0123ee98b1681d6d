"""A JupyterHub for tests: below a base address, named servers, anybody may sign in, bob may visit ann."""

import json
import os
import sys
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821

root = Path(os.environ["LEAP_HUB_ROOT"])
checkout = Path(__file__).parents[3]
google = json.loads(os.environ["LEAP_HUB_GOOGLE"])
hub_port, proxy_port, api_port = (int(port) for port in os.environ["LEAP_HUB_PORTS"].split())

c.JupyterHub.bind_url = f"http://127.0.0.1:{proxy_port}/base/"
c.JupyterHub.hub_port = hub_port
c.JupyterHub.db_url = f"sqlite:///{root / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(root / "cookie_secret")
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "test"
c.Authenticator.allow_all = True
c.JupyterHub.allow_named_servers = True
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.cleanup_servers = True
c.SimpleLocalProcessSpawner.home_dir_template = str(root / "home" / "{username}")
c.JupyterHub.load_roles = [
    {"name": "visitor", "users": ["bob"], "scopes": ["access:servers!user=ann"]},
]
proxy = checkout / ".venvs" / "hub" / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"
c.ConfigurableHTTPProxy.command = [str(proxy)]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{api_port}"
c.ConfigurableHTTPProxy.pid_file = str(root / "proxy.pid")

c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"]
c.Spawner.default_url = "/lab"
c.Spawner.http_timeout = 60
c.Spawner.server_token_scopes = ["self"]  # as on the hub this was made for
c.Spawner.environment = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": os.pathsep.join(
        map(str, [checkout, *(checkout / ".venv" / "lib").glob("*/site-packages")])
    ),
    "JUPYTER_PATH": str(checkout / ".venv" / "share" / "jupyter"),
    "JUPYTER_CONFIG_PATH": os.pathsep.join([str(root), str(checkout / ".venv" / "etc" / "jupyter")]),
    "JUPYTERLAB_DIR": str(checkout / ".venv" / "share" / "jupyter" / "lab"),
    "JUPYTER_IMAGE_SPEC": "pangeo/pangeo-notebook:2026.06.04",
    "GCE_METADATA_HOST": google["host"],
    "TMPDIR": os.environ["LEAP_HUB_TMP"],
    "MEM_LIMIT": "8589934592",
}

"""A JupyterHub for tests: below a base address, named servers, a Dask Gateway; bob may visit ann."""

import json
import os
import sys
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821

root = Path(os.environ["LEAP_HUB_ROOT"])
checkout = Path(__file__).parents[3]
google = json.loads(os.environ["LEAP_HUB_GOOGLE"])
proxy_port, hub_port, api_port, dask_port, dask_private_port = map(int, os.environ["LEAP_HUB_PORTS"].split())

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
dask_config = Path(__file__).with_name("dask_gateway_config.py")
c.JupyterHub.services = [
    {
        "name": "dask-gateway",
        "url": f"http://127.0.0.1:{dask_port}",
        "command": [str(Path(sys.executable).with_name("dask-gateway-server")), "-f", str(dask_config)],
        "environment": {
            "PATH": os.environ["PATH"],
            "LEAP_DASK_PORTS": f"{dask_port} {dask_private_port}",
            "LEAP_DASK_FOLDER": str(root / "dask"),
            "TMPDIR": os.environ["LEAP_HUB_TMP"],
        },
        "cwd": str(root),
    }
]
dask_scope = "access:services!service=dask-gateway"
c.JupyterHub.load_roles = [
    {"name": "user", "scopes": ["self", dask_scope]},
    {"name": "visitor", "users": ["bob"], "scopes": ["access:servers!user=ann"]},
]
proxy = checkout / "node_modules" / ".bin" / "configurable-http-proxy"
c.ConfigurableHTTPProxy.command = [str(proxy)]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{api_port}"
c.ConfigurableHTTPProxy.pid_file = str(root / "proxy.pid")

c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"]


def stand_in(server):  # type: ignore[no-untyped-def]
    """A JupyterLab takes seconds to start, and of most servers the tests want to see only that they run."""
    if server.name not in ("", "plain", "analysis"):
        server.cmd, server.args = [sys.executable, str(Path(__file__).with_name("small_server.py"))], []


c.Spawner.pre_spawn_hook = stand_in
c.Spawner.default_url = "/lab"
c.Spawner.http_timeout = 60
# `self` as on the hub that this was made for; one server has what a hub gives where nothing is configured.
plain = ["users:activity!user", "access:servers!server"]
c.Spawner.server_token_scopes = lambda server: plain if server.name == "plain" else ["self", dask_scope]
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
    "DASK_GATEWAY__ADDRESS": f"http://127.0.0.1:{proxy_port}/base/services/dask-gateway/",
    "DASK_GATEWAY__PUBLIC_ADDRESS": "/base/services/dask-gateway/",
    "DASK_GATEWAY__PROXY_ADDRESS": f"gateway://127.0.0.1:{dask_port}",
    "DASK_GATEWAY__AUTH__TYPE": "jupyterhub",
}

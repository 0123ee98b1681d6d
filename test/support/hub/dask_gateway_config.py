"""A Dask Gateway for tests, a service of the hub: its clusters are processes of this machine."""

import os
import sys
from pathlib import Path

from dask_gateway_server.options import Options, String

c = get_config()  # type: ignore[name-defined]  # noqa: F821

dask = str(Path(sys.executable).with_name("dask"))
public_port, private_port = os.environ["LEAP_DASK_PORTS"].split()

c.DaskGateway.backend_class = "dask_gateway_server.backends.local.UnsafeLocalBackend"
c.DaskGateway.authenticator_class = "dask_gateway_server.auth.JupyterHubAuthenticator"
c.DaskGateway.address = f"127.0.0.1:{private_port}"
c.Proxy.address = f"127.0.0.1:{public_port}"
c.Proxy.prefix = "/base/services/dask-gateway"
c.UnsafeLocalBackend.clusters_directory = os.environ["LEAP_DASK_FOLDER"]
c.UnsafeLocalBackend.sigint_timeout = 1
c.ClusterConfig.scheduler_cmd = [dask, "scheduler"]
c.ClusterConfig.worker_cmd = [dask, "worker"]
c.ClusterConfig.worker_memory = "300M"
c.Backend.cluster_options = Options(String("image", default="none", label="Image"))

"""The demo's JupyterLab: how it is configured, started and ended."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from .places import BIN, DEMO, ROOT, environment

USER = "funky-user"
# The sample home is small, so the demo's limits are: both numbers say in the panel where they come from.
LIMIT_BYTES = 500_000_000
RECOMMENDED_BYTES = 250_000_000


def claim_port(port: int) -> int:
    """This port, a free one for 0; end with the reason where nothing may listen there."""
    with socket.socket() as probe:
        # A server that has just ended does not keep its port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            reason = error.strerror if isinstance(error, OSError) else "no machine has it"
            sys.exit(f"./dev: port {port}: {reason}. Name another with --port; 0 takes a free one.")
        return int(probe.getsockname()[1])


def run_lab(options: argparse.Namespace, port: int, bin_folder: Path, google: dict[str, Any]) -> int:
    """Run Jupyter of this environment until it ends; returns its status, 0 after Ctrl-C.

    `google` is what the storage emulator says of itself.
    """
    home = (options.home or DEMO / "home").resolve()
    token = options.token or secrets.token_hex(16)
    config = _write_config(home, google, sample_limits=options.home is None)
    process = subprocess.Popen(
        [
            bin_folder / "python",
            *("-m", "notebook" if options.lab == "notebook" else "jupyterlab"),
            f"--ServerApp.root_dir={home}",
            f"--IdentityProvider.token={token}",
            f"--ServerApp.port={port}",
            # Not silently at another address when this one is taken.
            "--ServerApp.port_retries=0",
            "--ServerApp.ip=127.0.0.1",
            "--ServerApp.open_browser=False",
            "--ServerApp.log_level=WARN",
            # A laptop's demo may well be run as root in a container.
            "--ServerApp.allow_root=True",
            # Several authors at once need what only this one environment has.
            *(["--YDocExtension.disable_rtc=True"] if options.lab == "notebook" else []),
            # The browser's tests ask the application itself which commands there are.
            *(["--LabApp.expose_app_in_browser=True"] if "LEAP_DEMO_FRESH" in os.environ else []),
        ],
        cwd=home,
        env=_environment(home, config, google),
    )
    page = "tree" if options.lab == "notebook" else "lab"
    address = f"http://127.0.0.1:{port}/{page}?token={token}"
    try:
        _wait_until_up(process, port, token)
        print(f"\nJupyter is running: {address}\n\nCtrl-C ends it.", flush=True)
        if not options.no_browser:
            webbrowser.open(address)
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def _write_config(home: Path, google: dict[str, Any], *, sample_limits: bool) -> Path:
    """The folder with the server's and JupyterLab's settings."""
    folder = DEMO / "config"
    folder.mkdir(parents=True, exist_ok=True)
    leap: dict[str, object] = {
        "home_directory": str(home),
        "token_exchange_url": google["identity"]["exchangeUrl"],
        "token_info_url": google["identity"]["infoUrl"],
        # Six tokens an hour: those of another demo on this machine do not count here.
        "cache_directory": str(DEMO / "cache"),
        # The demo's catalog lies in one of its buckets, and most of what it lists beside it.
        "catalog_urls": [f"{google['url']}/open-samples/catalog.json"],
    }
    if sample_limits:
        leap |= {
            "limit_bytes": LIMIT_BYTES,
            "limit_source": "demo setting",
            "recommended_bytes": RECOMMENDED_BYTES,
            "recommended_source": "demo setting",
        }
    lines = ["c = get_config()", *(f"c.Leap.{name} = {value!r}" for name, value in leap.items())]
    (folder / "jupyter_server_config.py").write_text("\n".join(lines) + "\n")
    # The question about news would cover what there is to see.
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    overrides = folder / "labconfig" / "default_setting_overrides.json"
    overrides.parent.mkdir(exist_ok=True)
    overrides.write_text(json.dumps({"@jupyterlab/apputils-extension:notification": quiet}))
    return folder


def _environment(home: Path, config: Path, google: dict[str, Any]) -> dict[str, str]:
    variables = {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_CONFIG_PATH": str(BIN.parent / "etc" / "jupyter"),
        "JUPYTER_PATH": str(BIN.parent / "share" / "jupyter"),
        "PYTHONPATH": str(ROOT),
        "STORAGE_EMULATOR_HOST": google["url"],
        # Libraries that do not know that variable: Icechunk, and the part of gcsfs that speaks gRPC.
        "GOOGLE_BASE_URL": google["url"],
        "GOOGLE_SKIP_SIGNATURE": "true",
        "GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT": "false",
        "GCE_METADATA_HOST": google["identity"]["host"],
        "SCRATCH_BUCKET": f"gs://leap-scratch/{USER}",
        "PERSISTENT_BUCKET": f"gs://leap-persistent/{USER}",
        "JUPYTERHUB_USER": USER,
        "JUPYTER_IMAGE_SPEC": "pangeo/pangeo-notebook:2026.06.04",
    }
    # What the machine's own user has set must not change what the demo shows.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "LEAP_"))}
    return {**environment(), **inherited, **variables, "PATH": environment()["PATH"]}


def _wait_until_up(process: subprocess.Popen[bytes], port: int, token: str) -> None:
    address = f"http://127.0.0.1:{port}/api/status?token={token}"
    while process.poll() is None:
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            try:
                process.wait(0.2)
            except subprocess.TimeoutExpired:
                continue
    sys.exit("./dev: JupyterLab did not start; its own words are above.")

"""`./dev demo`: JupyterLab with all panels working, on an emulator with sample data."""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from .build import build, build_emulator
from .places import BIN, EMULATOR, ROOT, VENV, environment, run
from .setup import setup, setup_companions, setup_oldest
from .stamps import once

# The browser tests run the demo in a folder of their own, made anew each time.
DEMO = ROOT / os.environ.get("LEAP_DEMO", ".demo")
USER = "funky-user"
# The sample home is small, so the demo's limits are: both numbers say in the panel where they come from.
LIMIT_BYTES = 500_000_000
RECOMMENDED_BYTES = 250_000_000
# The other environments see this checkout: the package by path, the rest by Jupyter's search paths.
LABS: dict[str, Callable[[], Path]] = {
    "newest": lambda: VENV,
    "oldest": setup_oldest,
    "together": setup_companions,
    "notebook": setup_companions,
}


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./dev demo",
        description="JupyterLab with all panels working, on sample data.",
    )
    parser.add_argument("--port", type=int, default=8888, help="port of JupyterLab; 0 takes a free one")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--home", type=Path, help="count this folder, a real home, not the sample")
    parser.add_argument("--token", help="JupyterLab's token; made up when not given")
    parser.add_argument("--lab", choices=LABS, default="newest", help="which JupyterLab, or Notebook 7")
    return parser.parse_args(arguments)


def demo(arguments: Sequence[str]) -> int:
    """Set up what is missing, build, and run until Ctrl-C."""
    options = parse(arguments)
    setup()
    build()
    build_emulator()
    jupyter = LABS[options.lab]() / "bin"
    if "LEAP_DEMO_FRESH" in os.environ and DEMO.exists():
        _remove(DEMO)
    _make_samples(sample_home=options.home is None)
    # Whoever ends it otherwise, as a process manager does, leaves nothing running either.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    emulator, google = _start_emulator()
    try:
        return _run_lab(options, jupyter, google)
    finally:
        if emulator.stdin:
            emulator.stdin.close()
        emulator.wait(10)


def _make_samples(*, sample_home: bool) -> None:
    kinds = ["buckets", "home"] if sample_home else ["buckets"]
    for kind in kinds:
        command: list[str | Path] = [BIN / "python", f"demo/make_{kind}.py", DEMO / kind]
        once(f"make-the-sample-{kind}", ["demo/*"], partial(run, command), made=[DEMO / kind])
    if sample_home:
        run([BIN / "python", "demo/make_history.py", DEMO / "home", DEMO / "cache"])


def _remove(folder: Path) -> None:
    """Remove a sample, the folders in it that nobody may read included."""
    for path, folders, _ in os.walk(folder):
        for name in folders:
            inner = Path(path) / name
            if not inner.is_symlink():
                inner.chmod(0o700)
    shutil.rmtree(folder)


def _start_emulator() -> tuple[subprocess.Popen[str], dict[str, Any]]:
    process = subprocess.Popen(
        [BIN / "node", EMULATOR, "--port", "0", "--data", DEMO / "buckets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
        # Ctrl-C is for JupyterLab, which asks; the emulator ends with its input.
        start_new_session=True,
    )
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        sys.exit("./dev: the storage emulator did not start.")
    # Whoever wants to see what a fault of the storage service looks like finds here where to set it.
    (DEMO / "emulator.json").write_text(line)
    return process, json.loads(line)


def _run_lab(options: argparse.Namespace, bin_folder: Path, google: dict[str, Any]) -> int:
    home = (options.home or DEMO / "home").resolve()
    token = options.token or secrets.token_hex(16)
    port = options.port or _free_port()
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
        env=_lab_environment(options, home, google),
    )
    page = "tree" if options.lab == "notebook" else "lab"
    address = f"http://127.0.0.1:{port}/{page}?token={token}"
    try:
        _wait_until_up(process, port, token)
        print(f"\nJupyter is running: {address}\n\nCtrl-C ends it.", flush=True)
        if not options.no_browser:
            _open(address)
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def _lab_environment(options: argparse.Namespace, home: Path, google: dict[str, Any]) -> dict[str, str]:
    config = DEMO / "config"
    config.mkdir(parents=True, exist_ok=True)
    limits = (
        f"c.Leap.limit_bytes = {LIMIT_BYTES}\n"
        f"c.Leap.limit_source = 'demo setting'\n"
        f"c.Leap.recommended_bytes = {RECOMMENDED_BYTES}\n"
        f"c.Leap.recommended_source = 'demo setting'\n"
        if options.home is None
        else ""
    )
    # The question about news would cover what there is to see.
    overrides = config / "labconfig" / "default_setting_overrides.json"
    overrides.parent.mkdir(exist_ok=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    overrides.write_text(json.dumps({"@jupyterlab/apputils-extension:notification": quiet}))
    identity = google["identity"]
    tokens = (
        f"c.Leap.token_exchange_url = {identity['exchangeUrl']!r}\n"
        f"c.Leap.token_info_url = {identity['infoUrl']!r}\n"
        # Six tokens an hour: those of another demo on this machine do not count here.
        f"c.Leap.cache_directory = {str(DEMO / 'cache')!r}\n"
    )
    # The demo's catalog lies in one of its buckets, and most of what it lists beside it.
    catalog = f"c.Leap.catalog_urls = [{google['url'] + '/open-samples/catalog.json'!r}]\n"
    text = f"c = get_config()\nc.Leap.home_directory = {str(home)!r}\n{limits}{tokens}{catalog}"
    (config / "jupyter_server_config.py").write_text(text)
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
        "GCE_METADATA_HOST": identity["host"],
        "SCRATCH_BUCKET": f"gs://leap-scratch/{USER}",
        "PERSISTENT_BUCKET": f"gs://leap-persistent/{USER}",
        "JUPYTERHUB_USER": USER,
        "JUPYTER_IMAGE_SPEC": "pangeo/pangeo-notebook:2026.06.04",
    }
    # What the machine's own user has set must not change what the demo shows.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "LEAP_"))}
    return {**environment(), **inherited, **variables, "PATH": environment()["PATH"]}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)

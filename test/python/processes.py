"""The service's processes as the tests see them, and the contract that it was built with."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from jupyterlab_leap import node

BUILT = Path(node.__file__).parent / "service"
CONTRACT = json.loads((BUILT / "contract.json").read_text())
ROUTES: dict[str, dict[str, str]] = CONTRACT["routes"]
#: What can be asked of any service.
HEALTH = "server/health"


class Scripted:
    """The scripted service: what it is to do at its start, and what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def behave(self, behaviour: str) -> None:
        """What happens at the next start."""
        (self.folder / "behaviour").write_text(behaviour)

    @property
    def journal(self) -> list[dict[str, Any]]:
        """What happened, in order."""
        path = self.folder / "journal"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    @property
    def starts(self) -> int:
        """How often it was started."""
        return sum("started" in entry for entry in self.journal)


def nodes() -> list[psutil.Process]:
    """The Node processes below this one."""
    found = []
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # it ended while we looked, or waits to be noticed
            found += [process] if "serve" in process.cmdline() else []
    return found


def services(root: Path) -> list[psutil.Process]:
    """The extension's Node processes whose home lies below this folder, whoever started them."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            is_ours = any(word.endswith(("main.cjs", "scan.cjs")) for word in words_of(process))
            if is_ours and process.environ().get("HOME", "").startswith(str(root)):
                found.append(process)
    return found


def scans(root: Path) -> list[psutil.Process]:
    """Counts of a home below this folder that run now."""
    return [each for each in services(root) if "home-scan" in words_of(each)]


def words_of(process: psutil.Process) -> list[str]:
    """Its command line; none when it has just ended."""
    with suppress(psutil.Error):
        return process.cmdline()
    return []


def is_server_of(process: psutil.Process, token: str) -> bool:
    """Whether this is the Jupyter server that has this token."""
    with suppress(psutil.Error):
        return process.environ().get("JUPYTERHUB_API_TOKEN") == token
    return False


def has_ended(process: int) -> bool:
    """Whether somebody has asked how it ended."""
    return not psutil.pid_exists(process)


def folders(temporary: Path) -> list[Path]:
    """The private folders of services."""
    return sorted(temporary.glob("leap-*"))


async def until(condition: Callable[[], object]) -> None:
    """Wait, with a deadline, for something that happens in another process."""

    async def watch() -> None:
        while not condition():
            await asyncio.sleep(0.01)

    await asyncio.wait_for(watch(), 60)

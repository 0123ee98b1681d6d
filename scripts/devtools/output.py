"""Running what says much, alone or beside others."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .places import ROOT, environment

Runner = Callable[[Sequence[str | Path], Mapping[str, str] | None], int]

_turn = threading.Lock()


def shown(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Run a command in the checkout with its own words on the screen; returns its status."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=environment(extra), check=False).returncode


def named(name: str) -> Runner:
    """A runner whose lines begin with a name, for what runs beside other things."""

    def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=ROOT,
            env=environment(extra),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        for line in process.stdout or ():
            with _turn:
                sys.stdout.write(f"{name} | {line}")
                sys.stdout.flush()
        return process.wait()

    return run

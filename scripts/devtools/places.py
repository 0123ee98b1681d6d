"""Where things are in the checkout, and how commands are run in it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BIN = VENV / "bin"
LABEXTENSION = ROOT / "jupyterlab_leap" / "labextension"
SERVICE = ROOT / "jupyterlab_leap" / "service" / "main.cjs"
EMULATOR = ROOT / "build" / "emulator.cjs"
# The browser tests run the demo in a folder of their own, made anew each time.
DEMO = ROOT / os.environ.get("LEAP_DEMO", ".demo")


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of every command: the project's own tools come first on PATH."""
    return {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
        "VIRTUAL_ENV": str(VENV),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        **(extra or {}),
    }


def run(command: Sequence[str | Path], *, extra: Mapping[str, str] | None = None, advice: str = "") -> None:
    """Run a command in the checkout; end with its own words when it fails, and with what may help."""
    words = [str(word) for word in command]
    result = subprocess.run(words, cwd=ROOT, env=environment(extra), check=False)
    if result.returncode != 0:
        sys.exit(
            f"./dev: this failed with status {result.returncode}: {shlex.join(words)}\n{advice}".rstrip()
        )


def say(text: str) -> None:
    """Tell what happens now; on standard error, so that results stay alone on standard output."""
    print(f"· {text}", file=sys.stderr, flush=True)

"""`./dev demo`: JupyterLab with all panels working, on an emulator with sample data."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from .build import build, build_emulator
from .demo_lab import claim_port, run_lab
from .places import BIN, DEMO, EMULATOR, VENV, environment, run
from .setup import setup, setup_companions, setup_oldest
from .stamps import once

# The other environments see this checkout: the package by path, the rest by Jupyter's search paths.
LABS: dict[str, Callable[[], Path]] = {
    "newest": lambda: VENV,
    "oldest": setup_oldest,
    "together": setup_companions,
    "notebook": setup_companions,
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be asked of the demo."""
    parser.add_argument(
        "--port", type=int, default=8888, help="port of JupyterLab, 8888 if not given; 0 takes a free one"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument(
        "--home", type=Path, metavar="DIR", help="count this folder, a real home, not the sample"
    )
    parser.add_argument("--token", metavar="TEXT", help="JupyterLab's token; made up when not given")
    parser.add_argument(
        "--lab",
        choices=LABS,
        default="newest",
        help="the newest JupyterLab (as it comes), the oldest, with several authors at once, or Notebook 7",
    )


def demo(options: argparse.Namespace) -> int:
    """Set up what is missing, build, and run until Ctrl-C."""
    port = claim_port(options.port)
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
        return run_lab(options, port, jupyter, google)
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

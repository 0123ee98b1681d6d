"""The commands of `./dev`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .build import build, build_emulator
from .checks import check_all
from .demo import demo
from .places import BIN, ROOT, environment, run
from .setup import setup
from .suites import SUITES, test

BENCHES = sorted(path.name for path in (ROOT / "bench").iterdir() if path.is_dir())

HELP = f"""usage: ./dev COMMAND

  demo     JupyterLab with all panels working, on an emulator with sample data
           [--port N] [--no-browser] [--home DIR] [--token TEXT] [--lab NAME]
  test     every suite, ends with 'N passed, N failed'  [--long] [{" | ".join(SUITES)}]
  setup    install what is missing into .venv and node_modules
  build    build the service and the JupyterLab extension  [--prod]
  watch    rebuild whenever a source changes
  check    types, lint, formatting, dead code
  bench    measure what README claims  [{" | ".join(BENCHES)}]
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit status."""
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if command == "demo":
        return demo(rest)
    if command == "test":
        return _test(rest)
    if command == "setup":
        setup()
        return 0
    if command == "build":
        setup()
        build()
        if "--prod" in rest:
            run([BIN / "npm", "run", "--silent", "build:prod"])
        return 0
    if command == "check":
        setup()
        build()
        return 1 if check_all() else 0
    if command == "watch":
        return _become("scripts/watch.mjs", rest)
    if command == "bench":
        return _bench(rest)
    print(HELP, end="", file=sys.stderr if command else sys.stdout)
    return 2 if command else 0


def _bench(rest: list[str]) -> int:
    names = " | ".join(BENCHES)
    if "--help" in rest or "-h" in rest:
        print(f"usage: ./dev bench [{names}]\n")
        print("Measure these, all when none is named, and print ratios to a peer of the same run.")
        return 0
    unknown = [name for name in rest if name not in BENCHES]
    if unknown:
        print(f"./dev bench: no such measurement: {', '.join(unknown)}. There are: {names}.", file=sys.stderr)
        return 2
    return _become("bench/run.mjs", rest)


def _become(script: str, rest: list[str]) -> int:
    """Build, and go on as this script of Node."""
    setup()
    build()
    build_emulator()
    os.chdir(ROOT)
    os.execve(BIN / "node", ["node", script, *rest], environment())


def _test(rest: list[str]) -> int:
    if "--long" in rest:
        rest.remove("--long")
        os.environ["LEAP_LONG_TESTS"] = "1"
    unknown = [name for name in rest if name not in SUITES]
    if unknown:
        print(f"./dev test: no such suite: {', '.join(unknown)}", file=sys.stderr)
        return 2
    return test(rest)

"""The commands of `./dev`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from . import demo
from .build import build, build_emulator
from .checks import check_all
from .places import BIN, ROOT, environment, run
from .setup import setup
from .suites import SUITES, test

BENCHES = sorted(path.name for path in (ROOT / "bench").iterdir() if path.is_dir())

Options = argparse.Namespace
Command = Callable[[Options], int]


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit status."""
    options = _parser().parse_args(arguments)
    command: Command = options.run
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev", description="What is missing is installed first.")
    parser.set_defaults(run=partial(_help, parser))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(run: Command, name: str, what: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        command.set_defaults(run=run)
        return command

    demo.add_options(
        add(demo.demo, "demo", "run JupyterLab with all panels working, on an emulator with sample data")
    )
    tests = add(_test, "test", "run every suite; the last line is 'N passed, N failed'")
    _add_names(tests, "suites", SUITES)
    tests.add_argument(
        "--long", action="store_true", help="also what takes minutes, and two more JupyterLabs"
    )
    add(_setup, "setup", "install what is missing into .venv and node_modules")
    builds = add(_build, "build", "build the service and the JupyterLab extension")
    builds.add_argument("--prod", action="store_true", help="as it is released: small, and without maps")
    add(_watch, "watch", "rebuild whenever a source changes")
    add(_check, "check", "look for wrong types, style, import cycles, dead code and stale documents")
    benches = add(_bench, "bench", "measure what README claims, as ratios to a peer of the same run")
    _add_names(benches, "benches", BENCHES)
    return parser


def _add_names(parser: argparse.ArgumentParser, kind: str, known: Iterable[str]) -> None:
    names = ", ".join(known)

    def one(word: str) -> str:
        if word not in known:
            raise argparse.ArgumentTypeError(f"there is no {word}; there are {names}")
        return word

    parser.add_argument(kind, nargs="*", metavar="NAME", type=one, help=f"{names}; all when none is named")


def _help(parser: argparse.ArgumentParser, _options: Options) -> int:
    parser.print_help()
    return 0


def _setup(_options: Options) -> int:
    setup()
    return 0


def _build(options: Options) -> int:
    setup()
    build()
    if options.prod:
        run([BIN / "npm", "run", "--silent", "build:prod"])
    return 0


def _check(_options: Options) -> int:
    setup()
    build()
    return 1 if check_all() else 0


def _test(options: Options) -> int:
    if options.long:
        os.environ["LEAP_LONG_TESTS"] = "1"
    return test(options.suites)


def _watch(_options: Options) -> int:
    return _become("scripts/watch.mjs")


def _bench(options: Options) -> int:
    return _become("bench/run.mjs", *options.benches)


def _become(script: str, *rest: str) -> int:
    """Build, and go on as this script of Node."""
    setup()
    build()
    build_emulator()
    os.chdir(ROOT)
    os.execve(BIN / "node", ["node", script, *rest], environment())

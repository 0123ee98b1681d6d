"""A folder that a script may fill: empty, or filled by the same script before."""

import argparse
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MARK = ".leap-demo"


@dataclass(frozen=True)
class Edition:
    """What a folder is filled with; the mark in it says so."""

    kind: str
    version: int
    # Whether a folder of an older version stays because a person may have worked in it.
    keeps_older: bool = False

    def __str__(self) -> str:
        return f"{self.kind} {self.version}\n"


def run(usage: str | None, edition: Edition, make: Callable[[Path], None]) -> None:
    """Read the command line, `DIR [--fresh]`, and fill the folder."""
    parser = argparse.ArgumentParser(description=usage)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--fresh", action="store_true", help="make it again")
    arguments = parser.parse_args()
    outcome = fill(arguments.directory, edition, make, fresh=arguments.fresh)
    print(f"{arguments.directory}: {outcome}")


def fill(directory: Path, edition: Edition, make: Callable[[Path], None], *, fresh: bool) -> str:
    """Fill `directory` unless that was done before; say which, in a few words.

    What is made is complete or absent: it is made beside the place and then renamed.
    A folder with anything else in it is left alone.
    """
    directory = directory.absolute()
    if directory.exists() and any(directory.iterdir()):
        mark = directory / MARK
        found = mark.read_text(encoding="utf-8") if mark.is_file() else ""
        if not found.startswith(f"{edition.kind} "):
            raise SystemExit(f"{directory} holds other files. Name an empty or a new folder.")
        if not fresh and found == str(edition):
            return "was there"
        if not fresh and edition.keeps_older:
            return "was there, made by another version; --fresh makes it again"
        remove(directory)
    making = directory.with_name(f"{directory.name}.making")
    remove(making)
    making.mkdir(parents=True)
    make(making)
    (making / MARK).write_text(str(edition), encoding="utf-8")
    if directory.exists():
        directory.rmdir()
    making.rename(directory)
    return "made"


def remove(directory: Path) -> None:
    """Remove a folder, the unreadable ones in it too; nothing there is no error."""
    if not directory.is_dir():
        return
    for parent, folders, _ in os.walk(os.fsencode(directory)):
        for folder in folders:
            path = os.path.join(parent, folder)
            if not os.path.islink(path):
                os.chmod(path, 0o700)
    shutil.rmtree(directory)

"""A folder that a script may fill: empty, or filled by the same script before."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

MARK = ".leap-demo"


def fill(
    directory: Path, version: str, make: Callable[[Path], None], *, fresh: bool = False
) -> bool:
    """Fill `directory` unless this version already has; say whether it was filled.

    What is made is complete or absent: it is made beside the place and then renamed.
    A folder with anything else in it is left alone.
    """
    directory = directory.absolute()
    if directory.exists() and any(directory.iterdir()):
        mark = directory / MARK
        if not mark.is_file():
            raise SystemExit(
                f"{directory} holds other files. Name an empty or a new folder."
            )
        if not fresh and mark.read_text(encoding="utf-8") == version:
            return False
        remove(directory)
    making = directory.with_name(f"{directory.name}.making")
    remove(making)
    making.mkdir(parents=True)
    make(making)
    (making / MARK).write_text(version, encoding="utf-8")
    if directory.exists():
        directory.rmdir()
    making.rename(directory)
    return True


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

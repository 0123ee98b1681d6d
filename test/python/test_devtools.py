"""What `./dev` says at once, before it sets up or builds anything."""

from __future__ import annotations

import pytest
from devtools import main as devtools


@pytest.fixture(autouse=True)
def nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def begin() -> None:
        pytest.fail("It began to work.")

    for name in ("setup", "build", "build_emulator"):
        monkeypatch.setattr(devtools, name, begin)


@pytest.mark.parametrize("rest", [["--help"], ["-h"], ["home", "--help"]])
def test_bench_says_what_can_be_measured(rest: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert devtools.main(["bench", *rest]) == 0
    assert "usage: ./dev bench [buckets | catalog | " in capsys.readouterr().out


def test_bench_of_what_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert devtools.main(["bench", "home", "hmoe"]) == 2
    assert "./dev bench: no such measurement: hmoe" in capsys.readouterr().err

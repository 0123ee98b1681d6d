"""Deleting from the home through the whole server: the real handlers, the real service, a real disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from processes import nodes


@pytest.fixture
def home(leap_config: dict[str, Any]) -> Path:
    """A home with a cache and with work."""
    folder = Path(leap_config["home_directory"])
    (folder / ".cache" / "pip").mkdir(parents=True)
    (folder / ".cache" / "pip" / "wheel").write_bytes(b"x" * 100_000)
    (folder / "thesis.tex").write_text("years of work")
    return folder


async def ask(client: httpx.AsyncClient, route: str, **query: Any) -> list[dict[str, Any]]:
    """The lines of a stream."""
    answer = await client.post(route, json=query)
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


async def reviewed(client: httpx.AsyncClient, *paths: str) -> dict[str, Any]:
    """What a deletion of these paths would do."""
    *_, review, end = await ask(client, "home/review", paths=list(paths))
    assert end == {"end": True}
    item: dict[str, Any] = review["item"]
    return item


async def test_a_cache_is_found_reviewed_and_deleted(client: httpx.AsyncClient, home: Path) -> None:
    *_, found, _ = await ask(client, "home/clearable")
    (pip,) = found["item"]["items"]
    assert (pip["id"], pip["paths"], pip["preselected"]) == ("pip", [".cache/pip"], True)

    review = await reviewed(client, *pip["paths"])
    *_, result, end = await ask(client, "home/deletion", targets=review["targets"])

    assert end == {"end": True}
    assert result["item"]["deletedBytes"] == review["freedBytes"] == pip["usedBytes"]
    assert result["item"]["removed"] == [".cache/pip"]
    assert sorted(path.name for path in home.rglob("*")) == [".cache", "thesis.tex"]


async def test_what_changed_since_its_review_stays(client: httpx.AsyncClient, home: Path) -> None:
    review = await reviewed(client, ".cache/pip")
    (home / ".cache" / "pip" / "new").write_text("just now")

    *_, result, _ = await ask(client, "home/deletion", targets=review["targets"])

    assert result["item"]["failed"] == [{"path": ".cache/pip", "reason": "precondition"}]
    assert len(list((home / ".cache" / "pip").iterdir())) == 2


@pytest.mark.parametrize("path", ["", ".", "..", "../x", "/etc", "a//b", "a/../b", "thesis.tex/", "a\0"])
async def test_a_path_that_does_not_lead_straight_down_is_refused(
    client: httpx.AsyncClient, home: Path, path: str
) -> None:
    (target,) = (await reviewed(client, "thesis.tex"))["targets"]

    answer = await client.post("home/deletion", json={"targets": [{**target, "path": path}]})

    assert (answer.status_code, answer.json()["code"]) == (400, "bad-request")
    assert (home / "thesis.tex").read_text() == "years of work"


async def test_SEC_T02_nothing_happens_without_the_right_to_write(
    client: httpx.AsyncClient, home: Path, jp_serverapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = await reviewed(client, ".cache/pip")
    monkeypatch.setattr(
        jp_serverapp.authorizer, "is_authorized", lambda _handler, _user, action, _resource: action == "read"
    )

    answer = await client.post("home/deletion", json={"targets": review["targets"]})

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (home / ".cache" / "pip" / "wheel").exists()


class TestUnluckyMoment:
    """A deletion that lasts long enough for something to happen meanwhile."""

    @pytest.fixture
    def leap_config(self, leap_config: dict[str, Any]) -> dict[str, Any]:
        return {**leap_config, "scan_operations_per_second": 1000}

    @pytest.fixture
    def wheels(self, home: Path) -> Path:
        """A cache of many files."""
        folder = home / ".cache" / "pip"
        for number in range(600):
            (folder / str(number)).write_text("x")
        return folder

    async def test_B61_a_service_killed_meanwhile_never_reads_as_an_end_and_loses_nothing_else(
        self, client: httpx.AsyncClient, home: Path, wheels: Path
    ) -> None:
        review = await reviewed(client, ".cache/pip")
        deleted = 0

        with pytest.raises(httpx.RemoteProtocolError):
            async with client.stream("POST", "home/deletion", json={"targets": review["targets"]}) as answer:
                async for line in answer.aiter_lines():
                    deleted = json.loads(line)["item"]["deletedFiles"]
                    if deleted > 0:
                        nodes()[0].kill()

        left = len(list(wheels.iterdir()))
        assert 0 < left <= 601 - deleted
        assert (home / "thesis.tex").read_text() == "years of work"

        # What the review saw is not there any more: the same words delete nothing, another look goes on.
        *_, again, _ = await ask(client, "home/deletion", targets=review["targets"])
        assert again["item"]["failed"] == [{"path": ".cache/pip", "reason": "precondition"}]
        assert len(list(wheels.iterdir())) == left
        review = await reviewed(client, ".cache/pip")
        *_, last, _ = await ask(client, "home/deletion", targets=review["targets"])
        assert last["item"]["removed"] == [".cache/pip"]
        assert sorted(path.name for path in home.rglob("*")) == [".cache", "thesis.tex"]

    async def test_B67_two_tabs_delete_one_after_the_other(
        self, client: httpx.AsyncClient, home: Path, wheels: Path
    ) -> None:
        review = await reviewed(client, ".cache/pip")
        query = {"targets": review["targets"]}

        async with client.stream("POST", "home/deletion", json=query) as first:
            lines = first.aiter_lines()
            await anext(lines)
            second = await client.post("home/deletion", json=query)
            last = [json.loads(line) async for line in lines]

        assert (second.status_code, second.json()["code"]) == (503, "unavailable")
        assert "Another deletion is running" in second.json()["message"]
        assert last[-1] == {"end": True}
        assert last[-2]["item"]["deletedFiles"] == 601

    async def test_B67_a_browser_that_leaves_stops_the_deletion(
        self, client: httpx.AsyncClient, home: Path, wheels: Path
    ) -> None:
        review = await reviewed(client, ".cache/pip")

        async with client.stream("POST", "home/deletion", json={"targets": review["targets"]}) as answer:
            async for line in answer.aiter_lines():
                if json.loads(line)["item"]["deletedFiles"] > 0:
                    break

        thesis = await reviewed(client, "thesis.tex")
        # The next deletion is let in as soon as the first one has stopped.
        while (await client.post("home/deletion", json={"targets": thesis["targets"]})).status_code == 503:
            pass
        assert not (home / "thesis.tex").exists()
        assert len(list(wheels.iterdir())) > 0


class TestSwitchedOff:
    """A hub whose operator does not want it."""

    @pytest.fixture
    def leap_config(self, leap_config: dict[str, Any]) -> dict[str, Any]:
        return {**leap_config, "allow_deletion": False}

    async def test_SEC_T02_nothing_is_deleted(self, client: httpx.AsyncClient, home: Path) -> None:
        review = await reviewed(client, ".cache/pip")
        assert review["deletionAllowed"] is False

        answer = await client.post("home/deletion", json={"targets": review["targets"]})

        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        assert "switched off" in answer.json()["message"]
        assert (home / ".cache" / "pip" / "wheel").exists()

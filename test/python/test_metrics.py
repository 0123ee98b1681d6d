"""The home's numbers among the server's metrics, as Prometheus reads them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest
from processes import Scripted, nodes, until
from prometheus_client.parser import text_string_to_metric_families

from jupyterlab_leap.bridge import Bridge

PREFIX = "jupyterlab_leap_home_"


@pytest.fixture
def leap_config(leap_config: dict[str, Any]) -> dict[str, Any]:
    """A hub with limits, whose services leave after a second."""
    return {**leap_config, "recommended_bytes": 1_000_000, "limit_bytes": 2_000_000, "idle_seconds": 1}


@pytest.fixture
def home(leap_config: dict[str, Any]) -> Path:
    """A home with a file, and a folder that nobody but root may read."""
    folder = Path(leap_config["home_directory"])
    (folder / "data").mkdir()
    (folder / "data" / "file").write_bytes(b"x" * 300_000)
    (folder / "closed").mkdir(mode=0)
    return folder


async def scrape(client: httpx.AsyncClient) -> dict[str, float]:
    """What Prometheus would keep of the home."""
    answer = await client.get(str(client.base_url).replace("jupyterlab-leap/", "metrics"))
    assert answer.status_code == 200
    return {
        sample.name.removeprefix(PREFIX): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
        if sample.name.startswith(PREFIX)
    }


async def count(client: httpx.AsyncClient, bridge: Bridge) -> dict[str, Any]:
    """Count the home as the panel does; the server has heard of it when this returns."""
    answer = await client.post("home/usage", json={})
    assert answer.status_code == 200
    *_, last, end = [json.loads(line) for line in answer.text.splitlines()]
    assert end == {"end": True}
    usage: dict[str, Any] = last["item"]
    await until(lambda: usage["usedBytes"] in [value for _, _, value, _ in bridge._gauges])
    return usage


def du(folder: Path) -> int:
    """The truth."""
    said = subprocess.run(["du", "-sB1", folder], capture_output=True, text=True, check=False).stdout
    return int(said.split()[0])


async def test_a_scrape_says_what_the_last_count_said(
    client: httpx.AsyncClient, bridge: Bridge, home: Path
) -> None:
    assert await scrape(client) == {}

    usage = await count(client, bridge)
    numbers = await scrape(client)

    assert numbers["used_bytes"] == du(home) == usage["usedBytes"]
    assert (numbers["recommended_bytes"], numbers["limit_bytes"]) == (1_000_000, 2_000_000)
    assert numbers["scan_seconds"] == usage["durationMs"] / 1000
    assert 0 <= numbers["scan_age_seconds"] < 60
    assert numbers["unreadable_parts"] == (0 if os.geteuid() == 0 else 1)


async def test_the_next_count_takes_the_place_of_the_last(
    client: httpx.AsyncClient, bridge: Bridge, home: Path
) -> None:
    await count(client, bridge)
    before = await scrape(client)
    (home / "data" / "more").write_bytes(b"y" * 200_000)
    await count(client, bridge)

    after = await scrape(client)

    assert after["used_bytes"] == du(home) > before["used_bytes"] + 190_000


async def test_the_numbers_stay_and_grow_old_when_the_service_has_left(
    client: httpx.AsyncClient, bridge: Bridge, home: Path
) -> None:
    await count(client, bridge)
    before = await scrape(client)
    await until(lambda: not nodes())

    after = await scrape(client)

    assert after.pop("scan_age_seconds") > before.pop("scan_age_seconds")
    assert after == before
    assert not nodes()  # a scrape starts nothing


@pytest.mark.parametrize(
    "printed",
    [("(node:7) Warning: gone", 1), ("5", 1), ("null", 1), ('["text"]', 1), ("[[1, 2]]", 1), ("x", 100_000)],
)
async def test_what_a_library_prints_ends_neither_the_numbers_nor_the_scrapes(
    scripted: Scripted, client: httpx.AsyncClient, bridge: Bridge, printed: tuple[str, int]
) -> None:
    async def say(text: str, times: int = 1) -> None:
        await client.get("server/health", params={"act": "say", "text": text, "times": times})

    async def count_says(used: float) -> None:
        await say(json.dumps([[PREFIX + "used_bytes", "Bytes.", used, False]]))
        await until(lambda: [family.samples[0].value for family in bridge.collect()] == [used])

    await count_says(1)
    await say(*printed)
    await count_says(2)

    assert await scrape(client) == {"used_bytes": 2}


class TestWithoutLimits:
    """A hub where nobody knows the limit."""

    @pytest.fixture
    def leap_config(self, leap_config: dict[str, Any]) -> dict[str, Any]:
        return {**leap_config, "recommended_bytes": None, "limit_bytes": None}

    async def test_what_is_not_known_has_no_gauge(
        self, client: httpx.AsyncClient, bridge: Bridge, home: Path
    ) -> None:
        await count(client, bridge)

        assert sorted(await scrape(client)) == [
            "scan_age_seconds",
            "scan_seconds",
            "unreadable_parts",
            "used_bytes",
        ]

"""When the service begins and when it ends: on first use, when idle, with its server."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from processes import HEALTH, Scripted, folders, has_ended, nodes, until

from jupyterlab_leap import bridge as bridge_module
from jupyterlab_leap.bridge import Bridge


async def test_many_first_requests_start_one_service(scripted: Scripted, client: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(client.get(HEALTH) for _ in range(20)))

    assert {answer.status_code for answer in answers} == {200}
    assert scripted.starts == 1


async def test_who_leaves_while_it_starts_takes_it_from_nobody(
    scripted: Scripted, client: httpx.AsyncClient
) -> None:
    first = asyncio.create_task(client.get(HEALTH))
    second = asyncio.create_task(client.get(HEALTH))
    await until(lambda: nodes() != [])

    first.cancel()

    assert (await second).status_code == 200
    assert scripted.starts == 1


class TestIdle:
    """A service that nobody asks."""

    @pytest.fixture
    def leap_config(self, leap_config: dict[str, Any]) -> dict[str, Any]:
        """One second."""
        return {**leap_config, "idle_seconds": 1}

    async def test_ends_and_starts_again(
        self, client: httpx.AsyncClient, temporary: Path, bridge: Bridge
    ) -> None:
        first = (await client.get(HEALTH)).json()
        await until(lambda: nodes() == [])
        assert folders(temporary) == []

        second = (await client.get(HEALTH)).json()

        assert second["version"] == first["version"]


async def test_ends_in_good_order_are_no_crashes(client: httpx.AsyncClient) -> None:
    for _ in range(6):
        assert (await client.get(HEALTH)).status_code == 200
        (process,) = nodes()
        process.terminate()
        await until(partial(has_ended, process.pid))


async def test_stopping_the_extension_ends_the_service(
    client: httpx.AsyncClient, bridge: Bridge, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It is told, and not killed: there is always a deletion or a count that has to stop in good order.
    monkeypatch.setattr(bridge_module, "END_SECONDS", 600)
    await client.get(HEALTH)

    await asyncio.wait_for(bridge.stop(), 60)

    assert nodes() == []
    assert folders(temporary) == []
    response = await client.get(HEALTH)
    assert response.status_code == 503
    assert response.json()["message"] == "This server is shutting down."


async def test_stopping_while_the_service_starts_leaves_nothing(
    scripted: Scripted, client: httpx.AsyncClient, bridge: Bridge, temporary: Path
) -> None:
    scripted.behave("silent")
    asking = asyncio.create_task(client.get(HEALTH))
    await until(lambda: scripted.starts == 1)

    await bridge.stop()

    assert nodes() == []
    assert folders(temporary) == []
    asking.cancel()


class TestWholeServer:
    """A Jupyter server in a process of its own."""

    @pytest.fixture
    def server(
        self, tmp_path: Path, temporary: Path, built_service: Path, unused_port: int
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Running, with a service that has answered."""
        server = {
            "port": unused_port,
            "jpserver_extensions": {"jupyterlab_leap": True},
            "root_dir": str(tmp_path),
        }
        settings = {"ServerApp": server, "IdentityProvider": {"token": "secret"}}
        (tmp_path / "jupyter_server_config.json").write_text(json.dumps(settings))
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"],
            env={**os.environ, "TMPDIR": str(temporary), "JUPYTER_CONFIG_DIR": str(tmp_path)},
            stderr=subprocess.DEVNULL,
        )
        url = f"http://127.0.0.1:{unused_port}/jupyterlab-leap/{HEALTH}"
        request = urllib.request.Request(url, headers={"Authorization": "token secret"})
        deadline = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(request) as response:
                    assert json.load(response)["version"]
                    break
            except urllib.error.URLError:
                assert time.monotonic() < deadline
                time.sleep(0.1)
        yield process
        process.kill()
        process.wait()

    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
    async def test_takes_the_service_with_it(
        self, server: subprocess.Popen[bytes], temporary: Path, number: signal.Signals
    ) -> None:
        (service,) = nodes()
        assert len(folders(temporary)) == 1

        server.send_signal(number)
        server.wait(timeout=30)

        await until(lambda: not service.is_running())
        await until(lambda: folders(temporary) == [])

"""A service that crashes, hangs, refuses or is not the one on disk."""

from __future__ import annotations

import asyncio
import errno
import os
from pathlib import Path
from typing import Any

import httpx
import pytest
from processes import HEALTH, Scripted, folders, nodes, until

from jupyterlab_leap import bridge as bridge_module


@pytest.mark.parametrize(
    ("number", "says", "does"),
    [
        (errno.ENOSPC, "The disk for temporary files of this server is full", "Delete what you do not need"),
        (errno.EDQUOT, "The disk for temporary files of this server is full", "Delete what you do not need"),
        (errno.EMFILE, "too many open files", "Shut down notebooks"),
    ],
)
async def test_a_server_that_has_no_room_for_the_service_says_what_to_do(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, number: int, says: str, does: str
) -> None:
    def full(**_: Any) -> str:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("tempfile.mkdtemp", full)
        answer = await client.get(HEALTH)

    assert answer.status_code == 503
    assert answer.json()["code"] == "unavailable"
    assert says in answer.json()["message"]
    assert does in answer.json()["message"]
    assert (await client.get(HEALTH)).status_code == 200


async def test_B61_a_killed_service_is_started_again(client: httpx.AsyncClient, temporary: Path) -> None:
    await client.get(HEALTH)
    (first,) = nodes()
    first.kill()
    await until(lambda: folders(temporary) == [])

    response = await client.get(HEALTH)

    assert response.status_code == 200
    (second,) = nodes()
    assert second.pid != first.pid


async def test_B61_a_hung_service_is_an_error_and_is_replaced(
    quick: None, scripted: Scripted, client: httpx.AsyncClient
) -> None:
    await client.get(HEALTH)
    (first,) = nodes()

    first.suspend()
    response = await client.get(HEALTH)

    assert response.status_code == 504
    assert response.json()["code"] == "timed-out"
    assert response.json()["retryable"] is True
    assert (await client.get(HEALTH)).status_code == 200
    assert not first.is_running()
    assert scripted.starts == 2


async def test_B61_a_stream_of_a_hung_service_breaks_off(
    quick: None, scripted: Scripted, client: httpx.AsyncClient
) -> None:
    async with client.stream("POST", "home/usage?act=stream", json={}) as response:
        lines = response.aiter_lines()
        await anext(lines)

        nodes()[0].suspend()
        with pytest.raises(httpx.RemoteProtocolError):
            async for _ in lines:
                pass

    assert (await client.get(HEALTH)).status_code == 200
    assert scripted.starts == 2


async def test_B61_a_slow_answer_ends_no_service(
    quick: None, scripted: Scripted, client: httpx.AsyncClient
) -> None:
    response = await client.get(f"{HEALTH}?act=hang")

    assert response.json()["code"] == "timed-out"
    assert (await client.get(HEALTH)).status_code == 200
    assert scripted.starts == 1


async def test_B61_a_crash_loop_ends_in_a_sentence_and_a_retry_helps(
    quick: None, scripted: Scripted, client: httpx.AsyncClient
) -> None:
    scripted.behave("crash")

    response = await client.get(HEALTH)

    assert response.status_code == 503
    error = response.json()
    assert error["code"] == "service-failed"
    assert error["message"].startswith("The LEAP service stopped 5 times within a minute.")
    assert error["retryable"] is True
    assert scripted.starts == 5

    # At once there is nothing new to be said, and nothing new is started for those who poll.
    assert (await client.get(HEALTH)).json()["code"] == "service-failed"
    assert scripted.starts == 5

    scripted.behave("normal")
    await asyncio.sleep(bridge_module.PAUSE_SECONDS)
    assert (await client.get(HEALTH)).status_code == 200
    assert scripted.starts == 6


@pytest.mark.parametrize("behaviour", ["silent", "babble"])
async def test_B61_a_service_that_does_not_start_properly_is_given_up(
    quick: None,
    scripted: Scripted,
    client: httpx.AsyncClient,
    temporary: Path,
    behaviour: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bridge_module, "CRASHES", 2)
    monkeypatch.setattr(bridge_module, "START_SECONDS", 1)
    scripted.behave(behaviour)

    response = await client.get(HEALTH)

    assert response.json()["code"] == "service-failed"
    assert nodes() == []
    assert folders(temporary) == []


async def test_what_the_service_says_about_its_start_is_passed_on(
    scripted: Scripted, client: httpx.AsyncClient
) -> None:
    scripted.behave("refuse")

    response = await client.get(HEALTH)

    assert response.status_code == 503
    assert response.json()["code"] == "service-failed"
    assert response.json()["message"] == "The disk is on fire."


async def test_B63_another_version_on_disk_asks_for_a_restart(
    scripted: Scripted, client: httpx.AsyncClient, temporary: Path
) -> None:
    scripted.behave("other-version")

    response = await client.get(HEALTH)

    assert response.json()["code"] == "service-failed"
    assert "upgraded" in response.json()["message"]
    assert nodes() == []
    assert folders(temporary) == []


async def test_B62_a_socket_that_vanished_is_made_again(client: httpx.AsyncClient, temporary: Path) -> None:
    await client.get(HEALTH)
    (first,) = nodes()
    (folder,) = folders(temporary)
    (folder / "s").unlink()

    assert (await client.get(HEALTH)).status_code == 200

    assert not first.is_running()
    assert len(nodes()) == 1

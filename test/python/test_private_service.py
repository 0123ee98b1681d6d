"""Nobody but its user reaches the service: socket, folder, secret, environment."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import psutil
import pytest
from processes import HEALTH, Scripted, folders, nodes, until

from jupyterlab_leap.bridge import Bridge


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

"""A Jupyter server with the extension and a real service, or a scripted one in its place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hub_world import free_ports
from processes import BUILT, Scripted
from traitlets.config import Config

from jupyterlab_leap import bridge as bridge_module
from jupyterlab_leap import node
from jupyterlab_leap.bridge import Bridge
from jupyterlab_leap.handlers import LeapExtension

pytest_plugins = ["pytest_jupyter.jupyter_server"]


@pytest.fixture(scope="session")
def built_service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundle, so that a build beside these tests cannot take it away."""
    return Path(shutil.copytree(BUILT, tmp_path_factory.mktemp("service") / "service"))


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The machine's temporary folder, empty: what the service leaves behind is seen in it."""
    folder = Path(tempfile.mkdtemp(prefix="t", dir="/tmp"))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def service_folder(built_service: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the extension finds its service: the real one."""
    monkeypatch.setattr(node, "SERVICE", built_service)
    return built_service


@pytest.fixture
def scripted(tmp_path: Path, service_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Scripted:
    """Put the scripted service in the place of the real one."""
    folder = tmp_path / "scripted"
    folder.mkdir()
    shutil.copy(service_folder / "contract.json", folder)
    shutil.copy(Path(__file__).with_name("scripted_service.cjs"), folder / "main.cjs")
    monkeypatch.setattr(node, "SERVICE", folder)
    return Scripted(folder)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines and pauses as short as a busy machine allows: what works has to come before them."""
    for name, value in {
        "PATIENCE": httpx.Timeout(None, read=0.4),
        "HEALTH_SECONDS": 2,
        "PAUSE_SECONDS": 2,
        "BACK_OFF_SECONDS": 0.005,
    }.items():
        monkeypatch.setattr(bridge_module, name, value)


@pytest.fixture
def leap_config(tmp_path: Path) -> dict[str, Any]:
    """`c.Leap` of the server under test."""
    home = tmp_path / "quota"
    home.mkdir()
    return {"home_directory": str(home), "cache_directory": str(tmp_path / "cache")}


@pytest.fixture
def jp_server_config(leap_config: dict[str, Any]) -> Config:
    """A server with the extension."""
    extensions = {"jupyterlab_leap": True}
    return Config({"ServerApp": {"jpserver_extensions": extensions}, "Leap": leap_config})


@pytest.fixture
def bridge(jp_serverapp: Any) -> Bridge:
    """The running extension's bridge."""
    (app,) = jp_serverapp.extension_manager.extension_apps["jupyterlab_leap"]
    assert isinstance(app, LeapExtension)
    assert app.bridge is not None
    return app.bridge


@pytest.fixture
def address(jp_serverapp: Any, http_server: Any, jp_http_port: int, jp_base_url: str) -> str:
    """Where the routes are."""
    return f"http://127.0.0.1:{jp_http_port}{jp_base_url}jupyterlab-leap/"


@pytest.fixture
def connect(address: str, jp_asyncio_loop: Any) -> Iterator[Callable[..., httpx.AsyncClient]]:
    """Make HTTP clients, each with its own cookies."""
    made: list[httpx.AsyncClient] = []

    def make(**options: Any) -> httpx.AsyncClient:
        limits = httpx.Limits(max_connections=None)
        made.append(httpx.AsyncClient(base_url=address, timeout=60, limits=limits, **options))
        return made[-1]

    yield make
    for client in made:
        jp_asyncio_loop.run_until_complete(client.aclose())


@pytest.fixture
def client(connect: Callable[..., httpx.AsyncClient], jp_auth_header: dict[str, str]) -> httpx.AsyncClient:
    """A client with the server's token."""
    return connect(headers=jp_auth_header)


@pytest.fixture
def unused_port() -> int:
    """A port that nobody listened on a moment ago."""
    return free_ports(1)[0]

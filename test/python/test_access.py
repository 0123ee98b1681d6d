"""Who gets through: every route, every way to be refused, and a service that never hears of it."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from jupyter_server.auth import Authorizer, User
from jupyter_server.utils import JupyterServerAuthWarning
from processes import ROUTES, Scripted
from traitlets.config import Config

Connect = Callable[..., httpx.AsyncClient]
JSON = {"Content-Type": "application/json"}
each_route = pytest.mark.parametrize("route", sorted(ROUTES))


class DenyAll(Authorizer):
    """An operator who allows nothing."""

    asked: list[tuple[str, str]] = []

    def is_authorized(self, handler: Any, user: Any, action: str, resource: str) -> bool:
        """Remember what was asked, and refuse."""
        self.asked.append((action, resource))
        return False


class ReadOnly(Authorizer):
    """An operator who lets people look at images alone."""

    def is_authorized(self, handler: Any, user: Any, action: str, resource: str) -> bool:
        """The image, and only to read."""
        return action == "read" and resource == "jupyterlab-leap:image"


async def ask(client: httpx.AsyncClient, route: str, **headers: str) -> httpx.Response:
    """Ask a route in the right way."""
    method = ROUTES[route]["method"]
    content = b"{}" if method == "POST" else None
    typed = JSON if method == "POST" else {}
    return await client.request(method, route, content=content, headers={**typed, **headers})


async def signed_in(connect: Connect, address: str, token: str) -> tuple[httpx.AsyncClient, str]:
    """A browser with the server's cookies, and its XSRF token."""
    browser = connect()
    base = address.removesuffix("jupyterlab-leap/")
    await browser.get(f"{base}login")
    await browser.post(f"{base}login", data={"password": token, "_xsrf": browser.cookies["_xsrf"]})
    assert any(name.startswith("username-") for name in browser.cookies)
    return browser, browser.cookies["_xsrf"]


@pytest.fixture
def token(jp_serverapp: Any) -> str:
    """The server's token."""
    return str(jp_serverapp.identity_provider.token)


@each_route
async def test_without_a_token(scripted: Scripted, connect: Connect, route: str) -> None:
    response = await ask(connect(), route)

    assert response.status_code == 403
    assert response.json()["code"] == "forbidden"
    assert scripted.journal == []


@each_route
async def test_with_a_wrong_token(scripted: Scripted, connect: Connect, route: str) -> None:
    response = await ask(connect(), route, Authorization="token 0123456789")

    assert response.status_code == 403
    assert scripted.journal == []


@each_route
async def test_SEC_T06_a_cookie_alone_is_not_enough(
    scripted: Scripted, connect: Connect, address: str, token: str, route: str
) -> None:
    browser, xsrf = await signed_in(connect, address, token)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    attempts: dict[str, dict[str, str]] = {
        "no XSRF token": {},
        "wrong XSRF token": {"X-XSRFToken": "2|00000000|00000000000000000000000000000000|1"},
        "malformed XSRF token": {"X-XSRFToken": "x"},
        "a page of this host": {"Referer": f"{origin}/user/mallory/evil.html"},
        "a page of another host": {"Referer": "https://evil.example/", "Sec-Fetch-Mode": "no-cors"},
        "Origin of this host": {"Origin": origin},
        "no-cors": {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Site": "cross-site"},
        "Origin null": {"Origin": "null"},
        "Origin of another host": {"Origin": "https://evil.example"},
    }

    statuses = {name: (await ask(browser, route, **more)).status_code for name, more in attempts.items()}

    # Jupyter itself answers 404 to another origin.
    assert {name: status for name, status in statuses.items() if status not in {403, 404}} == {}
    assert scripted.journal == []

    response = await ask(browser, route, **{"X-XSRFToken": xsrf})
    assert response.status_code == 200
    assert response.json()["url"].startswith(f"/{route}")


@each_route
async def test_SEC_T06_another_origin_is_refused_even_with_the_xsrf_token(
    scripted: Scripted, connect: Connect, address: str, token: str, route: str
) -> None:
    browser, xsrf = await signed_in(connect, address, token)

    for origin in ("https://evil.example", "null"):
        response = await ask(browser, route, **{"X-XSRFToken": xsrf, "Origin": origin})
        assert response.status_code in {403, 404}

    assert scripted.journal == []


@pytest.mark.parametrize(
    "media_type",
    [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "",
        "application/jsonp",
    ],
)
@pytest.mark.parametrize("route", sorted(name for name in ROUTES if ROUTES[name]["method"] == "POST"))
async def test_SEC_T06_a_form_cannot_post(
    scripted: Scripted, client: httpx.AsyncClient, route: str, media_type: str
) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    response = await client.post(route, content=b"{}", headers=headers)

    assert response.status_code == 415
    assert response.json()["code"] == "bad-request"
    assert scripted.journal == []


@pytest.mark.parametrize("route", [*sorted(ROUTES), "no/such/route"])
async def test_a_stranger_is_refused_before_the_body_is_read_and_learns_no_route(
    scripted: Scripted, address: str, route: str
) -> None:
    url = urlsplit(address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    head = f"POST {url.path}{route} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Length: 1000000\r\n\r\n"

    writer.write(head.encode())
    status = await reader.readline()

    assert status.split()[1] == b"403"
    assert scripted.journal == []
    writer.close()


class TestDenied:
    """An authoriser that refuses."""

    @pytest.fixture
    def jp_server_config(self, jp_server_config: Config) -> Config:
        """The same server with another authoriser."""
        DenyAll.asked = []
        jp_server_config.ServerApp.authorizer_class = DenyAll
        return jp_server_config

    @each_route
    async def test_is_asked_with_the_resource_of_the_route(
        self, scripted: Scripted, client: httpx.AsyncClient, route: str
    ) -> None:
        response = await ask(client, route)

        assert response.status_code == 403
        assert response.json()["code"] == "forbidden"
        assert DenyAll.asked == [(ROUTES[route]["action"], ROUTES[route]["resource"])]
        assert scripted.journal == []


class TestReadOnly:
    """An authoriser that distinguishes."""

    @pytest.fixture
    def jp_server_config(self, jp_server_config: Config) -> Config:
        """The same server with another authoriser."""
        jp_server_config.ServerApp.authorizer_class = ReadOnly
        return jp_server_config

    async def test_opens_one_subject_and_no_other(
        self, scripted: Scripted, client: httpx.AsyncClient
    ) -> None:
        statuses = {route: (await ask(client, route)).status_code for route in ROUTES}

        allowed = {route for route, status in statuses.items() if status == 200}
        assert allowed == {route for route in ROUTES if route.startswith("image/")}


class TestGuest:
    """A user of the hub on the server of another one."""

    @pytest.fixture(autouse=True)
    def hub(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """This server belongs to somebody whom nobody here is."""
        monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/owner/")
        monkeypatch.setenv("JUPYTERHUB_USER", "owner")

    async def test_T9_SEC_T10_reads_and_neither_gets_a_token_nor_changes_anything(
        self, scripted: Scripted, client: httpx.AsyncClient
    ) -> None:
        statuses = {route: (await ask(client, route)).status_code for route in ROUTES}

        refused = {route for route, status in statuses.items() if status == 403}
        assert refused == {route for route, spec in ROUTES.items() if spec["action"] != "read"}
        assert "token/grant" in refused

    async def test_T9_whose_server_it_is_may_do_everything(
        self,
        scripted: Scripted,
        client: httpx.AsyncClient,
        jp_serverapp: Any,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        sign_in = jp_serverapp.identity_provider.get_user

        async def owner(handler: Any) -> User | None:
            return User("owner") if await sign_in(handler) else None

        monkeypatch.setattr(jp_serverapp.identity_provider, "get_user", owner)

        statuses = {route: (await ask(client, route)).status_code for route in ROUTES}

        assert set(statuses.values()) == {200}


async def test_T9_off_the_hub_a_variable_of_the_hub_makes_nobody_a_guest(
    scripted: Scripted, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JUPYTERHUB_SERVICE_PREFIX", raising=False)
    monkeypatch.setenv("JUPYTERHUB_USER", "somebody")

    assert (await ask(client, "home/deletion")).status_code == 200


class TestNoRouteIsPublic:
    """What Jupyter itself finds when it looks for handlers without authentication."""

    @pytest.fixture
    def jp_server_config(self, jp_server_config: Config) -> Config:
        """A server that complains about public handlers and about extensions that fail."""
        jp_server_config.ServerApp.allow_unauthenticated_access = False
        jp_server_config.ServerApp.reraise_server_extension_failures = True
        return jp_server_config

    def test_no_warning(
        self, jp_configurable_serverapp: Callable[..., Any], recwarn: pytest.WarningsRecorder
    ) -> None:
        warnings.simplefilter("always")

        jp_configurable_serverapp()

        ours = [str(note.message) for note in recwarn if note.category is JupyterServerAuthWarning]
        assert [message for message in ours if "leap" in message.lower()] == []

    async def test_a_refusal_stays_JSON(self, scripted: Scripted, connect: Connect) -> None:
        response = await ask(connect(), "server/health")

        assert response.status_code == 403
        assert response.json()["code"] == "forbidden"

"""The extension behind a real JupyterHub: its proxy, users and named servers. Long: `./dev test --long`.

The hub is in an environment of its own:
`python3 -m venv .venvs/hub; .venvs/hub/bin/pip install jupyterhub; npm install --prefix .venvs/hub/proxy
configurable-http-proxy`. Its servers run the JupyterLab of `.venv`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

CHECKOUT = Path(__file__).parents[2]
HUB = CHECKOUT / ".venvs" / "hub"
START_SECONDS = 60

pytestmark = [
    pytest.mark.skipif("LEAP_LONG_TESTS" not in os.environ, reason="takes a minute"),
    pytest.mark.skipif(not (HUB / "proxy").exists(), reason="there is no hub in .venvs/hub"),
]


class World:
    """A hub, Google's services beside it, and all that they wrote."""

    def __init__(
        self, root: Path, hub: subprocess.Popen[bytes], google: subprocess.Popen[bytes], port: int
    ) -> None:
        self.root, self.hub, self.google = root, hub, google
        self.base = f"http://127.0.0.1:{port}/base/"

    def tokens(self) -> list[str]:
        """Every token that was handed out so far."""
        assert self.google.stdin and self.google.stdout
        self.google.stdin.write(b"tokens\n")
        self.google.stdin.flush()
        return list(json.loads(self.google.stdout.readline()))

    def browser(self, name: str) -> httpx.Client:
        """A browser that has signed in to the hub."""
        browser = httpx.Client(base_url=self.base, follow_redirects=True, timeout=START_SECONDS)
        browser.get("hub/login")
        form = {
            "username": name,
            "password": "test",
            "_xsrf": browser.cookies.get("_xsrf", path="/base/hub/"),
        }
        assert browser.post("hub/login", data=form).status_code == 200
        return browser


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """Start everything in a folder of its own."""
    root = Path(tempfile.mkdtemp(prefix="leap-hub-"))
    for folder in ("tmp", "home"):
        (root / folder).mkdir()
    bundle = root / "google.cjs"
    source = CHECKOUT / "test" / "support" / "google" / "main.ts"
    esbuild = [CHECKOUT / "node_modules" / ".bin" / "esbuild", source, "--bundle", "--platform=node"]
    subprocess.run([*esbuild, f"--outfile={bundle}", "--log-level=error"], check=True)
    google = subprocess.Popen(["node", bundle], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert google.stdout
    places = json.loads(google.stdout.readline())
    write_config(root, places)
    ports = free_ports(3)
    environment = {
        **os.environ,
        "LEAP_HUB_ROOT": str(root),
        "LEAP_HUB_TMP": str(root / "tmp"),
        "LEAP_HUB_GOOGLE": json.dumps(places),
        "LEAP_HUB_PORTS": " ".join(map(str, ports)),
        "PATH": f"{HUB / 'bin'}:{CHECKOUT / '.venv' / 'bin'}:{os.environ['PATH']}",
    }
    config = CHECKOUT / "test" / "support" / "hub" / "jupyterhub_config.py"
    with (root / "hub.log").open("wb") as log:
        hub = subprocess.Popen(
            [HUB / "bin" / "jupyterhub", "-f", config], env=environment, cwd=root, stdout=log, stderr=log
        )
    world = World(root, hub, google, ports[1])
    try:
        wait_for(f"{world.base}hub/login")
        yield world
    finally:
        hub.terminate()
        hub.wait(30)
        google.terminate()
        google.wait(10)
        shutil.rmtree(root, ignore_errors=True)


def write_config(root: Path, places: dict[str, str]) -> None:
    """The operator's settings."""
    bucket = {"title": "Bucket", "access": "own-folder"}
    settings = {
        "storage_endpoint": places["storage"],
        "token_exchange_url": places["exchangeUrl"],
        "token_info_url": places["infoUrl"],
        "buckets": [{"name": name, **bucket} for name in ("leap-persistent", "leap-scratch")],
    }
    lines = [f"c.Leap.{name} = {value!r}" for name, value in settings.items()]
    (root / "jupyter_server_config.py").write_text("\n".join(lines))


def wait_for(address: str) -> None:
    """Until the page is there; before that nobody answers, then the proxy alone."""
    until = time.monotonic() + START_SECONDS
    while True:
        with suppress(httpx.TransportError):
            if httpx.get(address).status_code == 200:
                return
        assert time.monotonic() < until, f"nothing answers at {address}"
        time.sleep(0.1)


class Server:
    """A user's server, seen from a browser."""

    def __init__(self, browser: httpx.Client, world: World, path: str) -> None:
        self.browser, self.path = browser, f"{world.base}user/{path}"
        browser.get(f"{world.base}hub/spawn/{path.rstrip('/')}")
        until = time.monotonic() + START_SECONDS
        while "jupyter-config-data" not in (page := browser.get(f"{self.path}lab")).text:
            if page.url.path.endswith("/oauth2/authorize"):  # somebody else's server: may it know who comes?
                scopes = re.findall(r'name="scopes"[^>]*value="([^"]*)"', page.text)
                form = {"scopes": scopes, "_xsrf": browser.cookies.get("_xsrf", path="/base/hub/")}
                browser.post(page.url, data=form)
            assert time.monotonic() < until, (world.root / "hub.log").read_text()[-3000:]
            time.sleep(1)
        cookies = [
            each for each in browser.cookies.jar if each.name == "_xsrf" and self.path.endswith(each.path)
        ]
        self.headers = {"X-XSRFToken": str(cookies[0].value)}

    def get(self, route: str, **query: str) -> httpx.Response:
        """Ask as the extension does."""
        return self.browser.get(f"{self.path}jupyterlab-leap/{route}", params=query, headers=self.headers)

    def post(self, route: str, query: dict[str, Any]) -> httpx.Response:
        """Ask as the extension does."""
        return self.browser.post(f"{self.path}jupyterlab-leap/{route}", json=query, headers=self.headers)


@pytest.fixture(scope="module")
def ann(world: World) -> Server:
    """Ann's default server."""
    return Server(world.browser("ann"), world, "ann/")


@pytest.fixture(scope="module")
def named(world: World, ann: Server) -> Server:
    """Ann's second server."""
    return Server(ann.browser, world, "ann/gpu-box/")


def test_says_which_server_it_is_and_links_the_hub_around_it(
    world: World, ann: Server, named: Server
) -> None:
    default, other = (each.get("server/description").json() for each in (ann, named))

    assert (default["onHub"], default["user"], default["name"]) == (True, "ann", "")
    assert (other["onHub"], other["user"], other["name"]) == (True, "ann", "gpu-box")
    for description in (default, other):
        links = {link["kind"]: link["address"] for link in description["links"]}
        assert links["control-panel"] == "/base/hub/home"
        for kind in ("control-panel", "tokens"):
            page = ann.browser.get(httpx.URL(world.base).join(links[kind]))
            assert page.status_code == 200
            assert "Sign in" not in page.text


def test_streams_through_the_proxy_line_by_line(named: Server) -> None:
    address = f"{named.path}jupyterlab-leap/home/usage"
    with named.browser.stream("POST", address, json={"maxAgeSeconds": 0}, headers=named.headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/x-ndjson"
        lines = [json.loads(line) for line in answer.iter_lines() if line.strip()]
    assert lines[-1] == {"end": True}
    assert lines[-2]["item"]["phase"] == "done"


# What a browser says about a page's own requests, and about another site's; a hub takes a GET without these
# headers for a person's own visit.
ASKED_BY = [("cors", "same-origin"), ("no-cors", "cross-site"), ("cors", "cross-site")]


@pytest.mark.parametrize(("mode", "site"), ASKED_BY)
def test_SEC_T06_a_cookie_alone_is_not_enough(
    world: World, ann: Server, named: Server, mode: str, site: str
) -> None:
    given = world.tokens()
    headers = {"Sec-Fetch-Mode": mode, "Sec-Fetch-Site": site}
    for server in (ann, named):
        for method, route in (("GET", "home/summary"), ("POST", "home/usage"), ("POST", "token/grant")):
            address = f"{server.path}jupyterlab-leap/{route}"
            body = {} if method == "POST" else None
            answer = server.browser.request(method, address, json=body, headers=headers)
            # Refused before the body is read: the proxy may see the connection close before the refusal.
            assert answer.status_code in ({403} if method == "GET" else {403, 503}), (method, route)
    assert world.tokens() == given


def test_measures_this_server_and_not_the_machine(ann: Server) -> None:
    memory = ann.get("server/resources").json()["memory"]

    assert memory["limitBytes"] <= 8_589_934_592
    assert memory["limitSource"] in {"MEM_LIMIT", "cgroup"}


WISH = {"bucket": "leap-persistent", "prefix": "ann/", "access": "read", "atMost": "folder"}


def test_SEC_T10_a_visitor_looks_and_gets_no_token(world: World, ann: Server) -> None:
    bob = Server(world.browser("bob"), world, "ann/")

    assert bob.get("server/description").status_code == 200
    given = world.tokens()
    refused = bob.post("token/grant", WISH)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert world.tokens() == given


def test_SEC_T15_the_token_is_found_nowhere_after_a_run(world: World, ann: Server, named: Server) -> None:
    answer = ann.post("token/grant", WISH)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    token = answer.json()["token"]
    in_address = ann.browser.post(
        f"{ann.path}jupyterlab-leap/token/grant?token=x", json=WISH, headers=ann.headers
    )
    assert in_address.status_code in {400, 403}
    statuses = [named.post("token/grant", WISH).status_code for _ in range(7)]
    # The home and its servers are one user's, and so is the hour.
    assert statuses.count(200) <= 6
    assert statuses[-1] == 429

    tokens = world.tokens()
    assert token in tokens
    searched = 0
    for path in world.root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            searched += 1
            assert not any(each.encode() in content for each in tokens), path
    assert searched > 5
    assert "token granted" in (world.root / "hub.log").read_text()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            seen = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        assert not any(each.encode() in seen for each in tokens), process

"""The extension behind a real JupyterHub: its proxy, users, named servers and Dask Gateway."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import psutil
import pytest
from hub_world import HUB, Server, World
from processes import is_server_of, scans, services, words_of

# How long a count of ann's home takes: at most this many looks at files in a second.
OPERATIONS, COUNT_SECONDS, FOLDERS = 600, 20, 60

pytestmark = pytest.mark.skipif(
    not (HUB / "bin" / "jupyterhub").exists(), reason="`./dev test` makes its hub"
)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """One hub for all of these."""
    world = World(settings={"scan_operations_per_second": OPERATIONS // COUNT_SECONDS})
    for number in range(OPERATIONS):
        folder = world.root / "home" / "ann" / "data" / str(number % FOLDERS)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.txt").touch()
    yield world
    world.end()


@pytest.fixture(scope="module")
def ann(world: World) -> Server:
    """Ann's default server."""
    return Server(world.browser("ann"), world, "ann/")


@pytest.fixture(scope="module")
def named(world: World, ann: Server) -> Server:
    """Ann's second server."""
    return Server(ann.browser, world, "ann/plain/")


def test_says_which_server_it_is_and_links_the_hub_around_it(
    world: World, ann: Server, named: Server
) -> None:
    default, other = (each.get("server/description").json() for each in (ann, named))

    assert (default["onHub"], default["user"], default["name"]) == (True, "ann", "")
    assert (other["onHub"], other["user"], other["name"]) == (True, "ann", "plain")
    for description in (default, other):
        links = {link["kind"]: link["address"] for link in description["links"]}
        assert links["control-panel"] == "/base/hub/home"
        for kind in ("control-panel", "tokens"):
            page = ann.browser.get(httpx.URL(world.base).join(links[kind]))
            assert page.status_code == 200
            assert "Sign in" not in page.text


def test_streams_through_the_proxy_to_the_last_line(named: Server) -> None:
    address = f"{named.path}jupyterlab-leap/home/clearable"
    with named.browser.stream("POST", address, json={"maxAgeSeconds": 0}, headers=named.headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/x-ndjson"
        lines = [json.loads(line) for line in answer.iter_lines() if line.strip()]
    assert lines[-1] == {"end": True}
    assert lines[-2]["item"]["phase"] == "done"


def test_hands_lines_on_as_they_come_and_stops_when_nobody_reads(world: World, ann: Server) -> None:
    address = f"{ann.path}jupyterlab-leap/home/usage"
    with ann.browser.stream("POST", address, json={"maxAgeSeconds": 0}, headers=ann.headers) as answer:
        for line in answer.iter_lines():
            item = json.loads(line)["item"]
            assert item["phase"] == "scanning", "all lines came together, when the count was over"
            if item["files"] > 0:
                assert len(scans(world.root)) == 1
                break
        else:
            pytest.fail("no line while it counts")

    until = time.monotonic() + COUNT_SECONDS / 2
    while scans(world.root):
        assert time.monotonic() < until, "the count goes on although nobody waits for it"
        time.sleep(0.1)


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


def test_T9_SEC_T10_a_visitor_looks_and_gets_no_token(world: World, ann: Server) -> None:
    bob = Server(world.browser("bob"), world, "ann/")

    assert bob.get("server/description").status_code == 200
    given = world.tokens()
    refused = bob.post("token/grant", WISH)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert world.tokens() == given
    changes = {
        "server/start": {"name": "mine"},
        "server/stop": {"name": "", "forget": False},
        "server/cluster-stop": {"name": "a"},
    }
    for route, query in changes.items():
        refused = bob.post(route, query)
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden"), route
    names = [each["name"] for each in ann.post("server/hub-servers", {}).json()["servers"]]
    assert "mine" not in names


def test_T2_T14_SEC_T15_six_tokens_an_hour_and_found_nowhere(
    world: World, ann: Server, named: Server
) -> None:
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
    assert "token granted" in world.log()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            seen = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        assert not any(each.encode() in seen for each in tokens), process


def test_lists_starts_and_stops_the_users_servers(ann: Server, named: Server) -> None:
    listed = ann.post("server/hub-servers", {}).json()
    assert (listed["reason"], listed["mayStart"], listed["mayStop"]) == (None, True, True)
    states = {each["name"]: (each["status"], each["isThis"]) for each in listed["servers"]}
    assert states == {"": ("running", True), "plain": ("running", False)}
    assert listed["servers"][1]["address"] == "/base/user/ann/plain/"
    assert listed["spawnPage"] == "/base/hub/spawn/ann/{server}"

    refused = ann.post("server/start", {"name": "../x"})
    assert (refused.status_code, refused.json()["code"]) == (400, "bad-request")
    started = ann.post("server/start", {"name": "second"})
    assert (started.status_code, started.json()["status"]) == (200, "running"), started.text
    twice = ann.post("server/start", {"name": "second"})
    assert (twice.status_code, "already running" in twice.json()["message"]) == (400, True)
    stopped = ann.post("server/stop", {"name": "second", "forget": True})
    assert (stopped.status_code, stopped.json()["status"]) == (200, "stopped"), stopped.text
    names = [each["name"] for each in ann.post("server/hub-servers", {}).json()["servers"]]
    assert names == ["", "plain"]
    assert ann.post("server/stop", {"name": "second", "forget": False}).status_code == 404


def test_says_so_where_the_token_may_not_list_servers(named: Server) -> None:
    listed = named.post("server/hub-servers", {})
    assert (listed.status_code, listed.json()["servers"]) == (200, None)
    assert "control panel" in listed.json()["reason"]
    refused = named.post("server/stop", {"name": "", "forget": False})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert named.browser.get(f"{named.path[: -len('plain/')]}api/status").status_code == 200


def hub_token(world: World) -> str:
    """The token that ann's default server has for its hub."""
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            environment = process.environ()
            is_ann = environment.get("JUPYTERHUB_SERVICE_PREFIX") == "/base/user/ann/"
            is_here = environment.get("HOME", "").startswith(str(world.root))
            if is_ann and is_here and "JUPYTERHUB_API_TOKEN" in environment:
                return environment["JUPYTERHUB_API_TOKEN"]
    raise AssertionError("ann's server does not run")


def test_T14_SEC_T15_the_hubs_token_stays_in_the_server_and_its_service(world: World, ann: Server) -> None:
    token = hub_token(world)
    assert len(token) >= 32
    described = [ann.post("server/hub-servers", {}), ann.post("server/dask-clusters", {})]
    described += [ann.get("server/description"), ann.post("server/stop", {"name": "gone", "forget": False})]
    for answer in described:
        assert token not in answer.text + str(answer.headers)

    running = services(world.root)
    assert running
    for process in running:
        given = [*words_of(process), *process.environ().values()]
        assert not any(token in word for word in given), process
    searched = 0
    for path in world.root.rglob("*"):
        # The Jupyter server's own files, for nobody but its user, have the token that opens it.
        if path.is_file() and path.parent.name != "runtime":
            searched += 1
            assert token.encode() not in path.read_bytes(), path
    assert searched > 5


def test_lists_and_stops_the_dask_clusters_that_its_code_starts(world: World, ann: Server) -> None:
    offered = ann.post("server/dask-clusters", {}).json()
    assert (offered["isOffered"], offered["clusters"]) == (True, [])
    script = f"{offered['code']}\nclient.wait_for_workers(1)\nprint(cluster.name, flush=True)\ninput()"
    server = next(each for each in psutil.process_iter() if is_server_of(each, hub_token(world)))
    program = subprocess.Popen(
        [HUB / "bin" / "python", "-c", script],
        env={**server.environ(), "PYTHONPATH": ""},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout
        name = program.stdout.readline().strip()
        [cluster] = ann.post("server/dask-clusters", {}).json()["clusters"]
        assert (cluster["name"], cluster["status"]) == (name, "running")
        assert cluster["dashboard"] == f"/base/services/dask-gateway/clusters/{name}/status"
        assert cluster["workers"]["count"] == 1
        assert 0 < cluster["workers"]["usedBytes"] < cluster["workers"]["limitBytes"]
        assert ann.browser.get(httpx.URL(world.base).join(cluster["dashboard"])).status_code == 200
        key = {"Authorization": f"jupyterhub {hub_token(world)}"}
        known = httpx.get(f"{world.base}services/dask-gateway/api/v1/clusters/{name}", headers=key).json()
        assert known["options"]["image"] == "pangeo/pangeo-notebook:2026.06.04"

        assert ann.post("server/cluster-stop", {"name": name}).json() == {"status": "stopping"}
        left = ann.post("server/dask-clusters", {}).json()["clusters"]
        assert [each["status"] for each in left] in ([], ["stopping"])
        assert ann.post("server/cluster-stop", {"name": "no-such-cluster"}).status_code in {200, 404}
    finally:
        program.kill()
        program.wait()

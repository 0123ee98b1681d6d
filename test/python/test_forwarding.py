"""What passes between browser and service, and what happens when one of them goes."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from processes import CONTRACT, Scripted, nodes, until
from tornado.httpclient import AsyncHTTPClient

from jupyterlab_leap import bridge as bridge_module
from jupyterlab_leap.bridge import Bridge
from jupyterlab_leap.handlers import RouteHandler


async def test_the_real_service_answers(client: httpx.AsyncClient) -> None:
    response = await client.get("server/health")

    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.json()["version"] == CONTRACT["version"]


async def test_answers_are_kept_by_nobody(client: httpx.AsyncClient) -> None:
    headers = (await client.get("server/health")).headers

    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    # What the service says of its own connection is not for the browser's.
    assert "keep-alive" not in headers


async def test_the_service_is_not_started_before_it_is_asked(client: httpx.AsyncClient) -> None:
    assert nodes() == []

    await client.get("server/health")

    assert len(nodes()) == 1


@pytest.mark.parametrize("query", ["a=%2e%2E%2f&b=+%20&act=echo&c=%C3%A9", "act=echo", "act=echo&a=1&a=2"])
async def test_B08_the_query_is_forwarded_untouched(
    scripted: Scripted, client: httpx.AsyncClient, query: str
) -> None:
    client.base_url = client.base_url.copy_with(query=None)
    target = client.base_url.raw_path + b"server/health?" + query.encode()

    response = await client.get("server/health", extensions={"target": target})

    assert response.json()["url"] == f"/server/health?{query}"


async def test_B08_bytes_that_no_address_should_have_are_escaped(
    scripted: Scripted, address: str, jp_auth_header: dict[str, str]
) -> None:
    url = urlsplit(address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    headers = {"Host": url.netloc, "Connection": "close", **jp_auth_header}
    lines = [f"GET {url.path}server/health?act=echo&a=\xe9\xff HTTP/1.1", *map(": ".join, headers.items())]

    writer.write("\r\n".join([*lines, "", ""]).encode("latin1"))
    answer = await reader.read()

    assert json.loads(answer.partition(b"\r\n\r\n")[2])["url"].endswith("&a=%E9%FF")
    writer.close()


async def test_a_failure_that_nobody_foresaw_keeps_its_own_words_to_itself(
    client: httpx.AsyncClient, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridge, "ask", lambda *_: 1 / 0)

    response = await client.get("server/health")

    assert response.status_code == 500
    assert response.json()["message"] == CONTRACT["refusals"]["500"]["message"]
    assert "zero" not in response.text


async def test_the_body_is_forwarded_and_the_request_has_an_id(
    scripted: Scripted, client: httpx.AsyncClient
) -> None:
    body = json.dumps({"url": "gs://b/ü"}).encode()

    response = await client.post(
        "buckets/listing", content=body, headers={"Content-Type": "Application/JSON; charset=utf-8"}
    )

    answer = response.json()
    assert answer["method"] == "POST"
    assert answer["body"] == body.decode()
    assert len(answer["requestId"]) == 32
    assert answer["requestId"] == response.headers["x-request-id"]


async def test_content_type_and_bytes_stay_as_they_are(scripted: Scripted, client: httpx.AsyncClient) -> None:
    response = await client.get("server/health?act=text")

    assert response.headers["content-type"] == "text/plain; charset=latin1"
    assert response.content == b"\xe9"


async def test_a_status_of_the_service_stays_as_it_is(scripted: Scripted, client: httpx.AsyncClient) -> None:
    response = await client.get("server/health?act=missing")

    assert response.status_code == 404
    assert response.json() == {"code": "not-found"}


async def test_a_stream_arrives_line_by_line(scripted: Scripted, client: httpx.AsyncClient) -> None:
    async with client.stream("POST", "home/usage?act=stream", json={}) as response:
        lines = response.aiter_lines()

        assert json.loads(await anext(lines)) == {"item": {"index": 0}}
        assert json.loads(await anext(lines)) == {"item": {"index": 1}}
        # Some hubs have an nginx in front of them, which would gather lines.
        assert response.headers["x-accel-buffering"] == "no"


async def test_B67_the_service_stops_when_the_browser_goes(
    scripted: Scripted, client: httpx.AsyncClient
) -> None:
    async with client.stream("POST", "home/usage?act=stream", json={}) as response:
        await anext(response.aiter_lines())

    await until(lambda: {"act": "stream", "closed": True, "complete": False} in scripted.journal)


async def test_B67_a_request_that_waits_is_cancelled_too(
    scripted: Scripted, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridge_module, "PATIENCE", httpx.Timeout(None))
    asking = asyncio.create_task(client.get("server/health?act=hang"))
    await until(lambda: any(entry.get("act") == "hang" for entry in scripted.journal))

    asking.cancel()

    await until(lambda: {"act": "hang", "closed": True, "complete": False} in scripted.journal)


async def test_a_slow_browser_slows_the_service(scripted: Scripted, client: httpx.AsyncClient) -> None:
    async with client.stream("POST", "home/usage?act=flood", json={}) as response:
        chunks = response.aiter_raw()
        await anext(chunks)
        # Another request is answered while the flood waits for its reader.
        assert (await client.get("server/health")).status_code == 200

    await until(lambda: any("flooded" in entry for entry in scripted.journal))
    (flooded,) = [entry["flooded"] for entry in scripted.journal if "flooded" in entry]
    assert flooded < 1 << 25


async def test_an_answer_that_breaks_off_is_no_clean_end(
    scripted: Scripted, client: httpx.AsyncClient
) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        async with client.stream("POST", "home/usage?act=die", json={}) as response:
            assert response.status_code == 200
            await response.aread()

    assert (await client.get("server/health")).status_code == 200
    assert scripted.starts == 2


async def test_a_service_that_dies_before_its_answer_is_an_error_with_a_sentence(
    scripted: Scripted, client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    response = await client.get("server/health?act=vanish")

    assert response.status_code == 503
    assert response.json() == {
        "code": "unavailable",
        "message": "The LEAP service stopped. Try again.",
        "retryable": True,
        "requestId": response.headers["x-request-id"],
    }
    (told,) = [entry.getMessage() for entry in caplog.records if "broke off" in entry.getMessage()]
    assert response.headers["x-request-id"] in told
    # What stands in an address may be a name, and by mistake a token.
    assert "vanish" not in told


async def test_B68_a_body_of_100_MB_is_refused_and_not_kept(
    scripted: Scripted, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = []
    receive = RouteHandler.data_received

    def watch(handler: RouteHandler, chunk: bytes) -> None:
        receive(handler, chunk)
        kept.append(len(handler.body))

    monkeypatch.setattr(RouteHandler, "data_received", watch)

    async def body() -> Any:
        for _ in range(100):
            yield bytes(1_000_000)

    headers = {"Content-Type": "application/json", "Content-Length": "100000000"}
    response = await client.post("home/usage", content=body(), headers=headers)

    assert response.status_code == 413
    assert response.json()["code"] == "too-large"
    assert scripted.journal == []
    assert max(kept) < 2 << 20


async def test_B68_a_query_of_almost_1_MiB_passes(scripted: Scripted, client: httpx.AsyncClient) -> None:
    paths = ["x" * 400] * 2500

    response = await client.post("home/review", json={"paths": paths})

    assert json.loads(response.json()["body"]) == {"paths": paths}


@pytest.mark.parametrize("body", [b"{", b"[1,", b"\xff\xfe", b"'x'"])
async def test_B68_malformed_JSON_is_a_bad_request(client: httpx.AsyncClient, body: bytes) -> None:
    response = await client.post("home/usage", content=body, headers={"Content-Type": "application/json"})

    assert response.status_code == 400
    assert response.json()["code"] == "bad-request"
    assert response.json()["message"] == "The request is not JSON."


async def test_B68_an_unknown_field_is_named(client: httpx.AsyncClient) -> None:
    response = await client.post("home/usage", json={"surprise": 1})

    assert response.status_code == 400
    assert "surprise" in response.json()["message"]


async def test_B68_a_field_given_twice_is_named(client: httpx.AsyncClient) -> None:
    response = await client.get("catalog/search?text=a&text=b")

    assert response.status_code == 400
    assert "text" in response.json()["message"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
async def test_another_method_is_refused_in_JSON(
    scripted: Scripted, client: httpx.AsyncClient, method: str
) -> None:
    response = await client.request(method, "server/health", json={})

    assert response.status_code == 405
    assert response.json()["code"] == "bad-request"
    assert scripted.journal == []


@pytest.mark.parametrize("route", ["", "server", "server/healthy", "server/health/x", "../api/status"])
async def test_an_unknown_route_is_refused_in_JSON(
    scripted: Scripted, client: httpx.AsyncClient, route: str
) -> None:
    target = client.base_url.raw_path + route.encode()
    response = await client.get("", extensions={"target": target})

    assert response.status_code == 404
    assert response.json()["code"] == "not-found"
    assert scripted.journal == []


async def test_a_thousand_requests_at_once(
    address: str, jp_auth_header: dict[str, str], jp_serverapp: Any
) -> None:
    # Tornado's client: httpx takes its time with a thousand connections.
    client = AsyncHTTPClient(force_instance=True, max_clients=1000)
    url = f"{address}server/health"

    answers = await asyncio.gather(
        *(client.fetch(url, headers=jp_auth_header, request_timeout=100) for _ in range(1000))
    )

    assert {answer.code for answer in answers} == {200}
    assert len(nodes()) == 1
    client.close()


async def test_polling_is_no_activity(client: httpx.AsyncClient, jp_serverapp: Any) -> None:
    settings = jp_serverapp.web_app.settings
    before = settings.get("api_last_activity")

    await client.get("server/health")
    await client.post("home/usage", json={"surprise": 1})
    await client.get("no/such/route")

    assert settings.get("api_last_activity") == before
    assert settings.get("last_activity_times", {}) == {}

"""The server extension, and one handler a route: authenticate, authorise, check XSRF, pass bytes."""

import asyncio
import json
import os
import re
from typing import Any

from jsonschema import Draft202012Validator, exceptions
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.extension.application import ExtensionApp
from prometheus_client import REGISTRY
from tornado import web
from tornado.iostream import StreamClosedError

from . import config, node
from .bridge import Bridge

MAX_BODY_BYTES = 1 << 20  # no query of the contract comes near


@web.stream_request_body
class RouteHandler(APIHandler):
    """What every route does the same way."""

    _track_activity = False  # a panel that polls must not keep a server alive
    asking: asyncio.Task[Any] | None = None

    def initialize(self, bridge: Bridge, contract: dict[str, Any], route: str | None) -> None:
        """Take what all handlers share, and the route; None is everything else below the namespace."""
        self.bridge, self.contract, self.route, self.body = bridge, contract, route, bytearray()

    def set_default_headers(self) -> None:
        """Answers are for this page alone, and are kept by nobody on the way."""
        super().set_default_headers()
        self.request_id = os.urandom(16).hex()
        self.set_header("X-Request-Id", self.request_id)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Accel-Buffering", "no")  # nginx before a hub would hold a stream back

    async def prepare(self) -> None:  # type: ignore[override]
        """Refuse before any of the body is read."""
        # Jupyter lets a GET pass when its Referer names this host, but a hub's other users are on it too.
        self.request.headers.pop("Referer", None)
        await super().prepare()
        if not self.current_user or self.route is None:
            raise web.HTTPError(404 if self.current_user else 403)
        if self.request.method == "GET":
            self.check_xsrf_cookie()
        media_type = self.request.headers.get("Content-Type", "").partition(";")[0]
        if self.request.method == "POST" and media_type.strip().lower() != "application/json":
            raise web.HTTPError(415)

    def data_received(self, chunk: bytes) -> None:
        """Keep what may be a query, drop what is too large to be one."""
        if len(self.body) <= MAX_BODY_BYTES:
            self.body += chunk

    def on_connection_close(self) -> None:
        """Stop the service's work when the browser goes."""
        super().on_connection_close()
        if self.asking is not None:
            self.asking.cancel()

    async def forward(self) -> None:
        """Pass the request to the service, and its answer on as fast as the browser takes it."""
        if len(self.body) > MAX_BODY_BYTES:
            raise web.HTTPError(413)
        self.asking = asyncio.current_task()
        query = re.sub("[^!-~]", lambda odd: f"%{ord(odd[0]):02X}", self.request.query)
        request = (self.request.method, f"/{self.route}?{query}".encode(), bytes(self.body), self.request_id)
        try:
            async with self.bridge.ask(*request) as response:
                self.set_status(response.status_code)
                for name in set(response.headers) - {"connection", "date", "keep-alive", "transfer-encoding"}:
                    self.set_header(name, response.headers[name])
                try:
                    async for chunk in response.aiter_raw():
                        self.write(chunk)
                        await self.flush()
                finally:
                    self.asking = None  # a cancellation while the connection is closed would leave it open
            self.finish()
        except (asyncio.CancelledError, StreamClosedError, node.ServiceError) as error:
            self.log.info("LEAP request %s (%s) broke off: %r", self.request_id, self.route, error)
            if self._headers_written or not isinstance(error, node.ServiceError):
                self.detach().close()  # what broke off must not look like what ended
            else:
                self.fail(None, *error.args)

    def fail(self, status: int | None, code: str, message: str) -> None:
        """Answer with an error of the contract; None is the status that goes with its code."""
        self.set_status(status or self.contract["errors"][code]["status"])
        reply = {"code": code, "message": message, "requestId": self.request_id}
        self.finish(json.dumps({**reply, "retryable": self.contract["errors"][code]["retryable"]}))

    def write_error(self, status_code: int, exc_info: Any = (None, None), **_: Any) -> None:
        """The same for what Jupyter and tornado refuse, and the system; their own words may hold a path."""
        known, number = self.contract["refusals"], str(getattr(exc_info[1], "errno", status_code))
        self.fail(None if status_code == 500 else status_code, **known.get(number, known["500"]))


class LeapExtension(ExtensionApp):
    """Fails to load, with an error that names the setting, when `c.Leap` is wrong."""

    name = "jupyterlab_leap"
    bridge: Bridge | None = None

    def initialize_handlers(self) -> None:
        """Add every route of the contract that was built into this package."""
        contract = json.loads((node.SERVICE / "contract.json").read_text("utf-8"))
        settings = config.read_settings(self.config)
        if fault := exceptions.best_match(Draft202012Validator(contract["settings"]).iter_errors(settings)):
            raise ValueError(f"{fault.json_path.replace('$', 'c.Leap', 1)}: {fault.message}")
        self.bridge = Bridge(settings, contract["version"], self.log)
        REGISTRY.register(self.bridge)
        base, shared = f"/{contract['namespace']}/", {"bridge": self.bridge, "contract": contract}
        for route, spec in contract["routes"].items():
            self.handlers.append((base + route, make_handler(**spec), {**shared, "route": route}))
        self.handlers.append((base + ".*", RouteHandler, {**shared, "route": None}))

    async def stop_extension(self) -> None:
        """End the service with the server."""
        if self.bridge is not None:
            REGISTRY.unregister(self.bridge)
            await self.bridge.stop()


def make_handler(method: str, resource: str, action: str) -> type[RouteHandler]:
    """A class of its own for each route: Jupyter's decorators keep what they are told."""

    @web.authenticated
    @authorized(action, resource)  # type: ignore[untyped-decorator]
    async def answer(self: RouteHandler) -> None:
        owner = "JUPYTERHUB_SERVICE_PREFIX" in os.environ and os.environ.get("JUPYTERHUB_USER")
        if action != "read" and owner and self.current_user.username != owner:
            raise web.HTTPError(403)  # a guest on somebody's server looks, and no more
        await self.forward()

    return type("RouteHandler", (RouteHandler,), {method.lower(): answer, "auth_resource": resource})

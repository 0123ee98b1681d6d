"""Starts, restarts and ends the service, and carries requests to it."""

import asyncio
import json
import os
import resource
import shutil
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
from prometheus_client.core import GaugeMetricFamily

from . import node

START_SECONDS, END_SECONDS, HEALTH_SECONDS = 20, 3, 5  # silent about its health for so long, it is hung
PATIENCE = httpx.Timeout(None, read=60)  # longer than an NFS server restarts; no stream is silent so long
# After so many crashes a sentence, and one start after each pause; before, a pause that each crash doubles.
CRASHES, CRASH_SECONDS, PAUSE_SECONDS, BACK_OFF_SECONDS = 5, 60, 3, 0.1
REQUESTS = 64  # at once, others wait: Node's backlog is 511, and httpx is slow with long queues
LONGEST_FOLDER = 107 - len("/leap-12345678/s")  # bytes; a socket's path has 107 at most: unix(7)
GAVE_UP = f"The LEAP service stopped {CRASHES} times within a minute. Choose Retry, or restart your server."
UPGRADED = "The LEAP extension was upgraded while this server ran. Restart your server to use it."


class Run:
    """One start of the service."""

    def __init__(self, process: Any, socket: str, secret: str) -> None:
        transport = httpx.AsyncHTTPTransport(verify=False, uds=socket, limits=httpx.Limits())
        headers = {"X-Leap-Secret": secret, "Content-Type": "application/json"}
        self.client = httpx.AsyncClient(transport=transport, headers=headers, timeout=PATIENCE)
        self.process, self.socket, self.ready, self.stopping = process, socket, False, False
        self.ended: asyncio.Future[None] = asyncio.Future()  # once its traces are removed


class Bridge:
    """The one way from the Jupyter server to the service."""

    def __init__(self, settings: dict[str, Any], version: str, log: Any) -> None:
        self._settings, self._version, self._log = settings, version, log
        self._run: Run | None = None
        self._starting: asyncio.Task[Run] | None = None
        self._crashes: list[float] = []
        self._gauges: list[Any] = []  # name, help, value, whether the value is an instant
        self._closed, self._turns = False, asyncio.Semaphore(REQUESTS)

    @asynccontextmanager
    async def ask(self, method: Any, target: bytes, body: bytes, name: str) -> AsyncIterator[httpx.Response]:
        """Send a target on; leaving early stops the work. Raises ServiceError, also amid an answer."""
        run = await self._running()
        sent: Any = {"content": body, "headers": {"X-Request-Id": name}, "extensions": {"target": target}}
        try:
            async with self._turns, run.client.stream(method, "http://service/", **sent) as response:
                yield response
        except httpx.ReadTimeout as error:
            try:
                await run.client.get("http://service/server/health", timeout=HEALTH_SECONDS)
            except httpx.TransportError:
                await self._end(run, crashed=True)
            raise node.ServiceError("timed-out", "The LEAP service took too long. Try again.") from error
        except httpx.TransportError as error:
            await asyncio.wait({run.ended}, timeout=1)  # so that whoever asks next finds it gone
            raise node.ServiceError("unavailable", "The LEAP service stopped. Try again.") from error

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """What the service said last of the server's metrics, for Prometheus; an instant becomes an age."""
        for name, text, value, is_instant in self._gauges:
            yield GaugeMetricFamily(name, text, time.time() - value if is_instant else value)

    async def stop(self) -> None:
        """End the service for good."""
        self._closed = True
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.wait({self._starting})
        if self._run is not None:
            await self._end(self._run)

    async def _running(self) -> Run:
        run = self._run
        if run is not None and run.ready and run.process.returncode is None:
            if os.path.exists(run.socket):  # noqa: ASYNC240
                return run
            await self._end(run)  # it is leaving, or somebody tidied the temporary folder
        if self._closed:
            raise node.ServiceError("unavailable", "This server is shutting down.")
        if self._starting is None or self._starting.done():
            self._starting = asyncio.create_task(self._start())
        return await asyncio.shield(self._starting)

    async def _start(self) -> Run:
        while True:
            now = time.monotonic()
            recent = self._crashes = [crash for crash in self._crashes if now - crash < CRASH_SECONDS]
            if len(recent) >= CRASHES and now - recent[-1] < PAUSE_SECONDS:
                raise node.ServiceError("service-failed", GAVE_UP)
            await asyncio.sleep(BACK_OFF_SECONDS * 2 ** min(len(recent), CRASHES) if recent else 0)
            if (run := await self._launch()).ready:
                return run

    async def _launch(self) -> Run:
        program = await asyncio.to_thread(node.find_node, self._settings["node_path"])
        base = tempfile.gettempdir() if len(os.fsencode(tempfile.gettempdir())) <= LONGEST_FOLDER else "/tmp"  # noqa: S108
        socket = os.path.join(tempfile.mkdtemp(prefix="leap-", dir=base), "s")
        command = [program, *node.FLAGS, str(node.SERVICE / "main.cjs"), "serve"]
        options: Any = {"env": node.environment(), "cwd": "/", "start_new_session": True}
        process: Any = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, **options)
        run = self._run = Run(process, socket, secret := os.urandom(32).hex())
        run.ended = asyncio.create_task(self._attend(run))
        answer: dict[str, Any] = {}
        with suppress(OSError, ValueError, asyncio.TimeoutError):
            resource.prlimit(process.pid, resource.RLIMIT_CORE, (0, 0))  # no secrets in core files
            start = {"config": self._settings, "hubToken": os.environ.get("JUPYTERHUB_API_TOKEN")}
            process.stdin.write(json.dumps({**start, "secret": secret, "socket": socket}).encode() + b"\n")
            answer = json.loads(await asyncio.wait_for(process.stdout.readline(), START_SECONDS))
        run.ready = answer.get("version") == self._version
        if not run.ready:
            await self._end(run, crashed=not answer)
        if answer and not run.ready:
            raise node.ServiceError("service-failed", answer.get("message", UPGRADED))
        self._listening = asyncio.create_task(self._listen(process.stdout))
        return run

    async def _listen(self, told: asyncio.StreamReader) -> None:
        while not told.at_eof():
            with suppress(ValueError, TypeError):  # printed by a library, or too long for a line
                said = json.loads(await told.readline())
                self._gauges = [(name, text, float(value), at) for name, text, value, at in said]

    async def _end(self, run: Run, *, crashed: bool = False) -> None:
        run.stopping = not crashed
        run.process.stdin.close()
        await asyncio.wait({run.ended}, timeout=0 if crashed else END_SECONDS)
        with suppress(ProcessLookupError):
            run.process.kill()
        await asyncio.wait({run.ended})

    async def _attend(self, run: Run) -> None:
        status = await run.process.wait()
        shutil.rmtree(os.path.dirname(run.socket), ignore_errors=True)
        await run.client.aclose()
        if not run.stopping and (status != 0 or not run.ready):
            self._crashes.append(time.monotonic())
            self._log.warning("The LEAP service ended with status %s.", status)

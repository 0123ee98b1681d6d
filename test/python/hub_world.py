"""A real JupyterHub with a Dask Gateway behind its proxy, and Google's services beside it.

The hub is in an environment of its own (`requirements/hub.txt`); its servers run the JupyterLab of `.venv`.
`python test/python/hub_world.py PORT FILE` runs it for the browser's tests, and writes where what is.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

CHECKOUT = Path(__file__).parents[2]
HUB = CHECKOUT / ".venvs" / "hub"
CONFIG = CHECKOUT / "test" / "support" / "hub" / "jupyterhub_config.py"
START_SECONDS = 60


class World:
    """A hub, Google's services beside it, and all that they wrote."""

    def __init__(self, port: int | None = None, settings: dict[str, Any] | None = None) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="leap-hub-"))
        self.google = self._start_google()
        self._hub: subprocess.Popen[bytes] | None = None
        try:
            assert self.google.stdout
            self.places: dict[str, str] = json.loads(self.google.stdout.readline())
            self._write_config(settings or {})
            ports = [port or free_ports(1)[0], *free_ports(4)]
            self.base = f"http://127.0.0.1:{ports[0]}/base/"
            self._hub = self._start_hub(ports)
            wait_for(f"{self.base}hub/login")
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """End all of it, and take its traces away."""
        for process in (self._hub, self.google):
            if process is not None:
                process.terminate()
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
        shutil.rmtree(self.root, ignore_errors=True)

    def tokens(self) -> list[str]:
        """Every token of Google's that was handed out so far."""
        assert self.google.stdin and self.google.stdout
        self.google.stdin.write(b"tokens\n")
        self.google.stdin.flush()
        return list(json.loads(self.google.stdout.readline()))

    def log(self) -> str:
        """What the hub and all its servers wrote."""
        return (self.root / "hub.log").read_text()

    def browser(self, name: str) -> httpx.Client:
        """A browser that has signed in to the hub."""
        browser = httpx.Client(base_url=self.base, follow_redirects=True, timeout=START_SECONDS)
        browser.get("hub/login")
        xsrf = browser.cookies.get("_xsrf", path="/base/hub/")
        form = {"username": name, "password": "test", "_xsrf": xsrf}
        assert browser.post("hub/login", data=form).status_code == 200
        return browser

    def _start_google(self) -> subprocess.Popen[bytes]:
        bundle = self.root / "google.cjs"
        source = CHECKOUT / "test" / "support" / "google" / "main.ts"
        esbuild = [CHECKOUT / "node_modules" / ".bin" / "esbuild", source, "--bundle", "--platform=node"]
        subprocess.run([*esbuild, f"--outfile={bundle}", "--log-level=error"], check=True)
        files: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return subprocess.Popen(["node", bundle], start_new_session=True, **files)

    def _write_config(self, settings: dict[str, Any]) -> None:
        """The operator's settings."""
        bucket = {"title": "Bucket", "access": "own-folder"}
        all_settings = {
            "storage_endpoint": self.places["storage"],
            "token_exchange_url": self.places["exchangeUrl"],
            "token_info_url": self.places["infoUrl"],
            "buckets": [{"name": name, **bucket} for name in ("leap-persistent", "leap-scratch")],
            **settings,
        }
        lines = [f"c.Leap.{name} = {value!r}" for name, value in all_settings.items()]
        (self.root / "jupyter_server_config.py").write_text("\n".join(lines))

    def _start_hub(self, ports: list[int]) -> subprocess.Popen[bytes]:
        for folder in ("tmp", "home"):
            (self.root / folder).mkdir()
        environment = {
            **os.environ,
            "LEAP_HUB_ROOT": str(self.root),
            "LEAP_HUB_TMP": str(self.root / "tmp"),
            "LEAP_HUB_GOOGLE": json.dumps(self.places),
            "LEAP_HUB_PORTS": " ".join(map(str, ports)),
            "PATH": f"{HUB / 'bin'}:{CHECKOUT / '.venv' / 'bin'}:{os.environ['PATH']}",
        }
        command = [HUB / "bin" / "jupyterhub", "-f", CONFIG]
        with (self.root / "hub.log").open("wb") as log:
            files: Any = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
            return subprocess.Popen(command, env=environment, cwd=self.root, start_new_session=True, **files)


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
            assert time.monotonic() < until, world.log()[-3000:]
            time.sleep(0.2)
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


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on, and below those that the system gives to connections."""
    found: list[int] = []
    while len(found) < count:
        port = random.randrange(10_000, 32_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            found += [port] if port not in found else []
    return found


def wait_for(address: str) -> None:
    """Until the page is there; before that nobody answers, then the proxy alone."""
    until = time.monotonic() + START_SECONDS
    while True:
        with suppress(httpx.TransportError):
            if httpx.get(address).status_code == 200:
                return
        assert time.monotonic() < until, f"nothing answers at {address}"
        time.sleep(0.1)


def main() -> None:
    """Run it until SIGTERM."""
    end = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: end.set())
    world = World(int(sys.argv[1]))
    try:
        told = Path(sys.argv[2])
        told.parent.mkdir(exist_ok=True)
        told.write_text(json.dumps({"base": world.base, "root": str(world.root), **world.places}))
        end.wait()
    finally:
        world.end()


if __name__ == "__main__":
    main()

"""The web face: asked inside the test, and as a server of its own. Both read the fixture catalog alone."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from catalog.web.app import make_app
from catalog.web.live import Live
from catalog.web.server import LOOPBACK
from tests.conftest import SPECS

#: The fixture catalog's vehicles that are asked for most.
VAN, HAULER = "acme-e-van-75", "citroen-e-hauler-50"
Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="session")
def live(cache: Path) -> Live:
    """The fixture catalog, read once."""
    del cache
    return Live([str(SPECS)])


def asker(live: Live) -> Ask:
    """``ask("/api/compare?id=a")`` is what the application answers; a fault of its own fails the test."""
    app = make_app(live, LOOPBACK)

    def ask(url: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def go() -> httpx.Response:
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                named = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, url, headers=named)

        return asyncio.run(go())

    return ask


@pytest.fixture(scope="session")
def ask(live: Live) -> Ask:
    """The application over the fixture catalog."""
    return asker(live)


class Served:
    """A server in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url
        self.port = int(url.rstrip("/").rpartition(":")[2])

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to a request."""
        return httpx.get(self.url.rstrip("/") + path, headers=headers, timeout=30, trust_env=False)

    def connect(self) -> socket.socket:
        """A connection to write on what a client would not."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def raw(self, request: bytes) -> bytes:
        """All that comes back for these bytes until the server closes the connection."""
        with self.connect() as connection:
            connection.sendall(request)
            return read_all(connection)

    def end(self, number: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """End it by a signal: its exit code, and what it said besides where it is."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said


def read_all(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:  # closed with bytes of ours unread
        pass
    return b"".join(parts)


@contextmanager
def serving(*arguments: str, specs: Path = SPECS, **environment: str) -> Iterator[Served]:
    """``vehicles serve`` at a free port, ended at last."""
    process = subprocess.Popen(
        [sys.executable, "-m", "catalog", "serve", "--port", "0", "--no-config", "--specs", str(specs), *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    assert process.stderr is not None
    try:
        line = ""
        while not (found := re.search(r"vehicles at (http://\S+);", line)):
            line = process.stderr.readline()
            assert line, "the server ended before it served"
        yield Served(process, found[1])
    finally:
        process.kill()
        process.wait(30)
        process.stderr.close()


@pytest.fixture(scope="session")
def served(cache: Path) -> Iterator[Served]:
    """A server for all tests that do not end it."""
    del cache
    with serving() as found:
        yield found


@pytest.fixture
def own_specs(tmp_path: Path) -> Path:
    """A copy of the fixture catalog, to be changed."""
    return Path(shutil.copytree(SPECS, tmp_path / "specs"))


def description(ask: Ask) -> Any:
    """The description that the API gives of itself."""
    return ask("/api/openapi.json").json()

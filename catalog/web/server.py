"""The server: where it listens, how it starts and how it stops."""

from __future__ import annotations

import logging
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import uvicorn

from catalog.errors import SettingsError
from catalog.plain import dataclass
from catalog.web.app import make_app
from catalog.web.live import Live
from catalog.web.protocol import GuardedProtocol

#: Names by which this machine reaches itself.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_ANY = ("0.0.0.0", "::")


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and the names by which others may come."""

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names that a request may give as its host."""
        own = () if self.host in _ANY else (f"[{self.host}]" if ":" in self.host else self.host,)
        return tuple(dict.fromkeys(name.lower() for name in (*LOOPBACK, *own, *self.names)))

    def listen(self) -> socket.socket:
        """A listening socket. Raises SettingsError where that cannot be."""
        try:
            family, kind, protocol, _, place = socket.getaddrinfo(
                self.host, self.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            listener = socket.socket(family, kind, protocol)
        except OSError as error:
            raise SettingsError(f"cannot listen at {self.host!r}: {error.strerror}") from None
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
        except OSError as error:
            listener.close()
            other = f"; choose another port, such as {self.port + 1}, or 0 for a free one" if self.port < 65535 else ""
            raise SettingsError(f"cannot listen at {self.host} port {self.port}: {error.strerror}{other}") from None
        listener.listen(512)
        return listener


class _Server(uvicorn.Server):
    """uvicorn's server, ended by a signal as by its own will: quietly, when all that was asked is answered."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        """``ready`` is called when it answers."""
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        before = {number: signal.signal(number, self._leave) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _leave(self, number: int, frame: FrameType | None) -> None:
        self.force_exit = self.should_exit  # who asks twice does not want to wait
        self.should_exit = True


class _Said(logging.Handler):
    """What the server has to tell, told as the command tells everything."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        self._say(self.format(record))


def serve(address: Address, specs: Sequence[str], *, cache: bool, opens: bool, say: Callable[[str], None]) -> int:
    """Serve the catalog until a signal ends it. ``opens`` opens a browser when it answers."""
    listener = address.listen()  # before the catalog is read: a port that is taken is told at once
    logger = logging.getLogger("vehicles.web")
    logger.addHandler(_Said(say))
    logger.setLevel(logging.INFO)
    live = Live(specs, cache=cache)
    for fault in live.snapshot.faults[:3]:
        say(str(fault))
    url = _url(address.host, listener.getsockname()[1])

    def ready() -> None:
        say(f"{len(live.snapshot.names)} vehicles at {url}; Ctrl-C ends it")
        if opens:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    server = _Server(configured(live, address), ready)
    live.start()
    try:
        server.run(sockets=[listener])
    finally:
        live.stop()
    return 0


def configured(live: Live, address: Address) -> uvicorn.Config:
    """How uvicorn is to serve it: with a protocol that has limits, trusting no header of a proxy."""
    return uvicorn.Config(
        make_app(live, address.hosts),
        http=GuardedProtocol,
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_config=None,
        log_level=logging.ERROR,
        timeout_graceful_shutdown=5,
    )


def _url(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in _ANY else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"

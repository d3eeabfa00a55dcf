"""uvicorn's HTTP protocol with limits that it lacks: on the size of a request's head, and on the time it takes.

httptools has no limit on the length of an address and collects it in quadratic time: 64 MB of it stop a server for
seconds. And a client that sends a head slowly, or none, keeps its connection for as long as it likes.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from catalog.render.structured import json_text
from catalog.web.problems import MEDIA_TYPE, problem

#: Most bytes of a request's line and headers, and how long they may take.
HEAD_BYTES = 64 * 1024
HEAD_SECONDS = 10.0
#: How long a client may leave unread what was sent to it.
UNREAD_SECONDS = 30.0
_SLICE = 16 * 1024


class GuardedProtocol(HttpToolsProtocol):
    """One connection."""

    _head = 0  # bytes of a head that is not whole yet
    _reading_head = True
    _timer: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._timer = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        self._read_again()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        for start in range(0, len(data), _SLICE):  # so that a body behind a head is not counted with it
            part = data[start : start + _SLICE]
            if self._reading_head:
                self._head += len(part)
                if self._head > HEAD_BYTES:
                    self._refuse(431, "head-too-large", f"a request's line and headers have {HEAD_BYTES} bytes at most")
                    return
            super().data_received(part)
            if self.transport.is_closing():
                return
        if self._reading_head and self._head and self._timer is None:
            self._timer = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def on_headers_complete(self) -> None:
        self._reading_head = False
        self._head = 0
        self._stop_timer()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._reading_head = True

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self._reading_head and not self.transport.is_closing():
            self.transport.close()  # a body that nobody reads need not be waited for

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._unread is None:
            self._unread = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._read_again()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        self._refuse(400, "bad-request", msg)

    def _too_slow(self) -> None:
        self._timer = None
        if self._head:
            self._refuse(408, "request-timeout", f"a request's headers have to come within {HEAD_SECONDS:g} s")
        else:
            self.transport.close()

    def _refuse(self, status: int, code: str, message: str) -> None:
        self._stop_timer()
        if self.transport.is_closing():
            return
        document = problem(status, code, message)
        body = json_text(document).encode()
        head = (
            f"HTTP/1.1 {status} {document['title']}\r\ncontent-type: {MEDIA_TYPE}\r\n"
            f"content-length: {len(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode("ascii") + body)
        self.transport.close()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _read_again(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

"""What every request goes through before it reaches the application: method, length, host, what is kept.

Answers are kept whole, by path, query and encoding, and of one snapshot: an answer that is asked for again costs
neither routing nor rendering. The handlers below see one snapshot, the one by which the answer is tagged.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from catalog.render.structured import json_text
from catalog.web.answer import Answer, Kept, compressed, is_compressible
from catalog.web.head import host_name, takes_gzip
from catalog.web.problems import MEDIA_TYPE, problem

if TYPE_CHECKING:
    from catalog.web.live import Live

log = logging.getLogger("vehicles.web")
#: Most bytes of a path with its query.
LONGEST = 16 * 1024
#: Whoever keeps an answer asks each time whether it is still right.
REVALIDATED = b"public, no-cache"
_SLOW = 64 * 1024  # bytes whose compression is felt by others

Static = Mapping[bytes, Mapping[bool, Answer]]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Front:
    """The application behind all that holds for every request."""

    def __init__(self, app: Any, live: Live, hosts: Sequence[str], edition: str, static: Static) -> None:
        """``hosts`` are the names by which requests may come; ``edition`` stands for all of an answer that is not the
        snapshot's; ``static`` has by path what is the same for ever."""
        self._app = app
        self._live = live
        self._hosts = frozenset(hosts)
        self._known: set[bytes] = set()  # hosts as they were given, with their ports
        self._edition = edition
        self._static = static
        self._kept = Kept()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":  # nothing else is served
            return
        host = accepted = wanted = b""
        hosts = 0
        for name, value in scope["headers"]:
            if name == b"host":
                host = value
                hosts += 1
            elif name == b"accept-encoding":
                accepted = value
            elif name == b"if-none-match":
                wanted = value
        refused = self._refused(scope, host, hosts)
        if refused is not None:
            await refused.send(send, b"")
            return
        gzip = accepted != b"" and takes_gzip(accepted)
        path, query = scope.get("raw_path") or scope["path"].encode(), scope["query_string"]
        if path in self._static:
            await self._static[path][gzip].send(send, wanted)
            return
        snapshot = self._live.snapshot
        key = path, query, gzip
        answer = self._kept.get(key, snapshot)
        if answer is None:
            answer = await self._made({**scope, "method": "GET", "catalog.snapshot": snapshot}, receive, gzip)
            if answer.tag:
                self._kept.put(key, snapshot, answer)
        await answer.send(send, wanted)

    def _refused(self, scope: Scope, host: bytes, hosts: int) -> Answer | None:
        """The answer to what is asked the wrong way."""
        if scope["method"] not in ("GET", "HEAD"):
            message = f"{scope['method'][:20]} is not answered here: all is read, nothing written"
            allowed = ((b"allow", b"GET, HEAD"), (b"connection", b"close"))
            return _problem(405, "method-not-allowed", message, *allowed)
        if len(scope["query_string"]) + len(scope["path"]) > LONGEST:
            return _problem(414, "uri-too-long", f"an address has {LONGEST} bytes at most")
        if host in self._known and hosts == 1:
            return None
        if hosts != 1 or host_name(host) not in self._hosts:
            shown = host.decode("latin-1")[:100] if hosts == 1 else f"{hosts} host headers"
            message = f"this server does not answer for {shown!r}; `vehicles serve --allow-host NAME` lets it"
            return _problem(421, "misdirected-request", message)
        if len(self._known) < 100:
            self._known.add(host)
        return None

    async def _made(self, scope: Scope, receive: Receive, gzip: bool) -> Answer:
        """What the application answers, whole."""
        status, headers, parts = 0, [], []

        async def take(message: MutableMapping[str, Any]) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], list(message["headers"])
            else:
                parts.append(message.get("body", b""))

        try:
            await self._app(scope, receive, take)
        except Exception as error:
            if not status:
                log.error("%s", scope["path"], exc_info=error)
                return _problem(500, "internal-error", "the server has a fault; its log says which")
        body = b"".join(parts)
        tag = f"{scope['catalog.snapshot'].version}-{self._edition}".encode() if status == 200 else b""
        if is_compressible(headers, body):
            headers.append((b"vary", b"accept-encoding"))
            if gzip:
                headers.append((b"content-encoding", b"gzip"))
                body = compressed(body) if len(body) < _SLOW else await run_in_threadpool(compressed, body)
                tag = tag and tag + b"-gzip"
        return Answer(status, headers, body, tag and b'"' + tag + b'"', REVALIDATED)


def _problem(status: int, code: str, message: str, *headers: tuple[bytes, bytes]) -> Answer:
    own = ((b"content-type", MEDIA_TYPE.encode()), (b"cache-control", b"no-store"), *headers)
    return Answer(status, own, json_text(problem(status, code, message)).encode())

"""A response that is whole, ready to be sent as often as it is asked for; and those that are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from gzip import compress
from typing import Any

from catalog.web.head import SECURITY, tags_of, value_of

Message = dict[str, Any]
#: What is shorter gains nothing from being compressed.
SMALL = 600
_COMPRESSED = (b"text/", b"application/json", b"application/ld+json", b"application/problem+json", b"image/svg+xml",
               b"application/javascript")  # fmt: skip


class Answer:
    """Status, headers and body as ASGI messages, and the shorter answer to who has it already."""

    __slots__ = ("_unchanged", "body", "size", "start", "tag")

    def __init__(
        self, status: int, headers: Sequence[tuple[bytes, bytes]], body: bytes, tag: bytes = b"", cache: bytes = b""
    ) -> None:
        """``headers`` are those of the application; length and security are added, and with a ``tag`` what a cache
        may do with it."""
        kept = [(name, value) for name, value in headers if name != b"content-length"]
        if tag:
            kept += [(b"etag", tag), (b"cache-control", cache)]
        own = [*kept, *SECURITY]
        self.tag = tag
        self.start: Message = {
            "type": "http.response.start",
            "status": status,
            "headers": [*own, (b"content-length", str(len(body)).encode())],
        }
        self.body: Message = {"type": "http.response.body", "body": body}
        skipped = (b"content-type", b"content-encoding", b"content-disposition")
        self._unchanged: Message = {
            "type": "http.response.start",
            "status": 304,
            "headers": [pair for pair in own if pair[0] not in skipped],
        }
        self.size = len(body) + 1500

    async def send(self, send: Any, wanted: bytes) -> None:
        """Send it, or that nothing has changed where ``wanted`` (an ``if-none-match``) has its tag."""
        if wanted and self.tag and (self.tag in (tags := tags_of(wanted)) or b"*" in tags):
            await send(self._unchanged)
            await send({"type": "http.response.body", "body": b""})
        else:
            await send(self.start)
            await send(self.body)


def is_compressible(headers: Sequence[tuple[bytes, bytes]], body: bytes) -> bool:
    """Whether a body is text of a length that is worth it."""
    kind = value_of(headers, b"content-type")
    return len(body) >= SMALL and kind.startswith(_COMPRESSED) and not value_of(headers, b"content-encoding")


def compressed(body: bytes) -> bytes:
    """A body in gzip, the same for the same body."""
    return compress(body, 6, mtime=0)


class Kept:
    """Answers by what was asked, those of one snapshot alone; the ones that were asked for longest ago make room."""

    def __init__(self, most: int = 32 * 1024 * 1024, largest: int = 1024 * 1024) -> None:
        """``most`` bytes in all, none of more than ``largest``."""
        self._most = most
        self._largest = largest
        self._size = 0
        self._of: object = None
        self._answers: OrderedDict[tuple[bytes, bytes, bool], Answer] = OrderedDict()

    def get(self, key: tuple[bytes, bytes, bool], of: object) -> Answer | None:
        """The answer that is kept of this snapshot."""
        if of is not self._of:
            self._answers.clear()
            self._size = 0
            self._of = of
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
        return found

    def put(self, key: tuple[bytes, bytes, bool], of: object, answer: Answer) -> None:
        """Keep an answer, unless it is too large or of a snapshot that is not in force any more."""
        size = answer.size + len(key[0]) + len(key[1])
        if of is not self._of or size > self._largest or key in self._answers:
            return
        self._answers[key] = answer
        self._size += size
        while self._size > self._most:
            (path, query, _), oldest = self._answers.popitem(last=False)
            self._size -= oldest.size + len(path) + len(query)

"""Whether an index in place is still right: undamaged to the last bit, and made of the files as they are now.

SQLite does not notice a flipped bit, so the stamps are kept with a checksum of the whole database. It also ties the two
files together: stamps never speak for an index that they were not written for, whatever was killed between the two.
"""

from __future__ import annotations

import marshal
import os
from zlib import adler32, crc32

from catalog.index.freshness import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.index.freshness import Stamps

#: From as many files on, processes of their own look at them while the command goes on.
MANY = 2_000
_CHUNK = 1 << 20


def as_bytes(stamps: Stamps, seal: int | None) -> bytes:
    """Stamps as they are kept, with the seal of their database, behind a checksum of both."""
    body = marshal.dumps((seal, dict(stamps)), 2)
    return crc32(body).to_bytes(4, "big") + body


def seal_of(path: str) -> int | None:
    """The checksum of a whole file; None where it cannot be read."""
    found = 1
    try:
        with open(path, "rb", buffering=0) as file:
            while chunk := file.read(_CHUNK):
                found = adler32(chunk, found)  # twice as fast as a CRC, and as sure to notice a flipped bit
    except OSError:
        return None
    return found


class Check:
    """Whether kept stamps are still right, and the database is the one they were kept with.

    The stamps are to be read before the database is opened, and the check made after it: then all three belong together
    even where another process replaces them meanwhile.
    """

    def __init__(self, kept: bytes, database: str) -> None:
        self._database = database
        self._children: list[int] = []
        self._right: bool | None = None
        self._folders: Sequence[tuple[str, tuple[str, bytes]]] = ()
        self._files = len(kept) // 40  # as many bytes a file, about
        self.seal: int | None = None
        if crc32(kept[4:]).to_bytes(4, "big") == kept[:4]:  # damaged stamps fit nothing
            self.seal, stamps = marshal.loads(kept[4:])
            self._folders = list(stamps.items())

    def sound(self) -> bool:
        """Whether the database holds what was written to it."""
        return self.seal is not None and seal_of(self._database) == self.seal

    def start(self) -> bool:
        """Begin beside the caller, where there is enough to look at for that to be worth it."""
        if self._files < MANY or not hasattr(os, "fork"):
            return False
        self._children = [
            _child(self.sound),
            _child(lambda: _fit(self._folders[::2])),
            _child(lambda: _fit(self._folders[1::2])),
        ]
        return True

    def right(self) -> bool:
        """The answer, waited for."""
        if self._children:
            codes = [os.waitpid(child, 0)[1] for child in self._children]
            self._children = []
            self._right = not any(codes)
        if self._right is None:
            self._right = _fit(self._folders) and self.sound()
        return self._right


def _child(answer: Callable[[], bool]) -> int:
    """A process that ends with 0 where the answer is yes, else with 1."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if answer() else 1
        finally:
            os._exit(code)  # without what the parent has opened, or would say at its end
    return child


def _fit(folders: Sequence[tuple[str, tuple[str, bytes]]]) -> bool:
    return all(stamp(folder, ending) == kept for folder, (ending, kept) in folders)

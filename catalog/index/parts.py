"""Parts of any kind in one file: each is found by its name, and has a checksum that is looked at when it is read.

    the parts, one after the other | an entry for each, in the order of their keys | where these begin, their checksum

The entries hold the checksums of the parts, so that the checksum of the entries, the *seal*, stands for the whole
file: two files with one seal hold the same. What is not asked for is not read, and a bit of it that was
flipped does no harm; of what is read, every bit is looked at.
"""

from __future__ import annotations

import os
from zlib import crc32

from catalog.errors import IndexDamaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

# An entry: the key (checksum of the name), the checksum and the length of the part (4 bytes each), and its place (8).
_KEY = 4
_ENTRY = 20
_END = 12


class Writer:
    """Writes parts to a file that is open for writing and empty."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._place = 0
        self._entries: list[bytes] = []

    def add(self, name: str, body: bytes) -> None:
        """A further part. No other may have its name."""
        part = _named(name) + body
        self._file.write(part)
        self._entries.append(_key(name) + _number(crc32(part)) + _number(len(part)) + _number(self._place, 8))
        self._place += len(part)

    def finish(self) -> int:
        """Write the entries; the seal of the file."""
        entries = b"".join(sorted(self._entries))
        seal = crc32(entries)
        self._file.write(entries + _number(self._place, 8) + _number(seal))
        return seal


class Parts:
    """The parts of a file, by their names. Raises IndexDamaged where what is read is not what was written."""

    def __init__(self, read: Callable[[int, int], bytes], size: int, close: Callable[[], None] | None = None) -> None:
        self._read = read
        self._close: Callable[[], None] | None = None
        end = read(max(size - _END, 0), _END)
        start = int.from_bytes(end[:8], "big")
        self._entries = read(start, size - _END - start) if start <= size - _END else b""
        self.seal = crc32(self._entries)
        if end[8:] != _number(self.seal) or len(self._entries) % _ENTRY:
            raise IndexDamaged("the checksum of its parts does not fit")
        self._close = close

    @classmethod
    def open(cls, path: str) -> Parts:
        """The parts of a file, which stays open. Raises OSError where there is none."""
        if not hasattr(os, "pread"):  # with which threads need no place in common from which they read
            with open(path, "rb") as file:
                return cls.of(file.read())
        opened = os.open(path, os.O_RDONLY)
        try:
            size = os.fstat(opened).st_size
            return cls(lambda start, length: os.pread(opened, length, start), size, lambda: os.close(opened))
        except BaseException:
            os.close(opened)
            raise

    @classmethod
    def of(cls, content: bytes) -> Parts:
        """The parts of a file's content."""
        return cls(lambda start, length: content[start : start + length], len(content))

    def close(self) -> None:
        close, self._close = self._close, None
        if close is not None:
            close()

    def __del__(self) -> None:
        self.close()

    def get(self, name: str) -> bytes | None:
        """The part with this name; None where there is none."""
        key, own = _key(name), _named(name)
        for entry in self._from(key):
            if entry[:_KEY] != key:
                break
            part = self._part(entry)
            if part.startswith(own):
                return part[len(own) :]
        return None

    def __getitem__(self, name: str) -> bytes:
        found = self.get(name)
        if found is None:
            raise IndexDamaged(f"it has no part {name!r}")
        return found

    def look_at_all(self) -> None:
        """Raises IndexDamaged where any part is not what was written."""
        for entry in self._from(b""):
            self._part(entry)

    def _from(self, key: bytes) -> Iterator[bytes]:
        """The entries from the first on that has this key or a later one."""
        low, high = 0, len(self._entries) // _ENTRY
        while low < high:
            middle = (low + high) // 2
            if self._entries[middle * _ENTRY : middle * _ENTRY + _KEY] < key:
                low = middle + 1
            else:
                high = middle
        for start in range(low * _ENTRY, len(self._entries), _ENTRY):
            yield self._entries[start : start + _ENTRY]

    def _part(self, entry: bytes) -> bytes:
        part = self._read(int.from_bytes(entry[12:], "big"), int.from_bytes(entry[8:12], "big"))
        if _number(crc32(part)) != entry[4:8]:
            raise IndexDamaged("a checksum does not fit")
        return part


def _named(name: str) -> bytes:
    """A name as it stands before its part."""
    return name.encode("utf-8", "surrogatepass") + b"\0"


def _key(name: str) -> bytes:
    return _number(crc32(_named(name)))


def _number(value: int, size: int = 4) -> bytes:
    return value.to_bytes(size, "big")

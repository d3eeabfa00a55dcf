"""Digests inside a Parquet file, one for each column: a flipped bit is an error, not another number.

Parquet has no check that its readers make. The seal stands between the data and the footer, where no reader looks,
so that the file stays one file and any program reads it. Whoever asks a question checks the columns that it names, as
they are read for it anyway: of ten million vehicles a few columns are some hundredths of a second, the whole file
would be seconds. What is left (the footer, filters, the seal itself) is checked when the file is opened.

    PAR1, columns ..., filters | archive | seal: JSON, its digest, its length, MAGIC | footer, its length, PAR1

The archive (``catalog.engine.archive``) has checksums of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from shutil import copyfileobj

from catalog.errors import CatalogError, IndexStale, SettingsError
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

    import duckdb

MAGIC = b"vehicles-seal-01"
_TAIL = 8  # the length of the footer, and PAR1
_DIGEST = 16
_FIXED = _DIGEST + 8 + len(MAGIC)
_CHUNK = 1 << 18  # as much as stays in the processor's own memory
INSTALL = "xxhash is not installed; pip install 'vehicle-catalog[duckdb]'"

#: Where bytes begin and how many there are, in turn.
Places = Sequence[int]


class FileDamaged(CatalogError):
    """A file does not hold what was written to it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} is damaged: {reason}; publish it anew, or take a copy that is whole")


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file was when it was sealed: each column's digest and places, where its archive begins and ends, and
    which file on the disk that was."""

    path: str
    file: tuple[int, int, int]
    columns: Mapping[str, tuple[str, Places]]
    archive: tuple[int, int]

    @property
    def replaced(self) -> bool:
        """Whether another file has taken the place of the one that was opened."""
        with _opened(self.path) as file:
            return _identity(file) != self.file

    def check(self, names: Iterable[str]) -> None:
        """Raises FileDamaged where one of these columns is not what was written, IndexStale where another file has
        taken the place of the one that was opened."""
        with _opened(self.path) as file:
            if _identity(file) != self.file:
                raise IndexStale(f"{self.path} was replaced while it was read")
            for name in names:
                digest, places = self.columns[name]
                if _digest(file, places) != digest:
                    raise FileDamaged(self.path, f"its column {name} is not what was written")


def add_seal(path: str, connection: duckdb.DuckDBPyConnection, archive: BinaryIO | None = None) -> None:
    """Seal a Parquet file that no one reads yet, with an archive in it."""
    text = (
        "select path_in_schema, coalesce(dictionary_page_offset, data_page_offset), total_compressed_size"
        " from parquet_metadata(?) order by column_id, row_group_id"
    )
    places: dict[str, list[int]] = {}
    for name, start, length in connection.execute(text, [path]).fetchall():
        places.setdefault(name, []).extend((start, length))
    with open(path, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        footer_start = size - _TAIL - _footer_length(file, path)
        columns: dict[str, Any] = {name: (_digest(file, own), own) for name, own in places.items()}
        rest = [*_between(places.values(), footer_start), footer_start, size - footer_start]
        content: dict[str, Any] = {"rest": [_digest(file, rest), rest], "columns": columns}
        file.seek(footer_start)
        footer = file.read()
        file.seek(footer_start)
        if archive is not None:
            archive.seek(0)
            copyfileobj(archive, file, _CHUNK)
        content["archive"] = [footer_start, file.tell()]
        body = json.dumps(content, separators=(",", ":")).encode()
        file.write(body + _hash(body) + len(body).to_bytes(8, "little") + MAGIC + footer)


def read_seal(path: str) -> Seal:
    """The seal of a file, whose footer and filters are what was written.

    Raises SettingsError for a file that is not there or has no seal, FileDamaged for one that is damaged.
    """
    with _opened(path) as file:
        size = file.seek(0, os.SEEK_END)
        footer_start = size - _TAIL - _footer_length(file, path)
        file.seek(max(0, footer_start - _FIXED))
        fixed = file.read(_FIXED)
        if not fixed.endswith(MAGIC):
            raise SettingsError(f"{path}: not written by `vehicles publish`, or its end is missing or damaged")
        length = int.from_bytes(fixed[_DIGEST : -len(MAGIC)], "little")
        file.seek(max(0, footer_start - _FIXED - length))
        body = file.read(min(length, footer_start))
        if _hash(body) != fixed[:_DIGEST]:
            raise FileDamaged(path, "its seal is not what was written")
        content: dict[str, Any] = json.loads(body)
        digest, rest = content["rest"]
        start, end = content["archive"]
        # archive and seal were put before the footer
        if end + length + _FIXED != footer_start or _digest(file, [*rest[:-2], footer_start, rest[-1]]) != digest:
            raise FileDamaged(path, "its footer is not what was written")
        columns = {name: (own[0], own[1]) for name, own in content["columns"].items()}
        return Seal(path, _identity(file), columns, (start, end))


def _between(places: Iterable[Places], end: int) -> Iterator[int]:
    """Where no column is, up to ``end``."""
    after = 0
    for start, length in sorted(pair for own in places for pair in _pairs(own)):
        yield from (after, start - after)
        after = start + length
    yield from (after, end - after)


def _opened(path: str) -> BinaryIO:
    try:
        return open(path, "rb")
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}") from None


def _footer_length(file: BinaryIO, path: str) -> int:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    length = int.from_bytes(tail[:4], "little")
    if tail[4:] != b"PAR1" or length > size - _TAIL - 4:
        raise SettingsError(f"{path}: no Parquet file, or its end is missing or damaged")
    return length


def _identity(file: BinaryIO) -> tuple[int, int, int]:
    status = os.fstat(file.fileno())
    return status.st_ino, status.st_size, status.st_mtime_ns


def _digest(file: BinaryIO, places: Places) -> str:
    """The digest of the bytes at some places of a file, one after the other."""
    found = xxh3()
    buffer = memoryview(bytearray(min(_CHUNK, max(places[1::2], default=0))))
    for start, length in _pairs(places):
        file.seek(start)
        left = length
        while left:
            count = file.readinto(buffer[: min(left, len(buffer))])  # type: ignore[attr-defined]
            if not count:
                break  # the file is shorter than it was: another digest
            found.update(buffer[:count])
            left -= count
    return str(found.hexdigest())


def _hash(data: bytes) -> bytes:
    found = xxh3()
    found.update(data)
    return bytes(found.digest())


def xxh3() -> Any:
    """A new XXH3-128 digest, to be updated. Raises SettingsError where the library is not installed."""
    try:
        from xxhash import xxh3_128
    except ImportError:
        raise SettingsError(INSTALL) from None
    return xxh3_128()


def _pairs(places: Places) -> Iterator[tuple[int, int]]:
    return zip(places[::2], places[1::2], strict=True)

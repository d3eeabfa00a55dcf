"""Texts kept in a Parquet file beside its columns, found one by one: the records of vehicles.

A column of texts cannot be read in part: for twenty vehicles of ten million DuckDB would unpack hundreds of thousands
of records. So they lie between the columns and the seal, where no reader of Parquet looks: blocks of some dozen texts,
each compressed by zlib, whose checksum proves it. A column of the table says at which place the block of each row is.

    block: length (4 bytes, little endian), zlib of the texts, one a line
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence

from catalog.errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

#: As many texts are a block: more are packed tighter, fewer are unpacked faster.
TOGETHER = 16
_LENGTH = 4


class ArchiveWriter:
    """Writes blocks to an open file, which is put into the Parquet file at its end."""

    def __init__(self, file: BinaryIO, level: int = 6) -> None:
        self.file = file
        self._level = level
        self._size = 0

    def add(self, texts: Sequence[str]) -> float:
        """Keep some texts, in which no line ends. Gives their place, as a column of numbers holds it."""
        place = self._size
        packed = zlib.compress("\n".join(texts).encode("utf-8", "surrogatepass"), self._level)
        self._size += self.file.write(len(packed).to_bytes(_LENGTH, "little") + packed)
        return float(place)


class Archive:
    """The texts of a file, whose blocks begin at ``start`` and end at ``end``."""

    def __init__(self, path: str, start: int, end: int) -> None:
        self.path = path
        self._start, self._end = start, end

    def block(self, place: float) -> list[str]:
        """The texts at a place. Raises CatalogError where they are not what was written."""
        with open(self.path, "rb") as file:
            at = self._start + int(place)
            file.seek(at)
            length = int.from_bytes(file.read(_LENGTH), "little")
            if not self._start <= at <= at + _LENGTH + length <= self._end:
                raise self._damaged()
            try:
                return zlib.decompress(file.read(length)).decode("utf-8", "surrogatepass").split("\n")
            except (zlib.error, UnicodeDecodeError):
                raise self._damaged() from None

    def _damaged(self) -> CatalogError:
        return CatalogError(f"{os.path.basename(self.path)} is damaged: a record is not what was written")

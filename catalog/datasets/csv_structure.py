"""Whether a CSV text has the shape it claims to have, and what is left of it without the lines that have not.

CSV readers disagree on the same bytes where a quote is not closed, a row is too short or a byte is no UTF-8: one
drops lines, another shifts columns, a third swallows the rest of the file. So the bytes are looked at before any
reader sees them. A file without fault (``is_regular``, one pass) goes to the reader as it is; else it is taken apart
record by record by the csv module in its strict mode, and what is at fault is left out and told with its line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from catalog.datasets.limits import Limits
from catalog.datasets.rows import Reject
from catalog.plain import dataclass

_QUOTE = '"'
_SPECIAL = re.compile(r"[^\w .:/-]")
_LONE_CR = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Shape:
    """``regular``: every quote opens or closes a cell. ``multiline``: cells with line breaks occur."""

    regular: bool
    multiline: bool = False


def shape_of(data: bytes, delimiter: bytes, width: int) -> Shape:
    """The shape of a text in UTF-8, by its quotes and control characters alone (rows may still be too short).

    ``width`` is how many cells a row has: a line inside a cell that has as many may be a row that a quote, opened
    by mistake, has swallowed.

    >>> shape_of(b'a,b\\n1,"x ""y"" z"\\n', b",", 2)
    Shape(regular=True, multiline=False)
    >>> shape_of(b'a,b\\n1,"x\\n', b",", 2).regular
    False
    >>> shape_of(b'a,b\\n1,"x"y\\n', b",", 2).regular
    False
    """
    if b"\0" in data or _LONE_CR.search(data):
        return Shape(False)
    if b'"' not in data:
        return Shape(True)
    # Outside and inside of quotes take turns. An empty piece outside is an escaped quote.
    pieces = data.split(b'"')
    if len(pieces) % 2 == 0:
        return Shape(False)
    starts, ends = (delimiter, b"\r", b"\n"), (delimiter, b"\n")
    last = len(pieces) - 1
    for place in range(0, len(pieces), 2):
        piece = pieces[place]
        if not piece:
            continue
        if (place and piece[:1] not in starts) or (place != last and piece[-1:] not in ends):
            return Shape(False)
    broken = [piece for piece in pieces[1::2] if b"\n" in piece]
    swallowed = width > 1 and any(
        line.count(delimiter) == width - 1 for piece in broken for line in piece.split(b"\n")[1:-1]
    )
    return Shape(not swallowed, bool(broken))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The records without fault, the line on which each begins, and what was left out."""

    data: bytes
    lines: Sequence[int]
    rejected: tuple[Reject, ...]


def clean(data: bytes, delimiter: str, width: int, limits: Limits) -> Cleaned:
    """The records of a text (after its header) that have ``width`` cells and no fault; the others with their lines.

    A record at fault costs its first line alone: reading goes on at the next line, so that a quote that is never
    closed does not take the rest of the file with it.
    """
    taker = _Taker(data, delimiter, width, limits)
    kept: list[bytes] = []
    lines: list[int] = []
    rejected: list[Reject] = []
    number = taker.after_header()
    while number < len(taker.lines):
        if not taker.lines[number].strip(b"\r\n"):
            number += 1
            continue
        found = taker.record(number)
        if isinstance(found, Reject):
            rejected.append(found)
            number += 1
            continue
        cells, used = found
        kept.append(_written(cells, delimiter))
        lines.append(number + 1)
        number += used
    return Cleaned(taker.header + b"".join(kept), lines, tuple(rejected))


class _Taker:
    """Takes records off a text at any line."""

    def __init__(self, data: bytes, delimiter: str, width: int, limits: Limits) -> None:
        self.lines = data.splitlines(keepends=True) if not _LONE_CR.search(data) else _split(data)
        self.delimiter = delimiter
        self.width = width
        self.limits = limits
        self.header = b""

    def after_header(self) -> int:
        """The index of the line after the header."""
        start = next((place for place, line in enumerate(self.lines) if line.strip(b"\r\n")), len(self.lines))
        if start == len(self.lines):
            return start
        _, used = self._cells(start)
        self.header = b"".join(self.lines[start : start + used])
        if not self.header.endswith(b"\n"):
            self.header += b"\n"
        return start + used

    def record(self, number: int) -> tuple[list[str], int] | Reject:
        """The cells of the record at this index and how many lines it takes, or why it is none."""
        line = self.lines[number]
        try:
            if b"\0" in line:
                return self._reject(number, "holds a null byte")
            if b'"' not in line:
                if b"\r" in line.rstrip(b"\r\n"):
                    return self._reject(number, "holds a carriage return in the middle")
                cells, used = line.decode("utf-8").rstrip("\r\n").split(self.delimiter), 1
            else:
                cells, used = self._cells(number)
        except UnicodeDecodeError as error:
            return self._reject(number, f"is not UTF-8: byte 0x{error.object[error.start]:02x}", error.start)
        except csv.Error as error:
            return self._reject(number, _explained(str(error), self.limits))
        if len(cells) != self.width:
            broken = "; is a quote not closed?" if used > 1 else ""
            count = f"{len(cells)} cell{'s' if len(cells) != 1 else ''}"
            return self._reject(number, f"{count} where the header has {self.width}{broken}")
        if used > 1 and any(self._looks_whole(inner) for inner in range(number + 1, number + used - 1)):
            return self._reject(number, "a quote opens that is closed only in another row")
        if any(len(cell) > self.limits.cell for cell in cells):
            return self._reject(number, f"a cell of more than {self.limits.cell:,} characters")
        return cells, used

    def _cells(self, number: int) -> tuple[list[str], int]:
        """The cells of the record at this index and the count of its lines. Raises csv.Error, UnicodeDecodeError."""
        reader = csv.reader(self._texts(number), delimiter=self.delimiter, strict=True)
        cells = next(reader, [])
        return cells, reader.line_num

    def _texts(self, number: int) -> Iterator[str]:
        last = number + self.limits.record_lines
        for place in range(number, min(len(self.lines), last)):
            yield self.lines[place].decode("utf-8")
        if last < len(self.lines):
            raise csv.Error(f"a quote is not closed within {self.limits.record_lines:,} lines")

    def _looks_whole(self, number: int) -> bool:
        """Whether a line inside a cell reads like a row of its own: then a quote before it was never closed."""
        try:
            cells, used = self._cells(number)
        except (csv.Error, UnicodeDecodeError):
            return False
        return self.width > 1 and used == 1 and len(cells) == self.width

    def _reject(self, number: int, reason: str, at: int = 0) -> Reject:
        text = self.lines[number].decode("utf-8", "backslashreplace").rstrip("\r\n")
        column = None
        if at:
            before = self.lines[number][:at].decode("utf-8", "replace")
            column = f"cell {before.count(self.delimiter) + 1}"
        return Reject(number + 1, column, reason, text[:200])


def _written(cells: Sequence[str], delimiter: str) -> bytes:
    """A record anew, in quotes where a reader could take it for something else."""
    text = delimiter.join(f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if _SPECIAL.search(cell) else cell for cell in cells)
    alone = not text or text.isspace()  # one empty cell would be an empty line
    return f"{_QUOTE * 2 if alone else text}\n".encode()


def _split(data: bytes) -> list[bytes]:
    """The lines of a text that ends them with line feeds; a carriage return alone ends none."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _explained(message: str, limits: Limits) -> str:
    if "unexpected end of data" in message:
        return "a quote is not closed"
    if "expected after" in message:
        return "a quote is closed in the middle of a cell; inside quotes, a quote is written twice"
    if "field larger" in message:
        return f"a cell of more than {limits.cell:,} characters"
    return message

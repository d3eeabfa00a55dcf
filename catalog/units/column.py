"""Reading a column of published values into numbers: what an importer of many rows needs, exactly as ``read`` reads.

The numbers are those of ``Reading.canonical``, bit for bit, and the faults are those that ``read`` raises. Two things
make it fast. A text is taken apart into its mask, which has a zero for each digit (``00.0 kWh``), and its digits
(``645``): all texts of one mask have the same unit and bound and their numbers in the same places, so that once a mask
is known only digits are read. And exact arithmetic needs no fraction for each value: a unit is a ratio of integers, so
a value is one division of two integers, which Python rounds correctly. ``benchmarks/reading.py`` prints the gain.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from catalog.errors import ReadingError
from catalog.plain import dataclass
from catalog.units.bounds import Bound
from catalog.units.kinds import KINDS
from catalog.units.published import MAX_LENGTH
from catalog.units.reading import read
from catalog.units.shapes import REMEMBERED, Shape, by_shape
from catalog.units.unit import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    #: Lowest and highest number in the canonical unit, and what the text says of them.
    Row = tuple[float, float, Bound]

_TOGETHER = 256  # texts taken apart at once
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_NOT_DIGITS = bytes(sorted(set(range(256)) - set(b"0123456789\n")))


@dataclass(frozen=True, slots=True)
class Column:
    """A column as read: for each text, in order, its lowest and highest number in the kind's canonical unit (equal for
    a single one; money: in its own currency) and its bound; None in all three where ``faults`` has (index, error)."""

    kind: Kind
    low: list[float | None]
    high: list[float | None]
    bounds: list[Bound | None]
    faults: list[tuple[int, ReadingError]]


def read_column(texts: Iterable[str], kind: Kind | str, market: str | None = None) -> Column:
    """What each of ``texts``, published for quantities of one ``kind``, says; ``market`` as for ``read``.

    A text that cannot be read raises nothing: its error is in ``faults``.

    >>> column = read_column(["2\u202f690 kg", "up to 7,5 t", "5.995 kg", "150–155 lb"], "mass")
    >>> column.low, column.high
    ([2690.0, 7500.0, None, 68.0388555], [2690.0, 7500.0, None, 70.30681735])
    >>> [bound and bound.value for bound in column.bounds]
    ['exact', 'up to', None, 'interval']
    >>> [(index, error.choices) for index, error in column.faults]
    [(2, ('5995 kg', '5.9950 kg'))]
    """
    column = Column(KINDS[kind] if isinstance(kind, str) else kind, [], [], [], [])
    known = _known(column.kind, market)
    singles = known.singles
    add_low, add_high, add_bound = column.low.append, column.high.append, column.bounds.append
    remaining = iter(texts)
    while together := list(islice(remaining, _TOGETHER)):
        for text, mask, digits in zip(together, *_apart(together), strict=True):
            if mask in singles:  # nearly all of a column, and so without a call
                least, factor, divisor, bound = singles[mask]
                n = int(digits)
                if n >= least:
                    value = n * factor / divisor
                    add_low(value)
                    add_high(value)
                    add_bound(bound)
                    continue
            row = known.row(text, mask, digits)
            if isinstance(row, ReadingError):
                column.faults.append((len(column.low), row))
                add_low(None)
                add_high(None)
                add_bound(None)
            else:
                low, high, bound = row
                add_low(low)
                add_high(high)
                add_bound(bound)
    return column


def _apart(texts: list[str]) -> tuple[list[bytes], list[bytes]]:
    """The masks of some texts, and their digits."""
    joined = "\n".join(texts).encode("utf-8", "surrogatepass")
    masks = joined.translate(_ZEROS).split(b"\n")
    if len(masks) == len(texts):
        return masks, joined.translate(None, _NOT_DIGITS).split(b"\n")
    # Some text has several lines.
    lines = [text.encode("utf-8", "surrogatepass") for text in texts]
    return [line.translate(_ZEROS) for line in lines], [line.translate(None, _NOT_DIGITS + b"\n") for line in lines]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of all texts of one mask: which of their digits are its own."""

    start: int
    stop: int
    least: int  # lower digits begin with a 0 that may not be there, or are zero, which mpg may not be
    tens: int  # 10 to its count of decimals


@dataclass(frozen=True, slots=True)
class _Mask:
    """What all texts of one mask say, and the digits that follow their numbers (of 100 km)."""

    shape: Shape
    one: _Number
    other: _Number | None
    after: bytes

    def row(self, digits: bytes) -> Row | None:
        """The row of a text by its digits; None where these need a closer look: 0 mpg, an interval from high to low."""
        one, other = self.one, self.other
        n, tens = int(digits[: one.stop]), one.tens
        if n < one.least or digits[(other or one).stop :] != self.after:
            return None
        a, b, c, d = self.shape.scale
        first = (a * n + b * tens) / (c * n + d * tens)
        if other is None:
            return first, first, self.shape.bound
        m, tens = int(digits[other.start : other.stop]), other.tens
        if m < other.least or (self.shape.bound is Bound.INTERVAL and n * tens > m * one.tens):
            return None
        second = (a * m + b * tens) / (c * m + d * tens)
        return (first, second, self.shape.bound) if first <= second else (second, first, self.shape.bound)


class _Known:
    """The masks of one kind that were read before.

    ``singles`` have no digits but those of one number, in a unit that is a multiple of the canonical one: the least
    that the number may be, factor, divisor and bound. ``others`` have two numbers, or 100 km in their unit, or are mpg
    or °F.
    """

    def __init__(self, kind: Kind, market: str | None) -> None:
        self.kind, self.market = kind, market
        self.singles: dict[bytes, tuple[int, int, int, Bound]] = {}
        self.others: dict[bytes, _Mask] = {}
        self._remembered = lru_cache(REMEMBERED)(self._read)  # "n/a" may stand in every other row

    def row(self, text: str, mask: bytes, digits: bytes) -> Row | ReadingError:
        """The row of any text; its mask is remembered, if all of its texts are read alike."""
        known = self.others.get(mask)
        if known is None and mask not in self.singles:
            known = self._learned(text, mask, digits)
        row = None if known is None else known.row(digits)
        if row is not None:
            return row
        return self._remembered(text) if len(text) <= MAX_LENGTH else self._read(text)

    def _read(self, text: str) -> Row | ReadingError:
        try:
            reading = read(text, self.kind, self.market)
        except ReadingError as error:
            return error.with_traceback(None)
        return *reading.canonical, reading.bound

    def _learned(self, text: str, mask: bytes, digits: bytes) -> _Mask | None:
        quick = by_shape(text, self.kind, self.market)
        if quick is None:
            return None
        shape, own, decimals, other_own, other_decimals = quick
        one = _number(0, len(own), decimals)
        other = _number(len(own), len(own) + len(other_own), other_decimals) if other_own else None
        if one is None or (other_own and other is None):
            return None
        known = _Mask(shape, one, other, digits[len(own) + len(other_own) :])
        if len(self.singles) + len(self.others) < REMEMBERED:
            a, b, c, d = shape.scale
            if other or known.after or b or c:
                self.others[mask] = known
            else:
                self.singles[mask] = (one.least, a, d * one.tens, shape.bound)
        return known


def _number(start: int, stop: int, decimals: int) -> _Number | None:
    """A number by its digits; None where only they say what its sign means: 0.995 is read, 5.995 is not."""
    whole = stop - start - decimals
    if decimals == 3 and whole <= 3:
        return None
    return _Number(start, stop, 10 ** (stop - start - 1) if whole > 1 else 1, 10**decimals)


@lru_cache(maxsize=64)
def _known(kind: Kind, market: str | None) -> _Known:
    return _Known(kind, market)

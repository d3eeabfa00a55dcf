"""Columns of a publisher as values of fields: each different text read once and exactly, then spread over the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pyarrow as pa
from pyarrow import compute as pc

from catalog.datasets.cells import Scale, most_decimals, plain_number, prepared, read_cell, read_parts, scale_of
from catalog.datasets.frame import Column, Frame, parted
from catalog.datasets.mapping import Concrete, Place
from catalog.datasets.rows import Reject
from catalog.engine.table import OPEN
from catalog.errors import ReadingError
from catalog.model.dates import sort_key
from catalog.model.span import ABOVE, BELOW, bound_in
from catalog.plain import dataclass
from catalog.units import Reading
from catalog.wording import definition_id

_LIST_SIGN = re.compile(r"/| and ")
_LISTED = re.compile(r"\d+(?:\.\d+)?(?:(?:/| and )\d+(?:\.\d+)?)+", re.ASCII)
_PAIR = re.compile(r"\d+/\d+", re.ASCII)  # two values, or a fraction?


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """One place's values, row by row: numbers in the canonical unit, or texts. ``definition`` is its id."""

    place: Place
    concrete: Concrete
    definition: str | None
    low: pa.Array
    high: pa.Array

    @property
    def filled(self) -> int:
        """How many rows have a value."""
        return len(self.low) - int(self.low.null_count)


def placed(frame: Frame, place: Place) -> tuple[list[Placed], list[Reject]]:
    """The values of one place (several where unit or definition stand in cells), and the cells it cannot read."""
    if frame.position(place.column) is None:
        return [], []
    mask = frame.all_of(place.when)
    found: list[Placed] = []
    unread: list[Reject] = []
    for concrete, own in _variants(frame, place, mask, unread):
        values = _Values(frame, place, concrete, own)
        unread += values.unread()
        if values.placed.filled:
            found.append(values.placed)
    return found, unread


def _variants(
    frame: Frame, place: Place, mask: pa.Array | None, unread: list[Reject]
) -> Iterator[tuple[Concrete, pa.Array | None]]:
    if not place.varying:
        yield place.concrete(lambda _: None), mask
        return
    for row, own in frame.groups(place.varying, mask):
        try:
            yield place.concrete(row.get), own
        except ReadingError as error:
            column = frame.column(place.column)
            numbers = set(_with_value(frame, place, column))
            valued = column.spread([number in numbers for number in range(len(column.texts))], pa.bool_())
            rows = pc.indices_nonzero(pc.fill_null(pc.and_(valued, own), False)).to_pylist()
            unread += [Reject(frame.rows.lines[line], place.column, str(error), whole=False) for line in rows]


def _with_value(frame: Frame, place: Place, column: Column, mask: pa.Array | None = None) -> list[int]:
    """The numbers of a column's texts that stand for a value, of those that occur in a mask."""
    missing = frame.map.missing | place.missing
    return [number for number in column.used(mask) if column.texts[number] not in missing]


class _Values:
    """Reads the different texts of a column under one unit and definition."""

    def __init__(self, frame: Frame, place: Place, concrete: Concrete, mask: pa.Array | None) -> None:
        self.frame = frame
        self.place = place
        self.mask = mask
        self.column = frame.column(place.column) if len(place.parts) == 1 else frame.joint(place.parts)
        self.concrete = concrete
        self.reasons: dict[int, str] = {}
        spec = place.spec
        definition = definition_id(spec, concrete.definition) if spec.numeric else None
        if len(place.parts) > 1:
            low, high = self._parts()
        elif spec.numeric:
            low, high = self._numbers()
        else:
            low = high = self._spread(self._texts(), pa.string())
        self.placed = Placed(place, concrete, definition, low, high)

    def _spread(self, values: Sequence[object], kind: pa.DataType) -> pa.Array:
        spread = self.column.spread(values, kind)
        return spread if self.mask is None else pc.if_else(self.mask, spread, pa.scalar(None, kind))

    def _numbers(self) -> tuple[pa.Array, pa.Array]:
        texts, unit = self.column.texts, self.concrete.unit
        kind = self.concrete.spec.quantity_kind
        scale = scale_of(unit, kind.canonical_for(unit)) if unit is not None else None
        most = most_decimals(unit, kind) if unit is not None else None
        place, decimal = self.place, self.place.decimal
        bare = scale is not None and most is None and not (place.words or place.replace or place.pattern)
        lows: list[float | None] = [None] * len(texts)
        highs = lows
        for number in _with_value(self.frame, self.place, self.column, self.mask):
            text = texts[number]
            assert text is not None
            if bare and scale is not None:  # most columns are this and nothing else, and theirs is the time
                one = plain_number(text, decimal)
                if one is not None and (one[0] or not scale.turned):
                    lows[number] = highs[number] = scale.canonical(*one)
                    continue
            try:
                found = _plain(prepared(place, text), decimal, scale, most) if scale else None
                low, high = found or _ends(read_cell(place, self.concrete, text).reading)
            except ReadingError as error:
                self.reasons[number] = str(error)
                continue
            lows[number] = low
            if low != high and highs is lows:
                highs = list(lows)
            if highs is not lows:
                highs[number] = high
        low_column = self._spread(lows, pa.float64())
        return low_column, low_column if highs is lows else self._spread(highs, pa.float64())

    def _parts(self) -> tuple[pa.Array, pa.Array]:
        place = self.place
        found: list[tuple[float | None, float | None]] = [(None, None)] * len(self.column.texts)
        for number in self.column.used(self.mask):
            cells = dict(zip(place.parts, parted(self.column.texts[number] or ""), strict=True))
            if not any(cells.values()):
                continue
            low, high, bound = (cells.get(name) if name else None for name in (place.column, place.high, place.bound))
            try:
                found[number] = _ends(read_parts(place, self.concrete, low, high if place.high else low, bound).reading)
            except ReadingError as error:
                self.reasons[number] = str(error)
        lows, highs = zip(*found, strict=True) if found else ((), ())
        return self._spread(lows, pa.float64()), self._spread(highs, pa.float64())

    def _texts(self) -> list[str | None]:
        found: list[str | None] = [None] * len(self.column.texts)
        is_date = self.place.spec.kind == "date"
        for number in _with_value(self.frame, self.place, self.column, self.mask):
            text = self.column.texts[number]
            assert text is not None
            try:
                value = read_cell(self.place, self.concrete, text)
            except ReadingError as error:
                self.reasons[number] = str(error)
            else:
                found[number] = sort_key(value.text) if is_date else value.text
        return found

    def unread(self) -> list[Reject]:
        """The rows whose cell cannot be read, each with the reason."""
        if not self.reasons:
            return []
        bad = self._spread([number in self.reasons for number in range(len(self.column.texts))], pa.bool_())
        rows = pc.indices_nonzero(pc.fill_null(bad, False)).to_pylist()
        found = []
        for row in rows:
            number = self.column.indices[row].as_py()
            text = " / ".join(part or "" for part in parted(self.column.texts[number] or ""))
            line = self.frame.rows.lines[row]
            found.append(Reject(line, self.place.column, self.reasons[number], text[:200], whole=False))
        return found


def _plain(text: str, decimal: str | None, scale: Scale, most: int | None) -> tuple[float, float] | None:
    """The lowest and highest of one plain number or of several (``230/270/270``, ``208 and 208``).

    None for any other text: those are read as a person's, which takes a hundred times as long.
    """
    number = plain_number(text, decimal)
    if number is not None:
        numbers = [number]
    elif _LISTED.fullmatch(text) and not _PAIR.fullmatch(text):
        listed = [plain_number(part, decimal) for part in _LIST_SIGN.split(text)]
        numbers = [one for one in listed if one is not None]
        if len(numbers) < len(listed):
            return None
    else:
        return None
    if any((most is not None and one[1] > most) or (scale.turned and not one[0]) for one in numbers):
        return None
    values = [scale.canonical(*one) for one in numbers]
    return min(values), max(values)


def _ends(reading: Reading | None) -> tuple[float, float]:
    """What a reading says at least and at most, as ``catalog.engine.table.ends`` has it of a claim."""
    assert reading is not None
    low, high = reading.canonical
    bound = bound_in(reading, reading.kind.canonical_for(reading.unit)).value
    return (0.0 if bound in BELOW else low), (OPEN if bound in ABOVE else high)

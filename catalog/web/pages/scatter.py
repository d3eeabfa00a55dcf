"""The whole market as points: two figures of every vehicle, each under one definition.

A point lies on the published figure; an interval is drawn as a bar, a bound ("up to") as a tail towards what it
leaves possible. Vehicles without a figure are counted, not drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from catalog.errors import NotFound, nearest
from catalog.model.qualifiers import UNSTATED
from catalog.plain import dataclass
from catalog.query.names import definition_words
from catalog.sheets.listing import Column, columns_of
from catalog.sheets.shown import shown
from catalog.units import convert, reverses
from catalog.web.pages.axis import Axis, axis

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.collection.reader import Reader
    from catalog.model.record import Record
    from catalog.model.table import FieldTable
    from catalog.query import Schema
    from catalog.units import Unit
    from catalog.wording.choice import UnitChoice

WIDTH, HEIGHT = 960, 370
LEFT, RIGHT, TOP, BOTTOM = 62, 18, 30, 44
#: The axes of a page that is asked for none, where the catalog has them.
USUAL = ("gross_vehicle_mass", "battery_energy[not stated]")
#: More points than these are a grey cloud and a heavy page: then every n-th is drawn, and the page says so.
MOST = 1500
_OPEN = 1e308
_TAIL = 14.0
#: The mark of each powertrain, told apart by shape and not by colour alone.
_MARKS = {
    "battery electric": "electric",
    "fuel cell": "electric",
    "plug-in hybrid": "hybrid",
    "hybrid": "hybrid",
    "mild hybrid": "hybrid",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """An axis to choose: its name (``range[wltp]``), its words, and of how many vehicles it is known."""

    name: str
    label: str
    group: str
    known: int


@dataclass(frozen=True, slots=True)
class Ends:
    """A figure along an axis: where it lies, from where to where it reaches, and which way it is open."""

    place: float
    low: float
    high: float
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One vehicle: where it lies, how it is drawn, and what it says."""

    id: str
    x: Ends
    y: Ends
    title: str
    mark: str
    chosen: bool
    picked: bool
    label: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one axis measures. ``definition`` is in words, ``meaning`` the field's sentence, ``symbol`` the
    reader's unit."""

    name: str
    label: str
    definition: str
    meaning: str
    symbol: str
    known: int
    axis: Axis


@dataclass(frozen=True, slots=True)
class Scatter:
    """All that the drawing and its caption need. ``every`` is 2 where only every second vehicle is drawn."""

    x: Side
    y: Side
    points: Sequence[Point]
    total: int
    both: int
    every: int = 1

    width: int = WIDTH
    height: int = HEIGHT

    @property
    def inner(self) -> tuple[int, int, int, int]:
        """The field of the points: left, top, right, bottom."""
        return LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM

    @property
    def marks(self) -> Collection[str]:
        return {point.mark for point in self.points}


def choices(reader: Reader, fields: FieldTable) -> list[Choice]:
    """Every figure that two vehicles or more have, under each definition, in the order of the field table."""
    definitions = reader.schema.definitions
    found: list[tuple[str, str, str, str]] = []
    for key, info in fields.items():
        if not info.spec.numeric or info.spec.kind == "money":
            continue
        own = definitions.get(key, {})
        for definition, stem in own.items():
            words = definition_words(info.spec, definition)
            found.append((f"{key}[{definition}]", f"{info.label}, {words}", info.group, stem))
        if not own:
            found.append((key, info.label, info.group, key))
    if not found:
        return []
    counts = reader.holding.rows(f"select {', '.join(f'count({stem}_low)' for *_, stem in found)} from vehicles")[0]
    return [
        Choice(name, label, group, known)
        for (name, label, group, _), known in zip(found, counts, strict=True)
        if known > 1
    ]


def axes_of(asked: tuple[str | None, str | None], known: Sequence[Choice]) -> tuple[str, str] | None:
    """The names of the two axes: those asked for, else the usual ones, else the figures of which most is known; None
    where the catalog has no two figures."""
    names = [choice.name for choice in known]
    most = [choice.name for choice in sorted(known, key=lambda choice: -choice.known)]
    usual = [name for name in (*USUAL, *most) if name in names and name not in asked]
    free = iter(dict.fromkeys(usual))
    found = [name if name is not None else next(free, None) for name in asked]
    x, y = found
    return None if x is None or y is None else (x, y)


def scatter(
    reader: Reader, names: tuple[str, str], units: UnitChoice, chosen: Collection[str], picked: Sequence[str] = ()
) -> Scatter:
    """Two figures of every vehicle that has both. ``chosen`` are those that match the filters, ``picked`` get a label.

    Raises NotFound for an axis that is no figure under one definition.
    """
    schema = reader.schema
    columns = [_column(name, schema) for name in names]
    stems = [_stem(column, schema) for column in columns]
    (total, known_x, known_y, both) = reader.holding.rows(
        f"select count(*), count({stems[0]}_low), count({stems[1]}_low), "
        f"sum(case when {stems[0]}_low is not null and {stems[1]}_low is not null then 1 else 0 end) from vehicles"
    )[0]
    every = max(1, -(-(both or 0) // MOST))
    rows = reader.holding.rows(
        f"select id, {stems[0]}_low, {stems[0]}_high, {stems[1]}_low, {stems[1]}_high from vehicles "
        f"where {stems[0]}_low is not null and {stems[1]}_low is not null order by id"
    )
    rows = [row for place, row in enumerate(rows) if place % every == 0 or row[0] in picked]
    spans = [[_figure(row[1 + 2 * side : 3 + 2 * side], columns[side], units) for row in rows] for side in (0, 1)]
    left, top, right, bottom = LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM
    axes = (
        axis(*_reach(spans[0]), left, right, ticks=8),
        axis(*_reach(spans[1]), bottom, top, ticks=6),
    )
    fields = [column.info.key for column in columns if column.info is not None]
    records = {record.id: record for record in reader.records([row[0] for row in rows], fields)}
    points = [
        Point(
            row[0],
            _ends(own_x, axes[0]),
            _ends(own_y, axes[1]),
            _title(records[row[0]], columns, units),
            _MARKS.get(records[row[0]].powertrain or "", "engine" if records[row[0]].powertrain else "unknown"),
            row[0] in chosen,
            row[0] in picked,
            f"{records[row[0]].make} {records[row[0]].model}",
        )
        for row, own_x, own_y in zip(rows, *spans, strict=True)
    ]
    points.sort(key=lambda point: (point.picked, point.chosen))  # what was asked for lies on top
    sides = [
        _side(column, units, known, own) for column, known, own in zip(columns, (known_x, known_y), axes, strict=True)
    ]
    return Scatter(sides[0], sides[1], points, total, both or 0, every)


def _column(name: str, schema: Schema) -> Column:
    (column,) = columns_of([name], schema.fields)
    if column.info is None or not column.info.spec.numeric or column.info.spec.kind == "money":
        raise NotFound("figure for an axis", name, (), "an axis is a numeric field under one definition")
    return column


def _stem(column: Column, schema: Schema) -> str:
    """The columns of the index; an axis never mixes definitions."""
    assert column.info is not None
    key = column.info.key
    own = schema.definitions.get(key, {})
    if not own:
        return key
    if column.definition is not None and column.definition in own:
        return own[column.definition]
    names = [f"{key}[{definition}]" for definition in own]
    raise NotFound("figure for an axis", column.name, nearest(column.name, names) or names[:3])


def _unit(column: Column, units: UnitChoice) -> tuple[Unit, Unit]:
    assert column.info is not None
    canonical = column.info.spec.quantity_kind.canonical
    return canonical, units.unit(column.info, canonical)


def _figure(ends: Sequence[float], column: Column, units: UnitChoice) -> tuple[float, float, bool, bool]:
    """Lowest and highest in the reader's unit, and whether it is open below or above. Lists the figure itself for an
    open end."""
    low, high = ends
    open_low, open_high = low == 0 < high, high >= _OPEN
    low, high = (high if open_low else low), (low if open_high else high)
    canonical, unit = _unit(column, units)
    own = sorted(float(convert(Fraction(end), canonical, unit)) for end in (low, high))
    if reverses(canonical, unit):
        open_low, open_high = open_high, open_low
    return own[0], own[1], open_low, open_high


def _reach(figures: Sequence[tuple[float, float, bool, bool]]) -> tuple[float, float]:
    if not figures:
        return 0.0, 1.0
    return min(figure[0] for figure in figures), max(figure[1] for figure in figures)


def _ends(figure: tuple[float, float, bool, bool], own: Axis) -> Ends:
    low, high, open_low, open_high = figure
    place, start, end = own.place((low + high) / 2), own.place(low), own.place(high)
    way = 1 if own.end > own.start else -1
    if open_low:
        start = round(place - way * _TAIL, 1)
    if open_high:
        end = round(place + way * _TAIL, 1)
    return Ends(place, start, end, open_low, open_high)


def _title(record: Record, columns: Sequence[Column], units: UnitChoice) -> str:
    parts = []
    for column in columns:
        values = column.values(record)
        if column.info is not None and values:
            parts.append(f"{column.info.label} {shown(values[0], units)[0].text}")
    return f"{record.name}: {'; '.join(parts)}"


def _side(column: Column, units: UnitChoice, known: int, own: Axis) -> Side:
    info = column.info
    assert info is not None
    words = definition_words(info.spec, column.definition) if column.definition else ""
    if not words and info.spec.definition:
        words = UNSTATED
    return Side(column.name, info.label, words, info.spec.what, _unit(column, units)[1].symbol, known, own)

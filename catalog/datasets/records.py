"""Rows of a data set as records with claims: what is shown of the vehicles that somebody looks at.

A claim depends on the cells that its place looks at and on nothing else, so that rows with the same cells share it:
a list of fifty thousand vehicles reads some thousand different texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from catalog.datasets.cells import read_cell, read_parts, squeezed
from catalog.datasets.identity import BODY_LENGTH, markets_in, ruled, shortened, version_of
from catalog.datasets.mapping import Map, Place
from catalog.datasets.rows import folded
from catalog.errors import ReadingError
from catalog.model.claim import Claim, Claims, Status
from catalog.model.record import ImportedRecord, Record
from catalog.plain import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    Key = tuple[str | None, ...]


class RowReader:
    """Makes records of the rows of one data set. ``header`` are the columns, as the publisher names them, in the order
    in which it is given their cells."""

    def __init__(self, name: str, prefix: str, map_: Map, header: Sequence[str]) -> None:
        self.name = name
        self.prefix = prefix
        self.map = map_
        by_fold: dict[str, list[int]] = {}
        for place, column in enumerate(header):
            by_fold.setdefault(folded(column), []).append(place)
        exact = {column: place for place, column in enumerate(header)}
        self._places: dict[str, int] = {}
        for column in map_.columns:
            alike = by_fold.get(folded(column), [])
            if column in exact:
                self._places[column] = exact[column]
            elif len(alike) == 1:
                self._places[column] = alike[0]
        self.header = tuple(header)
        self._claims = [_PlaceClaims(self, place) for place in map_.places if place.column in self._places]
        self._names: dict[Key, ImportedRecord] = {}
        self._named = [column for column in _identity_columns(map_) if column in self._places]

    def of(self, fields: Container[str] | None) -> RowReader:
        """A reader of these fields alone, which needs only the columns that they need; None is every field."""
        places = self.map.places if fields is None else tuple(one for one in self.map.places if one.key in fields)
        map_ = replace(self.map, places=places, checks=(), kept={}, release=None, key=())
        needed = {self._places[column] for column in map_.columns if column in self._places}
        return RowReader(
            self.name, self.prefix, map_, [column for place, column in enumerate(self.header) if place in needed]
        )

    def record(self, row_id: str, cells: Sequence[str | None], findings: str | None = None) -> Record:
        """The record of a row, given its cells in the order of the header."""
        row = Row(self._places, self.map, cells)
        key = tuple(row.raw(column) for column in self._named)
        identity = self._names.get(key)
        if identity is None:
            identity = self._names[key] = self._identity(row)
        claims: dict[str, list[Claim]] = {}
        for place in self._claims:
            if claim := place.claim(row, identity.markets):
                claims.setdefault(claim.field, []).append(claim)
        return replace(
            identity,
            id=f"{self.prefix}:{row_id}",
            row=row_id,
            note=f"Figures of this row that do not agree: {findings}" if findings else "",
            claims={key: Claims(entries) for key, entries in claims.items()},
        )

    def _identity(self, row: Row) -> ImportedRecord:
        map_ = self.map
        return ImportedRecord(
            id="",
            make=map_.make.fill(row.cell) or "",
            model=map_.model.fill(row.cell) or "",
            version=version_of(map_, row.cell),
            vehicle_type=ruled(map_.vehicle_type, row.cell, row.raw) or "",
            category=ruled(map_.category, row.cell, row.raw),
            powertrain=ruled(map_.powertrain, row.cell, row.raw),
            body=shortened(ruled(map_.body, row.cell, row.raw) or "", BODY_LENGTH),
            markets=map_.markets.fixed or markets_in(row.cell(map_.markets.column or "") or ""),
            sources=(self.name,),
            data_set=self.name,
        )

    def header_of(self, column: str) -> str:
        """The publisher's header of a column of the map."""
        return self.header[self._places[column]]


class _PlaceClaims:
    """The claims of one place of the map, each made once."""

    def __init__(self, reader: RowReader, place: Place) -> None:
        self._place = place
        self._source = reader.name
        self._header = reader.header_of(place.column)
        self._columns = place.columns
        self._made: dict[tuple[Key, tuple[str, ...]], Claim | None] = {}

    def claim(self, row: Row, markets: tuple[str, ...]) -> Claim | None:
        """What it says of a row; None where that is nothing, or cannot be read."""
        key = tuple([row.raw(column) for column in self._columns]), markets
        if key not in self._made:
            self._made[key] = self._make(row, markets)
        return self._made[key]

    def _make(self, row: Row, markets: tuple[str, ...]) -> Claim | None:
        place = self._place
        cell = row.cell(place.column)
        high = row.cell(place.high) if place.high is not None else cell
        if (cell or high) is None or cell in place.missing or not all(one.holds(row.raw) for one in place.when):
            return None
        try:
            concrete = place.concrete(row.cell)
            if len(place.parts) == 1:
                value = read_cell(place, concrete, cell or "")
            else:
                value = read_parts(place, concrete, cell, high, row.cell(place.bound) if place.bound else None)
        except ReadingError:
            return None  # told when the file was imported
        rewritten = f"the map reads it as “{value.read_as}”" if value.read_as is not None else None
        return Claim(
            field=place.key,
            published=value.published,
            reading=value.reading,
            text=value.text,
            definition=concrete.definition,
            status=Status(place.status),
            sources=(self._source,),
            read_as=value.read_as,
            published_as=self._header,
            applies_to=place.applies_to,
            market=dict(concrete.definition).get("market") or (markets[0] if len(markets) == 1 else None),
            date=place.date.fill(row.cell) if place.date is not None else None,
            note="; ".join(part for part in (place.note, rewritten) if part) or None,
        )


class Row:
    """One row's cells by the names that the map uses."""

    __slots__ = ("_cells", "_missing", "_places")

    def __init__(self, places: Mapping[str, int], map_: Map, cells: Sequence[str | None]) -> None:
        self._places = places
        self._missing = map_.missing
        self._cells = [None if text is None else squeezed(text) for text in cells]  # each is asked for several times

    def raw(self, column: str) -> str | None:
        """A cell as it is, without superfluous blanks; None where there is no such column or cell."""
        place = self._places.get(column)
        return self._cells[place] if place is not None else None

    def cell(self, column: str) -> str | None:
        """A cell with a value."""
        text = self.raw(column)
        return None if text is None or text in self._missing else text


def _identity_columns(map_: Map) -> Iterable[str]:
    """The columns that say what a vehicle is."""
    return replace(map_, places=(), kept={}, checks=(), release=None, key=()).columns

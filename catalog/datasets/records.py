"""Rows of a data set as records with claims: what is shown of the few vehicles that somebody looks at."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.datasets.cells import read_cell, squeezed
from catalog.datasets.identity import BODY_LENGTH, markets_in, ruled, shortened, version_of
from catalog.datasets.mapping import Map, Place
from catalog.datasets.rows import folded
from catalog.errors import ReadingError
from catalog.model.claim import Claim, Claims, Status
from catalog.model.record import Record


class RowReader:
    """Makes records of the rows of one data set. ``header`` are the columns as the publisher names them."""

    def __init__(self, name: str, prefix: str, map_: Map, header: tuple[str, ...]) -> None:
        self.name = name
        self.prefix = prefix
        self.map = map_
        self._header: dict[str, str] = {}
        by_fold: dict[str, list[str]] = {}
        for column in header:
            by_fold.setdefault(folded(column), []).append(column)
        for column in map_.columns:
            alike = by_fold.get(folded(column), [])
            if column in header:
                self._header[column] = column
            elif len(alike) == 1:
                self._header[column] = alike[0]

    def record(self, row_id: str, cells: Mapping[str, str | None], findings: str | None = None) -> Record:
        """The record of a row, given its cells by the publisher's headers."""
        row = _Row(self, cells)
        map_ = self.map
        markets = map_.markets.fixed or markets_in(row.cell(map_.markets.column or "") or "")
        claims: dict[str, list[Claim]] = {}
        for place in map_.places:
            if claim := self._claim(place, row, markets):
                claims.setdefault(place.key, []).append(claim)
        return Record(
            id=f"{self.prefix}:{row_id}",
            make=map_.make.fill(row.cell) or "",
            model=map_.model.fill(row.cell) or "",
            version=version_of(map_, row.cell),
            vehicle_type=ruled(map_.vehicle_type, row.cell, row.raw) or "",
            category=ruled(map_.category, row.cell, row.raw),
            powertrain=ruled(map_.powertrain, row.cell, row.raw),
            body=shortened(ruled(map_.body, row.cell, row.raw) or "", BODY_LENGTH),
            markets=markets,
            sources=(self.name,),
            note=f"Figures of this row that do not agree: {findings}" if findings else "",
            claims={key: Claims(entries) for key, entries in claims.items()},
        )

    def header_of(self, column: str) -> str | None:
        """The publisher's header of a column of the map."""
        return self._header.get(column)

    def _claim(self, place: Place, row: _Row, markets: tuple[str, ...]) -> Claim | None:
        cell = row.cell(place.column)
        if cell is None or cell in place.missing or not all(condition.holds(row.raw) for condition in place.when):
            return None
        try:
            concrete = place.concrete(row.cell)
            value = read_cell(place, concrete, cell)
        except ReadingError:
            return None  # told when the file was imported
        rewritten = f"the file has “{cell}”" if value.read_as is not None else None
        return Claim(
            field=place.key,
            published=value.published,
            reading=value.reading,
            text=value.text,
            definition=concrete.definition,
            status=Status(place.status),
            sources=(self.name,),
            read_as=value.read_as,
            published_as=self._header[place.column],
            applies_to=place.applies_to,
            market=dict(concrete.definition).get("market") or (markets[0] if len(markets) == 1 else None),
            date=place.date.fill(row.cell) if place.date is not None else None,
            note="; ".join(part for part in (place.note, rewritten) if part) or None,
        )


class _Row:
    """One row's cells by the names that the map uses."""

    def __init__(self, reader: RowReader, cells: Mapping[str, str | None]) -> None:
        self._reader = reader
        self._cells = cells

    def raw(self, column: str) -> str | None:
        """A cell as it is, without superfluous blanks; None where there is no such column or cell."""
        header = self._reader.header_of(column)
        text = self._cells.get(header) if header is not None else None
        return None if text is None else squeezed(text)

    def cell(self, column: str) -> str | None:
        """A cell with a value."""
        text = self.raw(column)
        return None if text is None or text in self._reader.map.missing else text

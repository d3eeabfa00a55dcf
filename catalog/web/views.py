"""What each view shows of a snapshot, as a sheet: its document is the API's answer, its formats are the downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.compare.derived import DERIVED
from catalog.compare.sheet import comparison_sheet
from catalog.errors import Ambiguous, NotFound, nearest
from catalog.model.fields import FIELDS
from catalog.model.record import Record
from catalog.model.table import FieldInfo, find_field
from catalog.plain import dataclass
from catalog.render.sheet import Sheet
from catalog.requests.comparing import CompareRequest
from catalog.requests.listing import Asked, ListRequest, check_columns, counts_of, default_columns, find, understand
from catalog.requests.showing import VehicleRequest
from catalog.requests.units import units_of
from catalog.sheets.fields import field_sheet, fields_sheet
from catalog.sheets.listing import listing_sheet
from catalog.sheets.plants import plant_sheet, plants_sheet
from catalog.sheets.sources import source_sheet, sources_sheet
from catalog.sheets.vehicle import vehicle_sheet
from catalog.web.comparing import compared
from catalog.web.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list: what was asked and how it was understood, the vehicles, and how many there are in all (None:
    more than are worth counting)."""

    request: ListRequest
    asked: Asked
    records: Sequence[Record]
    total: int | None
    columns: Sequence[str]

    @property
    def sheet(self) -> Sheet:
        """The page as a sheet."""
        return listing_sheet(self.records, units_of(self.request.units, self.request.unit), self.columns)

    @property
    def more(self) -> bool:
        """Whether vehicles follow."""
        return self.total is None or self.request.offset + len(self.records) < self.total


def listed(request: ListRequest, snapshot: Snapshot, limit: int) -> Listed:
    """The vehicles of a request, ``limit`` at most where it has no limit. To be called in a thread."""
    with snapshot.reader() as reader:
        asked = understand(request.where, request.sort, reader)
        check_columns(request.columns, reader)
        found = find(request, reader, asked, limit)
    columns = request.columns or default_columns(asked.columns)
    return Listed(request, asked, snapshot.published(found.ids), found.total, columns)


def facets_sheet(request: ListRequest, snapshot: Snapshot) -> Sheet:
    """What the vehicles of a request are. To be called in a thread."""
    with snapshot.reader() as reader:
        asked = understand(request.where, request.sort, reader)
        return counts_of(request, reader, asked, units_of(request.units, request.unit))


def compare_sheet(request: CompareRequest, snapshot: Snapshot) -> Sheet:
    """Vehicles side by side."""
    return comparison_sheet(compared(request, snapshot), request.compact)


def show_sheet(request: VehicleRequest, snapshot: Snapshot) -> Sheet:
    """All that is known of a vehicle."""
    record = snapshot.record(snapshot.resolve(request.id).id)
    derived = () if request.no_derived else DERIVED
    units = units_of(request.units, request.unit)
    return vehicle_sheet(record, units, snapshot.sources, snapshot.plants, derived)


def field_sheets(key: str | None) -> Sheet:
    """All fields, or one by its key or label."""
    table: Mapping[str, FieldInfo] = {**FIELDS, **{info.key: info for info in DERIVED}}
    if key is None:
        return fields_sheet(list(table.values()))
    by_label = {info.label.casefold(): info for info in table.values()}
    return field_sheet(by_label.get(key.strip().casefold()) or find_field(table, key))


def source_sheets(key: str | None, snapshot: Snapshot) -> Sheet:
    """All sources, or one with every value that cites it. To be called in a thread."""
    cited = snapshot.citations
    if key is None:
        return sources_sheet(snapshot.sources, cited.counts)
    if key not in snapshot.sources:
        raise NotFound("source", key, nearest(key, list(snapshot.sources)))
    records = {record.id: record for record in snapshot.published(cited.vehicles.get(key, ()))}
    return source_sheet(snapshot.sources[key], records, snapshot.plants)


def plant_sheets(key: str | None, snapshot: Snapshot) -> Sheet:
    """All plants, or one by its id or a part of its name."""
    if key is None:
        return plants_sheet(snapshot.plants, snapshot.names)
    fold = key.casefold()
    found = (
        [key]
        if key in snapshot.plants
        else [own for own, plant in snapshot.plants.items() if fold in f"{own} {plant.name} {plant.place}".casefold()]
    )
    if not found:
        raise NotFound("plant", key, nearest(key, list(snapshot.plants)) or tuple(snapshot.plants)[:3])
    if len(found) > 1:
        raise Ambiguous("plant", key, found)
    return plant_sheet(snapshot.plants[found[0]], snapshot.names, snapshot.sources)

"""From loaded spec files to the two files of an index, one vehicle after the other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from catalog.compare.derived import DERIVED, with_derived
from catalog.engine.table import build_table
from catalog.index.fields import pack_field
from catalog.index.packing import pack_claim, pack_identity, pack_record, packed
from catalog.index.store import TABLES, vehicle_part
from catalog.model.fields import FIELDS
from catalog.units import KINDS
from catalog.wording.heads import Head, Heads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.errors import Fault
    from catalog.index.parts import Writer
    from catalog.model.claim import Claim
    from catalog.model.plant import Plant
    from catalog.model.record import Record
    from catalog.model.source import Source
    from catalog.model.table import FieldInfo
    from catalog.reading import Loaded

    Row = tuple[Any, ...]


def write_index(
    connection: sqlite3.Connection, parts: Writer, loaded: Loaded, about: Mapping[str, Any], files: Mapping[str, str]
) -> int:
    """Make all tables and parts. ``about`` and ``files`` (the digests of the spec files) are kept as they are.

    Gives how many bytes at the front of the database hold all that queries read.
    """
    records = {key: vehicle.record() for key, vehicle in loaded.vehicles.items()}
    connection.execute("pragma page_size = 16384")  # a question reads many: in as few calls as the system takes well
    connection.execute("begin")
    # All tables are made before any is filled, so that their definitions stand in the front as well
    for statement in TABLES.split(";"):
        connection.execute(statement)
    definitions = _write_vehicles(connection, records.values())
    front = _size(connection)
    writer = _Claims(parts)
    _insert(connection, "claims", 11, (row for record in records.values() for row in writer.rows(record)))
    _insert(connection, "sources", 6, map(_source, loaded.sources.values()))
    _insert(connection, "plants", 5, map(_plant, loaded.plants.values()))
    _insert(connection, "faults", 4, map(_fault, loaded.faults))
    _insert(connection, "fields", 9, map(_field, enumerate(FIELDS.values())))
    _insert(connection, "units", 11, _units())
    _insert(connection, "meta", 2, ((key, _text(value)) for key, value in about.items()))
    connection.execute("commit")
    parts.add("names", packed([(pack_identity(record), tuple(record.claims)) for record in records.values()]))
    parts.add("heads", packed([packed(_parts(head)) for head in writer.heads]))
    parts.add("about", packed({**about, "faults": len(loaded.faults)}))
    parts.add("definitions", packed(definitions))
    parts.add("fields", packed({key: pack_field(info) for key, info in FIELDS.items()}))
    parts.add("sources", packed({key: source.as_dict() for key, source in loaded.sources.items()}))
    parts.add("plants", packed({key: _packed_plant(plant) for key, plant in loaded.plants.items()}))
    parts.add("faults", packed([_parts(fault) for fault in loaded.faults]))
    parts.add("files", packed(dict(files)))
    return front


def _write_vehicles(connection: sqlite3.Connection, records: Iterable[Record]) -> dict[str, dict[str, str]]:
    """The table that queries run on; the definitions that it has columns of.

    SQLite reads a row from its first column to the last that is asked for, and keeps a byte also of each that is empty.
    So what most vehicles have comes first. What none has is added behind the rows, where it takes no place in them:
    most of the columns, as few fields are stated under many definitions.
    """
    table = build_table(records, FIELDS)
    rows = list(table.rows)
    names = list(table.columns)
    values = [len(column) - column.count(None) for column in zip(*rows, strict=True)] or [0] * len(names)
    order = sorted(range(len(names)), key=lambda place: -values[place])
    filled = [place for place in order if values[place] or names[place] == "id"]
    declared = [f'"{name}" {kind}' for name, kind in table.columns.items()]
    connection.execute(f"create table vehicles ({', '.join(declared[place] for place in filled)}, primary key (id))")
    _insert(connection, "vehicles", len(filled), (tuple(row[place] for place in filled) for row in rows))
    for place in order[len(filled) :]:
        connection.execute(f"alter table vehicles add column {declared[place]}")
    return {key: dict(own) for key, own in table.schema.definitions.items()}


def _size(connection: sqlite3.Connection) -> int:
    (pages,) = connection.execute("pragma page_count").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    return int(pages * size)


def _insert(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Row]) -> None:
    connection.executemany(f"insert into {table} values ({', '.join('?' * width)})", rows)


class _Claims:
    """Writes the part of each vehicle while its rows are made, and numbers the heads of its claims."""

    def __init__(self, parts: Writer) -> None:
        self._parts = parts
        self._make = Heads(FIELDS.values(), DERIVED)
        self._numbers: dict[Head, int] = {}

    @property
    def heads(self) -> Iterable[Head]:
        return self._numbers

    def rows(self, record: Record) -> Iterator[Row]:
        kept: dict[str, list[Row]] = {}
        for key, claims in with_derived(record).claims.items():
            kept[key] = []
            for place, claim in enumerate(claims):
                head = self._make(claim)
                assert head is not None
                number = self._numbers.setdefault(head, len(self._numbers))
                symbols = dict.fromkeys(symbol for symbol, _ in head.units.values())
                kept[key].append(pack_claim(claim, symbols, number))
                yield _claim(record.id, place, claim, head)
        self._parts.add(vehicle_part(record.id), pack_record(record, kept))


def _claim(vehicle: str, place: int, claim: Claim, head: Head) -> Row:
    span = claim.span
    return (
        vehicle,
        claim.field,
        place,
        head.id,
        claim.printed,
        claim.status.value,
        span.low if span else None,
        span.high if span else None,
        head.units["metric"][0] if head.units else None,
        " ".join(claim.sources),
        claim.note,
    )


def _parts(instance: Any) -> tuple[Any, ...]:
    return tuple(getattr(instance, name) for name in instance.__match_args__)


def _source(source: Source) -> Row:
    return source.id, source.publisher, source.title, source.date, source.url, source.kind


def _plant(plant: Plant) -> Row:
    return plant.id, plant.name, plant.place, plant.country, plant.owner


def _packed_plant(plant: Plant) -> Row:
    output = tuple((entry.period, entry.what, entry.stated, pack_claim(entry.claim, ())) for entry in plant.output)
    facts = tuple((fact.what, pack_claim(fact.claim, ())) for fact in plant.facts)
    names = ("id", "name", "place", "country", "owner", "formerly", "sources", "note")
    return *(getattr(plant, name) for name in names), output, facts


def _fault(fault: Fault) -> Row:
    return fault.file, fault.line, fault.field, fault.message


def _field(numbered: tuple[int, FieldInfo]) -> Row:
    place, info = numbered
    spec = info.spec
    unit = spec.quantity_kind.canonical.symbol if spec.numeric else None
    definition = " ".join(spec.definition) or None
    return info.key, place, info.label, info.group, spec.kind, spec.what, definition, spec.better, unit


def _units() -> Iterator[Row]:
    for kind in KINDS.values():
        for unit in kind.units:
            yield (
                kind.name,
                unit.symbol,
                unit.name,
                int(unit is kind.canonical_for(unit)),
                str(unit.factor.numerator),
                str(unit.factor.denominator),
                str(unit.offset),
                unit.form.value,
                unit.pint,
                unit.ucum,
                unit.rec20,
            )


def _text(value: Any) -> str:
    """A value for people: ASCII where it is a list of paths, which need not be UTF-8."""
    return value if isinstance(value, str) else json.dumps(value)

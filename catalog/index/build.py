"""From loaded spec files to the tables of an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from catalog.compare.derived import DERIVED, with_derived
from catalog.engine.table import build_table
from catalog.errors import Fault
from catalog.index.fields import pack_field
from catalog.index.packing import as_json, checksum, pack
from catalog.index.store import TABLES
from catalog.model.cited import Cited
from catalog.model.fields import FIELDS, IDENTITY
from catalog.model.plant import Plant
from catalog.model.record import Record
from catalog.reading import Loaded
from catalog.units import KINDS
from catalog.wording.heads import Head, Heads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim
    from catalog.model.table import FieldInfo

    Row = tuple[Any, ...]


def write_index(connection: sqlite3.Connection, loaded: Loaded, meta: Mapping[str, str]) -> None:
    """Make all tables in one transaction. ``meta`` is kept as it is."""
    records = {key: vehicle.record() for key, vehicle in loaded.vehicles.items()}
    table = build_table(records.values(), FIELDS)
    connection.execute("begin")
    for statement in TABLES.split(";"):
        connection.execute(statement)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
    connection.execute(f"create table vehicles ({columns}, primary key (id))")
    _insert(connection, "vehicles", len(table.columns), table.rows)
    writer = _Claims(Heads(FIELDS.values(), DERIVED))
    rows = [row for record in records.values() for row in writer.rows(with_derived(record))]
    _insert(connection, "claims", 13, rows)
    _insert(connection, "heads", 6, writer.heads())
    _insert(connection, "records", 3, (_with_crc(key, _identity(record)) for key, record in records.items()))
    _insert(connection, "sources", 7, map(_source, loaded.sources.values()))
    _insert(connection, "plants", 6, (_plant(plant) for plant in loaded.plants.values()))
    _insert(connection, "faults", 2, enumerate(map(_fault, loaded.faults)))
    _insert(connection, "fields", 10, map(_field, enumerate(FIELDS.values())))
    _insert(connection, "units", 11, _units())
    own = {"definitions": as_json(table.schema.definitions), "faults": str(len(loaded.faults))}
    _insert(connection, "meta", 2, {**meta, **own}.items())
    connection.execute("commit")


def _insert(connection: sqlite3.Connection, table: str, width: int, rows: Any) -> None:
    connection.executemany(f"insert into {table} values ({', '.join('?' * width)})", rows)


class _Claims:
    """Rows of claims, and the heads that they name by number."""

    def __init__(self, make: Heads) -> None:
        self._make = make
        self._numbers: dict[Head, int] = {}

    def rows(self, record: Record) -> Iterator[Row]:
        for key, claims in record.claims.items():
            for place, claim in enumerate(claims):
                yield self._row(record.id, key, place, claim)

    def _row(self, vehicle: str, key: str, place: int, claim: Claim) -> Row:
        head = self._make(claim)
        assert head is not None
        number = self._numbers.setdefault(head, len(self._numbers))
        symbols = dict.fromkeys(symbol for symbol, _ in head.units.values())
        body = pack(claim, list(symbols))
        span = claim.span
        return (
            vehicle,
            key,
            place,
            number,
            claim.printed,
            claim.status.value,
            span.low if span else None,
            span.high if span else None,
            head.units["metric"][0] if head.units else None,
            " ".join(claim.sources),
            claim.note,
            body,
            checksum(body),
        )

    def heads(self) -> Iterator[Row]:
        for head, number in self._numbers.items():
            body = as_json([getattr(head, name) for name in Head.__match_args__])
            yield number, head.field, head.id, head.label, body, checksum(body)


def _with_crc(key: str, value: Any) -> Row:
    body = as_json(value)
    return key, body, checksum(body)


def _identity(record: Record) -> list[Any]:
    own = [getattr(record, name) for name in IDENTITY if name != "accept"]
    return [*own, dict(record.accept), list(record.claims)]


def _source(source: Cited) -> Row:
    body = as_json(source.as_dict())
    return source.id, source.publisher, source.title, source.date, source.url, source.kind, body


def _plant(plant: Plant) -> Row:
    output = [[entry.period, entry.what, entry.stated, _loads(pack(entry.claim, []))] for entry in plant.output]
    facts = [[fact.what, _loads(pack(fact.claim, []))] for fact in plant.facts]
    names = ("id", "name", "place", "country", "owner", "formerly", "sources", "note")
    body = as_json([*(getattr(plant, name) for name in names), output, facts])
    return plant.id, plant.name, plant.place, plant.country, plant.owner, body


def _loads(body: str) -> Any:
    import json

    return json.loads(body)


def _fault(fault: Fault) -> str:
    return as_json([getattr(fault, name) for name in Fault.__match_args__])


def _field(numbered: tuple[int, FieldInfo]) -> Row:
    place, info = numbered
    spec = info.spec
    unit = spec.quantity_kind.canonical.symbol if spec.numeric else None
    definition = " ".join(spec.definition) or None
    body = as_json(pack_field(info))
    return info.key, place, info.label, info.group, spec.kind, spec.what, definition, spec.better, unit, body


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

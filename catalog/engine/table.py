"""The wide table of vehicles: one row a vehicle, canonical numbers, a column pair for each field and definition.

A numeric field ``k`` has ``k_low`` and ``k_high`` of its shown claim and ``k_definition``, the words of that
claim's definition; under each definition that occurs, a pair of columns of its own. "Up to 350 km" is 0 to
350, "over 350 km" is 350 to ``OPEN``: a comparison matches only where the whole interval does. A value in
doubt is not a number here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from catalog.model.claim import Claim
from catalog.model.dates import sort_key
from catalog.model.qualifiers import UNSTATED
from catalog.model.record import Record
from catalog.model.span import ABOVE, BELOW
from catalog.model.table import FieldTable
from catalog.plain import dataclass
from catalog.query import Schema
from catalog.wording import definition_id

#: The high end of a value without one: beyond every value, and sums and multiples of it are still numbers, where
#: PostgreSQL refuses what is beyond the largest.
OPEN = 1e150
IDENTITY = (
    "id", "make", "model", "version", "type", "category", "powertrain", "body", "markets", "plants", "data_set",
)  # fmt: skip
Value = str | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their SQL types, and rows in the same order."""

    schema: Schema
    columns: Mapping[str, str]
    rows: Iterable[tuple[Value, ...]]


def build_table(records: Iterable[Record], fields: FieldTable) -> Table:
    """The table of these records. A definition has columns where some vehicle has a value under it."""
    definitions: dict[str, dict[str, str]] = {key: {} for key, info in fields.items() if info.spec.numeric}
    dicts = [dict(_row(record, fields, definitions)) for record in records]
    schema = Schema(fields, definitions)
    columns = columns_of(schema)
    rows = [tuple(record.get(name) for name in columns) for record in dicts]
    return Table(schema, columns, rows)


def columns_of(schema: Schema) -> dict[str, str]:
    """The columns of a table, with their types, in order."""
    columns = dict.fromkeys(IDENTITY, "text")
    for key, info in schema.fields.items():
        if not info.spec.numeric:
            columns[key] = "text"
            continue
        columns |= {f"{key}_low": "real", f"{key}_high": "real", f"{key}_definition": "text"}
        own = schema.definitions.get(key, {}).values()
        columns |= {f"{name}_{end}": "real" for name in own for end in ("low", "high")}
    return columns


def stem(key: str, definition: str) -> str:
    """The column stem of a field under a definition: ``range`` and ``wltp city`` give ``range__wltp_city``."""
    return f"{key}__{re.sub(r'[^a-z0-9]+', '_', definition.lower()).strip('_')}"


def _row(record: Record, fields: FieldTable, definitions: dict[str, dict[str, str]]) -> Iterator[tuple[str, Value]]:
    yield from (
        ("id", record.id),
        ("make", record.make),
        ("model", record.model),
        ("version", record.version),
        ("type", record.vehicle_type),
        ("category", record.category),
        ("powertrain", record.powertrain),
        ("body", record.body or None),
        ("markets", _members(record.markets)),
        ("plants", _members(record.plants)),
        ("data_set", record.data_set),
    )
    for key, info in fields.items():
        claims = [claim for claim in record.values(key) if claim.doubt is None]
        if not claims:
            continue
        if not info.spec.numeric:
            yield key, sort_key(claims[0].text) if info.spec.kind == "date" else claims[0].text
            continue
        low, high = ends(claims[0])
        words = definition_id(info.spec, claims[0].definition)
        yield from ((f"{key}_low", low), (f"{key}_high", high), (f"{key}_definition", words))
        by_definition: dict[str, Claim] = {}
        for claim in claims:
            definition = definition_id(info.spec, claim.definition)
            if definition is None and info.spec.definition:
                definition = UNSTATED
            if definition is not None:
                by_definition.setdefault(definition, claim)
        for definition, claim in by_definition.items():
            name = definitions[key].setdefault(definition, stem(key, definition))
            low, high = ends(claim)
            yield from ((f"{name}_low", low), (f"{name}_high", high))


def _members(values: Sequence[str]) -> str | None:
    return f",{','.join(values)}," if values else None


def ends(claim: Claim) -> tuple[float, float]:
    """What a claim says at least and at most, in the canonical unit."""
    span = claim.span
    assert span is not None
    return (0.0 if span.bound in BELOW else span.low), (OPEN if span.bound in ABOVE else span.high)

"""The random vehicles of the query language's contract, as a table that every engine can hold."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from catalog.engine.table import OPEN, Table
from tests.query.evaluator import Row
from tests.query.samples import SCHEMA
from tests.query.strategies import TEXTS, vehicles
from tests.query.table import columns, stored

#: Texts in which folding, sorting or comparing by a language's rules would show.
BEYOND = [
    "İzmir",
    "izmir",
    "IZMIR",
    "ızmir",
    "ΟΔΟΣ",
    "οδοσ",
    "οδός",
    "Straße",
    "STRASSE",
    "Zoë",
    "zoe",
    "Äa",
    "a b",
    "a-b",
    "ab",
]
_MODELS = [*TEXTS, *BEYOND, "e", "E", "é", "É", "z", "Z", "_", "~"]
_ENDS = ("payload", "payload_1", "kerb_mass", "gross_vehicle_mass", "range", "range_wltp", "fuel_consumption", "price")


def rows(seeds: int = 16, count: int = 12) -> list[Row]:
    """Vehicles of several seeds, some of them with intervals that have no upper end, and other texts."""
    return [_grown(f"{seed:02}-{row['id']}", row) for seed in range(seeds) for row in vehicles(seed, count)]


def _grown(name: str, row: Row) -> Row:
    source = Random(name)
    found = {**row, "id": name, "model": source.choice([None, *_MODELS])}
    for stem in _ENDS:
        if f"{stem}_high" in found and source.random() < 0.2:
            found[f"{stem}_high"] = Fraction(OPEN)
    if source.random() < 0.3:
        found["make"] = source.choice(BEYOND)
    return found


def table(found: list[Row]) -> Table:
    """The rows as the table of an engine."""
    types = {name: "text" if kind == "text" else "real" for name, kind in columns(SCHEMA).items()}
    return Table(SCHEMA, types, [tuple(stored(row.get(name)) for name in types) for row in found])

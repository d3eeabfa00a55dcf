"""The wide table holds canonical numbers by field and definition, and queries on it mean what they say."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from catalog.engine import build_table, connect, select_ids
from catalog.engine.table import OPEN
from catalog.model import FIELDS, Record, Vehicle
from catalog.query import compile_query, order_by


def record(name: str, **specs: Any) -> Record:
    data = {
        "id": name, "make": "Make", "model": name, "vehicle_type": "van", "markets": ["DE", "AT"], "sources": ["s"],
        "specs": specs,
    }  # fmt: skip
    return Vehicle.model_validate(data).record()


RECORDS = [
    record("a", payload="1 t", range={"value": "241.4016 km", "procedure": "wltp"}),
    record("b", payload="2204.7 lb", range={"value": "up to 350 km", "procedure": "wltp"}),
    record("c", payload="900-1100 kg", range={"value": "410 km", "procedure": "cltc"}),
    record("d", fuel_consumption="30 mpg(US)", gearbox="5-speed manual"),
    record("e", payload={"value": "9 t", "doubt": "a slip"}, range={"value": "over 200 km", "procedure": "wltp"}),
]
TABLE = build_table(RECORDS, FIELDS)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("payload >= 1 t", ["a", "b"]),
        ("payload >= 1000 kg and payload <= 1 t", ["a"]),
        ("maybe(payload >= 1 t)", ["a", "b", "c"]),
        ("payload is missing", ["d", "e"]),
        ("not payload >= 1 t", []),  # of c it is not known
        ("not payload >= 1.2 t", ["a", "b", "c"]),
        ("range[wltp] >= 150 mi", ["a"]),
        ("maybe(range[wltp] >= 150 mi)", ["a", "b", "e"]),
        ("range[wltp] < 360 km", ["a", "b"]),
        ("range >= 400 km", ["c"]),
        ("fuel_consumption >= 30 mpg(US)", ["d"]),
        ("fuel_consumption <= 7.9 L/100 km", ["d"]),
        ("market = AT and gearbox like '%manual%'", ["d"]),
    ],
)
def test_queries_mean_what_they_say(query: str, ids: list[str]) -> None:
    with closing(connect(TABLE)) as connection:
        assert select_ids(connection, compile_query(query, TABLE.schema)) == ids


def test_missing_sorts_last_in_both_directions() -> None:
    with closing(connect(TABLE)) as connection:
        up, down = (select_ids(connection, None, order_by(sort, TABLE.schema)[0]) for sort in ("payload", "-payload"))
    assert (up, down) == (["c", "a", "b", "d", "e"], ["b", "a", "c", "d", "e"])


def test_bounds_open_one_end() -> None:
    rows = {row[0]: dict(zip(TABLE.columns, row, strict=True)) for row in TABLE.rows}
    ends = {name: (row["range__wltp_low"], row["range__wltp_high"]) for name, row in rows.items()}
    assert ends == {"a": (241.4016, 241.4016), "b": (0, 350), "c": (None, None), "d": (None, None), "e": (200, OPEN)}


def test_no_two_definitions_share_a_column() -> None:
    stems = [stem for by_definition in TABLE.schema.definitions.values() for stem in by_definition.values()]
    assert len(stems) == len(set(stems))

"""The quick way to a comparison's JSON says what the plain way says, to the last sign."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.collection.reader import Reader
from catalog.compare.document import document
from catalog.compare.rows import side_by_side
from catalog.compare.sides import Side, Writer
from catalog.errors import NotComparable, NotFound
from catalog.index.keeping import open_index
from catalog.model import FIELDS
from catalog.model.claim import Claim
from catalog.model.record import Record
from catalog.plain import replace
from catalog.render.structured import json_text
from catalog.wording import UnitChoice, choose

OVERRIDES = ((), ("range=mi",), ("mass=lb", "length=ft"), ("energy_consumption=mi/kWh",), ("volume=l", "power=PS"))
WRITER = Writer()


@pytest.fixture(scope="module")
def shipped() -> dict[str, Record]:
    """The shipped vehicles, as an index has them."""
    return {record.id: record for record in Reader(open_index()).records(derived=True)}


def head(claim: Claim) -> Any:
    return claim.kept_head


def both(records: list[Record], units: UnitChoice, only_differences: bool = False, **options: Any) -> tuple[str, str]:
    """The texts of the two ways."""
    comparison = side_by_side(records, head, units, **options)
    if only_differences:
        comparison = replace(comparison, rows=tuple(row for row in comparison.rows if row.differs))
    sides = [Side(record, head) for record in records]
    again = [WRITER.text(sides, units, only_differences=only_differences, **options) for _ in range(2)]
    assert again[0] == again[1]
    return json_text(document(comparison)), again[0]


@given(data=st.data())
def test_the_quick_way_says_what_the_plain_way_says(shipped: dict[str, Record], data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from(sorted(shipped)), min_size=1, max_size=5, unique=True))
    units = choose(
        FIELDS, data.draw(st.sampled_from(["metric", "us", "uk", "si"])), data.draw(st.sampled_from(OVERRIDES))
    )
    keys = data.draw(st.none() | st.lists(st.sampled_from([*FIELDS, "derived_load_box"]), max_size=8))
    plain, quick = both(
        [shipped[key] for key in ids],
        units,
        keys=keys,
        baseline=data.draw(st.none() | st.sampled_from(ids)),
        derived=data.draw(st.booleans()),
        only_differences=data.draw(st.booleans()),
    )
    assert quick == plain


def test_a_side_serves_all_units_and_companions(shipped: dict[str, Record]) -> None:
    """One side, kept: what it said to one comparison is not what it says to the next."""
    van, *others = [shipped[key] for key in ("ford-e-transit-68-kwh", "foton-iblue-ev", "jac-n60-ev")]
    side = Side(van, head)
    for system in ("metric", "us", "metric", "si"):
        for other in others:
            units = UnitChoice(system)
            expected = json_text(document(side_by_side([van, other], head, units)))
            assert WRITER.text([side, Side(other, head)], units) == expected


def test_what_is_kept_has_an_end(shipped: dict[str, Record]) -> None:
    side = Side(shipped["ford-e-transit-68-kwh"], head)
    first = next(iter(side.claims))
    for number in range(2000):
        side.cell(replace(first, field=f"field_{number}"), None)
        assert len(side._cells) <= 250


def test_nothing_compares_with_nothing(shipped: dict[str, Record]) -> None:
    with pytest.raises(NotComparable):
        WRITER.text([], UnitChoice())
    side = Side(shipped["foton-iblue-ev"], head)
    with pytest.raises(NotFound):
        WRITER.text([side], UnitChoice(), baseline="ford-e-transit-68-kwh")

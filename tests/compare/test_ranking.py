"""Best marks and differences stand only where the published digits allow them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.compare import compare
from catalog.compare.ranking import agree
from catalog.model import FIELDS, Vehicle
from catalog.wording import choose
from tests.compare.conftest import Make


def best(
    make: Make, key: str, values: list[Any], system: str = "metric", **definition: str
) -> tuple[list[bool], str | None]:
    records = [make(f"v{place}", **{key: {"value": text, **definition}}) for place, text in enumerate(values)]
    comparison = compare(records, FIELDS, choose(FIELDS, system), derived=False)
    (row,) = comparison.rows
    return [cell.best for cell in row.cells], row.why_not


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        (["317 km", "350 km"], [False, True]),
        (["317 km", "350 km", "350 km"], [False, True, True]),
        (["350 km", "217.5 mi"], [False, False]),  # 217.5 mi is 349.95 to 350.11 km: equal within the digits
        (["350 km", "350 km"], [False, False]),  # all equal: nothing to mark
        (["300-350 km", "340 km"], [False, False]),  # the intervals overlap
        (["300-330 km", "340 km"], [False, True]),
        (["up to 350 km", "400 km"], [False, True]),  # even at its most it is less
        (["up to 350 km", "300 km"], [False, False]),
        (["over 350 km", "300 km"], [True, False]),
        (["about 350 km", "300 km"], [False, False]),
        (["350 km"], [False]),
    ],
)
def test_higher_is_better(make: Make, values: list[str], marks: list[bool]) -> None:
    assert best(make, "range", values, procedure="wltp")[0] == marks


def test_lower_is_better_and_a_reciprocal_unit_turns_the_direction_round(make: Make) -> None:
    values = ["20 kWh/100 km", "25 kWh/100 km"]
    assert best(make, "energy_consumption", values, procedure="wltp")[0] == [True, False]
    records = [make(f"v{n}", energy_consumption={"value": text, "procedure": "wltp"}) for n, text in enumerate(values)]
    row = compare(records, FIELDS, choose(FIELDS, "uk")).row("energy_consumption")
    assert (row.unit, row.better) == ("mi/kWh", "higher")
    assert [cell.best for cell in row.cells] == [True, False]


def test_nothing_is_best_where_the_definition_is_not_stated(make: Make) -> None:
    assert best(make, "range", ["317 km", "350 km"]) == ([False, False], "the definition is not stated")


def test_nothing_is_best_where_the_procedure_has_no_rules(make: Make) -> None:
    marks, why = best(make, "range", ["317 km", "350 km"], procedure="observed")
    assert (marks, why) == ([False, False], "not measured under one procedure")


def test_a_neutral_field_has_no_best(make: Make) -> None:
    assert best(make, "length", ["5 m", "6 m"])[0] == [False, False]


def test_a_value_in_doubt_ranks_nothing(make: Make) -> None:
    sure = make("a", towing_braked="1000 kg")
    doubted = make("b", towing_braked={"value": "2000 kg", "doubt": "printed nowhere else"})
    row = compare([sure, doubted], FIELDS).row("towing_braked")
    assert ([cell.best for cell in row.cells], row.why_not) == ([False, False], "a value is in doubt")


def test_the_best_is_best_whichever_source_is_right(make: Make) -> None:
    disputed = make("a", range=[{"value": v, "procedure": "wltp"} for v in ("350 km", "317 km")])
    between = make("b", range={"value": "330 km", "procedure": "wltp"})
    below = make("c", range={"value": "300 km", "procedure": "wltp"})
    assert [cell.best for cell in compare([disputed, between], FIELDS).row("range").cells] == [False, False]
    assert [cell.best for cell in compare([disputed, below], FIELDS).row("range").cells] == [True, False]


def test_differences_are_absolute_and_relative_with_the_finer_precision(make: Make) -> None:
    records = [make("a", gross_vehicle_mass="3500 kg"), make("b", gross_vehicle_mass="4.5 t")]
    cell = compare(records, FIELDS, baseline="a").row("gross_vehicle_mass").cells[1]
    assert cell.difference is not None
    assert cell.difference.absolute == Decimal(1000)
    assert (cell.difference.relative, cell.difference.certain) == (Decimal(29), True)


def test_a_difference_to_a_span_is_a_span(make: Make) -> None:
    """4250 to 8550 kg may be less than 4495 kg: no midpoint says that."""
    records = [make("a", gross_vehicle_mass="4495 kg"), make("b", gross_vehicle_mass="4250-8550 kg")]
    cell = compare(records, FIELDS, baseline="a").row("gross_vehicle_mass").cells[1]
    assert cell.difference is not None
    assert cell.difference.absolute == (Decimal(-245), Decimal(4055))
    assert (cell.difference.relative, cell.difference.certain) == (None, False)


@pytest.mark.parametrize(
    ("first", "second", "definition", "certain"),
    [
        ("300 km", "350 km", {"procedure": "wltp"}, True),
        ("300 km", "350 km", {}, False),
        ("300 km", "up to 350 km", {"procedure": "wltp"}, False),
        ("300 km", "280-350 km", {"procedure": "wltp"}, False),
        ("300 km", "186.5 mi", {"procedure": "wltp"}, False),
        ("300 km", "300 km", {"procedure": "wltp"}, True),
    ],
)
def test_a_difference_says_whether_it_is_certain(
    make: Make, first: str, second: str, definition: dict[str, str], certain: bool
) -> None:
    records = [make("a", range={"value": first, **definition}), make("b", range={"value": second, **definition})]
    cell = compare(records, FIELDS, baseline="a").row("range").cells[1]
    assert cell.difference is not None
    assert cell.difference.certain is certain


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("4.5 t", "4495 kg", True),
        ("350 km", "317 km", False),
        ("up to 350 km", "up to 317 km", False),
        ("up to 350 km", "317 km", True),
        ("over 350 km", "317 km", False),
        ("112 mi", "180 km", True),
        ("about 100 miles", "173 km", False),
        ("300-350 km", "340-400 km", True),
    ],
)
def test_two_sources_agree_within_what_was_written(make: Make, first: str, second: str, same: bool) -> None:
    key = "gross_vehicle_mass" if first.endswith("t") else "range"
    one, two = (make("a", **{key: text}).values(key)[0] for text in (first, second))
    assert agree(one, two) is same
    assert agree(two, one) is same


@given(st.lists(st.integers(1, 99_999), min_size=2, max_size=5))
def test_a_marked_value_is_never_beaten(numbers: list[int]) -> None:
    """Over any integers in one unit: the marked are exactly the highest, unless all are equal."""
    records = [
        Vehicle.model_validate(
            {
                "id": f"v{place}", "make": "M", "model": "m", "vehicle_type": "van", "sources": ["s"],
                "specs": {"range": {"value": f"{number} km", "procedure": "wltp"}},
            }
        ).record()
        for place, number in enumerate(numbers)
    ]  # fmt: skip
    cells = compare(records, FIELDS).row("range").cells
    marked = {number for number, cell in zip(numbers, cells, strict=True) if cell.best}
    top = max(numbers)
    if len(set(numbers)) == 1:
        assert not marked
    else:
        # 317 stands for 316.5 to 317.5: whole numbers one apart touch and do not overlap
        assert marked == {top}

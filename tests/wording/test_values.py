"""Values in words: digits as published, bounds as signs, numbers joined to their units."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.model import Claim
from catalog.model.span import bound_in
from catalog.units import KINDS, Bound, read
from catalog.wording import NBSP, grouped, published_text, rounded, value_text, with_unit
from catalog.wording.values import with_bound


def claim(published: str, kind: str, **more: Any) -> Claim:
    return Claim("field", published, read(more.get("read_as") or published, kind), **more)


@pytest.mark.parametrize(
    ("published", "kind", "unit", "words"),
    [
        ("5995 mm", "length", "mm", "5995 mm"),
        ("5995 mm", "length", "in", "236.0 in"),
        ("7.50 t", "mass", "t", "7.50 t"),  # a zero that was printed stays
        ("410 km", "distance", "mi", "255 mi"),
        ("160 000 km", "distance", "km", "160 000 km"),
        ("9999 km", "distance", "km", "9999 km"),
        ("up to 350 km", "distance", "km", "≤ 350 km"),
        ("less than 350 km", "distance", "km", "< 350 km"),
        ("from 350 km", "distance", "km", "≥ 350 km"),
        ("over 350 km", "distance", "km", "> 350 km"),
        ("about 350 km", "distance", "km", "~ 350 km"),
        ("2.5-3 t", "mass", "kg", "2500–3000 kg"),
        ("37/74/111 kWh", "energy", "kWh", "37/74/111 kWh"),
        ("up to 8 L/100 km", "fuel consumption", "mpg(US)", "≥ 29 mpg(US)"),  # the bound turns with the reciprocal
        ("at least 30 mpg(US)", "fuel consumption", "L/100 km", "≤ 7.8 L/100 km"),
        ("20-30 mpg(US)", "fuel consumption", "L/100 km", "7.8–12 L/100 km"),
        ("3", "count", "", "3"),
        ("16.7°", "angle", "°", "16.7°"),
        ("35 %", "grade", "%", "35 %"),
        ("1 year", "time", "year", "1 year"),
        ("up to 1 year", "time", "year", "≤ 1 year"),
        ("8 years", "time", "year", "8 years"),
        ("EUR 54,900", "money", "EUR", "54 900 EUR"),
    ],
)
def test_value_in_words(published: str, kind: str, unit: str, words: str) -> None:
    text = value_text(claim(published, kind), KINDS[kind].unit(unit))
    assert text.replace(NBSP, " ") == words
    assert " " not in text, "a line may not break inside a value"


def test_a_text_is_its_own_value() -> None:
    assert value_text(Claim("gearbox", "six-speed", text="6-speed manual"), None) == "6-speed manual"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "0"),
        ("999", "999"),
        ("5995", "5995"),
        ("11000", "11 000"),
        ("1234567.50", "1 234 567.50"),
        ("-12345", "-12 345"),
    ],
)
def test_digits_are_grouped_from_five_on(number: str, words: str) -> None:
    assert grouped(Decimal(number)).replace(NBSP, " ") == words


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_grouping_changes_no_digit(value: Decimal) -> None:
    assert Decimal(grouped(value).replace(NBSP, "")) == value


def test_a_number_in_its_own_unit_is_not_touched() -> None:
    (number,) = read("7.50 t", "mass").numbers
    assert rounded(number, number.unit) == Decimal("7.50")
    assert str(rounded(number, number.unit)) == "7.50"


@pytest.mark.parametrize(
    ("bound", "turned"),
    [
        (Bound.UP_TO, Bound.AT_LEAST),
        (Bound.AT_LEAST, Bound.UP_TO),
        (Bound.LESS_THAN, Bound.MORE_THAN),
        (Bound.MORE_THAN, Bound.LESS_THAN),
        (Bound.ABOUT, Bound.ABOUT),
        (Bound.EXACT, Bound.EXACT),
    ],
)
def test_a_bound_turns_between_a_unit_and_its_reciprocal(bound: Bound, turned: Bound) -> None:
    word = {Bound.EXACT: ""}.get(bound, bound.value)
    reading = read(f"{word} 8 L/100 km".strip(), "fuel consumption")
    assert reading.bound is bound
    kind = KINDS["fuel consumption"]
    assert bound_in(reading, kind.unit("mpg(US)")) is turned
    assert bound_in(reading, kind.unit("L/10 km")) is bound


def test_several_numbers_with_their_bound() -> None:
    assert with_bound(["2", "3"], Bound.INTERVAL) == "2–3"
    assert with_bound(["2"], Bound.INTERVAL) == "2"  # equal ends, once rounded
    assert with_bound(["1", "2", "3"], Bound.LIST) == "1/2/3"
    assert with_bound(["2"], Bound.UP_TO) == f"≤{NBSP}2"


def test_units_without_a_symbol_and_units_with_spaces() -> None:
    assert with_unit("3", "") == "3"
    assert with_unit("25.4", "kWh/100 km") == f"25.4{NBSP}kWh/100{NBSP}km"


@pytest.mark.parametrize(
    ("more", "shown", "words"),
    [
        ({}, "", "3.5 t"),
        ({}, "3500 kg", "3.5 t"),
        ({}, f"3.5{NBSP}t", ""),  # the value says it all
        ({"published_as": "total mass"}, "3500 kg", "“3.5 t” as “total mass”"),
        ({"published_as": "total mass"}, "3.5 t", "as “total mass”"),
        ({"read_as": "3.5 t", "note": "why"}, "3.5 t", "“3.5 t”"),
    ],
)
def test_the_print_in_words(more: dict[str, Any], shown: str, words: str) -> None:
    assert published_text(claim("3.5 t", "mass", **more), shown) == words


def test_an_interval_with_another_dash_is_the_same_print() -> None:
    assert published_text(claim("2.5-3 t", "mass"), f"2.5–3{NBSP}t") == ""

"""Kinds, units and one conversion."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import NotConvertible, NotFound, ReadingError
from catalog.sheets.units import _exact, conversion_sheet, convert_text, find_kind, units_sheet
from catalog.units import KINDS
from tests.sheets.conftest import rows

UNIT_KEYS = {"kind", "unit", "name", "form", "factor", "offset", "spellings", "ucum", "rec20"}


def test_all_kinds_are_listed() -> None:
    sheet = units_sheet()
    assert [row[0] for row in rows(sheet)] == list(KINDS)
    assert set(sheet.document) == {"shape", "kinds"}
    assert all(set(kind) == {"kind", "label", "canonical", "display", "units"} for kind in sheet.document["kinds"])
    assert all(set(record) == UNIT_KEYS for record in sheet.records)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_shown(kind: str) -> None:
    sheet = units_sheet(kind)
    assert len(sheet.lines) == len(KINDS[kind].units)
    assert all(len(line.cells) == len(sheet.headers) for line in sheet.lines)
    assert [Fraction(record["factor"]) for record in sheet.records] == [unit.factor for unit in KINDS[kind].units]


@pytest.mark.parametrize(
    ("kind", "unit", "factor"),
    [
        ("power", "kW", "1"),
        ("power", "PS", "0.73549875"),
        ("fuel consumption", "mpg(US)", "235.214583333 / x"),
        ("grade", "°", "100 tan x"),
        ("temperature", "°C", "x"),
        ("temperature", "°F", "0.555555555556 x + -17.7777777778"),
        ("money", "k EUR", "1000"),
    ],
)
def test_how_a_unit_becomes_the_first_of_its_kind(kind: str, unit: str, factor: str) -> None:
    assert {row[0]: row[2] for row in rows(units_sheet(kind))}[unit] == factor


def test_spellings_that_mean_the_same_share_a_note() -> None:
    (choice, *refused) = units_sheet("power").notes
    assert choice.startswith("hp, horsepower, horse power: ")
    assert choice.endswith("write PS or hp(M)")
    assert all(note.startswith("refused: ") for note in refused)


def test_a_kind_is_found_by_its_name() -> None:
    assert find_kind(" Fuel_Consumption ") is KINDS["fuel consumption"]
    with pytest.raises(NotFound, match=r"no kind of quantity 'pwer'; did you mean power\?"):
        find_kind("pwer")


@pytest.mark.parametrize(
    ("text", "target", "market", "expected"),
    [
        ("30 mpg(US)", "L/100km", None, {"text": "7.8 L/100 km", "bound": "exact", "reciprocal": True, "kind": "fuel consumption"}),
        ("up to 30 mpg(US)", "L/100km", None, {"text": "≥ 7.8 L/100 km", "bound": "at least"}),
        ("20-30 mpg(US)", "L/100km", None, {"text": "7.8–12 L/100 km", "value": [7.8, 12.0], "bound": "interval"}),
        ("19 ft 8 in", "m", None, {"text": "5.99 m", "exact": ["5.9944"], "exact_text": "5.9944 m", "reciprocal": False}),
        ("150 mi", "km", None, {"exact": ["241.4016"], "value": [241.0]}),
        ("5995 mm", "mi", None, {"kind": "length", "unit": "mi"}),  # a length in the unit of a distance
        ("154 hp", "kW", "US", {"text": "115 kW"}),
        ("300 kW", "hp", "US", {"unit": "hp(M)"}),
        ("$ 45,000", "USD", "US", {"text": "45 000 USD"}),
        ("20 °C", "°F", None, {"text": "68 °F"}),
    ],
)  # fmt: skip
def test_conversion(text: str, target: str, market: str | None, expected: dict[str, Any]) -> None:
    document = conversion_sheet(text, target, market).document
    assert set(document) == {
        "shape", "published", "kind", "unit", "text", "value", "exact", "exact_text", "bound", "reciprocal",
    }  # fmt: skip
    assert {key: document[key] for key in expected} == expected


def test_a_conversion_is_a_table_too() -> None:
    sheet = conversion_sheet("30 mpg(US)", "L/100km")
    assert sheet.headers == ("As published", "In L/100 km", "All digits")
    assert rows(sheet) == [("30 mpg(US)", "7.8 L/100 km", "7.8404861111111111 L/100 km")]
    assert sheet.notes == ("reciprocal: more of one is less of the other",)


@pytest.mark.parametrize(
    ("text", "target", "error", "message"),
    [
        ("30 mpg", "L/100km", ReadingError, r"which mpg\?.*write 30 mpg\(US\) or 30 mpg\(UK\)"),
        ("5.995 mm", "in", ReadingError, "write 5995 mm or 5.9950 mm"),
        ("154 hp", "kW", ReadingError, r"write 154 PS or 154 hp\(M\)"),
        ("500 km", "kg", NotConvertible, "km measures"),
        ("104 kW/h", "kWh", ReadingError, "kW/h is not"),
        ("30 kg", "kgg", NotFound, r"no unit 'kgg'; did you mean kg"),
        ("30 kg", "%%%", NotFound, "no unit '%%%'"),
        ("300 kW", "hp", ReadingError, r"which hp\?"),
        ("0 mpg(US)", "L/100km", ReadingError, "reciprocal of zero"),
        ("", "km", ReadingError, "no value"),
        ("up to 2.5-3 t", "lb", ReadingError, "leave out 'up to'"),
    ],
)
def test_what_cannot_be_converted_says_why(text: str, target: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        conversion_sheet(text, target)


def test_the_target_chooses_the_kind() -> None:
    reading, unit = convert_text("100 Nm", "lb ft")
    assert (reading.kind.name, unit.symbol) == ("torque", "lb ft")


@given(st.fractions(max_denominator=10**6).filter(lambda value: abs(value) < 10**12))
def test_all_digits_are_all_where_they_end_and_17_else(value: Fraction) -> None:
    text = _exact(value)
    assert "e" not in text.lower()
    assert abs(Fraction(text) - value) <= abs(value) / 10**16
    if all(prime in (2, 5) for prime in _primes(value.denominator)):
        assert Fraction(text) == value


def _primes(number: int) -> set[int]:
    found, divisor = set(), 2
    while number > 1:
        if number % divisor:
            divisor += 1
        else:
            found.add(divisor)
            number //= divisor
    return found

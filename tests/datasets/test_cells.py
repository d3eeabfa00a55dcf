"""What a cell says: plain numbers exactly, everything else through the strict reader."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.datasets.cells import plain_number, read_cell, scale_of, squeezed
from catalog.datasets.mapping import Place, settled
from catalog.datasets.template import parse
from catalog.errors import ReadingError
from catalog.units import KINDS, Form, convert, read

PLAIN_UNITS = [
    (kind, unit)
    for kind in KINDS.values()
    for unit in kind.units
    if scale_of(unit, kind.canonical_for(unit)) is not None
]


def place(field: str, unit: str | None = None, **parts: object) -> Place:
    return Place("column", field, parse(unit) if unit is not None else None, **parts)  # type: ignore[arg-type]


def cell(place_: Place, text: str) -> tuple[float, float]:
    value = read_cell(place_, place_.concrete(lambda _: None), text)
    assert value.reading is not None
    return value.reading.canonical


@given(
    st.sampled_from(PLAIN_UNITS),
    st.decimals(min_value=Decimal("0.001"), max_value=10**9, places=3, allow_nan=False),
)
def test_a_plain_number_is_the_exact_one_rounded_once(kind_unit: tuple[object, object], number: Decimal) -> None:
    kind, unit = kind_unit
    target = kind.canonical_for(unit)  # type: ignore[attr-defined]
    scale = scale_of(unit, target)  # type: ignore[arg-type]
    plain = plain_number(f"{number:f}", ".")
    assert scale is not None
    assert plain is not None
    assert scale.canonical(*plain) == float(convert(Fraction(number), unit, target))  # type: ignore[arg-type]


@given(st.text(alphabet="0123456789.,eE+- ", max_size=12))
def test_a_plain_number_without_a_stated_sign_is_what_the_strict_reader_reads(text: str) -> None:
    plain = plain_number(text, None)
    if plain is not None:
        assert read(f"{text} km", "distance").canonical[0] == float(Decimal(plain[0]).scaleb(-plain[1]))


@given(st.text(max_size=8))
def test_a_plain_number_of_any_text(text: str) -> None:
    for sign in (".", ",", None):
        plain = plain_number(text, sign)
        if plain is not None:
            assert text.isascii()
            assert Decimal(plain[0]).scaleb(-plain[1]) == Decimal(text.replace(",", "."))


@pytest.mark.parametrize(
    ("text", "sign", "expected"),
    [
        ("5.995", ".", (5995, 3)),
        ("5,995", ",", (5995, 3)),
        ("5.995", None, None),
        ("0.995", None, (995, 3)),
        ("12345.678", None, (12345678, 3)),
        ("3.0E-4", ".", (30, 5)),
        ("1.5e3", ".", (1500, 0)),
        ("3.0E-4", None, None),
        ("1e999", ".", None),
        ("007", ".", None),
        ("-5", ".", None),
        ("٣", ".", None),
        ("1" * 21, ".", None),
        ("", ".", None),
        (".5", ".", None),
        ("5.", ".", None),
    ],
)
def test_plain_numbers(text: str, sign: str | None, expected: tuple[int, int] | None) -> None:
    assert plain_number(text, sign) == expected


def test_a_declared_sign_settles_what_is_grouped() -> None:
    assert cell(place("range", "km", decimal="."), "1,234") == (1234, 1234)
    assert cell(place("range", "km", decimal=","), "1.234") == (1234, 1234)
    assert cell(place("range", "km", decimal=","), "1,234") == (1.234, 1.234)
    with pytest.raises(ReadingError, match="groups thousands"):
        cell(place("range", "km"), "1,234")


def test_how_a_cell_is_shown() -> None:
    wanted = place("energy_consumption", "kWh/100 mi", decimal=".")
    value = read_cell(wanted, wanted.concrete(lambda _: None), "32.123")
    assert (value.published, value.read_as) == ("32.123 kWh/100 mi", "32.1230 kWh/100 mi")
    assert value.reading is not None
    assert value.reading.numbers[0].decimals == 3
    value = read_cell(wanted, wanted.concrete(lambda _: None), "32.5")
    assert (value.published, value.read_as) == ("32.5 kWh/100 mi", None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("181-226", 181, 226),
        ("230/270/270", 230, 270),
        ("up to 300", 300, 300),
        ("2,5", 2.5, 2.5),
        ("310–540", 310, 540),
    ],
)
def test_texts_of_several_numbers(text: str, low: float, high: float) -> None:
    assert cell(place("range", "km"), text) == (low, high)


def test_zero_miles_per_gallon_are_no_consumption() -> None:
    with pytest.raises(ReadingError, match="reciprocal of zero"):
        cell(place("fuel_consumption", "mpg(US)", decimal="."), "0")


def test_a_count_has_no_decimals() -> None:
    with pytest.raises(ReadingError, match="decimals"):
        cell(place("seats", "", decimal="."), "4.5")


def test_units_in_cells() -> None:
    wanted = place("engine_displacement", "L", unit_in_cell=True)
    assert cell(wanted, "2.0 L") == cell(wanted, "2000 cm3") == cell(wanted, "2.0")
    bare = place("engine_displacement", unit_in_cell=True)
    assert cell(bare, "2.0 L") == (2, 2)
    with pytest.raises(ReadingError, match="the unit is missing"):
        cell(bare, "2.0")


def test_words_replacements_and_patterns() -> None:
    motors = place(
        "motor_power", "kW", replace=((r",( and)? ", " and "),), pattern=r"(?P<value>\d+(?: and \d+)*) ?kW.*"
    )
    value = read_cell(motors, motors.concrete(lambda _: None), "99, 99 and 150 kW PMSM")
    assert (value.published, value.read_as) == ("99, 99 and 150 kW PMSM", "99 and 99 and 150 kW")
    with pytest.raises(ReadingError, match="not of the form"):
        read_cell(motors, motors.concrete(lambda _: None), "288V Ni-MH")
    drive = place("drive", words={"fwd": "front"})
    assert read_cell(drive, drive.concrete(lambda _: None), "FWD").text == "front"


def test_closed_vocabularies_tyres_and_dates() -> None:
    port = place("charge_port", replace=((r"gb_t_dc", "GB/T DC"),))
    assert read_cell(port, port.concrete(lambda _: None), "ccs2, gb_t_dc").text == "CCS2, GB/T DC"
    with pytest.raises(ReadingError, match="no known charge port"):
        read_cell(port, port.concrete(lambda _: None), "schuko")
    tyres = place("tyres")
    assert read_cell(tyres, tyres.concrete(lambda _: None), "235/55R19").text == "235/55R19"
    years = place("production_years")
    assert read_cell(years, years.concrete(lambda _: None), "1970–1975").text == "1970-1975"
    with pytest.raises(ReadingError, match="at most 160"):
        read_cell(drive := place("drive"), drive.concrete(lambda _: None), "x" * 200)


@pytest.mark.parametrize(("kind", "unit"), [(kind.name, unit.symbol) for kind in KINDS.values() for unit in kind.units])
def test_a_number_with_any_unit_s_symbol_is_read_again(kind: str, unit: str) -> None:
    """A claim's published text is a cell and the symbol of its unit: the strict reader must know it."""
    if KINDS[kind].unit(unit).form is not Form.TANGENT:
        assert read(f"12 {unit}".strip(), kind).unit is KINDS[kind].unit(unit)


def test_settled_says_what_is_wrong() -> None:
    with pytest.raises(ReadingError, match="not a unit"):
        settled("range", "parsec", (), None)
    with pytest.raises(ReadingError, match="procedure"):
        settled("range", "km", (("procedure", "wtlp"),), None)
    assert settled("price", "USD", (("market", "US"),), None).definition == (("currency", "USD"), ("market", "US"))


def test_squeezed() -> None:
    assert squeezed(" Rivian \t R1T ") == "Rivian R1T"


@pytest.mark.parametrize(("cell", "count"), [("4", 4), ("4.0", 4), ("0.0", 0), ("4.00", 4)])
def test_a_count_that_a_program_wrote_with_decimals(cell: str, count: int) -> None:
    place = Place("c", "seats", parse(""), decimal=".")
    reading = read_cell(place, place.concrete(lambda _: None), cell).reading
    assert reading is not None
    assert reading.canonical == (count, count)
    with pytest.raises(ReadingError, match="at most 0 decimals"):
        read_cell(place, place.concrete(lambda _: None), "4.5")

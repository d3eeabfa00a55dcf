"""A converted number shows as many digits as were published, and no more."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalog.units import KINDS, Kind, Unit, convert, decimals_after, plain, read, to_decimal
from catalog.units.rounding import half_step
from catalog.wording.values import rounded
from tests.units.tools import EVERY_UNIT, EXACT_PAIRS, cases, law, named, printed_numbers


@pytest.mark.parametrize(
    ("text", "kind", "unit", "shown"),
    cases(
        ("5995 mm", "length", "in", "236.0"),
        ("5995 mm", "length", "ft", "19.67"),
        ("236 in", "length", "mm", "5990"),  # an inch is more than two centimetres
        ("236.0 in", "length", "mm", "5994"),
        ("410 km", "distance", "mi", "255"),
        ("255 mi", "distance", "km", "410"),
        ("150 mi", "distance", "km", "241"),
        ("300 hp(M)", "power", "kW", "224"),
        ("300 PS", "power", "kW", "221"),
        ("300 PS", "power", "hp(M)", "296"),
        ("300 hp(M)", "power", "PS", "304"),
        ("163 PS", "power", "kW", "120"),
        ("120 kW", "power", "PS", "163"),
        ("110 kW", "power", "hp(M)", "148"),
        ("1230 kg", "mass", "lb", "2712"),
        ("2712 lb", "mass", "kg", "1230"),
        ("7.5 t", "mass", "kg", "7500"),
        ("5 t", "mass", "lb", "11000"),  # 11023 would claim to know the kilogram
        ("1234.567 short ton", "mass", "lb", "2469134"),  # a ratio of 1/2000: floats made it 2469130
        ("104 kWh", "energy", "MJ", "370"),
        ("350 N m", "torque", "lb ft", "258"),
        ("30 mpg(US)", "fuel consumption", "L/100 km", "7.8"),
        ("7.8 L/100 km", "fuel consumption", "mpg(US)", "30"),
        ("15 kWh/100 km", "energy consumption", "mi/kWh", "4.1"),
        ("15.0 kWh/100 km", "energy consumption", "mi/kWh", "4.14"),
        ("176.0 g/mi", "emission", "g/km", "109.4"),
        ("0 g/mi", "emission", "g/km", "0"),
        ("0.0 g/mi", "emission", "g/km", "0.0"),
        ("68 °F", "temperature", "°C", "20"),
        ("90 min", "time", "h", "1.50"),
        ("1/2 in", "length", "mm", "13"),
        ("2.5 M EUR", "money", "EUR", "2500000"),
    ),
)
def test_shown_digits(text: str, kind: str, unit: str, shown: str) -> None:
    """Published figures in another unit, as a reader sees them."""
    number = read(text, kind).numbers[0]
    assert plain(rounded(number, KINDS[kind].unit(unit))) == shown


@law
@given(st.sampled_from(EXACT_PAIRS), st.integers(1, 10**7), st.integers(0, 4))
def test_the_rule(pair: tuple[Kind, Unit, Unit], digits: int, decimals: int) -> None:
    """The last digit shown is the power of ten nearest to the last one published, and two digits are always shown.

    The same rule as decimals = max(floor(p + log10(in/out) + 1/2), 1 - floor(log10 out)), without a logarithm.
    """
    _, source, target = pair
    published = Fraction(digits, 10**decimals)
    converted = convert(published, source, target)
    places = decimals_after(published, decimals, converted)
    step_squared = (Fraction(10) ** -decimals * converted / published) ** 2
    scaled = converted * Fraction(10) ** places
    assert Fraction(10) ** (-2 * places - 1) < step_squared
    assert scaled >= 10
    assert scaled < 100 or Fraction(10) ** (1 - 2 * places) >= step_squared


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_a_value_in_its_own_unit_keeps_its_digits(entry: tuple[Kind, Unit]) -> None:
    """12.50 published in a unit is 12.50 in that unit, not 12.5 and not 13."""
    kind, unit = entry
    digits = "12" if kind.max_decimals == 0 else "12.50"
    number = read(f"{digits} {unit.symbol}", kind).numbers[0]
    assert plain(number.value) == digits
    assert plain(rounded(number, unit)) == digits


@law
@given(printed_numbers())
def test_every_number_in_its_own_unit_keeps_its_digits(printed: tuple[str, Decimal, int]) -> None:
    """Whatever the grouping, the digits come out as published."""
    text, value, _ = printed
    number = read(f"{text} kg", "mass").numbers[0]
    assert plain(rounded(number, number.unit)) == plain(value)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    cases(
        ("2.5", 0, "2"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-2"),
        ("0.125", 2, "0.12"),
        ("0.375", 2, "0.38"),
        ("1250", -2, "1200"),
        ("1350", -2, "1400"),
        ("236", 1, "236.0"),
        ("0", 2, "0.00"),
        ("0", -3, "0"),
        ("0.4", -3, "0"),
        ("-0.4", 0, "0"),
        ("1/3", 4, "0.3333"),
        ("2/3", 0, "1"),
        ("12345678901234567890.5", 1, "12345678901234567890.5"),
    ),
)
def test_half_goes_to_even(value: str, decimals: int, text: str) -> None:
    """Exact halves go to the even digit, and no minus zero or exponent is printed."""
    assert plain(to_decimal(Fraction(value), decimals)) == text


@law
@given(st.fractions(min_value=-(10**12), max_value=10**12), st.integers(-12, 12), st.integers(1, 5))
def test_rounding_moves_by_half_a_digit_at_most(value: Fraction, decimals: int, precision: int) -> None:
    """The rounded number is within half of its last digit, whatever the caller's decimal context."""
    with localcontext() as context:
        context.prec = precision
        result = to_decimal(value, decimals)
    assert abs(Fraction(result) - value) <= Fraction(10) ** -decimals / 2
    assert Fraction(result) % (Fraction(10) ** -decimals) == 0


@law
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_plain_has_no_exponent(value: Decimal) -> None:
    """The text is digits, perhaps a sign and a point, and means the same number."""
    assert set(plain(value)) <= set("-.0123456789")
    assert Decimal(plain(value)) == value


@law
@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_zero_keeps_the_decimals_as_published(value: Fraction, decimals: int) -> None:
    """Neither zero nor what becomes zero has a first digit to count from."""
    assert decimals_after(Fraction(0), decimals, value) == decimals
    assert decimals_after(value, decimals, Fraction(0)) == decimals


@law
@given(st.fractions(), st.fractions(), st.integers(0, 6))
def test_the_sign_does_not_matter(published: Fraction, converted: Fraction, decimals: int) -> None:
    """-40 °C has as many digits as 40 °C."""
    assume(published and converted)
    assert decimals_after(-published, decimals, converted) == decimals_after(published, decimals, -converted)


@pytest.mark.parametrize(("decimals", "half"), [(0, "1/2"), (1, "1/20"), (3, "1/2000")])
def test_half_step(decimals: int, half: str) -> None:
    """Half of the last digit written."""
    assert half_step(decimals) == Fraction(half)

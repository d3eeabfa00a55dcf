"""Conversion is exact: round trips come back equal, order is kept or turned, nothing else converts."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import NotConvertible
from catalog.units import KINDS, Form, Kind, Unit, convert, reverses
from catalog.units.convert import from_base, ratio, to_base
from tests.units.tools import EVERY_KIND, EVERY_UNIT, EXACT_PAIRS, cases, law, law_of_kinds, named, positive

PAIRS_OF = {kind.name: [pair[1:] for pair in EXACT_PAIRS if pair[0] is kind] for kind in EVERY_KIND}
CONVERTING = [kind for kind in EVERY_KIND if PAIRS_OF[kind.name]]


@pytest.mark.parametrize(
    ("value", "source", "target", "kind", "result"),
    [
        pytest.param(*row, id=f"{row[0]} {row[1]} in {row[2]}")
        for row in (
            ("150", "mi", "km", "distance", "241.4016"),
            ("5995", "mm", "in", "length", "59950/254"),
            ("19", "ft", "in", "length", "228"),
            ("1", "mil (10 km)", "km", "distance", "10"),
            ("300", "PS", "kW", "power", "220.649625"),
            ("300", "hp(M)", "kW", "power", "223.709961474681066"),
            ("1", "short ton", "lb", "mass", "2000"),
            ("1", "long ton", "lb", "mass", "2240"),
            ("1", "gal(US)", "in³", "volume", "231"),
            ("1", "ft³", "in³", "volume", "1728"),
            ("1", "kWh", "MJ", "energy", "3.6"),
            ("10", "Wh/km", "kWh/100 km", "energy consumption", "1"),
            ("20", "kWh/100 km", "km/kWh", "energy consumption", "5"),
            ("3370.5", "kWh/100 mi", "MPGe", "energy consumption", "1"),
            ("100", "MPGe", "kWh/100 mi", "energy consumption", "33.705"),
            ("8", "L/100 km", "km/L", "fuel consumption", "12.5"),
            ("0.5", "L/10 km", "L/100 km", "fuel consumption", "5"),
            ("2.5", "gal(US)/100 mi", "mpg(US)", "fuel consumption", "40"),
            ("36", "km/h", "m/s", "speed", "10"),
            ("6000", "rpm", "1/s", "rotation", "100"),  # rotations, not radians: pint makes 628 of it
            ("68", "°F", "°C", "temperature", "20"),
            ("-40", "°F", "°C", "temperature", "-40"),
            ("0", "K", "°C", "temperature", "-273.15"),
            ("45", "%", "%", "grade", "45"),
            ("0", "°", "%", "grade", "0"),
            ("1000", "/day", "/year", "rate", "365250"),
            ("2.5", "M EUR", "EUR", "money", "2500000"),
        )
    ],
)
def test_known_conversions(value: str, source: str, target: str, kind: str, result: str) -> None:
    """Figures that follow from the definitions, to the last digit."""
    own = KINDS[kind]
    assert convert(Decimal(value), own.unit(source), own.unit(target)) == Fraction(result)


@law_of_kinds
@pytest.mark.parametrize("kind", CONVERTING, ids=named)
@given(value=positive)
def test_a_round_trip_is_exact(kind: Kind, value: Fraction) -> None:
    """There and back between any two linear or reciprocal units is the same number, not nearly."""
    for source, target in PAIRS_OF[kind.name]:
        assert convert(convert(value, source, target), target, source) == value


@law
@given(st.sampled_from(EXACT_PAIRS), positive, positive)
def test_order_is_kept_or_turned_round(pair: tuple[Kind, Unit, Unit], one: Fraction, other: Fraction) -> None:
    """More stays more, except between a consumption and its reciprocal, where more is less."""
    _, source, target = pair
    before = one < other
    first, second = convert(one, source, target), convert(other, source, target)
    after = first > second if reverses(source, target) else first < second
    assert after == before
    assert (first == second) == (one == other)


@law
@given(st.data(), positive)
def test_a_detour_changes_nothing(data: st.DataObject, value: Fraction) -> None:
    """By way of a third unit of the kind the result is the same."""
    _, source, target = data.draw(st.sampled_from(EXACT_PAIRS))
    ways = [unit for kind in EVERY_KIND for unit in kind.units if unit.dimension == source.dimension]
    way = data.draw(st.sampled_from([unit for unit in ways if unit.form is not Form.TANGENT]))
    assert convert(convert(value, source, way), way, target) == convert(value, source, target)


@law
@given(st.sampled_from(EXACT_PAIRS), st.integers(0, 10**9), st.integers(0, 6))
def test_ints_decimals_and_fractions_convert_alike(pair: tuple[Kind, Unit, Unit], digits: int, places: int) -> None:
    """The type of a number does not matter, nor does the caller's decimal context."""
    _, source, target = pair
    value = Decimal(digits + 1).scaleb(-places)
    with localcontext() as context:
        context.prec = 1
        result = convert(value, source, target)
    assert result == convert(Fraction(value), source, target)
    if places == 0:
        assert result == convert(digits + 1, source, target)


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_a_unit_in_itself_is_the_number(entry: tuple[Kind, Unit]) -> None:
    """Nothing is lost where nothing is converted, zero of a reciprocal included."""
    _, unit = entry
    for value in (0, 1, Decimal("236.0"), Fraction(1, 3)):
        assert convert(value, unit, unit) == value


@law
@given(st.fractions(min_value=0, max_value=89))
def test_a_slope_comes_back_from_percent(degrees: Fraction) -> None:
    """A slope in degrees is 100 tan: to double precision, the only inexact conversion."""
    degree, percent = KINDS["grade"].unit("°"), KINDS["grade"].unit("%")
    grade = convert(degrees, degree, percent)
    assert float(grade) == pytest.approx(100 * math.tan(math.radians(degrees)), rel=1e-12)
    assert float(convert(grade, percent, degree)) == pytest.approx(float(degrees), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize(("degrees", "percent"), [(0, 0), (45, 100), (30, 57.735026919), (16.7, 30.001), (35, 70.02)])
def test_slopes(degrees: float, percent: float) -> None:
    """0° is level, and 45° is 100 %."""
    grade = KINDS["grade"]
    result = convert(Fraction(str(degrees)), grade.unit("°"), grade.unit("%"))
    assert float(result) == pytest.approx(percent, rel=1e-4)


@pytest.mark.parametrize("degrees", [90, 91, 1000, -90])
def test_a_wall_is_no_slope(degrees: int) -> None:
    """At 90° and beyond there is no percentage."""
    with pytest.raises(NotConvertible, match="below 90 degrees"):
        to_base(degrees, KINDS["grade"].unit("°"))


@pytest.mark.parametrize("kind", ["energy consumption", "fuel consumption", "gas consumption"])
def test_the_reciprocal_of_zero_is_refused(kind: str) -> None:
    """0 mpg is no consumption, and no consumption is no mpg."""
    own = KINDS[kind]
    for unit in own.units:
        if unit.form is Form.RECIPROCAL:
            with pytest.raises(NotConvertible, match="infinite"):
                convert(0, unit, own.canonical)
            with pytest.raises(NotConvertible, match="infinite"):
                convert(0, own.canonical, unit)


@pytest.mark.parametrize(
    ("source", "target"),
    cases(("energy", "torque"), ("mass", "length"), ("fuel consumption", "energy consumption"), ("rate", "rotation")),
)
def test_kinds_do_not_convert_into_each_other(source: str, target: str) -> None:
    """A shared SI dimension is not enough: a torque in joules is refused, and the error says what each is."""
    one, other = KINDS[source].canonical, KINDS[target].canonical
    with pytest.raises(NotConvertible) as caught:
        convert(1, one, other)
    assert (caught.value.source, caught.value.target) == (one.symbol, other.symbol)
    assert one.dimension in caught.value.reason
    assert other.dimension in caught.value.reason


def test_currencies_do_not_convert() -> None:
    """Each currency is a dimension of its own."""
    money = KINDS["money"]
    with pytest.raises(NotConvertible, match="money EUR is not money USD"):
        convert(1, money.unit("EUR"), money.unit("USD"))


def test_length_and_distance_convert() -> None:
    """Kinds restrict what a field accepts, not what a mile is."""
    assert convert(1, KINDS["distance"].unit("km"), KINDS["length"].unit("m")) == 1000


@pytest.mark.parametrize(
    ("source", "target", "kind", "turned"),
    cases(
        ("mpg(US)", "L/100 km", "fuel consumption", True),
        ("L/100 km", "mpg(US)", "fuel consumption", True),
        ("mpg(US)", "mpg(UK)", "fuel consumption", False),
        ("kWh/100 km", "Wh/mi", "energy consumption", False),
        ("°", "%", "grade", False),
        ("°F", "K", "temperature", False),
    ),
)
def test_reverses(source: str, target: str, kind: str, turned: bool) -> None:
    """Only between a consumption and an economy does the better one change sides."""
    assert reverses(KINDS[kind].unit(source), KINDS[kind].unit(target)) is turned


@law
@given(st.sampled_from(EXACT_PAIRS), positive)
def test_base_units_are_where_conversion_passes(pair: tuple[Kind, Unit, Unit], value: Fraction) -> None:
    """to_base and from_base undo each other."""
    _, source, _ = pair
    assert from_base(to_base(value, source), source) == value


@law
@given(st.sampled_from(EXACT_PAIRS), positive)
def test_integers_convert_exactly(pair: tuple[Kind, Unit, Unit], value: Fraction) -> None:
    """The ratio of two units gives the same numbers as the conversion, also of °F, and of mpg in both directions."""
    _, source, target = pair
    a, b, c, d = ratio(source, target)
    assert (a * value + b) / (c * value + d) == convert(value, source, target)
    assert math.gcd(a, b, c, d) == 1


def test_what_no_ratio_converts() -> None:
    """A slope in degrees, which is a tangent; and what measures something else."""
    degree, percent = KINDS["grade"].unit("°"), KINDS["grade"].unit("%")
    for source, target in ((degree, percent), (percent, degree)):
        with pytest.raises(NotConvertible, match="a tangent is no ratio of integers"):
            ratio(source, target)
    with pytest.raises(NotConvertible, match="length is not mass"):
        ratio(KINDS["length"].unit("mm"), KINDS["mass"].unit("kg"))

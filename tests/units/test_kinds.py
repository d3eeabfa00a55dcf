"""The table of kinds and units against independent sources, and against itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from catalog.units import KINDS, SYSTEMS, Form, Kind, Unit, convert
from catalog.units.unit import fraction
from tests.units.tools import EVERY_KIND, EVERY_UNIT, MEASURES, named

ORACLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("oracle.toml").read_text(encoding="utf-8"))
LINEAR = [(kind, unit) for kind in MEASURES for unit in kind.units if unit.form is Form.LINEAR]
RECIPROCAL = [(kind, unit) for kind in MEASURES for unit in kind.units if unit.form is Form.RECIPROCAL]
#: Plain numbers, a scale of its own, and one with an offset (asked apart): nothing to ask GNU units.
NOT_IN_GNU = {"count", "ratio", "sound level", "temperature"}


def _rows(table: str) -> list[Any]:
    return [
        pytest.param(KINDS[kind], KINDS[kind].unit(symbol), text, id=f"{kind}: {symbol or '(none)'}")
        for kind, entries in ORACLE[table].items()
        for symbol, text in entries.items()
    ]


# The factors, from outside


@pytest.mark.parametrize(("kind", "unit", "exact"), _rows("exact"))
def test_a_factor_is_the_exact_one(kind: Kind, unit: Unit, exact: str) -> None:
    """Each factor equals the one typed from the definitions, as a fraction."""
    numerator, _, denominator = exact.partition("/")
    assert unit.factor == Fraction(numerator) / Fraction(denominator or 1)


@pytest.mark.parametrize("entry", LINEAR, ids=named)
def test_every_linear_unit_has_an_oracle(entry: tuple[Kind, Unit]) -> None:
    """A unit that is added to the catalog is typed from its definition in oracle.toml, too."""
    kind, unit = entry
    assert unit.symbol in ORACLE["exact"][kind.name]


@pytest.mark.parametrize(("kind", "unit", "printed"), _rows("printed"))
def test_a_factor_rounds_to_the_printed_one(kind: Kind, unit: Unit, printed: str) -> None:
    """NIST SP 811 prints seven digits; ours agree to the last of them (it cuts or rounds)."""
    digits = Decimal(printed.replace(" ", ""))
    last = Fraction(Decimal(1).scaleb(int(digits.as_tuple().exponent)))
    assert abs(unit.factor - Fraction(digits)) <= last / 2


@pytest.mark.parametrize(("kind", "unit", "constant"), _rows("constant"))
def test_a_reciprocal_has_the_printed_constant(kind: Kind, unit: Unit, constant: str) -> None:
    """L/100 km = 235.214583 / mpg(US): the constants of the literature."""
    product = convert(50, unit, kind.canonical) * 50
    digits = Decimal(constant)
    assert abs(product - Fraction(digits)) <= Fraction(Decimal(1).scaleb(int(digits.as_tuple().exponent))) / 2


def test_every_reciprocal_has_a_printed_constant() -> None:
    """As for linear units: none without its oracle."""
    assert {(kind.name, unit.symbol) for kind, unit in RECIPROCAL} == {
        (kind, symbol) for kind, entries in ORACLE["constant"].items() for symbol in entries
    }


@pytest.mark.parametrize("point", list(ORACLE["points"]))
def test_temperature_scales_meet_at_the_known_points(point: str) -> None:
    """The offsets are exact: -40 °C is -40 °F, and absolute zero is 0 K."""
    readings = dict(zip(("°C", "°F", "K"), map(Fraction, ORACLE["points"][point]), strict=True))
    temperature = KINDS["temperature"]
    for source, value in readings.items():
        for target, expected in readings.items():
            assert convert(value, temperature.unit(source), temperature.unit(target)) == expected


def test_only_temperatures_have_an_offset() -> None:
    """Everything else starts at zero."""
    assert {kind.name for kind, unit in EVERY_UNIT if unit.offset} == {"temperature"}


def _gnu_units() -> str:
    """The GNU units program. Where it is absent the test is skipped, or fails if REQUIRE_ORACLE is set (CI)."""
    program = shutil.which("units")
    if (
        program
        and "GNU Units" in subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    ):
        return program
    if os.environ.get("REQUIRE_ORACLE"):
        pytest.fail("REQUIRE_ORACLE is set and the GNU units program is not installed")
    pytest.skip("the GNU units program is not installed (apt-get install units; CI installs it)")


def _ask_gnu_units(have: str, want: str) -> Fraction:
    """What GNU units makes of it, by its own table only (-f '') and with 15 digits."""
    command = [_gnu_units(), "-f", "", "--terse", "--strict", "--digits", "15", have, want]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    assert answer.returncode == 0, f"{have!r} in {want!r}: {answer.stdout}{answer.stderr}"
    return Fraction(answer.stdout.strip())


@pytest.mark.oracle
@pytest.mark.parametrize(("kind", "unit", "expression"), _rows("gnu"))
def test_gnu_units_agrees(kind: Kind, unit: Unit, expression: str) -> None:
    """7 of the unit in the canonical unit is what GNU units says, to its 15 digits."""
    canonical = ORACLE["gnu"][kind.name][kind.canonical.symbol]
    have = f"1/(7*({expression}))" if unit.form is Form.RECIPROCAL else f"7*({expression})"
    ours = convert(7, unit, kind.canonical)
    assert float(_ask_gnu_units(have, canonical)) == pytest.approx(float(ours), rel=1e-13)


@pytest.mark.oracle
@pytest.mark.parametrize("degrees", [-40, 0, 68, 451])
def test_gnu_units_agrees_on_temperatures(degrees: int) -> None:
    """Its tempF and tempC have our offsets."""
    ours = convert(degrees, KINDS["temperature"].unit("°F"), KINDS["temperature"].unit("°C"))
    assert float(_ask_gnu_units(f"tempF({degrees})", "tempC")) == pytest.approx(float(ours), rel=1e-12)


@pytest.mark.oracle
@pytest.mark.parametrize("degrees", [0, 10, 35, 45, 60])
def test_gnu_units_agrees_on_slopes(degrees: int) -> None:
    """A slope in degrees is its tangent in percent."""
    ours = convert(degrees, KINDS["grade"].unit("°"), KINDS["grade"].unit("%"))
    assert float(_ask_gnu_units(f"tan({degrees} degree)", "percent")) == pytest.approx(float(ours), rel=1e-13)


@pytest.mark.parametrize("kind", MEASURES, ids=named)
def test_gnu_units_is_asked_for_every_unit(kind: Kind) -> None:
    """None is left out but the plain numbers, the sound level and what is asked apart."""
    asked = set(ORACLE["gnu"].get(kind.name, {}))
    units = {unit.symbol for unit in kind.units if unit.form is not Form.TANGENT}
    assert asked == (set() if kind.name in NOT_IN_GNU else units)


# The table, against itself


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
def test_each_kind_has_a_unit_for_all_four_systems(kind: Kind) -> None:
    """metric, us, uk and si each show a unit of the kind; money stays in its own currency."""
    if kind.name == "money":
        assert not kind.systems
        return
    assert set(kind.systems) == set(SYSTEMS)
    for system in SYSTEMS:
        assert kind.display(system) in kind.units


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
def test_a_kind_is_well_formed(kind: Kind) -> None:
    """Its key is its name, it has units of one dimension, and each is found by its symbol and is linear first."""
    assert KINDS[kind.name] is kind
    assert kind.label
    assert kind.canonical is kind.units[0]
    assert kind.canonical.form is Form.LINEAR
    for unit in kind.units:
        assert kind.unit(unit.symbol) is unit
        assert kind.canonical_for(unit).dimension == unit.dimension
        if kind.name != "money":
            assert unit.dimension == kind.dimension
            assert kind.canonical_for(unit) is kind.canonical
    with pytest.raises(KeyError):
        kind.unit("no such unit")


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_a_unit_is_well_formed(entry: tuple[Kind, Unit]) -> None:
    """A name, a positive factor, its symbol among its spellings, and well-formed codes where it has some."""
    _, unit = entry
    assert unit.name
    assert unit.factor > 0
    assert unit.spellings[0] == unit.symbol == str(unit)
    assert unit.rec20 is None or re.fullmatch(r"[A-Z0-9]{2,3}", unit.rec20)
    assert unit.ucum is None or re.fullmatch(r"[!-~]+", unit.ucum)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
@pytest.mark.parametrize("code", ["ucum", "rec20", "pint"])
def test_no_two_units_of_a_kind_share_a_code(kind: Kind, code: str) -> None:
    """An export code means one unit of its kind."""
    codes = [getattr(unit, code) for unit in kind.units if getattr(unit, code)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("code", ["KTM", "HJ", "K42", "K43", "F17"])
def test_deleted_and_wrong_recommendation_20_codes_are_not_used(code: str) -> None:
    """KTM and HJ are withdrawn; K42 is the boiler horsepower, K43 the electric one, F17 a force per length."""
    assert code not in {unit.rec20 for _, unit in EVERY_UNIT}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
def test_choices_name_units_and_markets(kind: Kind) -> None:
    """A choice offers units of its kind, settles at least one market (ISO 3166 alpha-2), and says why it is one."""
    for choice in kind.choices.values():
        assert choice.why
        for symbol in (*choice.symbols, *choice.by_market.values()):
            assert kind.unit(symbol)
        assert all(re.fullmatch(r"[A-Z]{2}", market) for market in choice.by_market)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
def test_mistakes_have_reasons(kind: Kind) -> None:
    """A refused spelling says what it is or what was meant."""
    assert all(len(reason) > 10 for reason in kind.mistakes.values())


def test_only_temperatures_go_below_zero() -> None:
    """No other published quantity of a vehicle does."""
    assert [kind.name for kind in EVERY_KIND if kind.signed] == ["temperature"]


def test_metric_and_mechanical_horsepower_differ_by_1_387_percent() -> None:
    """The trap in a figure: 300 hp are 304 PS."""
    power = KINDS["power"]
    ratio = power.unit("hp(M)").factor / power.unit("PS").factor
    assert round(float(ratio - 1) * 100, 3) == 1.387


@pytest.mark.parametrize(
    ("text", "value"), [("3", "3"), ("0.5*4", "2"), ("1/4", "1/4"), ("6/2*3", "1"), ("2*3/4*3", "1/2")]
)
def test_factors_are_written_as_products_over_products(text: str, value: str) -> None:
    """All that stands after the slash divides."""
    assert fraction(text) == Fraction(value)

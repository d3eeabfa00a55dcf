"""The one door to pint: the same factors, one registry, the application's own."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pint
import pytest

from catalog.units import KINDS, Form, Kind, Unit, convert, read, registry
from tests.units.tools import EVERY_UNIT, MEASURES, named

LINEAR = [(kind, unit) for kind in MEASURES for unit in kind.units if unit.form is Form.LINEAR]
RECIPROCAL = [(kind, unit) for kind in MEASURES for unit in kind.units if unit.form is Form.RECIPROCAL]


@pytest.fixture(scope="module")
def exact() -> Any:
    """A pint registry that reckons in fractions, with the catalog's units."""
    own: Any = pint.UnitRegistry(non_int_type=Fraction)
    registry.define(own)
    return own


def _application() -> Any:
    return pint.get_application_registry().get()  # type: ignore[no-untyped-call]


def _fresh(code: str) -> str:
    """What a new interpreter prints that runs this code with warnings as errors."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-W", "error", "-c", code]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


@pytest.mark.parametrize("entry", LINEAR, ids=named)
def test_pint_agrees_with_every_linear_factor(entry: tuple[Kind, Unit], exact: Any) -> None:
    """7 of a unit in the canonical unit is the same fraction for pint and for us."""
    kind, unit = entry
    ours = convert(7, unit, kind.canonical)
    theirs = exact.Quantity(Fraction(7), unit.pint).to(kind.canonical.pint).magnitude
    if unit.symbol == "rad":  # pint's pi is a double
        assert float(theirs) == pytest.approx(float(ours), rel=1e-15)
    else:
        assert theirs == ours


@pytest.mark.parametrize("entry", RECIPROCAL, ids=named)
def test_pint_agrees_with_every_reciprocal(entry: tuple[Kind, Unit], exact: Any) -> None:
    """1/q, never a context: 1 over 7 of the unit in the canonical unit is our conversion."""
    kind, unit = entry
    theirs = (1 / exact.Quantity(Fraction(7), unit.pint)).to(kind.canonical.pint).magnitude
    assert theirs == convert(7, unit, kind.canonical)


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_every_unit_makes_a_quantity_of_the_application_registry(entry: tuple[Kind, Unit]) -> None:
    """Each unit exists in pint, and its quantities add up with the user's own."""
    kind, unit = entry
    made = registry.quantity(Decimal("7.5"), unit)
    assert isinstance(made.magnitude, float)
    assert made._REGISTRY is _application()
    if not unit.offset:
        assert (made + made) == 2 * made
    if unit.form is Form.LINEAR:
        canonical = registry.quantity(1, kind.canonical_for(unit))
        ours = float(convert(Decimal("7.5"), unit, kind.canonical_for(unit)))
        assert made.to(canonical.units).magnitude == pytest.approx(ours, rel=1e-12)


def test_a_published_number_keeps_its_unit() -> None:
    """A quantity stands in the unit of its publication."""
    made = registry.quantity_of(read("19 ft 8 in", "length").numbers[0])
    assert (made.magnitude, str(made.units)) == (236.0, "inch")


def test_thousands_and_millions_of_a_currency() -> None:
    """pint has no unit of 1000 EUR; the quantity is in EUR."""
    money = KINDS["money"]
    euros = registry.quantity(5, money.unit("EUR"))
    assert registry.quantity(5, money.unit("k EUR")) == 1000 * euros
    assert registry.quantity(5, money.unit("M EUR")) == 1_000_000 * euros


def test_currencies_do_not_add_up() -> None:
    """Each is a dimension of its own for pint, too."""
    money = KINDS["money"]
    euros, dollars = (registry.quantity(5, money.unit(code)) for code in ("EUR", "USD"))
    with pytest.raises(pint.DimensionalityError):
        euros + dollars


def test_there_is_one_registry() -> None:
    """Asking again gives the same, and it is the application's."""
    assert registry.registry() is registry.registry() is _application()


def test_defining_twice_changes_nothing(exact: Any) -> None:
    """A registry that has the units already is left as it is, without a warning about redefinition."""
    before = exact.Quantity(Fraction(1), "mpge").to("kilometer/kilowatt_hour").magnitude
    registry.define(exact)
    assert exact.Quantity(Fraction(1), "mpge").to("kilometer/kilowatt_hour").magnitude == before


def test_no_unit_of_pint_is_redefined() -> None:
    """What the definitions file adds is new to pint."""
    plain: Any = pint.UnitRegistry()
    lines = registry._DEFINITIONS.read_text(encoding="utf-8").splitlines()
    names = [line.partition("=")[0].strip() for line in lines if "=" in line.partition("#")[0]]
    assert names
    assert [name for name in names if name in plain] == []


def test_no_context_is_switched_on() -> None:
    """A mile is no kilogram: pint-convert answers 1.37e-45 and exits 0, contexts being on there."""
    with pytest.raises(pint.DimensionalityError):
        registry.quantity(1, KINDS["distance"].unit("mi")).to("kilogram")
    with pytest.raises(pint.DimensionalityError):
        registry.quantity(30, KINDS["fuel consumption"].unit("mpg(US)")).to("liter / kilometer")


def test_eight_threads_at_once_get_one_registry() -> None:
    """In a fresh process the first use may come from many threads: a lazy registry failed 15 of 15 such runs."""
    code = """
import threading, pint
from catalog.units import KINDS
from catalog.units.registry import quantity, registry
barrier, found = threading.Barrier(8), []
def ask(number):
    barrier.wait()
    unit = list(KINDS.values())[number].canonical
    found.append((id(registry()), float(quantity(2, unit).magnitude)))
threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(found), len(set(found)), registry() is pint.get_application_registry().get())
"""
    assert _fresh(code) == "8 1 True"


def test_the_users_own_application_registry_is_used() -> None:
    """A registry that the user has set before is the one that quantities belong to."""
    code = """
import pint
own = pint.UnitRegistry()
pint.set_application_registry(own)
from catalog.units import KINDS
from catalog.units.registry import quantity, registry
print(registry() is own, quantity(3, KINDS["length"].unit("m")) + own.Quantity(1, "m"))
"""
    assert _fresh(code) == "True 4.0 meter"


def test_reading_and_converting_do_not_import_pint() -> None:
    """pint costs a tenth of a second and more; only a quantity needs it."""
    code = """
import sys
from catalog.units import KINDS, read
read("19 ft 8 in", "length").ends(KINDS["length"].unit("mm"))
print("pint" in sys.modules)
"""
    assert _fresh(code) == "False"

"""The one door to pint. Nothing else in the package imports it.

Quantities handed out belong to pint's application registry, so they add up with the user's own. The
registry is built once, eagerly and under a lock: a lazy one first used from several threads fails. No
context is ever switched on (contexts leak into other threads); reciprocal units convert in
``catalog.units.convert``. pint's exceptions do not leave this module.
"""

from __future__ import annotations

import threading
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from catalog.units.kinds.money import CURRENCIES
from catalog.units.published import Number
from catalog.units.unit import Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import pint

_LOCK = threading.Lock()
_READY: list[pint.UnitRegistry[Any]] = []
_DEFINITIONS = Path(__file__).with_name("definitions.txt")


def registry() -> pint.UnitRegistry[Any]:
    """pint's application registry with the catalog's units added (once)."""
    with _LOCK:
        if not _READY:
            import pint

            application = pint.get_application_registry().get()  # type: ignore[no-untyped-call]
            application.Unit("meter")  # a LazyRegistry becomes a real one at its first unit, here under the lock
            define(application)
            _READY.append(application)
    return _READY[0]


def define(target: pint.UnitRegistry[Any]) -> None:
    """Add the catalog's units to any pint registry."""
    for line in _DEFINITIONS.read_text(encoding="utf-8").splitlines():
        definition = line.partition("#")[0].strip()
        if definition and definition.partition("=")[0].strip() not in target:
            target.define(definition)
    for code in CURRENCIES:
        if f"currency_{code}" not in target:
            target.define(f"currency_{code} = [currency_{code}]")


@cache
def pint_unit(unit: Unit) -> Any:
    """The pint unit of one of ours, and the factor pint cannot hold in a unit (``1000*currency_EUR``)."""
    own = registry()
    factor, star, name = unit.pint.partition("*")
    if star and factor.isdigit():
        return own.Unit(name), int(factor)
    return own.Unit("" if unit.pint == "dimensionless" else unit.pint), 1


def quantity(value: Decimal | Fraction | float, unit: Unit) -> pint.Quantity[Any]:
    """``value`` of ``unit`` as a pint quantity with a float magnitude.

    >>> from catalog.units import KINDS
    >>> f"{quantity(1230, KINDS['mass'].unit('kg')).to('lb'):.0f~P}"
    '2712 lb'
    """
    own, factor = pint_unit(unit)
    result: pint.Quantity[Any] = registry().Quantity(float(value) * factor, own)
    return result


def quantity_of(number: Number) -> pint.Quantity[Any]:
    """A published number as a pint quantity, in its published unit."""
    return quantity(number.value, number.unit)

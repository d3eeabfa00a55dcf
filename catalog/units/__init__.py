"""Units of measure: kinds, spellings, reading of published values, exact conversion.

This package is the only one that knows units, and its module ``registry`` the only one that imports pint
(only when a pint quantity is asked for). The names are imported when they are first used: whoever compares what
an index holds does not pay for reading.
"""

from __future__ import annotations

# Imported at once, and without its like below: the module of the same name would take the name's place.
from catalog.units.convert import convert

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.units.bounds import Bound
    from catalog.units.column import Column, read_column
    from catalog.units.kinds import KINDS
    from catalog.units.published import MAX_LENGTH, Number, Reading
    from catalog.units.reading import read
    from catalog.units.rounding import decimals_after, plain, to_decimal
    from catalog.units.spelling import find, units_spelled
    from catalog.units.unit import SYSTEMS, Choice, Form, Kind, Unit, reverses

_HOME = {
    "KINDS": "kinds",
    "MAX_LENGTH": "published",
    "SYSTEMS": "unit",
    "Bound": "bounds",
    "Choice": "unit",
    "Column": "column",
    "Form": "unit",
    "Kind": "unit",
    "Number": "published",
    "Reading": "published",
    "Unit": "unit",
    "decimals_after": "rounding",
    "find": "spelling",
    "plain": "rounding",
    "read": "reading",
    "read_column": "column",
    "reverses": "unit",
    "to_decimal": "rounding",
    "units_spelled": "spelling",
}
__all__ = [
    "KINDS",
    "MAX_LENGTH",
    "SYSTEMS",
    "Bound",
    "Choice",
    "Column",
    "Form",
    "Kind",
    "Number",
    "Reading",
    "Unit",
    "convert",
    "decimals_after",
    "find",
    "plain",
    "read",
    "read_column",
    "reverses",
    "to_decimal",
    "units_spelled",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        found = globals()[name] = getattr(module(f"catalog.units.{_HOME[name]}"), name)
        return found
    raise AttributeError(f"module 'catalog.units' has no attribute {name!r}")

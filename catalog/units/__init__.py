"""Units of measure: kinds, spellings, reading of published values, exact conversion.

This package is the only one that knows units, and its module ``registry`` the only one that imports pint
(only when a pint quantity is asked for).
"""

from __future__ import annotations

from catalog.units.bounds import Bound
from catalog.units.convert import convert, reverses
from catalog.units.kinds import KINDS
from catalog.units.reading import MAX_LENGTH, Number, Reading, read
from catalog.units.rounding import decimals_after, plain, to_decimal
from catalog.units.spelling import find, units_spelled
from catalog.units.unit import SYSTEMS, Choice, Form, Kind, Unit

__all__ = [
    "KINDS",
    "MAX_LENGTH",
    "SYSTEMS",
    "Bound",
    "Choice",
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
    "reverses",
    "to_decimal",
    "units_spelled",
]

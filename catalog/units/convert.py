"""Exact conversion between units of one kind, rounded once at the end.

Factors are exact fractions, so ``150 mi`` and ``241.4016 km`` are the same number and a comparison at a
boundary is right. Reciprocal units (mpg against L/100 km) are converted by 1/x and never through a global
context.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from catalog.errors import NotConvertible
from catalog.units.unit import Form, Unit

Number = int | Decimal | Fraction


def to_base(value: Number, unit: Unit) -> Fraction:
    """``value`` in the base unit of the unit's dimension, exactly (a slope in degrees: to double precision)."""
    exact = Fraction(value)
    if unit.form is Form.LINEAR:
        return exact * unit.factor + unit.offset
    if unit.form is Form.RECIPROCAL:
        if exact == 0:
            raise NotConvertible(f"0 {unit}", "its reciprocal", "the reciprocal of zero is infinite")
        return unit.factor / exact
    if not abs(exact) < 90:
        raise NotConvertible(f"{value} {unit}", "%", "a slope is below 90 degrees")
    return unit.factor * Fraction(math.tan(math.radians(exact)))


def from_base(value: Fraction, unit: Unit) -> Fraction:
    """The number of ``unit`` in ``value`` base units."""
    if unit.form is Form.LINEAR:
        return (value - unit.offset) / unit.factor
    if unit.form is Form.RECIPROCAL:
        if value == 0:
            raise NotConvertible("0", unit.symbol, "the reciprocal of zero is infinite")
        return unit.factor / value
    return Fraction(math.degrees(math.atan(value / unit.factor)))


def convert(value: Number, source: Unit, target: Unit) -> Fraction:
    """``value`` of ``source`` in ``target``. Raises NotConvertible where they measure different things.

    >>> from catalog.units import KINDS
    >>> mile, kilometre = KINDS["distance"].unit("mi"), KINDS["distance"].unit("km")
    >>> convert(150, mile, kilometre)
    Fraction(150876, 625)
    """
    if source.dimension != target.dimension:
        raise NotConvertible(source.symbol, target.symbol, f"{source.dimension} is not {target.dimension}")
    if source is target:
        return Fraction(value)
    return from_base(to_base(value, source), target)


def reverses(source: Unit, target: Unit) -> bool:
    """Whether the order of numbers turns round between two units (mpg and L/100 km)."""
    return (source.form is Form.RECIPROCAL) != (target.form is Form.RECIPROCAL)

"""How many digits a converted number deserves: as many as were published, no more.

The rule: decimals = max(floor(p + log10(in/out) + log10 2), 1 - floor(log10 out)), where p is the count
of decimals as published. Zeros at the end of an integer count as significant. 5995 mm is 236.0 in, 410 km
is 255 mi, 300 PS is 221 kW. A number shown in the unit it was published in keeps its digits. The logarithms
are taken exactly: 7.612 short tons are 15224 lb to the last digit, which floats would round to 15220.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN)


def decimals_after(published: Fraction, decimals: int, converted: Fraction) -> int:
    """The decimals to show of ``converted``, negative where whole digits are not known (11023 -> 11000)."""
    if not published or not converted:
        return max(decimals, 0)
    by_precision = decimals + _exponent(2 * abs(published / converted))
    two_digits = 1 - _exponent(abs(converted))
    return max(by_precision, two_digits)


def _exponent(value: Fraction) -> int:
    """The power of ten of the first digit of a positive number: floor(log10(value)), exactly."""
    power = len(str(value.numerator)) - len(str(value.denominator))
    return power if Fraction(10) ** power <= value else power - 1


def to_decimal(value: Fraction, decimals: int) -> Decimal:
    """``value`` rounded half to even at ``decimals`` (which may be negative)."""
    scaled = value * Fraction(10) ** decimals
    return _CONTEXT.scaleb(Decimal(round(scaled)), -decimals)


def plain(value: Decimal) -> str:
    """A decimal without exponent: ``11000``, not ``1.1E+4``."""
    return f"{value:f}"


def half_step(decimals: int) -> Fraction:
    """Half of the last digit written: 7.5 t (one decimal) stands for 7.45 to 7.55 t."""
    return Fraction(1, 2) / Fraction(10) ** decimals

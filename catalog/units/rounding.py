"""How many digits a converted number deserves: as many as were published, no more.

The rule: decimals = max(floor(p + log10(in/out) + 1/2), 1 - floor(log10 out)), where p is the count of
decimals as published: the power of ten that lies nearest to the published step. Zeros at the end of an
integer count as significant. 5995 mm is 236.0 in, 410 km is 255 mi, 300 PS is 221 kW. A number shown in the
unit it was published in keeps its digits. The logarithms are taken exactly.

An earlier rule had log10 2 in the place of 1/2, so that a step was never finer than half the published one.
It showed 150 in as 3800 mm, and 75 % of lengths from inches and 78 % of masses from kg in lb lay outside
what their print allows; with 1/2 none of these do (``benchmarks/rounding.py`` prints both side by side).
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN)


def decimals_after(published: Fraction, decimals: int, converted: Fraction) -> int:
    """The decimals to show of ``converted``, negative where whole digits are not known (11023 -> 11000)."""
    if not published or not converted:
        return max(decimals, 0)
    by_precision = decimals + _exponent(10 * (published / converted) ** 2) // 2
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

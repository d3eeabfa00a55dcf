"""Two rules for the digits of a converted number, side by side: how often what is shown lies outside the print.

    python benchmarks/rounding.py

A published 150 in stands for 149.5 to 150.5 in. A conversion that shows a number outside of that has lost
something that was published. Numbers of three digits, with and without a decimal, in common unit pairs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from catalog.units import KINDS, convert, to_decimal

PAIRS = (
    ("length", "mm", "in"), ("length", "in", "mm"), ("distance", "km", "mi"), ("distance", "mi", "km"),
    ("mass", "kg", "lb"), ("mass", "lb", "kg"), ("volume", "m³", "ft³"), ("volume", "ft³", "m³"),
    ("power", "PS", "kW"), ("power", "kW", "hp(M)"), ("torque", "N m", "lb ft"), ("torque", "lb ft", "N m"),
    ("speed", "km/h", "mph"), ("length", "m", "ft"), ("length", "ft", "m"),
)  # fmt: skip
Rule = Callable[[int, float, float], int]


def rule(addend: float) -> Rule:
    """decimals = max(floor(p + log10(in/out) + addend), 1 - floor(log10 out))."""
    return lambda p, value, converted: max(
        math.floor(p + math.log10(value / converted) + addend), 1 - math.floor(math.log10(converted))
    )


def outside(kind: str, source: str, target: str, decimals_after: Rule) -> float:
    """The share of published numbers whose shown conversion the print does not allow."""
    units = KINDS[kind].unit(source), KINDS[kind].unit(target)
    lost = count = 0
    for digits in range(100, 1000):
        for decimals in (0, 1):
            value, half = Fraction(digits, 10**decimals), Fraction(1, 2 * 10**decimals)
            converted = convert(value, *units)
            shown = Fraction(to_decimal(converted, decimals_after(decimals, float(value), float(converted))))
            lost += not convert(value - half, *units) <= shown <= convert(value + half, *units)
            count += 1
    return lost / count


def main() -> None:
    print(f"{'':16}{'with log10 2':>14}{'with 1/2':>12}")
    for kind, source, target in PAIRS:
        shares = [outside(kind, source, target, rule(addend)) for addend in (math.log10(2), 0.5)]
        print(f"{source + ' -> ' + target:16}{shares[0]:>14.0%}{shares[1]:>12.0%}")


if __name__ == "__main__":
    main()

"""Peak power or torque is below the continuous one, or out of proportion to it.

Peak is at least continuous; below it the two are swapped. In this catalogue peak power is 1.1 to 2.2 times the
continuous power, peak torque 1.3 to 2.9 times. Above 2.5 for power or 4 for torque the peak is another quantity:
the torque's number (300 kW beside 115 kW continuous, of a drive that gives 300 N m), or another motor's.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, possible, said, shown_span, stated, unmatched, with_qualifier
from catalog.checks.span import Span
from catalog.model import Claim, Record

LIMITS = {
    "motor_power": ("kW", Span(Fraction(1), Fraction(25, 10))),
    "motor_torque": ("N m", Span(Fraction(1), Fraction(4))),
}


def find(record: Record) -> Iterator[Suspicion]:
    for key, (unit, limits) in LIMITS.items():
        claims = numeric(record, key)

        def fits(peak: Claim, continuous: Claim, unit: str = unit, limits: Span = limits) -> bool:
            return (possible(peak, unit) / possible(continuous, unit)).meets(limits)

        peaks = with_qualifier(claims, "rating", "peak")
        for peak, continuous in unmatched(peaks, with_qualifier(claims, "rating", "continuous"), fits):
            ratio = stated(peak, unit) / stated(continuous, unit)
            why = "swapped?" if ratio.high < 1 else "another quantity or motor?"
            yield Suspicion(f"{said(peak)} is {shown_span(ratio)} times {said(continuous)}: {why}", (peak, continuous))


CHECK = Check("peak-and-continuous", __doc__, per_vehicle(find))

"""A turning circle is a radius, or a turning radius a diameter.

A turning circle (the diameter) below 8 m on anything longer than a microcar is a radius; a radius above
12.5 m is a diameter, as every road vehicle has to turn inside a circle of 12.5 m radius. Against the wheelbase:
the diameter is 3.6 to 4.6 times it in this catalogue, so below 2.5 it is a radius, and a radius above 2.6 times the
wheelbase is a diameter. Circle and radius of one vehicle, measured the same way, differ by a factor of two.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import covers, numeric, partners, possible, said, shown_span, stated, unmatched
from catalog.model import Claim, Record
from catalog.units import Bound

SMALLEST_CIRCLE = 8
LARGEST_RADIUS = Fraction(125, 10)
LEAST_CIRCLE_TO_WHEELBASE = Fraction(25, 10)
MOST_RADIUS_TO_WHEELBASE = Fraction(26, 10)
_UPPER = (Bound.UP_TO, Bound.LESS_THAN)


def _twice(circle: Claim, radius: Claim) -> bool:
    return circle.definition != radius.definition or possible(radius, "m").scaled(2).meets(possible(circle, "m"))


def find(record: Record) -> Iterator[Suspicion]:
    circles, radii = numeric(record, "turning_circle"), numeric(record, "turning_radius")
    wheelbases = numeric(record, "wheelbase")
    for circle in circles:
        if stated(circle, "m").high < SMALLEST_CIRCLE:
            yield Suspicion(f"{said(circle)} is below {SMALLEST_CIRCLE} m: a radius?", (circle,))
            continue
        for wheelbase in partners(circle, wheelbases, covers)[:1]:
            ratio = stated(circle, "m") / stated(wheelbase, "m")
            if ratio.high < LEAST_CIRCLE_TO_WHEELBASE:
                yield Suspicion(
                    f"{said(circle)} is {shown_span(ratio)} times {said(wheelbase)}: a radius?", (circle, wheelbase)
                )
    for radius in radii:
        if stated(radius, "m").low > LARGEST_RADIUS:
            yield Suspicion(f"{said(radius)} is above 12.5 m: a diameter?", (radius,))
            continue
        for wheelbase in partners(radius, wheelbases, covers)[:1]:
            ratio = stated(radius, "m") / stated(wheelbase, "m")
            if ratio.low > MOST_RADIUS_TO_WHEELBASE and radius.reading and radius.reading.bound not in _UPPER:
                yield Suspicion(
                    f"{said(radius)} is {shown_span(ratio)} times {said(wheelbase)}: a diameter?", (radius, wheelbase)
                )
    for circle, radius in unmatched(circles, radii, _twice):
        yield Suspicion(f"{said(circle)} is not twice {said(radius)}", (circle, radius))


CHECK = Check("turning", __doc__, per_vehicle(find))

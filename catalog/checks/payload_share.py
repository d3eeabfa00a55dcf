"""Payload is too large or too small a share of the gross mass.

What is left of the gross mass without the payload has to be a whole vehicle. The highest shares are those of
bare chassis: 66 % (Isuzu NRR EV), 64 % (Iveco eDaily 7.2 t, driver still to deduct), 60 % (Foton Tornado EV);
the lowest are those of cars and pick-ups, 20 to 35 %. Below 8 % or above 70 % one of the two is another
quantity: a gross mass printed as payload, a payload in pounds read as kilograms, a mass that is no maximum.
The same is asked of a chassis' load capacity, with 80 % as the limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, possible, said, shown, stated, unmatched
from catalog.checks.span import Span
from catalog.model import Claim, Record

LIMITS = {
    "payload": Span(Fraction(8, 100), Fraction(70, 100)),
    "chassis_load_capacity": Span(Fraction(8, 100), Fraction(80, 100)),
}


def find(record: Record) -> Iterator[Suspicion]:
    for key, limits in LIMITS.items():

        def fits(load: Claim, gross: Claim, limits: Span = limits) -> bool:
            return (possible(load, "kg") / possible(gross, "kg")).meets(limits)

        for load, gross in unmatched(numeric(record, key), numeric(record, "gross_vehicle_mass"), fits):
            share = stated(load, "kg") / stated(gross, "kg")
            yield Suspicion(
                f"{said(load)} is {shown(share.high * 100)} % of {said(gross)}; "
                f"{shown(limits.low * 100)} to {shown(limits.high * 100)} % would leave a vehicle: "
                "one of the two is another mass, or in another unit",
                (load, gross),
            )


CHECK = Check("payload-share", __doc__, per_vehicle(find))

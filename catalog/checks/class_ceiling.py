"""A lone empty or undefined mass stands exactly at the ceiling of a weight class.

Kerb masses fall anywhere; maximum masses are set to the ceiling of a class of licence, toll or type approval.
A kerb, running order, dry or undefined mass of exactly such a value, with no gross mass above it in the same
vehicle, is almost surely a maximum mass ("weighs 3.5 t", "total curb weight 4495 kg").

Ceilings in kg: 2800, 3500, 4250 (electric vans on a car licence), 4495 and 4500 (Chinese blue plate, Australian
car licence), 5000, 7200, 7490 and 7500, 11990 and 12000, 16000, 18000, 19500, 26000, 32000, 40000, 44000; in
lb the tops of the US classes: 6000, 8500, 10000, 14000, 16000, 19500, 26000, 33000, 80000. The payload is no help
here: 60 % of the mass is as usual for an empty van as for a loaded chassis.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, numeric, said, stated
from catalog.model import Claim, Record

KILOGRAMS = (
    2800, 3500, 4250, 4495, 4500, 5000, 7200, 7490, 7500, 11990, 12000, 16000, 18000,
    19500, 26000, 32000, 40000, 44000,
)  # fmt: skip
POUNDS = (6000, 8500, 10000, 14000, 16000, 19500, 26000, 33000, 80000)
FIELDS_OF_EMPTY = ("kerb_mass", "mass_in_running_order", "dry_mass", "unspecified_mass")


def _ceiling(claim: Claim) -> str | None:
    for unit, ceilings in (("kg", KILOGRAMS), ("lb", POUNDS)):
        span = stated(claim, unit)
        for ceiling in ceilings:
            if ceiling in (span.low, span.high):
                return f"{ceiling} {unit}"
    return None


def find(record: Record) -> Iterator[Suspicion]:
    gross_masses = [claim for claim in numeric(record, "gross_vehicle_mass") if not claim.doubt]
    for key in FIELDS_OF_EMPTY:
        for mass in numeric(record, key):
            top = stated(mass, "kg").high
            if any(comparable(mass, gross) and stated(gross, "kg").high > top for gross in gross_masses):
                continue
            ceiling = _ceiling(mass)
            if ceiling is not None:
                yield Suspicion(
                    f"{said(mass)} stands at the ceiling of a weight class, {ceiling}, and no gross mass is above it: "
                    "a maximum mass?",
                    (mass,),
                )


CHECK = Check("class-ceiling", __doc__, per_vehicle(find))

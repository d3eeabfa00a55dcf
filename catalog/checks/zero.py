"""A zero stands where nothing is known.

No mass, length, range, power or price is zero; data sets write 0 where a value is missing. A tailpipe emission
of zero is true of battery-electric and fuel-cell vehicles and of a charge-depleting cycle, and of no other. What is
missing is left out or said to be not published.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import qualifier, said
from catalog.model import Claim, Record

NO_TAILPIPE = ("battery electric", "fuel cell")


def _true_zero(record: Record, claim: Claim) -> bool:
    return claim.field == "co2_emissions" and (
        record.powertrain in NO_TAILPIPE or qualifier(claim, "phase") == "charge-depleting"
    )


def find(record: Record) -> Iterator[Suspicion]:
    for claims in record.claims.values():
        for claim in claims:
            if claim.reading is None or all(number.value for number in claim.reading.numbers):
                continue
            if not _true_zero(record, claim):
                yield Suspicion(f"{said(claim)}: a zero stands for a missing value", (claim,))


CHECK = Check("zero", __doc__, per_vehicle(find))

"""Masses are not in their order: an empty mass reaches the gross mass, or gross the combination.

Dry, kerb, running order and actual mass lie below the gross mass, by a driver (75 kg) at least; the gross
mass lies below the gross combination mass, and an authorised mass does not exceed the gross mass. Numbers are
taken as they stand, so that a kerb mass of 16 t beside a gross mass of 16 t is found, and 2.5-4.2 t beside
2.5-4.2 t. Most often a gross mass
was printed as "weighs", "curb weight" or plain "mass" and filed as an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said, stated, unmatched
from catalog.model import Claim, Record

DRIVER = 75
EMPTY = ("dry_mass", "kerb_mass", "mass_in_running_order", "actual_mass")


def _room_for_a_driver(empty: Claim, gross: Claim) -> bool:
    low, high = stated(empty, "kg"), stated(gross, "kg")
    return low.low + DRIVER <= high.high and low != high


def _not_above(lower: Claim, upper: Claim) -> bool:
    return stated(lower, "kg").low <= stated(upper, "kg").high


def find(record: Record) -> Iterator[Suspicion]:
    gross_masses = numeric(record, "gross_vehicle_mass")
    for key in EMPTY:
        for empty, gross in unmatched(numeric(record, key), gross_masses, _room_for_a_driver):
            yield Suspicion(
                f"{said(empty)} leaves no load below {said(gross)}: a maximum mass printed as an empty one?",
                (empty, gross),
            )
    for gross, combination in unmatched(gross_masses, numeric(record, "gross_combination_mass"), _not_above):
        yield Suspicion(
            f"{said(gross)} is above {said(combination)}: vehicle and combination swapped?", (gross, combination)
        )
    for authorised, gross in unmatched(numeric(record, "authorised_mass"), gross_masses, _not_above):
        yield Suspicion(
            f"{said(authorised)} is above {said(gross)}: what a state allows is at most what the maker designed",
            (authorised, gross),
        )


CHECK = Check("mass-order", __doc__, per_vehicle(find))

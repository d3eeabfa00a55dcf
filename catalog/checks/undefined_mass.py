"""An undefined mass is one that another source defines.

A mass printed as "weight" or plain "mass" is kept apart from all others, as nobody knows which it is. Where it
agrees, to the written digits, with a gross, kerb or other defined mass of the same vehicle, it is known: it belongs
there, with the printed label in ``published_as``.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, numeric, possible, said
from catalog.model import Record

DEFINED = (
    "gross_vehicle_mass",
    "gross_combination_mass",
    "kerb_mass",
    "mass_in_running_order",
    "actual_mass",
    "dry_mass",
)


def find(record: Record) -> Iterator[Suspicion]:
    defined = [claim for key in DEFINED for claim in numeric(record, key) if not claim.doubt]
    for mass in numeric(record, "unspecified_mass"):
        for other in defined:
            if comparable(mass, other) and possible(mass, "kg").meets(possible(other, "kg")):
                yield Suspicion(f"{said(mass)} is {said(other)}: file it there, with its label", (mass, other))
                break


CHECK = Check("undefined-mass", __doc__, per_vehicle(find))

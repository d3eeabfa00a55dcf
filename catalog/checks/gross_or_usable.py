"""One battery energy is called gross by one source and usable by another.

The same number, to the written digits, under both names: one of the sources took the other for it. Data sets
are known to enter usable energies as gross. Which is right decides the row in which it is compared; a doubt on
the less likely one settles it.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, numeric, said, stated, with_qualifier
from catalog.model import Record


def find(record: Record) -> Iterator[Suspicion]:
    energies = numeric(record, "battery_energy")
    for gross in with_qualifier(energies, "capacity", "gross"):
        for usable in with_qualifier(energies, "capacity", "usable"):
            if comparable(gross, usable) and stated(gross, "kWh") == stated(usable, "kWh"):
                yield Suspicion(f"{said(gross)} and {said(usable)} are one number under two names", (gross, usable))
                break


CHECK = Check("gross-or-usable", __doc__, per_vehicle(find))

"""The axle loads do not carry the gross mass, or one axle carries all of it.

The technical maxima of all axles add up to the gross mass at least (usually to 5 to 30 % more). A rear load
"each" counts once for each axle behind the front one, by the number of axles or the wheel formula (6x4 has
three), else for one, two or three. A single axle load that reaches the gross mass is the gross mass under
another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, partners, possible, qualifier, said, shown_span, stated, together
from catalog.model import Claim, Record

_FORMULA = re.compile(r"(\d{1,2}) ?[x×] ?\d")
FULL = Fraction(95, 100)


def _rear_axles(record: Record, rear: Claim) -> range:
    if qualifier(rear, "axles") != "each":
        return range(1, 2)
    for axles in numeric(record, "axles"):
        count = int(stated(axles, "").high) - 1
        return range(count, count + 1)
    for drive in record.values("drive"):
        if formula := _FORMULA.match(drive.text):
            count = int(formula[1]) // 2 - 1
            return range(count, count + 1)
    return range(1, 4)


def find(record: Record) -> Iterator[Suspicion]:
    fronts, rears = numeric(record, "axle_load_front"), numeric(record, "axle_load_rear")
    gross_masses = numeric(record, "gross_vehicle_mass")
    for load in fronts + rears:
        if qualifier(load, "axles") == "group":
            continue
        for gross in partners(load, gross_masses)[:1]:
            if stated(load, "kg").low >= stated(gross, "kg").high * FULL:
                yield Suspicion(
                    f"{said(load)} is as much as {said(gross)}: a gross mass printed as an axle load?", (load, gross)
                )
    for rear in rears:
        for front in partners(rear, fronts)[:1]:
            for gross in partners(rear, gross_masses)[:1]:
                sums = [
                    possible(front, "kg") + possible(rear, "kg").scaled(count) for count in _rear_axles(record, rear)
                ]
                if together((front, rear, gross)) and all(total.high < possible(gross, "kg").low for total in sums):
                    yield Suspicion(
                        f"{said(front)} and {said(rear)} carry {shown_span(sums[-1], 'kg')}, less than {said(gross)}",
                        (rear, front, gross),
                    )


CHECK = Check("axle-loads", __doc__, per_vehicle(find))

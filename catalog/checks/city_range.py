"""A city range is below the combined range.

An electric vehicle goes farther in the city phase of a cycle than over the whole of it: 1.0 to 1.5 times in
this catalogue. A lower "city" range is the combined one under the wrong label, or of another version. It is held
against the combined range of the same procedure, or of none where that is all there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, numeric, partners, possible, qualifier, said
from catalog.model import Claim, Record

ELECTRIC = ("battery electric", "plug-in hybrid", "fuel cell")


def _combined(way: Claim, city: Claim) -> bool:
    plain = not any(qualifier(way, name) for name in ("phase", "load", "conditions"))
    return plain and comparable(way, city) and qualifier(way, "procedure") in (None, qualifier(city, "procedure"))


def find(record: Record) -> Iterator[Suspicion]:
    if record.powertrain not in ELECTRIC:
        return
    ranges = numeric(record, "range")
    for city in ranges:
        if qualifier(city, "phase") != "city" or qualifier(city, "load"):
            continue
        others = partners(city, ranges, _combined)
        if others and all(possible(city, "km").high < possible(other, "km").low for other in others):
            yield Suspicion(
                f"{said(city)} is below {said(others[0])}: a combined range labelled city?", (city, others[0])
            )


CHECK = Check("city-range", __doc__, per_vehicle(find))

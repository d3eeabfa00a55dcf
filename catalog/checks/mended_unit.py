"""A value was printed in a unit that it cannot have, or is read as another value than printed.

An energy printed as a power (a battery of "105 kW"), a "kW/h", a range in "cv", a mass in "km": the print is
kept and what it is read as stands beside it, with a note. So is a number whose unit is missing, and one read
in another unit than printed although the print could be read (250 km for 250 miles). Each is reported with
its note as the reason; an unlikely note is what to look for. A horsepower or a decimal sign that is only
settled ("hp" as PS, "1.575 t" as 1.5750 t) is not a mended unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import said
from catalog.errors import ReadingError
from catalog.model import Claim, Record
from catalog.units import Reading, read, units_spelled

_UNIT = re.compile(r"\d[\d.,'’\s/–-]*(?P<unit>[^\d\s].*)?$")


def _wrong(claim: Claim, reading: Reading) -> str | None:
    """What is wrong with the unit as printed; None where it was only ambiguous."""
    try:
        printed = read(claim.published, reading.kind, claim.market)
    except ReadingError:
        return _wrong_unit(claim, reading)
    return "it is read as another value than printed" if printed != reading else None


def _wrong_unit(claim: Claim, reading: Reading) -> str | None:
    match = _UNIT.search(claim.published)
    unit = ((match and match["unit"]) or "").strip()
    if match is None:
        return None
    if not unit:
        return "the unit is missing"
    if unit in reading.kind.mistakes:
        return reading.kind.mistakes[unit]
    others = [kind for kind, _ in units_spelled(unit)]
    if others and all(kind.dimension != reading.kind.dimension for kind in others):
        return f"{unit} measures {others[0].label}"
    return None


def find(record: Record) -> Iterator[Suspicion]:
    for claims in record.claims.values():
        for claim in claims:
            if claim.read_as is None or claim.reading is None:
                continue
            wrong = _wrong(claim, claim.reading)
            if wrong is not None:
                yield Suspicion(f"{said(claim)}: {wrong}", (claim,), reason=claim.note)


CHECK = Check("mended-unit", __doc__, per_vehicle(find))

"""Two sources give numbers that differ by two swapped digits.

113 and 131 kWh, 168 and 186 kW: a slip of typing, which a difference of 10 to 20 % does not show. Asked of one
field in one unit, whatever the definition says, of numbers with three digits or more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said
from catalog.model import FIELDS, Claim, Record
from catalog.units import Bound


def _digits(claim: Claim) -> str:
    assert claim.reading is not None
    return f"{claim.reading.numbers[0].value:f}"


def _swapped(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one.replace(".", "")) < 3:
        return False
    apart = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _unit(claim: Claim) -> str:
    assert claim.reading is not None
    return claim.reading.unit.symbol if claim.reading.bound is Bound.EXACT else ""


def find(record: Record) -> Iterator[Suspicion]:
    for key in record.claims:
        if not FIELDS[key].spec.numeric:
            continue
        for one, other in combinations(numeric(record, key), 2):
            alike = _unit(one) == _unit(other) != "" and one.applies_to == other.applies_to
            if alike and set(one.sources) != set(other.sources) and _swapped(_digits(one), _digits(other)):
                yield Suspicion(f"{said(one)} and {said(other)} differ by two swapped digits", (one, other))


CHECK = Check("swapped-digits", __doc__, per_vehicle(find))

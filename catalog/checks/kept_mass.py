"""Siblings with different batteries have one kerb mass or one range.

A battery weighs 5 to 10 kg for each kWh, so a configuration that changed its battery and kept its kerb mass
(or its range by the same procedure) inherited the value from its sibling. Siblings are vehicles of one make and
model; their battery energies have to differ by more than 5 %, of the same kind (gross, usable or not stated).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, groupby

from catalog.checks.check import Check, Scope, Suspicion
from catalog.checks.figures import comparable, numeric, said, stated
from catalog.model import Claim, Record
from catalog.units import Bound

KEPT = ("kerb_mass", "range")
DIFFERENT = Fraction(105, 100)


def find(scope: Scope) -> Iterator[Suspicion]:
    def family(record: Record) -> tuple[str, str]:
        return record.make, record.model

    for _, siblings in groupby(sorted(scope.records, key=lambda record: (*family(record), record.id)), family):
        for first, second in combinations(siblings, 2):
            energies = _other_battery(first, second)
            if energies is None:
                continue
            for key in KEPT:
                for one, other in _same(first, second, key):
                    yield Suspicion(
                        f"{said(one)} is that of {first.id}, though the battery is another: "
                        f"{said(energies[1])} here, {said(energies[0])} there",
                        (other, one),
                        subject=second.id,
                    )
                    break


def _other_battery(first: Record, second: Record) -> tuple[Claim, Claim] | None:
    """Two energies of one kind that tell the batteries apart; None where some pair agrees."""
    pairs = [
        (one, other)
        for one in numeric(first, "battery_energy")
        for other in numeric(second, "battery_energy")
        if not (one.doubt or other.doubt) and one.definition == other.definition and comparable(one, other)
    ]
    return pairs[0] if pairs and all(_differ(*pair) for pair in pairs) else None


def _differ(one: Claim, other: Claim) -> bool:
    first, second = stated(one, "kWh"), stated(other, "kWh")
    return first.low > second.high * DIFFERENT or second.low > first.high * DIFFERENT


def _same(first: Record, second: Record, key: str) -> Iterator[tuple[Claim, Claim]]:
    for one in numeric(first, key):
        for other in numeric(second, key):
            exact = all(claim.reading is not None and claim.reading.bound is Bound.EXACT for claim in (one, other))
            # two that say "not stated" of their procedure are no evidence: the procedures may differ
            told = key != "range" or any(name == "procedure" for name, _ in one.definition)
            if (
                exact
                and told
                and one.definition == other.definition
                and comparable(one, other)
                and one.same_value(other)
            ):
                yield one, other


CHECK = Check("kept-mass", __doc__, find)

"""The boot is larger with the seats up than folded.

Folding the rear seats adds to the boot, by one method of measuring. The reverse means that the two are swapped or
measured by different methods.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, qualifier, said, stated, unmatched, with_qualifier
from catalog.model import Claim, Record


def _grows(up: Claim, folded: Claim) -> bool:
    same_method = qualifier(up, "method") == qualifier(folded, "method")
    return not same_method or stated(up, "L").low <= stated(folded, "L").high


def find(record: Record) -> Iterator[Suspicion]:
    for key in ("boot_volume", "cargo_volume"):
        volumes = numeric(record, key)
        seats_up = with_qualifier(volumes, "seats", "up")
        for up, folded in unmatched(seats_up, with_qualifier(volumes, "seats", "folded"), _grows):
            yield Suspicion(f"{said(up)} is above {said(folded)}: swapped?", (up, folded))


CHECK = Check("boot-volume", __doc__, per_vehicle(find))

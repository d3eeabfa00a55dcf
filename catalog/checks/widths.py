"""The widths are not in their order.

Track lies below the width; the width without mirrors below that with mirrors folded, and that below the width
with mirrors out. Otherwise they are swapped, or one is of another version.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said, stated, unmatched
from catalog.model import Claim, Record

PAIRS = (
    ("track_front", "width"),
    ("track_rear", "width"),
    ("width", "width_mirrors_folded"),
    ("width", "width_with_mirrors"),
    ("width_mirrors_folded", "width_with_mirrors"),
)


def _narrower(narrow: Claim, wide: Claim) -> bool:
    return stated(narrow, "mm").low <= stated(wide, "mm").high


def find(record: Record) -> Iterator[Suspicion]:
    for narrow_key, wide_key in PAIRS:
        for narrow, wide in unmatched(numeric(record, narrow_key), numeric(record, wide_key), _narrower):
            yield Suspicion(f"{said(narrow)} is above {said(wide)}: swapped?", (narrow, wide))


CHECK = Check("widths", __doc__, per_vehicle(find))

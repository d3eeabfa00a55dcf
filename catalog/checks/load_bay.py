"""The load space is larger than the vehicle around it.

The cargo length lies below the vehicle's length, the cargo width and the width between the wheel arches below
its width, the cargo height and the doors below its height. An item may be longer than the bay, not than the
vehicle. Where one fails, an inside measure was printed as an outside one or the reverse ("vehicle heights"
of 1545 to 2100 mm that are load heights), or it belongs to another version.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said, stated, unmatched
from catalog.model import Claim, Record

PAIRS = (
    ("cargo_length", "length"),
    ("long_item_length", "length"),
    ("cargo_width", "width"),
    ("cargo_width_between_arches", "width"),
    ("cargo_width_between_arches", "cargo_width"),
    ("door_width", "width"),
    ("cargo_height", "height"),
    ("door_height", "height"),
    ("load_floor_height", "height"),
)


def _inside(inner: Claim, outer: Claim) -> bool:
    return stated(inner, "mm").low < stated(outer, "mm").high


def find(record: Record) -> Iterator[Suspicion]:
    for inner_key, outer_key in PAIRS:
        for inner, outer in unmatched(numeric(record, inner_key), numeric(record, outer_key), _inside):
            yield Suspicion(
                f"{said(inner)} does not fit into {said(outer)}: an inside measure and an outside one swapped, "
                "or another version?",
                (inner, outer),
            )


CHECK = Check("load-bay", __doc__, per_vehicle(find))

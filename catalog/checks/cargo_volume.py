"""The cargo volume does not follow from the cargo dimensions.

Length x width x height of the load space bounds its volume: wheel arches and sloping walls take some of it
(down to 60 %), a space above the cab adds some (up to 115 %). Where a dimension is not published, any that a
road vehicle can have is taken: width 1.2 to 2.5 m, height 1.1 to 3 m; at least two of the three have to be
published. Outside it, a unit slipped (5 cm for 0.5 m; cubic feet for litres) or the figures belong to different
bodies.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, partners, possible, said, shown_span, together
from catalog.checks.span import Span
from catalog.model import Claim, Record

SHARE = Span(Fraction(60, 100), Fraction(115, 100))
UNKNOWN = {
    "cargo_length": Span.of(1, 14),
    "cargo_width": Span(Fraction(12, 10), Fraction(25, 10)),
    "cargo_height": Span(Fraction(11, 10), Fraction(3)),
}


def find(record: Record) -> Iterator[Suspicion]:
    for volume in numeric(record, "cargo_volume"):
        used: list[Claim] = [volume]
        box = SHARE
        for key, unknown in UNKNOWN.items():
            found = partners(volume, numeric(record, key))
            used += found[:1]
            box = box * (possible(found[0], "m") if found else unknown)
        if len(used) >= 3 and together(used) and not box.meets(possible(volume, "m³")):
            yield Suspicion(
                f"{said(volume)} does not follow from {', '.join(said(claim) for claim in used[1:])}, "
                f"which make {shown_span(box, 'm³')}",
                tuple(used),
            )


CHECK = Check("cargo-volume", __doc__, per_vehicle(find))

"""The wheelbase does not go with the length, or the overhangs do not close the gap.

A wheelbase is 45 to 68 % of the length in this catalogue; limits 40 and 85 % (a bare chassis without body,
a car with hardly any overhang). Outside, one of the two belongs to another version or field. Where both overhangs are
published, front overhang + wheelbase + rear overhang is the length within 3 % (with more than two axles the
wheelbase of some sources ends at the first rear axle).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, partners, possible, said, shown_span, stated, together, unmatched
from catalog.checks.span import Span
from catalog.model import Claim, Record

SHARE = Span(Fraction(40, 100), Fraction(85, 100))
CLOSES = Span(Fraction(97, 100), Fraction(103, 100))


def _fits(wheelbase: Claim, length: Claim) -> bool:
    return (possible(wheelbase, "mm") / possible(length, "mm")).meets(SHARE)


def find(record: Record) -> Iterator[Suspicion]:
    wheelbases, lengths = numeric(record, "wheelbase"), numeric(record, "length")
    for wheelbase, length in unmatched(wheelbases, lengths, _fits):
        share = (stated(wheelbase, "mm") / stated(length, "mm")).scaled(100)
        yield Suspicion(
            f"{said(wheelbase)} is {shown_span(share, '%')} of {said(length)}; 40 to 85 % is usual: "
            "another version or another field's value?",
            (wheelbase, length),
        )
    for length in lengths:
        parts = [partners(length, numeric(record, key))[:1] for key in ("overhang_front", "wheelbase", "overhang_rear")]
        claims = (length, *(claim for part in parts for claim in part))
        if len(claims) < 4 or not together(claims):
            continue
        total = possible(claims[1], "mm") + possible(claims[2], "mm") + possible(claims[3], "mm")
        if not (possible(length, "mm") * CLOSES).meets(total):
            yield Suspicion(
                f"{', '.join(said(claim) for claim in claims[1:])} make {shown_span(total, 'mm')}, not {said(length)}",
                claims,
            )


CHECK = Check("wheelbase-and-length", __doc__, per_vehicle(find))

"""Usable battery energy is above the gross energy, far below it, or not the stated share of it.

What the vehicle lets you use lies below what the cells hold: 93 to 97 % in this catalogue. Above 100 % the two
are swapped or belong to different batteries; below 70 % they are different batteries. Where a usable share is
published, gross energy times the share is the usable energy, to the written digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import (
    numeric,
    partners,
    possible,
    said,
    shown_span,
    stated,
    together,
    unmatched,
    with_qualifier,
)
from catalog.checks.span import Span
from catalog.model import Claim, Record

SHARE = Span(Fraction(70, 100), Fraction(1))


def _fits(usable: Claim, gross: Claim) -> bool:
    return (stated(usable, "kWh") / stated(gross, "kWh")).meets(SHARE)


def find(record: Record) -> Iterator[Suspicion]:
    for key in ("battery_energy", "battery_pack_energy"):
        gross_energies = with_qualifier(numeric(record, key), "capacity", "gross")
        usable_energies = with_qualifier(numeric(record, key), "capacity", "usable")
        for usable, gross in unmatched(usable_energies, gross_energies, _fits):
            ratio = (stated(usable, "kWh") / stated(gross, "kWh")).scaled(100)
            yield Suspicion(
                f"{said(usable)} is {shown_span(ratio, '%')} of {said(gross)}: swapped, or another battery?",
                (usable, gross),
            )
        if key == "battery_energy":
            yield from _share(record, usable_energies, gross_energies)


def _share(record: Record, usables: tuple[Claim, ...], grosses: tuple[Claim, ...]) -> Iterator[Suspicion]:
    for share in numeric(record, "battery_usable_share"):
        for usable in partners(share, usables)[:1]:
            for gross in partners(share, grosses)[:1]:
                product = possible(gross, "kWh") * possible(share, "%").scaled(Fraction(1, 100))
                if together((share, usable, gross)) and not product.meets(possible(usable, "kWh")):
                    yield Suspicion(
                        f"{said(share)} of {said(gross)} is {shown_span(product, 'kWh')}, not {said(usable)}",
                        (share, usable, gross),
                    )


CHECK = Check("usable-energy", __doc__, per_vehicle(find))

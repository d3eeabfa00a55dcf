"""Number of packs times the energy of one is not the battery's energy.

Packs and the energy of a pack are held against a battery energy of the same kind (gross, usable or not stated),
within 5 %. Outside, the energy is that of another number of packs, or the kinds were mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import covers, numeric, partners, possible, qualifier, said, shown_span
from catalog.checks.span import Span
from catalog.model import Claim, Record

TOLERANCE = Span(Fraction(95, 100), Fraction(105, 100))


def find(record: Record) -> Iterator[Suspicion]:
    for packs in numeric(record, "battery_packs"):
        for pack in partners(packs, numeric(record, "battery_pack_energy")):
            product = possible(packs, "") * possible(pack, "kWh")

            def same_kind(energy: Claim, other: Claim, pack: Claim = pack) -> bool:
                return covers(energy, other) and qualifier(energy, "capacity") == qualifier(pack, "capacity")

            energies = partners(pack, numeric(record, "battery_energy"), same_kind)
            if energies and not any((product * TOLERANCE).meets(possible(energy, "kWh")) for energy in energies):
                yield Suspicion(
                    f"{said(packs)} of {said(pack)} make {shown_span(product, 'kWh')}, not {said(energies[0])}",
                    (energies[0], packs, pack),
                )


CHECK = Check("packs", __doc__, per_vehicle(find))

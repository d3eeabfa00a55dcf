"""Range times consumption is not the battery's energy.

Of one procedure, phase, load and conditions, range x consumption is the energy driven: the usable energy at
the battery; more at the wall, as WLTP and EPA measure it, by the loss of charging. In this catalogue the product
is 1.06 to 1.19 times the gross and up to 1.24 times the usable energy of battery-electric cars and vans; plug-in
hybrids keep part of it back. Limits: 0.75 to 1.30, at the battery 0.70 to 1.10. Outside, one of the three belongs
to another version, cycle or unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, covers, numeric, partners, possible, qualifier, said, shown, stated
from catalog.checks.span import Span
from catalog.model import Claim, Record

AT_WALL = Span(Fraction(75, 100), Fraction(130, 100))
AT_BATTERY = Span(Fraction(70, 100), Fraction(110, 100))
CYCLE = ("procedure", "phase", "load", "conditions")


def _same_cycle(first: Claim, second: Claim) -> bool:
    return comparable(first, second) and all(qualifier(first, name) == qualifier(second, name) for name in CYCLE)


def _fits(consumption: Claim, way: Claim, energy: Claim) -> bool:
    driven = possible(consumption, "kWh/100 km") * possible(way, "km").scaled(Fraction(1, 100))
    limits = AT_BATTERY if qualifier(consumption, "at") == "battery" else AT_WALL
    return (driven / possible(energy, "kWh")).meets(limits)


def find(record: Record) -> Iterator[Suspicion]:
    if record.powertrain not in (None, "battery electric", "plug-in hybrid"):
        return
    energies = numeric(record, "battery_energy")
    for consumption in numeric(record, "energy_consumption"):
        for way in partners(consumption, numeric(record, "range"), _same_cycle):
            held_against = partners(way, energies, covers)
            if not held_against or any(_fits(consumption, way, energy) for energy in held_against):
                continue
            energy = held_against[0]
            driven = stated(consumption, "kWh/100 km").high * stated(way, "km").high / 100
            yield Suspicion(
                f"{said(way)} at {said(consumption)} takes {shown(driven, 'kWh')}, "
                f"{shown(driven / stated(energy, 'kWh').high)} times {said(energy)}: another version, cycle or unit?",
                (consumption, way, energy),
            )


CHECK = Check("range-and-consumption", __doc__, per_vehicle(find))

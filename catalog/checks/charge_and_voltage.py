"""Battery charge times voltage is not the battery's energy.

Volts x ampere-hours / 1000 = kWh, with the nominal voltage; within 10 %, as a voltage may be the nominal, the
highest or that of a class (400 V, 800 V). Outside, the charge is that of one pack or string, or belongs to another
battery.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, partners, possible, said, shown, stated, together
from catalog.checks.span import Span
from catalog.model import Record

TOLERANCE = Span(Fraction(90, 100), Fraction(110, 100))


def find(record: Record) -> Iterator[Suspicion]:
    for charge in numeric(record, "battery_charge"):
        voltages = partners(charge, numeric(record, "battery_voltage"))
        energies = partners(charge, numeric(record, "battery_energy"))
        triples = [
            (charge, voltage, energy)
            for voltage in voltages
            for energy in energies
            if together((charge, voltage, energy))
        ]
        if not triples or any(
            (possible(charge, "Ah") * possible(voltage, "V"))
            .scaled(Fraction(1, 1000))
            .meets(possible(energy, "kWh") * TOLERANCE)
            for _, voltage, energy in triples
        ):
            continue
        _, voltage, energy = triples[0]
        product = stated(charge, "Ah").high * stated(voltage, "V").high / 1000
        yield Suspicion(
            f"{said(charge)} at {said(voltage)} is {shown(product, 'kWh')}, not {said(energy)}: "
            "one string of several, or another battery?",
            triples[0],
        )


CHECK = Check("charge-and-voltage", __doc__, per_vehicle(find))

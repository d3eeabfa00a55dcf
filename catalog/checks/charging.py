"""A charging time is too short for the charger, or for any battery.

Over a stated window of charge the battery takes up that share of its energy, from the wall rather more. In
the time given the charger (the stated one, else the highest AC or DC power published) cannot give more than its
power times the time, with 5 % to spare; of a battery energy that is not said to be usable, 88 % is taken. Without
any power, more than five times the battery's energy an hour (5C) is beyond what is sold. Where it fails, the
window, the power or the battery is another's. Times that are too long are no contradiction: power falls towards
the end, and chargers are shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import covers, numeric, partners, possible, qualifier, said, shown, stated, together
from catalog.checks.span import INFINITE, Span
from catalog.model import Claim, Record
from catalog.units import KINDS, Bound, read

POWER_OF = {"ac_charge_time": "ac_charge_power", "dc_charge_time": "dc_charge_power"}
SPARE = Fraction(105, 100)
USABLE = Fraction(88, 100)
HIGHEST_RATE = 5
_WINDOW = re.compile(r"(\d+)-(\d+) %")


def _power(record: Record, time: Claim) -> tuple[Fraction, tuple[Claim, ...]] | None:
    """The highest power (kW) that can have charged, and the claims it is from; None where none is known."""
    charger = qualifier(time, "charger")
    if charger is not None:
        reading = read(charger, "power", time.market)
        open_ended = reading.bound in (Bound.AT_LEAST, Bound.MORE_THAN)
        return (INFINITE if open_ended else reading.ends(KINDS["power"].canonical)[1]), ()
    powers = partners(time, numeric(record, POWER_OF.get(time.field, "")), covers)
    if not powers:
        return None
    highest = max(powers, key=lambda claim: stated(claim, "kW").high)
    return possible(highest, "kW").high, (highest,)


def _taken(energy: Claim, window: Fraction) -> Span:
    return possible(energy, "kWh").scaled(window * (1 if qualifier(energy, "capacity") == "usable" else USABLE))


def find(record: Record) -> Iterator[Suspicion]:
    for time in (*(claim for key in POWER_OF for claim in numeric(record, key)), *numeric(record, "charge_time")):
        window = _WINDOW.fullmatch(qualifier(time, "soc") or "")
        energies = partners(time, numeric(record, "battery_energy"), covers)
        if window is None or not energies:
            continue
        share = Fraction(int(window[2]) - int(window[1]), 100)
        energy = min(energies, key=lambda claim: _taken(claim, share).low)
        needed, hours = _taken(energy, share).low, possible(time, "h").high
        power, used = _power(record, time) or (stated(energy, "kWh").high * HIGHEST_RATE, ())
        if together((time, energy, *used)) and needed > power * hours * SPARE:
            source = said(used[0]) if used else "the charger stated" if qualifier(time, "charger") else "5C"
            yield Suspicion(
                f"{said(time)} would take {shown(needed / stated(time, 'h').high, 'kW')} for {said(energy)}, "
                f"more than {source}",
                (time, energy, *used),
            )


CHECK = Check("charging", __doc__, per_vehicle(find))

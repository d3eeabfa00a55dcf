"""Battery energy per range is out of the ordinary for the class of vehicle.

Battery energy over range is a consumption, and a range without its test procedure is often one at a constant
40 or 60 km/h, unladen, which is far longer than any cycle gives: 104 kWh for 410 km in a truck of 4.5 t is
25 kWh/100 km, where trucks of that class take 45 to 61. A unit that slipped (miles, kilometres) and a total
range of fuel and electricity show as well. Numbers are taken as they stand, "up to" included. Ranges whose
conditions are stated, or of one phase of a cycle, are what they say they are and are left out.

The limits, in kWh/100 km, lie around the spread in this catalogue (in brackets) of combined ranges with a stated
procedure or load: down to three quarters of the lowest (most of that where the class has many figures), up to
half as much again as the highest. Where a class has none, the ranges without a procedure were taken that are not
far from those of its neighbours, marked *, and the limits set wider.

    car                        10 to 30     (10.8 to 18.6: WLTP, EPA)
    pick-up                    18 to 50     (24.6 to 26.5: EPA)
    van up to 2.6 t            11 to 40     (none; between cars and larger vans)
    van up to 3.6 t, unknown   16 to 55     (16.5 to 35.9: NEDC, WLTP, EPA)
    van up to 5.6 t            17 to 75     (20.7 to 42.8: NEDC, WLTP; 56 *)
    van above                  30 to 95     (58.8 to 62.1: WLTP)
    truck up to 3.6 t          18 to 60     (none; as vans)
    truck up to 7.5 t          34 to 100    (45.2 to 61.0: full load, WLTP; to 70 *)
    truck up to 12 t           40 to 130    (51 to 80 *)
    truck up to 19 t           55 to 200    (80 to 100 *)
    truck above, tractor       75 to 300    (167 in service; 100 to 141 *)
    truck of unknown mass      25 to 300    (67 to 88 *)
    bus, coach                 40 to 300    (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import covers, numeric, partners, qualifier, said, shown_span, stated
from catalog.checks.span import INFINITE, Span
from catalog.model import Claim, Record
from catalog.units import Bound

#: Up to which gross mass (kg), from and to which kWh/100 km.
LIMITS: dict[str, tuple[tuple[Fraction | int, Span], ...]] = {
    "car": ((INFINITE, Span.of(10, 30)),),
    "pickup": ((INFINITE, Span.of(18, 50)),),
    "van": (
        (2600, Span.of(11, 40)),
        (3600, Span.of(16, 55)),
        (5600, Span.of(17, 75)),
        (INFINITE, Span.of(30, 95)),
    ),
    "truck": (
        (3600, Span.of(18, 60)),
        (7500, Span.of(34, 100)),
        (12000, Span.of(40, 130)),
        (19000, Span.of(55, 200)),
        (INFINITE, Span.of(75, 300)),
    ),
    "tractor": ((INFINITE, Span.of(75, 300)),),
    "bus": ((INFINITE, Span.of(40, 300)),),
    "coach": ((INFINITE, Span.of(40, 300)),),
}
UNKNOWN_MASS = {"van": Span.of(16, 55), "truck": Span.of(25, 300)}


def limits_of(record: Record) -> Span:
    """The limits for a vehicle, by its type and gross mass; of a span of gross masses, those of both ends."""
    steps = LIMITS[record.vehicle_type]
    masses = [stated(claim, "kg") for claim in numeric(record, "gross_vehicle_mass") if not claim.doubt]
    if not masses:
        return UNKNOWN_MASS.get(record.vehicle_type, steps[0][1])
    lightest, heaviest = min(span.low for span in masses), max(span.high for span in masses)
    first = next(limits for ceiling, limits in steps if lightest <= ceiling)
    last = next(limits for ceiling, limits in steps if heaviest <= ceiling)
    return Span(first.low, last.high)


def _consumptions(energy: Claim, way: Claim) -> tuple[Span, ...]:
    """Energy over range; of two lists of equal length (100/200 kWh, 1000/1600 km) one by one."""
    assert energy.reading is not None
    assert way.reading is not None
    lists = energy.reading.bound is Bound.LIST and way.reading.bound is Bound.LIST
    if lists and len(energy.reading.numbers) == len(way.reading.numbers):
        kwh, km = energy.reading.kind.unit("kWh"), way.reading.kind.unit("km")
        pairs = zip(energy.reading.numbers, way.reading.numbers, strict=True)
        return tuple(Span.of(one.in_unit(kwh) / other.in_unit(km) * 100) for one, other in pairs)
    return ((stated(energy, "kWh") / stated(way, "km")).scaled(100),)


def find(record: Record) -> Iterator[Suspicion]:
    if record.powertrain not in (None, "battery electric", "plug-in hybrid"):
        return
    limits = limits_of(record)
    for way in numeric(record, "range"):
        if qualifier(way, "phase") or qualifier(way, "conditions"):
            continue
        energies = partners(way, numeric(record, "battery_energy"), covers)
        spans = [span for energy in energies for span in _consumptions(energy, way)]
        if not spans or any(span.meets(limits) for span in spans):
            continue
        low = spans[0].high < limits.low
        why = "a constant speed, an unladen test or another unit?" if low else "another unit, or a smaller battery?"
        yield Suspicion(
            f"{said(energies[0])} for {said(way)} is {shown_span(spans[0], 'kWh/100 km')}; "
            f"{shown_span(limits)} is usual for a {record.vehicle_type} of its mass: {why}",
            (way, energies[0]),
        )


CHECK = Check("energy-per-range", __doc__, per_vehicle(find))

"""The category does not go with the gross mass or the type of vehicle.

R.E.3 and (EU) 2018/858: N1 up to 3.5 t, N2 above 3.5 to 12 t, N3 above 12 t; M2 up to 5 t, M3 above. Goods
vehicles are N, buses and coaches M2 or M3, cars M1; vans and pick-ups are M1 or N. The mass is the technically
permissible one; electric vans of 3.5 to 4.25 t on a car licence stay N2.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said, stated
from catalog.model import Record

#: Above which and up to which gross mass in kg.
MASSES = {"N1": (0, 3500), "N2": (3500, 12000), "N3": (12000, 10**6), "M2": (0, 5000), "M3": (5000, 10**6)}
TYPES = {
    "truck": ("N1", "N2", "N3"),
    "tractor": ("N2", "N3"),
    "van": ("M1", "M2", "N1", "N2", "L7"),
    "pickup": ("M1", "N1", "N2"),
    "car": ("M1", "N1", "L6", "L7"),
    "bus": ("M2", "M3"),
    "coach": ("M2", "M3"),
}


def find(record: Record) -> Iterator[Suspicion]:
    if record.category is None:
        return
    base = record.category.removesuffix("G")
    if base not in TYPES[record.vehicle_type]:
        yield Suspicion(
            f"category {record.category} is not one of a {record.vehicle_type} "
            f"({', '.join(TYPES[record.vehicle_type])})",
            field="category",
        )
    if base not in MASSES:
        return
    above, up_to = MASSES[base]
    for gross in numeric(record, "gross_vehicle_mass"):
        span = stated(gross, "kg")
        if gross.applies_to is None and not (span.low <= up_to and span.high > above):
            limits = f"above {above} kg" if up_to == 10**6 else f"above {above} up to {up_to} kg"
            yield Suspicion(f"{said(gross)}, but category {record.category} is {limits}", (gross,))


CHECK = Check("category", __doc__, per_vehicle(find))

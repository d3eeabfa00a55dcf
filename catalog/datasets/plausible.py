"""Between what values a field of a road vehicle lies, in its canonical unit: wide enough for a quadricycle and a road
train, narrow enough that metres read as millimetres are noticed."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.model.fields import FIELDS
from catalog.units import convert

#: Field: the lowest and highest median of a column, in the canonical unit of the field's kind.
BOUNDS: dict[str, tuple[float, float]] = {
    "length": (1_500, 27_000),
    "width": (800, 3_500),
    "width_with_mirrors": (900, 4_000),
    "height": (800, 4_800),
    "wheelbase": (900, 9_000),
    "track_front": (700, 2_800),
    "track_rear": (700, 2_800),
    "ground_clearance": (50, 800),
    "turning_circle": (4_000, 40_000),
    "turning_radius": (2_000, 20_000),
    "drag_coefficient": (0.1, 1.2),
    "kerb_mass": (250, 30_000),
    "mass_in_running_order": (250, 30_000),
    "gross_vehicle_mass": (400, 70_000),
    "gross_combination_mass": (1_000, 200_000),
    "unspecified_mass": (250, 70_000),
    "payload": (50, 50_000),
    "towing_braked": (100, 60_000),
    "towing_unbraked": (50, 20_000),
    "roof_load": (20, 500),
    "ball_load": (20, 2_000),
    "battery_energy": (0.3, 1_500),
    "battery_charge": (1, 2_000),
    "battery_voltage": (12, 1_500),
    "range": (5, 2_000),
    "total_range": (50, 4_000),
    "energy_consumption": (3, 400),
    "fuel_consumption": (0.2, 80),
    "co2_emissions": (0, 1_500),
    "ac_charge_power": (1, 100),
    "dc_charge_power": (5, 4_000),
    "motor_power": (1, 3_000),
    "engine_power": (1, 3_000),
    "system_power": (1, 3_000),
    "motor_torque": (5, 30_000),
    "engine_torque": (5, 10_000),
    "system_torque": (5, 30_000),
    "engine_displacement": (0.1, 20),
    "cylinders": (1, 16),
    "tank_capacity": (3, 2_000),
    "top_speed": (20, 500),
    "acceleration_time": (1, 90),
    "seats": (1, 120),
    "doors": (0, 8),
    "axles": (1, 12),
    "cargo_volume": (50, 120_000),
    "boot_volume": (20, 4_000),
    "frunk_volume": (5, 500),
    "noise": (40, 110),
}
#: Kinds of which 0 says that there is no value.
NEVER_ZERO = frozenset(
    {"length", "distance", "mass", "power", "energy", "torque", "charge", "voltage", "time", "speed", "volume",
     "energy consumption", "fuel consumption", "sound level", "money", "ratio"}
)  # fmt: skip


def implausible(key: str, median: float) -> str | None:
    """Why a column's middle value cannot be this field's, with the unit that it may be in; None where it can."""
    bounds = BOUNDS.get(key)
    if bounds is None or bounds[0] <= median <= bounds[1]:
        return None
    spec = FIELDS[key].spec
    unit = spec.quantity_kind.canonical
    shown = f"{unit.symbol}".strip()
    return (
        f"its middle value would be {median:.4g} {shown}, and {spec.label.lower()} is {_span(bounds)} {shown}".strip()
    )


def other_units(key: str, number: float) -> Sequence[str]:
    """The units in which a bare number would be plausible for a field."""
    bounds = BOUNDS.get(key)
    if bounds is None or number <= 0:
        return ()
    kind = FIELDS[key].spec.quantity_kind
    from fractions import Fraction

    fits = []
    for unit in kind.units:
        if unit.dimension == kind.dimension:
            value = float(convert(Fraction(number), unit, kind.canonical))
            if bounds[0] <= value <= bounds[1]:
                fits.append(unit.symbol)
    return fits


def _span(bounds: tuple[float, float]) -> str:
    return f"{bounds[0]:,g} to {bounds[1]:,g}"

"""All quantity kinds, in the order in which help lists them: one file a family of kinds."""

from __future__ import annotations

from catalog.units.kinds.consumption import (
    EMISSION,
    ENERGY_CONSUMPTION,
    FUEL_CONSUMPTION,
    GAS_CONSUMPTION,
)
from catalog.units.kinds.counts import COUNT, RATE, RATIO, SHARE, SOUND, TEMPERATURE
from catalog.units.kinds.energy import CHARGE, ENERGY, POWER, PRESSURE, TORQUE, VOLTAGE
from catalog.units.kinds.mass import MASS, POWER_TO_MASS, SPECIFIC_ENERGY
from catalog.units.kinds.money import MONEY
from catalog.units.kinds.motion import ROTATION, SPEED, TIME
from catalog.units.kinds.space import ANGLE, AREA, DISTANCE, GRADE, LENGTH, VOLUME
from catalog.units.unit import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        LENGTH,
        DISTANCE,
        AREA,
        VOLUME,
        ANGLE,
        GRADE,
        MASS,
        POWER,
        ENERGY,
        TORQUE,
        CHARGE,
        VOLTAGE,
        SPECIFIC_ENERGY,
        POWER_TO_MASS,
        ENERGY_CONSUMPTION,
        FUEL_CONSUMPTION,
        GAS_CONSUMPTION,
        EMISSION,
        TIME,
        SPEED,
        ROTATION,
        PRESSURE,
        SOUND,
        TEMPERATURE,
        COUNT,
        RATE,
        RATIO,
        SHARE,
        MONEY,
    )
}

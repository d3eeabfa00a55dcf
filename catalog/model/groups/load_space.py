"""Where the load goes: the cargo compartment, the boot, and what stands in the way."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.groups.dimensions import METRES
from catalog.model.spec import GOODS, units_by_system

CUBIC_METRES = units_by_system("m³", "ft³")


class LoadSpace(Group):
    """Load space"""

    cargo_length: Claims = spec("Cargo length", "length", "Inside, at the floor.", (), "higher", types=GOODS)
    cargo_width: Claims = spec("Cargo width", "length", "Inside, the widest.", (), "higher", types=GOODS)
    cargo_width_between_arches: Claims = spec("Cargo width between arches", "length", "Inside, between the wheel arches.", (), "higher", types=GOODS)
    cargo_height: Claims = spec("Cargo height", "length", "Inside.", (), "higher", types=GOODS)
    cargo_volume: Claims = spec("Cargo volume", "volume", "Of the cargo compartment; methods differ by tens of percent.", ("method", "seats?"), "higher", CUBIC_METRES, types=GOODS, codes={"vss": "Vehicle.CargoVolume"}, schema_org="cargoVolume")
    boot_volume: Claims = spec("Boot volume", "volume", "Behind the rear seats.", ("method", "seats"), "higher", types=frozenset({"car"}))
    frunk_volume: Claims = spec("Front boot volume", "volume", "Under the front lid.", ("method?",), "higher")
    tipper_volume: Claims = spec("Tipper volume", "volume", "Of the tipping body.", (), "higher", CUBIC_METRES, types=frozenset({"truck"}))
    load_floor_height: Claims = spec("Load floor height", "length", "Ground to load floor.", ("load?",), "lower", types=GOODS)
    door_width: Claims = spec("Rear door opening, width", "length", "Clear width of the rear opening.", (), "higher", types=GOODS)
    door_height: Claims = spec("Rear door opening, height", "length", "Clear height of the rear opening.", (), "higher", types=GOODS)
    rear_door_angle: Claims = spec("Rear doors open to", "angle", "Opening angle of the rear doors.", (), "higher", types=GOODS)
    long_item_length: Claims = spec("Longest item", "length", "The longest thing that goes in, through a bulkhead flap or roof insert.", (), "higher", METRES)
    pallet_positions: Claims = spec("Pallets", "count", "EUR pallets (1200 x 800 mm) that fit.", (), "higher", types=GOODS)

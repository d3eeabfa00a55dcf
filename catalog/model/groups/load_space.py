"""Where the load goes: the cargo compartment, the boot, and what stands in the way."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.groups.dimensions import METRES
from catalog.model.spec import GOODS, Spec, units_by_system

CUBIC_METRES = units_by_system("m³", "ft³")


class LoadSpace(Group):
    """Load space"""

    cargo_length: Annotated[Claims, Spec("Cargo length", "length", "Inside, at the floor.", (), "higher", types=GOODS)] = NONE
    cargo_width: Annotated[Claims, Spec("Cargo width", "length", "Inside, the widest.", (), "higher", types=GOODS)] = NONE
    cargo_width_between_arches: Annotated[Claims, Spec("Cargo width between arches", "length", "Inside, between the wheel arches.", (), "higher", types=GOODS)] = NONE
    cargo_height: Annotated[Claims, Spec("Cargo height", "length", "Inside.", (), "higher", types=GOODS)] = NONE
    cargo_volume: Annotated[Claims, Spec("Cargo volume", "volume", "Of the cargo compartment; methods differ by tens of percent.", ("method", "seats?"), "higher", CUBIC_METRES, types=GOODS, codes={"vss": "Vehicle.CargoVolume"}, schema_org="cargoVolume")] = NONE
    boot_volume: Annotated[Claims, Spec("Boot volume", "volume", "Behind the rear seats.", ("method", "seats"), "higher", types=frozenset({"car"}))] = NONE
    frunk_volume: Annotated[Claims, Spec("Front boot volume", "volume", "Under the front lid.", ("method?",), "higher")] = NONE
    tipper_volume: Annotated[Claims, Spec("Tipper volume", "volume", "Of the tipping body.", (), "higher", CUBIC_METRES, types=frozenset({"truck"}))] = NONE
    load_floor_height: Annotated[Claims, Spec("Load floor height", "length", "Ground to load floor.", ("load?",), "lower", types=GOODS)] = NONE
    door_width: Annotated[Claims, Spec("Rear door opening, width", "length", "Clear width of the rear opening.", (), "higher", types=GOODS)] = NONE
    door_height: Annotated[Claims, Spec("Rear door opening, height", "length", "Clear height of the rear opening.", (), "higher", types=GOODS)] = NONE
    rear_door_angle: Annotated[Claims, Spec("Rear doors open to", "angle", "Opening angle of the rear doors.", (), "higher", types=GOODS)] = NONE
    long_item_length: Annotated[Claims, Spec("Longest item", "length", "The longest thing that goes in, through a bulkhead flap or roof insert.", (), "higher", METRES)] = NONE
    pallet_positions: Annotated[Claims, Spec("Pallets", "count", "EUR pallets (1200 x 800 mm) that fit.", (), "higher", types=GOODS)] = NONE

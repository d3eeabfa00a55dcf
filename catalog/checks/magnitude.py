"""A value is out of all proportion for a road vehicle.

A generous interval for each field, wider than anything on the road; outside it a unit or a field is wrong
(a load bay 5 cm high, a torque in rpm). Both ends of an interval have to lie in it, as each is somebody's
vehicle. Where the type of vehicle narrows it, that is the second table: a van is at least 1.65 m high, which an
inside height of 1545 mm is not.

The limits are no spread of this catalogue but what the smallest microcar and the heaviest road tractor (in the
second table, the smallest and largest of the type) have, with some air.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said, stated
from catalog.model import Record

#: field: unit, lowest, highest
LIMITS: dict[str, tuple[str, str, str]] = {
    "length": ("m", "2.2", "19"),
    "width": ("m", "1.2", "2.65"),
    "width_with_mirrors": ("m", "1.4", "3.3"),
    "width_mirrors_folded": ("m", "1.2", "3"),
    "cab_width": ("m", "1.2", "2.6"),
    "height": ("m", "1", "4.5"),
    "wheelbase": ("m", "1.6", "8"),
    "track_front": ("m", "1", "2.4"),
    "track_rear": ("m", "0.9", "2.4"),
    "overhang_front": ("m", "0.2", "3"),
    "overhang_rear": ("m", "0.2", "4.5"),
    "ground_clearance": ("mm", "80", "600"),
    "wading_depth": ("mm", "100", "2000"),
    "approach_angle": ("°", "5", "65"),
    "departure_angle": ("°", "5", "65"),
    "breakover_angle": ("°", "5", "60"),
    "turning_circle": ("m", "4", "30"),
    "turning_radius": ("m", "2", "30"),
    "wheel_cut_angle": ("°", "20", "90"),
    "frontal_area": ("m²", "1", "12"),
    "drag_coefficient": ("", "0.14", "1.1"),
    "drag_area": ("m²", "0.25", "10"),
    "kerb_mass": ("kg", "300", "30000"),
    "mass_in_running_order": ("kg", "300", "30000"),
    "actual_mass": ("kg", "300", "30000"),
    "dry_mass": ("kg", "250", "30000"),
    "test_mass": ("kg", "350", "70000"),
    "unspecified_mass": ("kg", "300", "100000"),
    "kerb_mass_limit": ("kg", "300", "30000"),
    "gross_vehicle_mass": ("kg", "500", "65000"),
    "authorised_mass": ("kg", "500", "65000"),
    "gross_combination_mass": ("kg", "1000", "250000"),
    "payload": ("kg", "100", "45000"),
    "chassis_load_capacity": ("kg", "300", "50000"),
    "axle_load_front": ("kg", "250", "18000"),
    "axle_load_rear": ("kg", "250", "45000"),
    "towing_braked": ("kg", "200", "150000"),
    "towing_unbraked": ("kg", "100", "5000"),
    "ball_load": ("kg", "20", "2500"),
    "roof_load": ("kg", "20", "1000"),
    "cargo_length": ("m", "0.7", "16"),
    "cargo_width": ("m", "0.8", "2.6"),
    "cargo_width_between_arches": ("m", "0.7", "2.5"),
    "cargo_height": ("m", "0.3", "3.3"),
    "cargo_volume": ("m³", "0.2", "130"),
    "boot_volume": ("L", "50", "3500"),
    "frunk_volume": ("L", "5", "600"),
    "tipper_volume": ("m³", "0.5", "45"),
    "load_floor_height": ("m", "0.2", "1.8"),
    "door_width": ("m", "0.5", "2.6"),
    "door_height": ("m", "0.4", "3.2"),
    "rear_door_angle": ("°", "60", "280"),
    "long_item_length": ("m", "1", "16"),
    "pallet_positions": ("", "1", "40"),
    "battery_energy": ("kWh", "0.2", "1500"),
    "battery_usable_share": ("%", "50", "100"),
    "battery_charge": ("Ah", "2", "3000"),
    "battery_voltage": ("V", "12", "1500"),
    "battery_packs": ("", "1", "20"),
    "battery_modules": ("", "1", "200"),
    "battery_pack_energy": ("kWh", "0.2", "600"),
    "battery_mass": ("kg", "5", "8000"),
    "battery_energy_density": ("Wh/kg", "25", "400"),
    "battery_fade": ("%", "1", "60"),
    "battery_warranty_time": ("year", "1", "25"),
    "battery_warranty_distance": ("km", "10000", "2500000"),
    "battery_swap_time": ("min", "0.5", "120"),
    "range": ("km", "20", "1300"),
    "total_range": ("km", "100", "3000"),
    "energy_consumption": ("kWh/100 km", "5", "300"),
    "fuel_consumption": ("L/100 km", "0.2", "90"),
    "gas_consumption": ("kg/100 km", "0.3", "60"),
    "co2_emissions": ("g/km", "0", "2500"),
    "fuel_saving": ("%", "0.5", "80"),
    "ac_charge_power": ("kW", "1", "100"),
    "dc_charge_power": ("kW", "5", "4000"),
    "ac_charge_time": ("h", "0.3", "60"),
    "dc_charge_time": ("min", "3", "480"),
    "charge_time": ("min", "3", "3600"),
    "charged_distance": ("km", "3", "1000"),
    "v2l_power": ("kW", "0.1", "50"),
    "motor_power": ("kW", "3", "1600"),
    "motor_torque": ("N m", "15", "30000"),
    "motors": ("", "1", "6"),
    "motor_mass": ("kg", "5", "1500"),
    "system_power": ("kW", "15", "1600"),
    "system_torque": ("N m", "40", "30000"),
    "engine_displacement": ("L", "0.4", "20"),
    "cylinders": ("", "1", "16"),
    "engine_power": ("kW", "10", "1000"),
    "engine_torque": ("N m", "30", "5000"),
    "engine_efficiency": ("%", "20", "60"),
    "engine_life": ("km", "50000", "3000000"),
    "tank_capacity": ("L", "10", "2000"),
    "hydrogen_capacity": ("kg", "1", "150"),
    "adblue_tank": ("L", "3", "250"),
    "gearbox_torque_rating": ("N m", "50", "6000"),
    "axle_ratio": ("", "1", "20"),
    "axle_torque": ("N m", "200", "120000"),
    "top_speed": ("km/h", "20", "500"),
    "acceleration_time": ("s", "1.5", "90"),
    "gradeability": ("%", "5", "110"),
    "noise": ("dB(A)", "50", "95"),
    "seats": ("", "1", "120"),
    "doors": ("", "1", "10"),
    "axles": ("", "2", "9"),
    "frame_yield_strength": ("MPa", "150", "1700"),
    "localisation": ("%", "1", "100"),
    "warranty_time": ("year", "1", "15"),
    "warranty_distance": ("km", "10000", "2500000"),
    "service_interval": ("km", "2000", "200000"),
}
#: Where the type narrows it: (field, type): unit, lowest, highest
LIMITS_OF_TYPE: dict[tuple[str, str], tuple[str, str, str]] = {
    ("length", "car"): ("m", "2.2", "6.2"),
    ("length", "van"): ("m", "3", "9"),
    ("length", "pickup"): ("m", "3.4", "7.5"),
    ("length", "truck"): ("m", "3", "13.5"),
    ("height", "car"): ("m", "1", "2.2"),
    ("height", "van"): ("m", "1.65", "3.4"),
    ("height", "truck"): ("m", "1.65", "4.5"),
    ("height", "bus"): ("m", "2", "4.5"),
    ("height", "coach"): ("m", "2.5", "4.5"),
    ("kerb_mass", "car"): ("kg", "300", "4500"),
    ("kerb_mass", "van"): ("kg", "500", "6000"),
    ("kerb_mass", "pickup"): ("kg", "600", "4500"),
    ("gross_vehicle_mass", "car"): ("kg", "500", "5500"),
    ("gross_vehicle_mass", "van"): ("kg", "900", "8000"),
    ("gross_vehicle_mass", "pickup"): ("kg", "1000", "6500"),
    ("payload", "pickup"): ("kg", "200", "3500"),
    ("cargo_height", "van"): ("m", "0.9", "2.6"),
    ("cargo_volume", "van"): ("m³", "1", "30"),
    ("cargo_volume", "pickup"): ("m³", "0.3", "4"),
    ("top_speed", "truck"): ("km/h", "20", "180"),
    ("fuel_consumption", "car"): ("L/100 km", "0.2", "35"),
    ("energy_consumption", "car"): ("kWh/100 km", "5", "50"),
}


def find(record: Record) -> Iterator[Suspicion]:
    for key in record.claims:
        limits = LIMITS_OF_TYPE.get((key, record.vehicle_type)) or LIMITS.get(key)
        if limits is None:
            continue
        unit, lowest, highest = limits
        for claim in numeric(record, key):
            span = stated(claim, unit)
            if span.low >= Fraction(lowest) and span.high <= Fraction(highest):
                continue
            yield Suspicion(
                f"{said(claim)} is outside {lowest} to {highest} {unit}".rstrip()
                + f", what a {record.vehicle_type} can have: another unit or field?",
                (claim,),
            )


CHECK = Check("magnitude", __doc__, per_vehicle(find))

"""Each check of one vehicle: values that it reports, and values that it does not."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.checks import CODES
from tests.checks.conftest import codes, vehicle

TRUCK = {"vehicle_type": "truck"}
DIESEL = {"vehicle_type": "pickup", "powertrain": "diesel"}
FIRES: list[tuple[str, dict[str, Any]]] = [
    ("zero", {"kerb_mass": "0 kg"}),
    ("zero", {"range": {"value": "0 km", "procedure": "epa"}}),
    ("zero", {"co2_emissions": "0 g/km", **DIESEL}),
    ("magnitude", {"cargo_height": "5 cm"}),
    ("magnitude", {"height": "1545-2100 mm"}),
    ("magnitude", {"length": "59.95 m"}),
    ("powertrain", {"engine_power": "100 kW"}),
    ("powertrain", {"boot_volume": "400 l", "vehicle_type": "truck"}),
    ("category", {"category": "N1", "gross_vehicle_mass": "4.25 t"}),
    ("category", {"category": "N2", "gross_vehicle_mass": "3.5 t"}),
    ("category", {"category": "M1", "vehicle_type": "truck"}),
    ("mass-order", {"kerb_mass": "16 t", "gross_vehicle_mass": "16 t", **TRUCK}),
    ("mass-order", {"kerb_mass": "2.5-4.2 t", "gross_vehicle_mass": "2.5-4.2 t"}),
    ("mass-order", {"gross_combination_mass": "3 t", "gross_vehicle_mass": "3.5 t"}),
    ("mass-order", {"authorised_mass": "4 t", "gross_vehicle_mass": "3.5 t"}),
    ("mass-identity", {"kerb_mass": "1930 kg", "payload": "820 kg", "gross_vehicle_mass": "2580 kg", **DIESEL}),
    (
        "mass-identity",
        {
            "kerb_mass": "3000 kg",
            "payload": {"value": "1300 kg", "crew": "in payload"},
            "gross_vehicle_mass": "4495 kg",
        },
    ),
    (
        "mass-identity",  # three seats of 65 kg, but the vehicle has two
        {"kerb_mass": "3000 kg", "payload": "1300 kg", "gross_vehicle_mass": "4495 kg", "seats": "2"},
    ),
    ("payload-share", {"payload": "4.5 t", "gross_vehicle_mass": "4.5 t", **TRUCK}),
    ("payload-share", {"payload": "0.1 t", "gross_vehicle_mass": "3500 kg"}),
    ("payload-share", {"chassis_load_capacity": "7.49 t", "gross_vehicle_mass": "7.49 t", **TRUCK}),
    ("class-ceiling", {"kerb_mass": "4495 kg", **TRUCK}),
    ("class-ceiling", {"unspecified_mass": "up to 3.5 t"}),
    ("class-ceiling", {"kerb_mass": "19500 lb", **TRUCK}),
    ("undefined-mass", {"unspecified_mass": "7.5 t", "gross_vehicle_mass": "7500 kg", **TRUCK}),
    ("axle-loads", {"axle_load_rear": "4.25 t", "gross_vehicle_mass": "4.25 t"}),
    ("axle-loads", {"axle_load_front": "6.5 t", "axle_load_rear": "13 t", "gross_vehicle_mass": "22.5 t", **TRUCK}),
    ("wheelbase-and-length", {"wheelbase": "5500 mm", "length": "5995 mm"}),
    ("wheelbase-and-length", {"wheelbase": "2200 mm", "length": "5995 mm"}),
    (
        "wheelbase-and-length",
        {"length": "5995 mm", "overhang_front": "900 mm", "wheelbase": "3360 mm", "overhang_rear": "1200 mm"},
    ),
    ("widths", {"width": "2.4 m", "width_with_mirrors": "2.1 m"}),
    ("widths", {"width": "1.8 m", "track_front": "1.9 m"}),
    ("turning", {"turning_circle": "6.1 m"}),
    ("turning", {"turning_circle": "9 m", "wheelbase": "4.1 m"}),
    ("turning", {"turning_radius": "14 m"}),
    ("turning", {"turning_radius": "12.2 m", "wheelbase": "3365 mm"}),
    ("turning", {"turning_radius": "7 m", "turning_circle": "11 m"}),
    ("load-bay", {"cargo_length": "5.2 m", "length": "4998 mm"}),
    ("load-bay", {"cargo_height": "2100 mm", "height": "1985 mm"}),
    ("cargo-volume", {"cargo_length": "3 m", "cargo_width": "1.7 m", "cargo_height": "1.8 m", "cargo_volume": "15 m3"}),
    ("cargo-volume", {"cargo_length": "3.00 m", "cargo_height": "1.80 m", "cargo_volume": "19 m3"}),
    (
        "boot-volume",
        {
            "boot_volume": [{"value": "1100 l", "seats": "up"}, {"value": "480 l", "seats": "folded"}],
            "vehicle_type": "car",
        },
    ),
    (
        "usable-energy",
        {"battery_energy": [{"value": "74 kWh", "capacity": "usable"}, {"value": "70 kWh", "capacity": "gross"}]},
    ),
    (
        "usable-energy",
        {
            "battery_energy": [{"value": "30 kWh", "capacity": "usable"}, {"value": "37 kWh", "capacity": "gross"}],
            "battery_usable_share": "95 %",
        },
    ),
    (
        "gross-or-usable",
        {"battery_energy": [{"value": "68 kWh", "capacity": "usable"}, {"value": "68.0 kWh", "capacity": "gross"}]},
    ),
    ("packs", {"battery_packs": "3", "battery_pack_energy": "37 kWh", "battery_energy": "74 kWh"}),
    ("charge-and-voltage", {"battery_charge": "111 Ah", "battery_voltage": "350 V", "battery_energy": "77 kWh"}),
    ("energy-per-range", {"battery_energy": "104 kWh", "range": "410 km", "gross_vehicle_mass": "4495 kg", **TRUCK}),
    ("energy-per-range", {"battery_energy": "100/200 kWh", "range": "1000/1600 km", "vehicle_type": "pickup"}),
    ("energy-per-range", {"battery_energy": "68 kWh", "range": "up to 80 km"}),
    (
        "range-and-consumption",
        {
            "battery_energy": "40 kWh",
            "range": {"value": "270 km", "procedure": "wltp"},
            "energy_consumption": {"value": "206 Wh/km", "procedure": "wltp"},
        },
    ),
    (
        "city-range",
        {
            "range": [
                {"value": "330 km", "procedure": "wltp"},
                {"value": "198 mi", "procedure": "wltp", "phase": "city"},
            ]
        },
    ),
    (
        "charging",
        {"dc_charge_time": {"value": "20 min", "soc": "10-80 %", "charger": "150 kW"}, "battery_energy": "96.7 kWh"},
    ),
    ("charging", {"dc_charge_time": {"value": "5 min", "soc": "10-80 %"}, "battery_energy": "96.7 kWh"}),
    (
        "charging",
        {
            "ac_charge_time": {"value": "2 h", "soc": "0-100 %"},
            "ac_charge_power": "11 kW",
            "battery_energy": {"value": "68 kWh", "capacity": "usable"},
        },
    ),
    (
        "peak-and-continuous",
        {"motor_power": [{"value": "300 kW", "rating": "peak"}, {"value": "115 kW", "rating": "continuous"}]},
    ),
    (
        "peak-and-continuous",
        {"motor_torque": [{"value": "200 N m", "rating": "peak"}, {"value": "300 N m", "rating": "continuous"}]},
    ),
    ("power-units", {"motor_power": ["57 kW", "76 ch"]}),
    ("power-units", {"motor_power": ["110 kW", "136 pk"]}),
    ("disagreement", {"gross_vehicle_mass": ["3500 kg", {"value": "2500 kg", "source": "two"}]}),
    ("disagreement", {"range": ["250 miles", {"value": "250 km", "source": "two"}]}),
    (
        "disagreement",
        {
            "range": [
                {"value": "719 km", "procedure": "wltp"},
                {"value": "533 km", "procedure": "wltp", "source": "two"},
            ]
        },
    ),
    ("swapped-digits", {"battery_energy": ["113 kWh", {"value": "131 kWh", "source": "two"}]}),
    ("field-leak", {"wheelbase": "3360/4495 mm", "gross_vehicle_mass": "4495 kg"}),
    ("field-leak", {"kerb_mass": "4.63 t", "chassis_load_capacity": "4630 kg", **TRUCK}),
    ("make-folder", {"make": "Acmé & Sons"}),
]
SILENT: list[tuple[str, dict[str, Any]]] = [
    ("zero", {"co2_emissions": "0 g/km"}),
    ("zero", {"kerb_mass": {"status": "not published"}}),
    ("magnitude", {"cargo_height": "1.8 m", "height": "2.5 m", "length": "5995 mm"}),
    ("powertrain", {"engine_power": "100 kW", "powertrain": None}),
    ("powertrain", {"tank_capacity": {"status": "not applicable"}}),
    ("category", {"category": "N1", "gross_vehicle_mass": "3.1/3.5 t"}),
    ("category", {"category": "N1", "gross_vehicle_mass": {"value": "4.2 t", "applies_to": "another"}}),
    ("mass-order", {"kerb_mass": "2.69 t", "gross_vehicle_mass": "4.25 t"}),
    ("mass-order", {"kerb_mass": {"value": "4 t", "applies_to": "chassis"}, "gross_vehicle_mass": "3.5 t"}),
    ("mass-identity", {"kerb_mass": "3000 kg", "payload": "1300 kg", "gross_vehicle_mass": "4495 kg"}),
    ("mass-identity", {"kerb_mass": "2360 kg", "payload": "2135 kg", "gross_vehicle_mass": "4495 kg"}),
    ("mass-identity", {"kerb_mass": "2425 kg", "payload": "1000 kg", "gross_vehicle_mass": "3.5 t"}),
    ("mass-identity", {"mass_in_running_order": "2500 kg", "payload": "1000 kg", "gross_vehicle_mass": "3500 kg"}),
    (
        "mass-identity",  # a payload of the bare chassis
        {"kerb_mass": "3300 kg", "payload": {"value": "3 t", "body": "in payload"}, "gross_vehicle_mass": "6500 kg"},
    ),
    (
        "mass-identity",  # open and endless counts end
        {"kerb_mass": "3000 kg", "payload": "1300 kg", "gross_vehicle_mass": "4495 kg", "seats": "3-99999999999999"},
    ),
    ("payload-share", {"payload": "3600 kg", "gross_vehicle_mass": "6000 kg", **TRUCK}),
    ("payload-share", {"payload": "up to 3 t", "gross_vehicle_mass": "3.5 t"}),
    ("class-ceiling", {"kerb_mass": "3500 kg", "gross_vehicle_mass": "6000 kg", **TRUCK}),
    ("class-ceiling", {"kerb_mass": "3070 kg", **TRUCK}),
    ("undefined-mass", {"unspecified_mass": "1930 kg", "gross_vehicle_mass": "2580 kg", **DIESEL}),
    ("axle-loads", {"axle_load_front": "1.9 t", "axle_load_rear": "2.4 t", "gross_vehicle_mass": "3.5 t"}),
    (
        "axle-loads",
        {
            "axle_load_front": "6.5 t",
            "axle_load_rear": {"value": "13 t", "axles": "each"},
            "gross_vehicle_mass": "22.5 t",
            "drive": "6x6",
            **TRUCK,
        },
    ),
    ("wheelbase-and-length", {"wheelbase": "3360/3800 mm", "length": "5995 mm"}),
    (
        "wheelbase-and-length",
        {"length": "5995 mm", "overhang_front": "1100 mm", "wheelbase": "3360 mm", "overhang_rear": "1535 mm"},
    ),
    ("widths", {"width": "2.1 m", "width_mirrors_folded": "2.2 m", "width_with_mirrors": "2.5 m"}),
    ("turning", {"turning_circle": "12.2 m", "turning_radius": "6.1 m", "wheelbase": "3365 mm"}),
    ("turning", {"turning_radius": "less than 7.3 m", "wheelbase": "3.8 m"}),
    ("turning", {"turning_circle": {"value": "12.2 m", "measured": "wall to wall"}, "turning_radius": "5.5 m"}),
    ("load-bay", {"cargo_length": "2.91 m", "length": "5.36 m"}),
    ("cargo-volume", {"cargo_length": "2800 mm", "cargo_width": "1600 mm", "cargo_volume": "6 m3"}),
    ("cargo-volume", {"cargo_length": "2800 mm", "cargo_volume": "600 cu ft"}),
    (
        "boot-volume",
        {
            "boot_volume": [{"value": "480 l", "seats": "up"}, {"value": "1100 l", "seats": "folded"}],
            "vehicle_type": "car",
        },
    ),
    (
        "usable-energy",
        {
            "battery_energy": [{"value": "105 kWh", "capacity": "usable"}, {"value": "111 kWh", "capacity": "gross"}],
            "battery_usable_share": "95 %",
        },
    ),
    (
        "gross-or-usable",
        {"battery_energy": [{"value": "77 kWh", "capacity": "usable"}, {"value": "82 kWh", "capacity": "gross"}]},
    ),
    ("packs", {"battery_packs": "2-6", "battery_pack_energy": "50 kWh", "battery_energy": "100-300 kWh"}),
    ("charge-and-voltage", {"battery_charge": "111 Ah", "battery_voltage": "697 V", "battery_energy": "77 kWh"}),
    ("energy-per-range", {"battery_energy": "68 kWh", "range": {"value": "up to 317 km", "procedure": "wltp"}}),
    ("energy-per-range", {"battery_energy": "60 kWh", "range": {"value": "520 km", "conditions": "at 50 km/h"}}),
    ("energy-per-range", {"battery_energy": "81-155 kWh", "range": "200-400 km"}),
    (
        "range-and-consumption",
        {
            "battery_energy": "64 kWh",
            "range": {"value": "450 km", "procedure": "wltp"},
            "energy_consumption": {"value": "163 Wh/km", "procedure": "wltp"},
        },
    ),
    (
        "range-and-consumption",  # two cycles
        {
            "battery_energy": "40 kWh",
            "range": {"value": "270 km", "procedure": "wltp"},
            "energy_consumption": {"value": "206 Wh/km", "procedure": "epa"},
        },
    ),
    (
        "city-range",
        {
            "range": [
                {"value": "335 km", "procedure": "wltp"},
                {"value": "489 km", "procedure": "wltp", "phase": "city"},
            ]
        },
    ),
    (
        "charging",
        {
            "dc_charge_time": {"value": "42 min", "soc": "10-80 %"},
            "dc_charge_power": "115 kW",
            "battery_energy": {"value": "113 kWh", "capacity": "usable"},
        },
    ),
    ("charging", {"dc_charge_time": "5 min", "battery_energy": "96.7 kWh"}),
    (
        "charging",
        {
            "dc_charge_time": {"value": "1 h", "soc": "0-80 %", "charger": "at least 150 kW"},
            "battery_energy": "325 kWh",
        },
    ),
    (
        "peak-and-continuous",
        {"motor_power": [{"value": "167 kW", "rating": "peak"}, {"value": "75 kW", "rating": "continuous"}]},
    ),
    ("power-units", {"motor_power": ["100 kW", "136 pk"]}),
    ("power-units", {"motor_power": ["150 kW", "203 PS"]}),
    ("power-units", {"motor_power": ["110 kW", {"value": "136 pk", "source": "two"}]}),
    ("disagreement", {"gross_vehicle_mass": ["16 t", {"value": "16.7 t", "source": "two"}]}),
    ("disagreement", {"range": ["240 km", {"value": "more than 200 miles", "source": "two"}]}),
    ("disagreement", {"range": ["300 km", {"value": "up to 400 km", "applies_to": "large battery"}]}),
    ("swapped-digits", {"battery_energy": ["113 kWh", {"value": "121 kWh", "source": "two"}]}),
    ("swapped-digits", {"seats": ["12", {"value": "21", "source": "two"}]}),
    ("field-leak", {"wheelbase": "3360 mm", "gross_vehicle_mass": "4495 kg", "motor_power": "300 kW"}),
    ("field-leak", {"motor_torque": "3000 N m", "kerb_mass": "3000 kg"}),
    ("make-folder", {"make": "ACME"}),
]


@pytest.mark.parametrize(("code", "values"), FIRES)
def test_it_reports(code: str, values: dict[str, Any]) -> None:
    assert code in codes(vehicle(**values))


@pytest.mark.parametrize(("code", "values"), SILENT)
def test_it_does_not_report(code: str, values: dict[str, Any]) -> None:
    assert code not in codes(vehicle(**values))


def test_every_code_of_the_table_is_a_check_and_has_both_cases() -> None:
    fires, silent = {code for code, _ in FIRES}, {code for code, _ in SILENT}
    assert fires == silent
    assert fires <= set(CODES)

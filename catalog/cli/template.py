"""The spec file that ``vehicles new`` writes: valid as it stands, every usual field a comment away."""

from __future__ import annotations

import json

from catalog.model import FIELDS
from catalog.sheets.fields import unit_symbol

_USUAL = {
    "truck": (
        "cargo_length",
        "cargo_width",
        "cargo_height",
        "axle_load_front",
        "axle_load_rear",
        "chassis_load_capacity",
    ),
    "van": ("cargo_length", "cargo_width", "cargo_height", "cargo_volume"),
    "pickup": ("cargo_length", "cargo_width", "cargo_height", "towing_braked"),
    "car": ("boot_volume", "acceleration_time", "towing_braked"),
}
_ALWAYS = (
    "length", "width", "height", "wheelbase", "turning_circle", "kerb_mass", "gross_vehicle_mass", "payload",
    "battery_energy", "range", "energy_consumption", "fuel_consumption", "ac_charge_power", "dc_charge_power",
    "dc_charge_time", "motor_power", "motor_torque", "engine_power", "engine_torque", "gearbox", "top_speed",
    "seats", "price",
)  # fmt: skip
_EXAMPLES = {
    "range": '{ value = "317 km", procedure = "wltp" }',
    "battery_energy": '{ value = "68 kWh", capacity = "usable" }',
    "motor_power": '{ value = "198 kW", rating = "peak" }',
    "motor_torque": '{ value = "430 N m", rating = "peak" }',
    "dc_charge_time": '{ value = "34 min", soc = "15-80 %" }',
    "payload": '{ value = "1616 kg", crew = "in payload" }',
    "kerb_mass": '{ value = "2690 kg", driver = "excluded" }',
    "price": '{ value = "EUR 45000", tax = "excluded", market = "DE" }',
    "acceleration_time": '{ value = "10 s", speeds = "0-100 km/h" }',
    "turning_circle": '{ value = "12.2 m", measured = "kerb to kerb" }',
    "boot_volume": '{ value = "480 L", seats = "up", method = "vda" }',
}


def spec_template(make: str, model: str, version: str, vehicle_type: str) -> str:
    """A spec file with the identity filled in and the usual fields as comments."""
    head = [
        "# One vehicle configuration. Every value as published, with its source; unstated stays unstated.",
        f"make = {_quoted(make)}",
        f"model = {_quoted(model)}",
        f"version = {_quoted(version)}",
        f"vehicle_type = {_quoted(vehicle_type)}",
        '# category = "N1"                  # M1 ... N3',
        '# powertrain = "battery electric"  # or diesel, petrol, hybrid, plug-in hybrid, gas, fuel cell',
        '# body = "box"',
        '# markets = ["DE"]                 # ISO 3166 alpha-2, or EU',
        '# sources = ["brochure-2024"]      # the default for values that name none; ids of sources.toml',
        "",
        "[specs]",
    ]
    body: list[str] = []
    group = ""
    for key, info in FIELDS.items():
        if key not in _ALWAYS and key not in _USUAL.get(vehicle_type, ()):
            continue
        if not info.spec.applies(vehicle_type, None):
            continue
        if info.group != group:
            group = info.group
            body.append(f"# {group}")
        unit = "" if unit_symbol(info) in ("number", "text", "words", "date", "tyre") else f" {unit_symbol(info)}"
        example = _EXAMPLES.get(key, f'"{unit}"')
        states = f"   # must state {', '.join(info.spec.required)}" if info.spec.required else ""
        body.append(f"# {key} = {example}{states}")
    return "\n".join([*head, *body]) + "\n"


def sources_template() -> str:
    """A first ``sources.toml`` with one example as a comment."""
    return """# Every source once; values cite it by the table's name.
#
# [brochure-2024]
# publisher = "Acme Trucks"
# title = "Hauler price list"
# date = "2024-03"
# url = "https://example.org/hauler.pdf"
# kind = "manufacturer"   # regulator, manufacturer, data set, press, encyclopedia, dealer, forum
"""


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's quoting is a subset of TOML's."""
    return json.dumps(text, ensure_ascii=False)

"""What headers say, in several languages and with units in the usual ways."""

from __future__ import annotations

import pytest

from catalog.datasets.header_words import FIELD_PHRASES, QUALIFIER_WORDS, phrases
from catalog.datasets.headers import read_header
from catalog.model.fields import FIELDS
from catalog.model.qualifiers import QUALIFIERS


@pytest.mark.parametrize(
    ("header", "field", "unit", "stated"),
    [
        ("Range (km)", "range", "km", {}),
        ("Length_mm", "length", "mm", {}),
        ("Curb weight [lb]", "kerb_mass", "lb", {}),
        ("battery kWh", "battery_energy", "kWh", {}),
        ("Reichweite in km", "range", "km", {}),
        ("Länge (mm)", "length", "mm", {}),
        ("longueur (mm)", "length", "mm", {}),
        ("Длина, мм", "length", "мм", {}),
        ("续航里程(km)", "range", "km", {}),
        ("top_speed_kmh", "top_speed", "kmh", {}),
        ("rangeKm", "range", "km", {}),
        ("lengthMm", "length", "mm", {}),
        ("consumption_kwh_100km", "energy_consumption", "kwh/100km", {}),
        ("Verbrauch (l/100 km)", "fuel_consumption", "l/100 km", {}),
        ("Wheelbase in", "wheelbase", "in", {}),
        ("Wheelbase (in)", "wheelbase", "in", {}),
        ("Range WLTP city [mi]", "range", "mi", {"procedure": "wltp", "phase": "city"}),
        ("Battery capacity usable (kWh)", "battery_energy", "kWh", {"capacity": "usable"}),
        ("Battery (kWh net)", "battery_energy", "kWh", {"capacity": "usable"}),
        ("0-100 km/h (s)", "acceleration_time", "s", {"speeds": "0-100 km/h"}),
        ("Acceleration 0-60 mph (s)", "acceleration_time", "s", {"speeds": "0-60 mph"}),
        ("turning circle kerb to kerb (m)", "turning_circle", "m", {"measured": "kerb to kerb"}),
        ("Kofferraumvolumen VDA (l)", "boot_volume", "l", {"method": "vda"}),
        ("Motor power peak kW", "motor_power", "kW", {"rating": "peak"}),
        ("Capacity (kWh)", "battery_energy", "kWh", {}),
        ("gross_vehicle_mass", "gross_vehicle_mass", None, {}),
        ("Weight (kg)", "unspecified_mass", "kg", {}),
        ("Preis (EUR)", "price", "EUR", {}),
        ("Seats", "seats", None, {}),
        ("Getriebe", "gearbox", None, {}),
    ],
)
def test_what_a_header_says(header: str, field: str, unit: str | None, stated: dict[str, str]) -> None:
    found = read_header(header)
    assert (found.fields, found.unit, dict(found.qualifiers), found.unknown) == ((field,), unit, stated, ())


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Power (kW)", ("motor_power", "engine_power", "system_power")),
        ("Torque_nm", ("motor_torque", "engine_torque", "system_torque")),
        ("Capacity (L)", ("engine_displacement", "tank_capacity")),
    ],
)
def test_headers_that_name_several_fields(header: str, fields: tuple[str, ...]) -> None:
    assert read_header(header).fields == fields


def test_words_that_are_not_known() -> None:
    assert read_header("Range of motion (km)").unknown == ("motion",)
    assert read_header("foo").fields == ()


def test_a_unit_that_is_two_is_refused_until_a_market_settles_it() -> None:
    found = read_header("Motor power [hp]")
    assert found.fields == ()
    assert found.refused is not None
    assert "which hp?" in found.refused
    assert read_header("Motor power [hp]", "US").fields == ("motor_power",)


@pytest.mark.parametrize(
    ("header", "what"),
    [("Marke", "make"), ("MODEL", "model"), ("Baujahr", "year"), ("Fuel type", "powertrain"), ("vehicle_id", "id")],
)
def test_what_identifies_a_vehicle(header: str, what: str) -> None:
    assert read_header(header).identity == what


def test_the_tables_name_fields_and_words_that_there_are() -> None:
    assert set(FIELD_PHRASES) <= set(FIELDS)
    for name, value in QUALIFIER_WORDS:
        assert QUALIFIERS[name].read(value) == value
    for text in (*FIELD_PHRASES.values(), *QUALIFIER_WORDS.values()):
        assert all(phrases(text)), text

"""A unit that was mended is reported with its note; one that was only settled is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.conftest import findings, vehicle


@pytest.mark.parametrize(
    ("field", "printed", "read_as", "says"),
    [
        ("battery_energy", "105 kW", "105 kWh", "kW is a power"),
        ("battery_energy", "81 kW/h", "81 kWh", "kW/h is not an energy"),
        ("battery_energy", "80 PS", "80 kWh", "PS measures power"),
        ("range", "200 cv", "200 km", "cv is metric horsepower"),
        ("range", "250 km", "250 miles", "another value than printed"),
        ("gross_vehicle_mass", "6350 km", "6350 kg", "km is a distance"),
        ("gross_vehicle_mass", "16000", "16000 lb", "the unit is missing"),
        ("cargo_height", "5 cm", "about 0.5 m", "another value than printed"),
        ("motor_power", "76 ch", "76 hp(M)", "another value than printed"),
    ],
)
def test_a_mended_unit_is_reported_and_explained_by_its_note(field: str, printed: str, read_as: str, says: str) -> None:
    values: dict[str, Any] = {field: {"value": printed, "read_as": read_as, "note": "a slip of the press"}}
    (finding,) = [entry for entry in findings(vehicle(**values)) if entry.code == "mended-unit"]
    assert says in finding.message
    assert finding.accepted == "a slip of the press"
    assert finding.values == ((field, printed),)


@pytest.mark.parametrize(
    ("field", "printed", "read_as"),
    [
        ("motor_power", "150 hp", "150 PS"),
        ("motor_power", "154 hp", "113.3-114.8 kW"),
        ("payload", "1.575 t", "1.5750 t"),
        ("acceleration_time", "mid-4 s", "about 4.5 s"),
    ],
)
def test_a_settled_unit_or_sign_is_no_finding(field: str, printed: str, read_as: str) -> None:
    values: dict[str, Any] = {field: {"value": printed, "read_as": read_as, "note": "which is meant"}}
    assert not [entry for entry in findings(vehicle(**values)) if entry.code == "mended-unit"]

"""Derived figures say their formula, carry their inputs' definition, and come only from inputs that share one."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.compare.derived import DERIVED, derived_claims
from catalog.model.claim import Status
from catalog.wording import value_text
from tests.compare.conftest import Make


def derived(make: Make, **specs: Any) -> dict[str, list[str]]:
    found = derived_claims(make("a", **specs))
    return {
        key: [value_text(c, c.reading.unit if c.reading else None).replace("\u00a0", " ") for c in claims]
        for key, claims in found.items()
    }


def test_the_figures_of_the_first_vehicle(make: Make) -> None:
    """The Foton iBlue EV of March 2023."""
    found = derived(
        make, length="5995 mm", width="2200 mm", cargo_length="4170 mm", cargo_width="2100 mm", payload="1230 kg",
        gross_vehicle_mass="4495 kg", battery_energy="104 kWh", range="410 km",
    )  # fmt: skip
    assert found == {
        "derived_empty_mass": ["3265 kg"],
        "derived_payload_share": ["27.36 %"],
        "derived_consumption": ["25.4 kWh/100 km"],
        "derived_footprint": ["13.19 m²"],
        "derived_load_area": ["8.757 m²"],
    }


def test_a_consumption_carries_the_definition_of_its_inputs(make: Make) -> None:
    record = make(
        "a",
        battery_energy=[{"value": "68 kWh", "capacity": "usable"}, {"value": "77 kWh", "capacity": "gross"}],
        range=[{"value": "317 km", "procedure": "wltp"}, {"value": "202 km", "procedure": "epa"}],
    )
    definitions = [dict(claim.definition) for claim in derived_claims(record)["derived_consumption"]]
    assert definitions == [
        {"capacity": capacity, "procedure": procedure}
        for capacity in ("usable", "gross")
        for procedure in ("wltp", "epa")
    ]


def test_an_interval_gives_an_interval_and_the_right_ends(make: Make) -> None:
    """The longest range of the smallest battery is the least consumption."""
    assert derived(make, battery_energy="60-80 kWh", range="300-400 km")["derived_consumption"] == ["15–27 kWh/100 km"]


@pytest.mark.parametrize(
    "specs",
    [
        {"gross_vehicle_mass": "4495 kg", "payload": "up to 1230 kg"},
        {"gross_vehicle_mass": "4495 kg", "payload": {"value": "1230 kg", "doubt": "a slip"}},
        {"gross_vehicle_mass": "4495 kg", "payload": {"value": "1230 kg", "applies_to": "the box"}},
        {"gross_vehicle_mass": "4495 kg", "payload": {"value": "1230 kg", "body": "in payload"}},
        {"gross_vehicle_mass": "4495 kg", "payload": "4495 kg"},
        {"gross_vehicle_mass": "4495 kg"},
    ],
)
def test_bounds_doubts_variants_and_bodies_derive_nothing(make: Make, specs: dict[str, Any]) -> None:
    assert "derived_empty_mass" not in derived(make, **specs)


def test_every_figure_is_marked_and_says_how_it_was_made(make: Make) -> None:
    (claim,) = derived_claims(make("a", length="5995 mm", width="2200 mm"))["derived_footprint"]
    assert claim.status is Status.DERIVED
    assert claim.note == "length x width: 5995 mm, 2200 mm"
    assert claim.sources == ("one",)


def test_derived_keys_do_not_collide_with_fields() -> None:
    assert len({info.key for info in DERIVED}) == len(DERIVED)
    assert all(info.key.startswith("derived_") for info in DERIVED)

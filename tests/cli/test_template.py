"""The spec file to fill in: valid as it stands, and in every language of names."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.cli.options import TYPES
from catalog.cli.template import sources_template, spec_template
from catalog.model import FIELDS, Vehicle


@pytest.mark.parametrize("vehicle_type", TYPES)
def test_it_is_a_vehicle_without_values(vehicle_type: str) -> None:
    data = tomllib.loads(spec_template("Acme", "Hauler", "7.5 t", vehicle_type))
    assert data == {"make": "Acme", "model": "Hauler", "version": "7.5 t", "vehicle_type": vehicle_type, "specs": {}}
    Vehicle.model_validate({**data, "id": "acme-hauler"})


@pytest.mark.parametrize("vehicle_type", TYPES)
def test_each_comment_is_a_field_that_applies_and_toml_once_uncommented(vehicle_type: str) -> None:
    text = spec_template("Acme", "Hauler", "", vehicle_type)
    keys = re.findall(r"^# (\w+) = (?=[\"{])", text.partition("[specs]")[2], re.MULTILINE)
    assert len(keys) > 15
    for key in keys:
        assert FIELDS[key].spec.applies(vehicle_type, None)
    uncommented = re.sub(r"^# (?=\w+ = [\"{\[])", "", text, flags=re.MULTILINE)
    data = tomllib.loads(uncommented)
    assert set(data["specs"]) == set(keys)
    for key in keys:
        value = data["specs"][key]
        assert isinstance(value, str) or set(value) >= {"value", *FIELDS[key].spec.required}


def test_a_car_has_a_boot_and_a_truck_has_axle_loads() -> None:
    assert "# boot_volume" in spec_template("A", "B", "", "car")
    assert "# cargo_length" not in spec_template("A", "B", "", "car")
    assert "# axle_load_front" in spec_template("A", "B", "", "truck")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=40))
def test_any_name_is_quoted(name: str) -> None:
    assert tomllib.loads(spec_template(name, name, name, "van"))["make"] == name


def test_the_first_sources_file_is_toml_with_an_example_in_a_comment() -> None:
    text = sources_template()
    assert tomllib.loads(text) == {}
    example = tomllib.loads("\n".join(line[2:] for line in text.splitlines()[1:] if line.startswith("# ")))
    assert set(example["brochure-2024"]) == {"publisher", "title", "date", "url", "kind"}

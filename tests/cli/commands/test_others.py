"""The commands that show what there is: fields, units, sources, plants, changes, schema, config."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog.model import FIELDS
from catalog.units import KINDS
from tests.cli.conftest import Run


def test_fields(run: Run) -> None:
    out = run("fields").out
    assert all(key in out for key in FIELDS)
    coverage = run("fields", "--coverage").out
    assert "Known: vehicles with a value; of: vehicles that the field applies to." in " ".join(coverage.split())


@pytest.mark.parametrize("name", ["dc_charge_time", "DC charging time", "dc charge time", "DC-Charge-Time"])
def test_a_field_by_key_or_label(run: Run, name: str) -> None:
    assert json.loads(run("fields", name, "--format", "json").out)["key"] == "dc_charge_time"


def test_units(run: Run) -> None:
    out = run("units", "--width", "120").out
    assert all(kind in out for kind in KINDS)
    assert "0.73549875" in run("units", "power").out


def test_a_source_or_the_sources_of_a_vehicle(run: Run) -> None:
    assert len(json.loads(run("sources", "--format", "json").out)["sources"]) == 7
    assert json.loads(run("sources", "epa-test-2024", "--format", "json").out)["values"] == 1
    own = json.loads(run("sources", "tianma-d9-7-5-t", "--format", "json").out)["sources"]
    assert {source["id"] for source in own} == {"tianma-sheet", "trucknet-2022", "evil-forum"}


@pytest.mark.parametrize("name", ["graz", "Graz", "acme plant", "austria"])
def test_a_plant_by_id_name_or_place(run: Run, name: str) -> None:
    ran = run("plants", name)
    assert ran.code == (3 if name == "austria" else 0)
    if not ran.code:
        assert ran.out.startswith("Acme plant, Graz\n")


def test_a_name_of_several_plants_is_ambiguous(run: Run) -> None:
    ran = run("plants", "a")
    assert ran.code == 3
    assert ran.err == "vehicles: 'a' fits 2 plants: empty-hall, graz\n"


def test_changes(run: Run, specs: Path, tmp_path: Path) -> None:
    assert run("changes", str(specs)).out == "(nothing changed)\n\n0 changes\n"
    (tmp_path / "old").mkdir()
    out = run("changes", str(tmp_path / "old"), "--format", "csv").out
    assert out.count("added") == 5
    assert run("changes", "gone").err == "vehicles: no such folder: gone\n"


def test_the_schema_is_one(run: Run) -> None:
    import jsonschema

    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]["specs"]["properties"]) == set(FIELDS)


def test_config_says_where_each_setting_comes_from(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = surroundings / "vehicles.toml"
    project.write_text('units = "us"\n[unit]\nrange = "km"\n', encoding="utf-8")
    monkeypatch.setenv("VEHICLES_MARKET", "US")
    document = json.loads(run("config", "--unit", "mass=t", "--format", "json").out)
    found = {row["setting"]: (row["value"], row["from"]) for row in document["settings"]}
    assert found["units"] == ("us", str(project))
    assert found["unit.range"] == ("km", str(project))
    assert found["unit.mass"] == ("t", "the command line")
    assert found["market"] == ("US", "VEHICLES_MARKET")
    assert found["format"] == ("json", "the command line")
    assert document["files"]["project file"] == str(project)
    assert set(document) == {"shape", "settings", "files"}


def test_config_tells_a_wrong_unit(run: Run) -> None:
    assert run("config", "--unit", "range=kg").code == 2


def test_config_without_files(run: Run) -> None:
    assert "none (vehicles.toml in this folder or above)" in run("config", "--width", "200").out

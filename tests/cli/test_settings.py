"""Settings: flags over environment over the project's file over the user's, each fault with the file's name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from catalog.cli.settings import Settings, load_settings, project_file, user_file
from catalog.errors import SettingsError
from tests.cli.conftest import Run


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """The user's config file, its folder made."""
    path = tmp_path / "xdg_config_home" / "vehicle-catalog" / "config.toml"
    path.parent.mkdir(parents=True)
    assert str(path) == user_file()
    return path


@pytest.fixture
def project(surroundings: Path) -> Path:
    """The project's config file."""
    return surroundings / "vehicles.toml"


def test_without_any_setting() -> None:
    assert load_settings({}) == Settings()


def test_each_layer_wins_over_the_one_below(user: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user.write_text('units = "uk"\nformat = "csv"\nmarket = "gb"\n[unit]\nrange = "mi"\nmass = "t"\npower = "PS"\n')
    assert load_settings({}).units == "uk"
    project.write_text('units = "us"\nformat = "json"\n[unit]\nmass = "lb"\n')
    monkeypatch.setenv("VEHICLES_FORMAT", "md")
    monkeypatch.setenv("VEHICLES_UNIT", "length=ft, range=nmi")
    found = load_settings({"units": "si", "unit": ["length=m"]})
    assert found.units == "si"
    assert found.format == "md"
    assert found.market == "GB"
    assert dict(found.unit) == {"range": "nmi", "mass": "lb", "power": "PS", "length": "m"}
    assert found.origin == {
        "units": "the command line",
        "format": "VEHICLES_FORMAT",
        "market": str(user),
        "unit.range": "VEHICLES_UNIT",
        "unit.mass": str(project),
        "unit.power": str(user),
        "unit.length": "the command line",
    }


def test_no_config_leaves_out_the_files_alone(user: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user.write_text('units = "uk"\nformat = "csv"\n')
    project.write_text("this is not TOML")
    monkeypatch.setenv("VEHICLES_UNITS", "us")
    found = load_settings({"no_config": True})
    assert (found.units, found.format) == ("us", "table")


def test_the_projects_file_is_found_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write_text('units = "us"\n')
    below = project.parent / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert project_file() == str(project)
    assert load_settings({}).units == "us"


def test_spec_folders_are_taken_from_the_place_of_the_file(
    user: Path, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    project.write_text('specs = ["specs", "~/mine", "/elsewhere"]\n')
    user.write_text('specs = ["never"]\n')
    below = project.parent / "a"
    below.mkdir()
    monkeypatch.chdir(below)
    assert load_settings({}).specs == (str(project.parent / "specs"), str(tmp_path / "mine"), "/elsewhere")
    monkeypatch.setenv("VEHICLES_SPECS", "~/one::/two")
    assert load_settings({}).specs == (str(tmp_path / "one"), "/two")
    assert load_settings({"specs": ["here"]}).specs == ("here",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("units = us", "Invalid value"),
        ('untis = "us"', "no setting 'untis'; did you mean units?"),
        ('zzz = "us"', "no setting 'zzz'; known: units, format, specs, catalog, market, unit"),
        ("units = 5", "units is a text"),
        ('specs = "folder"', 'specs is a list of texts such as ["~/fleet/specs"]'),
        ("specs = [1]", "specs is a list of texts"),
        ('unit = "mi"', 'unit is a table of texts such as range = "mi"'),
        ("[unit]\nrange = 5", "unit is a table of texts"),
        ('units = "imperial"', "no unit system 'imperial'; one of metric, us, uk, si"),
        ('units = "metrc"', "no unit system 'metrc'; did you mean metric?"),
        ('units = ""', "no unit system ''"),
        ('format = "jsno"', "no format 'jsno'; did you mean json?"),
        ('market = "USA"', "'USA' is not a market; write its two letters, such as US or DE"),
        ('[unit]\nrange = "kg"', "range=kg: cannot read 'kg': kg measures mass"),
        ('[unit]\nrnage = "mi"', "no field or kind 'rnage'; did you mean range"),
        ('specs = ["gone"]', "no such folder: "),
    ],
)
@pytest.mark.parametrize("which", ["user", "project"])
def test_a_fault_of_a_file_names_the_file(
    run: Run, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, which: str, text: str, message: str
) -> None:
    if "specs" in text:
        monkeypatch.delenv("VEHICLES_SPECS")
    path: Path = request.getfixturevalue(which)
    path.write_text(text)
    code, out, err = run("list")
    assert code == 2
    assert out == ""
    assert err.startswith(f"vehicles: {path}: ")
    assert message in err


def test_a_file_that_is_not_text_or_cannot_be_read_is_named_too(run: Run, user: Path) -> None:
    user.write_bytes(b"units = '\xff'")
    assert f"{user}: 'utf-8' codec" in run("list").err
    user.unlink()
    user.mkdir()  # a folder is no file: there are no settings
    assert run("list").code == 0


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("VEHICLES_UNITS", "imperial", "VEHICLES_UNITS: no unit system 'imperial'"),
        ("VEHICLES_FORMAT", "jsno", "VEHICLES_FORMAT: no format 'jsno'; did you mean json?"),
        ("VEHICLES_MARKET", "USA", "VEHICLES_MARKET: 'USA' is not a market"),
        ("VEHICLES_UNIT", "range", "VEHICLES_UNIT: 'range' is not NAME=UNIT"),
        ("VEHICLES_UNIT", "range=kg", "VEHICLES_UNIT: range=kg: cannot read 'kg'"),
        ("VEHICLES_SPECS", "/gone", "VEHICLES_SPECS: no such folder: /gone"),
    ],
)
def test_a_fault_of_the_environment_names_the_variable(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    monkeypatch.setenv(name, value)
    ran = run("list")
    assert ran.code == 2
    assert f"vehicles: {message}" in ran.err


def test_an_empty_variable_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEHICLES_UNITS", "")
    assert run("list").code == 0


def test_a_file_may_begin_with_a_byte_order_mark(user: Path) -> None:
    user.write_bytes(b'\xef\xbb\xbfunits = "us"\n')
    assert load_settings({}).units == "us"


def test_without_a_home_there_is_no_users_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")

    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # what it does where there is no home
    assert user_file() is None
    assert load_settings({}) == Settings()


def test_the_working_folder_may_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    assert project_file() is None


def test_a_message_says_where_a_setting_was_set() -> None:
    settings = Settings(origin={"units": "vehicles.toml", "format": "the command line"})
    assert settings.told("units", "wrong") == "vehicles.toml: wrong"
    assert settings.told("format", "wrong") == "wrong"
    with pytest.raises(SettingsError):
        load_settings({"format": "nothing"})

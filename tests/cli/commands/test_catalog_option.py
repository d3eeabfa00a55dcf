"""--catalog: imported data sets beside the specs, in every command that reads vehicles."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.datasets.store import Store
from tests.cli.conftest import Run
from tests.collection.conftest import fill

CITED = "fleet: Acme Leasing, “The fleet”, June; licence: CC0-1.0"


@pytest.fixture(autouse=True)
def sets(two_sets_once: Callable[[], str], tmp_path: Path) -> None:
    """The data sets ``fleet`` and ``hire`` in the home of the test."""
    home = tmp_path / "xdg_data_home" / "vehicle-catalog"
    home.mkdir(parents=True)
    os.symlink(two_sets_once(), home / "datasets")


@pytest.fixture(scope="module")
def two_sets_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    folder = tmp_path_factory.mktemp("sets")
    fill(Store(str(folder / "datasets")), folder)
    return lambda: str(folder / "datasets")


def test_a_list_says_where_rows_are_from(run: Run) -> None:
    done = run("list", "--catalog", "fleet", "--width", "120")
    assert done.out.splitlines()[0].split() == [
        "Id", "Data", "set", "Make", "Model", "Version", "Powertrain", "Battery", "energy", "Range",
    ]  # fmt: skip
    assert done.out.splitlines()[2].split()[:2] == ["fl:007", "fleet"]
    assert done.out.splitlines()[2].split()[-3:] == ["570", "km", "WLTP"]
    assert CITED in done.out
    assert "hire:" not in done.out


def test_specs_and_data_sets_stand_in_one_list(run: Run) -> None:
    done = run("list", "--catalog", "specs,hire", "--catalog", "fleet", "--sort=-payload", "--limit", "3", "-f", "ids")
    assert done.out.split() == ["hire:1", "tianma-d9-7-5-t", "fl:8"]
    assert run("list", "--catalog", "all", "-f", "ids").out.count("\n") == 9
    assert run("list", "-f", "ids").out.count("\n") == 5


def test_programs_get_the_data_set_and_the_row(run: Run) -> None:
    document = json.loads(run("list", "--catalog", "fleet,specs", "--where", "payload > 0.5 t", "-f", "json").out)
    assert {(one["id"], one["data_set"], one["row"]) for one in document["vehicles"]} >= {
        ("fl:007", "fleet", "007"), ("acme-e-van-75", "specs", None),
    }  # fmt: skip
    assert document["data_sets"]["fleet"]["licence"] == "CC0-1.0"
    header, first, *_ = run("list", "--catalog", "fleet", "-f", "csv").out.splitlines()
    assert header.endswith(",data_set,row")
    assert first.endswith(",fleet,007")


@pytest.mark.parametrize("width", ["80", "200"])
def test_it_fits_the_width(run: Run, width: str) -> None:
    done = run("list", "--catalog", "all", "--width", width)
    assert max(map(len, done.out.splitlines())) <= int(width)


def test_settings_and_environment_choose_as_well(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "work" / "vehicles.toml").write_text('catalog = ["hire"]\n')
    assert run("list", "-f", "ids").out == "hire:1\n"
    assert "catalog  hire" in " ".join(run("config").out.split()).replace("catalog hire", "catalog  hire")
    monkeypatch.setenv("VEHICLES_CATALOG", "fleet,hire")
    assert run("list", "-f", "ids").out.split() == ["fl:007", "fl:8", "fl:9", "hire:1"]
    assert run("list", "--catalog", "specs", "-f", "ids").out.count("\n") == 5
    (tmp_path / "work" / "vehicles.toml").write_text('catalog = "fleat"\n')
    monkeypatch.delenv("VEHICLES_CATALOG")
    wrong = run("list")
    assert wrong.code == 2
    assert "vehicles.toml: no data set 'fleat'; did you mean fleet?" in wrong.err


def test_an_unknown_name_gets_the_nearest(run: Run) -> None:
    wrong = run("list", "--catalog", "hier")
    assert (wrong.code, "no data set 'hier'; did you mean hire?" in wrong.err) == (3, True)


def test_groups_facets_words_and_filters(run: Run) -> None:
    assert run("list", "--catalog", "all", "--group-by", "data_set", "-f", "csv").out.split() == [
        "data_set,vehicles", "specs,5", "fleet,3", "hire,1",
    ]  # fmt: skip
    facets = json.loads(run("list", "--catalog", "all", "--facets", "-f", "json").out)
    assert facets["counts"]["data_set"] == {"specs": 5, "fleet": 3, "hire": 1}
    assert run("list", "muller", "--catalog", "all", "-f", "ids").out.split() == ["fl:8", "fl:9"]
    assert run("list", "--make", "skoda", "--catalog", "fleet", "-f", "ids").out == "fl:007\n"
    assert run("list", "--catalog", "all", "--where", "data_set = hire", "-f", "ids").out == "hire:1\n"


def test_show_cites_the_data_set_its_version_and_the_row(run: Run) -> None:
    done = run("show", "fl:007", "--width", "200")
    assert f"[1] {CITED.removeprefix('fleet: ')} (data set), row 007" in done.out
    assert "Data set    fleet" in " ".join(done.out.split("\n")) or "Data set" in done.out
    document = json.loads(run("show", "fl:007", "-f", "json").out)
    assert (document["data_set"], document["row"]) == ("fleet", "007")
    assert document["sources"]["fleet"]["version"] == "June"
    assert run("show", "enyaq", "--catalog", "fleet").out.startswith("Škoda Enyaq")


def test_curated_and_imported_vehicles_stand_side_by_side(run: Run) -> None:
    done = run("compare", "fl:007", "acme-e-van-75", "--fields", "range", "--width", "120")
    assert "570 km ▲" in done.out
    assert f"{CITED}; row 007" in done.out
    assert run("compare", "fl:007", "fl:1").code == 3
    assert run("compare", "-", "--catalog", "hire", stdin="hire:1\nfl:8\n").code == 0


def test_sources_count_the_values_of_a_data_set(run: Run) -> None:
    done = run("sources", "--catalog", "fleet", "-f", "csv")
    assert [line.split(",")[0] for line in done.out.splitlines()[1:]] == ["fleet"]
    assert json.loads(run("sources", "--catalog", "fleet", "-f", "json").out)["sources"][0]["values"] == 7
    one = json.loads(run("sources", "fl:007", "-f", "json").out)["sources"]
    assert [(source["id"], source["values"]) for source in one] == [("fleet", 3)]


def test_sql_of_a_data_set(run: Run) -> None:
    done = run("sql", "--catalog", "fleet", "--where", "range[wltp] > 300 km")
    assert "where range__wltp_low > 300" in done.out


def test_other_commands_read_the_specs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEHICLES_CATALOG", "fleet")
    assert run("check").out
    assert run("fields", "--coverage").code == 0


def test_plants_are_those_of_the_catalog_asked(run: Run) -> None:
    assert "graz" in run("plants", "--catalog", "all").out.lower()
    assert run("plants", "--catalog", "fleet").out == "(no plants; `--catalog specs` has those of the specs)\n"


def test_vehicles_without_a_dimension_are_not_drawn(run: Run) -> None:
    ran = run("compare", "fl:007", "fl:8", "--format", "svg")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == "vehicles: nothing to draw: no dimension of these vehicles is in the catalog\n"


@pytest.mark.parametrize(
    ("typed", "near"), [("fll:007", "fl:007"), ("fl:0077", "fl:007"), ("hier:1", "hire:1"), ("fl:0O7", "fl:007")]
)
def test_a_mistyped_id_of_a_data_set_offers_one_of_its_own(run: Run, typed: str, near: str) -> None:
    for catalog in ("specs", "all"):
        done = run("show", typed, "--catalog", catalog)
        assert (done.code, done.out) == (3, "")
        assert done.err == f"vehicles: no vehicle {typed!r}; did you mean {near}? (`vehicles list` shows all)\n"
    assert "did you mean" not in run("show", "qqqqq:0", "--catalog", "specs").err


@pytest.mark.parametrize("given", ["", "specs,", ",fleet", "specs,,fleet"])
def test_an_empty_name_is_an_error(run: Run, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    ran = run("list", "--catalog", given)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"vehicles: --catalog: {given!r} has an empty name; write for example specs or specs,epa\n"
    if given:
        monkeypatch.setenv("VEHICLES_CATALOG", given)
        assert "VEHICLES_CATALOG: " in run("list").err


def test_a_damaged_data_set_is_an_error_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "xdg_data_home" / "vehicle-catalog" / "datasets"
    real = home.resolve()
    home.unlink()
    home.mkdir()
    for name in ("fleet", "hire"):
        (home / name).mkdir()
        for file in (real / name).iterdir():
            (home / name / file.name).write_bytes(file.read_bytes())
    (table,) = (home / "fleet").glob("vehicles-*.parquet")
    flipped = bytearray(table.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    table.write_bytes(flipped)
    for command in (("list", "--catalog", "all"), ("show", "fl:007"), ("list", "--catalog", "fleet", "--facets")):
        done = run(*command)
        assert (done.code, done.out) == (1, "")
        assert "data set fleet is damaged" in done.err
        assert "import its file again" in done.err
    assert run("list", "--catalog", "hire").code == 0

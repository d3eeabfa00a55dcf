"""``vehicles export``: which format, which vehicles, where to, and what stays as it was when it cannot be written."""

from __future__ import annotations

import csv
import json
import os
import stat
from pathlib import Path

import pytest
from pyarrow import parquet as pq

from catalog.cli import export_file
from catalog.cli.commands import export_
from tests.cli.conftest import Run


def test_a_file_of_each_format(run: Run, surroundings: Path) -> None:
    for ending in ("csv", "tsv", "json", "jsonl", "parquet", "xlsx", "sqlite", "md", "html", "tex", "jsonld"):
        done = run("export", f"fleet.{ending}")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"wrote fleet.{ending}: 5 vehicles")
        assert (surroundings / f"fleet.{ending}").stat().st_size > 100
    assert sorted(path.suffix for path in surroundings.iterdir() if path.name.startswith(".")) == []


def test_what_is_asked_for(run: Run, surroundings: Path) -> None:
    done = run(
        "export",
        "a.jsonl",
        "--where",
        "gross_vehicle_mass >= 3 t",
        "--sort",
        "-gross_vehicle_mass",
        "--columns",
        "id,gross_vehicle_mass",
        "--units",
        "us",
        "--limit",
        "2",
    )
    assert done.code == 0
    rows = [json.loads(line) for line in (surroundings / "a.jsonl").read_text().splitlines()]
    assert len(rows) == 2
    assert set(rows[0]) == {"id", "gross_vehicle_mass [lb]"}
    assert rows[0]["gross_vehicle_mass [lb]"] > rows[1]["gross_vehicle_mass [lb]"]


def test_standard_output(run: Run, process: Run) -> None:
    assert run("export", "-", "--format", "csv", "--columns", "id,make").out.splitlines()[0] == "id,make"
    done = process("export", "-", "-f", "jsonl", "--columns", "id", PYTHONIOENCODING="ascii")
    assert [json.loads(line)["id"] for line in done.out.splitlines()][:1] == ["acme-e-van-75"]


def test_binary_standard_output(process: Run, surroundings: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "catalog", "export", "-", "-f", "parquet"], capture_output=True, check=True
    )
    (surroundings / "piped.parquet").write_bytes(done.stdout)
    assert pq.read_table(surroundings / "piped.parquet").num_rows == 5
    del process  # for the fixture catalog


@pytest.mark.parametrize(
    "names",
    [
        ("--compare", "acme-e-van-75", "citroen-e-hauler-50", "c.csv"),
        ("c.csv", "--compare", "acme-e-van-75", "citroen-e-hauler-50"),
    ],
)
def test_a_comparison(run: Run, surroundings: Path, names: tuple[str, ...]) -> None:
    done = run("export", *names)
    assert (done.code, done.err) == (0, "")
    header, *rows = (surroundings / "c.csv").read_text().splitlines()
    assert header.startswith("id,make,model,version")
    assert [row.partition(",")[0] for row in rows] == ["acme-e-van-75", "citroen-e-hauler-50"]


def test_a_comparison_for_people(run: Run, surroundings: Path) -> None:
    assert run("export", "c.tex", "--compare", "acme-e-van-75", "citroen-e-hauler-50", "--columns", "masses").code == 0
    assert "longtable" in (surroundings / "c.tex").read_text()
    assert run("export", "c.html", "--compare", "acme-e-van-75", "citroen-e-hauler-50").code == 0
    assert (surroundings / "c.html").read_text().startswith("<!doctype html>")


def test_claims(run: Run, surroundings: Path) -> None:
    assert run("export", "claims.jsonl", "--shape", "claims", "--make", "acme", "--columns", "range").code == 0
    rows = [json.loads(line) for line in (surroundings / "claims.jsonl").read_text().splitlines()]
    assert {row["field"] for row in rows} == {"range"}
    assert all(row["published"] and row["sources"] and row["citations"] for row in rows)
    assert run("export", "claims.md", "--shape", "claims", "--make", "acme").code == 0


def test_a_file_that_is_there_stays(run: Run, surroundings: Path) -> None:
    (surroundings / "a.csv").write_text("mine")
    done = run("export", "a.csv")
    assert (done.code, done.err) == (1, "vehicles: a.csv is there already; --force replaces it\n")
    assert (surroundings / "a.csv").read_text() == "mine"
    (surroundings / "a.csv").chmod(0o640)
    assert run("export", "a.csv", "--force").code == 0
    assert (surroundings / "a.csv").read_text().startswith("id,make")
    assert stat.S_IMODE((surroundings / "a.csv").stat().st_mode) == 0o640


def test_a_link_keeps_its_name(run: Run, surroundings: Path) -> None:
    (surroundings / "real.csv").write_text("old")
    (surroundings / "link.csv").symlink_to("real.csv")
    assert run("export", "link.csv", "--force").code == 0
    assert (surroundings / "link.csv").is_symlink()
    assert (surroundings / "real.csv").read_text().startswith("id,make")


def test_a_failure_on_the_way_leaves_nothing(run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (surroundings / "a.csv").write_text("mine")

    def full(*args: object) -> None:
        with open(str(args[1]), "w", encoding="utf-8") as file:
            file.write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export_file, "write_table", full)
    done = run("export", "a.csv", "--force")
    assert (done.code, done.err) == (1, "vehicles: cannot write a.csv: No space left on device\n")
    assert (surroundings / "a.csv").read_text() == "mine"
    assert os.listdir(surroundings) == ["a.csv"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "name the file to write"),
        (("a.doc",), 2, "its ending says no format"),
        (("a.csv", "--format", "parkett"), 2, "did you mean parquet?"),
        (("-",), 2, "standard output has no ending"),
        (("nowhere/a.csv",), 1, "there is no folder"),
        ((".", "--format", "csv"), 2, "is a folder"),
        (("a.csv", "--make", "nobody"), 3, ""),
        (("a.csv", "--where", "payload > 900 t"), 3, "no vehicle matches; nothing is written"),
        (("a.csv", "--columns", "payloda"), 3, "payload"),
        (("a.csv", "--compare", "acme-e-van-75", "--make", "acme"), 2, "leave out make"),
        (("a.csv", "--compare", "zzz"), 3, "zzz"),
    ],
)  # fmt: skip
def test_messages(run: Run, surroundings: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    done = run("export", *arguments)
    assert done.code == code
    assert message in done.err
    assert list(surroundings.iterdir()) == []


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.fixture
def fleet(run: Run, surroundings: Path) -> None:
    """A data set of three vehicles, with a price in a cell that names its currency, a date and a count."""
    text = "id;make;model;Price;start of production;motors;payload [kg] (crew deducted)\n"
    text += "1;A;B;55.000,00 €;2023-Q4;2;900\n2;A;C;45.000,00 €;2021;1;950\n3;A;D;;;1;\n"
    (surroundings / "fleet.csv").write_text(text, encoding="utf-8")
    assert run("import", "table", "fleet.csv", "--yes").code == 0


@pytest.mark.usefixtures("fleet")
def test_a_data_set_beside_them_changes_nothing_of_the_specs(run: Run, surroundings: Path) -> None:
    assert run("export", "alone.csv").code == 0
    done = run("export", "beside.csv", "--catalog", "specs,fleet")
    assert (done.code, done.err) == (0, "")
    alone, beside = rows_of(surroundings / "alone.csv"), rows_of(surroundings / "beside.csv")
    assert set(beside) - set(alone) == {"fleet:1", "fleet:2", "fleet:3"}
    assert any(name.endswith(" bound") for name in alone["acme-e-van-75"])
    for key, row in alone.items():
        assert {name: text for name, text in beside[key].items() if text} == {
            "data_set": "specs",
            **{name: text for name, text in row.items() if text},
        }
    one = beside["fleet:1"]
    assert one["price [EUR] (not stated)"] == "55000"
    assert (one["start_of_production"], one["motors"], one["sources"]) == ("2023-Q4", "2", "fleet")
    assert run("import", "table", "beside.csv", "--yes").code == 0


@pytest.mark.usefixtures("fleet")
def test_many_vehicles_go_in_whole_columns_which_says_what_it_leaves_out(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("export", "few.csv", "--catalog", "fleet").err == ""
    monkeypatch.setattr(export_, "_FEW", 2)
    done = run("export", "many.csv", "--catalog", "fleet")
    assert done.code == 0
    assert "more than 2 vehicles are written in whole columns" in done.err
    assert "(bound), and remarks, are left out" in done.err
    assert "start_of_production as text that sorts" in done.err
    assert "price without a currency of its column is left out" in done.err
    few, many = rows_of(surroundings / "few.csv"), rows_of(surroundings / "many.csv")
    assert set(few["fleet:1"]) - set(many["fleet:1"]) == {"price [EUR] (not stated)", "remarks"}
    assert "payload [kg] (crew deducted)" in many["fleet:1"]
    for key, row in many.items():
        for name, text in row.items():
            if name not in ("start_of_production", "sources"):
                assert few[key][name] == text, (key, name)
        assert row["sources"] == "fleet"
    assert many["fleet:2"]["motors"] == "1"
    done = run("export", "both.csv", "--catalog", "specs,fleet")
    assert "read one by one, as curated specs are among them" in done.err
    assert "bound" in (surroundings / "both.csv").read_text().partition("\n")[0]
    assert run("export", "limited.csv", "--catalog", "fleet", "--limit", "2").err == ""


def test_columns_that_are_named_stay_without_values(run: Run) -> None:
    done = run("export", "-", "-f", "csv", "--columns", "id,price[CHF],units_sold", "--limit", "1")
    assert (done.code, done.out) == (0, "id,price [CHF] (not stated),units_sold\nacme-e-van-75,,\n")

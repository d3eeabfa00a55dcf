"""``vehicles import`` as a command: what it says, where, and its exit codes. (What is loaded: tests/datasets.)"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from catalog.cli import main as main_module
from catalog.datasets.dataset import DataSet
from catalog.datasets.store import Store
from tests.cli.conftest import Run
from tests.datasets.conftest import write_table
from tests.datasets.test_doors import AFDC, EPA, HEAVY, VCA

TABLE = "id;make;model;Range (km);Power (kW)\n007;A;B;400;100\n008;A;C;3,5;x\n009;A;D;far;120\n010;;D;200;1\n"


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(main_module.COMMANDS, "import", "a publisher's table as a data set")


@pytest.fixture
def epa(tmp_path: Path) -> str:
    return write_table(tmp_path / "vehicles.csv", "epa", EPA)


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    path = tmp_path / "fleet.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_an_import(run: Run, epa: str) -> None:
    code, out, err = run("import", "epa", epa, "--width", "200")
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        "epa: Fuel economy data, model years from 1984, US EPA and US DOE, fueleconomy.gov; changed until 2025-10-28",
        "licence: public domain (work of the United States government)",
        "5 rows read: 5 loaded, 0 rejected",
    ]
    counts = next(line for line in out.splitlines() if " columns: " in line)
    total, placed, identity, kept = (int(word) for word in counts.replace(",", "").split() if word.isdigit())
    assert total == placed + identity + kept
    assert "  kept: createdOn: when the publisher made the record" in out
    assert f"stored in {Store().folder}{os.sep}epa" in out
    held = next(line for line in out.splitlines() if "no condition of the map holds: " in line)
    assert {"comb08 1", "combE 1", "evMotor 1"} <= set(held.rpartition(": ")[2].split(", "))
    narrow = run("import", "epa", epa).out
    assert all(len(line) <= 80 for line in narrow.splitlines() if not line.startswith("stored in"))
    assert narrow.split()[:9] == out.split()[:9]


def test_a_second_import_says_what_changed(run: Run, tmp_path: Path, epa: str) -> None:
    run("import", "epa", epa)
    newer = write_table(tmp_path / "newer.csv", "epa", [{**EPA[0], "comb08": "38"}, *EPA[1:4]])
    code, out, _ = run("import", "epa", newer)
    assert code == 0
    assert "against the former data set: 0 rows added, 1 removed, 1 changed, 3 the same" in out
    assert "  removed: 40000\n" in out
    assert "  changed: 30980\n" in out
    assert "  comb08: 1 row changed\n" in out


def test_a_folder_with_both_afdc_files(run: Run, tmp_path: Path) -> None:
    write_table(tmp_path / "light.csv", "afdc-light", AFDC)
    write_table(tmp_path / "heavy.csv", "afdc-heavy", HEAVY)
    code, out, _ = run("import", "afdc", str(tmp_path))
    assert code == 0
    assert Store().names() == ["afdc-heavy", "afdc-light"]
    assert "1 row in which this does not hold: volts times ampere-hours over 1000 is kWh" in " ".join(out.split())


def test_rejects_are_told_and_reported(run: Run, tmp_path: Path) -> None:
    path = write_table(tmp_path / "vca.csv", "vca", [*VCA, VCA[0], VCA[1], VCA[2], VCA[3]])
    code, out, err = run("import", "vca", path)
    assert code == 0
    assert "8 rows read: 4 loaded, 4 rejected" in out
    assert "vehicles: row not loaded, line 6: the same as line 2 in every column" in err
    assert "vehicles: and 1 more in " in err
    report = Path(err.strip().rpartition(" in ")[2])
    assert len(report.read_text(encoding="utf-8").splitlines()) == 4


def test_programs_get_json(run: Run, epa: str) -> None:
    code, out, _ = run("import", "epa", epa, "--format", "json")
    assert code == 0
    document = json.loads(out)
    assert document["rows"] == {"read": 5, "loaded": 5, "rejected": 0, "unread": 0}
    assert document["changes"] is None
    assert {"name", "publisher", "licence", "version", "files", "columns", "stored"} <= set(document)
    code, out, _ = run("import", "epa", epa, "--format", "csv")
    assert out.splitlines()[0] == "column,field,definition,rows,kept"
    assert "comb08,fuel_consumption,epa charge-sustaining,1," in out


def test_names_and_versions(run: Run, epa: str) -> None:
    code, _, _ = run("import", "epa", epa, "--as", "epa-2024", "--data-version", "June 2024")
    assert code == 0
    data_set = DataSet.open("epa-2024")
    assert data_set.manifest.version == "June 2024"
    assert data_set.records(["epa-2024:1"])[0].make == "Alfa Romeo"
    assert run("import", "epa", epa, "--as", "No Name").code == 2


# -- any table ------------------------------------------------------------------------------------------------------


def test_a_proposal_is_shown_and_nothing_is_imported(run: Run, fleet: Path) -> None:
    code, out, err = run("import", "table", str(fleet), "--decimal", ",")
    assert code == 0
    assert "cells are separated by semicolons\n" in out
    assert "Power (kW)\n    it could be motor power, engine power or system power" in out
    assert "nothing is imported yet: --yes applies this map" in err
    assert Store().names() == []


def test_a_proposal_as_json(run: Run, fleet: Path) -> None:
    code, out, _ = run("import", "table", str(fleet), "--format", "json")
    assert code == 0
    document = json.loads(out)
    assert document["map"]["row"] == {"key": "id"}
    assert {column["column"] for column in document["columns"]} == {"id", "make", "model", "Range (km)", "Power (kW)"}


def test_a_proposal_is_applied(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "fleet.csv"
    path.write_text(TABLE.replace("3,5", "up to 350").replace("far", ""), encoding="utf-8")
    code, out, err = run("import", "table", str(path), "--yes", "--publisher", "Me", "--licence", "mine")
    assert code == 0
    assert out.startswith("fleet: fleet.csv, Me; version not stated\nlicence: mine\n")
    assert "4 rows read: 3 loaded, 1 rejected" in out
    assert "row not loaded, line 5, make: the row has no make" in err
    (record,) = DataSet.open("fleet").records(["fleet:008"])
    assert record.claims["range"][0].published == "up to 350 km"


def test_a_map_is_saved_changed_and_used(run: Run, tmp_path: Path, fleet: Path) -> None:
    saved = tmp_path / "fleet.toml"
    code, _, err = run("import", "table", str(fleet), "--decimal", ",", "--save-map", str(saved))
    assert code == 0
    assert f"wrote {saved}; --map {saved} applies it" in err
    text = saved.read_text(encoding="utf-8")
    assert text.startswith("# id: the row's id (its name says so, and no value repeats)\n")
    text += '\n[[place]]\ncolumn = "Power (kW)"\nfield = "motor_power"\nunit = "kW"\n'
    saved.write_text(text, encoding="utf-8")
    code, out, err = run("import", "table", str(fleet), "--map", str(saved), "--as", "mine")
    assert code == 0
    assert "4 rows read: 3 loaded, 1 rejected; 1 values kept as text" in out
    assert "value not loaded, line 3, Power (kW): cannot read 'x kW'" in err
    code, _, err = run("import", "table", str(fleet), "--save-map", str(saved))
    assert code == 1
    assert "is there already; it is left as it is" in err


def test_a_map_with_faults(run: Run, tmp_path: Path, fleet: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text('format = 1\nname = "x"\n[[place]]\ncolumn = "a"\nfield = "rnage"\n', encoding="utf-8")
    code, _, err = run("import", "table", str(fleet), "--map", str(path))
    assert code == 2
    assert "did you mean range" in err
    assert "title: is missing" in err


# -- all data sets -----------------------------------------------------------------------------------------------------


def test_listing_and_removing(run: Run, epa: str) -> None:
    code, out, _ = run("import", "--list")
    assert (code, out.strip()) == (0, "(no data sets; `vehicles import epa vehicles.csv` makes one)")
    run("import", "epa", epa)
    code, out, _ = run("import", "--list", "--format", "json")
    (entry,) = json.loads(out)["data_sets"]
    assert (entry["name"], entry["rows"], entry["version"]) == ("epa", 5, "changed until 2025-10-28")
    code, _, err = run("import", "--remove", "eap")
    assert (code, "did you mean epa?" in err) == (3, True)
    code, _, err = run("import", "--remove", "epa")
    assert (code, err) == (0, "vehicles: removed the data set epa\n")
    assert Store().names() == []


def test_a_damaged_data_set_is_told_and_the_others_are_listed(run: Run, epa: str) -> None:
    run("import", "epa", epa)
    run("import", "epa", epa, "--as", "other")
    manifest = Path(Store().path("epa", "manifest.json"))
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("fueleconomy", "fuelecomony"), encoding="utf-8")
    code, out, err = run("import", "--list", "--format", "csv")
    assert code == 0
    assert "other," in out
    assert "data set epa is damaged: its manifest is not what was written; import its file again" in err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("import",), 2, "name a source and its file"),
        (("import", "epa"), 2, "name a source and its file"),
        (("import", "eap", "x.csv"), 2, "no source 'eap'; did you mean epa?"),
        (("import", "epa", "none.csv"), 1, "no such file or folder: none.csv"),
        (("import", "table", "none.csv"), 1, "no such file or folder: none.csv"),
    ],
)
def test_usage(run: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


def test_a_file_of_another_publisher(run: Run, tmp_path: Path) -> None:
    path = write_table(tmp_path / "vca.csv", "vca", VCA)
    code, _, err = run("import", "epa", path)
    assert code == 1
    assert "vca.csv: its header is not that of Fuel economy data" in err


def test_a_file_of_no_known_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "f.pdf").write_text("x", encoding="utf-8")
    code, _, err = run("import", "table", str(tmp_path / "f.pdf"))
    assert code == 1
    assert "its name ends in none of .csv" in err


def test_an_encoding_may_be_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_bytes("id,make,model,Range (km)\n1,Škoda,Citigo,260\n".encode("iso8859-2"))
    assert (
        "the text is read as iso8859-2, as was said" in run("import", "table", str(path), "--encoding", "iso8859-2").out
    )
    assert run("import", "table", str(path), "--yes", "--encoding", "iso8859-2").code == 0
    assert DataSet.open("few").records(["few:1"])[0].make == "Škoda"
    for encoding, reason in (
        ("utf-9", "there is no encoding 'utf-9'; write utf-8"),
        ("utf-8", "is not in utf-8: line 2"),
    ):
        wrong = run("import", "table", str(path), "--encoding", encoding)
        assert (wrong.code, reason in wrong.err) == (1, True)

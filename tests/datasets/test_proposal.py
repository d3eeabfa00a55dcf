"""Proposed maps: what is placed and why, what is not and why, and that the map does what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from catalog.datasets.dataset import DataSet
from catalog.datasets.decimal_sign import decimal_sign
from catalog.datasets.errors import FileRefused
from catalog.datasets.importing import import_file, import_table
from catalog.datasets.map_file import from_data, read_map
from catalog.datasets.map_text import to_toml
from catalog.datasets.proposal import Proposal
from catalog.datasets.proposing import proposed
from catalog.datasets.store import Store
from catalog.errors import CatalogError
from tests.datasets.conftest import agree, same_as_model, stored_rows
from tests.datasets.test_other_formats import workbook

GERMAN = """\
Marke;Modell;Baujahr;Länge (mm);Reichweite in km;Batterie kWh;Leistung (kW);Leergewicht [kg];Preis (EUR);Kraftstoff;Breite;Zuladung
VW;ID.3;2021;4.261;420;58,0;150;1.730,5;39.990,00;Elektro;1809;416 kg
VW;ID.4;2022;4.584;520;77,0;150;2.124;46.335,00;Elektro;1852;535 kg
Škoda;Enyaq 80;2022;4.649;0;77,0;150;2.117;44.200,00;Elektro;1879;n/a
"""


def propose(folder: Path, text: str, name: str = "fleet.csv", **about: str) -> Proposal:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    market = about.pop("market", None)
    return proposed(str(path), market, about)[1]


def reasons(proposal: Proposal) -> dict[str, tuple[str | None, str]]:
    return {column.header: (column.target, column.reason) for column in proposal.columns}


def test_a_german_table(tmp_path: Path) -> None:
    found = reasons(propose(tmp_path, GERMAN))
    assert found["Reichweite in km"] == (
        "range in km",
        "its name says range in km; '0' taken for no value; all cells can be read",
    )
    assert found["Leergewicht [kg]"] == (
        "kerb_mass in kg",
        "its name says kerb mass in kg; ',' is its decimal sign, as in '1.730,5': so '2.124' is read; all cells can be read",
    )
    assert found["Zuladung"][0] == "payload"
    assert "its cells name the unit" in found["Zuladung"][1]
    assert found["Kraftstoff"][0] == "powertrain"
    assert found["Baujahr"] == ("version", "a model year tells versions apart")
    # nothing is guessed silently
    assert found["Länge (mm)"] == (
        None,
        "'4.261' could be thousands as well, and no other cell tells; "
        "other columns have ',' as their decimal sign: --decimal , settles it",
    )
    assert found["Leistung (kW)"] == (None, "it could be motor power, engine power or system power")
    assert found["Breite"] == (None, "neither its name nor its cells say the unit of width (they would fit mm)")


def test_a_stated_decimal_sign(tmp_path: Path) -> None:
    found = reasons(propose(tmp_path, GERMAN, decimal=","))
    assert found["Länge (mm)"] == ("length in mm", "its name says length in mm; all cells can be read")
    found = reasons(propose(tmp_path, GERMAN, decimal="."))
    assert found["Länge (mm)"][0] is None
    assert (
        "its middle value would be 4.584 mm, and length is 1,500 to 27,000 mm (they would fit" in found["Länge (mm)"][1]
    )


def test_implausible_units_are_not_taken(tmp_path: Path) -> None:
    found = reasons(propose(tmp_path, "make,model,Length (mm),Seats\nA,B,4.5,5\nA,C,4.7,abc\n"))
    assert found["Length (mm)"][0] is None
    assert "they would fit" in found["Length (mm)"][1]
    assert found["Length (mm)"][1].endswith("(they would fit m or yd)")
    assert found["Seats"][0] is None
    assert found["Seats"][1].startswith("only 50% of its cells can be read as seats: cannot read 'abc'")


def test_markets_settle_units(tmp_path: Path) -> None:
    text = "make,model,Motor power (hp),Fuel economy (mpg)\nA,B,200,30\nA,C,250,28\n"
    found = reasons(propose(tmp_path, text))
    assert found["Motor power (hp)"][0] is None
    assert "which hp?" in found["Motor power (hp)"][1]
    found = reasons(propose(tmp_path, text, market="US"))
    assert found["Motor power (hp)"][0] == "motor_power in hp"
    assert found["Fuel economy (mpg)"][0] == "fuel_consumption in mpg"


def test_a_table_without_a_make(tmp_path: Path) -> None:
    text = "model,Range (km)\nB,400\nC,300\n"
    assert propose(tmp_path, text).told[-1] == "no column is the make; give it with --make, or in the map"
    proposal = propose(tmp_path, text, make="Acme {1}")
    assert from_data(proposal.data, "x").make.fill(lambda _: None) == "Acme {1}"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("fleet.csv", b"id;make;model;Range (km);note\n007;A;B;400;x\n008;A;C;up to 300;\n"),
        ("fleet.tsv", b"id\tmake\tmodel\tRange (km)\tnote\n007\tA\tB\t400\tx\n008\tA\tC\tup to 300\t\n"),
        (
            "fleet.jsonl",
            b'{"id": "007", "make": "A", "model": "B", "Range (km)": 400, "note": "x"}\n'
            b'{"id": "008", "make": "A", "model": "C", "Range (km)": "up to 300"}\n',
        ),
        (
            "fleet.xlsx",
            workbook([["id", "make", "model", "Range (km)", "note"], ["007", "A", "B", 400, "x"],
                      ["008", "A", "C", "up to 300", None]]),
        ),
    ],
)  # fmt: skip
def test_a_proposed_map_is_written_read_and_applied(tmp_path: Path, store: Store, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    table, proposal = proposed(str(path))
    first = import_table(table, from_data(proposal.data, "proposed"), store)
    saved = tmp_path / "map.toml"
    saved.write_text(to_toml(proposal.data, ["why: because"]), encoding="utf-8")
    second = import_file(str(path), read_map(str(saved)), store)
    assert first.manifest.stored == second.manifest.stored
    assert second.changes is not None
    assert (second.changes.same, second.changes.changed) == (2, 0)
    data_set = DataSet.open("fleet", store)
    seven, eight = stored_rows(data_set, ["fleet:007", "fleet:008"])
    assert (seven["range_low"], eight["range_low"], eight["range_high"]) == (400, 0, 300)
    agree(data_set, ["fleet:007", "fleet:008"])
    for record in data_set.records(["fleet:007", "fleet:008"]):
        same_as_model(record)


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        (["4,5", "5,995"], ","),
        (["4.5", "5.995"], "."),
        (["5.995"], None),
        (["5.995.000"], ","),
        (["0,125", "5,995"], ","),
        (["4.5", "4,5"], None),
        (["1,234.5"], "."),
        (["4500", "5995"], None),
    ],
)
def test_decimal_signs(cells: list[str], sign: str | None) -> None:
    assert decimal_sign(dict.fromkeys(cells, 1))[0] == sign


def test_toml_of_awkward_texts(tmp_path: Path) -> None:
    proposal = propose(tmp_path, 'make,{model},model,"a ""quoted"" [x] {y}\u2028",Range (km)\nA,C,B,"1\n2",300\n')
    path = tmp_path / "m.toml"
    path.write_text(to_toml(proposal.data, ["one\nline"]), encoding="utf-8")
    assert read_map(str(path)).data == proposal.data


@pytest.mark.parametrize("name", ["fleet.jsonl", "fleet.json", "fleet.xlsx", "fleet.parquet"])
def test_numbers_of_typed_files_have_a_decimal_point(tmp_path: Path, store: Store, name: str) -> None:
    """4.712 alone could be thousands in a text file, and cannot in a file whose cells are numbers."""
    path = tmp_path / name
    record = {"make": "A", "model": "B", "Length (m)": 4.712}
    if name.endswith("xlsx"):
        path.write_bytes(workbook([list(record), list(record.values())]))
    elif name.endswith("parquet"):
        parquet.write_table(pa.Table.from_pylist([record]), path)
    else:
        path.write_text(json.dumps([record] if name.endswith("json") else record), encoding="utf-8")
    table, proposal = proposed(str(path))
    assert reasons(proposal)["Length (m)"][0] == "length in m"
    import_table(table, from_data(proposal.data, "the map"), store)
    (row,) = stored_rows(DataSet.open("fleet", store), ["fleet:a-b"])
    assert row["length_low"] == 4712


def test_a_text_of_digits_in_json_stays_in_doubt(tmp_path: Path) -> None:
    proposal = propose(tmp_path, '{"make": "A", "model": "B", "Length (m)": "4.712"}', "fleet.jsonl")
    assert reasons(proposal)["Length (m)"][0] is None


def test_two_columns_of_one_meaning_are_told(tmp_path: Path) -> None:
    proposal = propose(tmp_path, "make,model,Range (km),Reichweite in km,WLTP range (km)\nA,B,300,310,320\n")
    found = reasons(proposal)
    same = "Range (km) is the same: the first of them with a value is shown"
    assert same in found["Reichweite in km"][1]
    assert "is the same" not in found["Range (km)"][1] + found["WLTP range (km)"][1]


def test_another_column_s_sign_is_the_cure(tmp_path: Path) -> None:
    proposal = propose(tmp_path, "make;model;Length (m);Battery (kWh)\nA;B;4.700;68,5\n")
    target, reason = reasons(proposal)["Length (m)"]
    assert target is None
    assert "--decimal , settles it" in reason


def test_a_folder_and_an_unknown_ending(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="is a folder; name the file in it"):
        proposed(str(tmp_path))
    path = tmp_path / "fleet.dat"
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(FileRefused, match=r"ends in none of \.csv, .*rename it"):
        proposed(str(path))

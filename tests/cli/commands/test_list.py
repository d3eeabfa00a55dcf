"""``vehicles list``."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ((), ["acme-e-van-75", "citroen-e-hauler-50", "evil-sons-script", "quiet-secret", "tianma-d9-7-5-t"]),
        (("--type", "van"), ["acme-e-van-75", "citroen-e-hauler-50"]),
        (("--type", "van", "--market", "DE"), ["acme-e-van-75"]),
        (("--make", "Citroën"), ["citroen-e-hauler-50"]),
        (("--make", "citroen"), ["citroen-e-hauler-50"]),
        (("--powertrain", "diesel"), ["tianma-d9-7-5-t"]),
        (("--category", "n1"), ["acme-e-van-75", "citroen-e-hauler-50"]),
        (("--plant", "graz"), ["acme-e-van-75"]),
        (("天马",), ["tianma-d9-7-5-t"]),
        (("e-", "50"), ["citroen-e-hauler-50"]),
        (("--limit", "2"), ["acme-e-van-75", "citroen-e-hauler-50"]),
        (("--limit", "0"), []),
    ],
)
def test_which_vehicles(run: Run, arguments: tuple[str, ...], ids: list[str]) -> None:
    ran = run("list", *arguments, "--format", "ids")
    assert ran.out.split() == ids
    assert ran.code == 0


def test_a_limit_says_what_it_left_out(run: Run) -> None:
    assert run("list", "--limit", "2").err == "vehicles: 3 more; shown 2 of 5\n"
    assert run("list", "--limit", "5").err == ""


def test_no_match_is_said_and_has_its_own_code(run: Run) -> None:
    assert run("list", "nothing of this name") == (3, "(no vehicle matches)\n", "")
    assert run("list", "nothing of this name", "--format", "ids") == (3, "", "")
    assert run("list", "nothing of this name", "--group-by", "make").code == 3
    assert json.loads(run("list", "nothing", "--format", "json").out) == {"shape": 1, "vehicles": []}
    assert run("list", "nothing", "--format", "csv").out.startswith("id,type,")


def test_fewer_columns_where_it_is_narrow_but_not_for_programs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Powertrain" not in run("list").out
    assert "Powertrain" in run("list", "--width", "120").out
    monkeypatch.setenv("COLUMNS", "120")
    assert "Powertrain" in run("list").out
    assert "powertrain" in run("list", "--format", "csv", "--width", "40").out


def test_columns_that_were_named_are_all_shown_however_narrow(run: Run) -> None:
    names = "id,make,model,version,payload,range,gross_vehicle_mass,battery_energy,length"
    out = run("list", "--columns", names, "--width", "60").out
    assert "not shown" not in out
    for header in ("Make", "Payload", "Range", "Length"):
        assert header in out
    assert out.count("\nacme-e-van-75 ") > 1  # each block says whose figures they are
    assert all(len(line) <= 60 for line in out.splitlines())
    asked = run("list", "--where", "payload > 0 and length > 0 and range > 0", "--width", "40").out
    assert "not shown" not in asked


def test_notes_are_of_the_columns_that_are_shown(run: Run) -> None:
    narrow = " ".join(run("list", "--width", "25").out.split())
    assert narrow.endswith("not shown at this width: Battery energy, Range")
    assert "does not state its definition (crew)." in narrow


def test_chosen_columns(run: Run) -> None:
    header, *_ = run("list", "--columns", " id, length ,make", "--format", "csv").out.splitlines()
    assert header == "id,length,length_unit,length_doubt,length_bound,make"
    assert run("list", "--columns", ",", "--format", "csv").out == run("list", "--format", "csv").out


def test_counts_of_what_was_filtered(run: Run) -> None:
    assert json.loads(run("list", "--type", "van", "--group-by", "make", "--format", "json").out) == {
        "shape": 1,
        "by": "make",
        "counts": {"Acme": 1, "Citroën": 1},
        "vehicles": 2,
    }


def test_schema_org(run: Run) -> None:
    document = json.loads(run("list", "--type", "van", "--format", "jsonld").out)
    assert document["@type"] == "ItemList"
    assert document["numberOfItems"] == 2


def test_a_format_from_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEHICLES_FORMAT", "ids")
    assert run("list", "--type", "truck").out == "tianma-d9-7-5-t\n"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("payload >= 2 t", ["tianma-d9-7-5-t"]),
        ("range[wltp] > 190 mi", ["acme-e-van-75"]),
    ],
)
def test_queries(run: Run, query: str, ids: list[str]) -> None:
    assert run("list", "--where", query, "--format", "ids").out.split() == ids


def test_order(run: Run) -> None:
    assert run("list", "--type", "van", "--sort", "-length", "--format", "ids").out.split() == [
        "acme-e-van-75",
        "citroen-e-hauler-50",
    ]
    assert run("list", "--type", "van", "--sort", "length", "--format", "ids").out.split()[0] == "citroen-e-hauler-50"

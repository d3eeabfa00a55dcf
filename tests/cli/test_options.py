"""What several commands share: names from standard input, spec folders, units, formats."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from catalog.cli.main import main
from catalog.cli.options import counted
from catalog.render import NAMES
from tests.cli.conftest import Run

WITH_FORMAT: dict[str, tuple[str, ...]] = {
    "list": (),
    "list --group-by": ("--group-by", "make"),
    "show": ("acme-e-van-75",),
    "compare": ("acme-e-van-75", "evil-sons-script"),
    "convert": ("30 mpg(US)", "L/100km"),
    "fields": (),
    "fields FIELD": ("range",),
    "fields --coverage": ("--coverage",),
    "units": (),
    "units KIND": ("power",),
    "sources": (),
    "sources ID": ("evil-forum",),
    "plants": (),
    "plants ID": ("graz",),
    "check": (),
    "changes": (".",),
    "config": (),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", WITH_FORMAT)
def test_every_format_works_for_every_command(run: Run, command: str, name: str) -> None:
    code, out, _ = run(command.partition(" ")[0], *WITH_FORMAT[command], "--format", name)
    assert code == 0
    assert "\x1b" not in out
    if name == "json":
        assert isinstance(json.loads(out), dict)
    if name == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in out.splitlines())
    if name not in ("jsonl",):
        assert out.endswith("\n")


@pytest.mark.parametrize("name", ["ids", "jsonld", "github", "sarif"])
@pytest.mark.parametrize("command", ["units", "sources", "plants", "fields", "config"])
def test_a_format_of_other_commands_is_refused(run: Run, command: str, name: str) -> None:
    code, out, err = run(command, "--format", name)
    assert (code, out) == (2, "")
    assert err == f"vehicles: `vehicles {command}` has no format '{name}'\n"


def test_ids_from_standard_input(run: Run) -> None:
    ids = run("list", "--type", "van", "--format", "ids").out
    assert ids == "acme-e-van-75\ncitroen-e-hauler-50\n"
    piped = run("compare", "-", "--fields", "range", stdin=ids)
    assert piped.code == 0
    assert piped.err == ""
    assert piped.out == run("compare", "acme-e-van-75", "citroen-e-hauler-50", "--fields", "range").out


@pytest.mark.parametrize(
    "stdin",
    [
        "acme-e-van-75\ncitroen-e-hauler-50",
        "\n  acme-e-van-75  \r\n\r\ncitroen-e-hauler-50\r\n\n",
        "\ufeffacme-e-van-75\ncitroen-e-hauler-50\n",
        "acme-e-van-75\tvan\t75 kWh\ncitroen-e-hauler-50\tvan\n",
    ],
)
def test_lines_may_be_empty_end_in_any_way_and_have_more_columns(run: Run, stdin: str) -> None:
    ran = run("compare", "-", "--format", "json", stdin=stdin)
    assert ran.err == ""
    assert [vehicle["id"] for vehicle in json.loads(ran.out)["vehicles"]] == ["acme-e-van-75", "citroen-e-hauler-50"]


def test_names_may_stand_beside_standard_input(run: Run) -> None:
    ran = run("compare", "quiet-secret", "-", "--format", "json", stdin="acme-e-van-75\n")
    assert [vehicle["id"] for vehicle in json.loads(ran.out)["vehicles"]] == ["quiet-secret", "acme-e-van-75"]


@pytest.mark.parametrize("stdin", ["", "\n\n"])
def test_empty_standard_input_is_nothing_to_compare(run: Run, stdin: str) -> None:
    assert run("compare", "-", stdin=stdin) == (4, "", "vehicles: nothing to compare: no names were given\n")


class Terminal(io.StringIO):
    """Standard input where a person sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("fixture_specs")
@pytest.mark.parametrize("stdin", [None, Terminal("acme-e-van-75\n")])
def test_a_terminal_as_standard_input_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stdin: Terminal | None
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["compare", "-"]) == 2
    assert capsys.readouterr().err == "vehicles: - reads names from standard input, and nothing is piped in\n"


@pytest.mark.usefixtures("fixture_specs")
def test_standard_input_that_is_no_text_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), encoding="utf-8"))
    assert main(["compare", "-"]) == 2
    assert "standard input is not utf-8" in capsys.readouterr().err


def test_what_a_name_was_taken_as_is_said_with_what_else_fits(run: Run) -> None:
    err = run("compare", "e 5", "the-van").err
    assert err.splitlines() == [
        "vehicles: took 'e 5' as acme-e-van-75 (Acme E-Van, 75 kWh, 3.5 t, L2H2); also fits: citroen-e-hauler-50",
        "vehicles: took 'the-van' as acme-e-van-75 (Acme E-Van, 75 kWh, 3.5 t, L2H2)",
        "vehicles: 'the-van' and 'e 5' are both acme-e-van-75; shown once",
        "vehicles: one vehicle compares with nothing; name two or more",
    ]


def spec(folder: Path, text: str) -> Path:
    path = folder / "vehicles" / "own" / "van.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


GOOD = 'make = "Own"\nmodel = "Van"\nvehicle_type = "van"\n'


def test_the_users_spec_folder_is_read_besides_the_shipped(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VEHICLES_SPECS")
    shipped = set(run("list", "--format", "ids").out.split())
    spec(tmp_path / "xdg_data_home" / "vehicle-catalog" / "specs", GOOD)
    assert set(run("list", "--format", "ids").out.split()) - shipped == {"own-van"}


def test_a_broken_file_is_left_out_and_told_while_the_others_work(run: Run, specs: Path, tmp_path: Path) -> None:
    spec(tmp_path / "own", GOOD.replace("van", "vna"))
    code, out, err = run("list", "--format", "ids", "--specs", str(specs), "--specs", str(tmp_path / "own"))
    assert code == 0
    assert len(out.split()) == 5
    lines = err.splitlines()
    assert "vehicles/own/van.toml:3: vehicle_type: " in lines[0]
    assert "did you mean van?" in lines[0]
    assert lines[-1] == "vehicles: 1 fault in 1 spec file, left out here; `vehicles check` shows all"


def test_three_faults_are_told_and_the_rest_counted(run: Run, tmp_path: Path) -> None:
    spec(tmp_path / "own", "make = 1\nmodel = 2\nvehicle_type = 3\nbody = 4\nversion = 5\n")
    err = run("list", "--specs", str(tmp_path / "own")).err.splitlines()
    assert len(err) == 4
    assert err[-1] == "vehicles: 5 faults in 1 spec file, left out here; `vehicles check` shows all"


def test_counting() -> None:
    assert [counted(count, "fault") for count in (0, 1, 2)] == ["0 faults", "1 fault", "2 faults"]


def test_units_for_all_and_for_one(run: Run) -> None:
    out = run(
        "compare", "acme-e-van-75", "citroen-e-hauler-50", "-u", "us", "--unit", "range=km", "--unit", "mass=t"
    ).out
    assert "317 km" in out
    assert "3.5 t" in out
    assert "218.4 in" in out


def test_width_is_that_of_columns_and_of_the_option(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    narrow = run("compare", "acme-e-van-75", "citroen-e-hauler-50").out
    assert max(map(len, narrow.splitlines())) <= 50
    wide = run("compare", "acme-e-van-75", "citroen-e-hauler-50", "--width", "120").out
    assert max(map(len, wide.splitlines())) > 80
    monkeypatch.setenv("COLUMNS", "120")
    assert run("compare", "acme-e-van-75", "citroen-e-hauler-50").out == wide


@pytest.mark.parametrize(
    "colour", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"}]
)
def test_there_is_never_a_colour(run: Run, monkeypatch: pytest.MonkeyPatch, colour: dict[str, str]) -> None:
    plain = run("show", "evil-sons-script")
    for name, value in colour.items():
        monkeypatch.setenv(name, value)
    assert run("show", "evil-sons-script") == plain
    assert "\x1b" not in plain.out
    assert "\\u001b[31mred" in plain.out

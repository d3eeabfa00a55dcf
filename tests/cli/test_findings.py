"""What `vehicles check` finds: with file and line, settled by a written reason, readable by code hosts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog.cli.main import main

SOURCES = '[brochure]\npublisher = "Acme"\ntitle = "Brochure"\ndate = "2024-03"\nurl = "https://example.org/b.pdf"\nkind = "manufacturer"\n'
VAN = """make = "Acme"
model = "Van"
vehicle_type = "van"
sources = ["brochure"]

[specs]
kerb_mass = "3600 kg"
gross_vehicle_mass = {value}
"""


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    root = tmp_path / "specs"
    (root / "vehicles" / "acme").mkdir(parents=True)
    (root / "sources.toml").write_text(SOURCES, encoding="utf-8")
    return root


def write(specs: Path, value: str) -> None:
    (specs / "vehicles" / "acme" / "van.toml").write_text(VAN.replace("{value}", value), encoding="utf-8")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["check", *arguments, "--no-config"])
    return code, capsys.readouterr().out


def test_a_finding_has_file_line_field_and_code_and_exits_5(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(specs, '"3.4 t"')
    code, out = check(capsys, str(specs))
    assert code == 5
    assert "specs/vehicles/acme/van.toml:7: kerb_mass: " in out
    assert "[mass-order]" in out
    assert "1 finding" in out


def test_a_written_reason_settles_it(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(specs, '{ value = "3.4 t", accept = { "mass-order" = "printed so in both tables" } }')
    code, out = check(capsys, str(specs))
    assert (code, "nothing found; 1 accepted" in out) == (0, True)
    assert "accepted: printed so in both tables" in check(capsys, str(specs), "--all")[1]


def test_only_the_named_checks(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(specs, '"3.4 t"')
    assert check(capsys, str(specs), "--code", "turning")[0] == 0
    assert check(capsys, str(specs), "--code", "mass-order")[0] == 5


def test_code_hosts_read_it(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(specs, '"3.4 t"')
    code, out = check(capsys, str(specs), "--format", "github")
    assert code == 5
    assert out.startswith("::error file=specs/vehicles/acme/van.toml,line=7,title=mass-order::kerb_mass: ")
    document = json.loads(check(capsys, str(specs), "--format", "sarif")[1])
    (run,) = document["runs"]
    (result,) = run["results"]
    assert (document["version"], result["ruleId"], result["level"]) == ("2.1.0", "mass-order", "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_a_fault_of_the_schema_is_a_rule_too(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(specs, '"3.4 km"')
    document = json.loads(check(capsys, str(specs), "--format", "sarif")[1])
    rules = {rule["id"] for rule in document["runs"][0]["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in document["runs"][0]["results"]} <= rules


def test_a_check_is_explained_and_an_unknown_one_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = check(capsys, "--explain", "mass-identity")
    assert (code, out.splitlines()[0].startswith("mass-identity: ")) == (0, True)
    assert main(["check", "--explain", "mass-identiy"]) == 3
    assert "did you mean mass-identity" in capsys.readouterr().err


def test_the_shipped_catalog_has_no_unexplained_finding(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = check(capsys)
    assert (code, out.startswith("nothing found")) == (0, True)

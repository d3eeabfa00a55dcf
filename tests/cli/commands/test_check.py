"""``vehicles check`` as a command: what it looks at, and its exit code. (What it finds: tests/cli/test_findings.py.)"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = 'make = "Own"\nmodel = "Van"\nvehicle_type = "van"\n'
BAD = 'make = "Own"\nmodel = "Van"\nvehicle_type = "vna"\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A spec folder with a good file and a bad one."""
    folder = tmp_path / "own"
    for name, text in (("good", GOOD), ("bad", BAD)):
        path = folder / "vehicles" / "own" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_folder(run: Run, own: Path) -> None:
    code, out, err = run("check", str(own))
    assert (code, err) == (5, "")
    first, *_ = out.splitlines()
    assert first.startswith("own/vehicles/own/bad.toml:3: vehicle_type: ")
    assert "did you mean van?" in first


def test_a_file_alone(run: Run, own: Path) -> None:
    assert run("check", str(own / "vehicles" / "own" / "good.toml")).code == 0
    assert run("check", str(own / "vehicles" / "own" / "bad.toml")).code == 5


def test_a_folder_below(run: Run, own: Path) -> None:
    assert run("check", str(own / "vehicles" / "own")).code == 5


def test_what_is_no_spec_folder(run: Run, tmp_path: Path) -> None:
    code, out, err = run("check", str(tmp_path))
    assert (code, out) == (2, "")
    assert "is not in a spec folder (which holds sources.toml and vehicles/)" in err


def test_json(run: Run, own: Path) -> None:
    code, out, _ = run("check", str(own), "--format", "json")
    assert code == 5
    document = json.loads(out)
    (fault,) = document["faults"]
    assert {"file", "line", "field", "message", "hint", "code"} <= set(fault)
    assert (fault["line"], fault["field"]) == (3, "vehicle_type")


@pytest.mark.parametrize("name", ["grid", "md", "html", "csv", "jsonl"])
def test_faults_in_every_format(run: Run, own: Path, name: str) -> None:
    code, out, _ = run("check", str(own), "--format", name)
    assert code == 5
    assert "bad.toml" in out.replace("\n", "")


def test_the_users_own_files_may_cite_the_shipped_sources(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import catalog

    monkeypatch.delenv("VEHICLES_SPECS")
    source = next(iter(catalog.open(strict=False).sources))
    folder = tmp_path / "xdg_data_home" / "vehicle-catalog" / "specs"
    path = folder / "vehicles" / "own" / "van.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'{GOOD}sources = ["{source}"]\n[specs]\nlength = "5 m"\n', encoding="utf-8")
    assert run("check", str(path)).code == 0
    path.write_text(f'{GOOD}sources = ["no-such-source"]\n[specs]\nlength = "5 m"\n', encoding="utf-8")
    code, out, _ = run("check", str(folder))
    assert code == 5
    assert "no-such-source" in out


def test_the_fixture_catalog_is_clean(run: Run) -> None:
    assert run("check").code == 0

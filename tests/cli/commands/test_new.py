"""``vehicles new``: a file that ``check`` accepts, never over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.cli.commands.new_ import slug
from tests.cli.conftest import Run


def test_a_file_in_the_users_own_folder(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VEHICLES_SPECS")
    code, out, err = run("new", "Acme", "Hauler 7.5", "--version", "box")
    path = tmp_path / "xdg_data_home" / "vehicle-catalog" / "specs" / "vehicles" / "acme" / "hauler-7-5-box.toml"
    assert code == 0
    assert out == f"{path}\n"
    assert path.is_file()
    assert err.splitlines() == [
        f"vehicles: wrote {path.parents[2] / 'sources.toml'} for your sources",
        f"vehicles: fill it in, then run `vehicles check {path}`; its id is acme-hauler-7-5-box",
    ]
    assert run("list", "acme-hauler", "--format", "ids").out == "acme-hauler-7-5-box\n"


@pytest.mark.parametrize("vehicle_type", ["truck", "van", "pickup", "car", "bus", "coach", "tractor"])
def test_check_accepts_it(run: Run, tmp_path: Path, vehicle_type: str) -> None:
    specs = str(tmp_path / "specs")
    (path,) = run("new", "Škoda", "Enyaq “x”", "--type", vehicle_type, "--specs", specs).out.splitlines()
    for checked in (specs, path):
        assert run("check", checked).code == 0


def test_a_second_call_refuses_to_overwrite(run: Run, tmp_path: Path) -> None:
    arguments = ("new", "Acme", "Hauler", "--specs", str(tmp_path / "specs"))
    path = Path(run(*arguments).out.strip())
    path.write_text("mine", encoding="utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert err == f"vehicles: {path} is there already; it is left as it is\n"
    assert path.read_text(encoding="utf-8") == "mine"


def test_sources_that_are_there_are_left_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text("# mine\n", encoding="utf-8")
    assert "sources.toml" not in run("new", "Acme", "Hauler", "--specs", str(tmp_path)).err
    assert (tmp_path / "sources.toml").read_text(encoding="utf-8") == "# mine\n"


def test_a_folder_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, out, err = run("new", "Acme", "Hauler", "--specs", str(tmp_path / "file"))
    assert (code, out) == (1, "")
    assert err.startswith(f"vehicles: cannot write {tmp_path / 'file'}")
    assert "Not a directory" in err or "File exists" in err


def test_a_name_too_long_for_the_file_system_is_told(run: Run, tmp_path: Path) -> None:
    code, _, err = run("new", "Acme", "b" * 120, "--version", "c" * 160, "--specs", str(tmp_path))
    assert code == 1
    assert "File name too long" in err


def test_printing_writes_no_file(run: Run, tmp_path: Path) -> None:
    code, out, err = run("new", "Acme", "Hauler", "--print", "--specs", str(tmp_path / "specs"))
    assert (code, err) == (0, "")
    assert 'make = "Acme"\nmodel = "Hauler"\n' in out
    assert not (tmp_path / "specs").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("МАЗ", "4381"),
            "make and model need a letter or digit of the Latin alphabet for the file's name; use --print",
        ),
        (("Acme", "!!!"), "make and model need a letter or digit"),
        (("", "Hauler"), "make: is empty (Brand as sold)"),
        (("Acme", "b" * 121), "model: 121 characters; at most 120"),
        (("Acme", "Hauler", "--version", "c" * 161), "version: 161 characters; at most 160"),
    ],
)
def test_a_name_that_the_file_could_not_hold_is_refused(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = run("new", *arguments, "--specs", str(tmp_path / "specs"))
    assert (code, out) == (2, "")
    assert message in err
    assert not (tmp_path / "specs").exists()


def test_a_name_without_latin_letters_can_be_printed(run: Run) -> None:
    assert 'make = "МАЗ"' in run("new", "МАЗ", "4381", "--print").out


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Škoda Enyaq 85x", "skoda-enyaq-85x"),
        ("Hauler 7.5 ", "hauler-7-5"),
        ("ë-Berlingo", "e-berlingo"),
        ("  ", ""),
        ("МАЗ", ""),
        ("../../etc", "etc"),
    ],
)
def test_slugs(text: str, name: str) -> None:
    assert slug(text) == name

"""What a command begins before anything else, and what of it is used: ``catalog.index.ahead``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.index import ahead, check
from catalog.index.place import Place
from tests.index.answers import answer

COMMAND = [sys.executable, "-m", "catalog"]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("spelled", [["--specs", "{}"], ["--specs={}"]])
def test_what_was_begun_is_used_once(
    folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch, spelled: list[str]
) -> None:
    answer(folder)
    monkeypatch.setattr(check, "MANY", 0)
    ahead.begin(["vehicles", "list", *(word.format(folder) for word in spelled)])
    begun = ahead.begun(place)
    assert begun.seal is not None
    assert begun.fresh()
    assert ahead.begun(place) is not begun


@pytest.mark.usefixtures("settled")
def test_a_wrong_guess_is_not_used(folder: Path, place: Place) -> None:
    answer(folder)
    ahead.begin(["vehicles", "list", "--specs", str(folder.parent / "others")])
    assert ahead.begun(place).fresh()


@pytest.mark.parametrize("arguments", [["--no-cache"], ["--specs"], ["--specs", ""], ["--specs", "there/is/none"]])
def test_arguments_that_name_no_folder(folder: Path, place: Place, arguments: list[str]) -> None:
    answer(folder)
    ahead.begin(["vehicles", "list", *arguments])
    assert ahead.begun(place).seal is not None


def test_where_the_folder_one_stands_in_is_gone(tmp_path: Path) -> None:
    """The folders are whole paths before anything is read; a message, not a traceback."""
    gone = tmp_path / "gone"
    gone.mkdir()
    program = (
        f"import os, runpy, sys; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); "
        "sys.argv = ['vehicles', 'list', '--specs', 'mine']; runpy.run_module('catalog', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.startswith("vehicles: ")
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("command", [["list"], ["show", "acme-e-van-75"], ["compare", "acme-e-van-75", "skoda-tatra"]])
def test_the_program_begins_it(folder: Path, command: list[str]) -> None:
    """It answers as without an index; twice, so that the second finds one."""
    arguments = [*COMMAND, *command, "--specs", str(folder), "--no-config", "--format", "json"]
    expected = subprocess.run([*arguments, "--no-cache"], capture_output=True, check=True).stdout
    for _ in range(2):
        done = subprocess.run(arguments, capture_output=True, check=True, env=dict(os.environ))
        assert (done.stdout, done.stderr) == (expected, b"")

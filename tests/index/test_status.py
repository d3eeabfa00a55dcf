"""``vehicles index``: its states, making it anew, and what is swept away."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalog.cli.main import main
from catalog.index.keeping import open_index
from catalog.index.place import Place
from catalog.index.status import status
from tests.index.changes import VAN, larger
from tests.index.processes import names_in

WHOLE = ["lock", "parts", "sqlite", "stamps"]


def test_its_states(folder: Path, place: Place, surroundings: Path) -> None:
    specs = [str(folder)]
    assert status(specs).state == "none yet"
    assert not surroundings.exists(), "asking makes nothing"
    open_index(specs).close()
    found = status(specs)
    assert (found.state, found.detail, found.path) == ("fresh", "", place.database)
    assert (found.vehicles, found.sources, found.plants, found.faults) == (2, 2, 2, 0)
    assert found.bytes == os.path.getsize(place.database) + os.path.getsize(place.parts)
    assert found.claims > 8
    larger(folder)
    assert (status(specs).state, status(specs).detail) == ("out of date", f"changed: {folder / VAN}")
    (folder / "vehicles/acme/folder.toml").mkdir()
    (folder / "vehicles/zeta").mkdir()
    for number in range(4):
        (folder / f"vehicles/zeta/{number}.toml").write_text("")
    assert status(specs).detail.endswith("and 3 more")
    open_index(specs).close()
    found = status(specs)
    assert (found.state, found.faults >= 5) == ("fresh", True)
    path = Path(place.database)
    path.write_bytes(path.read_bytes()[:-1])
    assert (status(specs).state, status(specs).detail) == ("damaged", "its checksum does not fit")
    path.write_bytes(b"")
    assert status(specs).state == "damaged"
    path.unlink()
    path.mkdir()
    assert status(specs).state == "damaged"
    path.rmdir()
    open_index(specs).close()
    assert status(specs).state == "fresh"
    Path(place.parts).unlink()
    assert status(specs).state == "damaged"


def test_without_stamps_it_is_not_trusted(folder: Path, place: Place) -> None:
    open_index([str(folder)]).close()
    os.unlink(place.stamps)
    assert status([str(folder)]).state == "damaged"


@pytest.mark.parametrize("home", ["nowhere", ""])
def test_without_a_home(folder: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    """Neither a path from the root nor nothing is a home; the cache would lie at the root."""
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", home)
    assert status([str(folder)]).state == "no cache"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any], str]]:
    def go(*arguments: str) -> tuple[int, dict[str, Any], str]:
        code = main(["index", *arguments, "--specs", str(folder), "--no-config", "--format", "json"])
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return go


def test_the_command(
    folder: Path, place: Place, run: Callable[..., tuple[int, dict[str, Any], str]], settled: None
) -> None:
    del settled
    assert run()[1]["state"] == run("--status")[1]["state"] == "none yet"
    code, found, err = run("--rebuild")
    assert (code, found["state"], found["roots"], err) == (0, "fresh", [str(folder)], "")
    first = os.stat(place.database).st_ino
    assert run()[1]["state"] == "fresh"
    assert os.stat(place.database).st_ino == first
    assert run("--rebuild")[0] == 0
    assert os.stat(place.database).st_ino != first


def test_rebuilding_where_nothing_can_be_kept(
    surroundings: Path, run: Callable[..., tuple[int, dict[str, Any], str]]
) -> None:
    surroundings.parent.mkdir()
    surroundings.touch()
    code, found, err = run("--rebuild")
    assert (code, found["state"]) == (1, "none yet")
    assert err.count("no index can be kept in ") == 1


def test_leftovers_of_killed_builds_are_swept(folder: Path, place: Place, surroundings: Path) -> None:
    open_index([str(folder)]).close()
    for path in (place.database, place.parts, place.stamps):
        Path(f"{path}.4711.new").write_bytes(b"half")
    larger(folder)
    open_index([str(folder)]).close()
    assert names_in(surroundings) == WHOLE


def test_what_nobody_used_for_long_is_swept(folder: Path, place: Place, surroundings: Path) -> None:
    """Indexes of folders that are gone; what others use, and what is not ours, stays."""
    surroundings.mkdir(parents=True)
    old = time.time() - 40 * 24 * 3600
    for name in ("0.sqlite", "0.parts", "0.stamps", "0.lock", "0.sqlite.4711.new", "notes.txt"):
        (surroundings / name).touch()
        os.utime(surroundings / name, (old, old))
    for name in ("1.sqlite", "1.parts", "1.stamps", "1.lock", "1.sqlite.4711.new"):
        (surroundings / name).touch()
    os.utime(surroundings / "1.sqlite", (time.time(), old))
    Path(place.lock).touch()
    os.utime(place.lock, (old, old))
    open_index([str(folder)]).close()
    own = {os.path.basename(path) for path in (place.database, place.parts, place.stamps, place.lock)}
    others = {"1.sqlite", "1.parts", "1.stamps", "1.lock", "1.sqlite.4711.new", "notes.txt"}
    assert {path.name for path in surroundings.iterdir()} == own | others


def test_two_that_sweep_at_once(folder: Path, surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one removes, the other does not stumble over."""
    surroundings.mkdir(parents=True)
    (surroundings / "0.sqlite").touch()
    scandir = os.scandir

    class Swept:
        """The entries of a folder from which all is removed between being listed and being looked at."""

        def __enter__(self) -> list[os.DirEntry[str]]:
            with scandir(surroundings) as entries:
                found = list(entries)
            (surroundings / "0.sqlite").unlink(missing_ok=True)  # listed again below, from Python 3.13 on by scandir
            return found

        def __exit__(self, *_: object) -> None:
            return

    said: list[str] = []
    monkeypatch.setattr(os, "scandir", lambda path: Swept() if path == str(surroundings) else scandir(path))
    open_index([str(folder)], say=said.append).close()
    assert said == []
    assert names_in(surroundings) == WHOLE

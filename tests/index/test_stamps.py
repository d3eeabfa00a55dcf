"""What only looks changed is not made anew, and what an index was not made of is not taken for it."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from catalog.index import making
from catalog.index.place import Place
from tests.index.answers import answer, truth
from tests.index.changes import VAN, Change, replaced, same_size_and_time, with_old_times


def identity(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_ino, status.st_mtime_ns


def touched(folder: Path) -> None:
    for path in folder.rglob("*.toml"):
        path.touch()


def copied(folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "copy")
    shutil.rmtree(folder)
    (folder.parent / "copy").rename(folder)


def edited_and_back(folder: Path) -> None:
    replaced(folder / VAN, '"11 kW"', '"12 kW"')
    replaced(folder / VAN, '"12 kW"', '"11 kW"')


def from_the_future(folder: Path) -> None:
    in_a_year = time.time() + 365 * 24 * 3600
    os.utime(folder / VAN, (in_a_year, in_a_year))


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "change", [touched, copied, edited_and_back, from_the_future], ids=lambda one: str(one.__name__)
)
def test_what_only_looks_changed_is_not_made_anew(folder: Path, place: Place, change: Change) -> None:
    before = answer(folder)
    made = identity(place.database)
    change(folder)
    assert not place.check().right()
    assert answer(folder) == before
    assert identity(place.database) == made
    assert place.check().right(), "the stamps were not kept anew"


@pytest.mark.usefixtures("settled")
def test_what_does_not_count_changes_nothing(folder: Path, place: Place) -> None:
    answer(folder)
    for path in ("README.md", "vehicles/acme/notes.txt", "vehicles/acme/.hidden.toml", "vehicles/.git/x.toml"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("x")
    assert place.check().right()


def test_the_young_are_not_trusted_by_their_stamps(folder: Path, place: Place) -> None:
    answer(folder)
    assert not place.check().right()
    made = identity(place.database)
    answer(folder)
    assert identity(place.database) == made


def test_a_change_while_the_index_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changed before it was read, and back when it was: the digests are those of what was not read."""
    load = making.load_roots

    def meanwhile(roots: Any) -> Any:
        same_size_and_time(folder)
        try:
            return load(roots)
        finally:
            with_old_times(folder / VAN, lambda path: replaced(path, '"12 kW"', '"11 kW"'))

    expected = truth(folder)
    with monkeypatch.context() as patch:
        patch.setattr(making, "load_roots", meanwhile)
        assert answer(folder) != expected
    assert answer(folder) == expected


@pytest.mark.usefixtures("settled")
def test_code_counts_in_a_checkout(folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    code = folder.parent / "code"
    (code / "inner").mkdir(parents=True)
    (code / "inner/one.py").write_text("1")
    monkeypatch.setattr(Place, "code", str(code))
    answer(folder)
    made = identity(place.database)
    (code / "inner/__pycache__").mkdir()
    (code / "inner/__pycache__/one.py").write_text("2")
    assert place.check().right()
    (code / "inner/one.py").write_text("2")
    answer(folder)
    assert identity(place.database) != made


def test_code_that_changed_after_it_was_imported(folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older code made is not kept as if the newer had."""
    code = folder.parent / "code"
    code.mkdir()
    (code / "one.py").write_text("1")
    monkeypatch.setattr(Place, "code", str(code))
    load = making.load_roots

    def meanwhile(roots: Any) -> Any:
        (code / "one.py").write_text("2")
        return load(roots)

    with monkeypatch.context() as patch:
        patch.setattr(making, "load_roots", meanwhile)
        answer(folder)
    made = identity(place.database)
    answer(folder)
    assert identity(place.database) != made

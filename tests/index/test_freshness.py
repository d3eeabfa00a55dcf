"""An index answers as the spec files are: whatever is done to them, and however their time stamps look."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from catalog.index import freshness
from catalog.index.place import Place
from tests.index.answers import answer, truth
from tests.index.changes import (
    CHANGES,
    VAN,
    Change,
    another_folder,
    another_make_folder,
    beside,
    larger,
    link_to_a_file,
    replaced,
    restored,
    same_size_and_time,
)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_changes_the_answer(folder: Path, change: Change) -> None:
    """The files are young, so their contents decide."""
    beside(folder)
    before = answer(folder)
    assert before == truth(folder)
    change(folder)
    after = answer(folder)
    assert after == truth(folder)
    assert after != before


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_stamps_alone_tell_a_change(folder: Path, place: Place, change: Change) -> None:
    beside(folder)
    before = answer(folder)
    assert place.check().right(), "the index is not trusted by its stamps, so this tests nothing"
    change(folder)
    assert not place.check().right()
    after = answer(folder)
    assert after == truth(folder)
    assert after != before
    assert place.check().right()


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("change", [larger, same_size_and_time, restored], ids=lambda change: str(change.__name__))
def test_what_is_linked_counts_where_it_lies(folder: Path, change: Change) -> None:
    """The spec folder is a link, a make's folder is one, and a file is one."""
    beside(folder)
    link = folder.parent / "link"
    link.symlink_to(folder)
    for path in (folder / "vehicles/acme", folder / VAN):
        real = folder.parent / f"real-{path.name}"
        path.rename(real)
        path.symlink_to(real)
    before = answer(link)
    change(folder)
    assert answer(link) == truth(link) != before


@pytest.mark.usefixtures("settled")
def test_a_link_to_another_file(folder: Path) -> None:
    beside(folder)
    link_to_a_file(folder)
    before = answer(folder)
    (folder / "vehicles/acme/linked.toml").unlink()
    (folder / "vehicles/acme/linked.toml").symlink_to(folder / VAN)
    assert answer(folder) == truth(folder) != before


def test_links_in_a_ring_end(folder: Path) -> None:
    """Two links back to the top double the paths at every level down."""
    for name in ("one", "two"):
        (folder / "vehicles" / name).symlink_to(folder)
        (folder / "vehicles/acme" / name).symlink_to(folder / "vehicles")
    assert answer(folder) == truth(folder)


def test_moved_away_and_back(folder: Path) -> None:
    before = answer(folder)
    folder.rename(folder.parent / "away")
    assert [fault.message for fault in answer(folder)["faults"]] == ["no such folder"]
    folder.mkdir()
    assert answer(folder)["faults"] == []
    folder.rmdir()
    assert [fault.message for fault in answer(folder)["faults"]] == ["no such folder"]
    (folder.parent / "away").rename(folder)
    assert answer(folder) == before


def test_two_folders(folder: Path) -> None:
    """Each counts, and so does their order: faults are told of the second of two equal ids."""
    other = folder.parent / "other"
    shutil.copytree(folder / "plants", other / "plants")
    both = answer(folder, other)
    assert both == truth(folder, other)
    assert answer(other, folder) == truth(other, folder) != both
    (other / "plants/graz.toml").unlink()
    assert answer(folder, other) == truth(folder, other) != both
    assert answer(folder) == truth(folder)


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every file; test_processes has a process that gives up that right")
    before = answer(folder)
    (folder / VAN).chmod(0)
    assert answer(folder) == truth(folder) != before
    (folder / VAN).chmod(0o600)
    assert answer(folder) == before


class CoarseClock:
    """The module ``os`` of a system whose files have whole seconds in their times."""

    def __init__(self, seconds: int) -> None:
        self._tick = seconds * 10**9

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def stat(self, path: str | int, dir_fd: int | None = None) -> SimpleNamespace:
        found = os.stat(path, dir_fd=dir_fd)
        times = {name: getattr(found, name) // self._tick * self._tick for name in ("st_mtime_ns", "st_ctime_ns")}
        return SimpleNamespace(st_mode=found.st_mode, st_size=found.st_size, st_ino=found.st_ino, **times)


@pytest.mark.parametrize("seconds", [1, 2])
def test_a_second_edit_within_the_tick_of_the_clock(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    """On file systems with whole seconds two edits look the same."""
    monkeypatch.setattr(freshness, "os", CoarseClock(seconds))
    for power in range(10, 18):
        replaced(folder / VAN, f'"{power + 1} kW"', f'"{power + 2} kW"')
        assert answer(folder)["table"] == truth(folder)["table"]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("change", [another_folder, another_make_folder], ids=lambda change: str(change.__name__))
def test_twins_made_in_one_tick(folder: Path, monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    """A folder takes the place of another in which every file has the same name, size and times."""
    monkeypatch.setattr(freshness, "os", CoarseClock(10**9))
    beside(folder)
    before = answer(folder)
    change(folder)
    assert answer(folder) == truth(folder) != before

"""An index stays whole, and a command answers right where none can be kept, saying so once."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalog.cli.main import main
from catalog.errors import IndexDamaged
from catalog.index.index import Index
from catalog.index.keeping import open_index
from catalog.index.place import Place
from tests.index.answers import answer, said, truth
from tests.index.changes import VAN, larger, replaced
from tests.index.processes import LIST, UNPRIVILEGED, names_in, ran

WHOLE = ["lock", "parts", "sqlite", "stamps"]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """``run("list")`` on the small folder: exit code, output and messages."""

    def go(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*(arguments or LIST), "--specs", str(folder), "--no-config"])
        return code, *capsys.readouterr()

    return go


def test_who_reads_the_old_one_reads_on(folder: Path) -> None:
    before = truth(folder)
    old = open_index([str(folder)])
    larger(folder)
    new = open_index([str(folder)])
    assert said(new) == truth(folder) != before
    assert said(old) == before
    new.close()
    old.close()


def test_who_read_nothing_yet_reads_on_as_well(folder: Path) -> None:
    """It is open from the beginning, not from its first question on."""
    before = truth(folder)
    open_index([str(folder)]).close()
    old = open_index([str(folder)])
    larger(folder)
    open_index([str(folder)]).close()
    assert said(old) == before
    old.close()


def test_two_folders_have_two_indexes(folder: Path, surroundings: Path) -> None:
    other = folder.parent / "other"
    (other / "vehicles").mkdir(parents=True)
    for _ in range(2):
        assert answer(folder) == truth(folder)
        assert answer(other) == truth(other)
    assert names_in(surroundings) == sorted(2 * WHOLE)


@pytest.mark.parametrize("spelled", ["specs", "./specs", "specs/", "../{parent}/specs", "link", "link/../specs"])
def test_a_folder_however_it_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, spelled: str) -> None:
    """Also one behind a link and ``..``, which is beside where the link leads to."""
    monkeypatch.chdir(folder.parent)
    elsewhere = folder.parent / "elsewhere"
    (elsewhere / "specs/vehicles/acme").mkdir(parents=True)
    (elsewhere / "inner").mkdir()
    (folder.parent / "link").symlink_to(folder if spelled == "link" else elsewhere / "inner")
    named = spelled.format(parent=folder.parent.name)
    expected = elsewhere / "specs" if ".." in spelled and "link" in spelled else folder
    assert answer(Path(named))["records"] == truth(expected)["records"]
    index = open_index([named])
    assert said(index)["records"] == truth(expected)["records"]
    index.close()


@pytest.mark.parametrize("named", ["nowhere", "~nobody-of-this-name/specs", "specs/sources.toml", "specs/plants"])
def test_what_is_no_spec_folder_is_told_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    monkeypatch.chdir(folder.parent)
    told = []
    for more in ([], [], ["--no-cache"]):
        code = main(["list", "--specs", named, "--no-config", *more])
        told.append((code, *capsys.readouterr()))
    assert told[0] == told[1] == told[2]
    assert told[0][:2] == (2, "")
    assert "folder" in told[0][2]


def unwritable(kind: str, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache in which nothing can be kept, also by root."""
    cache = base / "cache"
    if kind == "a file":
        cache.mkdir()
        (cache / "vehicle-catalog").touch()
    elif kind == "below a file":
        cache.touch()
    elif kind == "not writable":
        monkeypatch.setenv("XDG_CACHE_HOME", "/proc/cache")
    elif kind == "a broken link":
        cache.symlink_to(base / "nowhere" / "cache")
        (base / "nowhere").touch()
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", str(base / ("long" * 70)))


@pytest.mark.parametrize("kind", ["a file", "below a file", "not writable", "a broken link", "too long"])
def test_without_a_cache_it_answers_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, kind: str
) -> None:
    expected = run(*LIST, "--no-cache")
    unwritable(kind, tmp_path, monkeypatch)
    for _ in range(2):
        code, out, err = run()
        assert (code, out) == expected[:2]
        assert err.count("no index can be kept in ") == 1
        assert err.count("\n") == 1 + expected[2].count("\n")


def test_without_a_home_there_is_no_cache_and_nothing_to_say(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    expected = run(*LIST, "--no-cache")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "nowhere")  # not a path from the root: the user has no home
    assert run() == expected


def test_no_cache_neither_reads_nor_writes(folder: Path, surroundings: Path, place: Place, run: Run) -> None:
    expected = run(*LIST, "--no-cache")
    assert not surroundings.exists()
    answer(folder)
    Path(place.database).write_bytes(b"x")
    assert run(*LIST, "--no-cache") == expected
    assert Path(place.database).read_bytes() == b"x"


@pytest.mark.parametrize("which", ["database", "parts", "stamps", "lock"])
def test_a_folder_in_its_place(place: Place, run: Run, which: str) -> None:
    expected = run(*LIST, "--no-cache")
    (Path(getattr(place, which)) / "kept").mkdir(parents=True)
    for _ in range(2):
        code, out, err = run()
        assert (code, out) == expected[:2]
        assert err.count("no index can be kept in ") == 1
    assert [name for name in names_in(Path(place.folder)) if name.endswith("new")] == []


@pytest.mark.parametrize("content", [b"x", b"x" * 5000, b"SQLite format 3\x00" + b"x" * 5000], ids=len)
def test_a_lock_that_something_wrote_into(folder: Path, place: Place, run: Run, content: bytes) -> None:
    expected = run(*LIST, "--no-cache")
    Path(place.folder).mkdir(parents=True)
    Path(place.lock).write_bytes(content)
    assert run() == expected
    assert names_in(Path(place.folder)) == WHOLE
    larger(folder)
    assert run() == run(*LIST, "--no-cache") != expected


def calls() -> dict[str, tuple[Any, str, str]]:
    """What making an index asks of the system: where it is called from, and the part of a path it is called for."""
    return {
        "making the folder": (os, "makedirs", ""),
        "opening the lock": (sqlite3, "connect", ".lock"),
        "opening the database": (sqlite3, "connect", ".new"),
        "writing it out": (os, "fsync", ""),
        "putting the database in place": (os, "replace", ".sqlite."),
        "putting the parts in place": (os, "replace", ".parts."),
        "putting the stamps in place": (os, "replace", ".stamps."),
        "looking for leftovers": (os, "scandir", "vehicle-catalog"),
    }


@pytest.mark.parametrize("what", calls())
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT], ids=errno.errorcode.__getitem__)
def test_whatever_fails_it_answers(
    folder: Path, surroundings: Path, monkeypatch: pytest.MonkeyPatch, run: Run, what: str, code: int
) -> None:
    run()
    larger(folder)
    expected = run(*LIST, "--no-cache")
    module, name, part = calls()[what]
    right = getattr(module, name)
    failed = []

    def wrong(*arguments: Any, **options: Any) -> Any:
        if part in str(arguments[0]):
            failed.append(arguments)
            raise sqlite3.OperationalError("disk I/O error") if module is sqlite3 else OSError(code, os.strerror(code))
        return right(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, wrong)
        found = run()
    assert failed
    assert found[:2] == expected[:2]
    assert found[2].count("no index can be kept in ") == 1
    assert [name for name in names_in(surroundings) if name.endswith("new")] == []
    assert run() == expected
    assert names_in(surroundings) == WHOLE


@pytest.mark.parametrize("most", [0, 1000, 20_000, 50_000, 90_000])
def test_a_full_disk(folder: Path, surroundings: Path, most: int) -> None:
    """No file may grow beyond ``most`` bytes, which is how a process sees a disk that fills while it writes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    expected = ran(folder, *LIST, "--no-cache")
    assert expected.returncode == 0
    assert most < os.path.getsize(open_and_gone(folder, surroundings))
    for _ in range(2):
        found = ran(folder, before=limit)
        assert (found.returncode, found.stdout) == (0, expected.stdout)
        assert found.stderr.count("no index can be kept in ") == 1
        assert found.stderr.count("\n") == 1
        assert names_in(surroundings) == ["lock"]


def open_and_gone(folder: Path, cache: Path) -> str:
    """An index's file beside the cache, so that it is known how large one is; the cache is empty then."""
    open_index([str(folder)]).close()
    (database,) = cache.glob("*.sqlite")
    kept = database.rename(cache.parent / "measured.sqlite")
    for path in cache.iterdir():
        path.unlink()
    return str(kept)


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_cache_that_may_not_be_written(folder: Path, surroundings: Path, mode: int) -> None:
    expected = ran(folder, *LIST, "--no-cache")
    surroundings.mkdir(parents=True)
    surroundings.chmod(mode)
    try:
        for _ in range(2):
            found = ran(folder, command=UNPRIVILEGED)
            assert (found.returncode, found.stdout) == (0, expected.stdout)
            assert found.stderr.count("no index can be kept in ") == 1
            assert found.stderr.count("\n") == 1
    finally:
        surroundings.chmod(0o700)
    assert names_in(surroundings) == []


def test_a_fresh_index_in_a_cache_that_may_not_be_written(folder: Path, surroundings: Path) -> None:
    """It is read, and there is nothing to say, until it is out of date."""
    expected = ran(folder, *LIST, "--no-cache")
    settled(folder)
    surroundings.chmod(0o500)
    try:
        found = ran(folder, command=UNPRIVILEGED)
        assert (found.stdout, found.stderr) == (expected.stdout, "")
        replaced(folder / VAN, '"11 kW"', '"13 kW"')
        found = ran(folder, command=UNPRIVILEGED)
        assert found.stdout == ran(folder, *LIST, "--no-cache").stdout != expected.stdout
        assert found.stderr.count("no index can be kept in ") == 1
    finally:
        surroundings.chmod(0o700)


def settled(folder: Path) -> None:
    """Make the index when the files are old enough for their stamps to be trusted."""
    time.sleep(2.1)
    ran(folder)


def test_damage_found_while_it_is_read(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """As where a disk fails: the index is made anew, and the answer is that of the new one."""
    expected = run()
    right = Index.records
    damage = ["a checksum does not fit"]

    def wrong(self: Index, *arguments: Any, **options: Any) -> Any:
        if damage:
            raise IndexDamaged(damage.pop())
        return right(self, *arguments, **options)

    monkeypatch.setattr(Index, "records", wrong)
    code, out, err = run()
    assert (code, out) == expected[:2]
    assert "the index is damaged: a checksum does not fit; making it anew" in err


def test_damage_found_in_the_new_one(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """A disk that keeps nothing as it was written: the command goes on without."""
    expected = run(*LIST, "--no-cache")

    monkeypatch.setattr(Index, "looked_at", lambda index: False)
    code, out, err = run()
    assert (code, out) == expected[:2]
    assert err.count("no index can be kept in ") == 1

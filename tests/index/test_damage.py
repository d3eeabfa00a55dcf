"""A damaged index, one of another version or of other folders: the answer is right, or made anew, never another."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.cli.main import main
from catalog.index import keeping
from catalog.index.check import as_bytes, seal_of
from catalog.index.keeping import Place, open_index
from tests.index.answers import answer, truth
from tests.index.processes import LIST


@pytest.fixture
def built(folder: Path, place: Place, settled: None) -> Path:
    """The database of a fresh index whose files are trusted by their stamps."""
    del settled
    open_index([str(folder)]).close()
    assert place.check().right()
    return Path(place.database)


def changed_and_sealed(place: Place, *statements: str) -> None:
    """Change what is written in an index, as whoever wrote it would have."""
    connection = sqlite3.connect(place.database, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    seal = seal_of(place.database)
    Path(place.stamps).write_bytes(as_bytes(place.survey(), seal))
    assert place.check().right()


OTHERS = {
    "another version": "update meta set value = '1 0.0.9 3' where key = 'version'",
    "no version": "delete from meta where key = 'version'",
    "other folders": """update meta set value = '["/elsewhere"]' where key = 'roots'""",
    "nothing known": "drop table meta",
    "a table of another shape": "alter table meta rename column value to content",
}


@pytest.mark.parametrize("statement", OTHERS.values(), ids=OTHERS)
def test_another_than_was_asked_for(folder: Path, place: Place, built: Path, statement: str) -> None:
    before = built.stat().st_ino
    changed_and_sealed(place, "delete from vehicles", "delete from records", statement)
    assert answer(folder) == truth(folder)
    assert built.stat().st_ino != before
    assert place.check().right()


def test_an_upgrade_makes_its_own(folder: Path, surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions side by side, as in two environments, do not make each other's anew."""
    expected = answer(folder)
    monkeypatch.setattr(keeping, "__version__", "99.0")
    assert answer(folder) == expected
    identities = {path: path.stat().st_ino for path in surroundings.glob("*.sqlite")}
    assert len(identities) == 2
    assert answer(folder) == expected
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(surroundings.parent))
    monkeypatch.setattr(keeping, "is_checkout", lambda: False)
    assert answer(folder) == expected
    assert {path: path.stat().st_ino for path in surroundings.glob("*.sqlite")} == identities


def garbage(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def another_database(base: Path) -> bytes:
    path = base / "another.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("create table vehicles (id text)")
    connection.commit()
    connection.close()
    return path.read_bytes()


CONTENTS: dict[str, Callable[[bytes, Path], bytes]] = {
    **{f"cut to {tenth}0 %": lambda whole, _, tenth=tenth: whole[: len(whole) * tenth // 10] for tenth in range(10)},  # type: ignore[misc]
    "one byte short": lambda whole, _: whole[:-1],
    "one byte more": lambda whole, _: whole + b"\0",
    "garbage": lambda whole, _: garbage(len(whole)),
    "a little garbage": lambda whole, _: garbage(60),
    "zeros": lambda whole, _: bytes(len(whole)),
    "its first page zeros": lambda whole, _: bytes(4096) + whole[4096:],
    "its last page zeros": lambda whole, _: whole[:-4096] + bytes(4096),
    "its halves in another order": lambda whole, _: whole[len(whole) // 2 :] + whole[: len(whole) // 2],
    "another database": lambda whole, base: another_database(base),
    "a text": lambda whole, _: b"vehicles\n",
}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("which", ["database", "stamps"])
def test_another_content(
    folder: Path, place: Place, built: Path, which: str, content: Callable[[bytes, Path], bytes]
) -> None:
    path = Path(getattr(place, which))
    path.write_bytes(content(path.read_bytes(), folder.parent))
    assert not place.check().right()
    assert answer(folder) == truth(folder)
    assert place.check().right()


@pytest.mark.parametrize("which", ["database", "stamps"])
@pytest.mark.parametrize("instead", ["nothing", "a folder", "a broken link", "a link to itself"])
def test_something_else_in_its_place(folder: Path, place: Place, built: Path, which: str, instead: str) -> None:
    path = Path(getattr(place, which))
    path.unlink()
    if instead == "a folder":
        path.mkdir()
    elif instead != "nothing":
        path.symlink_to(path if instead == "a link to itself" else "nowhere")
    assert answer(folder) == truth(folder)
    assert place.check().right() == (instead != "a folder")


def flipped(content: bytes, drawn: random.Random) -> bytes:
    """One to three bits the other way."""
    changed = bytearray(content)
    for _ in range(drawn.choice([1, 1, 1, 2, 3])):
        changed[drawn.randrange(len(changed))] ^= 1 << drawn.randrange(8)
    return bytes(changed)


def test_no_flipped_bit_goes_unnoticed(place: Place, built: Path) -> None:
    whole = built.read_bytes()
    drawn = random.Random(1)
    for _ in range(500):
        content = flipped(whole, drawn)
        built.write_bytes(content)
        assert place.check().right() == (content == whole)
    built.write_bytes(whole)
    assert place.check().right()


def test_no_flipped_bit_of_the_stamps_goes_unnoticed(place: Place, built: Path) -> None:
    path = Path(place.stamps)
    whole = path.read_bytes()
    drawn = random.Random(2)
    for _ in range(500):
        content = flipped(whole, drawn)
        path.write_bytes(content)
        assert place.check().right() == (content == whole)


def test_a_command_answers_right_whatever_was_flipped(
    folder: Path, place: Place, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Never a traceback, never another number, also in what a query asks."""
    queries = [[*LIST], [*LIST, "--where", "payload >= 0.9 t", "--sort", "-range"], ["show", "acme-e-van-75"]]

    def run(arguments: list[str], *more: str) -> tuple[int, str, str]:
        code = main([*arguments, "--specs", str(folder), "--no-config", *more])
        return code, *capsys.readouterr()

    expected = [run(arguments, "--no-cache") for arguments in queries]
    drawn = random.Random(3)
    for number in range(60):
        path = built if number % 3 else Path(place.stamps)
        path.write_bytes(flipped(path.read_bytes(), drawn))
        which = number % len(queries)
        assert run(queries[which]) == expected[which]


def test_stamps_of_another_build(folder: Path, place: Place, built: Path) -> None:
    """Whoever was killed between the two files left a new database with the stamps of the old."""
    other = folder.parent / "other"
    expected = answer(folder)
    stamps = Path(place.stamps).read_bytes()
    folder.rename(other)
    (folder / "vehicles").mkdir(parents=True)
    assert answer(folder) != expected
    Path(place.stamps).write_bytes(stamps)
    (folder / "vehicles").rmdir()
    folder.rmdir()
    other.rename(folder)
    assert not place.check().right()
    assert answer(folder) == expected


def test_an_index_that_was_put_back(folder: Path, place: Place, built: Path) -> None:
    """A backup of the cache folder brings an old pair of files, which fit each other and not the spec files."""
    kept = {path: Path(path).read_bytes() for path in (place.database, place.stamps)}
    (folder / "vehicles/skoda/tatra.toml").unlink()
    assert answer(folder) == truth(folder)
    for path, content in kept.items():
        os.unlink(path)
        Path(path).write_bytes(content)
    assert answer(folder) == truth(folder)


def test_its_parts_are_plain_to_read(folder: Path, built: Path) -> None:
    """Whoever opens the file with another program finds tables that explain themselves."""
    connection = sqlite3.connect(built)
    rows = connection.execute(
        "select published, low, high, unit, sources from claims where vehicle = 'acme-e-van-75' and field = 'range'"
    ).fetchall()
    assert [(row[0], row[1], row[3], row[4]) for row in rows] == [
        ("317 km", 317.0, "km", "brochure"),
        ("350 km", 350.0, "km", "press"),
    ]
    assert connection.execute("select numerator, denominator, pint from units where symbol = 'mi'").fetchall() == [
        ("201168", "125", "mile")
    ]
    assert dict(connection.execute("select key, unit from fields where key in ('range', 'payload', 'tyres')")) == {
        "range": "km",
        "payload": "kg",
        "tyres": None,
    }
    meta = dict(connection.execute("select key, value from meta"))
    assert json.loads(meta["roots"]) == [str(folder)]
    connection.close()

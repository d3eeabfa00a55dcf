"""A damaged index, one of another version or of other folders: the answer is right, or made anew, never another."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from catalog.cli.main import main
from catalog.errors import IndexDamaged
from catalog.index.check import Seal, as_bytes, checksums
from catalog.index.keeping import open_index
from catalog.index.packing import packed
from catalog.index.parts import Parts, Writer
from catalog.index.place import Place
from tests.index.answers import answer, truth
from tests.index.processes import LIST


@pytest.fixture
def built(folder: Path, place: Place, settled: None) -> Path:
    """The database of a fresh index whose files are trusted by their stamps."""
    del settled
    open_index([str(folder)]).close()
    assert place.check().right()
    return Path(place.database)


def changed_and_sealed(place: Place, **changes: object) -> None:
    """Another database without vehicles, and another ``about``, sealed as whoever wrote them would have."""
    connection = sqlite3.connect(place.database, isolation_level=None)
    connection.execute("delete from vehicles")
    connection.close()
    index = place.open(place.check())
    assert index is not None
    about = {name: value for name, value in {**index.meta, **changes}.items() if value is not None}
    index.close()
    content = BytesIO()
    writer = Writer(content)
    writer.add("about", packed(about))
    writer.add("names", packed([]))
    parts = writer.finish()
    Path(place.parts).write_bytes(content.getvalue())
    front = os.path.getsize(place.database)
    found = checksums(place.database, front)
    assert found is not None
    Path(place.stamps).write_bytes(as_bytes(place.survey(), Seal(front, *found, parts, 1)))
    assert place.check().right()


OTHERS: dict[str, dict[str, object]] = {
    "another version": {"version": "1 0.0.9 3"},
    "no version": {"version": None},
    "other folders": {"roots": ("/elsewhere",)},
    "nothing known": {"version": None, "roots": None},
}


@pytest.mark.parametrize("changes", OTHERS.values(), ids=OTHERS)
def test_another_than_was_asked_for(folder: Path, place: Place, built: Path, changes: dict[str, object]) -> None:
    before = built.stat().st_ino
    changed_and_sealed(place, **changes)
    assert answer(folder) == truth(folder)
    assert built.stat().st_ino != before
    assert place.check().right()


def test_an_upgrade_makes_its_own(folder: Path, surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions side by side, as in two environments, do not make each other's anew."""
    expected = answer(folder)
    monkeypatch.setattr("catalog.index.place.__version__", "99.0")
    assert answer(folder) == expected
    identities = {path: path.stat().st_ino for path in surroundings.glob("*.sqlite")}
    assert len(identities) == 2
    assert answer(folder) == expected
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(surroundings.parent))
    monkeypatch.setattr("catalog.index.place.is_checkout", lambda: False)
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


FILES = ["database", "parts", "stamps"]
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
@pytest.mark.parametrize("which", FILES)
def test_another_content(
    folder: Path, place: Place, built: Path, which: str, content: Callable[[bytes, Path], bytes]
) -> None:
    path = Path(getattr(place, which))
    path.write_bytes(content(path.read_bytes(), folder.parent))
    assert not place.check().right()
    assert answer(folder) == truth(folder)
    assert place.check().right()


@pytest.mark.parametrize("which", FILES)
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


@pytest.mark.parametrize("which", FILES)
def test_no_flipped_bit_goes_unnoticed(place: Place, built: Path, which: str) -> None:
    path = Path(getattr(place, which))
    whole = path.read_bytes()
    drawn = random.Random(which)
    for _ in range(500):
        content = flipped(whole, drawn)
        path.write_bytes(content)
        assert place.check().right() == (content == whole)
    path.write_bytes(whole)
    assert place.check().right()


def test_what_is_read_of_the_parts_is_what_was_written(place: Place, built: Path) -> None:
    """Whichever bit was flipped: each part is the right one, or an error, also for names that there are none of."""
    path = Path(place.parts)
    whole = path.read_bytes()
    right = Parts.of(whole)
    names = ["about", "names", "heads", "fields", "vehicle acme-e-van-75", "vehicle skoda-tatra", "vehicle nobody"]
    expected = {name: right.get(name) for name in names}
    assert [name for name, body in expected.items() if body is None] == ["vehicle nobody"]
    drawn = random.Random(4)
    noticed = 0
    for _ in range(500):
        content = flipped(whole, drawn)
        try:
            found = Parts.of(content)
        except IndexDamaged:
            noticed += 1
            continue
        for name in names:
            try:
                assert found.get(name) == expected[name]
            except IndexDamaged:
                noticed += 1
    assert noticed > 400


def test_queries_read_the_front_of_the_database_alone(place: Place, folder: Path, built: Path) -> None:
    """What is not looked at before a query is not read by it either."""
    expected = answer(folder)["table"]
    check = place.check()
    assert check.seal is not None
    whole = built.read_bytes()
    front = check.seal.front
    assert 0 < front < len(whole)
    built.write_bytes(whole[:front] + garbage(len(whole) - front))
    index = place.open(check)
    assert index is not None
    assert index.rows("select * from vehicles order by id") == expected
    assert index.rows("select count(*) from vehicles where lower(make) like 'a%'") == [(1,)]
    index.close()
    for place_of_bit in random.Random(5).sample(range(front), 200):
        content = bytearray(whole)
        content[place_of_bit] ^= 4
        built.write_bytes(content)
        assert not place.check().searched()


def test_a_command_answers_right_whatever_was_flipped(
    folder: Path, place: Place, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Never a traceback, never another number, also in what a query asks. What is found while it is read is told."""
    queries = [
        [*LIST],
        [*LIST, "--where", "payload >= 0.9 t", "--sort", "-range"],
        ["show", "acme-e-van-75"],
        ["compare", "acme-e-van-75", "skoda-tatra"],
    ]

    def run(arguments: list[str], *more: str) -> tuple[int, str, str]:
        code = main([*arguments, "--specs", str(folder), "--no-config", *more])
        return code, *capsys.readouterr()

    expected = [run(arguments, "--no-cache") for arguments in queries]
    drawn = random.Random(3)
    told = 0
    for number in range(120):
        path = Path(getattr(place, FILES[number % 3]))
        path.write_bytes(flipped(path.read_bytes(), drawn))
        which = drawn.randrange(len(queries))
        code, out, err = run(queries[which])
        lines = dict.fromkeys(err.splitlines(keepends=True))  # what was said before is said again
        found = [line for line in lines if "the index is damaged: " not in line]
        told += len(lines) - len(found)
        assert (code, out, "".join(found)) == expected[which]
    assert told > 5


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
    kept = {path: Path(path).read_bytes() for path in (place.database, place.parts, place.stamps)}
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

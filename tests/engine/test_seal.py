"""No flipped bit of a published file becomes another number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from catalog.engine.archive import Archive, ArchiveWriter
from catalog.engine.duckdb import bare_connection
from catalog.engine.parquet import write_parquet
from catalog.engine.seal import FileDamaged, add_seal, read_seal
from catalog.engine.table import Value
from catalog.errors import CatalogError, IndexStale, SettingsError
from tests.engine.engines import need_duckdb, small_table

_COUNT = 3000
_ROWS: list[Mapping[str, Value]] = [
    {"id": f"{n:05}", "make": f"make {n % 7}", "payload_low": n / 7, "payload_high": n / 7, "length_low": 1.5}
    for n in range(_COUNT)
]
TABLE = small_table(*_ROWS)
_TEXTS = [[f"{block} {number} ß" * 20 for number in range(4)] for block in range(6)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    need_duckdb()
    path = tmp_path_factory.mktemp("seal") / "v.parquet"
    archive = ArchiveWriter(BytesIO())
    for texts in _TEXTS:
        archive.add(texts)
    write_parquet(TABLE, path, {"sources": "[]"}, archive.file)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    (tmp_path / "v.parquet").write_bytes(whole)
    return tmp_path / "v.parquet"


def everything(path: Path) -> list[str]:
    """Reads and proves all there is of a file."""
    seal = read_seal(str(path))
    seal.check(seal.columns)
    archive = Archive(str(path), *seal.archive)
    place, found = 0.0, []
    with open(path, "rb") as file:
        while seal.archive[0] + place < seal.archive[1]:
            found += archive.block(place)
            file.seek(seal.archive[0] + int(place))
            place += 4 + int.from_bytes(file.read(4), "little")
    return found


def test_a_whole_file_is_proved_and_its_texts_are_found(path: Path) -> None:
    assert everything(path) == [text for texts in _TEXTS for text in texts]
    assert set(read_seal(str(path)).columns) == set(TABLE.columns)


def test_any_program_reads_it(path: Path) -> None:
    from pyarrow import parquet as pq

    rows = bare_connection().execute(f"select count(*), sum(payload_low), max(id) from '{path}'").fetchall()
    assert rows == [(_COUNT, pytest.approx(sum(n / 7 for n in range(_COUNT))), f"{_COUNT - 1:05}")]
    assert bare_connection().execute(f"select count(*) from '{path}' where make = 'make 3'").fetchall() == [(429,)]
    assert pq.read_table(path)["payload_low"].to_pylist() == [n / 7 for n in range(_COUNT)]


def _flips(whole: bytes) -> Iterator[tuple[int, int]]:
    draw = Random(7)
    tail = range(len(whole) - 3000, len(whole))
    for _ in range(100):
        yield draw.randrange(len(whole)), 1 << draw.randrange(8)
        yield draw.choice(tail), 1 << draw.randrange(8)


def test_no_flipped_bit_goes_unnoticed(path: Path, whole: bytes) -> None:
    for place, bit in _flips(whole):
        damaged = bytearray(whole)
        damaged[place] ^= bit
        path.write_bytes(damaged)
        with pytest.raises(CatalogError):
            everything(path)


@pytest.mark.parametrize("left", [0, 3, 8, 40, 2000, -1, -9, -500])
def test_a_truncated_file_is_refused(path: Path, whole: bytes, left: int) -> None:
    path.write_bytes(whole[:left])
    with pytest.raises(CatalogError, match="damaged"):
        everything(path)


def test_a_damaged_column_is_named(path: Path, whole: bytes) -> None:
    seal = read_seal(str(path))
    damaged = bytearray(whole)
    damaged[seal.columns["payload_low"][1][0] + 20] ^= 1
    path.write_bytes(damaged)
    found = read_seal(str(path))
    found.check(["payload_high", "id", "make"])  # of the others nothing is said
    with pytest.raises(FileDamaged, match="its column payload_low is not what was written; publish it anew"):
        found.check(["payload_low"])


def test_a_file_that_was_replaced_is_no_damaged_one(path: Path, whole: bytes) -> None:
    seal = read_seal(str(path))
    (path.parent / "new").write_bytes(whole)
    (path.parent / "new").replace(path)
    assert seal.replaced
    with pytest.raises(IndexStale, match="was replaced while it was read"):
        seal.check(["id"])


def test_what_was_not_published_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.parquet").write_text("PAR1 is how it begins")
    with pytest.raises(SettingsError, match="no Parquet file"):
        read_seal(str(tmp_path / "text.parquet"))
    with closing(bare_connection()) as connection:
        connection.execute(f"copy (select 1 as id) to '{tmp_path}/other.parquet' (format parquet)")
        with pytest.raises(SettingsError, match="not written by `vehicles publish`"):
            read_seal(str(tmp_path / "other.parquet"))
        with pytest.raises(SettingsError, match="there is no such file"):
            read_seal(str(tmp_path / "none.parquet"))
        with pytest.raises(SettingsError, match="Is a directory"):
            read_seal(str(tmp_path))
        add_seal(f"{tmp_path}/other.parquet", connection)
    assert read_seal(str(tmp_path / "other.parquet")).archive[0] > 0


def test_a_place_that_is_none_is_refused(path: Path) -> None:
    archive = Archive(str(path), *read_seal(str(path)).archive)
    for place in (1.0, 5.0, 10.0**9, -100.0):
        with pytest.raises(CatalogError, match=r"v\.parquet is damaged: a record is not what was written"):
            archive.block(place)

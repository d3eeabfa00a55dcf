"""The bytes of a file: packed or not, within limits, known again by their digest."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from catalog.datasets.content import read_content
from catalog.datasets.errors import FileRefused
from catalog.datasets.limits import DEFAULT, Limits, size_text
from catalog.errors import CatalogError

TEXT = b"a,b\n1,2\n"


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def write(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize("data", [TEXT, gzip.compress(TEXT, mtime=0), zipped(vehicles=TEXT)])
def test_what_is_packed_is_unpacked_and_the_digest_is_the_file_s(tmp_path: Path, data: bytes) -> None:
    content = read_content(write(tmp_path, "vehicles.csv", data), DEFAULT)
    assert (content.data, content.size) == (TEXT, len(data))
    assert content.sha256 == hashlib.sha256(data).hexdigest()
    assert content.name == "vehicles.csv"


def test_limits(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="8 bytes; at most 5 bytes are imported"):
        read_content(write(tmp_path, "f", TEXT), Limits(bytes=5))
    bomb = bytes(10_000_000)
    for name, data in (("f.gz", gzip.compress(bomb)), ("f.zip", zipped(f=bomb))):
        assert len(data) < 50_000
        with pytest.raises(FileRefused, match=r"unpacks to more than 1.0 MB"):
            read_content(write(tmp_path, name, data), Limits(unpacked=1_000_000))


def test_archives_of_several_files_and_damaged_ones(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="holds 2 files; unpack it"):
        read_content(write(tmp_path, "f.zip", zipped(a=TEXT, b=TEXT)), DEFAULT)
    with pytest.raises(FileRefused, match="is damaged"):
        read_content(write(tmp_path, "f.gz", gzip.compress(TEXT, mtime=0)[:-6]), DEFAULT)
    with pytest.raises(FileRefused, match="is damaged"):
        read_content(write(tmp_path, "g.zip", zipped(a=TEXT)[:40]), DEFAULT)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"cannot read .*: No such file"):
        read_content(str(tmp_path / "none.csv"), DEFAULT)
    with pytest.raises(CatalogError, match="cannot read"):
        read_content(str(tmp_path), DEFAULT)


def test_sizes_in_words() -> None:
    assert [size_text(size) for size in (5, 999, 1500, 2 * 1024**3)] == ["5 bytes", "999 bytes", "1.5 kB", "2.1 GB"]

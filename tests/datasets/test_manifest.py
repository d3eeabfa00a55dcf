"""Manifests: what they say, and that nobody has changed it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.datasets.errors import DataSetDamaged
from catalog.datasets.manifest import Manifest, from_json


def manifest(**changes: object) -> Manifest:
    parts: dict[str, object] = {
        "name": "small", "prefix": "small", "title": "A table", "publisher": "Škoda", "licence": "CC0-1.0",
        "url": None, "kind": "data set", "version": "1", "imported": "2026-01-01T00:00:00Z", "importer": "0.1",
        "files": [{"name": "f.csv", "sha256": "00", "size": 3}], "rows": {"read": 1, "loaded": 1, "rejected": 0},
        "columns": [], "map": {"format": 1}, "stored": {"file": "v.parquet", "sha256": "11", "size": 4},
    }  # fmt: skip
    return Manifest(**{**parts, **changes})  # type: ignore[arg-type]


@given(st.text(), st.dictionaries(st.text(), st.integers()))
def test_a_manifest_is_read_as_it_was_written(text: str, counts: dict[str, int]) -> None:
    one = manifest(title=text, findings=counts)
    read = from_json(one.to_json(), "small")
    assert (read.title, read.findings, read.to_json()) == (text, counts, one.to_json())


def test_a_flipped_bit_is_an_error_or_changes_nothing() -> None:
    one = manifest()
    data = one.to_json()
    draw = random.Random(7)
    wrong = 0
    for _ in range(1000):
        at, bit = draw.randrange(len(data)), draw.randrange(8)
        flipped = bytearray(data)
        flipped[at] ^= 1 << bit
        try:
            assert from_json(bytes(flipped), "small").to_json() == data  # a blank outside of the texts
        except DataSetDamaged:
            wrong += 1
    assert wrong > 800


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b'{"sha256": "0", "manifest": {}}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_manifest(data: bytes) -> None:
    with pytest.raises(DataSetDamaged, match="its manifest is not what was written; import its file again"):
        from_json(data, "small")


def test_other_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalog.datasets.manifest.FORMAT", 99)
    data = manifest().to_json()
    monkeypatch.undo()
    with pytest.raises(DataSetDamaged, match="another version"):
        from_json(data, "small")

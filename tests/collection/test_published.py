"""Data sets and specs that were published together answer as they do on the shelf, name by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.collection import published
from catalog.collection.opening import open_holding
from catalog.collection.packed import pack_plants
from catalog.collection.published import PublishedFile
from catalog.collection.publishing import publish_holding, spec_files
from catalog.collection.reader import Reader
from catalog.datasets.store import Store
from catalog.errors import CatalogError, IndexStale, NotFound
from catalog.index import Index
from catalog.model import Claim, Record
from catalog.query import compile_query, order_by
from tests.conftest import SPECS


@pytest.fixture
def shelf(index: Index, two_sets: Store, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr("catalog.datasets.store.user_folder", lambda: two_sets.folder)
    return Reader(open_holding(("all",), lambda: index))


@pytest.fixture
def there(shelf: Reader, tmp_path: Path) -> Reader:
    """The same, published."""
    told: list[tuple[str, float]] = []
    about = {"program": "a test"}
    assert publish_holding(shelf.holding, str(tmp_path / "all.parquet"), about, lambda *one: told.append(one)) == 9
    assert told == [("writing", 0.0), ("closing", 1.0)]
    return Reader(PublishedFile(str(tmp_path / "all.parquet")))


def parts(record: Record) -> list[object]:
    """All there is of a record, of whatever class its claims are."""
    claims = [
        (key, [[getattr(claim, name) for name in Claim.__match_args__] for claim in several])
        for key, several in record.claims.items()
    ]
    identity = [getattr(record, name) for name in Record.__match_args__ if name != "claims"]
    return [*identity, record.data_set, record.row, claims]


def test_records_and_what_they_cite_are_the_same(shelf: Reader, there: Reader) -> None:
    ids = shelf.ids()
    assert there.ids() == ids
    for derived in (False, True):
        for fields in (None, ["range", "payload"]):
            found, expected = there.records(ids, fields, derived), shelf.records(ids, fields, derived)
            assert [parts(record) for record in found] == [parts(record) for record in expected]
    assert {key: source.as_dict() for key, source in there.sources.items()} == {
        key: source.as_dict() for key, source in shelf.sources.items()
    }
    assert [(one.citation, one.counted) for one in there.sources.values()] == [
        (one.citation, one.counted) for one in shelf.sources.values()
    ]
    assert pack_plants(there.plants) == pack_plants(shelf.plants)
    assert there.holding.data_sets() == shelf.holding.data_sets()
    assert there.holding.curated() == shelf.holding.curated()
    assert there.holding.size() == 9


def test_queries_words_and_counts_are_the_same(shelf: Reader, there: Reader) -> None:
    query = compile_query("range >= 200 km and market = DE", shelf.schema)
    order = order_by("-range,make", shelf.schema)[0]
    for words in ((), ("skoda",), ("müller", "L2"), ("a%",), ("_",)):
        for asked in (None, query):
            assert there.select(words, asked, order, limit=3) == shelf.select(words, asked, order, limit=3)
    assert there.counts("data_set") == shelf.counts("data_set")
    assert there.facets(stems=["range"]) == shelf.facets(stems=["range"])


@pytest.mark.parametrize("few", [5000, 0])
def test_a_name_means_the_same_vehicle(shelf: Reader, there: Reader, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    """Also where there are too many vehicles to look through them all."""
    monkeypatch.setattr(published, "_FEW", few or 5000)
    if not few:
        monkeypatch.setattr(PublishedFile, "size", lambda self: 10**7)
    for name in ("enyaq", "fl:8", "Tipper", "e-van", "acme-e", "Skoda Enyaq 85", "müller l3"):
        assert there.resolve(name).id == shelf.resolve(name).id
    for name in ("100%", "no such thing", ""):
        with pytest.raises(NotFound):
            there.resolve(name)


def test_an_id_that_is_not_there_is_told(there: Reader) -> None:
    with pytest.raises(NotFound, match=r"no vehicle 'x' \(not in .*all\.parquet\)"):
        there.records(["fl:8", "x"])


def test_a_file_that_is_replaced_is_opened_anew(shelf: Reader, there: Reader, tmp_path: Path) -> None:
    publish_holding(shelf.holding, str(tmp_path / "all.parquet"), {})
    with pytest.raises(IndexStale, match="was replaced while it was read"):
        there.ids()


def test_a_place_that_holds_another_record_is_damage(there: Reader) -> None:
    assert isinstance(there.holding, PublishedFile)
    there.ids()
    there.holding._places["fl:8"] = 3.0
    with pytest.raises(CatalogError, match="is damaged"):
        there.records(["fl:8"])


def test_the_spec_files_are_named_with_their_digests() -> None:
    found = spec_files([str(SPECS)])
    assert "sources.toml" in found
    assert all(path.startswith(("vehicles/", "plants/", "sources.toml")) for path in found)
    assert {len(digest) for digest in found.values()} == {64}

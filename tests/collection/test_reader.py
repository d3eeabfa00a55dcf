"""The reader over an index alone, and over the same vehicles in DuckDB: one interface, one answer."""

from __future__ import annotations

import pytest

from catalog.collection.holding import Holding
from catalog.collection.reader import Reader
from catalog.collection.shelf import Shelf
from catalog.datasets.dataset import DataSet
from catalog.datasets.store import Store
from catalog.errors import Ambiguous, NotFound, SettingsError
from catalog.index import Index
from catalog.query import compile_query, order_by

QUERIES = (
    "payload >= 0.9 t", "range[wltp] > 150 mi", "maybe(range >= 300 km)", "not payload is missing", "make = Acme",
    "type in (van, car)", "model like '%hauler%'", "data_set = specs", "market = FR",
)  # fmt: skip
NAMES = ("acme-e-van-75", "tianma", "citroen hauler", "ACME van", "zz top", "quiet", "acme")


@pytest.fixture(scope="module")
def beside(index: Index, two_sets: Store) -> Reader:
    """The fixture catalog in DuckDB, beside a data set of which the tests here ask nothing."""
    return Reader(Shelf([DataSet.open("hire", two_sets)], index))


@pytest.fixture(scope="module")
def alone(index: Index) -> Reader:
    return Reader(index)


def own(ids: object) -> list[str]:
    assert isinstance(ids, list)
    return [key for key in ids if not key.startswith("hire:")]


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("sort", ["id", "-payload,make", "range,-id", "data_set,-model"])
def test_a_query_finds_the_same_in_the_same_order(alone: Reader, beside: Reader, text: str, sort: str) -> None:
    found = [
        own(reader.select((), compile_query(text, reader.schema), order_by(sort, reader.schema)[0]).ids)
        for reader in (alone, beside)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("words", [["VAN"], ["citroen"], ["Citroën", "hauler"], ["e-van", "75"], ["zzz"], ["%"], ["'"]])
def test_words_find_the_same(alone: Reader, beside: Reader, words: list[str]) -> None:
    assert own(alone.select(words).ids) == own(beside.select(words).ids)


def test_words_are_found_without_accents_and_case(beside: Reader) -> None:
    assert beside.select(["CITROEN"]).ids == ["citroen-e-hauler-50"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_means_the_same(alone: Reader, beside: Reader, name: str) -> None:
    def meant(reader: Reader) -> object:
        try:
            return reader.resolve(name).id
        except (NotFound, Ambiguous) as error:
            return type(error)

    assert meant(alone) == meant(beside) or name == "acme"  # of which there is one more beside


@pytest.mark.parametrize(
    "filters",
    [{"make": "acme"}, {"vehicle_type": "van"}, {"market": "DE"}, {"powertrain": "bev"}, {"plant": "graz"}],
)
def test_filters_find_the_same(alone: Reader, beside: Reader, filters: dict[str, str | None]) -> None:
    assert own(alone.select(filters=filters).ids) == own(beside.select(filters=filters).ids)


def test_facets_are_the_same(alone: Reader, beside: Reader) -> None:
    query = "data_set = specs"
    stems = ["payload", "range", "range__wltp"]
    one, other = (reader.facets((), compile_query(query, reader.schema), stems=stems) for reader in (alone, beside))
    assert one == other
    assert one.spans["payload"].known == 3
    assert "data_set" not in one.counts  # all of one set is no facet


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("make", {"Acme": 1, "Citroën": 1, "Evil & Sons": 1, "Quiet": 1, "Tianma": 1}),
        ("type", {"van": 2, "car": 1, "pickup": 1, "truck": 1}),
        ("category", {"N1": 2, None: 2, "N2": 1}),
        ("powertrain", {"battery electric": 2, "diesel": 1, None: 1, "petrol": 1}),
        ("market", {None: 2, "AT": 1, "CN": 1, "DE": 1, "FR": 1}),
        ("plant", {None: 4, "graz": 1}),
        ("body", {None: 3, "@SUM(1+1)*cmd": 1, "panel van": 1}),
        ("data_set", {"specs": 5}),
    ],
)
def test_counts(alone: Reader, beside: Reader, by: str, counts: dict[str | None, int]) -> None:
    assert alone.counts(by) == (counts, 5)
    assert list(alone.counts(by)[0]) == list(counts)
    query = compile_query("data_set = specs", beside.schema)
    assert beside.counts(by, (), query) == (counts, 5)


def test_an_unknown_grouping_suggests_the_nearest(alone: Reader) -> None:
    with pytest.raises(SettingsError, match=r"cannot group by 'maek'; did you mean make\?"):
        alone.counts("maek")
    with pytest.raises(SettingsError, match="cannot group by 'zzz'; one of make, type"):
        alone.counts("zzz")


def test_limit_and_offset(alone: Reader, beside: Reader) -> None:
    for reader, total in ((alone, 5), (beside, 6)):
        ids = list(reader.select().ids)
        assert len(ids) == total
        assert (list(reader.select(limit=2).ids), reader.select(limit=2).total) == (ids[:2], total)
        assert list(reader.select(limit=2, offset=4).ids) == ids[4:6]
        assert list(reader.select(offset=4).ids) == ids[4:]


def test_a_holding_is_what_the_protocol_says(alone: Reader, beside: Reader) -> None:
    holdings: tuple[Holding, ...] = (alone.holding, beside.holding)
    assert [holding.size() for holding in holdings] == [5, 6]
    assert [len(holding.ids()) for holding in holdings] == [5, 6]
    assert [len(holding.curated()) for holding in holdings] == [5, 5]
    for holding in holdings:
        assert list(holding.names(["acme-e-van-75", "nobody"])) == ["acme-e-van-75"]
        assert holding.names(["acme-e-van-75"])["acme-e-van-75"].name == "Acme E-Van, 75 kWh, 3.5 t, L2H2"
        assert (holding.has("acme-e-van-75"), holding.has("acme-e-van"), holding.has("hire:7")) == (True, False, False)


def test_specs_are_the_same_records_beside_data_sets(alone: Reader, beside: Reader) -> None:
    ids = alone.ids()
    assert [record.claims for record in beside.records(ids)] == [record.claims for record in alone.records(ids)]

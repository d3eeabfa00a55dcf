"""Data sets as what commands read: found by name, one table together, each row of its own set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import catalog
from catalog.collection.opening import holding_of, known_names, open_holding
from catalog.collection.reader import Reader
from catalog.collection.shelf import Shelf
from catalog.datasets.dataset import DataSet
from catalog.datasets.store import Store
from catalog.errors import NotFound
from catalog.index import Index
from catalog.query import compile_query, order_by

Open = Callable[..., Reader]


@pytest.fixture
def opened(index: Index, two_sets: Store, monkeypatch: pytest.MonkeyPatch) -> Open:
    """``opened("fleet", "specs")`` is a reader of what --catalog names."""
    monkeypatch.setattr("catalog.datasets.store.user_folder", lambda: two_sets.folder)
    return lambda *names: Reader(open_holding(names, lambda: index))


def test_without_a_name_it_is_the_index_itself(opened: Open, index: Index) -> None:
    assert opened().holding is index
    assert opened("specs").holding is index


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (("fleet",), ["fl:007", "fl:8", "fl:9"]),
        (("hire", "fleet"), ["fl:007", "fl:8", "fl:9", "hire:1"]),
        (("specs", "hire"), ["acme-e-van-75", "citroen-e-hauler-50", "hire:1"]),
        (("all",), ["acme-e-van-75", "citroen-e-hauler-50", "fl:007"]),
    ],
)
def test_a_name_chooses_what_is_there(opened: Open, names: tuple[str, ...], ids: list[str]) -> None:
    found = opened(*names).ids()
    assert [key for key in ids if key in found] == ids
    assert len(found) == {"fleet": 3, "hire": 4, "specs": 6, "all": 9}[names[0]]


def test_an_unknown_name_gets_the_nearest(opened: Open) -> None:
    with pytest.raises(
        NotFound, match=r"no data set 'fleat'; did you mean fleet\? \(there are specs, all, fleet, hire\)"
    ):
        opened("fleat")
    assert known_names() == ["specs", "all", "fleet", "hire"]


def test_one_query_goes_over_all_sets(opened: Open) -> None:
    reader = opened("all")
    query = compile_query("range >= 200 km and market = DE", reader.schema)
    order = order_by("-range", reader.schema)[0]
    assert reader.select((), query, order).ids == ["fl:007", "fl:8", "fl:9", "acme-e-van-75", "hire:1"]
    assert reader.counts("data_set")[0] == {"specs": 5, "fleet": 3, "hire": 1}
    assert reader.facets().counts["data_set"] == {"specs": 5, "fleet": 3, "hire": 1}
    only = compile_query("data_set in (fleet, hire) and type = van", reader.schema)
    assert reader.select((), only).ids == ["fl:8", "fl:9"]


def test_records_say_where_they_are_from(opened: Open) -> None:
    reader = opened("all")
    fleet, specs, hire = reader.records(["fl:007", "acme-e-van-75", "hire:1"])
    assert (fleet.data_set, fleet.row) == ("fleet", "007")
    assert (specs.data_set, specs.row) == ("specs", None)
    assert (hire.data_set, hire.row, hire.name) == ("hire", "1", "Acme Tipper")
    assert [claim.published for claim in fleet.claims["range"]] == ["570 km", "560 km"]
    assert reader.sources["fleet"].citation == "Acme Leasing, “The fleet”, June; licence: CC0-1.0"


def test_only_the_fields_that_are_asked_for_are_read(opened: Open) -> None:
    (record,) = opened("fleet").records(["fl:007"], ["payload"])
    assert list(record.claims) == ["payload"]
    (record,) = opened("fleet").records(["fl:007"], [])
    assert (record.name, dict(record.claims)) == ("Škoda Enyaq, 85", {})


def test_words_and_names_of_data_sets(opened: Open) -> None:
    reader = opened("fleet")
    assert reader.select(["skoda"]).ids == ["fl:007"]
    assert reader.select(["MULLER", "l3"]).ids == ["fl:9"]
    assert reader.resolve("enyaq").id == "fl:007"
    assert reader.resolve("muller l2").id == "fl:8"
    with pytest.raises(NotFound, match=r"no vehicle 'enyak'; did you mean fl:007"):
        reader.resolve("enyak")


def test_a_vehicle_of_a_data_set_is_found_whatever_is_searched(opened: Open) -> None:
    reader = opened("specs")
    assert reader.resolve("fl:007").id == "fl:007"
    comparison = reader.compare("fl:007", "acme-e-van-75", "fl:8")
    assert [record.data_set for record in comparison.vehicles] == ["fleet", "specs", "fleet"]
    row = comparison.row("range", "wltp")
    assert row.cells[0].text == "570\u00a0km"
    assert row.cells[1].claim is not None, "claims of an index and of a data set stand in one row"
    assert "fleet" in reader.sources


def test_an_id_of_no_data_set_is_none(opened: Open) -> None:
    reader = opened("specs")
    for name in ("fl:1", "epa:1", "fleet:007", ":", "a:b:c"):
        with pytest.raises(NotFound):
            reader.resolve(name)
    assert holding_of("nobody:7") is None


def test_what_one_set_alone_has_is_missing_in_the_others(opened: Open, index: Index) -> None:
    reader = opened("all")
    query = compile_query("height is missing", reader.schema)
    found = list(reader.select((), query).ids)
    alone = Reader(index)
    expected = list(alone.select((), compile_query("height is missing", alone.schema)).ids)
    assert [key for key in found if ":" not in key] == expected
    assert [key for key in found if ":" in key] == ["fl:007", "fl:8", "fl:9", "hire:1"]


def test_the_rest_of_the_interface(opened: Open, index: Index, two_sets: Store) -> None:
    shelf = Shelf([DataSet.open("fleet", two_sets)])
    assert (shelf.size(), shelf.faults, dict(shelf.plants), shelf.curated()) == (3, (), {}, [])
    assert list(shelf.names()) == ["fl:007", "fl:8", "fl:9"]
    assert shelf.names(["fl:8"])["fl:8"].markets == ("DE", "AT")
    assert opened("all").plants.keys() == index.plants.keys()
    with pytest.raises(NotFound):
        shelf.records(["acme-e-van-75"])


def test_data_sets_for_programs(opened: Open, monkeypatch: pytest.MonkeyPatch, index: Index) -> None:
    del opened
    monkeypatch.setattr("catalog.index.keeping.open_index", lambda: index)
    fleet = catalog.open_data_sets("fleet")
    assert (len(fleet), list(fleet), repr(fleet)) == (3, ["fl:007", "fl:8", "fl:9"], "<DataSets of 3 vehicles>")
    assert ("fl:007" in fleet, "hire:1" in fleet, "fl:1" in fleet, 7 in fleet) == (True, True, False, False)
    assert fleet["fl:007"].values("range")[0].published == "570 km"
    with pytest.raises(KeyError):
        fleet["fl:1"]
    assert fleet.get("muller l3").row == "9"
    assert [one.id for one in fleet.list(where="payload >= 0.6 t", sort="-payload", limit=1)] == ["fl:8"]
    assert [one.id for one in fleet.list("enyaq", vehicle_type="car")] == ["fl:007"]
    assert fleet.counts("type", where="payload >= 0.6 t") == {"van": 2}
    assert fleet.sources["fleet"].publisher == "Acme Leasing"
    comparison = fleet.compare("fl:8", "hire:1", units="us", fields=["payload"], baseline="fl:8")
    assert comparison.row("payload").cells[1].text == "15\u00a0432\u00a0lb"
    assert len(catalog.open_data_sets("all")) == 9
    assert len(catalog.open_data_sets()) == 5


def test_a_comparison_cites_data_sets_with_version_and_rows(opened: Open) -> None:
    comparison = opened("all").compare("fl:8", "fl:9", "acme-e-van-75")
    assert (
        str(comparison)
        .rstrip()
        .replace("\n  ", " ")
        .endswith("fleet: Acme Leasing, “The fleet”, June; licence: CC0-1.0; rows 8, 9")
    )
    document = comparison.to_dict()
    assert document["data_sets"]["fleet"]["version"] == "June"
    assert [(one["data_set"], one["row"]) for one in document["vehicles"]] == [
        ("fleet", "8"), ("fleet", "9"), ("specs", None),
    ]  # fmt: skip
    assert "data_sets" not in opened("all").compare("acme-e-van-75").to_dict()

"""Two doors to the same catalog, the models and the index: whatever is asked, both answer the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import catalog
from catalog.collection import Catalog
from catalog.collection.reader import Reader
from catalog.compare import DERIVED, compare
from catalog.compare.derived import with_derived
from catalog.compare.document import document
from catalog.index.keeping import open_index
from catalog.model import FIELDS
from catalog.model.record import Record
from catalog.model.spec import Spec
from catalog.query import compile_query
from catalog.sheets.columns import DEFAULT_COLUMNS, IDENTITY_COLUMNS
from catalog.sheets.listing import columns_of, listing_document
from catalog.sheets.vehicle import vehicle_sheet
from catalog.units import SYSTEMS
from catalog.wording import UnitChoice, choose
from catalog.wording.heads import Heads
from tests.conftest import SPECS
from tests.index.answers import claim_parts, head_parts, plant_parts, record_parts, worded

OVERRIDES = ["range=mi", "mass=lb", "battery_energy=MJ", "energy_consumption=mi/kWh", "power=PS", "length=ft"]
UNITS = [*(UnitChoice(system) for system in SYSTEMS), choose(FIELDS, "us", OVERRIDES)]


class Doors(NamedTuple):
    """The models, and a reader of the index of the same folder."""

    models: Catalog
    reader: Reader

    def known(self, *ids: str) -> list[Record]:
        """The models' records with what follows from their figures."""
        return [with_derived(self.models.records[key]) for key in ids or self.models]


@pytest.fixture(scope="module", params=["fixture", "shipped"])
def doors(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    """The index is read from its file, as a second process finds it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        specs: list[Path] = [SPECS] if request.param == "fixture" else []
        models = catalog.open(specs or None)
        named = [str(path) for path in specs]
        open_index(named).close()
        index = open_index(named)
        yield Doors(models, Reader(index))
        index.close()


def test_every_vehicle_is_there(doors: Doors) -> None:
    assert doors.reader.ids() == sorted(doors.models)
    assert list(doors.reader.names(doors.reader.ids())) == sorted(doors.models)
    assert len(doors.models) >= 5


def test_records_are_equal_claim_by_claim(doors: Doors) -> None:
    for one, other in zip(doors.reader.records(derived=True), doors.known(), strict=True):
        assert record_parts(one) == record_parts(other)


def test_without_derived_figures_records_are_as_published_and_in_the_same_order(doors: Doors) -> None:
    for one, other in zip(doors.reader.records(), doors.models.records.values(), strict=True):
        assert record_parts(one) == record_parts(other)
        assert list(one.claims) == list(other.claims)
        assert list(doors.reader.names([one.id])[one.id].claims) == list(other.claims)


def test_heads_and_words_are_equal_in_all_systems(doors: Doors) -> None:
    heads = Heads(FIELDS.values(), DERIVED)
    compared = 0
    for one, other in zip(doors.reader.records(derived=True), doors.known(), strict=True):
        for key, claims in one.claims.items():
            for kept, made in zip(claims, other.claims[key], strict=True):
                head = heads(made)
                assert head is not None
                assert head_parts(kept.kept_head) == head_parts(head)
                assert worded(kept, head) == worded(made, head)
                compared += len(worded(made, head))
    assert compared > 100


def test_a_few_fields_are_those_of_the_whole_record(doors: Doors) -> None:
    keys = ["range", "payload", "derived_payload_share", "markets"]
    for record in doors.reader.records(derived=True):
        (some,) = doors.reader.records([record.id], keys, derived=True)
        assert record_parts(some)["claims"] == {
            key: [claim_parts(claim) for claim in record.claims[key]] for key in keys if key in record.claims
        }


def test_sources_plants_and_faults_are_equal(doors: Doors) -> None:
    sources = {key: source.as_dict() for key, source in doors.reader.sources.items()}
    assert list(sources.items()) == [(key, source.as_dict()) for key, source in doors.models.sources.items()]
    assert {key: (one.citation, one.preference, one.date_key) for key, one in doors.reader.sources.items()} == {
        key: (one.citation, one.preference, one.date_key) for key, one in doors.models.sources.items()
    }
    plants = {key: plant_parts(plant) for key, plant in doors.reader.plants.items()}
    assert plants == {key: plant_parts(plant) for key, plant in doors.models.plants.items()}
    assert list(doors.reader.faults) == list(doors.models.faults) == []


def test_the_field_table_is_equal(doors: Doors) -> None:
    fields = doors.reader.fields
    assert list(fields) == list(FIELDS)
    assert len(fields) == len(FIELDS)
    for key, info in FIELDS.items():
        found = fields[key]
        assert (found.key, found.group, found.label) == (info.key, info.group, info.label)
        assert [getattr(found.spec, name) for name in Spec.__match_args__] == [
            getattr(info.spec, name) for name in Spec.__match_args__
        ]
    with pytest.raises(KeyError):
        fields["no such field"]


def groups(models: Catalog) -> list[tuple[str, ...]]:
    """Neighbours (often siblings of one make), and vehicles drawn from everywhere."""
    ids = sorted(models)
    drawn = random.Random(20)
    some = drawn.sample(list(pairwise(ids)), min(6, len(ids) - 1))
    return [*some, *(tuple(drawn.sample(ids, 3)) for _ in range(6)), tuple(ids[:1])]


@pytest.mark.parametrize("units", UNITS, ids=[*SYSTEMS, "overrides"])
@pytest.mark.parametrize("derived", [True, False], ids=["derived", "published"])
def test_comparisons_are_equal(doors: Doors, units: UnitChoice, derived: bool) -> None:
    for ids in groups(doors.models):
        for baseline in (None, ids[-1]):
            records = [doors.models.records[key] for key in ids]
            expected = compare(records, FIELDS, units, baseline=baseline, derived=derived)
            found = doors.reader.compare(*ids, units=units, baseline=baseline, derived=derived)
            assert document(found) == document(expected)


@pytest.mark.parametrize(
    "keys",
    [["range"], ["payload", "range", "battery_energy"], ["derived_payload_share", "length"], ["height", "height"], []],
    ids=str,
)
def test_comparisons_of_chosen_fields_are_equal(doors: Doors, keys: list[str]) -> None:
    for ids in groups(doors.models):
        records = [doors.models.records[key] for key in ids]
        expected = compare(records, FIELDS, UNITS[1], keys=keys)
        assert document(doors.reader.compare(*ids, units=UNITS[1], keys=keys)) == document(expected)


@pytest.mark.parametrize("units", UNITS, ids=[*SYSTEMS, "overrides"])
@pytest.mark.parametrize(
    "names", [DEFAULT_COLUMNS, IDENTITY_COLUMNS, ["id", "range[wltp]", "price", "tyres", "claims"]], ids=str
)
def test_lists_are_equal(doors: Doors, units: UnitChoice, names: list[str]) -> None:
    columns = columns_of(names)
    expected = listing_document(list(doors.models.records.values()), units, columns)
    assert listing_document(doors.reader.records(), units, columns) == expected


@pytest.mark.parametrize("units", UNITS, ids=[*SYSTEMS, "overrides"])
def test_full_sheets_are_equal(doors: Doors, units: UnitChoice) -> None:
    ids = random.Random(21).sample(sorted(doors.models), min(20, len(doors.models)))
    for one, other in zip(doors.reader.records(ids, derived=True), doors.known(*ids), strict=True):
        found = vehicle_sheet(one, units, doors.reader.sources, doors.reader.plants, DERIVED)
        expected = vehicle_sheet(other, units, doors.models.sources, doors.models.plants, DERIVED)
        assert found.document == expected.document
        assert found.lines == expected.lines


def test_a_figure_is_compared_also_where_the_first_vehicle_publishes_none(folder: Path) -> None:
    """The head of a row is made from the first claim in it, which may be without a number."""
    path = folder / "vehicles" / "acme" / "e-van-75.toml"
    path.write_text(with_specs(path, 'range = { status = "not published" }\nlength = "5 m"'), encoding="utf-8")
    other = folder / "vehicles" / "zeta" / "van.toml"
    other.parent.mkdir()
    other.write_text(with_specs(path, 'range = "300 km"\nlength = "6 m"'), encoding="utf-8")
    reader = Reader(open_index([str(folder)]))
    ids = ["acme-e-van-75", "zeta-van"]
    found = {row.field: row for row in reader.compare(*ids).rows}
    assert [cell.reason for cell in found["range"].cells] == ["not published", None]
    assert found["range"].cells[1].text.replace("\u00a0", " ") == "300 km"
    records = list(catalog.open(folder).records.values())
    assert document(reader.compare(*ids)) == document(
        compare([record for record in records if record.id in ids], FIELDS, UnitChoice())
    )


def with_specs(path: Path, specs: str) -> str:
    """A spec file with other fields."""
    return path.read_text(encoding="utf-8").partition("[specs]")[0] + f"[specs]\n{specs}\n"


@pytest.mark.parametrize(
    "query", ["payload >= 0.9 t", "maybe(range > 100 mi) and not powertrain = diesel", "gross_vehicle_mass < 12000 lb"]
)
def test_queries_find_the_same(doors: Doors, query: str) -> None:
    found = doors.reader.select((), compile_query(query, doors.reader.schema)).ids
    assert found == [vehicle.id for vehicle in doors.models.list(where=query)]
    assert found


@pytest.mark.parametrize("name", ["acme", "van", "E-Transit 68", "the-van", "iblue", "citroen", "zzz"])
def test_names_are_taken_the_same(doors: Doors, name: str) -> None:
    def taken(door: Catalog | Reader) -> object:
        try:
            return door.resolve(name)
        except catalog.CatalogError as error:
            return str(error)

    assert taken(doors.reader) == taken(doors.models)

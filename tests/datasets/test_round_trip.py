"""What was exported imports again to the same values, in every format that can be imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import catalog
from catalog.datasets.dataset import DataSet
from catalog.datasets.errors import FileRefused
from catalog.datasets.importing import Imported, import_table
from catalog.datasets.map_file import from_data, read_map
from catalog.datasets.map_text import to_toml
from catalog.datasets.proposing import proposed
from catalog.datasets.store import Store
from catalog.engine import build_table
from catalog.export.formats import write_table
from catalog.model import FIELDS, Record
from catalog.model.vehicle import Vehicle
from catalog.sheets.tables import claims, vehicles
from catalog.wording import choose
from tests.conftest import SPECS

IMPORTED = ("csv", "tsv", "json", "jsonl", "parquet", "xlsx")
IDENTITY = ("make", "model", "version", "vehicle_type", "category", "powertrain", "body", "markets")
Values = dict[tuple[Any, ...], tuple[Any, ...]]


@pytest.fixture(scope="module")
def shipped() -> Sequence[Record]:
    return list(catalog.open().records.values())


@pytest.fixture(scope="module")
def invented() -> Sequence[Record]:
    return list(catalog.open(SPECS).records.values())


def round_trip(
    records: Sequence[Record], folder: Path, ending: str, system: str = "metric", **options: Any
) -> Imported:
    path = str(folder / f"vehicles.{ending}")
    write_table(vehicles(records, choose(FIELDS, system), {}), path, ending, **options)
    table, proposal = proposed(path, None, {"name": "back"})
    return import_table(table, from_data(proposal.data, "the proposed map"), Store(str(folder / "datasets")))


def back(folder: Path, records: Sequence[Record]) -> list[Record]:
    found = DataSet.open("back", Store(str(folder / "datasets")))
    return found.records([f"back:{record.id}" for record in records])


def values(record: Record) -> Values:
    """The first value of each field and definition that is not in doubt."""
    found: Values = {}
    for key in FIELDS:
        for claim in record.values(key):
            if claim.doubt is not None:
                continue
            if claim.reading is None:
                found.setdefault((key,), (claim.text,))
            else:
                found.setdefault((key, claim.definition), (*claim.reading.canonical, claim.reading.bound.value))
    return found


def same(key: str, one: tuple[Any, ...] | None, other: tuple[Any, ...] | None, exactly: bool) -> bool:
    """Whether two values are the same: to the last bit, where they were written in the unit in which they are kept,
    and with all digits; else as near as a number that was rounded twice."""
    spec = FIELDS[key].spec
    if one is None or other is None or not spec.numeric:
        return one == other
    if exactly and spec.unit("metric").symbol in (spec.quantity_kind.canonical.symbol, "L", "m"):
        return one == other
    return bool(one[-1] == other[-1] and one[:-1] == pytest.approx(other[:-1], rel=1e-15))


def differing(before: Sequence[Record], after: Sequence[Record], exactly: bool = True) -> Iterator[Any]:
    for one, other in zip(before, after, strict=True):
        known, found = values(one), values(other)
        for key in {*known, *found}:
            if not same(key[0], known.get(key), found.get(key), exactly):
                yield one.id, key, known.get(key), found.get(key)


@pytest.mark.parametrize("ending", IMPORTED)
def test_the_shipped_catalog(shipped: Sequence[Record], tmp_path: Path, ending: str) -> None:
    done = round_trip(shipped, tmp_path, ending)
    assert done.manifest.rows == {"read": len(shipped), "loaded": len(shipped), "rejected": 0, "unread": 0}
    after = back(tmp_path, shipped)
    assert list(differing(shipped, after, exactly=ending != "xlsx")) == []  # which has 16 digits
    for one, other in zip(shipped, after, strict=True):
        for name in IDENTITY:
            assert getattr(other, name) == getattr(one, name), (one.id, name)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_whole_columns_say_the_same(shipped: Sequence[Record], tmp_path: Path, ending: str) -> None:
    """The door of columns: what queries see of the import is what they see of the catalog."""
    round_trip(shipped, tmp_path, ending)
    database = DataSet.open("back", Store(str(tmp_path / "datasets"))).database
    table = build_table(shipped, FIELDS)
    stems = [stem for own in table.schema.definitions.values() for stem in own.values()]
    stems += [key for key, own in table.schema.definitions.items() if not own and f"{key}_low" in table.columns]
    names = [f"{stem}_{end}" for stem in stems for end in ("low", "high")]
    assert len(names) > 200
    places = [list(table.columns).index(name) for name in names]
    stored = {row[0]: row[1:] for row in database.rows(f"select id, {', '.join(names)} from vehicles")}
    for row in table.rows:
        for name, place, value in zip(names, places, stored[f"back:{row[0]}"], strict=True):
            assert value == (None if row[place] is None else pytest.approx(row[place], rel=1e-15)), (row[0], name)


@pytest.mark.parametrize("system", ["us", "uk"])
def test_in_other_units_to_the_last_digit(shipped: Sequence[Record], tmp_path: Path, system: str) -> None:
    """A number in miles is the nearest that a double holds, and is rounded once more on its way back."""
    done = round_trip(shipped, tmp_path, "csv", system)
    assert done.unread == ()
    assert list(differing(shipped, back(tmp_path, shipped), exactly=False)) == []


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_units_in_a_row_of_their_own(shipped: Sequence[Record], tmp_path: Path, ending: str) -> None:
    done = round_trip(shipped, tmp_path, ending, units_row=True)
    assert "the first row holds units" in done.manifest.told
    assert done.manifest.rows["loaded"] == len(shipped)
    assert list(differing(shipped, back(tmp_path, shipped))) == []


def test_the_invented_catalog_with_its_hostile_names(invented: Sequence[Record], tmp_path: Path) -> None:
    for ending in IMPORTED:
        folder = tmp_path / ending
        folder.mkdir()
        round_trip(invented, folder, ending)
        after = back(folder, invented)
        assert list(differing(invented, after)) == []
        assert [(record.make, record.model, record.version) for record in after] == [
            (record.make, record.model, record.version) for record in invented
        ]


def made(vehicle_id: str, model: str, **specs: Any) -> Record:
    data = {"id": vehicle_id, "make": "Acme", "model": model, "vehicle_type": "van", "sources": ["a"], "specs": specs}
    return Vehicle.model_validate(data).record()


@pytest.mark.parametrize("ending", IMPORTED)
def test_texts_stay_what_they_are(tmp_path: Path, ending: str) -> None:
    models = ["=1+1", "+49", "-5", "@sum(a1)", "'=x", "''@", "'s", "007", "1e5", "true", "nan"]
    records = [made(f"v{place}", model, length="1 m") for place, model in enumerate(models)]
    round_trip(records, tmp_path, ending)
    assert [record.model for record in back(tmp_path, records)] == models


MIXED = [
    "up to 350 km",
    "about 300 km",
    "100-200 km",
    "100/150/200 km",
    "over 440 km",
    "under 9 km",
    "from 2 km",
    "7 km",
]


@pytest.mark.parametrize(
    ("ending", "texts"),
    [
        *(("csv", texts) for texts in (["5 km", "10 km"], ["5995 km", "5.99 mi"], ["up to 350 km"], ["over 350 km"])),
        *(("csv", texts) for texts in (["100-200 km"], ["1/2/3 km"], ["about 350 km"], ["0 km"], ["0.0000123 km"])),
        ("csv", ["12345678 km", "1.5 km"]),
        *((ending, MIXED) for ending in IMPORTED),
    ],
)
def test_bounds(tmp_path: Path, ending: str, texts: Sequence[str]) -> None:
    records = [made(f"v{place}", "Van", range=text, length="5 m") for place, text in enumerate(texts)]
    done = round_trip(records, tmp_path, ending)
    assert done.unread == ()
    assert list(differing(records, back(tmp_path, records))) == []


def test_a_definition_with_braces_and_quotes(tmp_path: Path) -> None:
    conditions = 'at {20}, "cold"'
    records = [made("a", "Van", range={"value": "317 km", "procedure": "wltp", "conditions": conditions})]
    round_trip(records, tmp_path, "csv")
    assert list(differing(records, back(tmp_path, records))) == []


def test_the_proposed_map_can_be_kept(shipped: Sequence[Record], tmp_path: Path) -> None:
    path = tmp_path / "vehicles.csv"
    write_table(vehicles(shipped, choose(FIELDS), {}), str(path), "csv")
    _, proposal = proposed(str(path))
    (tmp_path / "map.toml").write_text(to_toml(proposal.data), encoding="utf-8")
    kept = read_map(str(tmp_path / "map.toml"))
    assert kept.places == from_data(proposal.data, "the proposed map").places
    assert any(place.high for place in kept.places)


def test_a_comma_that_somebody_put_in_is_not_taken_for_thousands(tmp_path: Path) -> None:
    path = tmp_path / "edited.csv"
    path.write_text('id,make,model,length [m]\na,Acme,Van,"5,995"\nb,Acme,Van,"6,12"\n', encoding="utf-8")
    table, proposal = proposed(str(path), None, {"name": "back"})
    import_table(table, from_data(proposal.data, "the proposed map"), Store(str(tmp_path / "datasets")))
    found = DataSet.open("back", Store(str(tmp_path / "datasets"))).records(["back:a", "back:b"])
    assert [record.values("length")[0].reading.canonical[0] for record in found] == [5995, 6120]  # type: ignore[union-attr]


@pytest.mark.parametrize("ending", IMPORTED)
def test_single_values_are_no_table_of_vehicles(invented: Sequence[Record], tmp_path: Path, ending: str) -> None:
    path = str(tmp_path / f"claims.{ending}")
    write_table(claims(invented, choose(FIELDS), {}), path, ending)
    with pytest.raises(FileRefused, match=r"claims.*its rows are no vehicles"):
        proposed(path)

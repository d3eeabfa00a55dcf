"""What the tests of data sets share: an empty store, small files of the publishers' shapes, and both doors to a row."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet as pq

from catalog.datasets.dataset import DataSet
from catalog.datasets.delimited import read_delimited
from catalog.datasets.importing import Imported, import_file
from catalog.datasets.limits import DEFAULT
from catalog.datasets.map_file import from_data, shipped_map
from catalog.datasets.mapping import Map
from catalog.datasets.rows import Rows
from catalog.datasets.store import Store
from catalog.engine import build_table
from catalog.engine.columns import METADATA_KEY, from_metadata
from catalog.model.claim import Claim
from catalog.model.fields import FIELDS
from catalog.model.record import Record
from catalog.model.vehicle import Vehicle

#: A folder with the publishers' files (epa-vehicles-2025.csv and the others); tests on them are skipped without it.
REAL = os.environ.get("VEHICLE_DATA")
needs_real_files = pytest.mark.skipif(not REAL, reason="needs the publishers' files: set VEHICLE_DATA to their folder")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store without data sets."""
    return Store(str(tmp_path / "datasets"))


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., str]:
    """``csv_file(header, row, row ...)`` writes a CSV file and returns its path."""

    def write(*lines: str, name: str = "file.csv", encoding: str = "utf-8") -> str:
        path = tmp_path / name
        path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
        return str(path)

    return write


def small_map(**changes: Any) -> Map:
    """A map of a table with ``id``, ``make``, ``model`` and what a test adds."""
    data: dict[str, Any] = {
        "format": 1,
        "name": "small",
        "title": "A small table",
        "publisher": "Nobody",
        "licence": "CC0-1.0",
        "kind": "data set",
        "row": {"key": "id"},
        "identity": {"make": "{make}", "model": "{model}"},
    }
    return from_data({**data, **changes}, "small.toml")


def publisher_row(name: str, header: Sequence[str], **cells: str) -> str:
    """A CSV line with these cells under a publisher's header, empty elsewhere; cells are named as in the header."""
    del name
    unknown = set(cells) - set(header)
    assert not unknown, unknown
    return ",".join(_quoted(cells.get(column, "")) for column in header)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\n') else cell


def columns_of(map_: Map) -> tuple[str, ...]:
    """A header with every column that a map names."""
    return map_.columns


def write_table(path: Path, map_name: str, rows: Iterable[Mapping[str, str]]) -> str:
    """A file with the columns of a shipped map and these rows."""
    header = columns_of(shipped_map(map_name))
    lines = [",".join(_quoted(name) for name in header)]
    lines += [publisher_row(map_name, header, **row) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


@pytest.fixture
def imported(tmp_path: Path, store: Store) -> Callable[..., tuple[DataSet, Imported]]:
    """``imported("epa", {...}, {...})`` imports rows through a shipped map and opens the data set."""

    def go(map_name: str, *rows: Mapping[str, str]) -> tuple[DataSet, Imported]:
        path = write_table(tmp_path / f"{map_name}.csv", map_name, rows)
        done = import_file(path, shipped_map(map_name), store)
        return DataSet.open(done.manifest.name, store), done

    return go


def rows_of(data: bytes | str, **options: Any) -> Rows:
    """The table of a CSV text."""
    raw = data.encode() if isinstance(data, str) else data
    return read_delimited("file.csv", raw, DEFAULT, **options)


def cells_of(rows: Rows) -> list[list[str | None]]:
    """A table as lists of cells."""
    return [[column[row].as_py() for column in rows.columns] for row in range(rows.count)]


# -- the two doors ------------------------------------------------------------------------------------------------


def stored_rows(data_set: DataSet, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of the stored table, as its columns have them: those that it describes and does not store are unknown."""
    table = pq.read_table(data_set.path)
    described = from_metadata(table.schema.metadata[METADATA_KEY.encode()], data_set.path)
    absent = {column.name: None for column in described}
    found = {row["id"]: {**absent, **row} for row in table.to_pylist()}
    return [found[vehicle_id] for vehicle_id in ids]


def agree(data_set: DataSet, ids: Sequence[str]) -> None:
    """The stored columns are those that the wide table of the same rows' records has, to the last bit."""
    records = data_set.records(ids)
    table = build_table(records, FIELDS)
    extra = {"row", "line", "findings"}
    for stored, values in zip(stored_rows(data_set, ids), table.rows, strict=True):
        built = {name: value if value != "" else None for name, value in zip(table.columns, values, strict=True)}
        own = {name: value for name, value in stored.items() if name not in extra and not name.startswith("src_")}
        assert set(built) <= set(own)
        assert {name: built.get(name) for name in own} == own, stored["id"]


def validated(record: Record) -> Vehicle:
    """A record through the model of a spec file. Raises pydantic's error where a value is none."""
    specs = {key: [_raw(claim) for claim in claims] for key, claims in record.claims.items()}
    return Vehicle.model_validate(
        {
            "id": "any",
            "make": record.make,
            "model": record.model,
            "version": record.version,
            "vehicle_type": record.vehicle_type or "car",
            "category": record.category,
            "powertrain": record.powertrain,
            "body": record.body,
            "markets": list(record.markets),
            "sources": list(record.sources),
            "specs": specs,
        }
    )


def _raw(claim: Claim) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "value": claim.published,
        "status": claim.status.value,
        "sources": list(claim.sources),
        "read_as": claim.read_as,
        "published_as": claim.published_as,
        "applies_to": claim.applies_to,
        "market": claim.market,
        "date": claim.date,
        "note": claim.note,
    }
    parts |= {name: value for name, value in claim.definition if name != "currency"}
    return {name: value for name, value in parts.items() if value is not None}


def same_as_model(record: Record) -> None:
    """Every claim of a record is what the model makes of its published text."""
    vehicle = validated(record)
    for key, claims in record.claims.items():
        for claim, made in zip(claims, vehicle.claims(key), strict=True):
            assert (made.published, made.text, made.definition) == (claim.published, claim.text, claim.definition)
            if claim.reading is not None:
                assert made.reading is not None
                assert made.reading.canonical == claim.reading.canonical
                assert made.reading.bound is claim.reading.bound

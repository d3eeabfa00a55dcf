"""The publishers' own files: what is loaded of each, both doors for a seeded sample, the known errors found again.

Needs the files, which are not part of the project: point VEHICLE_DATA at the folder that holds
``epa-vehicles-2025.csv``, ``afdc-light-2024.csv``, ``afdc-medium-heavy-2024.csv``, ``vca-2025.csv``,
``open-ev-data.json`` and ``open-ev-data-1.24.0.tar.gz``.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from pyarrow import parquet as pq

from catalog.datasets.dataset import DataSet
from catalog.datasets.importing import Imported, import_file
from catalog.datasets.map_file import shipped_map
from catalog.datasets.store import Store
from tests.datasets.conftest import REAL, agree, needs_real_files, same_as_model

pytestmark = needs_real_files
FILES = {
    "epa": "epa-vehicles-2025.csv",
    "afdc-light": "afdc-light-2024.csv",
    "afdc-heavy": "afdc-medium-heavy-2024.csv",
    "vca": "vca-2025.csv",
    "open-ev": "open-ev-data.json",
}
#: Rows read, loaded, rejected, and cells that are not read.
COUNTS = {
    "epa": (49_582, 49_582, 0, 50),
    "afdc-light": (2_010, 2_010, 0, 38),
    "afdc-heavy": (121, 121, 0, 0),
    "vca": (3_943, 3_802, 141, 0),
    "open-ev": (1_189, 1_189, 0, 0),
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Imported]:
    """All real files, imported once."""
    assert REAL is not None
    store = Store(str(tmp_path_factory.mktemp("real") / "datasets"))
    return {name: import_file(str(Path(REAL) / file), shipped_map(name), store) for name, file in FILES.items()}


def opened(done: dict[str, Imported], name: str) -> DataSet:
    return DataSet.open(name, Store(str(Path(done[name].folder).parents[0])))


@pytest.mark.parametrize("name", FILES)
def test_what_is_loaded(done: dict[str, Imported], name: str) -> None:
    manifest = done[name].manifest
    rows = manifest.rows
    assert (rows["read"], rows["loaded"], rows["rejected"], rows["unread"]) == COUNTS[name]
    assert rows["read"] == rows["loaded"] + rows["rejected"]
    assert not manifest.absent
    unknown = [
        column["header"] for column in manifest.columns if column.get("kept") == "the map does not know this column"
    ]
    assert unknown == []
    assert pq.ParquetFile(opened(done, name).path).metadata.num_rows == rows["loaded"]


@pytest.mark.parametrize("name", FILES)
def test_both_doors_agree_on_a_sample(done: dict[str, Imported], name: str) -> None:
    data_set = opened(done, name)
    ids = pq.read_table(data_set.path, columns=["id"])["id"].to_pylist()
    assert len(set(ids)) == len(ids)
    sample = random.Random(7).sample(ids, min(len(ids), 250))
    agree(data_set, sample)
    for record in data_set.records(sample[:100]):
        same_as_model(record)


@pytest.mark.parametrize("name", [name for name, file in FILES.items() if file.endswith(".csv")])
def test_every_cell_is_kept(done: dict[str, Imported], name: str) -> None:
    """The source columns hold what the file holds, row by row."""
    assert REAL is not None
    manifest = done[name].manifest
    names = {column["header"]: column["name"] for column in manifest.columns}
    with (Path(REAL) / FILES[name]).open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = [" ".join(column.split()) or f"column {place}" for place, column in enumerate(next(reader), 1)]
        before, by_line = reader.line_num, {}
        for cells in reader:
            by_line[before + 1] = cells
            before = reader.line_num
    table = pq.read_table(opened(done, name).path, columns=["line", *names.values()])
    columns = [table[names[column]].to_pylist() for column in header]
    for line, *cells in zip(table["line"].to_pylist(), *columns, strict=True):
        assert by_line[line] == cells


def test_known_errors_are_found_again(done: dict[str, Imported]) -> None:
    """The figures of the description of the files, where a check asks the same question."""
    assert done["epa"].manifest.findings == {"MPGe times kWh/100 mi is 3370.5": 18}
    findings = done["vca"].manifest.findings
    assert findings["mpg times L/100 km is 282.481 (combined)"] == 45
    assert findings["mpg times L/100 km is 282.481 (medium)"] == 97
    assert findings["mpg times L/100 km is 282.481 (low)"] == 49
    assert findings["kW over PS is 0.7355"] == 253
    assert "mi/kWh times Wh/km is 621.371" not in findings


def test_words_that_nothing_follows_from(done: dict[str, Imported]) -> None:
    for name in FILES:
        assert list(done[name].manifest.unknown) == []


def test_layers_and_merged_file_are_the_same_data(done: dict[str, Imported], tmp_path: Path) -> None:
    assert REAL is not None
    store = Store(str(tmp_path / "datasets"))
    import_file(str(Path(REAL) / FILES["open-ev"]), shipped_map("open-ev"), store)
    again = import_file(str(Path(REAL) / "open-ev-data-1.24.0.tar.gz"), shipped_map("open-ev"), store)
    assert again.changes is not None
    assert (again.changes.added, again.changes.removed, again.changes.changed) == (0, 0, 0)
    assert again.changes.columns_removed == ["_layer"]
    assert again.manifest.version == "version 1.24.0"
    assert again.manifest.licence_text is not None
    assert "Community Data License Agreement" in again.manifest.licence_text


def test_importing_again_changes_nothing(done: dict[str, Imported]) -> None:
    assert REAL is not None
    store = Store(str(Path(done["vca"].folder).parents[0]))
    again = import_file(str(Path(REAL) / FILES["vca"]), shipped_map("vca"), store)
    assert again.changes is not None
    assert again.changes.same == 3_802
    assert again.manifest.stored == done["vca"].manifest.stored

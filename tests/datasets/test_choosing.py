"""Which rows are loaded: those with a name and an id. The counts add up, and each of the others has a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog.datasets.dataset import DataSet
from catalog.datasets.errors import FileRefused
from catalog.datasets.identity import slug
from catalog.datasets.importing import Imported, import_file
from catalog.datasets.mapping import Map
from catalog.datasets.store import Store
from tests.datasets.conftest import small_map

Write = Callable[..., str]


def go(store: Store, path: str, map_: Map) -> Imported:
    done = import_file(path, map_, store)
    rows = done.manifest.rows
    assert rows["read"] == rows["loaded"] + rows["rejected"]
    assert rows["rejected"] == len(done.rejected)
    return done


def test_rows_without_a_name_or_an_id(store: Store, csv_file: Write) -> None:
    path = csv_file("id,make,model", "1,A,B", "2,,B", "3,A,", ",A,B", "4,A," + "x" * 130, "1,C,D", "5,A,B,C", "6,E,F")
    done = go(store, path, small_map())
    assert [(reject.line, reject.column, reject.reason) for reject in done.rejected] == [
        (3, "make", "the row has no make"),
        (4, "model", "the row has no model"),
        (5, "id", "the row has no id"),
        (6, "model", "a model of more than 120 characters"),
        (7, "id", "the id '1' stands on line 2 already"),
        (8, None, "4 cells where the header has 3"),
    ]
    assert done.manifest.rows["loaded"] == 2


def test_ids_are_built_where_the_file_has_none(store: Store, csv_file: Write) -> None:
    path = csv_file(
        "make,model,trim,power",
        "Škoda,Enyaq,80,150",
        "Škoda,Enyaq,80,160",  # the same car, another figure
        "Škoda,Enyaq,80,150",  # the first line again
        "Škoda,Enyaq 80,,1",  # its id is taken as well
        "ŠKODA,Enyaq-80,2,1",
        "Škoda,Enyaq,80,170",
        "...,???,,1",
    )
    done = go(store, path, small_map(row={"identify": ["make", "model", "trim"]}))
    assert [(reject.line, reject.reason) for reject in done.rejected] == [
        (4, "the same as line 2 in every column"),
        (8, "nothing to know the row by"),
    ]
    data_set = DataSet.open("small", store)
    with data_set.database.cursor() as cursor:
        found = [row[0] for row in cursor.execute("select id from vehicles order by line").fetchall()]
    assert found == [
        "small:skoda-enyaq-80",
        "small:skoda-enyaq-80-3",  # 2 is taken by the row below
        "small:skoda-enyaq-80-4",
        "small:skoda-enyaq-80-2",
        "small:skoda-enyaq-80-5",
    ]


def test_a_file_without_a_row_that_can_be_loaded(store: Store, csv_file: Write) -> None:
    with pytest.raises(FileRefused, match="has no row that can be loaded; the first, on line 2: the row has no make"):
        import_file(csv_file("id,make,model", "1,,"), small_map(), store)
    with pytest.raises(FileRefused, match="has a header and no rows"):
        import_file(csv_file("id,make,model"), small_map(), store)
    assert store.names() == []


def test_a_file_without_the_columns_that_name_a_row(store: Store, csv_file: Write) -> None:
    with pytest.raises(FileRefused, match="has no column 'model', which the map small needs; did you mean 'modle'"):
        import_file(csv_file("id,make,modle", "1,A,B"), small_map(), store)


def test_headers_are_known_without_case_and_separators(store: Store, csv_file: Write) -> None:
    done = go(store, csv_file("ID,Make,MODEL_", "1,A,B"), small_map())
    assert done.manifest.absent == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Citroën ë-C3", "citroen-e-c3"),
        ("КамАЗ-53198", "камаз-53198"),
        ("  ", ""),
        ("R1T (20in)", "r1t-20in"),
        ("東風", "東風"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected

"""Imports as a whole: what the manifest says, what is kept, what is not known, what changed."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet as pq

from catalog.datasets.background import Thread
from catalog.datasets.dataset import DataSet
from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.datasets.importing import Imported, import_file
from catalog.datasets.limits import DEFAULT, Limits
from catalog.datasets.map_file import shipped_map
from catalog.datasets.matching import files_for
from catalog.datasets.names import source_names
from catalog.datasets.proposing import proposed
from catalog.datasets.store import Store
from catalog.engine.columns import describe
from catalog.engine.duckdb import select_ids
from catalog.engine.table import build_table
from catalog.errors import CatalogError, NotFound, SettingsError
from catalog.model.fields import FIELDS
from catalog.query import Schema, compile_query
from catalog.units import find
from catalog.wording import value_text
from tests.datasets.conftest import small_map, stored_rows, write_table
from tests.datasets.test_doors import AFDC, EPA, HEAVY

Write = Callable[..., str]


def test_the_manifest(store: Store, csv_file: Write) -> None:
    map_ = small_map(
        place=[{"column": "km", "field": "range", "unit": "km"}, {"column": "seats", "field": "seats"}],
        kept=[{"columns": ["note", "src*"], "reason": "a remark"}],
        identity={"make": "{make}", "model": "{model}", "vehicle_type": [{"column": "kind", "words": {"van": "V"}}]},
    )
    path = csv_file("id,make,model,km,note,src a,kind,new", "1,A,B,100,x,y,V,1", "2,A,C,,x,y,W,", "3,A,C,,x,y,,")
    manifest = import_file(path, map_, store, version="2024-05").manifest
    (file,) = manifest.files
    assert file["sha256"] == hashlib.sha256(Path(path).read_bytes()).hexdigest()
    assert (manifest.version, manifest.licence, manifest.rows["loaded"]) == ("2024-05", "CC0-1.0", 3)
    assert tuple(manifest.absent) == ("seats",)
    by_header = {column["header"]: column for column in manifest.columns}
    assert by_header["km"]["placed"] == [{"field": "range", "definition": "not stated", "rows": 1}]
    assert by_header["note"]["kept"] == by_header["src a"]["kept"] == "a remark"
    assert by_header["new"]["kept"] == "the map does not know this column"
    assert "kept" not in by_header["kind"]
    assert list(manifest.unknown) == [{"what": "type", "column": "kind", "text": "W", "rows": 1}]
    reopened = store.manifest("small")
    assert reopened.to_json() == manifest.to_json()


def test_the_contract_of_the_columns(store: Store, csv_file: Write) -> None:
    """A stored data set has the columns of the wide table, described as the engine wants them, and its own."""
    map_ = small_map(place=[{"column": "km", "field": "range", "unit": "km", "procedure": "wltp"}])
    import_file(csv_file("id,make,model,km", "1,A,B,100"), map_, store)
    data_set = DataSet.open("small", store)
    table = build_table(data_set.records(["small:1"]), FIELDS)
    with data_set.database.cursor() as cursor:
        cursor.execute("select * from vehicles")
        names = [column[0] for column in cursor.description or ()]
    own = ["row", "line", "findings", "src_id", "src_make", "src_model", "src_km"]
    assert sorted(names) == sorted([*table.columns, *own])
    stored = pq.read_schema(data_set.path).names
    assert "payload_low" in names, "nothing is known of it in any row: it is described"
    assert "payload_low" not in stored, "and not stored"
    assert {"id", "make", "range_low", "range__wltp_high", "data_set", *own} <= set(stored)
    assert data_set.database.definitions == {"range": {"wltp": "range__wltp"}}
    assert describe(table)


def test_queries(imported: Callable[..., tuple[DataSet, object]]) -> None:
    data_set, _ = imported("epa", *EPA)
    schema = Schema(FIELDS, data_set.database.definitions)
    query = compile_query("range[epa] >= 35 mi and powertrain = 'plug-in hybrid'", schema)
    assert select_ids(data_set.database, query) == ["epa:30980"]
    query = compile_query("energy_consumption[epa wall] <= 34 kWh/100mi", schema)
    assert select_ids(data_set.database, query) == ["epa:31119"]
    with pytest.raises(NotFound, match="no vehicle 'epa:9'"):
        data_set.records(["epa:1", "epa:9"])
    assert data_set.records([]) == []
    assert [record.id for record in data_set.records(["epa:31119", "epa:1"])] == ["epa:31119", "epa:1"]


def test_what_changed(store: Store, csv_file: Write) -> None:
    map_ = small_map(place=[{"column": "km", "field": "range", "unit": "km"}])
    import_file(csv_file("id,make,model,km,old", "1,A,B,100,x", "2,A,C,200,", "3,A,D,,x"), map_, store)
    done = import_file(csv_file("km,id,make,model,new", "100,1,A,B,x", "210,2,A,C,", "1,4,A,E,"), map_, store)
    found = done.changes
    assert found is not None
    assert (found.added, found.removed, found.changed, found.same) == (1, 1, 1, 1)
    assert (found.added_ids, found.removed_ids, found.changed_ids) == (["4"], ["3"], ["2"])
    assert found.cells == {"km": 1}
    assert (found.columns_added, found.columns_removed) == (["new"], ["old"])


def test_a_cell_that_is_there_now_has_changed(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    map_ = small_map(file={"type": "jsonl"})
    path.write_text('{"id": 1, "make": "A", "model": "B", "x": null}\n{"id": 2, "make": "A", "model": "B"}\n')
    import_file(str(path), map_, store)
    path.write_text('{"id": 1, "make": "A", "model": "B", "x": "y"}\n{"id": 2, "make": "A", "model": "B"}\n')
    done = import_file(str(path), map_, store)
    assert done.changes is not None
    assert (done.changes.changed, done.changes.same, done.changes.cells) == (1, 1, {"x": 1})


def test_varying_units_and_definitions(store: Store, csv_file: Write) -> None:
    map_ = small_map(
        place=[{"column": "price", "field": "price", "unit": "{currency}", "market": "{country}"},
               {"column": "km", "field": "range", "unit": "km", "procedure": "{cycle}"}]
    )  # fmt: skip
    path = csv_file(
        "id,make,model,price,currency,country,km,cycle",
        "1,A,B,100,EUR,DE,300,wltp",
        "2,A,B,200,USD,US,310,EPA",
        "3,A,B,300,XYZ,US,320,",
        "4,A,B,,EUR,DE,330,mars",
    )
    done = import_file(path, map_, store)
    assert [(reject.line, reject.column) for reject in done.unread] == [(4, "price"), (5, "km")]
    data_set = DataSet.open("small", store)
    with data_set.database.cursor() as cursor:
        rows = cursor.execute(
            "select price_low, price_definition, range_definition, range__not_stated_low from vehicles order by line"
        ).fetchall()
    assert rows == [
        (100, "EUR DE", "wltp", None),
        (200, "USD US", "epa", None),
        (None, None, "not stated", 320),
        (None, None, None, None),
    ]


def test_conditions(store: Store, csv_file: Write) -> None:
    map_ = small_map(
        conditions={"electric": {"fuel": ["E"], "kind": {"not": ["bus", ""]}}},
        place=[{"column": "n", "field": "range", "unit": "km", "when": "electric"},
               {"column": "n", "field": "total_range", "unit": "km", "when": "not electric", "missing": ["5"]}],
    )  # fmt: skip
    path = csv_file(
        "id,make,model,fuel,kind,n", "1,A,B,E,car,5", "2,A,B,E,bus,6", "3,A,B,,car,7", "4,A,B,E,,8", "5,A,B,,,5"
    )
    import_file(path, map_, store)
    data_set = DataSet.open("small", store)
    with data_set.database.cursor() as cursor:
        rows = cursor.execute("select range_low, total_range_low from vehicles order by line").fetchall()
    assert rows == [(5, None), (None, 6), (None, 7), (None, 8), (None, None)]
    for record, (low, total) in zip(data_set.records([f"small:{n}" for n in range(1, 6)]), rows, strict=True):
        assert bool(record.claims.get("range")) == (low is not None)
        assert bool(record.claims.get("total_range")) == (total is not None)


def test_limits_are_told(store: Store, csv_file: Write) -> None:
    path = csv_file("id,make,model", "1,A,B")
    for limits in (Limits(bytes=5), Limits(cells=2), Limits(columns=2)):
        with pytest.raises(FileRefused, match="at most"):
            import_file(path, small_map(), store, limits=limits)
    assert store.names() == []
    done = import_file(
        csv_file("id,make,model", "1,A,B", *(",," for _ in range(5))), small_map(), store, limits=Limits(rejects=2)
    )
    assert len(done.rejected) == 5
    report = Path(store.path("small", str(done.manifest.report))).read_text(encoding="utf-8")
    assert "3 more" in report


def test_progress_runs_forward(store: Store, csv_file: Write) -> None:
    shares: list[float] = []
    path = csv_file("id,make,model", "1,A,B")
    import_file(path, small_map(), store, progress=lambda step, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_errors_of_the_reading_thread_are_the_caller_s(store: Store, tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot read"):
        import_file(str(tmp_path / "none.csv"), small_map(), store)
    with pytest.raises(CatalogError, match="is a folder; name the file in it"):
        import_file(str(tmp_path), small_map(), store)
    with Thread(int, "x") as call:
        pass
    with pytest.raises(ValueError, match="invalid literal"):
        call.result()


def test_a_library_that_is_missing(store: Store, csv_file: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    path = csv_file("id,make,model", "1,A,B")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in [
        name for name in sys.modules if name.startswith(("catalog.datasets.wide", "catalog.datasets.choosing"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(LibraryMissing, match=r"pip install 'vehicle-catalog\[import\]'"):
        import_file(path, small_map(), store)


# -- which file is which ---------------------------------------------------------------------------------------------


def test_files_are_known_by_their_headers(tmp_path: Path) -> None:
    light = write_table(tmp_path / "a.csv", "afdc-light", AFDC)
    heavy = write_table(tmp_path / "b.csv", "afdc-heavy", HEAVY)
    write_table(tmp_path / "c.csv", "epa", EPA)
    (tmp_path / "d.csv").write_text("x\n", encoding="utf-8")
    (tmp_path / "e.csv").write_text('"', encoding="utf-8")
    maps = [shipped_map("afdc-light"), shipped_map("afdc-heavy")]
    found = files_for(maps, str(tmp_path), DEFAULT)
    assert [(path, map_.name) for path, map_ in found] == [(light, "afdc-light"), (heavy, "afdc-heavy")]
    assert [map_.name for _, map_ in files_for(maps, heavy, DEFAULT)] == ["afdc-heavy"]
    with pytest.raises(FileRefused, match="its header is not that of Fuel economy data"):
        files_for([shipped_map("epa")], light, DEFAULT)
    with pytest.raises(FileRefused, match="no CSV file in it has the header of New car"):
        files_for([shipped_map("vca")], str(tmp_path), DEFAULT)
    write_table(tmp_path / "f.csv", "epa", EPA)
    with pytest.raises(FileRefused, match=r"c\.csv and f\.csv are both Fuel economy data"):
        files_for([shipped_map("epa")], str(tmp_path), DEFAULT)


def test_packed_files_are_known_as_well(tmp_path: Path, store: Store) -> None:
    path = write_table(tmp_path / "a.csv", "epa", EPA)
    packed = tmp_path / "vehicles.csv.gz"
    packed.write_bytes(gzip.compress(Path(path).read_bytes()))
    ((file, map_),) = files_for([shipped_map("epa")], str(packed), DEFAULT)
    assert import_file(file, map_, store).manifest.rows["loaded"] == len(EPA)


@given(st.lists(st.text(max_size=80), max_size=30))
def test_names_of_source_columns(header: list[str]) -> None:
    names = source_names(header)
    assert list(names.values()) == header
    assert all(len(name) <= 63 and name.startswith("src_") for name in names)
    assert all(name.isascii() and name == name.lower() and name.replace("_", "a").isalnum() for name in names)


def test_what_no_condition_places_is_counted(imported: Callable[..., tuple[DataSet, Imported]]) -> None:
    _, done = imported("epa", *EPA)
    by_header = {str(column["header"]): column for column in done.manifest.columns}
    # the hydrogen car's comb08 and combE are kept as text; 0.0 of cars without a plug is no value
    assert (by_header["comb08"]["values"], by_header["comb08"]["withheld"]) == (5, 1)
    assert (by_header["combE"]["values"], by_header["combE"]["withheld"]) == (3, 1)
    assert (by_header["evMotor"]["values"], by_header["evMotor"]["withheld"]) == (3, 1)
    assert "withheld" not in by_header["displ"]
    for name in ("comb08", "combE", "evMotor", "rangeA", "UCity"):
        column = by_header[name]
        placed = sum(place["rows"] for place in column["placed"])
        unread = sum(reject.column == name for reject in done.unread)
        assert column["values"] == placed + unread + column["withheld"], name


def test_digits_that_a_quotient_has_not_are_not_converted(imported: Callable[..., tuple[DataSet, Imported]]) -> None:
    data_set, _ = imported("epa", *EPA)
    (spider,) = data_set.records(["epa:1"])
    (co2,) = spider.claims["co2_emissions"]
    assert co2.published == "423.1904761904762 g/mi"
    assert value_text(co2, find("g/km", "emission")) == "263\u00a0g/km"
    assert co2.reading is not None
    assert co2.reading.canonical[0] == pytest.approx(262.958321)  # searched and compared as published


def test_no_other_publisher_takes_a_name(store: Store, csv_file: Write) -> None:
    path = csv_file("id,make,model", "1,A,B")
    import_file(path, small_map(), store)
    with pytest.raises(SettingsError, match="is of another publisher, Nobody"):
        import_file(path, small_map(publisher="Somebody"), store)
    with pytest.raises(SettingsError, match="with another map, small"):
        import_file(path, small_map(name="other"), store, name="small")
    with pytest.raises(SettingsError, match="the name epa is for the data of US EPA"):
        import_file(path, small_map(), store, name="epa")
    assert store.manifest("small").publisher == "Nobody"
    assert store.names() == ["small"]
    import_file(path, small_map(publisher="Somebody"), store, force=True)
    assert store.manifest("small").publisher == "Somebody"


def test_a_make_and_a_model_of_all_rows(store: Store, csv_file: Write) -> None:
    map_ = small_map(row={"identify": []}, identity={"make": "A", "model": "B"})
    import_file(csv_file("km,n", "1,", "2,", "2,"), map_, store)
    assert [row["id"] for row in stored_rows(DataSet.open("small", store), ["small:row", "small:row-2"])] == [
        "small:row", "small:row-2",
    ]  # fmt: skip


def test_a_header_without_rows(csv_file: Write) -> None:
    with pytest.raises(FileRefused, match="has a header and no rows"):
        proposed(csv_file("Make,Model"), about={"make": "A", "model": "B"})


def test_a_citation_says_nothing_of_what_nobody_stated(store: Store, csv_file: Write) -> None:
    path = csv_file("id,make,model", "1,A,B")
    import_file(path, small_map(publisher="not stated", licence="not stated"), store)
    assert DataSet.open("small", store).source.citation == "“A small table”"
    import_file(path, small_map(), store, name="other", version="2024")
    assert DataSet.open("other", store).source.citation == "Nobody, “A small table”, 2024; licence: CC0-1.0"

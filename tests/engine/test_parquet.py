"""A Parquet file says what its columns hold, and is there whole or not at all."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import catalog
from catalog.engine import build_table
from catalog.engine.duckdb import bare_connection, open_parquet, select_ids
from catalog.engine.parquet import write_parquet
from catalog.errors import CatalogError
from catalog.model import FIELDS
from tests.conftest import SPECS
from tests.engine.engines import need_duckdb, small_table

TABLE = small_table({"id": "b", "payload_low": 1.0, "payload_high": 1.0}, {"id": "a", "make": "Ford"})


@pytest.fixture(autouse=True)
def _duckdb() -> None:
    need_duckdb()


def test_columns_have_their_type_unit_and_definition(tmp_path: Path) -> None:
    table = build_table(catalog.open(SPECS).records.values(), FIELDS)
    path = tmp_path / "vehicles.parquet"
    write_parquet(table, path)
    connection = bare_connection()
    [(text,)] = connection.execute(f"select value from parquet_kv_metadata('{path}')").fetchall()
    content = json.loads(text)
    types = dict(connection.execute(f"select name, type from parquet_schema('{path}') offset 1").fetchall())
    assert {name: "real" if kind == "DOUBLE" else "text" for name, kind in types.items()} == table.columns
    assert set(types.values()) == {"DOUBLE", "BYTE_ARRAY"}
    assert content["version"] == 1
    about = {column["name"]: column for column in content["columns"]}
    assert list(about) == list(table.columns)
    wltp = table.schema.definitions["range"]["wltp"]
    assert about[f"{wltp}_low"] == {
        "name": f"{wltp}_low", "type": "real", "field": "range", "definition": "wltp", "unit": "km",
    }  # fmt: skip
    assert about["payload_high"] == {
        "name": "payload_high", "type": "real", "field": "payload", "definition": None, "unit": "kg",
    }  # fmt: skip
    assert about["payload_definition"]["unit"] is None
    with closing(open_parquet(path)) as database:
        assert database.definitions == {key: known for key, known in table.schema.definitions.items() if known}
        assert select_ids(database) == sorted(row[0] for row in table.rows if isinstance(row[0], str))


def test_rows_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write_parquet(TABLE, tmp_path / "v.parquet")
    found = bare_connection().execute(f"select id, make, payload_low from '{tmp_path}/v.parquet'").fetchall()
    assert found == [("a", "Ford", None), ("b", None, 1.0)]


def test_a_table_without_vehicles_is_written_too(tmp_path: Path) -> None:
    write_parquet(build_table([], FIELDS), tmp_path / "v.parquet")
    with closing(open_parquet(tmp_path / "v.parquet")) as database:
        assert select_ids(database) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_parquet(TABLE, tmp_path / "v.parquet")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "v.parquet")]
    assert modes[0] == modes[1]


def test_a_folder_that_is_not_there_is_explained(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"cannot write .*v\.parquet"):
        write_parquet(TABLE, tmp_path / "missing" / "v.parquet")


def test_a_target_that_is_a_folder_is_explained_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "v.parquet").mkdir()
    with pytest.raises(CatalogError, match=r"cannot write .*v\.parquet: Is a directory"):
        write_parquet(TABLE, tmp_path / "v.parquet")
    assert os.listdir(tmp_path) == ["v.parquet"]


def test_a_row_that_cannot_be_stored_leaves_the_old_file(tmp_path: Path) -> None:
    write_parquet(TABLE, tmp_path / "v.parquet")
    before = (tmp_path / "v.parquet").read_bytes()
    with pytest.raises(CatalogError, match="vehicle c, column payload_low: nan"):
        write_parquet(small_table({"id": "c", "payload_low": float("nan")}), tmp_path / "v.parquet")
    assert (tmp_path / "v.parquet").read_bytes() == before
    assert os.listdir(tmp_path) == ["v.parquet"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", ["os.fsync", "os.replace", "catalog.engine.duckdb.batches"])
def test_a_kill_leaves_the_old_file_whole(tmp_path: Path, moment: str) -> None:
    path = tmp_path / "v.parquet"
    write_parquet(TABLE, path)
    before = path.read_bytes()
    program = f"""
import os, signal
from unittest import mock
from catalog.engine.parquet import write_parquet
from tests.engine.engines import small_table
with mock.patch({moment!r}, lambda *_: os.kill(os.getpid(), signal.SIGKILL)):
    write_parquet(small_table({{"id": "c"}}), {str(path)!r})
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=False)
    assert run.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    write_parquet(small_table({"id": "c"}), path)  # what the killed one left is in nobody's way
    with closing(open_parquet(path)) as database:
        assert select_ids(database) == ["c"]


def test_a_table_that_needs_more_memory_than_it_may_take_is_explained(tmp_path: Path) -> None:
    table = small_table(*({"id": f"{number:06}", "make": f"{number}" * 40} for number in range(60_000)))
    with pytest.raises(CatalogError, match="this needs more than the 5MB of memory that it may take"):
        write_parquet(table, tmp_path / "v.parquet", memory="5MB")
    assert os.listdir(tmp_path) == []

"""DuckDB reads the named files and nothing else, prints nothing, and stops at its limits."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from catalog.engine import Table, sqlite
from catalog.engine.duckdb import Database, bare_connection, connect, open_parquet, select_ids
from catalog.engine.parquet import write_parquet
from catalog.engine.table import Value
from catalog.errors import CatalogError, SettingsError
from catalog.model import FIELDS
from catalog.query import Schema, compile_query
from tests.engine.engines import need_duckdb, raw, small_table

pytestmark = pytest.mark.usefixtures("_duckdb")
_ROWS: list[Mapping[str, Value]] = [
    {"id": f"{n:04}", "payload_low": float(n), "payload_high": float(n)} for n in range(1000)
]
TABLE = small_table(*_ROWS)
QUERY = compile_query("payload > 995 kg", TABLE.schema)
FOUND = ["0996", "0997", "0998", "0999"]


@pytest.fixture(scope="module")
def _duckdb() -> None:
    need_duckdb()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parquet")
    need_duckdb()
    write_parquet(TABLE, path / "vehicles.parquet")
    (path / "other.csv").write_text("secret\n1\n")
    write_parquet(TABLE, path / "other.parquet")
    return path


@pytest.fixture(params=["parquet", "memory"])
def database(request: pytest.FixtureRequest, folder: Path) -> Iterator[Database]:
    opened = open_parquet(folder / "vehicles.parquet") if request.param == "parquet" else connect(TABLE)
    with closing(opened):
        yield opened


@pytest.mark.parametrize(
    "text",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from read_csv('{folder}/other.csv')",
        "select * from read_text('{folder}/other.csv')",
        "select * from read_blob('/proc/self/environ')",
        "select * from read_parquet('{folder}/other.parquet')",
        "select * from read_parquet('{folder}/*.parquet')",
        "select * from '{folder}/other.parquet'",
        "select * from glob('{folder}/*')",
        "select getenv('HOME')",
        "copy vehicles to '{folder}/written.parquet'",
        "copy (select 1) to '{folder}/vehicles.parquet'",
        "copy (select 1) to '/dev/stdout'",
        "export database '{folder}/written'",
        "import database '{folder}'",
        "attach '{folder}/written.db'",
        "install httpfs",
        "load httpfs",
        "set threads = 1",
        "set memory_limit = '100GB'",
        "set enable_external_access = true",
        "set allowed_paths = ['/etc/passwd']",
        "set lock_configuration = false",
        "reset memory_limit",
        "pragma threads = 1",
        "set enable_progress_bar = true",
    ],
)
def test_what_is_not_needed_is_refused(database: Database, folder: Path, text: str) -> None:
    import duckdb

    with database.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(text.format(folder=folder)).fetchall()
    assert not list(folder.glob("written*"))
    assert select_ids(database, QUERY) == FOUND


def test_a_python_variable_is_no_table(database: Database) -> None:
    import duckdb

    with database.cursor() as cursor:
        python_variable = cursor.sql("select 1 as x")
        with pytest.raises(duckdb.CatalogException, match="python_variable does not exist"):
            cursor.execute("select * from python_variable")
        assert python_variable.fetchall() == [(1,)]


def test_no_connection_shows_progress(folder: Path) -> None:
    """DuckDB turns its progress bar on where Python runs no file, so there it is to be asked."""
    program = f"""
from catalog.engine.duckdb import bare_connection, open_parquet
from contextlib import ExitStack
database = open_parquet({str(folder / "vehicles.parquet")!r})
with ExitStack() as stack:
    cursors = [stack.enter_context(database.cursor()) for _ in database._cursors] + [bare_connection()]
    print({{cursor.execute("select current_setting('enable_progress_bar')").fetchone() for cursor in cursors}})
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "{(False,)}\n"


def test_threads_share_a_database(database: Database) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: select_ids(database, QUERY), range(200)))
    assert found == [FOUND] * 200


def test_a_long_query_is_stopped_and_the_next_one_runs(folder: Path) -> None:
    endless = raw("(select count(*) from range(1000000) a(i), range(1000000) b(j) where hash(a.i + b.j) % 7 = 3) > 0")
    with closing(open_parquet(folder / "vehicles.parquet", seconds=0.2)) as database:
        for _ in range(10):  # more than there are cursors
            with pytest.raises(CatalogError, match=r"took longer than 0\.2 s and was stopped"):
                select_ids(database, endless)
        assert select_ids(database, QUERY) == FOUND


def test_without_a_limit_no_query_is_stopped(folder: Path) -> None:
    with closing(open_parquet(folder / "vehicles.parquet", seconds=None)) as database:
        assert select_ids(database, QUERY) == FOUND


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
def test_the_user_can_stop_a_query(folder: Path) -> None:
    program = f"""
import os, signal, threading
from catalog.engine.duckdb import open_parquet
database = open_parquet({str(folder / "vehicles.parquet")!r}, seconds=None)
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
database.rows("select count(*) from range(1000000) a(i), range(1000000) b(j) where hash(a.i + b.j) % 7 = 3")
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=40)
    assert run.stderr.splitlines()[-1] == "KeyboardInterrupt"


def test_a_large_query_is_stopped_and_the_next_one_runs(folder: Path) -> None:
    large = raw("(select count(distinct i) from range(30000000) t(i)) > 0")
    with closing(open_parquet(folder / "vehicles.parquet", memory="60MB")) as database:
        with pytest.raises(CatalogError, match="this needs more than the 60MB of memory that it may take"):
            select_ids(database, large)
        assert select_ids(database, QUERY) == FOUND
    assert not list(Path.cwd().glob("*.tmp"))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"memory": "much"}, "memory: 'much' is not a size; write 500MB or 4GB"),
        ({"memory": "1GB'; drop"}, "is not a size"),
        ({"threads": 0}, "threads: 0 is not a number of threads; write 1 or more"),
    ],
)
def test_a_setting_that_cannot_be_used_is_explained(folder: Path, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(message)):
        open_parquet(folder / "vehicles.parquet", **settings)


def test_the_number_of_threads_is_taken(folder: Path) -> None:
    opened = open_parquet(folder / "vehicles.parquet", threads=1)
    with closing(opened), opened.cursor() as cursor:
        assert cursor.execute("select current_setting('threads')").fetchall() == [(1,)]


def test_without_duckdb_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(SettingsError) as caught:
        open_parquet(folder / "vehicles.parquet")
    assert str(caught.value) == "DuckDB is not installed; pip install 'vehicle-catalog[duckdb]'"


def test_duckdb_is_imported_only_when_it_is_used() -> None:
    program = (
        "import sys, catalog.engine, catalog.engine.duckdb, catalog.engine.parquet; print('duckdb' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


@pytest.mark.parametrize("name", ["a[1].parquet", "a*.parquet", "a?.parquet"])
def test_a_name_that_duckdb_takes_for_a_pattern_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / "other.parquet").read_bytes())
    with pytest.raises(SettingsError, match="stands for several files; rename it"):
        open_parquet(folder / name)
    with pytest.raises(SettingsError, match="stands for several files; rename it"):
        write_parquet(TABLE, folder / name)


@pytest.mark.parametrize("name", ["it's.parquet", "with space.parquet", "ж;--.parquet", "100%.parquet", '".parquet'])
def test_any_other_name_is_fine(tmp_path: Path, name: str) -> None:
    write_parquet(TABLE, tmp_path / name)
    with closing(open_parquet(tmp_path / name)) as database:
        assert select_ids(database, QUERY) == FOUND
    assert os.listdir(tmp_path) == [name]


def test_a_relative_name_stays_the_same_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with closing(open_parquet("vehicles.parquet")) as database:
        monkeypatch.chdir(tmp_path)
        assert select_ids(database, QUERY) == FOUND


def test_files_that_are_not_ours_are_explained(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        open_parquet(tmp_path / "missing.parquet")
    damaged, foreign = tmp_path / "damaged.parquet", tmp_path / "foreign.parquet"
    damaged.write_bytes(b"PAR1 and nothing that follows PAR1")
    bare_connection().execute(f"copy (select 1 as id) to '{foreign}' (format parquet)")
    with pytest.raises(SettingsError, match=r"cannot read .*damaged\.parquet"):
        open_parquet(damaged)
    with pytest.raises(SettingsError, match=r"foreign\.parquet: not written by this program"):
        open_parquet(foreign)


def test_a_file_that_is_replaced_is_read_anew_and_one_that_goes_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "vehicles.parquet"
    write_parquet(TABLE, path)
    with closing(open_parquet(path)) as database:
        assert select_ids(database, QUERY) == FOUND
        write_parquet(Table(TABLE.schema, TABLE.columns, list(TABLE.rows)[:998]), path)
        assert select_ids(database, QUERY) == FOUND[:2]
        write_parquet(small_table({"id": "x", "length_low": 1.0, "length_high": 1.0}), path)
        with pytest.raises(CatalogError, match="is no longer what was opened"):
            select_ids(database, QUERY)
        path.unlink()
        with pytest.raises(SettingsError, match="the file is gone"):
            select_ids(database, QUERY)


def test_a_column_that_a_file_does_not_have_is_explained(database: Database) -> None:
    with pytest.raises(CatalogError, match="has no such column"):
        select_ids(database, compile_query("kerb_mass > 1 t", TABLE.schema))


def test_several_files_are_one_table(tmp_path: Path) -> None:
    first = Schema(FIELDS, {"range": {"wltp": "range__wltp"}})
    second = Schema(FIELDS, {"range": {"epa": "range__epa"}})
    both = Schema(FIELDS, {"range": {"wltp": "range__wltp", "epa": "range__epa"}})
    tables = [
        small_table({"id": "a", "range__wltp_low": 300.0, "range__wltp_high": 300.0}, schema=first),
        small_table({"id": "b", "range__epa_low": 200.0, "range__epa_high": 200.0}, schema=second),
    ]
    paths = [tmp_path / "1.parquet", tmp_path / "2.parquet"]
    for table, path in zip(tables, paths, strict=True):
        write_parquet(table, path)
    with closing(open_parquet(*paths)) as database:
        assert database.definitions == both.definitions
        assert select_ids(database) == ["a", "b"]
        assert select_ids(database, compile_query("range[wltp] > 100 km", both)) == ["a"]
        assert select_ids(database, compile_query("range[epa] > 100 km", both)) == ["b"]
    write_parquet(Table(Schema(FIELDS, {"range": {"nedc": "range__epa"}}), tables[1].columns, ()), paths[0])
    with pytest.raises(SettingsError, match="its column range__epa_low means something else in the other files"):
        open_parquet(*paths)


def test_the_face_is_that_of_sqlite() -> None:
    with closing(sqlite.connect(TABLE)) as one, closing(connect(TABLE)) as other:
        for query, order in [(None, ""), (QUERY, ""), (None, "payload_low desc, id"), (QUERY, "payload_low desc, id")]:
            expected = sqlite.select_ids(one, query, order)
            assert select_ids(other, query, order) == expected
            assert select_ids(other, query, order, limit=2) == expected[:2]

"""What is published is there whole or not at all, and whoever could read it still can."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

import catalog
from catalog.engine import Table, build_table, postgres_tables, sqlite
from catalog.engine.postgres import connect, open_connection, select_ids
from catalog.engine.publish import publish
from catalog.errors import CatalogError, SettingsError
from catalog.model import FIELDS
from catalog.query import compile_query
from tests.conftest import SPECS
from tests.engine.engines import need_duckdb, small_table

ROOT = Path(__file__).parents[2]


def numbered(count: int, prefix: str = "v") -> Table:
    return small_table(*({"id": f"{prefix}{number:05}", "make": "Škoda\t\\N\n"} for number in range(count)))


@pytest.fixture(scope="module")
def url(postgres_url: Callable[[], str]) -> str:
    return postgres_url()


def published(url: str) -> list[str]:
    with closing(connect(url)) as database:
        return select_ids(database)


def ids(table: Table) -> list[str]:
    return [str(row[0]) for row in table.rows]


def test_a_catalog_is_published_with_its_definitions(url: str) -> None:
    table = build_table(catalog.open(SPECS).records.values(), FIELDS)
    publish(table, url)
    query = compile_query("maybe(payload >= 900 kg) or make = citroën", table.schema)
    with closing(connect(url)) as database, closing(sqlite.connect(table)) as other:
        assert database.definitions == {key: known for key, known in table.schema.definitions.items() if known}
        assert select_ids(database, query) == sqlite.select_ids(other, query) != []
        units = database.rows(
            "select name, unit from columns where name in (?, ?, ?)", ("payload_low", "range_high", "make")
        )
        assert dict(units) == {"payload_low": "kg", "range_high": "km", "make": None}


def test_the_new_table_takes_the_place_of_the_old_one(url: str) -> None:
    publish(numbered(10), url)
    publish(numbered(3, "w"), url)
    assert published(url) == ["w00000", "w00001", "w00002"]
    with closing(open_connection(url)) as connection:
        left = "select table_name from information_schema.tables where table_schema = 'vehicle_catalog' order by 1"
        assert connection.execute(left.encode()).fetchall() == [("about",), ("columns",), ("vehicles",)]


@pytest.mark.parametrize(
    "moment", ["create table columns", "drop table if exists vehicles", "alter table vehicles_new"]
)
def test_a_kill_leaves_the_old_table_whole(url: str, moment: str) -> None:
    publish(numbered(7), url)
    program = f"""
import os, signal
from catalog.engine import postgres_tables
from tests.engine.test_publish import numbered
run = postgres_tables._run
def fatal(connection, text):
    if text.startswith({moment!r}):
        os.kill(os.getpid(), signal.SIGKILL)
    return run(connection, text)
postgres_tables._run = fatal
postgres_tables.write_tables(numbered(20000, "w"), {url!r})
"""
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == -signal.SIGKILL
    assert published(url) == ids(numbered(7))
    publish(numbered(2), url)
    assert published(url) == ids(numbered(2))


def test_a_kill_amid_the_rows_leaves_the_old_table_whole(url: str) -> None:
    publish(numbered(7), url)
    program = f"""
import os, signal
from catalog.engine import Table
from catalog.engine.publish import publish
from tests.engine.test_publish import numbered
class Fatal(list):
    def __iter__(self):
        yield from self[:15000]
        os.kill(os.getpid(), signal.SIGKILL)
table = numbered(20000, "w")
publish(Table(table.schema, table.columns, Fatal(table.rows)), {url!r})
"""
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == -signal.SIGKILL
    assert published(url) == ids(numbered(7))


def test_a_row_that_cannot_be_stored_leaves_the_old_table(url: str) -> None:
    publish(numbered(7), url)
    good = list(numbered(6000).rows)
    bad = ("x", "a\0b", *good[0][2:])
    with pytest.raises(CatalogError, match=r"vehicle x, column make: a text with the character U\+0000"):
        publish(Table(numbered(1).schema, numbered(1).columns, [*good, bad]), url)
    with pytest.raises(CatalogError, match="duplicate key"):
        publish(Table(numbered(1).schema, numbered(1).columns, [*good, good[0]]), url)
    assert published(url) == ids(numbered(7))


def test_readers_find_one_whole_table_or_the_other(url: str) -> None:
    sizes = {300, 500}
    publish(numbered(300), url)
    done = Event()

    def read() -> set[int]:
        found = set()
        with closing(connect(url)) as database:
            while not done.is_set():
                found.add(len(select_ids(database)))
        return found

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        try:
            for size in (500, 300, 500, 300, 500):
                publish(numbered(size), url)
        finally:
            done.set()
        for reader in readers:
            assert reader.result() <= sizes


def test_two_publishers_follow_each_other(url: str) -> None:
    tables = [numbered(200, "v"), numbered(300, "w")]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: publish(tables[number % 2], url), range(8)))
    assert published(url) in [ids(table) for table in tables]


def test_who_could_read_the_old_table_can_read_the_new_one(url: str) -> None:
    publish(numbered(3), url)
    role = f'{url.rpartition("/")[2]}_Reader "x"'.replace('"', '""')
    with closing(open_connection(url)) as connection:
        connection.execute(f'create role "{role}"'.encode())
        try:
            connection.execute(f'grant usage on schema vehicle_catalog to "{role}"'.encode())
            connection.execute(f'grant select on vehicle_catalog.vehicles to "{role}", public'.encode())
            publish(numbered(4), url)
            connection.execute(f'set role "{role}"'.encode())
            assert connection.execute("select count(*) from vehicle_catalog.vehicles").fetchall() == [(4,)]
            connection.execute("reset role")
            granted = "select relacl::text from pg_class where oid = 'vehicle_catalog.vehicles'::regclass"
            assert "=r/" in str(connection.execute(granted.encode()).fetchone())
        finally:
            connection.execute("reset role")
            connection.execute(f'drop owned by "{role}"'.encode())
            connection.execute(f'drop role "{role}"'.encode())


def test_a_table_that_others_build_upon_is_not_dropped_under_them(url: str) -> None:
    publish(numbered(3), url)
    with closing(open_connection(url)) as connection:
        connection.execute("create view public.mine as select id from vehicle_catalog.vehicles")
        try:
            with pytest.raises(CatalogError, match="cannot drop table vehicles because other objects depend on it"):
                publish(numbered(4), url)
        finally:
            connection.execute("drop view public.mine")
    assert published(url) == ids(numbered(3))


def test_more_columns_than_postgresql_takes_are_refused(url: str) -> None:
    table = small_table({"id": "a", **{f"c{number}": "x" for number in range(1600)}})
    with pytest.raises(
        CatalogError, match=f"the table has {len(table.columns)} columns; PostgreSQL takes at most 1600"
    ):
        publish(table, url)


def test_a_server_that_cannot_fold_letters_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_tables, "_FOLDING", ("no such collation",))
    with pytest.raises(SettingsError, match="has none of the collations no such collation"):
        publish(numbered(1), url)


def test_any_collation_that_folds_gives_the_same(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_connection(url)) as connection:
        there = {name for (name,) in connection.execute("select collname from pg_collation").fetchall()}
    known = [name for name in postgres_tables._FOLDING if name in there]
    assert known
    table = small_table({"id": "a", "make": "İŠKODAΣ"}, {"id": "b", "make": "Iškodaς"}, {"id": "c", "make": "ıškoda"})
    for collation in known:
        monkeypatch.setattr(postgres_tables, "_FOLDING", (collation,))
        publish(table, url)
        with closing(connect(url)) as database:
            assert select_ids(database, compile_query("make = 'IškodaΣ'", table.schema)) == ["a"]
            assert select_ids(database, compile_query("make like 'i%'", table.schema)) == ["a", "b"]


def test_a_parquet_file_is_published(tmp_path: Path) -> None:
    need_duckdb()
    from catalog.engine import duckdb

    publish(numbered(3), str(tmp_path / "fleet.parquet"))
    with closing(duckdb.open_parquet(tmp_path / "fleet.parquet")) as database:
        assert duckdb.select_ids(database) == ids(numbered(3))


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            "mysql://me:s3cret@host/db",
            "nothing can be published to mysql://; write postgresql://user@host:5432/database",
        ),
        ("fleet.csv", "nothing can be published to fleet.csv; write postgresql://user@host:5432/database"),
        ("", "nothing can be published to ; write"),
        ("fleet.duckdb", "fleet.duckdb: a DuckDB file is read by few versions of DuckDB; publish fleet.parquet"),
    ],
)
def test_a_target_that_cannot_be_used_is_explained(target: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        publish(numbered(1), target)
    assert str(caught.value).startswith(message)
    assert "s3cret" not in str(caught.value)

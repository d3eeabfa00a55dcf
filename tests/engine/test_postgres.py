"""PostgreSQL answers within its limits, changes nothing, gives away no password, and outlives a restart."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlsplit, urlunsplit

import pytest

from catalog.engine.postgres import Database, connect, open_connection, placeholders, select_ids
from catalog.engine.publish import publish
from catalog.errors import CatalogError, QueryError, SettingsError
from catalog.query import compile_query
from tests.engine.engines import raw, small_table

TABLE = small_table(
    {"id": "a", "payload_low": 1000.0, "payload_high": 1000.0, "kerb_mass_low": 1e300, "kerb_mass_high": 1e300},
    {"id": "b", "payload_low": 2000.0, "payload_high": 2000.0},
)
QUERY = compile_query("payload > 1 t", TABLE.schema)


@pytest.fixture(scope="module")
def url(postgres_url: Callable[[], str]) -> str:
    target = postgres_url()
    publish(TABLE, target)
    return target


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    with closing(connect(url)) as found:
        yield found


def changed(url: str, **parts: str) -> str:
    """The URL with another user, password, host, port or path."""
    found = urlsplit(url)
    user, password = parts.get("user", found.username), parts.get("password", found.password)
    host, port = parts.get("host", found.hostname), parts.get("port", found.port)
    return urlunsplit(("postgresql", f"{user}:{password}@{host}:{port}", parts.get("path", found.path), "", ""))


def test_a_query_finds_its_vehicles(database: Database) -> None:
    assert select_ids(database, QUERY) == ["b"]
    assert select_ids(database) == ["a", "b"]
    assert select_ids(database, None, "payload_low desc, id") == ["b", "a"]
    assert select_ids(database, None, "payload_low desc, id", limit=1) == ["b"]


def test_a_long_query_is_stopped_and_the_next_one_runs(url: str) -> None:
    with closing(connect(url, seconds=0.2)) as database:
        with pytest.raises(CatalogError, match=r"took longer than 0\.2 s and was stopped"):
            select_ids(database, raw("(select count(*) from pg_sleep(60)) > 0"))
        assert select_ids(database, QUERY) == ["b"]


def test_without_a_limit_no_query_is_stopped(url: str) -> None:
    with closing(connect(url, seconds=None)) as database:
        assert select_ids(database, QUERY) == ["b"]


@pytest.mark.parametrize(
    "text", ["delete from vehicles returning id", "create table x (id text)", "drop table columns"]
)
def test_nothing_is_changed(database: Database, text: str) -> None:
    with pytest.raises(CatalogError, match="read-only transaction"):
        database.rows(text)
    assert select_ids(database) == ["a", "b"]


def test_a_connection_keeps_no_setting(database: Database) -> None:
    """A pool between here and the server may give the connection to another program."""
    select_ids(database, QUERY)
    for setting in ("search_path", "statement_timeout", "default_transaction_read_only"):
        shown = database._connection.execute(f"show {setting}".encode()).fetchone()
        assert shown == {"search_path": ('"$user", public',), "statement_timeout": ("0",)}.get(setting, ("off",))


def test_threads_share_a_database(database: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: select_ids(database, QUERY), range(100))) == [["b"]] * 100


def test_a_connection_that_the_server_ended_is_made_anew(url: str, database: Database) -> None:
    with closing(open_connection(url)) as other:
        others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
        other.execute(f"{others} and pid <> pg_backend_pid()".encode())
    assert select_ids(database, QUERY) == ["b"]


def test_a_sum_beyond_all_numbers_is_an_error_of_the_query(database: Database) -> None:
    query = compile_query("payload + 99999999999999999999 * kerb_mass > 1 kg", TABLE.schema)
    with pytest.raises(QueryError, match="too large or too small for PostgreSQL to calculate with"):
        select_ids(database, query)


def test_a_column_that_was_not_published_is_explained(database: Database) -> None:
    with pytest.raises(CatalogError, match="published by another version; publish it anew"):
        select_ids(database, compile_query("gross_vehicle_mass > 1 t", TABLE.schema))


def test_a_database_without_vehicles_is_explained(url: str) -> None:
    with closing(open_connection(url)) as connection:
        connection.execute("drop schema if exists vehicle_catalog cascade")
    try:
        with pytest.raises(
            SettingsError,
            match=r"no vehicles were published to 127\.0\.0\.1:\d+/vehicles_test_\w+; `vehicles publish URL` does that",
        ):
            connect(url)
    finally:
        publish(TABLE, url)


def test_a_database_that_cannot_hold_all_letters_is_refused(url: str) -> None:
    name = urlsplit(url).path.strip("/") + "_ascii"
    with closing(open_connection(url)) as connection:
        kind = "encoding 'SQL_ASCII' locale 'C' locale_provider libc template template0"
        connection.execute(f"create database {name} {kind}".encode())
        try:
            with pytest.raises(SettingsError, match="it needs the encoding UTF8"):
                connect(changed(url, path=name))
        finally:
            connection.execute(f"drop database {name} with (force)".encode())


@pytest.mark.parametrize(
    "parts",
    [
        {"password": "hunter2hunter2"},
        {"password": "vehicles"},  # which is a word of the message too
        {"password": "p%40ss%20word"},
        {"user": "nobody", "password": "hunter2hunter2"},
        {"port": "1", "password": "hunter2hunter2"},
        {"host": "no-such-host.invalid", "password": "hunter2hunter2"},
        {"path": "no_such_database"},
    ],
)
def test_no_message_holds_the_password(url: str, parts: dict[str, str]) -> None:
    target = changed(url, **parts)
    with pytest.raises(SettingsError, match="cannot connect to PostgreSQL at ") as caught:
        connect(target)
    message = str(caught.value).replace("/vehicles_test_", "/").replace('user "vehicles"', "")
    password = urlsplit(target).password or ""
    assert password not in message
    assert password.replace("%40", "@").replace("%20", " ") not in message
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "target",
    [
        "postgresql://me:s3cret@x@host/db",
        "postgresql://me:s3cret@host:port/db",
        "postgresql://me:12/s3cret@host/db",
        "postgresql://me:s3cret@host/db?nonsense=1",
        "postgresql://me:s3cret@[::1/db",
        "mysql://me:s3cret@host/db",
        "host=localhost password=s3cret",
        "postgresql://me:%zz-s3cret@host/db",
    ],
)
def test_a_url_that_cannot_be_read_is_explained(target: str) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(SettingsError, match=re.escape("postgresql://user@host:5432/database")) as caught:
        connect(target)
    assert "s3cret" not in str(caught.value)


def test_without_the_driver_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(SettingsError) as caught:
        connect("postgresql://user@host/database")
    assert str(caught.value) == ("the PostgreSQL driver is not installed; pip install 'vehicle-catalog[postgres]'")


def test_the_driver_is_imported_only_when_it_is_used() -> None:
    modules = "catalog.engine, catalog.engine.postgres, catalog.engine.postgres_tables, catalog.engine.publish"
    program = f"import sys, {modules}; print('psycopg' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


@pytest.mark.parametrize("text", ["make = 'x'", "make like '%'", "id = $1", 'select "id"', r"make = '\'"])
def test_a_text_with_literals_is_not_ours(text: str) -> None:
    with pytest.raises(AssertionError):
        placeholders(text)

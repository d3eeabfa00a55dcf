"""A PostgreSQL database for each module that asks for one, on the server that the environment names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from secrets import token_hex

import pytest

from tests.engine.engines import needed

VARIABLE = "VEHICLES_TEST_POSTGRES"


@pytest.fixture(scope="module")
def postgres_url() -> Iterator[Callable[[], str]]:
    """Gives the URL of an empty database, made when it is first asked for and dropped at the end.

    Without a server the test that asks is skipped, or fails where REQUIRE_ENGINES is set.
    """
    made: list[str] = []

    def url() -> str:
        needed("psycopg is not installed", find_spec("psycopg") is not None)
        needed(
            f"{VARIABLE} is not set; `.ci/postgres start FOLDER` starts a server and prints it", VARIABLE in os.environ
        )
        if not made:
            made.append(f"vehicles_test_{token_hex(6)}")
            _run(f"create database {made[0]}")
        return os.environ[VARIABLE].rpartition("/")[0] + f"/{made[0]}"

    yield url
    for name in made:
        _run(f"drop database {name} with (force)")


def _run(text: str) -> None:
    import psycopg

    with psycopg.connect(os.environ[VARIABLE], autocommit=True) as connection:
        connection.execute(text.encode())

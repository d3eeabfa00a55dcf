"""A published catalog answers as the one that it was published from, or says what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.conftest import Run
from tests.engine.engines import need_duckdb

QUESTIONS = [
    ["list"],
    ["list", "--where", "payload >= 1 t or maybe(range > 100 mi)", "--sort", "-payload,make", "--limit", "2"],
    ["list", "--format", "jsonl"],
    ["list", "--columns", "id,claims,data_set,markets,plants"],
    ["list", "--facets"],
    ["list", "--facets", "--where", "maybe(payload > 1 kg)", "--format", "json"],
    ["list", "--group-by", "make"],
    ["list", "--format", "jsonld"],
    ["list", "citroen"],
    ["list", "Citroën", "van", "--limit", "1"],
    ["list", "no", "such", "words"],
    ["list", "--make", "foton"],
    ["list", "--make", "fotn"],
    ["list", "--limit", "1", "--offset", "1"],
    ["sources"],
    ["plants"],
    ["sql", "--where", "range > 100 km", "--sort", "payload"],
]


@pytest.fixture(params=["parquet", "postgres"])
def published(request: pytest.FixtureRequest, run: Run, postgres_url: Callable[[], str]) -> str:
    need_duckdb()
    target = "fleet.parquet" if request.param == "parquet" else postgres_url()
    done = run("publish", target)
    assert (done.code, done.err) == (0, "")
    shown = target if request.param == "parquet" else f"postgresql://{target.rpartition('@')[2]}"
    assert done.out == f"5 vehicles published to {shown}\n"
    return target


def test_each_answer_is_that_of_the_catalog(published: str, run: Run) -> None:
    ids = run("list", "--format", "ids").out.split()
    shown = [["show", vehicle, *more] for vehicle in ids for more in ([], ["--format", "json"], ["--no-derived"])]
    pairs = [["compare", *ids], ["compare", *ids, "--format", "json", "--units", "us"], ["compare", *ids, "--compact"]]
    pairs.append(["compare", *ids[:3], "--baseline", ids[0], "--fields", "payload,range"])
    names = [["show", vehicle.rpartition("-")[0]] for vehicle in ids] + [
        ["show", "nothing like it"],
        ["show", ids[0][:4]],
    ]
    plants = [["plants", "avtotor"]]
    for question in [*QUESTIONS, *shown, *pairs, *names, *plants]:
        here, there = run(*question), run(*question, "--catalog", published)
        assert there == here, question


def test_publishing_again_replaces_what_was_there(published: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "own" / "vehicles").mkdir(parents=True)
    assert run("publish", published, "--specs", str(tmp_path / "own")).code == 0
    assert run("list", "--catalog", published, "--format", "ids") == (3, "", "")
    assert run("sources", "--catalog", published, "--format", "jsonl").out == ""
    assert run("show", "foton", "--catalog", published).code == 3


def test_a_copy_of_what_was_published_is_the_same(published: str, run: Run) -> None:
    assert run("publish", "copy.parquet", "--catalog", published).code == 0
    for question in (["list", "--format", "jsonl"], ["sources"], ["plants"], ["list", "--facets"]):
        assert run(*question, "--catalog", "copy.parquet") == run(*question)


def test_a_flipped_bit_is_told(run: Run) -> None:
    need_duckdb()
    assert run("publish", "fleet.parquet").code == 0
    whole = Path("fleet.parquet").read_bytes()
    asked = ("show", run("list", "--format", "ids").out.split()[0], "--catalog", "fleet.parquet")
    right = run(*asked)
    assert right.code == 0
    for place in range(5, len(whole), len(whole) // 40):
        damaged = bytearray(whole)
        damaged[place] ^= 4
        Path("fleet.parquet").write_bytes(damaged)
        found = run(*asked)
        assert found == right or (found.code in (1, 2) and "damaged" in found.err and not found.out), place


@pytest.mark.parametrize(
    ("catalog", "message"),
    [
        ("none.parquet", "none.parquet: there is no such file"),
        (
            "mysql://me:s3cret@host/db",
            "no catalog can be read from mysql://; write postgresql://user@host:5432/database",
        ),
        ("a.parquet,b.parquet", "a published catalog is searched alone, and this names several: a.parquet, b.parquet"),
        (
            "specs,postgresql://me:s3cret@h:5/db?x=1",
            "a published catalog is searched alone, and this names several: specs, postgresql://h:5/db",
        ),
    ],
)
def test_a_catalog_that_is_none_is_explained(run: Run, catalog: str, message: str) -> None:
    found = run("list", "--catalog", catalog)
    assert (found.code, found.out, found.err) == (2, "", f"vehicles: {message}\n")


def test_a_target_that_is_none_is_refused(run: Run) -> None:
    found = run("publish", "mysql://me:s3cret@host/db")
    assert found.code == 2
    assert "nothing can be published to mysql://; write postgresql://user@host:5432/database" in found.err
    found = run("publish", "missing/fleet.parquet")
    assert found.code == 1
    assert found.err == "vehicles: cannot write missing/fleet.parquet: No such file or directory\n"


def test_what_a_server_lacks_is_explained(run: Run, postgres_url: Callable[[], str]) -> None:
    import psycopg

    url = postgres_url()
    parts = urlsplit(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("drop schema if exists vehicle_catalog cascade")
        found = run("list", "--catalog", url)
        where = f"{parts.hostname}:{parts.port}{parts.path}"
        assert found.err == f"vehicles: no vehicles were published to {where}; `vehicles publish URL` does that\n"
        assert run("publish", url).code == 0
        connection.execute("update vehicle_catalog.about set body = '0' where key = 'format'")
        found = run("list", "--catalog", url)
        assert "were published by another version of this program; publish them anew" in found.err
    for wrong in (url.replace(f":{parts.port}", ":1"), f"{url}_none", url.replace(str(parts.password), "s3cret")):
        found = run("list", "--catalog", wrong)
        assert found.code == 2
        assert "cannot connect to PostgreSQL at " in found.err
        assert "s3cret" not in found.err
        assert str(parts.password) not in found.err


def test_the_settings_do_not_show_a_password(run: Run) -> None:
    found = run("config", "--catalog", "postgresql://me:s3cret@host/db", "--format", "csv")
    assert "postgresql://host/db" in found.out
    assert "s3cret" not in found.out

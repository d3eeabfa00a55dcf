"""``vehicles sql``: the text runs, and answers as ``list`` does."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from catalog.index import open_index
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("where", "sort"),
    [
        ("payload >= 500 kg", "-payload"),
        ("range[wltp] > 100 mi or battery_energy is missing", "make,-range"),
        ("make in (Acme, Citroën) and not powertrain = diesel", "id"),
        ("maybe(payload >= 1 t) and model like '%a%'", "-length"),
    ],
)
def test_the_text_gives_the_same_vehicles(run: Run, specs: Path, where: str, sort: str) -> None:
    listed = run("list", "--where", where, f"--sort={sort}", "--format", "ids")
    text = run("sql", "--where", where, f"--sort={sort}").out
    assert "?" not in text
    index = open_index([str(specs)])
    assert [row[0] for row in index.rows(text)] == listed.out.split()
    assert isinstance(index.connection, sqlite3.Connection)


def test_columns_limit_and_table(run: Run) -> None:
    out = run(
        "sql", "--columns", "id,markets,gearbox,payload,range[wltp]", "--limit", "3", "--table", "fleet.vehicles"
    ).out
    assert out == (
        "select id, markets, gearbox, payload_low, payload_high, payload_definition, range__wltp_low, range__wltp_high\n"
        "from fleet.vehicles\norder by id\nlimit 3\n"
    )


def test_thresholds_are_exact_and_the_question_is_said_in_words(run: Run) -> None:
    ran = run("sql", "--where", "range[wltp] > 150 mi")
    assert "range__wltp_low > 241.4016" in ran.out
    assert ran.err == "vehicles: Vehicles where range (WLTP) is above 150 mi.\n"


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (("--columns", "paylod"), r"no field 'paylod'; did you mean payload", 3),
        (("--columns", "range[wtlp]"), r"no definition of range 'wtlp'; did you mean wltp", 3),
        (("--where", "payload > 3 mi"), r"mi measures distance", 2),
        (("--where", "@heavy"), r"no saved query 'heavy' \(write it in a config file", 3),
    ],
)
def test_what_cannot_be_asked(run: Run, arguments: tuple[str, ...], message: str, code: int) -> None:
    ran = run("sql", *arguments)
    assert ran.code == code
    assert re.search(message, ran.err)


def test_a_saved_query_is_asked_by_its_name(run: Run, surroundings: Path) -> None:
    (surroundings / "vehicles.toml").write_text("[query]\nheavy = 'gross_vehicle_mass >= 3 t'\n", encoding="utf-8")
    assert "gross_vehicle_mass_low >= 3000.0" in run("sql", "--where", "@heavy").out
    both = run("list", "--where", "@heavy", "--where", "make = Acme", "--format", "ids")
    alone = run("list", "--where", "gross_vehicle_mass >= 3 t and make = Acme", "--format", "ids")
    assert both.out == alone.out != ""
    assert run("list", "--where", "@hevy").err == "vehicles: no saved query 'hevy'; did you mean heavy?\n"
    assert "query.heavy" in run("config").out

"""Every date against every other, in every relation, as SQL and as days of a calendar."""

from __future__ import annotations

import sqlite3

import pytest

from catalog.query.dates import date_condition, read_date
from tests.query.evaluator import dates
from tests.query.strategies import DATES, OPERATORS

STORED = [
    *DATES,
    "2023-01",
    "2023-01-01",
    "2023-05-01",
    "2023-05-31",
    "2023-12-31",
    "2024-02-29",
    "2023-H2",
    "c. 2015",
    None,
]
ASKED = [*DATES, "2023-01", "2023-01-01", "2023-05-01", "2023-05-31", "2023-12-31", "2024-02-29", "2023-02-28", "1999"]


@pytest.mark.parametrize("possible", [False, True])
@pytest.mark.parametrize("operator", OPERATORS)
def test_dates_compare_by_their_periods(operator: str, possible: bool) -> None:
    connection = sqlite3.connect(":memory:")
    for asked in ASKED:
        if operator not in ("=", "!=") and not asked.replace("-", "").isdigit():
            continue
        text, parameters = date_condition("day", operator, asked, possible)
        for stored in STORED:
            found = connection.execute(f"select 1 from (select ? as day) as t where {text}", (stored, *parameters))
            assert (dates(stored, operator, asked)[possible] is True) == (found.fetchone() is not None), (stored, asked)
    connection.close()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-02", "2024-02"),
        ("2024-02-30", "2024-02-30"),
        ("2024-q3", "2024-Q3"),
        ("2024-h1", "2024-H1"),
        ("2024-SPRING", "2024-spring"),
        ("2024-13", None),
        ("9999", None),
        ("0000", None),
        ("20240", None),
        ("spring", None),
        ("٢٠٢٤", None),
    ],
)
def test_what_a_date_is(text: str, date: str | None) -> None:
    assert date == read_date(text)

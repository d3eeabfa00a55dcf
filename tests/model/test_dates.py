"""Dates as texts give them: read, refused, sorted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.model.dates import EXAMPLES, read_date, sort_key


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *((example, example) for example in EXAMPLES),
        (" 2024 ", "2024"),
        ("c. 2015", "c. 2015"),
        ("c.2015", "c.2015"),
        ("2024-H2", "2024-H2"),
        ("2024-winter", "2024-winter"),
        ("2024-02-29", "2024-02-29"),
        ("1970-1975", "1970-1975"),
        ("1970–1975", "1970-1975"),
        ("1970 – 1975", "1970-1975"),
        ("2023-12-31", "2023-12-31"),
        ("2023-05 to 2024-01", "2023-05 to 2024-01"),
        ("2023-05/2024", "2023-05/2024"),
        ("2024-Q1..2024-Q3", "2024-Q1..2024-Q3"),
        ("from 2024", "from 2024"),
        ("until 2024-Q1", "until 2024-Q1"),
        ("2020-2020", "2020-2020"),
    ],
)
def test_a_date_is_read(text: str, read: str) -> None:
    assert read_date(text) == read
    assert read_date(read) == read


@pytest.mark.parametrize(
    "text",
    ["", " ", "24.03.2023", "03/2024", "2024-13", "2024-00", "2024-3", "2024-03-32", "2024-03-00", "2024-Q5", "2024-Q0", "24",
     "20245", "spring 2023", "2023-Spring", "March 2024", "1970-75", "soon", "2024-03-24T10:00", "٢٠٢٤", "from", "2024,2025"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ReadingError) as error:
        read_date(text)
    assert error.value.choices == EXAMPLES
    assert error.value.reason == "not a date"


@pytest.mark.parametrize("day", ["2024-02-30", "2023-02-29", "2024-04-31", "2024-01-01 to 2024-06-31"])
def test_a_day_that_is_not_in_the_calendar(day: str) -> None:
    with pytest.raises(ReadingError, match=f"there is no {day[-10:]} in the calendar"):
        read_date(day)


@pytest.mark.parametrize("span", ["1975-1970", "1975–1970", "2024-03 to 2023", "2024-Q3/2024-Q1", "c. 2024 to 2020"])
def test_a_span_that_ends_before_it_starts(span: str) -> None:
    with pytest.raises(ReadingError, match="the span ends before it starts"):
        read_date(span)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_date(text)
    except ReadingError:
        return  # refused, and by no other exception
    assert read_date(read) == read


@given(st.dates())
def test_every_day_is_a_date(day: object) -> None:
    text = f"{day}"
    assert read_date(text) == text
    assert sort_key(text) == text


def test_dates_sort_from_the_undated_to_the_newest() -> None:
    dates = ["", "c. 1999", "2015", "2015-2016", "2023-12", "2024", "2024-early", "2024-03", "2024-03-24", "2024-spring",
             "2024-Q2", "2024-mid", "2024-summer", "2024-Q3", "2024-H2", "2024-autumn", "2024-late", "2024-winter"]  # fmt: skip
    keys = [sort_key(date) for date in dates]
    assert keys == sorted(keys)


@pytest.mark.parametrize("date", [example for example in EXAMPLES if "-" not in example[2:]])
def test_a_year_sorts_by_itself(date: str) -> None:
    assert sort_key(date) == date[-4:]

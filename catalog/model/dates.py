"""Dates as press texts give them: a year, a quarter, a month, a season, a span of years."""

from __future__ import annotations

import datetime
import re

from catalog.errors import ReadingError

_PART = (
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4]|-H[12]"
    r"|-(?:early|mid|late|spring|summer|autumn|winter))?"
)
_DATE = re.compile(rf"(?:c\. ?)?({_PART})", re.ASCII)
_SPAN = re.compile(
    rf"(\d{{4}}) ?[-–] ?(\d{{4}})|(?:c\. ?)?({_PART}) ?(?:/|–|to|\.\.) ?({_PART})|(?:from|until) {_PART}", re.ASCII
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
#: The month by which a part of a year sorts: its middle.
_MONTHS = {
    "Q1": "02", "Q2": "05", "Q3": "08", "Q4": "11", "H1": "03", "H2": "09",
    "early": "02", "mid": "06", "late": "11", "spring": "04", "summer": "07", "autumn": "10", "winter": "12",
}  # fmt: skip
EXAMPLES = ("2024", "2024-03", "2024-03-24", "2024-Q1", "2023-spring", "1970-1975", "c. 2015")


def read_date(text: str) -> str:
    """A date or span in its canonical spelling. Raises ReadingError with examples.

    >>> read_date("1970–1975")
    '1970-1975'
    >>> read_date("24.03.2023")
    Traceback (most recent call last):
        ...
    catalog.errors.ReadingError: cannot read '24.03.2023': not a date; write 2024, 2024-03, 2024-03-24, 2024-Q1, 2023-spring, 1970-1975 or c. 2015
    """
    value = " ".join(text.split())
    span = None if _DATE.fullmatch(value) else _SPAN.fullmatch(value)
    if span is None and not _DATE.fullmatch(value):
        raise ReadingError(text, "not a date", EXAMPLES)
    for day in _DAY.finditer(value):
        _check_day(text, *(int(part) for part in day.groups()))
    if span is None:
        return value
    first, last = span[1] or span[3], span[2] or span[4]
    if first and last and sort_key(first) > sort_key(last):
        raise ReadingError(text, f"the span ends before it starts: {last} is before {first}")
    return f"{first}-{last}" if span[1] else value


def _check_day(text: str, year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        raise ReadingError(text, f"there is no {year:04}-{month:02}-{day:02} in the calendar") from None


def sort_key(text: str) -> str:
    """A key by which dates sort; undated sorts first. ``2024`` sorts before ``2024-03``.

    >>> sort_key("c. 2015"), sort_key("2024-Q1"), sort_key("2023-spring to 2024")
    ('2015', '2024-02', '2023-04')
    """
    match = re.search(_PART, text or "")
    year, _, part = match[0].partition("-") if match else ("", "", "")
    return f"{year}-{_MONTHS.get(part, part)}" if part else year

"""Dates as press texts give them: a year, a quarter, a month, a season, a span of years."""

from __future__ import annotations

import re

from catalog.errors import ReadingError

_PART = (
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4]|-H[12]"
    r"|-(?:early|mid|late|spring|summer|autumn|winter))?"
)
_DATE = re.compile(rf"(?:c\. ?)?{_PART}")
_SPAN = re.compile(rf"(?:c\. ?)?({_PART}) ?(?:/|–|to|\.\.) ?({_PART})|(\d{{4}}) ?[-–] ?(\d{{4}})|(from|until) {_PART}")
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
    if _DATE.fullmatch(value):
        return value
    span = _SPAN.fullmatch(value)
    if span is None:
        raise ReadingError(text, "not a date", EXAMPLES)
    years = (span[3], span[4])
    if years[0] and years[1]:
        if years[0] > years[1]:
            raise ReadingError(text, f"the span ends before it starts: {years[1]} is before {years[0]}")
        return f"{years[0]}-{years[1]}"
    return value


def sort_key(text: str) -> str:
    """A key by which dates sort; undated sorts first. ``2024`` sorts before ``2024-03``."""
    match = re.search(_PART, text or "")
    return match[0] if match else ""

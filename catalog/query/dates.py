"""Dates in a query: compared as texts, by the period that each of them names.

``2023`` is a year, ``2023-05`` a month in it. A date is certainly before another where all of its period is,
so a vehicle known only to start in ``2023`` is neither before nor after ``2023-05``: that is unknown, and
``maybe(...)`` finds it. Quarters, halves and seasons are compared with years; among themselves, and to months
of their year, they are only equal or not.
"""

from __future__ import annotations

import re

from catalog.plain import dataclass

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_WORDED = re.compile(r"\d{4}-(?:Q[1-4]|H[12]|early|mid|late|spring|summer|autumn|winter)", re.ASCII | re.IGNORECASE)
EXAMPLES = ("2024", "2024-03", "2024-03-24")
#: No date begins with a letter; ``c. 2015`` does, and is not compared.
_END = "a"

_CERTAIN = {
    "=": {"within"},
    "!=": {"before", "after", "later"},
    "<": {"before"},
    "<=": {"before", "within"},
    ">": {"after", "later"},
    ">=": {"within", "after", "later"},
}


def read_date(text: str) -> str | None:
    """A date of a query in the spelling of the spec files; None for what is none.

    >>> read_date("2024-q1"), read_date("2024-13")
    ('2024-Q1', None)
    """
    date = " ".join(text.split())
    if _WORDED.fullmatch(date):
        return date.upper() if date[5:6].upper() in "QH" else date.lower()
    return date if _DATE.fullmatch(date) and "0000" < date[:4] < "9999" else None


def is_worded(date: str) -> bool:
    """Whether a date is a quarter, a half or a season."""
    return _DATE.fullmatch(date) is None


@dataclass(frozen=True, slots=True)
class Period:
    """A date's place among all texts that dates have: ``before``, ``within``, ``after``, ``words``, ``later``.

    ``edges`` are the texts at which one part ends and the next begins. ``words`` holds the quarters and seasons
    of its year; ``coarser`` the year and month that it lies in, which come before it as texts.
    """

    edges: tuple[tuple[str, str], ...]
    coarser: tuple[str, ...]

    def condition(self, column: str, operator: str, possible: bool) -> tuple[str, tuple[str, ...]]:
        """The SQL that asks whether a date stands in the relation, and its parameters."""
        wanted = _CERTAIN[operator] | ({"words"} if possible else set())
        pieces: list[str] = []
        parameters: list[str] = []
        for low, high in self._runs(wanted):
            excluded = self.coarser if not low and not possible else ()
            tests = [f"{column} >= ?"] * bool(low) + [f"{column} < ?"] + [f"{column} <> ?"] * len(excluded)
            pieces.append(" and ".join(tests))
            parameters += [low] * bool(low) + [high, *excluded]
        if possible and "before" not in wanted:
            pieces += [f"{column} = ?"] * len(self.coarser)
            parameters += self.coarser
        if len(pieces) > 1:
            pieces = [f"({piece})" if " and " in piece else piece for piece in pieces]
        return " or ".join(pieces), tuple(parameters)

    def _runs(self, wanted: set[str]) -> list[tuple[str, str]]:
        """From where to where the wanted parts reach, neighbours as one; the first begins nowhere."""
        runs: list[tuple[str, str]] = []
        low = ""
        for part, high in self.edges:
            if part in wanted:
                start = runs.pop()[0] if runs and runs[-1][1] == low else low
                runs.append((start, high))
            low = high
        return runs


def period(date: str) -> Period:
    """The period of a year, month or day."""
    year, later = date[:4], f"{int(date[:4]) + 1:04}"
    if date == year:
        return Period((("before", year), ("within", later), ("later", _END)), ())
    stem, last = date[:-2], int(date[-2:])
    coarser = (year,) if len(date) == 7 else (year, date[:7])
    words = f"{year}-2"  # above the months, which begin with 0 or 1, and below the letters of Q1 and spring
    edges = (("before", date), ("within", f"{stem}{last + 1:02}"), ("after", words), ("words", later), ("later", _END))
    return Period(edges, coarser)


def date_condition(column: str, operator: str, date: str, possible: bool) -> tuple[str, tuple[str, ...]]:
    """SQL and parameters of ``column operator date``.

    >>> date_condition("start_of_production", ">=", "2023", False)
    ('start_of_production >= ? and start_of_production < ?', ('2023', 'a'))
    """
    if is_worded(date):
        return f"{column} {'<>' if operator == '!=' else '='} ?", (date,)
    while _is_same_for_whole(date, operator):
        date = date[:-3]
    return period(date).condition(column, operator, possible)


def _is_same_for_whole(date: str, operator: str) -> bool:
    """Whether the year or month that a date lies in gives the same answer: from 2023-01 on is from 2023 on."""
    if operator in (">=", "<"):
        return date.endswith("-01") and len(date) > 4
    if len(date) == 7:
        return operator in (">", "<=") and date.endswith("-12")
    if operator not in (">", "<=") or len(date) != 10:
        return False
    from calendar import monthrange

    return int(date[8:]) >= monthrange(int(date[:4]), int(date[5:7]))[1]

"""Output plans of a plant on a time line: when each was stated, and for which time.

One line a claim. The figures stand beside it as published: a plan for a year and a count a day share no axis.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.cited import Cited
    from catalog.model.plant_record import OutputRecord, PlantRecord

WIDTH, LEFT, RIGHT, ROW, TOP = 760, 330, 12, 34, 30
_DATE = re.compile(r"((?:19|20)\d\d)(?:-(\d\d))?(?:-(\d\d))?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the time line, from and to in units of the drawing. ``sure`` is False where only the year is known
    of a part of it ("by the end of 2023")."""

    start: float
    end: float
    sure: bool = True

    @property
    def width(self) -> float:
        return round(max(self.end - self.start, 2.0), 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim: its words, when it was stated and what time it is about (None: that is not a time of the calendar)."""

    what: str
    period: str
    value: str
    stated_words: str
    sources: tuple[str, ...]
    stated: Stretch | None
    about: Stretch | None
    place: float

    @property
    def words(self) -> str:
        """All that the line shows, for those who hear it."""
        return f"{self.what}, {self.period}: {self.value}, stated {self.stated_words}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years with their places, and a line for each claim, oldest statement first."""

    entries: Sequence[Entry]
    years: Sequence[tuple[float, str]]
    left: int = LEFT
    right: int = WIDTH - RIGHT
    width: int = WIDTH

    @property
    def height(self) -> int:
        return TOP + ROW * len(self.entries) + 6


def timeline(plant: PlantRecord, sources: Mapping[str, Cited]) -> Timeline | None:
    """The output claims of a plant; None where none can be placed in time."""
    rows = [(entry, _stated(entry, sources)) for entry in plant.output]
    spans = [span for entry, stated in rows for span in (span_of(stated or ""), _about(entry.period)[0]) if span]
    if not spans:
        return None
    first, last = min(span[0] for span in spans).year, max(span[1] for span in spans).year
    begin, days = date(first, 1, 1), (date(last, 12, 31) - date(first, 1, 1)).days + 1

    def place(day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - begin).days / days, 1)

    def stretch(span: tuple[date, date] | None, sure: bool = True) -> Stretch | None:
        return None if span is None else Stretch(place(span[0]), place(span[1]), sure)

    entries = []
    for number, (entry, stated) in enumerate(sorted(rows, key=lambda row: (row[1] or "9999", row[0].period))):
        about, sure = _about(entry.period)
        entries.append(
            Entry(
                entry.what,
                entry.period,
                entry.claim.published or entry.claim.status.value,
                stated or "undated",
                entry.claim.sources,
                stretch(span_of(stated or "")),
                stretch(about, sure),
                TOP + ROW * (number + 0.5),
            )
        )
    return Timeline(
        entries, [(place(date(year, 1, 1)), str(year) if year <= last else "") for year in range(first, last + 2)]
    )


def _stated(entry: OutputRecord, sources: Mapping[str, Cited]) -> str | None:
    dates = [sources[key].date for key in entry.claim.sources if key in sources and sources[key].date]
    return entry.stated or (dates[0] if dates else None)


def span_of(text: str) -> tuple[date, date] | None:
    """The first and the last day that a date (``2024``, ``2024-02``, ``2024-02-07``) can mean.

    >>> span_of("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
    return date(year, 1, 1), date(year, 12, 31)


def _about(period: str) -> tuple[tuple[date, date] | None, bool]:
    """The time that a period names, and whether it is just that."""
    exact = span_of(period)
    if exact:
        return exact, True
    years = sorted(_YEAR.findall(period))
    return ((date(int(years[0]), 1, 1), date(int(years[-1]), 12, 31)), False) if years else (None, False)

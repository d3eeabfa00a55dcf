"""What the vehicles of a list are: how many of each type, make, market ..., and how far their figures reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.index import Index

#: The properties that are counted, and the column of each.
COUNTED = {
    "type": "type",
    "category": "category",
    "powertrain": "powertrain",
    "make": "make",
    "market": "markets",
    "plant": "plants",
}
_SEVERAL = ("markets", "plants")
_OPEN = 1e150


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where a field goes, in its canonical unit, and of how many vehicles it is known. ``open`` says that
    a bound ("up to", "from") has no other end."""

    low: float
    high: float
    known: int
    open: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by property and value, and spans by column stem."""

    total: int
    counts: Mapping[str, Mapping[str, int]]
    spans: Mapping[str, Span]


def facets(index: Index, where: str, parameters: Sequence[Any], stems: Sequence[str]) -> Facets:
    """The facets of the vehicles under a condition (empty: all)."""
    clause = f" where {where}" if where else ""
    total = index.rows(f"select count(*) from vehicles{clause}", parameters)[0][0]
    counts = {name: _counted(index, column, clause, parameters) for name, column in COUNTED.items()}
    spans: dict[str, Span] = {}
    for stem in stems:
        # "up to 317 km" begins at 0, and "over 317 km" has no end: both stand in the span with the figure they give
        row = index.rows(
            f"select min(case when {stem}_low = 0 then {stem}_high else {stem}_low end), "
            f"max(case when {stem}_high < {_OPEN} then {stem}_high else {stem}_low end), "
            f"count({stem}_low), max({stem}_high) from vehicles{clause}",
            parameters,
        )[0]
        if row[2]:
            spans[stem] = Span(row[0], row[1], row[2], row[3] >= _OPEN)
    return Facets(total, {name: found for name, found in counts.items() if found}, spans)


def _counted(index: Index, column: str, clause: str, parameters: Sequence[Any]) -> Mapping[str, int]:
    joint = "and" if clause else "where"
    rows = index.rows(
        f"select {column}, count(*) from vehicles{clause} {joint} {column} is not null group by {column}", parameters
    )
    counts: Counter[str] = Counter()
    for value, count in rows:
        for member in value.strip(",").split(",") if column in _SEVERAL else (value,):
            counts[member] += count
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))

"""What the vehicles of a list are: how many of each type, make, market ..., and how far their figures reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from catalog.errors import SettingsError, nearest
from catalog.model.record import SPECS
from catalog.plain import dataclass
from catalog.sheets.columns import GROUPINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.collection.holding import Holding

#: The columns of properties of which a vehicle may have several.
_SEVERAL = {"market": "markets", "plant": "plants"}
#: What is counted, in the order in which it is shown. (A body is free text: there are as many as publishers.)
_FACETS = ("type", "category", "powertrain", "make", "market", "plant", "data_set")
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


def facets(holding: Holding, where: str, parameters: Sequence[Any], stems: Sequence[str]) -> Facets:
    """The facets of the vehicles under a condition (empty: all)."""
    counted: dict[str, dict[str, int]] = {}
    total = _total(holding, where, parameters)
    for name in _FACETS:
        counts = _counted(holding, name, where, parameters)
        own = {value: count for value, count in counts.items() if value is not None}
        if own and not (name == "data_set" and set(own) == {SPECS}):
            counted[name] = own
    return Facets(total, counted, _spans(holding, where, parameters, stems))


def counts(holding: Holding, by: str, where: str, parameters: Sequence[Any]) -> tuple[dict[str | None, int], int]:
    """How many vehicles under a condition have each value of a property, the most frequent first, and how many there
    are. Raises SettingsError for a property that is not counted."""
    if by not in GROUPINGS:
        offer = nearest(by, GROUPINGS)
        raise SettingsError(
            f"cannot group by {by!r}; " + (f"did you mean {offer[0]}?" if offer else f"one of {', '.join(GROUPINGS)}")
        )
    return _counted(holding, by, where, parameters), _total(holding, where, parameters)


def _clause(where: str) -> str:
    return f" where {where}" if where else ""


def _total(holding: Holding, where: str, parameters: Sequence[Any]) -> int:
    return int(holding.rows(f"select count(*) from vehicles{_clause(where)}", parameters)[0][0])


def _counted(holding: Holding, name: str, where: str, parameters: Sequence[Any]) -> dict[str | None, int]:
    column = _SEVERAL.get(name, name)
    rows = holding.rows(f"select {column}, count(*) from vehicles{_clause(where)} group by {column}", parameters)
    found: Counter[str | None] = Counter()
    for value, count in rows:
        for member in value.strip(",").split(",") if value and name in _SEVERAL else (value or None,):
            found[member] += count
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0] or "not stated")))


def _spans(holding: Holding, where: str, parameters: Sequence[Any], stems: Sequence[str]) -> dict[str, Span]:
    if not stems:
        return {}
    # "up to 317 km" begins at 0, and "over 317 km" has no end: both stand in the span with the figure they give
    columns = ", ".join(
        f"min(case when {stem}_low = 0 then {stem}_high else {stem}_low end), "
        f"max(case when {stem}_high < {_OPEN} then {stem}_high else {stem}_low end), "
        f"count({stem}_low), max({stem}_high)"
        for stem in stems
    )
    (row,) = holding.rows(f"select {columns} from vehicles{_clause(where)}", parameters)
    found = {}
    for place, stem in enumerate(stems):
        low, high, known, highest = row[4 * place : 4 * place + 4]
        if known:
            found[stem] = Span(low, high, known, highest >= _OPEN)
    return found

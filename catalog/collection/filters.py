"""Filters of a list (``make = ford``, words of a name) as conditions on the table of vehicles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.engine.folding import folded
from catalog.errors import NotFound, SettingsError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.collection.holding import Holding

#: What a list filters by, besides free words, and the column of each.
FILTERS = {
    "make": "make",
    "vehicle_type": "type",
    "category": "category",
    "powertrain": "powertrain",
    "market": "markets",
    "plant": "plants",
}
_SEVERAL = ("markets", "plants")
#: What people write for a filter's value.
_SHORT = {"bev": "battery electric", "ev": "battery electric", "phev": "plug-in hybrid", "hev": "hybrid", "uk": "GB"}
_EU = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip


def conditions(
    holding: Holding, words: Sequence[str], filters: Mapping[str, str | None]
) -> tuple[list[str], list[Any]]:
    """SQL conditions with their parameters. A filter without a value is none.

    Raises SettingsError for a filter that is none, NotFound for a value that no vehicle has.
    """
    texts: list[str] = []
    parameters: list[Any] = []
    for name, wanted in filters.items():
        if name not in FILTERS:
            offer = nearest(name, list(FILTERS))
            raise SettingsError(
                f"no filter {name!r}; " + (f"did you mean {offer[0]}?" if offer else ", ".join(FILTERS))
            )
        if wanted is None:
            continue
        column = FILTERS[name]
        there = known(holding, column)
        meant = _meant(name, wanted, there)
        if not meant:
            raise NotFound(name.replace("_", " "), wanted, nearest(wanted, there), _some(there))
        if column in _SEVERAL:
            texts.append(f"({' or '.join(f'{column} like ?' for _ in meant)})")
            parameters += [f"%,{value},%" for value in sorted(meant)]
        else:
            texts.append(f"{column} in ({', '.join('?' * len(meant))})")
            parameters += sorted(meant)
    if words:
        text, own = holding.with_words(words)
        texts.append(text)
        parameters += own
    return texts, parameters


def known(holding: Holding, column: str) -> list[str]:
    """The values that vehicles have of a property."""
    values = [row[0] for row in holding.rows(f"select distinct {column} from vehicles where {column} is not null")]
    if column in _SEVERAL:
        values = [member for value in values for member in value.strip(",").split(",")]
    return sorted({value for value in values if value})


def _meant(name: str, wanted: str, there: Sequence[str]) -> set[str]:
    """The known values that a filter means: the very one, what a short name stands for, or all that hold the word.

    A market of the EU is served by what is sold in the EU.
    """
    fold = folded(_SHORT.get(folded(wanted), wanted))
    meant = {value for value in there if folded(value) == fold}
    if name == "market" and fold.upper() in _EU and "EU" in there:
        meant.add("EU")
    if not meant and name in ("powertrain", "plant"):
        meant = {value for value in there if fold in folded(value)}
    return meant


def _some(there: Sequence[str]) -> str:
    return f"known: {', '.join(there[:12])}{' ...' if len(there) > 12 else ''}" if there else "none is known"

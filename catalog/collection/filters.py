"""Filters of a list (``make = ford``, words of a name) as conditions on the table of vehicles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.collection.names import folded
from catalog.errors import NotFound, SettingsError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.index import Index

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
    index: Index, words: Sequence[str], filters: Mapping[str, str | None]
) -> tuple[list[str], list[str | float | None]]:
    """SQL conditions with their parameters. A filter without a value is none.

    Raises SettingsError for a filter that is none, NotFound for a value that no vehicle has.
    """
    texts: list[str] = []
    parameters: list[str | float | None] = []
    for name, wanted in filters.items():
        if name not in FILTERS:
            offer = nearest(name, list(FILTERS))
            raise SettingsError(
                f"no filter {name!r}; " + (f"did you mean {offer[0]}?" if offer else ", ".join(FILTERS))
            )
        if wanted is None:
            continue
        column = FILTERS[name]
        known = _known(index, column)
        meant = _meant(name, wanted, known)
        if not meant:
            raise NotFound(name.replace("_", " "), wanted, nearest(wanted, known), _some(known))
        if column in _SEVERAL:
            texts.append(f"({' or '.join(f'{column} like ?' for _ in meant)})")
            parameters += [f"%,{value},%" for value in sorted(meant)]
        else:
            texts.append(f"{column} in ({', '.join('?' * len(meant))})")
            parameters += sorted(meant)
    if words:
        ids = _with_words(index, words)
        texts.append(f"id in ({', '.join('?' * len(ids))})" if len(ids) <= 500 else _literal(ids))
        parameters += ids if len(ids) <= 500 else []
    return texts, parameters


def _known(index: Index, column: str) -> list[str]:
    """The values that vehicles have of a property."""
    values = [row[0] for row in index.rows(f"select distinct {column} from vehicles where {column} is not null")]
    if column in _SEVERAL:
        values = [member for value in values for member in value.strip(",").split(",")]
    return sorted({value for value in values if value})


def _meant(name: str, wanted: str, known: Sequence[str]) -> set[str]:
    """The known values that a filter means: the very one, what a short name stands for, or all that hold the word.

    A market of the EU is served by what is sold in the EU.
    """
    fold = folded(_SHORT.get(folded(wanted), wanted))
    meant = {value for value in known if folded(value) == fold}
    if name == "market" and fold.upper() in _EU and "EU" in known:
        meant.add("EU")
    if not meant and name in ("powertrain", "plant"):
        meant = {value for value in known if fold in folded(value)}
    return meant


def _some(known: Sequence[str]) -> str:
    return f"known: {', '.join(known[:12])}{' ...' if len(known) > 12 else ''}" if known else "none is known"


def _with_words(index: Index, words: Sequence[str]) -> list[str]:
    """The vehicles whose names hold all words, accents and case left out."""
    wanted = [folded(word) for word in words]
    rows = index.rows("select id, make, model, version, type from vehicles")
    return [row[0] for row in rows if all(word in folded(" ".join(part or "" for part in row)) for word in wanted)]


def _literal(ids: Sequence[str]) -> str:
    """A condition on more ids than a statement takes parameters. Ids are letters, digits and hyphens alone."""
    return f"id in ({', '.join(repr(key) for key in ids)})"

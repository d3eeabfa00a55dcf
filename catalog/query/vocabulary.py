"""What a text of a closed vocabulary may be: a query for anything else would find nothing without a word."""

from __future__ import annotations

from catalog.errors import QueryError, nearest
from catalog.query.bound import TextColumn
from catalog.query.schema import Schema
from catalog.query.tree import Value

#: The identity columns with a closed vocabulary, as the models have them.
CLOSED: dict[str, tuple[str, ...]] = {
    "type": ("truck", "van", "pickup", "car", "bus", "coach", "tractor"),
    "category": ("M1", "M2", "M3", "N1", "N2", "N3", "M1G", "N1G", "N2G", "N3G", "L6", "L7"),
    "powertrain": (
        "battery electric", "plug-in hybrid", "hybrid", "mild hybrid", "fuel cell", "petrol", "diesel", "gas",
        "flex fuel",
    ),
}  # fmt: skip
#: What people write for some of them.
_SHORT = {
    "powertrain": {
        "bev": "battery electric",
        "ev": "battery electric",
        "phev": "plug-in hybrid",
        "hev": "hybrid",
        "mhev": "mild hybrid",
        "fcev": "fuel cell",
    },
    "market": {"uk": "GB"},
}  # fmt: skip
#: What is sold in the EU is sold in each of these.
EU = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip


def meant(column: TextColumn, written: str, value: Value, schema: Schema, text: str) -> tuple[str, ...]:
    """The texts that a column is asked for where a query says ``written``.

    Raises QueryError for what no vehicle can have, with the nearest of what it can.
    """
    found = _SHORT.get(column.key, {}).get(written.casefold(), written)
    if column.key == "market":
        code = found.upper()
        if len(code) != 2 or not (code.isascii() and code.isalpha()):
            reason = "a market is written as the two letters of its country (ISO 3166), or EU"
            raise QueryError(text, value.position, value.length, reason, ("DE", "US", "EU"))
        return (code, "EU") if code in EU else (code,)
    info = schema.fields.get(column.key)
    known = info.spec.vocabulary if info else CLOSED.get(column.key, ())
    if not known:
        return (found,)
    for word in known:
        if word.casefold() == found.casefold():
            return (word,)
    offer = [word for word in known if set(found.casefold().split()) & set(word.casefold().split())]
    offer = list(dict.fromkeys([*offer, *nearest(found, known)]))[:3]
    reason = f"no {column.label} is called {written!r}" + ("" if offer else f"; known are {', '.join(known)}")
    raise QueryError(text, value.position, value.length, reason, tuple(offer))

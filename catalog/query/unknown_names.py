"""What to say of a name or a definition that is none: the nearest ones there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from catalog.errors import NotFound, QueryError, nearest
from catalog.model.table import SYNONYMS
from catalog.query.schema import IDENTITY, Schema
from catalog.query.tree import Name
from catalog.query.vocabulary import CLOSED

#: What people call identity columns.
_COMMON = {
    "brand": "make",
    "manufacturer": "make",
    "country": "market",
    "fuel": "powertrain",
    "propulsion": "powertrain",
    "class": "category",
    "factory": "plant",
    "trim": "version",
    "variant": "version",
}
_UNKNOWN = ("missing", "known", "null", "none", "unknown", "empty")


def unknown_name(name: Name, schema: Schema, text: str) -> QueryError:
    """No field and no identity name is called so."""
    reason = f"no field {name.name!r}"
    low = name.name.lower()
    parts = low.split("-")
    offer = _with_definition(low, schema)
    if low in _UNKNOWN:
        reason, offer = "whether a value is known is asked by itself", ("is missing", "is known")
    elif low.startswith("maybe "):
        reason, offer = "maybe is followed by a condition in parentheses", (f"maybe({name.name[6:]} ...)",)
    elif len(parts) > 1 and any(part.replace(" ", "_") in schema.fields for part in parts):
        reason += "; a minus stands between spaces"
    offer = offer or _like(name.name, schema) or tuple(_with_value(low))
    if not offer:
        reason += "; `vehicles fields` lists all"
    return _not_found(QueryError(text, name.position, name.length, reason, offer))


def _not_found(error: QueryError) -> QueryError:
    """The error with the exit code of a name that is none: the query itself can be read."""
    error.exit_code = NotFound.exit_code
    return error


def _with_definition(low: str, schema: Schema) -> tuple[str, ...]:
    """``range[wltp]`` for ``range wltp``, ``range.wltp``, and ``wltp`` alone."""
    words = re.findall(r"[^\W_]+", low)
    for count in range(len(words) - 1, -1, -1):
        wanted, field = set(words[count:]), "_".join(words[:count])
        found = [
            f"{key}[{definition}]"
            for key, known in schema.definitions.items()
            if not field or key == field
            for definition in known
            if wanted and wanted <= set(definition.casefold().split())
        ]
        if found:
            return tuple(sorted(found, key=len)[:3])
    return ()


def _with_value(low: str) -> Iterator[str]:
    """``powertrain = battery electric`` for ``electric``: a word of a closed vocabulary where a field should stand."""
    for key, values in CLOSED.items():
        for value in values:
            if set(low.split()) & set(value.casefold().split()):
                yield f"{key} = {value}"


def _like(name: str, schema: Schema) -> tuple[str, ...]:
    """What people call so (``curb weight``: kerb_mass), the names that share words with it, those spelled like it."""
    common = {**SYNONYMS, **_COMMON}.get(" ".join(re.findall(r"\w+", name.lower().replace("_", " "))), "")
    words = set(re.findall(r"[^\W_]{3,}", name.lower()))
    shared = [key for key in schema.fields if words & set(key.split("_"))]
    shared.sort(key=lambda key: (-len(words & set(key.split("_"))), key.count("_")))
    labels = {info.label.lower(): key for key, info in schema.fields.items()}
    if common in schema.fields or common in IDENTITY:
        offer = [common, *shared[:2]]
    else:
        spelled = nearest(name, [*schema.fields, *IDENTITY, *labels])
        offer = [*shared[:2], *(labels.get(found, found) for found in spelled)]
    return tuple(dict.fromkeys(offer))[:3]


def unknown_definition(
    name: Name, wanted: str, label: str, key: str, known: Mapping[str, str], text: str
) -> QueryError:
    """No value is known under a definition called so."""
    if not known:
        reason = f"no {label} is known with a definition; write it without brackets"
        return _not_found(QueryError(text, name.position, name.length, reason, (key,)))
    offer = _definitions_like(wanted, known)
    shown = ", ".join(list(known)[:12]) + (", ..." if len(known) > 12 else "")
    reason = f"no {label} is known as {name.definition!r}" + ("" if offer else f"; known are {shown}")
    named = tuple(f"{key}[{definition}]" for definition in offer)
    return _not_found(QueryError(text, name.position, name.length, reason, named))


def _definitions_like(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    words = set(wanted.split())
    holding = [definition for definition in known if words and words <= set(definition.casefold().split())]
    return tuple(holding[:3]) or nearest(wanted, list(known))

"""From what a user types to a vehicle: an id, an alias, a prefix, or words of its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from catalog.errors import Ambiguous, NotFound, nearest
from catalog.model.record import Record

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """The vehicle that a name was taken as. ``exact`` for ids and aliases; ``others`` fitted as well."""

    id: str
    exact: bool
    others: tuple[str, ...] = ()


def words(text: str) -> list[str]:
    """The words of a name, folded: ``e-Transit`` is two."""
    return _WORD.findall(text.casefold())


def resolve(name: str, records: Mapping[str, Record]) -> Match:
    """The vehicle a name means.

    An id, an alias or the prefix of one id settles it. Otherwise every word of the name must begin a word
    of the vehicle's name; the vehicle whose name has least besides is taken, and the others are told.
    Raises NotFound with the nearest ids and names, Ambiguous where nothing tells the candidates apart.
    """
    typed = name.strip()
    if typed in records:
        return Match(typed, True)
    lower = typed.casefold()
    for record in records.values():
        if lower == record.id or lower in (alias.casefold() for alias in record.aliases):
            return Match(record.id, True)
    prefixed = [key for key in records if lower and key.startswith(lower)]
    if len(prefixed) == 1:
        return Match(prefixed[0], False)
    ranked = sorted(
        (rank, record.id) for record in records.values() if (rank := _rank(words(typed), record)) is not None
    )
    if not ranked:
        raise NotFound("vehicle", name, _suggestions(typed, records), "`vehicles list` shows all")
    best = ranked[0][0]
    ties = [key for rank, key in ranked if rank[:-1] == best[:-1]]
    if len(ties) > 6:
        raise Ambiguous("vehicle", name, ties)
    return Match(ranked[0][1], False, tuple(key for _, key in ranked[1:]))


def _rank(typed: list[str], record: Record) -> tuple[int, ...] | None:
    """Smaller is nearer; None where a typed word is nowhere in the name."""
    if not typed:
        return None
    model = words(f"{record.make} {record.model}")
    every = [
        *model,
        *words(record.version),
        *words(record.id),
        *(word for alias in record.aliases for word in words(alias)),
    ]
    if not all(any(word.startswith(part) for word in every) for part in typed):
        return None
    outside = sum(not any(word.startswith(part) for word in model) for part in typed)
    partial = sum(part not in every for part in typed)
    # What the name has besides; figures (68 kWh, 3.5 t) tell siblings apart but make neither the nearer one.
    own = [word for word in (*words(record.model), *words(record.id)) if len(word) > 1 and not word.isdigit()]
    besides = sum(not any(word.startswith(part) for part in typed) for word in own)
    return outside, partial, besides, -len(record.claims)


def _suggestions(typed: str, records: Mapping[str, Record]) -> tuple[str, ...]:
    names = {key: key for key in records}
    for record in records.values():
        names.setdefault(f"{record.make} {record.model}", record.id)
        names.setdefault(record.model, record.id)
    return tuple(dict.fromkeys(names[name] for name in nearest(typed, list(names), 5)))[:3]

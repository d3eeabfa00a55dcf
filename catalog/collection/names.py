"""From what a user types to a vehicle: an id, an alias, a prefix, or words of its name."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.engine.folding import folded
from catalog.errors import Ambiguous, NotFound, nearest
from catalog.model.record import Record
from catalog.plain import dataclass

#: More vehicles than this that fit a name equally well are an ambiguity, not a choice.
MANY = 6
_WORD = r"[^\W_]+"


@dataclass(frozen=True, slots=True)
class Match:
    """The vehicle that a name was taken as. ``exact`` for ids; ``others`` fitted as well."""

    id: str
    exact: bool
    others: tuple[str, ...] = ()


def words(text: str) -> list[str]:
    """The words of a name, folded: ``e-Transit`` is two."""
    import re

    return re.findall(_WORD, folded(text))


def resolve(name: str, records: Mapping[str, Record]) -> Match:
    """The vehicle a name means.

    An id, an alias (which may be a short name such as ``iblue``) or the prefix of one id settles it.
    Otherwise every word of the name must begin a word of the vehicle's name; the vehicle whose name has
    least besides is taken, and the others are told.
    Raises NotFound with the nearest ids and names, Ambiguous where nothing tells the candidates apart.
    """
    typed = folded(name.strip())
    if typed in records:
        return Match(typed, True)
    ranked = sorted(
        (rank, record.id) for record in records.values() if (rank := _rank(words(typed), record)) is not None
    )
    fitting = tuple(key for _, key in ranked)
    by_alias = [record.id for record in records.values() if typed in map(folded, record.aliases)]
    prefixed = [key for key in records if typed and key.startswith(typed)]
    if by_alias or len(prefixed) == 1:
        found = (by_alias or prefixed)[0]
        return Match(found, False, tuple(key for key in fitting if key != found))
    if not ranked:
        raise NotFound("vehicle", name, _suggestions(typed, records), "`vehicles list` shows all")
    ties = [key for rank, key in ranked if rank[:-1] == ranked[0][0][:-1]]
    only_make = len(ranked) > 1 and all(part in words(records[ranked[0][1]].make) for part in words(typed))
    if len(ties) > MANY or only_make:
        raise Ambiguous("vehicle", name, ties)
    return Match(fitting[0], False, fitting[1:])


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
    own = {word for word in (*words(record.model), *words(record.id)) if len(word) > 1 and not word.isdigit()}
    besides = sum(not any(word.startswith(part) for part in typed) for word in own)
    return outside, partial, besides, -len(record.claims)


def _suggestions(typed: str, records: Mapping[str, Record]) -> tuple[str, ...]:
    names = {key: key for key in records}
    for record in records.values():
        names.setdefault(f"{record.make} {record.model}", record.id)
        names.setdefault(record.model, record.id)
    return tuple(dict.fromkeys(names[name] for name in nearest(typed, list(names), 5)))[:3]

"""Which columns a name in a query means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.errors import QueryError, nearest
from catalog.model.qualifiers import QUALIFIERS, UNSTATED
from catalog.model.spec import Spec
from catalog.model.table import FieldInfo
from catalog.query.bound import NumberColumn, TextColumn
from catalog.query.schema import IDENTITY, SYNONYMS, Schema
from catalog.query.tree import Name

_STYLES = {"words": "words", "date": "date"}


def resolve(name: Name, schema: Schema, text: str) -> NumberColumn | TextColumn:
    """The columns of a field or of an identity name. Raises QueryError with the nearest names.

    Spaces and hyphens count as underscores, and case does not count.
    """
    key = _key(name)
    info = schema.fields.get(key)
    if info is None and key not in IDENTITY:
        raise _unknown(name, schema, text)
    if info is not None and info.spec.numeric:
        return _number(name, info, schema, text)
    label = _label(info.label) if info else key
    if name.definition is not None:
        raise QueryError(text, name.position, name.length, f"{label} is a text, which has no definitions", (key,))
    if info is not None:
        return TextColumn(key, key, label, _STYLES.get(info.spec.kind, "plain"))
    column, several = IDENTITY[key]
    return TextColumn(key, column, key, "list" if several else "plain")


def _key(name: Name) -> str:
    key = name.name.lower().replace("-", "_").replace(" ", "_")
    return SYNONYMS.get(key, key)


def is_text(name: Name, schema: Schema) -> bool:
    """Whether a name is that of a text (an unknown name is none)."""
    key = _key(name)
    return name.definition is None and (
        key in IDENTITY or (key in schema.fields and not schema.fields[key].spec.numeric)
    )


def _unknown(name: Name, schema: Schema, text: str) -> QueryError:
    reason = f"no field {name.name!r}"
    parts = name.name.lower().split("-")
    if len(parts) > 1 and any(part.replace(" ", "_") in schema.fields for part in parts):
        reason += "; a minus stands between spaces"
    return QueryError(text, name.position, name.length, reason, _like(name.name, schema))


def _like(name: str, schema: Schema) -> tuple[str, ...]:
    """The names that share words with ``name`` (``kerb weight``: kerb_mass), then those spelled like it."""
    words = set(re.findall(r"[^\W_]{3,}", name.lower()))
    shared = [key for key in schema.fields if words & set(key.split("_"))]
    shared.sort(key=lambda key: (-len(words & set(key.split("_"))), key.count("_")))
    labels = {info.label.lower(): key for key, info in schema.fields.items()}
    spelled = nearest(name, [*schema.fields, *IDENTITY, *labels])
    return tuple(dict.fromkeys([*shared[:2], *(labels.get(found, found) for found in spelled)]))[:3]


def _number(name: Name, info: FieldInfo, schema: Schema, text: str) -> NumberColumn:
    key, label, kind = info.key, _label(info.label), info.spec.kind
    if name.definition is None:
        return NumberColumn(key, None, key, label, kind)
    known = schema.definitions.get(key, {})
    wanted = name.definition.casefold()
    for definition, stem in known.items():
        if definition.casefold() == wanted:
            words = definition_words(info.spec, definition)
            return NumberColumn(key, definition, stem, f"{label} ({words})", kind)
    if not known:
        reason = f"no {label} is known with a definition; write it without brackets"
        raise QueryError(text, name.position, name.length, reason, (key,))
    offer = _definitions_like(wanted, known)
    shown = ", ".join(list(known)[:12]) + (", ..." if len(known) > 12 else "")
    reason = f"no {label} is known as {name.definition!r}" + ("" if offer else f"; known are {shown}")
    suggestions = tuple(f"{key}[{definition}]" for definition in offer)
    raise QueryError(text, name.position, name.length, reason, suggestions)


def _definitions_like(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    words = set(wanted.split())
    holding = [definition for definition in known if words and words <= set(definition.casefold().split())]
    return tuple(holding[:3]) or nearest(wanted, list(known))


def _label(label: str) -> str:
    """A label inside a sentence: ``gross vehicle mass``, but ``AC charging power``."""
    first = label.partition(" ")[0]
    return label[:1].lower() + label[1:] if first[1:].islower() else label


def definition_words(spec: Spec, definition: str) -> str:
    """A definition's id in the words of its table (``WLTP City``), or as it is where that is not certain."""
    readings = set(_readings(spec.qualifiers, definition.split())) if definition != UNSTATED else set()
    return readings.pop() if len(readings) == 1 else definition


def _readings(qualifiers: tuple[str, ...], words: list[str]) -> Iterable[str]:
    """Every way to read ``words`` as values of these qualifiers, in order, some of them left out."""
    if not words:
        yield ""
        return
    if not qualifiers:
        return
    yield from _readings(qualifiers[1:], words)
    for value, label in QUALIFIERS[qualifiers[0]].values.items():
        own = value.split()
        if words[: len(own)] == own:
            for rest in _readings(qualifiers[1:], words[len(own) :]):
                joint = " " if rest.partition(", ")[0] in QUALIFIERS["phase"].values.values() else ", "
                yield label + (joint + rest if rest else "")

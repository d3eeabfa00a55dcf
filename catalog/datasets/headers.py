"""What a header says: its unit, the fields that its words name, the definition that they state, and what is left.

A name that an export wrote (``range [km] (WLTP) low``) says all that by itself; ``catalog.wording.header`` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from catalog.datasets.header_words import (
    FIELD_PHRASES,
    IDENTITY_PHRASES,
    IGNORED,
    QUALIFIER_WORDS,
    phrases,
    words_of,
)
from catalog.errors import ReadingError
from catalog.model.fields import FIELDS
from catalog.plain import dataclass, field
from catalog.units import KINDS, find
from catalog.wording.header import read_column_name

_BRACKETED = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_AFTER_IN = re.compile(r"(.+?)[\s_]+(?:in|en|w|в|em)[\s_]+(\S+)", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=[a-z][a-z])[A-Z][a-z]*$")
_SEPARATORS = re.compile(r"[\s_,;:]+")


@dataclass(frozen=True, slots=True)
class Header:
    """``fields`` are those that the words name and the unit fits. ``unknown`` are words that say nothing known.

    ``refused`` says why a unit is not taken (``hp`` is two units). ``exported``: it is the name of a column as an
    export writes it, of which ``part`` (low, high, bound) of a value, where it is not of the whole.
    """

    name: str
    unit: str | None
    fields: tuple[str, ...] = ()
    identity: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    refused: str | None = None
    exported: bool = False
    part: str | None = None


def read_header(name: str, market: str | None = None) -> Header:
    """What a header says.

    >>> header = read_header("Reichweite WLTP in km")
    >>> header.fields, header.unit, dict(header.qualifiers)
    (('range',), 'km', {'procedure': 'wltp'})
    >>> read_header("Power (kW)").fields
    ('motor_power', 'engine_power', 'system_power')
    >>> header = read_header("range [km] (WLTP, City) high")
    >>> header.fields, header.unit, dict(header.qualifiers), header.part
    (('range',), 'km', {'procedure': 'wltp', 'phase': 'city'}, 'high')
    """
    exported = read_column_name(name)
    if exported is not None:
        stated = dict(exported.definition)
        return Header(name, exported.unit, (exported.key,), None, stated, exported=True, part=exported.part)
    readings = [_read(name, words, unit, market) for words, unit in _parses(name)]
    return min(readings, key=_rank)


def _rank(header: Header) -> tuple[bool, int, bool, bool]:
    """Sorts what is understood whole to the front, and of that what has a unit."""
    understood = bool(header.fields) or header.identity is not None or header.refused is not None
    return not understood, len(header.unknown), header.refused is not None, header.unit is None


def _parses(name: str) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """The ways to part a header into words and a unit."""
    for match in _BRACKETED.finditer(name):
        outside = f"{name[: match.start()]} {name[match.end() :]}"
        inside = match[1].strip()
        if _is_unit(inside):
            yield words_of(outside), inside
        first, _, rest = inside.partition(" ")
        if rest and _is_unit(first):  # (kWh net)
            yield words_of(f"{outside} {rest}"), first
    whole = _AFTER_IN.fullmatch(name.strip())
    if whole is not None and _is_unit(whole[2]):
        yield words_of(whole[1]), whole[2]
    # lengthMm: where a capital only begins a word, it is not the unit's own
    parts = [part for part in _SEPARATORS.split(_CAPITAL.sub(lambda match: f" {match[0].lower()}", name)) if part]
    for count in (1, 2, 3):
        if len(parts) > count:
            rest = " ".join(parts[:-count])
            for unit in dict.fromkeys((" ".join(parts[-count:]), "/".join(parts[-count:]))):
                if _is_unit(unit):
                    yield words_of(rest), unit
    yield words_of(name), None


def _is_unit(text: str) -> bool:
    return bool(text) and not text.isdecimal() and any(_unit_in(kind, text, "US") is not None for kind in KINDS)


def _unit_in(kind: str, text: str, market: str | None) -> str | None:
    try:
        return find(text, kind, market).symbol
    except ReadingError:
        return None


def _read(name: str, words: tuple[str, ...], unit: str | None, market: str | None) -> Header:
    if unit is None and (identity := _identity().get(words)):
        return Header(name, None, identity=identity)
    named, rest = _longest(words)
    qualifiers, unknown = _qualifiers(named, rest)
    refused = None
    fits = []
    for key in named:
        spec = FIELDS[key].spec
        if not spec.numeric:
            fits += [key] if unit is None else []
            continue
        if unit is None:
            fits.append(key)
            continue
        try:
            find(unit, spec.kind, market)
        except ReadingError as error:
            refused = refused or str(error)
        else:
            fits.append(key)
    if "speeds" not in qualifiers:  # 0-100 km/h is the field's name and its definition in one
        qualifiers |= {name: value for name, value in _qualifiers(named, words)[0].items() if name == "speeds"}
    own = {key: value for key, value in qualifiers.items() if fits and key in FIELDS[fits[0]].spec.qualifiers}
    return Header(name, unit, tuple(fits), None, own, unknown, refused if not fits else None)


def _longest(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of the longest phrase among the words, and the words beside it."""
    table = _fields()
    for length in range(min(len(words), 6), 0, -1):
        for start in range(len(words) - length + 1):
            found = table.get(words[start : start + length])
            if found:
                return found, words[:start] + words[start + length :]
    return (), words


def _qualifiers(fields: Sequence[str], words: tuple[str, ...]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What the words beside a field's name state of its definition, and those that state nothing known."""
    wanted = {name for key in fields for name in FIELDS[key].spec.qualifiers}
    found: dict[str, str] = {}
    rest = list(words)
    for phrase, name, value in _stated():
        if name not in wanted or name in found:
            continue
        for start in range(len(rest) - len(phrase) + 1):
            if tuple(rest[start : start + len(phrase)]) == phrase:
                found[name] = value
                rest[start : start + len(phrase)] = []
                break
    table = _fields()
    again = {word for word in rest if fields and set(fields) <= set(table.get((word,), ()))}  # says the same once more
    return found, tuple(word for word in rest if word not in IGNORED and word not in again)


@cache
def _fields() -> dict[tuple[str, ...], tuple[str, ...]]:
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key, text in FIELD_PHRASES.items():
        own = [*phrases(text), words_of(key), words_of(FIELDS[key].label)]
        for phrase in dict.fromkeys(own):
            table[phrase] = tuple(dict.fromkeys((*table.get(phrase, ()), key)))
    for key, info in FIELDS.items():
        for phrase in (words_of(key), words_of(info.label)):
            table.setdefault(phrase, (key,))
    return table


@cache
def _identity() -> dict[tuple[str, ...], str]:
    return {phrase: name for name, text in IDENTITY_PHRASES.items() for phrase in phrases(text)}


@cache
def _stated() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Qualifier phrases, the longest first."""
    found = [(phrase, name, value) for (name, value), text in QUALIFIER_WORDS.items() for phrase in phrases(text)]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))

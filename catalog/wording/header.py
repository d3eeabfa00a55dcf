"""What a column of an exported table is called, and what such a name says: one grammar, written and read here alone.

    range [km] (WLTP, City)         a field, its unit, its definition
    range [km] (WLTP) low           the lower end of what was published, where a column holds intervals or bounds
    range [km] (not stated)         the definition was not stated
    dc_charge_time [min] (10-80 %, 150 kW)
    price [EUR] (tax included, DE)

A field is named by its key and a definition by the words of its table, so that a column can be read without this
program. Where a word alone would leave open which qualifier it is of, it stands behind the qualifier's name
(``conditions: DE``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from catalog.errors import ReadingError
from catalog.model.qualifiers import QUALIFIERS, UNSTATED
from catalog.plain import dataclass
from catalog.wording.definitions import ASKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from catalog.model.spec import Spec
    from catalog.wording.definitions import Definition

    Part = Literal["low", "high", "bound"]

PARTS: tuple[Part, ...] = ("low", "high", "bound")
_NAME = re.compile(
    r"(?P<key>[a-z][a-z0-9_]*)(?: \[(?P<unit>[^\[\]]+)\])?(?: \((?P<definition>.+)\))?(?: (?P<part>low|high|bound))?"
)
#: What a definition's word cannot hold as it is, and is then quoted for.
_SPECIAL = re.compile(r'[,"]|^\s|\s$|^\w+: ')
_ENTRY = re.compile(r'\s*(?:(\w+): )?(?:"((?:[^"]|"")*)"|([^,"]+))\s*(?:,|$)')


@dataclass(frozen=True, slots=True)
class ColumnName:
    """What a column's name says: the field's key, the symbol of the unit (None: none), the definition as pairs of
    qualifier and value, and which part of the published value it holds (None: all)."""

    key: str
    unit: str | None
    definition: Definition
    part: Part | None = None


def column_name(spec: Spec, name: ColumnName) -> str:
    """The name of a column of this field.

    >>> from catalog.model.fields import FIELDS
    >>> column_name(FIELDS["range"].spec, ColumnName("range", "km", (("procedure", "wltp"), ("phase", "city"))))
    'range [km] (WLTP, City)'
    """
    words = definition_words(spec, name.definition)
    unit = f" [{name.unit}]" if name.unit else ""
    return f"{name.key}{unit}{f' ({words})' if words else ''}{f' {name.part}' if name.part else ''}"


def definition_words(spec: Spec, definition: Definition) -> str:
    """A definition in words that ``read_column_name`` takes back; what is required and missing is named."""
    own = tuple(pair for pair in definition if pair[0] != "currency")  # which the unit says
    words = [_word(spec.qualifiers, name, value) for name, value in own]
    stated = {name for name, _ in own}
    missing = [name for name in spec.required if name not in stated]
    if missing and not words:
        return UNSTATED
    return ", ".join([*words, *(f"{ASKED.get(name, name)} {UNSTATED}" for name in missing)])


def _word(qualifiers: Sequence[str], name: str, value: str) -> str:
    label = QUALIFIERS[name].label(value) if name in QUALIFIERS else value
    for text in (label, value):
        if (
            not _SPECIAL.search(text)
            and not f" {text}".endswith(f" {UNSTATED}")
            and _meant(qualifiers, text) == (name, value)
        ):
            return text
    return f'{name}: "{value.replace(chr(34), chr(34) * 2)}"' if _SPECIAL.search(value) else f"{name}: {value}"


def definition_of(spec: Spec, words: str) -> Definition | None:
    """The definition with this id (``wltp city``); None where it can be read in several ways, or in none.

    >>> from catalog.model.fields import FIELDS
    >>> definition_of(FIELDS["range"].spec, "wltp city")
    (('procedure', 'wltp'), ('phase', 'city'))
    >>> definition_of(FIELDS["payload"].spec, "deducted") is None
    True
    """
    if words == UNSTATED:
        return ()
    parts = words.split()
    if spec.kind == "money":
        return _only(_readings(spec.qualifiers, parts[1:]), (("currency", parts[0]),)) if parts else None
    return _only(_readings(spec.qualifiers, parts))


def _only(found: Iterator[Definition], before: Definition = ()) -> Definition | None:
    """The one reading that takes the fewest words for free text, which could be anything."""
    by_free: dict[int, set[Definition]] = {}
    for one in found:
        by_free.setdefault(len(dict(one).get("conditions", "").split()), set()).add(one)
    best = by_free[min(by_free)] if by_free else set()
    return (*before, *best.pop()) if len(best) == 1 else None


def _readings(qualifiers: Sequence[str], words: Sequence[str]) -> Iterator[Definition]:
    """Every way to read words as values of these qualifiers, in order, some of them left out."""
    if not words:
        yield ()
    elif qualifiers:
        yield from _readings(qualifiers[1:], words)
        name = qualifiers[0]
        for count in range(1, len(words) + 1):
            value = " ".join(words[:count])
            if _is_value(name, value):
                yield from (((name, value), *rest) for rest in _readings(qualifiers[1:], words[count:]))


def read_column_name(text: str) -> ColumnName | None:
    """What a name that ``column_name`` wrote says; None for any other text.

    >>> read_column_name("range [km] (WLTP, City) low")
    ColumnName(key='range', unit='km', definition=(('procedure', 'wltp'), ('phase', 'city')), part='low')
    >>> read_column_name("Range (km)") is None
    True
    """
    from catalog.model.fields import FIELDS

    match = _NAME.fullmatch(text)
    info = FIELDS.get(match["key"]) if match is not None else None
    if match is None or info is None:
        return None
    spec, unit, part = info.spec, match["unit"], match["part"]
    stated = _stated(spec, match["definition"]) if match["definition"] else {}
    if stated is None or not _fits(spec, unit):
        return None
    definition = tuple((name, stated[name]) for name in spec.qualifiers if name in stated)
    found = ColumnName(info.key, unit, definition, part)  # type: ignore[arg-type]
    return found if column_name(spec, found) == text else None


def _fits(spec: Spec, unit: str | None) -> bool:
    """Whether a column of the field has this unit: the symbol of one, and none only where numbers have none."""
    if not spec.numeric:
        return unit is None
    symbols = {own.symbol for own in spec.quantity_kind.units}
    return (unit or "") in symbols


def _stated(spec: Spec, words: str) -> Mapping[str, str] | None:
    """The qualifiers that a definition's words state; None where one of them says nothing known, or one twice."""
    found: dict[str, str] = {}
    for name, word in _entries(words):
        if name is None and f" {word}".endswith(f" {UNSTATED}"):
            continue
        meant = _meant(spec.qualifiers, word) if name is None else (name, word)
        if meant is None or meant[0] not in spec.qualifiers or meant[0] in found:
            return None
        found[meant[0]] = meant[1]
    return found


def _entries(words: str) -> Iterator[tuple[str | None, str]]:
    at = 0
    while at < len(words):
        match = _ENTRY.match(words, at)
        if match is None:
            yield None, words[at:]  # which is no word of a definition
            return
        yield match[1], match[2].replace('""', '"') if match[2] is not None else match[3].strip()
        at = match.end()


@lru_cache(maxsize=4096)  # what it is asked for comes from files
def _meant(qualifiers: Sequence[str], word: str) -> tuple[str, str] | None:
    """The qualifier and the value that a word stands for, where only one of these has it; free text comes last."""
    found = []
    for name in qualifiers:
        known = QUALIFIERS[name]
        if known.values:
            found += [(name, value) for value, label in known.values.items() if word in (label, value)]
        elif name != "conditions" and _is_value(name, word):
            found.append((name, word))
    if not found and "conditions" in qualifiers:
        return "conditions", word
    return found[0] if len(found) == 1 else None


def _is_value(name: str, word: str) -> bool:
    try:
        return QUALIFIERS[name].read(word) == word
    except ReadingError:
        return False

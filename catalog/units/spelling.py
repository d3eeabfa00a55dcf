"""From the unit as it stands on a spec sheet to the unit it means, within one kind.

Spellings are compared after folding (case, spaces, dots, hyphens, multiplication signs), so ``Kw.h``,
``KWH`` and ``kW·h`` are one. What folding would confuse (``Mm`` and ``mm``, ``mW`` and ``MW``) is listed
in the kind's ``mistakes``, which are compared first, with their case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from catalog.errors import ReadingError, nearest
from catalog.units.kinds import KINDS
from catalog.units.unit import Kind, Unit

# Not compiled here but by their first use, which a listed spelling never comes to.
_DROPPED = r"[\s.·⋅∙•*×()‐‑−-]+"
_TIMES = r"\w\s*[·⋅∙•*×]\s*\w"  # between letters; a star at the end is a footnote's
#: Kinds whose units are products, so that a multiplication sign is a spelling of them: N·m, kW·h, lb*ft.
_PRODUCTS = frozenset({"torque", "energy", "charge", "specific energy", "energy consumption", "sound level"})
MAX_LENGTH = 80


def fold(spelling: str) -> str:
    """The form in which two spellings of one unit are equal.

    >>> fold("Kw.h") == fold("kW·h") == "kwh"
    True
    """
    return _bare(spelling).casefold()


def _bare(spelling: str) -> str:
    """The spelling without its spaces and signs, in its own case."""
    if not spelling.isascii():
        from unicodedata import normalize

        spelling = normalize("NFKC", spelling)
    return re.sub(_DROPPED, "", spelling)


@cache
def _table(kind_name: str) -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for unit in KINDS[kind_name].units:
        for spelling in unit.spellings:
            other = table.setdefault(fold(spelling), unit)
            if other is not unit:
                raise AssertionError(f"{kind_name}: {spelling!r} is {other.symbol} and {unit.symbol}")
    return table


@cache
def _mistakes(kind_name: str) -> dict[str, str]:
    return {_bare(spelling): reason for spelling, reason in KINDS[kind_name].mistakes.items()}


@cache
def _choices(kind_name: str) -> dict[str, str]:
    return {fold(spelling): spelling for spelling in KINDS[kind_name].choices}


def spellings(kind: Kind) -> tuple[str, ...]:
    """The symbols a message offers for a kind, in the table's order."""
    return tuple(unit.symbol for unit in kind.units if unit.symbol)


@lru_cache(maxsize=4096)  # what it is asked for comes from outside
def find(spelling: str, kind: Kind | str, market: str | None = None) -> Unit:
    """The unit that ``spelling`` means for a field of this kind.

    ``market`` (ISO 3166 alpha-2) settles spellings such as ``hp``, ``mpg``, ``gal`` and ``ton``.
    Raises ReadingError with the choices where the spelling is unknown, ambiguous or of another kind.
    """
    kind = KINDS[kind] if isinstance(kind, str) else kind
    text = spelling.strip()
    for unit in kind.units:
        if text in unit.spellings:
            return unit
    return _find_folded(text, kind, market)


def _find_folded(text: str, kind: Kind, market: str | None) -> Unit:
    """``find`` for whatever is not written exactly as the table has it."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(text, f"no unit is written in more than {MAX_LENGTH} characters", spellings(kind)[:8])
    if mistake := _mistakes(kind.name).get(_bare(text)):
        raise ReadingError(text, mistake)
    folded = fold(text)
    unit = _table(kind.name).get(folded)
    if unit is not None and re.search(_TIMES, text) and kind.name not in _PRODUCTS:
        raise ReadingError(text, f"a {kind.label} is not a product of units", (unit.symbol,))
    if unit is not None:
        return unit
    if folded in _choices(kind.name):
        choice = kind.choices[_choices(kind.name)[folded]]
        settled = choice.by_market.get(market or "")
        if settled is not None:
            return kind.unit(settled)
        raise ReadingError(text, f"which {text}? {choice.why}", choice.symbols)
    for spelled, reason in kind.mistakes.items():
        if len(spelled) > 1 and fold(spelled) == folded and spelled.lower() != spelled:
            raise ReadingError(text, reason)
    raise ReadingError(text, _unknown(text, kind), _offer(text, kind))


@lru_cache(maxsize=4096)  # a column may have one wrong unit in all of its rows
def _unknown(text: str, kind: Kind) -> str:
    if not text:
        return f"the unit is missing; a {kind.label} needs one"
    others = [other for other, _ in units_spelled(text) if other.dimension != kind.dimension]
    if others and others[0].name == "money" and kind.name != "money" and _offer(text, kind) != spellings(kind)[:8]:
        others = []  # mils are a currency's thousandths, and meant are miles
    if others:
        return f"{text} measures {others[0].label}, and this is a {kind.label}"
    return f"{text!r} is not a unit of {kind.label}"


@lru_cache(maxsize=4096)
def _offer(text: str, kind: Kind) -> tuple[str, ...]:
    known = [spelling for unit in kind.units for spelling in unit.spellings]
    return nearest(text, known) or spellings(kind)[:8]


def units_spelled(spelling: str) -> Iterator[tuple[Kind, Unit]]:
    """Every kind in which ``spelling`` is a unit, with that unit. Ambiguous spellings are left out.

    >>> [(kind.name, unit.symbol) for kind, unit in units_spelled("kWh")]
    [('energy', 'kWh')]
    """
    folded = fold(spelling)
    for kind in KINDS.values():
        if _bare(spelling) in _mistakes(kind.name):
            continue
        unit = _table(kind.name).get(folded)
        if unit is not None:
            yield kind, unit

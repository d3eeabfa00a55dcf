"""Which pieces of a query are spellings of a unit, of whatever kind: ``kWh/100 km``, ``mpg(US)``, ``short ton``.

Units hold spaces, strokes, digits and parentheses, so their end is found by their spellings: the longest
piece of text that is a spelling of any kind's unit. A stroke with a space after it divides instead.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from catalog.units import KINDS
from catalog.units.spelling import fold

_UNKNOWN = r"[^\W\d_][^\s()\[\],<>=!+*\"'≤≥≠]*|[%°$£€¥₩₪₫₱₴₸₹₺₽฿][^\s()\[\],<>=!+*\"'≤≥≠]*"
_NEVER = re.compile(r"[<>=!\[\],;\"'≤≥≠]| [*+-]|[*+-] |/ ")
_NEVER_LAST = "-−‐‑–*×·⋅∙•"


def is_spelled(text: str) -> bool:
    """Whether any kind knows ``text`` as a unit.

    >>> is_spelled("MILES"), is_spelled("furlongs")
    (True, False)
    """
    folded = fold(text)
    return folded in _beginning(folded[:1])


def longest(text: str, start: int, keywords: frozenset[str]) -> int:
    """The end of the longest spelling that begins at ``start``, or of a word that is none but not a keyword.

    >>> longest("furlongs per day", 0, frozenset()), longest("and more", 0, frozenset({"and"}))
    (8, 0)
    """
    known = _beginning(fold(text[start : start + 2])[:1])  # two signs, as an accent may stand by itself
    for end in range(min(len(text), start + _all()[1]), start, -1):
        piece = text[start:end]
        if _could_be(piece, text[end : end + 1]) and fold(piece) in known and not _is_in(piece, text, end):
            return end
    unknown = re.compile(_UNKNOWN).match(text, start)
    return start if unknown is None or unknown[0].casefold() in keywords else unknown.end()


@cache
def _all() -> tuple[dict[str, list[str]], int]:
    """Every spelling of every kind by its first sign, folded; and the length of the longest, with room for spaces."""
    by_first: dict[str, list[str]] = {}
    for kind in KINDS.values():
        for spellings in (*(unit.spellings for unit in kind.units), kind.choices, kind.mistakes):
            for spelling in spellings:
                by_first.setdefault(spelling[:1], []).append(spelling)
    folded: dict[str, list[str]] = {}
    for first, spellings in by_first.items():
        folded.setdefault(fold(first)[:1], []).extend(spellings)
    return folded, max(len(spelling) for spellings in by_first.values() for spelling in spellings) + 4


@lru_cache(maxsize=256)  # what it is asked for comes from outside
def _beginning(first: str) -> frozenset[str]:
    """The spellings that begin so, folded. Folding all of them would take 4 ms."""
    return frozenset(fold(spelling) for spelling in _all()[0].get(first, ())) - {""}


def _could_be(piece: str, following: str) -> bool:
    inside_word = (piece[-1].isalnum() or piece[-1] == "_") and (following.isalnum() or following == "_")
    if inside_word or piece[-1].isspace() or piece[-1] in _NEVER_LAST or piece.count("(") != piece.count(")"):
        return False
    return not _NEVER.search(piece)


def _is_in(piece: str, text: str, end: int) -> bool:
    """``in (`` asks for a list; ``in`` alone is an inch."""
    return piece.casefold() == "in" and text[end:].lstrip().startswith("(")

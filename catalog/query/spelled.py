"""Where a unit ends that follows a number: ``15 kWh/100 km and ...``, ``30 mpg(US))``, ``2 m / 3``.

Units hold spaces, strokes, digits and parentheses, so their end is found by their spellings: the longest
piece of text that is a spelling of any kind's unit. A stroke with a space after it divides instead.
"""

from __future__ import annotations

import re
from functools import cache

_UNKNOWN = re.compile(r"[^\W\d_][^\s()\[\],<>=!+*\"'≤≥≠]*|[%°$£€¥₩₪₫₱₴₸₹₺₽฿][^\s()\[\],<>=!+*\"'≤≥≠]*")
_NEVER = re.compile(r"[<>=!\[\],;\"'≤≥≠]| [*+-]|[*+-] |/ ")
_NEVER_LAST = "-−‐‑–*×·⋅∙•"
_SIMPLE = re.compile(r"[^\W\d_]+|[%°]")
_CLOSES = re.compile(r"\s*(?:\Z|[),]|(?:and|or)\s)", re.IGNORECASE)
_OPENS = re.compile(r"[^\W_]|[%°$£€¥₩₪₫₱₴₸₹₺₽฿℃℉/:]")


@cache
def _spellings() -> tuple[frozenset[str], int]:
    """Every spelling of every kind, folded, and the length of the longest with room for its spaces."""
    from catalog.units import KINDS
    from catalog.units.spelling import fold

    known = {
        spelling
        for kind in KINDS.values()
        for spelling in (
            *(spelling for unit in kind.units for spelling in unit.spellings),
            *kind.choices,
            *kind.mistakes,
        )
    }
    folded = frozenset(fold(spelling) for spelling in known) - {""}
    return folded, max(map(len, known)) + 4


def is_spelled(text: str) -> bool:
    """Whether any kind knows ``text`` as a unit.

    >>> is_spelled("MILES"), is_spelled("furlongs")
    (True, False)
    """
    from catalog.units.spelling import fold

    return fold(text) in _spellings()[0]


def unit_end(text: str, start: int, keywords: frozenset[str]) -> int:
    """Where the unit ends that begins at ``start``; ``start`` itself if none begins there.

    A word that no kind knows is taken for a unit too, unless it is one of ``keywords``, so that it can be
    refused with the units that there are.

    >>> unit_end("kWh/100 km and more", 0, frozenset())
    10
    """
    if start >= len(text) or not _OPENS.match(text, start):
        return start
    # One word that the query's own words or its end follow is a unit whatever the spellings, which take long to gather.
    simple = _SIMPLE.match(text, start)
    if simple and simple[0].casefold() not in keywords and _CLOSES.match(text, simple.end()):
        return simple.end()
    return _longest(text, start, keywords)


def _longest(text: str, start: int, keywords: frozenset[str]) -> int:
    """The end of the longest spelling that begins at ``start``, or of a word that is none."""
    from catalog.units.spelling import fold

    known, longest = _spellings()
    for end in range(min(len(text), start + longest), start, -1):
        piece = text[start:end]
        if _could_be(piece, text[end : end + 1]) and fold(piece) in known and not _is_in(piece, text, end):
            return end
    unknown = _UNKNOWN.match(text, start)
    return start if unknown is None or unknown[0].casefold() in keywords else unknown.end()


def _could_be(piece: str, following: str) -> bool:
    inside_word = (piece[-1].isalnum() or piece[-1] == "_") and (following.isalnum() or following == "_")
    if inside_word or piece[-1].isspace() or piece[-1] in _NEVER_LAST or piece.count("(") != piece.count(")"):
        return False
    return not _NEVER.search(piece)


def _is_in(piece: str, text: str, end: int) -> bool:
    """``in (`` asks for a list; ``in`` alone is an inch."""
    return piece.casefold() == "in" and text[end:].lstrip().startswith("(")

"""Where a unit ends that follows a number: ``15 kWh/100 km and ...``, ``30 mpg(US))``, ``2 m / 3``."""

from __future__ import annotations

#: What may begin a unit besides a letter.
_FIRST = frozenset("%°$£€¥₩₪₫₱₴₸₹₺₽฿℃℉/:")
_SINGLE = ("%", "°")
#: No unit goes on with these, wherever it has begun.
_CLOSING = ")],<>=!≤≥≠"
_JOINING = ("and", "or")


def unit_end(text: str, start: int, keywords: frozenset[str]) -> int:
    """Where the unit ends that begins at ``start``; ``start`` itself if none begins there.

    A word that no kind knows is taken for a unit too, unless it is one of ``keywords``, so that it can be
    refused with the units that there are.

    >>> unit_end("kWh/100 km and more", 0, frozenset())
    10
    """
    if start >= len(text) or not (text[start].isalnum() or text[start] in _FIRST):
        return start
    # One word after which no unit goes on is the whole unit, or none, and needs no search among the spellings.
    end = _word_end(text, start)
    if end > start and text[start:end].casefold() not in keywords and _closes(text, end):
        return end
    from catalog.query.spelled import longest

    return longest(text, start, keywords)


def _word_end(text: str, start: int) -> int:
    if text[start] in _SINGLE:
        return start + 1
    end = start
    while end < len(text) and text[end].isalnum() and not text[end].isdecimal():
        end += 1
    return end


def _closes(text: str, end: int) -> bool:
    rest = text[end:].lstrip()
    return not rest or rest[0] in _CLOSING or rest[:4].casefold().split()[0] in _JOINING

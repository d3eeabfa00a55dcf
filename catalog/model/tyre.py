"""Tyre sizes (ISO 4000-1, ETRTO, TRA): checked for their shape, kept as printed."""

from __future__ import annotations

import re

from catalog.errors import ReadingError

_SIZE = re.compile(
    r"(?:P|LT)? ?(?P<section>\d{3})(?:/(?P<aspect>\d{2,3}))? ?(?:Z?R|-|B|D) ?(?P<rim>\d{2}(?:\.5)?) ?C?"
    r"(?: ?(?P<load>\d{2,3}(?:/\d{2,3})?)(?P<speed>[A-Z]\d?))?"
    r"|(?P<inches>\d{1,2}(?:\.\d{1,2})?)(?: ?R|-)(?P<rim2>\d{2}(?:\.5)?)(?: ?\d{1,3}/?\d* ?[A-Z])?"
)


def read_tyre(text: str) -> str:
    """The size without superfluous spaces. A count of tyres may follow (``7.00R16 x 6``).

    >>> read_tyre("215/60  R17")
    '215/60 R17'
    """
    value = " ".join(text.split())
    size = re.sub(r" ?[x×] ?\d{1,2}$", "", value)
    for part in size.split(" / "):
        if not _SIZE.fullmatch(part):
            raise ReadingError(text, "not a tyre size", ("205/55 R16 91V", "225/75 R16C 121/120R", "7.00R16"))
    return value

"""The decimal sign of a column, by those of its cells that can be read in one way alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

_POINT = re.compile(r"0\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_COMMA = re.compile(r"0,\d+|\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


def decimal_sign(counts: Mapping[str, int]) -> tuple[str | None, str]:
    """The decimal sign of a column by the cells that leave no doubt, and a sentence on it where it matters.

    >>> decimal_sign({"4,5": 1, "5,995": 1})
    (',', "',' is its decimal sign, as in '4,5': so '5,995' is read")
    >>> decimal_sign({"5.995": 1})
    (None, "'5.995' could be thousands as well, and no other cell tells")
    """
    point = next((text for text in counts if _POINT.fullmatch(text)), None)
    comma = next((text for text in counts if _COMMA.fullmatch(text)), None)
    doubtful = next((text for text in counts if _EITHER.fullmatch(text)), None)
    if point is not None and comma is not None:
        return None, f"{point!r} and {comma!r} have different decimal signs"
    if point is None and comma is None:
        return None, f"{doubtful!r} could be thousands as well, and no other cell tells" if doubtful else ""
    sign, shown = (".", point) if point is not None else (",", comma)
    return sign, f"{sign!r} is its decimal sign, as in {shown!r}: so {doubtful!r} is read" if doubtful else ""

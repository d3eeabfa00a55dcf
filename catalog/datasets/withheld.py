"""Values that the map does not place: cells of a placed column in rows for which none of its conditions holds.

Withholding them can be right (``comb08`` of a hydrogen car is in no unit that a field has), without a word it is not.
"""

from __future__ import annotations

import re
from functools import reduce

import pyarrow as pa
from pyarrow import compute as pc

from catalog.datasets.frame import Frame
from catalog.datasets.mapping import Place
from catalog.plain import dataclass

#: Where no condition says what a column means, a zero or -1 is taken for no value.
_NOTHING = re.compile(r"-?0+([.,]0+)?|-1([.,]0+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Held:
    """A column with conditions: the rows with a value, and those of them whose value stays a text."""

    values: int
    withheld: int


def withheld(frame: Frame) -> dict[str, Held]:
    """By the map's name of each column whose places all have conditions."""
    places: dict[str, list[Place]] = {}
    for place in frame.map.places:
        for name in place.parts:
            places.setdefault(name, []).append(place)
    return {
        name: _held(frame, name, own)
        for name, own in places.items()
        if frame.position(name) is not None and all(place.when for place in own)
    }


def _held(frame: Frame, name: str, places: list[Place]) -> Held:
    column = frame.column(name)
    nothing = frame.map.missing.union(*(place.missing for place in places))
    is_value = [text is not None and text not in nothing for text in column.texts]
    counts = [one and not _NOTHING.fullmatch(text or "") for one, text in zip(is_value, column.texts, strict=True)]
    meant = reduce(pc.or_, [mask for place in places if (mask := frame.all_of(place.when)) is not None])
    inside = _sum(pc.and_(column.spread(is_value, pa.bool_()), meant))
    outside = _sum(pc.and_(column.spread(counts, pa.bool_()), pc.invert(meant)))
    return Held(inside + outside, outside)


def _sum(mask: pa.Array) -> int:
    return int(pc.sum(mask).as_py() or 0)

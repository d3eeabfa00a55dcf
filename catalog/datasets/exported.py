"""A table that an export wrote: what is known of its columns, which nobody has to guess."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.datasets.decimal_sign import decimal_sign
from catalog.model.fields import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.datasets.headers import Header


def headers_of_export(names: Sequence[str]) -> bool:
    """Whether an export wrote this table: then its numbers are taken as they are, zeros and all."""
    return tuple(names[:3]) == ("id", "make", "model")


def whole(header: Header) -> tuple[Any, ...]:
    """What the columns of one value have in common."""
    return header.exported, header.fields, header.unit, tuple(header.qualifiers.items())


def parts(headers: Sequence[Header]) -> dict[tuple[Any, ...], list[int]]:
    """The columns of each value that an export wrote to several, the lower end first."""
    order = {None: 0, "low": 0, "high": 1, "bound": 2}
    found: dict[tuple[Any, ...], list[int]] = {}
    for place, header in enumerate(headers):
        if header.exported and FIELDS[header.fields[0]].spec.numeric:
            found.setdefault(whole(header), []).append(place)
    right = [[None, "bound"], ["low", "high"], ["low", "high", "bound"]]
    for key, places in list(found.items()):
        places.sort(key=lambda place: order[headers[place].part])
        if [headers[place].part for place in places] not in right:
            del found[key]
    return found


def decimal_of(counts: Mapping[str, int]) -> dict[str, str]:
    """The decimal sign of numbers that an export wrote: a point, unless somebody has changed them since."""
    if any("," in text for text in counts):
        sign, _ = decimal_sign(counts)
        return {"decimal": sign} if sign else {}
    return {"decimal": "."}

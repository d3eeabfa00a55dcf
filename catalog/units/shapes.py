"""What stands around the digits of a published text, and what that says whatever the digits are.

The rows of a column share few shapes: ``5995 mm`` has the shape ``# mm``, ``up to 317 km`` is ``up to # km`` and
``2,5–3 t`` is ``#–# t``. The grammar is asked once what a shape says, with digits of our own in it, and then any
number can stand there. A text whose digits may change how the rest is read has no shape here (``19'8"``, ``1 1/2 in``,
``6000 1/min``, a slope in degrees) and goes to the grammar itself, as does every text that it refuses.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from catalog.errors import ReadingError
from catalog.plain import dataclass
from catalog.units.bounds import Bound
from catalog.units.convert import ratio
from catalog.units.number import MAX_DIGITS
from catalog.units.published import MAX_LENGTH
from catalog.units.spelling import find
from catalog.units.unit import Form, Kind, Unit

#: So many shapes are remembered.
REMEMBERED = 4096
_NUMBER = r"([0-9]+(?:[ '’][0-9]{3})*)(?:[.,]([0-9]+))?"
_TEXT = re.compile(rf"([^0-9]*){_NUMBER}(?:( ?[-–—~/] ?| to | bis | до ){_NUMBER})?( ?[^0-9 .,'’/+-].*|)")
_SIGNS = frozenset('%°"€$£')
#: Digits that no fraction and no count of inches or minutes is written with.
_ONE, _OTHER = Decimal(7351), Decimal(8462)


@dataclass(frozen=True, slots=True)
class Shape:
    """What all texts of one shape say: their bound and unit.

    ``max_decimals`` is what the unit allows a number, ``scale`` the integers that make a number of it canonical
    (``catalog.units.convert.ratio``).
    """

    bound: Bound
    unit: Unit
    max_decimals: int | None
    scale: tuple[int, int, int, int]


@lru_cache(maxsize=REMEMBERED)
def shape_of(before: str, between: str, after: str, kind: Kind, market: str | None) -> Shape | None:
    """What a text with these pieces around its number (or its two numbers) says; None for what has no shape.

    >>> from catalog.units import KINDS
    >>> shape = shape_of("up to ", "", " km", KINDS["distance"], None)
    >>> shape.bound.value, shape.unit.symbol
    ('up to', 'km')
    >>> shape_of("up to ", "-", " km", KINDS["distance"], None) is None
    True
    """
    spelled = after.lstrip(" ")
    if spelled and not spelled[0].isalpha() and spelled[0] not in _SIGNS:
        return None  # it may go on with the number
    if any(sign.isnumeric() for sign in before):
        return None
    if not before and not between and any(spelled in unit.spellings for unit in kind.units):
        bound, unit = Bound.EXACT, find(spelled, kind, market)  # as nearly all; and the grammar need not be imported
    else:
        from catalog.units.grammar import read_text

        digits = [_ONE, _OTHER] if between else [_ONE]
        try:
            reading = read_text(f"{before}{_ONE}{between}{_OTHER if between else ''}{after}", kind, market)
        except ReadingError:
            return None
        if [number.value for number in reading.numbers] != digits:
            return None
        bound, unit = reading.bound, reading.unit
    if unit.form is Form.TANGENT:
        return None  # below 90 degrees only
    return Shape(bound, unit, kind.max_decimals if unit.factor <= 1 else None, _scale(kind, unit.symbol))


@cache
def _scale(kind: Kind, symbol: str) -> tuple[int, int, int, int]:
    unit = kind.unit(symbol)
    return ratio(unit, kind.canonical_for(unit))


def by_shape(text: str, kind: Kind, market: str | None) -> tuple[Shape, str, int, str, int] | None:
    """The shape of a text, and the digits and count of decimals of its number and of the other one, if it has two.

    None where the grammar has to read the text, or to say what is wrong with it.

    >>> from catalog.units import KINDS
    >>> by_shape("2,5–3 t", KINDS["mass"], None)[1:], by_shape("3–2,5 t", KINDS["mass"], None)
    (('25', 1, '3', 0), None)
    """
    if not text.isascii():  # the spaces that printers put into numbers: no-break, narrow, thin
        text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    found = _TEXT.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if found is None:
        return None
    before, whole, decimals, between, other_whole, other_decimals, after = found.groups("")
    shape = shape_of(before, between, after, kind, market)
    if shape is None:
        return None
    no_zero = shape.unit.form is Form.RECIPROCAL  # 0 mpg would be infinite
    digits = _digits(whole, decimals, shape.max_decimals)
    if not digits or (no_zero and not int(digits)):
        return None
    if not between:
        return shape, digits, len(decimals), "", 0
    other = _digits(other_whole, other_decimals, shape.max_decimals)
    if not other or (no_zero and not int(other)):
        return None
    if shape.bound is Bound.LIST:
        settled = len(whole) >= 3 and len(other_whole) >= 3  # 1/2 in is a fraction, and 3/4 kg may be one
    else:
        settled = int(digits) * 10 ** len(other_decimals) <= int(other) * 10 ** len(decimals)
    return (shape, digits, len(decimals), other, len(other_decimals)) if settled else None


def _digits(whole: str, decimals: str, max_decimals: int | None) -> str:
    """The digits of a number; none where its signs or zeros are for ``catalog.units.number`` to judge."""
    digits = whole
    if not whole.isdecimal():
        digits = whole.replace(" ", "").replace("'", "").replace("’", "")
        if whole[0] == "0" or len(whole) - len(digits) != (len(digits) - 1) // 3:
            return ""
    elif decimals:
        if max_decimals is not None and len(decimals) > max_decimals:
            return ""
        if len(whole) > 1 if whole[0] == "0" else len(decimals) == 3 and len(whole) <= 3:
            return ""
    digits += decimals
    return digits if len(digits) <= MAX_DIGITS else ""

"""Reading a published value: one number or several, with their unit, bound and written precision.

Nearly all texts are of a shape that was read before, or is a number and a listed unit: for these the digits are
all there is to read. The others are read by ``catalog.units.grammar``, which is imported by the first of them.
"""

from __future__ import annotations

from decimal import Decimal

from catalog.units.kinds import KINDS
from catalog.units.published import MAX_LENGTH, Number, Reading
from catalog.units.shapes import by_shape
from catalog.units.unit import Kind, Unit

__all__ = ["MAX_LENGTH", "Number", "Reading", "read"]


def read(text: str, kind: Kind | str, market: str | None = None) -> Reading:
    """What ``text``, published for a quantity of ``kind``, says.

    ``market`` (ISO 3166 alpha-2) settles ``hp``, ``mpg``, ``gal``, ``ton`` and ``$``. Raises ReadingError
    with the spellings that would be read.

    >>> reading = read("up to 2,5-3 t", "mass")
    Traceback (most recent call last):
        ...
    catalog.errors.ReadingError: cannot read 'up to 2,5-3 t': an interval has both ends already; leave out 'up to'
    >>> reading = read("2,5–3 t", "mass")
    >>> reading.bound.value, reading.canonical
    ('interval', (2500.0, 3000.0))
    """
    kind = KINDS[kind] if isinstance(kind, str) else kind
    quick = by_shape(text, kind, market)
    if quick is None:
        from catalog.units.grammar import read_text

        return read_text(text, kind, market)
    shape, digits, decimals, other_digits, other_decimals = quick
    number = _number(digits, decimals, shape.unit)
    if not other_digits:
        return Reading(kind, shape.bound, (number,))
    return Reading(kind, shape.bound, (number, _number(other_digits, other_decimals, shape.unit)))


def _number(digits: str, decimals: int, unit: Unit) -> Number:
    return Number(Decimal(f"{digits}E-{decimals}" if decimals else digits), decimals, unit)

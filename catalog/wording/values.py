"""How a value is put in words: its number in the reader's unit, its bound, its unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from catalog.model.span import bound_in
from catalog.units import Bound, Number, Reading, Unit, decimals_after, to_decimal
from catalog.wording.printed import NBSP, grouped, with_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim

SIGNS = {
    Bound.ABOUT: "~",
    Bound.UP_TO: "≤",
    Bound.LESS_THAN: "<",
    Bound.AT_LEAST: "≥",
    Bound.MORE_THAN: ">",
}


def rounded(number: Number, unit: Unit) -> Decimal:
    """A published number in ``unit``, with the digits that its publication supports."""
    if unit is number.unit:
        return number.value
    exact = number.in_unit(unit)
    published = number.in_unit(number.unit)
    if number.unit.offset or unit.offset:
        # degrees: the steps of the two scales count, not the figures, whose zero lies elsewhere
        published = exact * unit.factor / number.unit.factor
    return to_decimal(exact, decimals_after(published, number.decimals, exact))


def numbers_text(reading: Reading, unit: Unit) -> str:
    """The numbers of a reading in ``unit``, without the unit: ``2500–3000``, ``≤ 4600``."""
    numbers = sorted({rounded(number, unit) for number in reading.numbers})
    return with_bound([grouped(number) for number in numbers], bound_in(reading, unit))


def with_bound(texts: Sequence[str], bound: Bound) -> str:
    """Numbers in words with what bounds them."""
    if bound in (Bound.INTERVAL, Bound.LIST):
        return ("–" if bound is Bound.INTERVAL else "/").join(texts)
    sign = SIGNS.get(bound)
    return f"{sign}{NBSP}{texts[0]}" if sign else texts[0]


def value_text(claim: Claim, unit: Unit | None) -> str:
    """A claim's value for a table cell, in ``unit`` (None: not a number)."""
    if claim.reading is None or unit is None:
        return claim.text
    return with_unit(numbers_text(claim.reading, unit), unit.symbol)


def published_text(claim: Claim, shown: str = "") -> str:
    """A claim as it was printed, with its label where that was another; only the label where ``shown`` says it all."""
    label = f"as “{claim.published_as}”" if claim.published_as else ""
    if not claim.read_as and _squeezed(claim.published) == _squeezed(shown):
        return label
    text = f"“{claim.published}”" if claim.read_as or label else claim.published
    return f"{text} {label}" if label else text


def _squeezed(text: str) -> str:
    """A text without what the wording changes: spaces, and the dash of an interval."""
    return "".join(text.split()).replace("–", "-").casefold()


def value_in(claim: Claim, unit: Unit | None) -> Any:
    """The exactly converted number, ``[low, high]`` for an interval or list, or the text of a field without numbers."""
    if claim.reading is None or unit is None:
        return claim.text
    low, high = claim.reading.ends(unit)
    if claim.reading.bound in (Bound.INTERVAL, Bound.LIST):
        return [_number(low), _number(high)]
    return _number(low)


def _number(value: Any) -> int | float:
    return int(value) if value == int(value) else float(value)


def flat_value(claim: Claim, unit: Unit | None) -> Any:
    """``value_in`` in one cell of a flat file: ``2500..3000`` for an interval, ``1515/1535/1555`` for a list."""
    value = value_in(claim, unit)
    if not isinstance(value, list) or claim.reading is None or unit is None:
        return value
    if claim.reading.bound is Bound.LIST:
        return "/".join(str(_number(number.in_unit(unit))) for number in claim.reading.numbers)
    return f"{value[0]}..{value[1]}"

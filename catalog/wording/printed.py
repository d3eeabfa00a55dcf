"""How numbers and units stand in a line of text: digits in threes, no break between a number and its unit."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

#: Joins a number and its unit, and groups digits, so that no line break falls between them.
NBSP = "\u00a0"
#: Symbols that tables print shorter; a note says what they mean.
_SHOWN = {"hp(M)": "hp"}
_COUNTED = frozenset({"year", "month"})


def grouped(value: Decimal) -> str:
    """Digits in threes from five on: 11 000, but 5995."""
    text = f"{value:f}"
    whole, point, decimals = text.partition(".")
    if len(whole.lstrip("-")) > 4:
        whole = f"{int(whole):,}".replace(",", NBSP)
    return f"{whole}{point}{decimals}"


def with_unit(number: str, symbol: str) -> str:
    """A number and the symbol of its unit: ``410 km``, ``35 %``, ``16.7°``; the number alone where that is empty."""
    if not symbol:
        return number
    if symbol == "°":
        return f"{number}°"
    if symbol in _COUNTED and number.rpartition(NBSP)[2] != "1":
        return f"{number}{NBSP}{symbol}s"
    return f"{number}{NBSP}{_SHOWN.get(symbol, symbol).replace(' ', NBSP)}"

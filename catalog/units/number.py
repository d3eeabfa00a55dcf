"""Numbers as spec sheets print them: grouping, decimal comma, fractions; strict where two readings fit.

``5.995`` is five thousand and something on a German sheet and about six on an English one. Where the text
alone does not settle it, it is refused with both readings rather than guessed.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

from catalog.errors import ReadingError

# Compiled by their first use: most numbers are digits with at most one sign among them, and need none.
_SPACED = r"(\d{1,3}(?:[ '’]\d{3})+)([.,]\d+)?"
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?"
_FRACTION = r"(?:(\d+) )?(\d+)[/⁄](\d+)"
MAX_DIGITS = 20
#: Sums and products of two such numbers are exact in it, whatever the caller's own decimal context.
EXACT = Context(prec=100)


def parse(text: str, max_decimals: int | None = None) -> tuple[Decimal, int]:
    """The value of a number and the count of decimals written.

    ``max_decimals`` is what the kind can have (0 for counts, 2 for money) and settles ``80,000``.

    >>> parse("5 995")
    (Decimal('5995'), 0)
    >>> parse("5995,5")
    (Decimal('5995.5'), 1)
    >>> parse("1 1/2")
    (Decimal('1.5'), 1)
    >>> parse("5.995")
    Traceback (most recent call last):
        ...
    catalog.errors.ReadingError: cannot read '5.995': one sign before three digits is either a decimal sign or groups thousands; write 5995 or 5.9950
    """
    if len(text) > MAX_DIGITS and sum(character.isdigit() for character in text) > MAX_DIGITS:
        raise ReadingError(text, f"more than {MAX_DIGITS} digits")
    if text.isdecimal():
        return Decimal(text), 0
    whole, _, decimals = text.replace(",", ".").partition(".")
    if whole.isdecimal() and decimals.isdecimal():
        return _single(text, whole, decimals, max_decimals)
    if fraction := re.fullmatch(_FRACTION, text):
        return _fraction(text, fraction, max_decimals)
    if spaced := re.fullmatch(_SPACED, text):
        _no_leading_zero(text)
        groups = re.sub(r"[ '’]", "", spaced[1])
        return _decimal(groups, (spaced[2] or "")[1:])
    if re.fullmatch(_GROUPED, text):
        _no_leading_zero(text)
        cut = max(text.rfind(","), text.rfind("."))
        decimal_sign = text[cut] if text.count(text[cut]) == 1 else ""
        whole, _, decimals = text.partition(decimal_sign) if decimal_sign else (text, "", "")
        return _decimal(re.sub(r"[.,]", "", whole), decimals)
    raise ReadingError(text, "not a number; digits are grouped in threes, with one decimal sign")


def _decimal(whole: str, decimals: str) -> tuple[Decimal, int]:
    return Decimal(f"{whole}.{decimals}" if decimals else whole), len(decimals)


def _single(text: str, whole: str, decimals: str, max_decimals: int | None) -> tuple[Decimal, int]:
    could_group = len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0")
    could_be_decimal = max_decimals is None or len(decimals) <= max_decimals
    if could_group and could_be_decimal:
        raise ReadingError(
            text,
            "one sign before three digits is either a decimal sign or groups thousands",
            (whole + decimals, f"{whole}.{decimals}0"),
        )
    if could_group:
        return Decimal(whole + decimals), 0
    if not could_be_decimal:
        raise ReadingError(text, f"at most {max_decimals} decimals are possible here")
    if len(whole) > 1:
        _no_leading_zero(text)
    return _decimal(whole, decimals)


def _no_leading_zero(text: str) -> None:
    if text.startswith("0"):
        raise ReadingError(text, "a number does not start with 0")


def _fraction(text: str, match: re.Match[str], max_decimals: int | None) -> tuple[Decimal, int]:
    if max_decimals == 0:
        raise ReadingError(text, "no fractions are possible here")
    whole, numerator, denominator = int(match[1] or 0), int(match[2]), int(match[3])
    if denominator not in (2, 4, 8, 16, 32, 64) or numerator >= denominator:
        raise ReadingError(text, "a fraction of an inch has a denominator of 2, 4, 8, 16, 32 or 64")
    value = EXACT.add(Decimal(whole), EXACT.divide(Decimal(numerator), Decimal(denominator)))
    # 3/4 in is read off a scale of quarters: about as sharp as one decimal, 1/64 as two.
    return value, 1 if denominator <= 8 else 2

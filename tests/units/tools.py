"""What the tests of units share: readable tables of cases, readings put in words, hypothesis strategies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import KINDS, Form, Kind, Reading, Unit, plain, read

Answer = TypeVar("Answer")

#: For property tests: a slow machine must not fail a law.
law = settings(deadline=None)
#: For laws that are tried for each of the kinds in turn: fewer examples each.
law_of_kinds = settings(deadline=None, max_examples=40)

EVERY_KIND = list(KINDS.values())
EVERY_UNIT = [(kind, unit) for kind in EVERY_KIND for unit in kind.units]
MEASURES = [kind for kind in EVERY_KIND if kind.name != "money"]  # money has 43 dimensions of three units each


def cases(*rows: tuple[Any, ...]) -> list[Any]:
    """Rows of a table as parameters, each named by its first column."""
    return [pytest.param(*row, id=row[0] or "(empty)") for row in rows]


def named(entry: Any) -> str:
    """The id of a kind, of a unit, or of a (kind, unit) pair."""
    if isinstance(entry, tuple):
        kind, unit = entry
        return f"{kind.name}: {unit.symbol or '(none)'}"
    return str(entry.name)


def said(reading: Reading) -> str:
    """A reading in words: ``5995 mm``, ``about 5 mm``, ``interval 5 mm, 6 mm``; decimals as published."""
    numbers = ", ".join(f"{plain(number.value)} {number.unit.symbol}".strip() for number in reading.numbers)
    return numbers if reading.bound.value == "exact" else f"{reading.bound.value} {numbers}"


def refusal(text: str, kind: str, market: str | None = None) -> ReadingError:
    """The error with which a text is refused."""
    with pytest.raises(ReadingError) as caught:
        pytest.fail(f"{text!r} was read as {said(read(text, kind, market))!r}")
    return caught.value


def outcome(action: Callable[[], Answer]) -> Answer | ReadingError:
    """What an action returns, or the ReadingError that it raises; anything else that it raises fails the test."""
    try:
        return action()
    except ReadingError as error:
        return error


def convertible(*forms: Form) -> Iterator[tuple[Kind, Unit, Unit]]:
    """Every ordered pair of different units of a kind that convert into each other and have these forms."""
    for kind in EVERY_KIND:
        for source, target in permutations(kind.units, 2):
            if source.dimension == target.dimension and source.form in forms and target.form in forms:
                yield kind, source, target


EXACT_PAIRS = list(convertible(Form.LINEAR, Form.RECIPROCAL))

#: Numbers that a unit may carry: positive, since a reciprocal has no zero.
positive = st.fractions(min_value=Fraction(1, 10**6), max_value=10**9)


@st.composite
def printed_numbers(draw: st.DrawFn, group_signs: str = " '’,.") -> tuple[str, Decimal, int]:
    """A number as some country prints it, its value and its decimals; never one that two readings fit."""
    whole = draw(st.integers(0, 10**9 - 1))
    decimals = draw(st.text("0123456789", max_size=6))
    group = draw(st.sampled_from(["", *group_signs]))
    point = draw(st.sampled_from([sign for sign in ".," if sign != group]))
    digits = f"{whole:,}".replace(",", group)
    grouped = bool(group) and group in digits
    lone_group = group in (".", ",") and digits.count(group) == 1 and not decimals
    lone_point = not grouped and len(decimals) == 3 and 0 < whole < 1000
    if lone_group or lone_point:
        decimals += "00"
    text = f"{digits}{point}{decimals}" if decimals else digits
    return text, Decimal(f"{whole}.{decimals}" if decimals else whole), len(decimals)


_PIECES = [
    *"0123456789.,'’\"/+-−–—~<>≤≥±×x*()%°º²₂①½⅓$€",
    *("12", "995", "5 995", "5.995", "1,5", " ", "  ", "\u00a0", "\u202f", "…", "...", "⁻¹", "′", "″"),
    *(" to ", " and ", " or ", " до ", " à ", " a ", "from ", "between ", "entre ", "up to ", "max. ", "ca. ", "MİN. "),
    *(" or more", "+", "e5", "1e400", "N/A", "nan", "inf", "**", "٥", "৪", "㎜", "㎏", "İ", "ı", "ſ", "\u212a", "🚗"),
    *("\x00", "\u200b", "\ud800", "﷽"),
]


def almost_values(kind: Kind) -> st.SearchStrategy[str]:
    """Texts made of the pieces of real ones: numbers, signs, words, the kind's own spellings, rubbish."""
    own = [spelling for unit in kind.units for spelling in unit.spellings]
    pieces = st.one_of(st.sampled_from(_PIECES), st.sampled_from([*own, *kind.choices, *kind.mistakes]))
    return st.lists(pieces, min_size=1, max_size=9).map("".join)


#: What may stand before a number, between two, and after one, besides the units of a kind.
_BEFORE = [
    "",
    "",
    "",
    "up to ",
    "max. ",
    "≤",
    "≤ ",
    "from ",
    "between ",
    "about ",
    "~ ",
    "ca. ",
    "до ",
    "EUR ",
    "$",
    "+",
    "-",
    " ",
]
_BETWEEN = [
    "",
    "",
    "",
    "-",
    "–",
    " – ",
    "~",
    "/",
    " / ",
    " to ",
    " bis ",
    " до ",
    " and ",
    " a ",
    "±",
    " or ",
    " ft ",
    "'",
]
_SPACE = ["", " ", " ", " ", "\u00a0", "\u202f", "\u2009", "  "]
_AFTER = ["", "", "", "", " max", " (max.)", "+", " or more", "*", ".", " 5", " (5 kg)", "\n", "²", "½"]


@st.composite
def shaped_texts(draw: st.DrawFn, kind: Kind) -> str:
    """One or two numbers, right or crooked, with what stands around them on spec sheets."""
    spelled = [spelling for unit in kind.units for spelling in unit.spellings]
    number = st.one_of(
        st.integers(0, 10**6).map(str),
        st.from_regex(r"[0-9]{1,5}[.,][0-9]{1,4}", fullmatch=True),
        st.from_regex(r"[0-9]{1,3}([ '’.,\u202f][0-9]{3}){1,3}([.,][0-9]{1,3})?", fullmatch=True),
        st.sampled_from(
            ["0", "00", "0.0", "007", "05.5", "0.995", "5.995", "5 1/2", "000", "1" * 20, "1" * 21, "٥", ""]
        ),
    )
    between = draw(st.sampled_from(_BETWEEN))
    other = draw(number) if between else ""
    unit = draw(st.sampled_from([*spelled, *kind.choices, *kind.mistakes, ""]))
    space, after = draw(st.sampled_from(_SPACE)), draw(st.sampled_from(_AFTER))
    return f"{draw(st.sampled_from(_BEFORE))}{draw(number)}{between}{other}{space}{unit}{after}"


def same_answer(one: Reading | ReadingError, other: Reading | ReadingError) -> bool:
    """Whether two ways of reading a text say the same of it, to the last digit written, or refuse it alike."""
    if isinstance(one, ReadingError) or isinstance(other, ReadingError):
        return isinstance(one, ReadingError) and isinstance(other, ReadingError) and one.args == other.args
    written = [(str(number.value), number.decimals) for number in one.numbers]
    return one == other and written == [(str(number.value), number.decimals) for number in other.numbers]

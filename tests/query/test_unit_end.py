"""Where a unit ends, whatever follows it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog.query.parser import parse
from catalog.query.spelled import longest
from catalog.query.tokens import KEYWORDS
from catalog.query.tree import Comparison, Quantity
from catalog.query.unit_end import unit_end
from catalog.units import KINDS

PIECES = st.sampled_from(
    [
        *(
            "kg",
            "t",
            "mi",
            "in",
            "ft",
            "km",
            "km/h",
            "L/100 km",
            "kWh/100 km",
            "mpg(US)",
            "gal",
            "short ton",
            "%",
            "°",
            "°C",
        ),
        *(
            "Nm",
            "hp",
            "hp(M)",
            "and",
            "or",
            "not",
            "furlong",
            "m",
            "US",
            "us",
            "gal(US)",
            "(",
            ")",
            ",",
            " ",
            "  ",
            "/",
            "-",
        ),
        *("5", "payload", "maybe", "between", ".", "µ", "²", "]", "'", "k", "EUR", "M", "$", "\n"),
    ]
)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("15 kWh/100 km and", "kWh/100 km"),
        ("30 mpg(US))", "mpg(US)"),
        ("30 mpg (US) or", "mpg (US)"),
        ("5t)", "t"),
        ("40%", "%"),
        ("20°C", "°C"),
        ("2 m / 3", "m"),
        ("2 m /3", "m"),
        ("2 m * 3", "m"),
        ("2 m - 3 m", "m"),
        ("2 t -payload", "t"),
        ("2 t-payload", "t"),
        ("5 in (1, 2)", ""),
        ("5 in", "in"),
        ("5 in in (6 in)", "in"),
        ("5 and x", ""),
        ("5 OR x", ""),
        ("5 order", "order"),
        ("5 furlongs > x", "furlongs"),
        ("5 / day", ""),
        ("5 /day", "/day"),
        ("6000 1/min", "1/min"),
        ("10 000", ""),
        ("5 -x", ""),
        ("5 > x", ""),
        ("5 'x'", ""),
    ],
)
def test_where_a_unit_ends(text: str, unit: str) -> None:
    start = len(text) - len(text.lstrip("0123456789").lstrip())
    assert unit == text[start : unit_end(text, start, KEYWORDS)]


def test_an_inch_before_a_parenthesis_is_the_word_in() -> None:
    tree = parse("seats * 2 in (4, 6) or length > 200 in")
    assert "Among" in repr(tree)
    assert isinstance(parse("length > 200 in"), Comparison)
    assert "Quantity(number='200', unit='in')" in repr(Quantity("200", "in"))


@given(st.lists(PIECES, max_size=8).map("".join), st.integers(0, 3))
@example("t and payload > 3 t", 0)
@example("in or length", 0)
@example("kg)", 0)
def test_both_ways_end_at_the_same_place(text: str, start: int) -> None:
    found = unit_end(text, start, KEYWORDS)
    if found > start:
        assert found == longest(text, start, KEYWORDS)


def test_every_spelling_of_letters_is_found_before_a_word_of_the_query() -> None:
    spellings = {one for kind in KINDS.values() for unit in kind.units for one in unit.spellings}
    words = [spelling for spelling in spellings if spelling.isalpha() and spelling.casefold() not in KEYWORDS]
    assert len(words) > 300
    for word in [*words, "furlongs", "t²", "orders", "android"]:
        for rest in ("", ")", ", 5 t", " and payload > 3 t", " or x", " < x", "≥x", "]", " orders", " OR\tx"):
            assert unit_end(word + rest, 0, KEYWORDS) == longest(word + rest, 0, KEYWORDS), word + rest

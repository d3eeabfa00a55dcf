"""Every spelling of every unit is found after its number, whatever follows it."""

from __future__ import annotations

import pytest

from catalog.query.parser import parse
from catalog.query.spelled import unit_end
from catalog.query.tokens import KEYWORDS, tokenize
from catalog.query.tree import Comparison, Quantity
from catalog.units import KINDS, find

#: Signs of feet and inches: in a query they would open a text.
_QUOTES = set("\"'′")
SPELLINGS = [
    (kind.name, unit.symbol, spelling)
    for kind in KINDS.values()
    for unit in kind.units
    for spelling in unit.spellings
    if spelling and not _QUOTES & set(spelling)
]


def test_every_spelling_is_read_as_its_unit() -> None:
    for kind, symbol, spelling in SPELLINGS:
        for after in ("", " and x", ")", " or not x", ",", "\n"):
            number, unit, *_ = tokenize(f"12 {spelling}{after}")
            assert (number.kind, unit.kind) == ("number", "unit"), spelling
            assert symbol == find(unit.text, kind).symbol, spelling


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

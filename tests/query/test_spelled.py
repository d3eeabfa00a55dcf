"""Every spelling of every unit is found after its number, whatever follows it."""

from __future__ import annotations

from catalog.query.spelled import is_spelled
from catalog.query.tokens import tokenize
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


def test_every_spelling_is_known_by_its_first_sign() -> None:
    for kind in KINDS.values():
        for spelling in (*(one for unit in kind.units for one in unit.spellings), *kind.choices, *kind.mistakes):
            assert is_spelled(spelling) or not spelling, spelling
    assert not is_spelled("furlong")
    assert not is_spelled("")

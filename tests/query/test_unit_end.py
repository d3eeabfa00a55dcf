"""The short way to a unit's end is the long way's answer."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from catalog.query.spelled import _longest, _spellings, unit_end
from catalog.query.tokens import KEYWORDS

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


@given(st.lists(PIECES, max_size=8).map("".join), st.integers(0, 3))
@example("t and payload > 3 t", 0)
@example("in or length", 0)
@example("kg)", 0)
def test_both_ways_end_at_the_same_place(text: str, start: int) -> None:
    found = unit_end(text, start, KEYWORDS)
    if found > start:
        assert found == _longest(text, start, KEYWORDS)


def test_every_spelling_of_letters_is_found_before_a_word_of_the_query() -> None:
    words = [spelling for spelling in _spellings()[0] if spelling.isalpha() and spelling not in KEYWORDS]
    assert len(words) > 300
    for word in words:
        for rest in ("", ")", ", 5 t", " and payload > 3 t", " or x"):
            assert unit_end(word + rest, 0, KEYWORDS) == _longest(word + rest, 0, KEYWORDS) == len(word), word + rest

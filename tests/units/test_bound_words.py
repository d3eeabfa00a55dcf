"""Words and signs that bound a value, in the languages of the sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import Bound
from catalog.units.bound_words import _BY_WORD, split
from tests.units.tools import cases, law


@pytest.mark.parametrize(
    ("text", "bound", "rest"),
    cases(
        ("5 mm", "exact", "5 mm"),
        ("~5 mm", "about", "5 mm"),
        ("≈ 5 mm", "about", "5 mm"),
        ("about 5 mm", "about", "5 mm"),
        ("approx. 5 mm", "about", "5 mm"),
        ("ca. 5 mm", "about", "5 mm"),
        ("ca.5 mm", "about", "5 mm"),
        ("c. 5 mm", "about", "5 mm"),
        ("около 5 мм", "about", "5 мм"),
        ("up to 80000 cars", "up to", "80000 cars"),
        ("Up To 5 t", "up to", "5 t"),
        ("≤5 mm", "up to", "5 mm"),
        ("<=5 mm", "up to", "5 mm"),
        ("max. 5 t", "up to", "5 t"),
        ("maximum 5 t", "up to", "5 t"),
        ("не более 5 т", "up to", "5 т"),
        ("до 5 т", "up to", "5 т"),
        ("bis zu 5 t", "up to", "5 t"),
        ("jusqu'à 5 t", "up to", "5 t"),
        ("最大 5 t", "up to", "5 t"),
        ("<5 mm", "less than", "5 mm"),
        ("just under 5 s", "less than", "5 s"),
        ("less than 5 s", "less than", "5 s"),
        ("from 39974 USD", "at least", "39974 USD"),
        ("≥ 5 mm", "at least", "5 mm"),
        ("min. 5 mm", "at least", "5 mm"),
        ("at least 5 mm", "at least", "5 mm"),
        ("not less than 5 mm", "at least", "5 mm"),
        ("от 5 т", "at least", "5 т"),
        ("ab 39990 EUR", "at least", "39990 EUR"),
        ("over 120 kW", "more than", "120 kW"),
        (">120 kW", "more than", "120 kW"),
        ("более 5 т", "more than", "5 т"),
        ("über 5 t", "more than", "5 t"),
        ("5+ t", "at least", "5 t"),
        ("80,000+ cars", "at least", "80,000 cars"),
        ("5 t+", "at least", "5 t"),
        ("5 t or more", "at least", "5 t"),
        ("5 t и более", "at least", "5 t"),
        ("5 t max", "up to", "5 t"),
        ("5 t (max.)", "up to", "5 t"),
        ("5 t maximum", "up to", "5 t"),
        ("5 s or less", "up to", "5 s"),
    ),
)
def test_split(text: str, bound: str, rest: str) -> None:
    """A bound word or sign is taken off and nothing else is."""
    assert split(text) == (Bound(bound), rest)


@pytest.mark.parametrize("word", list(_BY_WORD))
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title], ids=["lower", "UPPER", "Title"])
def test_every_word_is_found_in_every_case(word: str, case: Callable[[str], str]) -> None:
    """No word is hidden by a shorter one, and case does not matter."""
    assert split(f"{case(word)} 5 mm") == (_BY_WORD[word], "5 mm")


@pytest.mark.parametrize(
    ("text", "bound"),
    cases(("MİN. 5 mm", "at least"), ("mın. 5 mm", "at least"), ("MİNİMUM 5 mm", "at least"), ("\u1c81о 5 т", "up to")),
)
def test_letters_that_match_without_case_but_have_none_of_their_own(text: str, bound: str) -> None:
    """Turkish capitals and Cyrillic variants match the pattern, so they must find their bound."""
    assert split(text)[0] is Bound(bound)


@pytest.mark.parametrize("text", ["up to about 5 t", "~ ≤ 5 t", "max. < 5 t", "about up to 5 t"])
def test_two_bounds_are_refused(text: str) -> None:
    """Two words before one number leave open which is meant."""
    with pytest.raises(ReadingError, match="two bounds"):
        split(text)


@pytest.mark.parametrize("text", ["5 mm", "5 m/s", "fromage 5", "maximal 5", "about", "up to", "~", "5+5", "5 kg/m"])
def test_texts_without_a_bound_stay_whole(text: str) -> None:
    """A word inside another word, or a bound of nothing, is no bound."""
    assert split(text) == (Bound.EXACT, text)


@law
@given(st.text(max_size=160))
def test_any_text_is_split_or_refused(text: str) -> None:
    """No text raises anything but ReadingError, and the rest holds every digit of the text."""
    try:
        _, rest = split(text)
    except ReadingError:
        return
    assert [c for c in rest if c.isdigit()] == [c for c in text if c.isdigit()]

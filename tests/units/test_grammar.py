"""Unicode before anything is read: what is folded, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import MAX_LENGTH, read
from catalog.units.grammar import normalize
from tests.units.tools import cases, law, outcome, said


@pytest.mark.parametrize(
    ("text", "plain"),
    cases(
        ("  5\u00a0995 \t mm\n", "5 995 mm"),
        ("㎏", "kg"),
        ("ｋｇ", "kg"),
        ("m²", "m2"),
        ("2½", "2 1⁄2"),
        ("20 ºC", "20 °C"),
        ("min⁻¹", "min−1"),
    ),
)
def test_normalize(text: str, plain: str) -> None:
    """Spaces are one space, compatibility characters their plain ones."""
    assert normalize(text) == plain


@law
@given(st.text(st.characters(exclude_categories=["No", "So"]), max_size=MAX_LENGTH))
def test_normalizing_keeps_the_digits(text: str) -> None:
    """Folding makes no digit and drops none (what might become one, as a circled 1, is refused or in a unit)."""
    folded = outcome(lambda: normalize(text))
    if isinstance(folded, ReadingError):
        return
    assert [unicodedata.decimal(c) for c in folded if c.isdecimal()] == [
        unicodedata.decimal(c) for c in text if c.isdecimal()
    ]


@law
@pytest.mark.parametrize("kind", ["ratio", "count", "length"])
@given(character=st.characters(categories=["No", "So"]), form=st.sampled_from(["5{}", "5 {}", "5{}9", "{}5", "{}"]))
def test_what_looks_like_a_digit_is_none(kind: str, character: str, form: str) -> None:
    """A raised, lowered, circled or telegraphic digit beside a number is refused; only ½ and its like are read."""
    answer = outcome(lambda: read(form.format(character), kind))
    assert isinstance(answer, ReadingError) or character in "¼½¾⅛⅜⅝⅞" or said(answer) == form.replace("{}", "")

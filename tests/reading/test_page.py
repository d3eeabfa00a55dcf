"""The page of one file: its faults, in words that fit on a line of a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from catalog.reading.locator import Locator
from catalog.reading.page import Page, legible

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY_TEXT)
def test_legible_text_can_be_printed_anywhere(text: str) -> None:
    shown = legible(text)
    assert shown.isprintable()
    assert shown.encode().decode() == shown


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=100))
def test_legible_text_of_plain_characters_is_itself(text: str) -> None:
    assert legible(text) == text


def test_long_text_is_cut_and_says_so() -> None:
    assert legible("x" * 101) == "x" * 97 + "..."
    assert legible("x" * 100) == "x" * 100


def test_a_fault_stands_at_its_line() -> None:
    page = Page("x.toml", Locator("\na = 1\n"))
    page.say(("a",), "a", "is wrong", "write it right")
    page.say((), None, "is wrong as a whole")
    page.say_missing(("b",), "b", None)
    assert [str(fault) for fault in page.faults] == [
        "x.toml:2: a: is wrong (write it right)",
        "x.toml: is wrong as a whole",
        "x.toml:1: b: is missing",
    ]
    assert not page.unread

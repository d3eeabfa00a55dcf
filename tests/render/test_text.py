"""Widths, wrapping with numbers whole, and what a terminal must not obey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render.text import NBSP, text_width, tidy, visible, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("Citroën", 7),
        ("Citroe\u0308n", 7),  # a combining diaeresis
        ("天马 D9", 7),
        ("ＡＢ", 4),  # full-width letters
        ("317\u00a0km", 6),
        ("a\u200bb", 2),  # a zero-width space
        ("▲▼≤–", 4),
    ],
)
def test_width_is_in_columns_of_the_terminal(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("red \x1b[31m", "red \\u001b[31m"),
        ("\x9b31m", "\\u009b31m"),
        ("bell\x07", "bell\\u0007"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("over\rwrite\x0b", "over\\u000dwrite\\u000b"),
        ("line\nfeed\tand tab", "line\nfeed\tand tab"),
        ("天马 ▲ ë", "天马 ▲ ë"),
    ],
)
def test_control_characters_are_shown_by_their_code(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("range 317 km, tested", "range 317~km, tested"),
        ("105 000 AUD", "105~000~AUD"),
        ("25.4 kWh/100 km.", "25.4~kWh/100~km."),
        ("EUR 45000", "EUR~45000"),
        ("≤ 317", "≤~317"),
        ("20-80 %, 11 kW", "20-80~%, 11~kW"),
        ("19 ft 8 in", "19~ft 8~in"),
        ("230\u202fV", "230~V"),
        ("a  b\tc\x0bd\u2028e", "a b c d e"),
    ],
)
def test_a_number_keeps_its_unit_and_spaces_are_single(text: str, glued: str) -> None:
    assert tidy(text).replace(NBSP, "~") == glued


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("payload 1230 kg net", 12, ["payload", "1230~kg net"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("车辆最大功率为 150 kW", 8, ["车辆最大", "功率为", "150~kW"]),
        (f"{NBSP}{NBSP}– a note that goes on", 12, ["~~– a note", "~~that goes", "~~on"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert [line.replace(NBSP, "~") for line in wrap(text, width)] == lines


def test_later_lines_are_indented() -> None:
    assert wrap("one two three four", 9, indent="  ") == ["one two", "  three", "  four"]


def test_an_address_is_broken_at_its_joints_where_a_word_may_be() -> None:
    address = "https://example.org/trucks/2024/price-list-of-the-hauler.pdf"
    assert wrap(f"see {address}", 20) == ["see", address]
    pieces = wrap(f"see {address}", 20, longest=46)
    assert pieces == ["see", "https://example.org/", "trucks/2024/price-", "list-of-the-hauler.", "pdf"]


@given(st.text(max_size=120), st.integers(1, 60))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    wrapped = "".join(wrap(text, width, longest=10))
    assert "".join(tidy(text).split()) == "".join(wrapped.split())


@given(st.lists(st.text("ab1车 ", max_size=8), max_size=20).map(" ".join), st.integers(8, 60))
def test_no_line_is_wider_than_asked_where_the_words_allow(text: str, width: int) -> None:
    longest = max((text_width(word) for word in tidy(text).split(" ")), default=0)
    assert all(text_width(line) <= max(width, longest) for line in wrap(text, width))


@given(st.text(max_size=60))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not any(
        ord(character) < 32 or 127 <= ord(character) < 160 for character in tidy(text) if character not in "\n\u00a0"
    )

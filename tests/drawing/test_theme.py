"""Colours that can be seen by day and by night."""

from __future__ import annotations

import re

import pytest

from catalog.drawing.theme import ALONE, INLINE

WHITE, BLACK = "#ffffff", "#121212"


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_file_is_read_on_white() -> None:
    assert ALONE.paper == WHITE
    assert contrast(ALONE.ink, WHITE) > 7
    assert contrast(ALONE.test, WHITE) > 4.5
    assert min(contrast(colour, WHITE) for colour in ALONE.vehicles) > 3


@pytest.mark.parametrize("background", [WHITE, BLACK])
def test_an_element_stands_out_from_a_light_page_and_from_a_dark_one(background: str) -> None:
    colours = [re.findall("#[0-9a-f]{6}", colour)[0] for colour in (INLINE.test, *INLINE.vehicles)]
    assert len(set(colours)) == 6
    assert min(contrast(colour, background) for colour in colours) > 3

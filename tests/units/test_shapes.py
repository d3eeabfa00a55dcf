"""The quick lane of reading: it says what the whole grammar says, or leaves the text to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.units import KINDS, Form, Kind, Unit, read
from catalog.units.grammar import read_text
from catalog.units.shapes import by_shape, shape_of
from tests.units.tools import (
    EVERY_KIND,
    EVERY_UNIT,
    almost_values,
    cases,
    law,
    law_of_kinds,
    named,
    outcome,
    printed_numbers,
    same_answer,
    shaped_texts,
)

MARKETS = [None, None, "US", "GB", "SE", ""]


def _alike(text: str, kind: Kind, market: str | None = None) -> bool:
    return same_answer(
        outcome(lambda: read(text, kind, market)),
        outcome(lambda: read_text(text, kind, market)),
    )


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
@law_of_kinds
@given(data=st.data())
def test_the_quick_lane_says_what_the_grammar_says(kind: Kind, data: st.DataObject) -> None:
    """Of texts with a shape and of texts that only look like it, in whatever market."""
    text = data.draw(shaped_texts(kind))
    assert _alike(text, kind, data.draw(st.sampled_from(MARKETS)))


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
@law_of_kinds
@given(data=st.data())
def test_the_quick_lane_says_what_the_grammar_says_of_almost_values(kind: Kind, data: st.DataObject) -> None:
    """Of any pieces of values in any order."""
    assert _alike(data.draw(almost_values(kind)), kind, data.draw(st.sampled_from(MARKETS)))


@law
@given(st.text(), st.sampled_from(EVERY_KIND))
def test_the_quick_lane_says_what_the_grammar_says_of_any_text(text: str, kind: Kind) -> None:
    """And of any characters at all."""
    assert _alike(text, kind)


@law
@given(printed_numbers(), st.sampled_from(EVERY_UNIT), st.sampled_from(["", " ", "\u00a0"]))
def test_every_way_of_printing_a_number(printed: tuple[str, object, int], entry: tuple[Kind, Unit], space: str) -> None:
    """With the unit's symbol behind it, which the quick lane takes from the table without asking the grammar."""
    kind, unit = entry
    assert _alike(f"{printed[0]}{space}{unit.symbol}", kind)


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_every_spelling_means_its_unit(entry: tuple[Kind, Unit]) -> None:
    """What the quick lane takes from the table is what the grammar makes of it."""
    kind, unit = entry
    for spelling in unit.spellings:
        for text in (f"5995 {spelling}", f"5995{spelling}", f"0 {spelling}", f"19 {spelling}", f"7,5 {spelling}"):
            assert _alike(text, kind), text


@pytest.mark.parametrize(
    ("text", "kind"),
    cases(
        ("5995 mm", "length"),
        ("236.5 in", "length"),
        ('78"', "length"),
        ("0.155 m", "length"),
        ("2\u202f690\u00a0kg", "mass"),
        ("1 234,5 kg", "mass"),
        ("12'500 kg", "mass"),
        ("2,5–3 t", "mass"),
        ("4600/5600 kg", "mass"),
        ("up to 317 km", "distance"),
        ("≤ 317 km", "distance"),
        ("from 39990 EUR", "money"),
        ("EUR 45 000", "money"),
        ("15-18 kWh/100 km", "energy consumption"),
        ("30 mpg(US)", "fuel consumption"),
        ("5", "count"),
        ("5 t max", "mass"),
    ),
)
def test_texts_with_a_shape(text: str, kind: str) -> None:
    """What spec sheets print does not need the grammar."""
    assert by_shape(text, KINDS[kind], None) is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    cases(
        ("19'8\"", "length"),  # feet and inches
        ("1 1/2 in", "length"),
        ("3/4 in", "length"),
        ("½ in", "length"),
        ("5.995 mm", "length"),  # two readings
        ("05.5 mm", "length"),
        ("3–2,5 t", "mass"),  # from high to low
        ("up to 2-3 t", "mass"),
        ("100/8 kg", "mass"),
        ("6000 1/min", "rotation"),
        ("20 °", "grade"),  # 95° would be none
        ("0 mpg(US)", "fuel consumption"),
        ("100/000 mpg(US)", "fuel consumption"),
        ("-5 °C", "temperature"),
        ("5.5 cars", "count"),
        ("300 hp", "power"),  # which?
        ("1" * 21 + " mm", "length"),
        ("5 mm" + " " * 160, "length"),
        ("", "length"),
    ),
)
def test_texts_that_are_left_to_the_grammar(text: str, kind: str) -> None:
    """Where the digits change what the rest means, or where there is a fault to name."""
    assert by_shape(text, KINDS[kind], None) is None


def test_a_market_settles_a_shape() -> None:
    """The same text means another unit in another market."""
    shape = shape_of("", "", " hp", KINDS["power"], "US")
    assert shape is not None
    assert shape.unit is KINDS["power"].unit("hp(M)")
    assert shape_of("", "", " hp", KINDS["power"], None) is None


def test_a_slope_in_degrees_has_no_shape() -> None:
    """Every unit but those has one."""
    without = [
        unit
        for kind, unit in EVERY_UNIT
        if unit.symbol[:1].isalpha() and not shape_of("", "", f" {unit.symbol}", kind, None)
    ]
    assert without == []
    tangents = [(kind, unit) for kind, unit in EVERY_UNIT if unit.form is Form.TANGENT]
    assert tangents
    assert all(shape_of("", "", f" {unit.symbol}", kind, None) is None for kind, unit in tangents)

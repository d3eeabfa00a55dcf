"""Texts with places for cells."""

from __future__ import annotations

import pytest

from catalog.datasets.template import parse

NOTHING: dict[str, str] = {}


def test_a_cell_without_a_value_leaves_no_text() -> None:
    assert parse("{displ} L").fill(NOTHING.get) is None


def test_texts_without_places() -> None:
    assert parse("Acme").columns == ()
    assert parse("Acme").fill(NOTHING.get) == "Acme"
    assert parse("").fill(NOTHING.get) == ""


def test_several_places() -> None:
    template = parse("{from}-{to} %, {from}")
    assert template.columns == ("from", "to")
    assert template.fill({"from": "10", "to": "80"}.get) == "10-80 %, 10"


@pytest.mark.parametrize("text", ["{make", "make}", "{}", "{ }", "a {b} {"])
def test_a_brace_that_is_not_closed(text: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        parse(text)

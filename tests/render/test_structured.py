"""JSON and JSON lines."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from catalog.render import Sheet, render


def test_json_is_the_document_as_it_is() -> None:
    document = {"a": ["ë ▲ <b>", None, True, 1.5], "b": Decimal("11000"), "c": Decimal("236.0"), "d": Decimal("0.5")}
    text = render(Sheet((), (), document=document), "json")
    assert json.loads(text) == {"a": ["ë ▲ <b>", None, True, 1.5], "b": 11000, "c": 236, "d": 0.5}
    assert "ë ▲ <b>" in text
    assert text.endswith("}\n")


def test_json_lines_are_one_record_a_line() -> None:
    records = ({"id": "a", "text": "one\ntwo"}, {"id": "b", "value": Decimal("1E+3")})
    text = render(Sheet((), (), records=records), "jsonl")
    assert [json.loads(line) for line in text.splitlines()] == [
        {"id": "a", "text": "one\ntwo"},
        {"id": "b", "value": 1000},
    ]


def test_no_records_are_no_lines() -> None:
    assert render(Sheet((), ()), "jsonl") == ""


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_hold_is_an_error(value: float) -> None:
    with pytest.raises(ValueError, match="Out of range float"):
        render(Sheet((), (), document=value), "json")


def test_what_has_no_json_form_is_an_error() -> None:
    with pytest.raises(TypeError, match="Fraction has no JSON form"):
        render(Sheet((), (), document=Fraction(1, 3)), "json")

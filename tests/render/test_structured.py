"""JSON and JSON lines."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render import Sheet, render, structured


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


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(value=VALUES)
def test_a_value_is_written_as_json_writes_it(value: object) -> None:
    assert structured._text(value) == json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("entries", [0, 1, 199, 200, 201])
def test_many_entries_are_written_as_few_are(entries: int) -> None:
    """By json's own encoder, which is another program."""
    entry = {"a": "ë\n\x7f", "b": [None, 1.5, True], "c": Decimal("2.50"), "d": {"e": 10**30}}
    text = structured.json_text({"shape": 1, "all": [entry] * entries})
    assert text == f'{{\n  "shape": 1,\n  "all": {expected(entry, entries)}\n}}\n'


def expected(entry: dict[str, object], entries: int) -> str:
    if not entries:
        return "[]"
    own = json.dumps({**entry, "c": 2.5}, ensure_ascii=False)
    return "[\n" + ",\n".join([f"    {own}"] * entries) + "\n  ]"


@pytest.mark.parametrize("value", [float("inf"), float("nan"), object(), {1: 2}, {"a": [b""]}])
def test_what_json_does_not_have_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        structured.json_text({"a": value})

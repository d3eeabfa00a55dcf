"""JSON as published: digits kept, nothing doubled, not too deep; objects as flat cells."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.datasets.json_text import BadJson, flat, parse

SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
)


@given(VALUES)
def test_what_json_writes_is_read(value: object) -> None:
    def texts(part: object) -> object:
        if isinstance(part, dict):
            return {key: texts(inner) for key, inner in part.items()}
        if isinstance(part, list):
            return [texts(inner) for inner in part]
        return str(part) if isinstance(part, int) and not isinstance(part, bool) else part

    assert parse(json.dumps(value), 50) == texts(value)


def test_numbers_keep_their_digits() -> None:
    assert parse("[100.0, 1e3, 12345678901234567890123]", 5) == ["100.0", "1e3", "12345678901234567890123"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "the key 'a' is there twice"),
        ("[NaN]", "NaN is no number"),
        ("[Infinity]", "Infinity is no number"),
        ("[1,]", "no JSON"),
        ("", "no JSON"),
        ("[" * 30 + "]" * 30, "nested more than 20 deep"),
        ("[" * 100_000, "nested more than 20 deep"),
        (b'["\xe9"]', "not UTF-8"),
    ],
)
def test_what_is_refused(text: str | bytes, reason: str) -> None:
    with pytest.raises(BadJson, match=reason):
        parse(text, 20)


def test_flat_cells() -> None:
    value = {
        "make": {"name": "Audi"},
        "markets": ["US", "DE"],
        "none": [],
        "heat_pump": True,
        "gone": None,
        "motors": [{"power_kw": "150"}, {"power_kw": "200", "torque_nm": "300"}],
        "rated": [{"cycle": "wltp", "km": "400"}, {"cycle": "wltp", "km": "420"}, {"km": "1"}],
    }
    assert flat(value, {"rated": "cycle"}, {"motors[].power_kw": "/", "motors[].torque_nm": "/"}) == {
        "make.name": "Audi",
        "markets": "US, DE",
        "none": None,
        "heat_pump": "true",
        "gone": None,
        "motors[]": "2",
        "motors[1].power_kw": "150",
        "motors[2].power_kw": "200",
        "motors[2].torque_nm": "300",
        "motors[].power_kw": "150/200",
        "motors[].torque_nm": "300",
        "rated[]": "3",
        "rated[wltp].cycle": "wltp",
        "rated[wltp].km": "400",
        "rated[wltp 2].cycle": "wltp",
        "rated[wltp 2].km": "420",
        "rated[3].km": "1",
    }

"""Fit tests as they are written, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.drawing import read_fit, read_options
from catalog.drawing.options import options_of_query
from catalog.errors import SettingsError


@pytest.mark.parametrize(
    ("text", "sides", "label"),
    [
        ("garage=2.1m", {"height": 2100}, "Garage 2.1 m high"),
        ("GARAGE = 2,1 m", {"height": 2100}, "Garage 2.1 m high"),
        ("garage=5x2.5x2.1m", {"length": 5000, "width": 2500, "height": 2100}, "Garage 5 × 2.5 × 2.1 m"),
        ("lane=6 ft 8 in", {"width": 80 * 25.4}, "Lane 80 in wide"),
        ("ferry=6m", {"length": 6000}, "Ferry lane 6 m long"),
        ("ferry=6 x 2.5 m", {"length": 6000, "width": 2500}, "Ferry lane 6 × 2.5 m"),
        ("ferry=6m x 250cm", {"length": 6000, "width": 2500}, "Ferry lane 6 m × 250 cm"),
        ("pallet=1200×800mm", {"length": 1200, "width": 800}, "Pallet 1200 × 800 mm"),
        ("pallet=48*40in", {"length": 48 * 25.4, "width": 40 * 25.4}, "Pallet 48 × 40 in"),
        ("pallet=1200x800x1450mm", {"length": 1200, "width": 800, "height": 1450}, "Pallet 1200 × 800 × 1450 mm"),
    ],
)
def test_a_test_is_read(text: str, sides: dict[str, float], label: str) -> None:
    test = read_fit(text)
    assert dict(test.sides) == pytest.approx(sides)
    assert test.label.replace("\u00a0", " ") == label
    assert read_fit(test.text) == test, "its own text says the same"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("garage", "fit test 'garage' is not NAME=SIZE; write for example garage=2.1m or lane=2m"),
        ("garage=", "fit test 'garage=' is not NAME=SIZE; write for example garage=2.1m or lane=2m"),
        ("garaje=2m", "no fit test 'garaje'; did you mean garage?"),
        ("tunnel=2m", "no fit test 'tunnel'; one of garage, lane, ferry, pallet"),
        ("garage=2.1", "fit test 'garage=2.1': 2.1 of what? write a unit, such as 2.1m"),
        ("pallet=1200x800", "fit test 'pallet=1200x800': 1200 of what? write a unit, such as 1200m"),
        ("pallet=1m", "fit test 'pallet=1m': a pallet has length x width or length x width x height; write for example "
         "pallet=1200x800mm"),
        ("lane=up to 2 m", "fit test 'lane=up to 2 m': 'up to 2 m' is up to; a test has one exact size"),
        ("lane=2-3 m", "fit test 'lane=2-3 m': '2-3 m' is interval; a test has one exact size"),
        ("garage=0m", "fit test 'garage=0m': '0m' is no size of anything to drive through or load"),
        ("garage=2 kg", "fit test 'garage=2 kg': cannot read '2 kg':"),
        ("garage=3.140m", "fit test 'garage=3.140m': cannot read '3.140m': one sign before three digits"),
        ("garage=" + "9" * 99 + "m", "longer than 60 signs"),
    ],
)  # fmt: skip
def test_a_test_that_cannot_be_read_says_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_fit(text)
    assert message in str(raised.value).replace("\u00a0", " ")


@given(st.text(max_size=70) | st.from_regex(r"(garage|lane|ferry|pallet)=[\dxm., ]{1,20}", fullmatch=True))
def test_any_text_is_a_test_or_a_plain_error(text: str) -> None:
    try:
        test = read_fit(text)
    except SettingsError:
        return
    assert read_fit(test.text) == test


def test_options_of_a_web_address_and_back() -> None:
    query = {
        "views": ["top,side"], "arrange": ["beside"], "grid": ["ft"], "fit": ["garage=2.1 m", "", "lane=2m", "lane=2m"],
        "width": ["375"], "labels": ["none"], "page": ["3"],
    }  # fmt: skip
    options = options_of_query(query)
    assert options.views == ("side", "top")
    assert [test.text for test in options.fits] == ["garage=2.1m", "lane=2m"]
    again: dict[str, list[str]] = {}
    for name, text in options.query():
        again.setdefault(name, []).append(text)
    assert options_of_query(again) == options
    assert options_of_query({"views": [""], "width": [" "]}) == read_options()
    assert read_options().query() == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"views": "sidee"}, "no view 'sidee'; did you mean side?"),
        ({"views": " , "}, "no view is named; write for example side,front,top"),
        ({"arrange": "stacked"}, "no arrangement 'stacked'; one of over, beside"),
        ({"grid": "yd"}, "no grid 'yd'; one of m, ft, none"),
        ({"width": "12"}, "'12' is no width of a picture; write pixels from 320 to 4000"),
        ({"width": "³²⁰"}, "'³²⁰' is no width of a picture"),
        ({"width": "0000000960"}, "no width of a picture"),
        ({"fits": [f"lane={n}m" for n in range(1, 10)]}, "9 fit tests; a drawing holds 8"),
    ],
)
def test_an_option_that_is_none_says_what_was_expected(options: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_options(**options)  # type: ignore[arg-type]
    assert message in str(raised.value)

"""``vehicles convert``."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (("30 mpg(US)", "L/100km"), "7.8 L/100 km"),
        (("30 mpg(US)", "L/100km", "--exact"), "7.8404861111111111 L/100 km"),
        (("up to 350 km", "mi"), "≤ 217 mi"),
        (("up to 350 km", "mi", "--exact"), "≤ 217.47991728306689 mi"),
        (("2.5-3 t", "kg", "--exact"), "2500–3000 kg"),
        (("37/74 kWh", "kWh", "--exact"), "37/74 kWh"),
        (("150 mi", "km", "--exact"), "241.4016 km"),
        (("5 995,5 mm", "in"), "236.04 in"),
        (("154 hp", "kW", "--market", "us"), "115 kW"),
    ],
)
def test_conversion(run: Run, arguments: tuple[str, ...], out: str) -> None:
    ran = run("convert", *arguments)
    assert "\u00a0" not in ran.out
    assert ran == (0, f"{out}\n", "")


def test_the_market_may_be_a_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("convert", "154 hp", "kW").code == 1
    monkeypatch.setenv("VEHICLES_MARKET", "US")
    assert run("convert", "154 hp", "kW").out == "115 kW\n"


def test_json(run: Run) -> None:
    document = json.loads(run("convert", "30 mpg(US)", "L/100km", "--format", "json").out)
    assert set(document) == {
        "shape", "published", "kind", "unit", "text", "value", "exact", "exact_text", "bound", "reciprocal",
    }  # fmt: skip


def test_a_value_that_begins_with_a_sign(run: Run) -> None:
    assert run("convert", "--", "-20 °C", "°F").out == "-4.0 °F\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("5.995 mm", "in"), 1, "write 5995 mm or 5.9950 mm"),
        (("30 mpg", "L/100km"), 1, "write 30 mpg(US) or 30 mpg(UK)"),
        (("104 kW/h", "kWh"), 1, "cannot read '104 kW/h'"),
        (("five km", "mi"), 1, "cannot read 'five km'"),
        (("500 km", "kg"), 4, "cannot convert '500 km' to 'kg'"),
        (("500 km", "mlie"), 3, "no unit 'mlie'"),
        (("154 hp", "kW", "--market", "USA"), 2, "'USA' is not a market"),
    ],
)
def test_what_cannot_be_converted(run: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    ran = run("convert", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err

"""Which unit a reader sees."""

from __future__ import annotations

import re

import pytest

from catalog.errors import NotFound, SettingsError
from catalog.model import FIELDS
from catalog.units import KINDS, SYSTEMS
from catalog.wording import UnitChoice, choose


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_system_chooses_for_all(system: str) -> None:
    choice = choose(FIELDS, system)
    for info in FIELDS.values():
        if info.spec.numeric and info.spec.kind != "money":
            unit = info.spec.quantity_kind.units[-1]
            assert choice.unit(info, unit) is info.spec.unit(system)


def test_a_field_wins_over_its_kind_and_both_over_the_system() -> None:
    choice = choose(FIELDS, "us", ["mass=t", "payload=lb", "range=km"])
    kilogram, mile = KINDS["mass"].unit("kg"), KINDS["distance"].unit("mi")
    assert choice.unit(FIELDS["payload"], kilogram).symbol == "lb"
    assert choice.unit(FIELDS["kerb_mass"], kilogram).symbol == "t"
    assert choice.unit(FIELDS["range"], mile).symbol == "km"
    assert choice.unit(FIELDS["total_range"], mile).symbol == "mi"


def test_a_kind_may_be_written_with_underscores() -> None:
    choice = choose(FIELDS, "metric", [" fuel_consumption = mpg(US) "])
    assert choice.unit(FIELDS["fuel_consumption"], KINDS["fuel consumption"].unit("L/100 km")).symbol == "mpg(US)"


def test_money_stays_in_its_own_currency() -> None:
    yen = KINDS["money"].unit("M JPY")
    assert UnitChoice("us").unit(FIELDS["price"], yen).symbol == "JPY"


@pytest.mark.parametrize(
    ("system", "overrides", "message"),
    [
        ("metrc", [], "no unit system 'metrc'; did you mean metric?"),
        ("imperial", [], "no unit system 'imperial'; one of metric, us, uk, si"),
        ("metric", ["range"], "'range' is not FIELD=UNIT"),
        ("metric", ["range="], "'range=' is not FIELD=UNIT"),
        ("metric", ["=mi"], "'=mi' is not FIELD=UNIT"),
        ("metric", ["range=kg"], "range=kg: cannot read 'kg': kg measures mass"),
        ("metric", ["power=hp"], "write PS or hp(M)"),
        ("metric", ["price=USD"], "price has no unit to choose"),
        ("metric", ["money=USD"], "money has no unit to choose"),
        ("metric", ["gearbox=km"], "gearbox has no unit to choose"),
    ],
)
def test_what_cannot_be_chosen_is_said(system: str, overrides: list[str], message: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(message)):
        choose(FIELDS, system, overrides)


def test_an_unknown_name_suggests_the_nearest_field_or_kind() -> None:
    with pytest.raises(NotFound, match=r"no field or kind 'rnage'; did you mean range\b"):
        choose(FIELDS, "metric", ["rnage=mi"])

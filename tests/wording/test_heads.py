"""Heads: made once for a definition, whichever claim asks first."""

from __future__ import annotations

from catalog.model import FIELDS, Claim, Status
from catalog.units import SYSTEMS, read
from catalog.wording import Heads


def test_a_head_has_its_units_also_where_the_first_claim_holds_no_value() -> None:
    heads = Heads(FIELDS.values())
    silent = Claim("length", "", status=Status.NOT_PUBLISHED)
    said = Claim("length", "5995 mm", read("5995 mm", "length"))
    assert heads(silent) is heads(said)
    head = heads(said)
    assert head is not None
    assert {system: head.units[system][0] for system in SYSTEMS} == {"metric": "mm", "us": "in", "uk": "mm", "si": "m"}


def test_an_amount_keeps_its_currency_and_a_text_has_no_unit() -> None:
    heads = Heads(FIELDS.values())
    price = heads(Claim("price", "EUR 54,900", read("EUR 54,900", "money"), definition=(("currency", "EUR"),)))
    assert price is not None
    assert set(price.units.values()) == {("EUR", False)}
    gearbox = heads(Claim("gearbox", "automatic", text="automatic"))
    assert gearbox is not None
    assert (gearbox.units, gearbox.kind) == ({}, None)


def test_the_order_of_a_reciprocal_unit_turns_round() -> None:
    claim = Claim("fuel_consumption", "8 L/100 km", read("8 L/100 km", "fuel consumption"))
    head = Heads(FIELDS.values())(claim)
    assert head is not None
    assert (head.units["metric"], head.units["us"]) == (("L/100 km", False), ("mpg(US)", True))


def test_a_field_of_another_table_has_no_head() -> None:
    assert Heads([FIELDS["length"]])(Claim("width", "2 m")) is None

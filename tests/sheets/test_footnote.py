"""A value as a footnote holds the value, what it is of, and its source in full."""

from __future__ import annotations

from catalog.model import FIELDS, Source
from catalog.sheets.footnote import footnote
from catalog.wording import UnitChoice
from tests.sheets.conftest import Make


def test_a_value_with_its_source_in_one_line(make: Make, metric: UnitChoice, sources: dict[str, Source]) -> None:
    van = make({"version": "L2"}, payload="1230 kg")
    assert footnote(van, FIELDS["payload"], van.claims["payload"][0], metric, sources) == (
        "Acme Van, L2: payload 1230 kg, crew not stated. Brochure, “Data”, undated"
    )


def test_in_other_units_the_print_stands_beside_it(make: Make, sources: dict[str, Source]) -> None:
    van = make(length="5995 mm")
    text = footnote(van, FIELDS["length"], van.claims["length"][0], UnitChoice("us"), sources)
    assert text == "Acme Van: length 236.0 in, published 5995 mm. Brochure, “Data”, undated"


def test_abbreviations_keep_their_capitals_and_an_unknown_source_is_cited_by_its_id(
    make: Make, metric: UnitChoice
) -> None:
    van = make(dc_charge_power="80 kW")
    text = footnote(van, FIELDS["dc_charge_power"], van.claims["dc_charge_power"][0], metric)
    assert text == "Acme Van: DC charging power 80 kW. brochure"

"""Names mean columns; definitions are put in words where that is certain."""

from __future__ import annotations

import pytest

from catalog.model import FIELDS
from catalog.query.bound import NumberColumn, TextColumn
from catalog.query.names import definition_words, resolve
from catalog.query.schema import IDENTITY
from catalog.query.tree import Name
from tests.query.samples import SCHEMA


def test_every_field_and_identity_name_is_resolved() -> None:
    for key, info in FIELDS.items():
        column = resolve(Name(key.replace("_", " ").upper()), SCHEMA, "")
        assert key == column.key
        assert isinstance(column, NumberColumn if info.spec.numeric else TextColumn)
    assert set(IDENTITY) == {resolve(Name(key), SCHEMA, "").key for key in IDENTITY}
    assert not set(IDENTITY) & set(FIELDS)


@pytest.mark.parametrize(
    ("key", "definition", "words"),
    [
        ("range", "wltp city", "WLTP City"),
        ("range", "wltp unladen", "WLTP, unladen"),
        ("range", "epa highway driver only", "EPA Highway, driver only"),
        ("range", "not stated", "not stated"),
        ("range", "wltp refrigeration on", "wltp refrigeration on"),
        ("range", "duty cycle", "in service"),
        ("payload", "deducted", "deducted"),  # crew or body: the id alone does not say
        ("payload", "in payload deducted", "crew still to deduct, body deducted"),
        ("price", "EUR included DE", "EUR included DE"),
        ("motor_power", "peak", "peak"),
    ],
)
def test_a_definition_in_words(key: str, definition: str, words: str) -> None:
    assert words == definition_words(FIELDS[key].spec, definition)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("payload", "payload"),
        ("ac_charge_power", "AC charging power"),
        ("co2_emissions", "CO2 emissions"),
        ("adblue_tank", "AdBlue tank"),
        ("track_front", "track, front"),
    ],
)
def test_a_label_inside_a_sentence(key: str, label: str) -> None:
    assert label == resolve(Name(key), SCHEMA, "").label

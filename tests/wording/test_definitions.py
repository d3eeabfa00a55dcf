"""Definitions in words, and whether they are complete enough to compare by."""

from __future__ import annotations

import pytest

from catalog.model import FIELDS
from catalog.model.qualifiers import QUALIFIERS
from catalog.wording import definition_id, definition_label, is_comparable
from catalog.wording.definitions import ASKED, missing_qualifiers, order

Definition = tuple[tuple[str, str], ...]
WLTP: Definition = (("procedure", "wltp"),)
CITY: Definition = (("procedure", "wltp"), ("phase", "city"))
FULL: Definition = (("procedure", "wltp"), ("load", "full payload"))


@pytest.mark.parametrize(
    ("field", "definition", "label", "short", "identifier", "comparable"),
    [
        ("length", (), "", "", None, True),
        ("range", WLTP, "WLTP", "WLTP", "wltp", True),
        ("range", CITY, "WLTP City", "WLTP City", "wltp city", True),
        ("range", FULL, "WLTP, full payload", "WLTP, full payload", "wltp full payload", True),
        ("range", (), "procedure not stated", "not stated", "not stated", False),
        ("range", (("load", "unladen"),), "unladen, procedure not stated", "unladen, procedure not stated", "unladen", False),
        ("range", (("procedure", "observed"),), "observed on test", "observed on test", "observed", False),
        ("battery_energy", (("capacity", "usable"),), "usable", "usable", "usable", True),
        ("battery_energy", (), "gross or usable not stated", "not stated", "not stated", False),
        ("price", (("currency", "EUR"), ("tax", "excluded"), ("market", "DE")), "EUR, tax excluded, DE", "EUR, tax excluded, DE", "EUR excluded DE", True),
        ("top_speed", (), "", "", None, True),
        ("top_speed", (("limit", "limited"),), "limited", "limited", "limited", True),
    ],
)  # fmt: skip
def test_a_definition_in_words(
    field: str, definition: Definition, label: str, short: str, identifier: str | None, comparable: bool
) -> None:
    spec = FIELDS[field].spec
    assert definition_label(spec, definition) == label
    assert definition_label(spec, definition, short=True) == short
    assert definition_id(spec, definition) == identifier
    assert is_comparable(spec, definition) is comparable


def test_what_is_missing() -> None:
    assert missing_qualifiers(FIELDS["price"].spec, (("currency", "EUR"), ("tax", "included"))) == ("market",)


def test_every_required_qualifier_has_words_in_which_it_is_asked_for() -> None:
    required = {name for info in FIELDS.values() for name in info.spec.required}
    assert required <= set(QUALIFIERS)
    assert required <= set(ASKED)


def test_complete_definitions_come_first_in_the_order_of_the_vocabulary() -> None:
    spec = FIELDS["range"].spec
    definitions: list[Definition] = [
        (),
        (("procedure", "observed"),),
        FULL,
        (("procedure", "epa"),),
        WLTP,
        CITY,
    ]
    ordered = sorted(definitions, key=lambda definition: order(spec, definition))
    assert ordered == [WLTP, FULL, CITY, (("procedure", "epa"),), (("procedure", "observed"),), ()]

"""The field table: what every row must have, and that it is the models' own."""

from __future__ import annotations

import keyword

import pytest

from catalog.errors import NotFound
from catalog.model import FIELDS, GROUPS, IDENTITY, Claims, FieldInfo, Spec, Vehicle, find_field
from catalog.model.groups._group import Group, spec
from catalog.model.parse import CLAIM_KEYS
from catalog.model.qualifiers import QUALIFIERS
from catalog.model.spec import NOT_NUMBERS
from catalog.model.table import build_table
from catalog.units import KINDS, SYSTEMS

ALL = pytest.mark.parametrize("info", FIELDS.values(), ids=FIELDS)
GROUP_LABELS = [(group.__doc__ or "").strip() for group in GROUPS]


def test_there_are_fields_of_every_group_in_the_order_of_groups() -> None:
    assert list(dict.fromkeys(info.group for info in FIELDS.values())) == GROUP_LABELS
    assert len(FIELDS) > 100


@ALL
def test_a_field_is_described(info: FieldInfo) -> None:
    assert info.group in GROUP_LABELS
    assert info.label == info.spec.label
    assert info.label == info.label.strip() != ""
    assert len(info.label) <= 40
    assert info.spec.what.endswith(".")
    assert not info.spec.what.endswith("..")
    assert info.spec.what[0].isupper()
    assert info.spec.what == " ".join(info.spec.what.split())


@ALL
def test_a_key_is_a_lower_case_identifier_that_nothing_else_is_called(info: FieldInfo) -> None:
    assert info.key.isidentifier()
    assert info.key.isascii()
    assert info.key == info.key.lower()
    assert not keyword.iskeyword(info.key)
    assert not info.key.startswith("_")
    assert FIELDS[info.key] is info
    assert info.key not in (*IDENTITY, "specs", "name", "record", "claims")
    assert info.key in Vehicle.model_fields


def test_what_is_no_field_is_the_identity_of_a_record() -> None:
    assert [name for name in Vehicle.model_fields if name not in FIELDS] == list(IDENTITY)


@ALL
def test_no_unit_stands_in_a_key(info: FieldInfo) -> None:
    """A value carries its unit in its text."""
    assert not set(info.key.split("_")) & {
        "mm",
        "cm",
        "km",
        "kg",
        "kw",
        "kwh",
        "hp",
        "nm",
        "mph",
        "kmh",
        "percent",
        "litres",
    }


@ALL
def test_the_kind_and_what_belongs_to_it_are_known(info: FieldInfo) -> None:
    spec = info.spec
    assert spec.kind in (*KINDS, *NOT_NUMBERS)
    assert spec.numeric == (spec.kind in KINDS)
    assert bool(spec.vocabulary) == (spec.kind == "words")
    assert len({word.casefold() for word in spec.vocabulary}) == len(spec.vocabulary)
    assert not any("," in word or word != word.strip() for word in spec.vocabulary)
    assert set(spec.display) in (set(), set(SYSTEMS))
    if not spec.numeric:
        assert not spec.display
        assert spec.better is None


@ALL
def test_qualifiers_are_known_and_none_is_a_key_of_every_value(info: FieldInfo) -> None:
    assert all(name in QUALIFIERS for name in info.spec.qualifiers)
    assert len(set(info.spec.qualifiers)) == len(info.spec.qualifiers)
    assert set(info.spec.required) <= set(info.spec.qualifiers)
    assert not set(info.spec.qualifiers) & (set(CLAIM_KEYS) - {"market"})


@ALL
def test_each_system_shows_a_numeric_field_in_a_unit_of_its_kind(info: FieldInfo) -> None:
    if info.spec.numeric and info.spec.kind != "money":
        for system in SYSTEMS:
            assert info.spec.unit(system) in info.spec.quantity_kind.units


@ALL
def test_limits_name_types_and_powertrains_that_there_are(info: FieldInfo) -> None:
    types = {"truck", "van", "pickup", "car", "bus", "coach", "tractor"}
    assert info.spec.types is None or (info.spec.types and info.spec.types <= types)
    powertrains = {
        "battery electric",
        "plug-in hybrid",
        "hybrid",
        "mild hybrid",
        "fuel cell",
        "petrol",
        "diesel",
        "gas",
        "flex fuel",
    }
    assert info.spec.powertrains is None or (info.spec.powertrains and info.spec.powertrains <= powertrains)


def test_labels_are_unique() -> None:
    labels = [info.label.casefold() for info in FIELDS.values()]
    assert len(set(labels)) == len(labels)


def test_codes_of_one_standard_are_unique() -> None:
    """Two fields under one code would be written over each other in an export (classes of widths share some)."""
    seen: dict[tuple[str, str], str] = {}
    for info in FIELDS.values():
        for standard, code in info.spec.codes.items():
            if standard in ("vss", "wikidata", "eea"):
                assert seen.setdefault((standard, code), info.key) == info.key


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        FIELDS["length"] = FIELDS["width"]  # type: ignore[index]


def test_a_key_in_two_groups_is_refused() -> None:
    class One(Group):
        """One"""

        size: Claims = spec("Size", "length", "How large.")

    class Two(Group):
        """Two"""

        size: Claims = spec("Size again", "length", "How large.")

    with pytest.raises(TypeError, match="size is defined in One and in Two"):
        build_table((One, Two))


def test_a_spec_of_no_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="Size: no kind 'size'"):
        Spec("Size", "size", "How large.")


@pytest.mark.parametrize("name", ["payload", "Payload", " payload ", "gross-vehicle-mass", "Gross vehicle mass"])
def test_a_field_is_found_by_its_key_however_written(name: str) -> None:
    assert find_field(FIELDS, name).key in ("payload", "gross_vehicle_mass")


@pytest.mark.parametrize(
    ("name", "nearest"), [("paylod", "payload"), ("Kerb mas", "kerb_mass"), ("turning circel", "turning_circle")]
)
def test_a_field_that_there_is_not_gives_the_nearest_keys(name: str, nearest: str) -> None:
    with pytest.raises(NotFound) as found:
        find_field(FIELDS, name)
    assert found.value.suggestions[0] == nearest
    assert all(key in FIELDS for key in found.value.suggestions)


@pytest.mark.parametrize(
    ("vehicle_type", "powertrain", "key", "applies"),
    [
        ("car", "diesel", "battery_energy", False),
        ("car", "battery electric", "battery_energy", True),
        ("car", None, "battery_energy", True),
        ("car", "battery electric", "chassis_load_capacity", False),
        ("truck", "battery electric", "chassis_load_capacity", True),
        ("bus", None, "length", True),
    ],
)
def test_where_a_field_applies(vehicle_type: str, powertrain: str | None, key: str, applies: bool) -> None:
    assert FIELDS[key].spec.applies(vehicle_type, powertrain) is applies

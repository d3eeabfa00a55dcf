"""From raw values to claims: what is refused, and that nothing but a ValidationError ever comes out."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog.model import FIELDS, Vehicle
from catalog.model.parse import CLAIM_KEYS, checked_date, excerpt, quoted, validate_claims, what_it_is
from catalog.model.qualifiers import QUALIFIERS
from tests.model.conftest import Build

IDENTITY = {"id": "acme-van", "make": "Acme", "model": "Van", "vehicle_type": "van", "sources": ["brochure"]}
FIELD_KEYS = st.sampled_from([*FIELDS])
#: Every character there is, lone surrogates included: TOML cannot hold those, a Python caller can.
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
DIGITS = st.text("0123456789.,'’ /-–+~<>≤(){}%°ehkmgtWpsJNPS€$½²①٣", max_size=24)
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT, st.binary(max_size=4), st.dates()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from([*CLAIM_KEYS, *QUALIFIERS]), ANY_TEXT, st.integers()), inner, max_size=4
        ),
    ),
    max_leaves=8,
)


def problems(error: ValidationError) -> list[tuple[int | None, str | None, str]]:
    """What the one error of a field holds."""
    (entry,) = error.errors()
    found: list[tuple[int | None, str | None, str]] = entry["ctx"]["problems"]
    return found


def validate(specs: Any) -> Vehicle | None:
    """The vehicle, or None where pydantic refuses; any other exception is this test's failure."""
    try:
        return Vehicle.model_validate({**IDENTITY, "specs": specs})
    except ValidationError as error:
        str(error)  # which pydantic makes only now
        return None


@settings(deadline=None, max_examples=500)
@given(FIELD_KEYS, st.one_of(ANY_TEXT, DIGITS))
def test_any_text_is_read_or_refused(key: str, text: str) -> None:
    vehicle = validate({key: text})
    if vehicle is not None:
        (claim,) = vehicle.claims(key)
        assert claim.published == text.strip() != ""


@settings(deadline=None, max_examples=300)
@given(
    FIELD_KEYS,
    DIGITS,
    st.sampled_from(["mpg(US)", "km", "kWh/100 km", "°", "%", "h", "EUR", "hp", "L/100 km", "km/L", "°C"]),
)
def test_any_number_with_any_unit_is_read_or_refused(key: str, digits: str, unit: str) -> None:
    vehicle = validate({key: f"{digits} {unit}"})
    if vehicle is not None and (reading := vehicle.claims(key)[0].reading) is not None:
        low, high = reading.canonical
        assert low <= high


@settings(deadline=None, max_examples=200)
@given(FIELD_KEYS, st.sampled_from([*CLAIM_KEYS, *QUALIFIERS]), ANY_TEXT)
def test_any_text_under_any_key_of_a_value(key: str, name: str, text: str) -> None:
    validate({key: {"value": "5", name: text}})


@settings(deadline=None, max_examples=300)
@given(FIELD_KEYS, ANYTHING)
def test_any_value_is_read_or_refused(key: str, value: Any) -> None:
    validate({key: value})


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from([*Vehicle.model_fields, "specs", "nothing"]), ANYTHING, max_size=5))
def test_any_identity_is_read_or_refused(data: dict[str, Any]) -> None:
    try:
        vehicle = Vehicle.model_validate({**IDENTITY, **data})
    except ValidationError as error:
        str(error)  # which pydantic makes only now
        return
    assert vehicle.name.startswith(vehicle.make)


def test_nesting_without_end_is_refused() -> None:
    nested: Any = []
    for _ in range(5000):
        nested = [nested]
    assert validate({"length": nested}) is None
    assert validate({"length": {"value": nested}}) is None
    table: Any = {}
    for _ in range(5000):
        table = {"value": table}
    assert validate({"length": table}) is None


@pytest.mark.parametrize(
    "number",
    [16**30_000, -(16**30_000), 10**20, float("inf"), float("nan")],
    ids=["huge", "huge negative", "large", "infinite", "none"],
)
def test_numbers_that_cannot_be_printed_are_not(number: float) -> None:
    for key in ("value", "source", "status", "note", "preferred"):
        assert validate({"length": {"value": "5 m", key: number}}) is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("0 mpg(US)", "fuel_consumption"),
        ("0-30 mpg(US)", "fuel_consumption"),
        ("90 °", "gradeability"),
        ("0 km/L", "fuel_consumption"),
    ],
)
def test_numbers_that_cannot_be_converted_are_refused(text: str, field: str, build: Build) -> None:
    """They would be loaded, and fail in the first comparison."""
    with pytest.raises(ValidationError):
        build(**{field: text})


def test_every_problem_of_every_claim_is_told_with_its_place(build: Build) -> None:
    with pytest.raises(ValidationError) as error:
        build(length=["5 m", {"value": "5 mmm", "status": "gone", "colour": "red"}, {"value": "6"}])
    found = problems(error.value)
    assert [(index, at) for index, at, _ in found] == [(1, "colour"), (1, "status"), (1, "value"), (2, "value")]
    assert all(message in str(error.value) for _, _, message in found)


def test_a_single_value_has_no_index(build: Build) -> None:
    with pytest.raises(ValidationError) as error:
        build(length="5 mmm")
    assert [(index, at) for index, at, _ in problems(error.value)] == [(None, "value")]


@pytest.mark.parametrize(
    ("claim", "at", "message"),
    [
        ({"value": "5 m", "preferred": "yes"}, "preferred", "must be true or false, without quotes, not a text"),
        ({"value": "5 m", "accept": {"a": " "}}, "accept", "each accepted code needs a written reason"),
        (
            {"value": "5 m", "source": ["a"]},
            "source",
            "must be a text in quotes, not a list; several go in sources = [...]",
        ),
        ({"value": "5 m", "note": "x" * 2001}, "note", "2,001 characters; at most 2,000"),
        ({"value": "5 m", "market": "EUROPE"}, "market", "cannot read 'EUROPE': not a value of market"),
        ({"value": "5 m", "date": "soon"}, "date", "cannot read 'soon': not a date"),
        ({"value": "5 m", "date": ""}, "date", "is empty; leave it out"),
        ({"value": "5 m", "read_as": "5 mm"}, "read_as", "needs a note"),
        ({"value": "5 m", "status": "derived"}, "status", "a derived value needs a note"),
        ({"value": "5 m", "rating": "peak"}, "rating", "not a qualifier of length, which has none"),
        ({"status": "not published", "value": "5 m"}, "value", 'a value stands beside status = "not published"'),
        ({"note": "x"}, "value", "has no value"),
        ({"value": datetime.date(2024, 3, 24)}, "value", 'must be a text in quotes, not a bare date: "2024-03-24"'),
        ({"value": 5}, "value", 'must be a text in quotes, not a number, with the published unit, such as "5 mm"'),
        ({"value": "1" * 161}, "value", "cannot read '" + "1" * 57 + "...': longer than 160 characters"),
    ],
)
def test_a_claim_says_what_is_wrong(claim: dict[str, Any], at: str, message: str, build: Build) -> None:
    with pytest.raises(ValidationError) as error:
        build(length=claim)
    ((index, where, text),) = problems(error.value)
    assert (index, where) == (None, at)
    assert text.startswith(message)


@pytest.mark.parametrize(
    ("field", "text", "read"),
    [
        ("battery_chemistry", "lfp", "LFP"),
        ("battery_chemistry", "NMC ,  lfp", "NMC, LFP"),
        ("charge_port", "ccs2", "CCS2"),
        ("tyres", "215/60  R17", "215/60 R17"),
        ("start_of_production", "1970–1975", "1970-1975"),
        ("drive", "  front   wheels ", "front wheels"),
    ],
)
def test_texts_are_normalized_and_the_print_is_kept(field: str, text: str, read: str, build: Build) -> None:
    (claim,) = build(**{field: text}).claims(field)
    assert (claim.published, claim.text, claim.reading) == (text.strip(), read, None)


def test_an_empty_list_is_no_field(build: Build) -> None:
    with pytest.raises(ValidationError, match="an empty list; leave the field out"):
        build(length=[])


def test_claims_pass_as_they_are(build: Build) -> None:
    length = build(length="5 m").length
    assert validate_claims(FIELDS["length"].spec, "length", length) is length


@pytest.mark.parametrize(
    ("value", "word", "text"),
    [
        (True, "true or false", None),
        (5, "a number", '"5"'),
        (5.5, "a number", '"5.5"'),
        (float("inf"), "a number", None),
        (10**15, "a number", None),
        ("x", "a text", None),
        ([], "a list", None),
        ((), "a list", None),
        ({}, "a table", None),
        (datetime.date(2024, 3, 24), "a bare date", '"2024-03-24"'),
        (datetime.datetime(2024, 3, 24, 1, 2), "a bare date", '"2024-03-24T01:02:00"'),
        (datetime.time(1, 2), "a bare date", None),
        (b"x", "a bytes", None),
    ],
)
def test_what_a_value_is_in_words(value: Any, word: str, text: str | None) -> None:
    assert what_it_is(value) == word
    assert quoted(value) == text


@pytest.mark.parametrize(
    ("value", "shown"), [("x", "'x'"), ("x" * 61, "'" + "x" * 57 + "...'"), (3, "3"), (True, "true"), ([], "a list")]
)
def test_an_excerpt_is_short(value: Any, shown: str) -> None:
    assert excerpt(value) == shown


def test_a_date_for_a_validator() -> None:
    assert checked_date(None) is None
    assert checked_date("1970–1975") == "1970-1975"
    with pytest.raises(ValueError, match="not a date"):
        checked_date("soon")

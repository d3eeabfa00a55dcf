"""What a vehicle takes from its file for every claim, and what it gives to those who ask."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from catalog.model import FIELDS, IDENTITY, Record, Status, Vehicle
from tests.model.conftest import Build

DATA = {"id": "acme-van", "make": "Acme", "model": "Van", "vehicle_type": "van"}


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("5 m", ("brochure", "site")),
        ({"value": "5 m"}, ("brochure", "site")),
        ({"value": "5 m", "source": "press"}, ("press",)),
        ({"value": "5 m", "sources": ["press", "blog"]}, ("press", "blog")),
        ({"value": "5 m", "source": "press", "sources": ["blog", "press"]}, ("press", "blog")),
        ({"status": "not published"}, ("brochure", "site")),
    ],
)
def test_a_value_without_sources_has_those_of_the_file(claim: Any, sources: tuple[str, ...], build: Build) -> None:
    for written in (claim, [claim], ["1 m", claim]):
        assert build({"sources": ["brochure", "site"]}, length=written).length[-1].sources == sources


def test_a_value_without_any_source_does_not_load(build: Build) -> None:
    for written in ("5 m", {"value": "5 m"}, {"value": "5 m", "sources": []}, {"status": "not published"}):
        with pytest.raises(ValidationError, match="no source"):
            build({"sources": []}, length=written)
    with pytest.raises(ValidationError, match="no source"):
        build(length={"value": "5 m", "sources": []})  # its own empty list stands against the file's default


@pytest.mark.parametrize(
    ("markets", "own", "market"),
    [
        (["US"], None, "US"),
        (["US"], "GB", "GB"),
        (["US", "GB"], None, None),
        (["US", "GB"], "GB", "GB"),
        ([], None, None),
    ],
)
def test_the_only_market_of_a_file_is_that_of_its_values(
    markets: list[str], own: str | None, market: str | None, build: Build
) -> None:
    claim = {"value": "30 mpg(US)", **({"market": own} if own else {})}
    assert build({"markets": markets}, fuel_consumption=claim).fuel_consumption[0].market == market


@pytest.mark.parametrize(
    ("market", "field", "text", "symbol"),
    [
        ("US", "fuel_consumption", "30 mpg", "mpg(US)"),
        ("GB", "fuel_consumption", "30 mpg", "mpg(UK)"),
        ("US", "price", "$ 45000", "USD"),
        ("AU", "price", "$ 45000", "AUD"),
        ("SE", "price", "45000 kr", "SEK"),
    ],
)
def test_the_market_settles_what_a_spelling_means(
    market: str, field: str, text: str, symbol: str, build: Build
) -> None:
    (claim,) = build({"markets": [market]}, **{field: text}).claims(field)
    assert claim.reading is not None
    assert claim.reading.unit.symbol == symbol
    with pytest.raises(ValidationError, match="which"):
        build({"markets": [market, "FR"]}, **{field: text})


def test_the_market_is_part_of_a_definition_where_a_field_says_so(build: Build) -> None:
    vehicle = build({"markets": ["DE"]}, price="EUR 45000", length="5 m")
    assert vehicle.price[0].definition == (("currency", "EUR"), ("market", "DE"))
    assert vehicle.length[0].definition == ()
    assert vehicle.length[0].market == "DE"


def test_qualifiers_are_in_the_order_of_the_field_and_the_spelling_of_the_vocabulary(build: Build) -> None:
    (claim,) = build(range={"phase": "City", "value": "300 km", "procedure": " WLTP "}).range
    assert claim.definition == (("procedure", "wltp"), ("phase", "city"))


def test_everything_that_a_claim_says_is_kept(build: Build) -> None:
    (claim,) = build(
        motor_power={
            "value": "154 hp",
            "read_as": "154 PS",
            "note": " a German sheet ",
            "published_as": "output",
            "applies_to": "long version",
            "market": "DE",
            "date": "2024-Q1",
            "doubt": "too high",
            "preferred": True,
            "accept": {"gap": "looked at"},
            "status": "converted",
            "rating": "peak",
            "source": "press",
        }
    ).motor_power
    assert claim.published == "154 hp"
    assert claim.reading is not None
    assert claim.reading.unit.symbol == "PS"
    assert (claim.text, claim.read_as, claim.note, claim.published_as) == (
        "154 PS",
        "154 PS",
        "a German sheet",
        "output",
    )
    assert (claim.applies_to, claim.market, claim.date, claim.doubt) == ("long version", "DE", "2024-Q1", "too high")
    assert (claim.preferred, claim.accepted, claim.status) == (True, {"gap": "looked at"}, Status.CONVERTED)
    assert (claim.definition, claim.sources, claim.field) == ((("rating", "peak"),), ("press",), "motor_power")


def test_a_field_that_is_not_listed_is_empty(build: Build) -> None:
    vehicle = build()
    assert all(vehicle.claims(key) == () for key in FIELDS)
    with pytest.raises(KeyError):
        vehicle.claims("nothing")


def test_a_record_holds_the_identity_and_the_fields_that_are_known(build: Build) -> None:
    vehicle = build({"version": "L2", "markets": ["DE"], "rest": "not published"}, length="5 m")
    record = vehicle.record()
    assert {name: getattr(record, name) for name in IDENTITY} == {name: getattr(vehicle, name) for name in IDENTITY}
    assert dict(record.claims) == {"length": vehicle.length}
    assert record.name == vehicle.name == "Acme Van, L2"
    assert build().name == "Acme Van"


def test_identity_and_the_record_have_the_same_names() -> None:
    assert set(IDENTITY) | {"claims"} == set(Record.__slots__)
    assert not set(IDENTITY) & set(FIELDS)


def test_a_vehicle_cannot_be_changed(build: Build) -> None:
    with pytest.raises(ValidationError):
        build().make = "Other"  # type: ignore[misc]


@pytest.mark.parametrize("data", [None, 5, "text", [], {"specs": 5}, {"specs": []}, {"specs": {1: "x"}}, {1: 2}])
def test_what_is_no_vehicle_is_a_validation_error(data: Any) -> None:
    with pytest.raises(ValidationError):
        Vehicle.model_validate({**DATA, **data} if isinstance(data, dict) else data)


def test_claims_that_are_made_already_pass(build: Build) -> None:
    length = build(length=["5 m", "6 m"]).length
    assert build(length=length).length is length
    assert Vehicle.model_validate({**DATA, "length": length}).length is length

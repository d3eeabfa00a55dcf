"""Claims as Python users meet them: shown, quantity, to()."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import CatalogError, NoSingleValue, NotConvertible, ReadingError
from catalog.model import Claims, Status, Vehicle
from catalog.units import Bound
from catalog.units.kinds.money import CURRENCIES
from tests.model.conftest import Build


def test_a_quantity_has_the_published_unit(build: Build) -> None:
    payload = build(payload="2.7 t").payload
    assert payload.quantity.magnitude == 2.7
    assert str(payload.quantity.units) == "metric_ton"
    assert payload.to("kg").magnitude == 2700
    assert payload.to("lb").magnitude == pytest.approx(2700 / 0.45359237, rel=1e-15)
    assert payload.shown.to("lb") == payload.to("lb")


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("30 mpg(US)", "L/100 km", 100 * 3.785411784 / (30 * 1.609344)),
        ("30 mpg(UK)", "L/100 km", 100 * 4.54609 / (30 * 1.609344)),
        ("8 L/100 km", "mpg(US)", 100 * 3.785411784 / (8 * 1.609344)),
        ("8 L/100 km", "mpg(UK)", 100 * 4.54609 / (8 * 1.609344)),
        ("12.5 km/L", "L/100 km", 8),
        ("8 L/100 km", "km/L", 12.5),
    ],
)
def test_reciprocal_units_are_converted_by_the_reciprocal(text: str, unit: str, expected: float, build: Build) -> None:
    assert build(fuel_consumption=text).fuel_consumption.to(unit).magnitude == pytest.approx(expected, rel=1e-12)


@settings(deadline=None)
@given(st.decimals("0.5", "99", places=1))
def test_reciprocal_units_come_back(value: object) -> None:
    vehicle = Vehicle.model_validate(
        {
            "id": "a-b",
            "make": "A",
            "model": "B",
            "vehicle_type": "car",
            "sources": ["x"],
            "specs": {"fuel_consumption": f"{value} mpg(US)"},
        }
    )
    converted = vehicle.fuel_consumption.to("L/100 km").magnitude
    assert 100 * 3.785411784 / 1.609344 / converted == pytest.approx(float(str(value)), rel=1e-12)


def test_the_shown_claim_is_the_first_with_a_value(build: Build) -> None:
    length = build(length=[{"status": "not published"}, "5 m", "6 m"]).length
    assert length.shown.published == "5 m"
    assert length.quantity.magnitude == 5
    assert [claim.published for claim in length] == ["", "5 m", "6 m"]


@pytest.mark.parametrize(
    "specs", [{}, {"length": {"status": "not published"}}, {"length": {"status": "not applicable"}}]
)
def test_without_a_value_there_is_no_quantity(specs: dict[str, object], build: Build) -> None:
    length = build(**specs).length
    for action in (lambda: length.shown, lambda: length.quantity, lambda: length.to("m")):
        with pytest.raises(LookupError, match="no value is known"):
            action()


def test_what_is_no_number_has_no_quantity(build: Build) -> None:
    chemistry = build(battery_chemistry="LFP").battery_chemistry
    assert chemistry.shown.text == "LFP"
    for action in (lambda: chemistry.quantity, lambda: chemistry.to("kg"), lambda: chemistry.shown.number):
        with pytest.raises(NoSingleValue, match=r"battery_chemistry \(LFP\): holds no number"):
            action()


def test_a_unit_that_does_not_fit_is_refused_with_those_that_do(build: Build) -> None:
    payload = build(payload="1230 kg").payload
    with pytest.raises(ReadingError, match="kWh measures energy, and this is a mass; write kg"):
        payload.to("kWh")
    with pytest.raises(ReadingError, match="is not a unit of mass"):
        payload.to("blob")


def test_an_interval_and_a_list_are_not_one_number(build: Build) -> None:
    """The low end of a span is not its value: it has to be asked for."""
    vehicle = build(payload="2.5-3 t", battery_energy="37/74/111 kWh", length="up to 6 m")
    for claims in (vehicle.payload, vehicle.battery_energy):
        with pytest.raises(NoSingleValue, match=r"take \.low and \.high"):
            _ = claims.quantity
        with pytest.raises(NoSingleValue, match=r"take \.low and \.high"):
            claims.to("kg")
    payload, energy = vehicle.payload.shown, vehicle.battery_energy.shown
    assert (payload.low.magnitude, payload.high.magnitude) == (2.5, 3)
    assert (energy.low.magnitude, energy.high.magnitude) == (37, 111)
    assert (vehicle.length.quantity.magnitude, vehicle.length.shown.bound) == (6, Bound.UP_TO)


def test_claims_show_the_published_texts(build: Build) -> None:
    assert repr(build(length=["5 m", "6 m"]).length) == "Claims('5 m', '6 m')"
    assert repr(Claims()) == "Claims()"
    assert Claims() == ()


@pytest.mark.parametrize(
    ("field", "first", "second", "same"),
    [
        ("length", "5 m", "5000 mm", True),
        ("length", "5 m", "5.0 m", True),
        ("length", "5 m", "5001 mm", False),
        ("length", "5 m", "up to 5 m", False),
        ("length", "4-5 m", "4000-5000 mm", True),
        ("length", "4-5 m", "4-6 m", False),
        ("price", "EUR 5", "USD 5", False),
        ("price", "EUR 5000", "5 k EUR", True),
        ("battery_supplier", "CATL", "catl", True),
        ("battery_supplier", "CATL", "BYD", False),
        ("fuel_consumption", "8 L/100 km", "12.5 km/L", True),
    ],
)
def test_same_value(field: str, first: str, second: str, same: bool, build: Build) -> None:
    one, two = build(**{field: [first, second]}).claims(field)
    assert one.same_value(two) is same
    assert two.same_value(one) is same
    assert one.same_value(one)


def test_only_two_statuses_have_no_value() -> None:
    assert [status.value for status in Status if not status.has_value] == ["not published", "not applicable"]


@pytest.mark.parametrize("code", CURRENCIES)
def test_each_currency_is_a_definition_of_its_own(code: str, build: Build) -> None:
    other = "EUR" if code != "EUR" else "USD"
    one, two = build(price=[f"{code} 45000", {"value": f"45 k {other}", "tax": "excluded"}]).price
    assert one.definition == (("currency", code),)
    assert two.definition == (("currency", other), ("tax", "excluded"))
    assert not one.same_value(two)
    with pytest.raises(NotConvertible, match=f"money {code} is not money {other}"):
        one.to(other)
    assert one.to(f"k {code}").magnitude == 45000  # pint has no thousands of a currency; the unit is one of it


def test_every_error_of_a_claim_is_of_a_known_kind(build: Build) -> None:
    with pytest.raises((CatalogError, LookupError, ValueError)):
        build(price="EUR 5").price.to("kg")

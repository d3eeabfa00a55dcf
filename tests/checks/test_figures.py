"""What a published text leaves possible, which claims belong together, and how numbers are put."""

from __future__ import annotations

from fractions import Fraction

import pytest

from catalog.checks.figures import (
    covers,
    numeric,
    partners,
    possible,
    said,
    shown_span,
    stated,
    together,
    unmatched,
)
from catalog.checks.span import INFINITE, Span
from catalog.model import Claim
from tests.checks.conftest import vehicle


def masses(*values: dict[str, str] | str) -> tuple[Claim, ...]:
    return numeric(vehicle(gross_vehicle_mass=list(values)), "gross_vehicle_mass")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4495 kg", "4494.5", "4495.5"),
        ("7.5 t", "7450", "7550"),
        ("2.5-3 t", "2450", "3500"),
        ("up to 3 t", "0", "3500"),
        ("about 1000 kg", "899.55", "1100.55"),
    ],
)
def test_what_a_text_leaves_possible(text: str, low: str, high: str) -> None:
    (claim,) = masses(text)
    assert possible(claim, "kg") == Span(Fraction(low), Fraction(high))


def test_a_lower_bound_is_open_above() -> None:
    (claim,) = masses("at least 3 t")
    assert possible(claim, "kg").high == INFINITE
    assert stated(claim, "kg") == Span.of(3000)


def test_a_bound_turns_round_with_a_reciprocal_unit() -> None:
    pickup = vehicle(fuel_consumption="up to 30 mpg(US)", vehicle_type="pickup", powertrain="diesel")
    (claim,) = numeric(pickup, "fuel_consumption")
    assert possible(claim, "L/100 km").high == INFINITE


def test_a_zero_is_no_figure() -> None:
    assert not masses("0 kg", "0-3 t")


def test_partners_are_those_of_the_own_source_if_there_are_any() -> None:
    own, other = masses("3500 kg", {"value": "4250 kg", "source": "two"})
    (kerb,) = numeric(vehicle(kerb_mass="2500 kg"), "kerb_mass")
    assert partners(kerb, (other, own)) == (own,)
    assert partners(kerb, (other,)) == (other,)


def test_claims_of_variants_and_markets() -> None:
    whole, chassis, us, eu = masses(
        "3500 kg",
        {"value": "4 t", "applies_to": "chassis"},
        {"value": "9000 lb", "market": "US"},
        {"value": "4 t", "market": "EU"},
    )
    assert covers(whole, chassis)
    assert not covers(chassis, whole)
    assert together((whole, chassis, us))
    assert not together((us, eu))


def test_a_misfit_is_reported_once() -> None:
    high = masses("3500 kg", "3400 kg")
    (low,) = numeric(vehicle(kerb_mass="3600 kg"), "kerb_mass")
    assert list(unmatched((low,), high, lambda one, other: False)) == [(low, high[0])]


def test_a_value_in_a_message() -> None:
    (claim,) = numeric(vehicle(range={"value": "317 km", "procedure": "wltp", "applies_to": "L3"}), "range")
    assert said(claim) == "range 317 km (wltp, L3)"


@pytest.mark.parametrize(
    ("span", "text"), [(Span.of(195), "195 kg"), (Span.of(-42, Fraction(-401, 10)), "-42 to -40.1 kg")]
)
def test_a_computed_span_in_a_message(span: Span, text: str) -> None:
    assert shown_span(span, "kg") == text


def test_arithmetic_of_spans_keeps_every_possible_result() -> None:
    one, other = Span.of(2, 3), Span.of(10, 20)
    assert one + other == Span.of(12, 23)
    assert other - one == Span.of(7, 18)
    assert one * other == Span.of(20, 60)
    assert other / one == Span(Fraction(10, 3), Fraction(10))
    assert (one / Span.of(0)).high == INFINITE

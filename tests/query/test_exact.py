"""Exact numbers are what ``fractions`` says they are."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.query.exact import Exact
from catalog.query.quantities import converted
from catalog.units import KINDS, Form, convert

NUMBERS = st.fractions(min_value=-(10**12), max_value=10**12)
OPERATIONS: list[Callable[[Any, Any], Any]] = [operator.add, operator.sub, operator.mul, operator.truediv]
COMPARISONS = [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]


def exact(value: Fraction) -> Exact:
    return Exact(value.numerator, value.denominator)


@given(one=NUMBERS, other=NUMBERS)
def test_it_calculates_as_fractions_do(one: Fraction, other: Fraction) -> None:
    for operation in OPERATIONS:
        if operation is operator.truediv and not other:
            with pytest.raises(ZeroDivisionError):
                operation(exact(one), exact(other))
            continue
        assert operation(exact(one), exact(other)) == operation(one, other)
    for comparison in COMPARISONS:
        assert comparison(exact(one), exact(other)) == comparison(one, other)
    changed: list[tuple[object, object]] = [
        (-exact(one), -one),
        (abs(exact(one)), abs(one)),
        (bool(exact(one)), bool(one)),
    ]
    assert all(mine == theirs for mine, theirs in changed)
    assert float(exact(one)) == float(one)
    assert hash(exact(one)) == hash(exact(one) + 0)


@given(numerator=st.integers(), denominator=st.integers().filter(bool))
def test_it_is_in_lowest_terms(numerator: int, denominator: int) -> None:
    found, expected = Exact(numerator, denominator), Fraction(numerator, denominator)
    assert (found.numerator, found.denominator) == (expected.numerator, expected.denominator)


def test_nothing_is_divided_by_zero() -> None:
    for numerator in (0, 1):
        with pytest.raises(ZeroDivisionError):
            Exact(numerator, 0)


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_text(value: Decimal) -> None:
    assert Exact.of(f"{value:f}") == Fraction(value)


@given(number=NUMBERS, draw=st.data())
def test_units_are_converted_as_exactly(number: Fraction, draw: st.DataObject) -> None:
    kind = KINDS[draw.draw(st.sampled_from([name for name in KINDS if name != "money"]))]
    source, target = (draw.draw(st.sampled_from(kind.units)) for _ in range(2))
    if Form.TANGENT in (source.form, target.form):
        number = abs(number) % 80
    if number or Form.RECIPROCAL not in (source.form, target.form):
        try:
            expected = convert(number, source, target)
        except ZeroDivisionError:
            return
        assert converted(exact(number), source, target) == expected

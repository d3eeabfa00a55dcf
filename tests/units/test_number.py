"""Numbers as print has them: grouping, decimal comma, fractions; two readings are refused, not guessed."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import number
from tests.units.tools import cases, law, outcome, printed_numbers


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    cases(
        ("0", "0", 0),
        ("7", "7", 0),
        ("007", "7", 0),
        ("5995", "5995", 0),
        ("5995.5", "5995.5", 1),
        ("5995,5", "5995.5", 1),
        ("7.50", "7.50", 2),
        ("0.995", "0.995", 3),  # nothing is grouped after a zero
        ("0,995", "0.995", 3),
        ("1234.567", "1234.567", 3),  # four digits before the sign cannot be a group
        ("5 995", "5995", 0),
        ("5'995", "5995", 0),
        ("5’995", "5995", 0),
        ("1 234 567", "1234567", 0),
        ("1 234,5", "1234.5", 1),
        ("1 234.567", "1234.567", 3),
        ("1,234.5", "1234.5", 1),
        ("1.234,5", "1234.5", 1),
        ("1,234,567", "1234567", 0),
        ("1.234.567", "1234567", 0),
        ("1,234,567.89", "1234567.89", 2),
        ("1.234.567,89", "1234567.89", 2),
        ("1/2", "0.5", 1),
        ("1 1/2", "1.5", 1),
        ("1 1⁄2", "1.5", 1),
        ("3/4", "0.75", 1),
        ("11/16", "0.6875", 2),
        ("63/64", "0.984375", 2),
        ("٥٩٩٥", "5995", 0),  # Arabic digits
        ("99999999999999999999", "99999999999999999999", 0),
    ),
)
def test_read(text: str, value: str, decimals: int) -> None:
    """Each way to print a number has one value and one count of decimals."""
    assert number.parse(text) == (Decimal(value), decimals)


@pytest.mark.parametrize(
    ("text", "reason", "choices"),
    cases(
        ("5.995", "either a decimal sign or groups thousands", ("5995", "5.9950")),
        ("5,995", "either a decimal sign or groups thousands", ("5995", "5.9950")),
        ("12,000", "either a decimal sign or groups thousands", ("12000", "12.0000")),
        ("", "not a number", ()),
        ("abc", "not a number", ()),
        ("-5", "not a number", ()),
        ("+5", "not a number", ()),
        ("5.", "not a number", ()),
        (".5", "not a number", ()),
        ("1e5", "not a number", ()),
        ("nan", "not a number", ()),
        ("Infinity", "not a number", ()),
        ("1_000", "not a number", ()),
        ("0x10", "not a number", ()),
        ("5 99", "grouped in threes", ()),
        ("5 9955", "grouped in threes", ()),
        ("12,34,567", "grouped in threes", ()),  # Indian grouping
        ("1,234.567,8", "grouped in threes", ()),
        ("1.234.5", "grouped in threes", ()),
        ("1,23.4", "grouped in threes", ()),
        ("1 234 56", "grouped in threes", ()),
        (" 5", "not a number", ()),
        ("01.5", "does not start with 0", ()),
        ("0 995", "does not start with 0", ()),
        ("012,345,678", "does not start with 0", ()),
        ("1/3", "denominator of 2, 4, 8, 16, 32 or 64", ()),
        ("3/2", "denominator of 2, 4, 8, 16, 32 or 64", ()),
        ("1/0", "denominator of 2, 4, 8, 16, 32 or 64", ()),
        ("100000000000000000000", "more than 20 digits", ()),
    ),
)
def test_refused(text: str, reason: str, choices: tuple[str, ...]) -> None:
    """What two readings fit, or none, is refused and says why."""
    with pytest.raises(ReadingError) as caught:
        number.parse(text)
    assert caught.value.text == text
    assert reason in caught.value.reason
    assert caught.value.choices == choices


@pytest.mark.parametrize(
    ("text", "max_decimals", "value"),
    cases(
        ("80,000", 0, "80000"),  # a count has no decimals
        ("80.000", 0, "80000"),
        ("45.000", 2, "45000"),  # a price has at most two
        ("45.50", 2, "45.50"),
        ("45,5", 2, "45.5"),
        ("1.234,50", 2, "1234.50"),
    ),
)
def test_decimals_of_the_kind_settle_the_sign(text: str, max_decimals: int, value: str) -> None:
    """Where a kind has few decimals, three digits after the sign are a group."""
    assert number.parse(text, max_decimals)[0] == Decimal(value)


@pytest.mark.parametrize(
    ("text", "max_decimals", "reason"),
    cases(
        ("2.5", 0, "at most 0 decimals"),
        ("0.995", 2, "at most 2 decimals"),
        ("45.1234", 2, "at most 2 decimals"),
        ("2 1/2", 0, "no fractions"),
    ),
)
def test_decimals_that_a_kind_cannot_have(text: str, max_decimals: int, reason: str) -> None:
    """A count of 2.5 and a price of 45.1234 are refused."""
    with pytest.raises(ReadingError, match=reason):
        number.parse(text, max_decimals)


@law
@given(printed_numbers())
def test_every_way_of_printing_a_number_gives_the_number(printed: tuple[str, Decimal, int]) -> None:
    """Plain, grouped with each sign, with point or comma: the value and its decimals come back."""
    text, value, decimals = printed
    assert number.parse(text) == (value, decimals)


@law
@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"))
def test_one_group_or_three_decimals_is_refused_with_both(whole: int, rest: int, sign: str) -> None:
    """A single sign before three digits is never guessed, and both choices are read as what they mean."""
    with pytest.raises(ReadingError) as caught:
        number.parse(f"{whole}{sign}{rest:03}")
    as_group, as_decimal = (number.parse(choice)[0] for choice in caught.value.choices)
    assert as_group == 1000 * whole + rest
    assert as_decimal == whole + Decimal(rest) / 1000


@law
@given(st.integers(0, 999), st.sampled_from([2, 4, 8, 16, 32, 64]), st.data())
def test_a_fraction_of_an_inch_is_exact(whole: int, denominator: int, data: st.DataObject) -> None:
    """n/d with a denominator of the rule is exactly that fraction."""
    numerator = data.draw(st.integers(1, denominator - 1))
    value, _ = number.parse(f"{whole} {numerator}/{denominator}")
    assert Fraction(value) == whole + Fraction(numerator, denominator)


@law
@given(st.text("0123456789", min_size=1, max_size=20), st.integers(1, 5))
def test_the_callers_decimal_context_changes_nothing(digits: str, precision: int) -> None:
    """No digit is lost where the caller has set a low precision."""
    texts = (digits, f"{digits[:18]} 1/2")
    expected = [number.parse(text) for text in texts]
    with localcontext() as context:
        context.prec = precision
        assert [number.parse(text) for text in texts] == expected


@law
@given(st.text(), st.sampled_from([None, 0, 2]))
def test_any_text_is_a_number_or_a_reading_error(text: str, max_decimals: int | None) -> None:
    """No text raises anything else, and what is read is finite and not negative."""
    answer = outcome(lambda: number.parse(text, max_decimals))
    if isinstance(answer, ReadingError):
        assert str(answer)
        return
    value, decimals = answer
    assert value.is_finite()
    assert value >= 0
    assert 0 <= decimals <= number.MAX_DIGITS


@law
@given(st.text("0123456789 .,/'", max_size=24))
def test_what_is_read_has_the_digits_of_the_text(text: str) -> None:
    """A number without a fraction keeps every digit that was written, in order."""
    assume("/" not in text)
    answer = outcome(lambda: number.parse(text))
    assume(not isinstance(answer, ReadingError))
    value, decimals = number.parse(text)
    written = "".join(character for character in text if character.isdigit())
    assert f"{value:f}".replace(".", "").lstrip("0") == written.lstrip("0")
    assert max(0, -int(value.as_tuple().exponent)) == decimals


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 10_000, id="10k digits"),
        pytest.param("1" + ",000" * 3_000, id="3k groups"),
        pytest.param("1" + " 000" * 3_000, id="3k spaced groups"),
        pytest.param("1/" * 10_000 + "2", id="10k fractions"),
        pytest.param("0." + "0" * 1_000_000, id="1 MB decimals"),
        pytest.param("," * 1_000_000, id="1 MB commas"),
        pytest.param("x" * 1_000_000, id="1 MB letters"),
    ],
)
def test_hostile_numbers_are_refused(text: str) -> None:
    """However long the text, the answer is a short refusal."""
    with pytest.raises(ReadingError) as caught:
        number.parse(text)
    assert len(str(caught.value)) < 400

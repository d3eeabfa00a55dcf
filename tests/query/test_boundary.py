"""A threshold in any unit keeps exactly the values on its side: 5,000 cases, none wrong.

Half of the thresholds are the stored value itself, said in another unit; the others lie a few digits beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from fractions import Fraction
from operator import ge, gt, le, lt
from random import Random

from catalog.model import FIELDS, FieldInfo
from catalog.query import compile_query
from catalog.units import Form, Unit, convert, plain, to_decimal
from tests.query.samples import SCHEMA

CASES = 5000
COMPARISONS: dict[str, Callable[[Fraction, Fraction], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}


def written(value: Fraction, source: Random) -> str | None:
    """``value`` to its last digit, where it has one within 19 digits; else, and now and then, a number near it.

    A number near it has 9 digits: of two that differ only after 17, a float cannot tell which is which.
    """
    digits = next((digits for digits in range(16) if (value * 10**digits).denominator == 1), None)
    if digits is None or source.random() < 0.3:
        digits = source.randint(2, 9) - len(str(int(value)))
    text = plain(to_decimal(value, digits))
    if text.partition(".")[2].isdecimal() and len(text.partition(".")[2]) == 3:
        text += "0"  # a point before three digits could group thousands
    return text if len(text) <= 20 and float(text) > 0 else None


def cases(source: Random) -> Iterator[tuple[FieldInfo, Fraction, Unit, str, Unit]]:
    """A field, a value of it in a unit, and a threshold in another (or the same) unit."""
    fields = [info for info in FIELDS.values() if info.spec.numeric and info.spec.kind not in ("money", "grade")]
    kinds = sorted({info.spec.kind for info in fields if len(info.spec.quantity_kind.units) > 1})
    while True:
        kind = source.choice(kinds)
        info = source.choice([info for info in fields if info.spec.kind == kind])
        units = info.spec.quantity_kind.units
        unit, other = source.choice(units), source.choice(units)
        value = Fraction(source.randint(1, 10 ** source.randint(1, 6)), 10 ** source.randint(0, 3))
        threshold = written(convert(value, unit, other), source)
        if threshold is not None:
            yield info, value, unit, threshold, other


def test_no_threshold_loses_or_gains_a_value() -> None:
    connection = sqlite3.connect(":memory:")
    wrong: list[str] = []
    equal = reciprocal = 0
    for _, (info, value, unit, threshold, other) in zip(range(CASES), cases(Random(1)), strict=False):
        exact = convert(value, unit, other)
        stored = float(convert(value, unit, info.spec.quantity_kind.canonical))
        equal += exact == Fraction(threshold)
        reciprocal += other.form is Form.RECIPROCAL
        for operator, holds in COMPARISONS.items():
            query = compile_query(f"{info.key} {operator} {threshold} {other.symbol}", SCHEMA)
            text = f"select 1 from (select ? as {info.key}_low, ? as {info.key}_high) as vehicles where {query.where}"
            found = connection.execute(text, (stored, stored, *query.parameters)).fetchone() is not None
            if found != holds(exact, Fraction(threshold)):
                wrong.append(f"{value} {unit}: {query.text}")
    connection.close()
    assert wrong == []
    assert equal > 1000  # the sample holds many exact boundaries, and reciprocal units
    assert reciprocal > 100

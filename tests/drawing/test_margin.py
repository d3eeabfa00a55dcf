"""By how much: with no more digits than were published."""

from __future__ import annotations

import pytest

from catalog.drawing.margin import by, in_unit
from catalog.drawing.measure import measured
from catalog.model.fields import FIELDS
from catalog.wording import Heads, UnitChoice
from tests.drawing.conftest import Make


@pytest.mark.parametrize(
    ("height", "units", "said"),
    [
        ("3140 mm", "metric", "1040 mm"),
        ("3140 mm", "us", "40.9 in"),
        ("3140 mm", "si", "1.040 m"),
        ("3.1 m", "metric", "1000 mm"),
        ("3 m", "metric", ""),
        ("5 m", "metric", "3000 mm"),
        ("about 3.1 m", "metric", "about 1000 mm"),
        ("3.1-3.4 m", "metric", "at least 1000 mm"),
        ("over 3.10 m", "metric", "at least 1000 mm"),
        ("123.6 in", "us", "40.9 in"),
        ("10 ft", "us", "40 in"),
    ],
)
def test_a_margin(make: Make, height: str, units: str, said: str) -> None:
    measure = measured(make("one", height=height), "height", UnitChoice(units), Heads(FIELDS.values()))
    assert measure is not None
    assert by(measure, 2100).replace("\u00a0", " ") == said


def test_a_size_that_rounds_to_nothing_is_not_said() -> None:
    assert in_unit(0.4, "mm") == ""
    assert in_unit(40, "mm", step=100) == ""

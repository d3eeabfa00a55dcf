"""A value in several columns: its lower end, its upper end, the word for what they are."""

from __future__ import annotations

import pytest

from catalog.datasets.cells import read_parts
from catalog.datasets.mapping import Place, settled
from catalog.datasets.template import parse
from catalog.errors import ReadingError
from catalog.units import Bound

Cells = tuple[str | None, str | None, str | None]
PLACE = Place("low", "range", parse("km"), decimal=".", high="high", bound="bound")
CONCRETE = settled("range", "km", (), None)


@pytest.mark.parametrize(
    ("cells", "bound", "canonical", "published"),
    [
        (("317", "317", None), Bound.EXACT, (317, 317), "317 km"),
        (("317", "317", "about"), Bound.ABOUT, (317, 317), "about 317 km"),
        (("100", "200", None), Bound.INTERVAL, (100, 200), "100–200 km"),
        (("100", "200", "list"), Bound.LIST, (100, 200), "100/200 km"),
        ((None, "350", None), Bound.UP_TO, (350, 350), "up to 350 km"),
        ((None, "350", "less than"), Bound.LESS_THAN, (350, 350), "less than 350 km"),
        (("440", None, None), Bound.AT_LEAST, (440, 440), "at least 440 km"),
        (("440.5", None, "more than"), Bound.MORE_THAN, (440.5, 440.5), "more than 440.5 km"),
        (("5.995", "6.1", "interval"), Bound.INTERVAL, (5.995, 6.1), "5.995–6.1 km"),
    ],
)
def test_what_cells_say(cells: Cells, bound: Bound, canonical: tuple[float, float], published: str) -> None:
    value = read_parts(PLACE, CONCRETE, *cells)
    assert value.reading is not None
    assert (value.reading.bound, value.reading.canonical, value.published) == (bound, canonical, published)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("200", "100", None), "the lower number is above the higher one"),
        (("abc", "100", None), "is no plain number"),
        ((None, None, "about"), "has no number"),
        (("100", "200", "about"), "these numbers cannot be 'about'"),
        (("100", "200", "up to"), "these numbers cannot be 'up to'"),
        (("100", "100", "uptoo"), "'uptoo' is no bound"),
    ],
)
def test_cells_that_do_not_fit_together(cells: Cells, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        read_parts(PLACE, CONCRETE, *cells)

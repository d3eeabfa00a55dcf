"""Points of the drawing: where bounds and intervals lie, in units whose order turns round as well."""

from __future__ import annotations

import pytest

from catalog.errors import NotFound
from catalog.model import FIELDS
from catalog.sheets.listing import columns_of
from catalog.web.live import Live
from catalog.web.pages import scatter as drawing
from catalog.web.pages.axis import axis
from catalog.web.pages.scatter import Choice, axes_of, choices, scatter
from catalog.wording import choose
from tests.web.conftest import HAULER, VAN

ENDLESS = 1e308


def figure(name: str, ends: tuple[float, float], unit: str) -> tuple[float, float, bool, bool]:
    (column,) = columns_of([name])
    key = name.partition("[")[0]
    low, high, open_low, open_high = drawing._figure(ends, column, choose(FIELDS, "metric", [f"{key}={unit}"]))
    return round(low, 3), round(high, 3), open_low, open_high


@pytest.mark.parametrize(
    ("ends", "unit", "expected"),
    [
        ((1000.0, 1000.0), "kg", (1000.0, 1000.0, False, False)),
        ((1000.0, 2000.0), "t", (1.0, 2.0, False, False)),
        ((0.0, 2000.0), "kg", (2000.0, 2000.0, True, False)),  # up to
        ((2000.0, ENDLESS), "kg", (2000.0, 2000.0, False, True)),  # from
    ],
)
def test_a_figure_lies_where_it_was_published(
    ends: tuple[float, float], unit: str, expected: tuple[float, float, bool, bool]
) -> None:
    assert figure("payload", ends, unit) == expected


def test_up_to_so_much_consumption_is_from_so_many_miles() -> None:
    """20 kWh/100 km and less are 3.107 mi/kWh and more; an interval keeps its lower end below."""
    assert figure("energy_consumption[wltp]", (0.0, 20.0), "mi/kWh") == (3.107, 3.107, False, True)
    assert figure("energy_consumption[wltp]", (20.0, 25.0), "mi/kWh") == (2.485, 3.107, False, False)


def test_every_axis_is_known_of_two_and_measures_one_thing(live: Live) -> None:
    with live.snapshot.reader() as reader:
        found = choices(reader, FIELDS)
        for choice in found:
            assert choice.known > 1
            view = scatter(reader, (choice.name, found[0].name), choose(FIELDS), frozenset())
            assert view.x.known == choice.known
            assert view.total == 5


def test_points_are_vehicles_with_both_figures(live: Live) -> None:
    with live.snapshot.reader() as reader:
        view = scatter(reader, ("length", "gross_vehicle_mass"), choose(FIELDS, "us"), {VAN}, [VAN])
    points = {point.id: point for point in view.points}
    assert view.both == len(points)
    assert points[VAN].chosen
    assert points[VAN].picked
    assert view.points[-1].id == VAN  # on top
    assert view.x.symbol == "in"
    assert all(view.inner[0] <= point.x.place <= view.inner[2] for point in view.points)


def test_of_very_many_only_some_are_drawn_and_the_picked_always(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST", 2)
    with live.snapshot.reader() as reader:
        view = scatter(reader, ("length", "length"), choose(FIELDS), frozenset(), [HAULER])
    assert view.every == 3
    assert view.both == 5
    assert len(view.points) < 5
    assert HAULER in {point.id for point in view.points}


@pytest.mark.parametrize("name", ["range", "range[nedc]", "make", "price"])
def test_what_is_no_figure_under_one_definition_is_refused(live: Live, name: str) -> None:
    with live.snapshot.reader() as reader, pytest.raises(NotFound):
        scatter(reader, (name, "length"), choose(FIELDS), frozenset())


def test_axes_that_are_not_asked_for_are_the_usual_or_the_best_known() -> None:
    known = [Choice("length", "Length", "Dimensions", 9), Choice("width", "Width", "Dimensions", 3)]
    usual = [*known, Choice("gross_vehicle_mass", "Gross vehicle mass", "Masses", 2)]
    assert axes_of((None, None), known) == ("length", "width")
    assert axes_of((None, None), usual) == ("gross_vehicle_mass", "length")
    assert axes_of((None, "length"), known) == ("width", "length")
    assert axes_of(("odd", None), known) == ("odd", "length")
    assert axes_of((None, None), known[:1]) is None


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (5, 5), (-3, 7), (0.001, 0.002), (1e6, 3e6), (999, 1001), (0.07, 19)]
)
def test_an_axis_holds_its_numbers_between_round_ones(low: float, high: float) -> None:
    found = axis(low, high, 100, 500)
    assert found.low <= low <= high <= found.high
    assert 2 <= len(found.ticks) <= 12
    assert 100 <= found.place(low) <= found.place(high) <= 500
    assert found.ticks[0].place == 100
    assert found.ticks[-1].place == 500

"""Outlines measure what is published, to the rounding of the coordinates."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import catalog
from catalog.drawing import DRAWN, draw, read_options
from catalog.drawing.svg import STEP
from catalog.model import Record
from tests.drawing.conftest import Make, Parsed, corners

TYPES = ("truck", "van", "pickup", "car", "bus", "coach", "tractor")
millimetres = st.integers(500, 20_000)


def tolerance(parsed: Parsed) -> float:
    """Two coordinates, each rounded by half a step, in millimetres."""
    return STEP / parsed.scale


def assert_measures(parsed: Parsed, part: str, view: str, width: float, height: float, vehicle: str) -> None:
    """``height`` of an upright view is from the ground, where the outline itself begins at its sill."""
    (outline,) = parsed.parts(part, view, vehicle)
    across, up = parsed.size(outline)
    if view in ("side", "front"):
        up = (parsed.ground(view) - min(y for _, y in corners(outline.attrib["d"]))) / parsed.scale
    assert across == pytest.approx(width, abs=tolerance(parsed))
    assert up == pytest.approx(height, abs=tolerance(parsed))


@given(
    vehicle_type=st.sampled_from(TYPES),
    body=st.sampled_from(("", "box", "flatbed", "chassis cab", "sedan", "hatchback", "panel van")),
    length=millimetres,
    width=millimetres,
    height=millimetres,
    picture=st.sampled_from((320, 375, 700, 960, 1600)),
)
def test_an_outline_has_its_published_size(
    make: Make, vehicle_type: str, body: str, length: int, width: int, height: int, picture: int
) -> None:
    record = make(
        "one", vehicle_type=vehicle_type, body=body,
        length=f"{length} mm", width=f"{width} mm", height=f"{height} mm",
    )  # fmt: skip
    parsed = Parsed(draw([record], read_options(width=picture)))
    assert_measures(parsed, "outline", "side", length, height, "one")
    assert_measures(parsed, "outline", "front", width, height, "one")
    assert_measures(parsed, "outline", "top", length, width, "one")
    assert not parsed.parts("outline-max")


@given(st.data())
def test_a_span_is_drawn_as_its_smallest_and_its_largest(make: Make, data: st.DataObject) -> None:
    spans = {name: sorted(data.draw(st.tuples(millimetres, millimetres))) for name in ("length", "width", "height")}
    texts = {name: f"{low}-{high} mm" if low < high else f"{low} mm" for name, (low, high) in spans.items()}
    parsed = Parsed(draw([make("one", **texts)]))
    (least_long, most_long), (least_wide, most_wide), (least_high, most_high) = spans.values()
    assert_measures(parsed, "outline", "side", least_long, least_high, "one")
    if (least_long, least_high) != (most_long, most_high):
        assert_measures(parsed, "outline-max", "side", most_long, most_high, "one")
    if (least_long, least_wide) != (most_long, most_wide):
        assert_measures(parsed, "outline-max", "top", most_long, most_wide, "one")


@given(wheelbase=st.integers(1500, 6000), overhang=st.none() | st.integers(300, 1500))
def test_wheels_stand_a_wheelbase_apart(make: Make, wheelbase: int, overhang: int | None) -> None:
    known = {} if overhang is None else {"overhang_front": f"{overhang} mm"}
    record = make("one", length="9 m", width="2 m", height="2.5 m", wheelbase=f"{wheelbase} mm", **known)
    drawing = draw([record])
    parsed = Parsed(drawing)
    front, rear = (float(wheel.attrib["cx"]) for wheel in parsed.parts("wheel", "side"))
    assert (rear - front) / parsed.scale == pytest.approx(wheelbase, abs=tolerance(parsed))
    (outline,) = parsed.parts("outline", "side")
    left = min(x for x, _ in corners(outline.attrib["d"]))
    before = (9000 - wheelbase) / 2 if overhang is None else overhang
    assert (front - left) / parsed.scale == pytest.approx(before, abs=tolerance(parsed))
    assert ("in the middle" in drawing.description) == (overhang is None)


def test_the_grid_is_a_metre_or_a_foot(make: Make) -> None:
    record = make("one", length="6 m", width="2 m", height="2.5 m")
    for grid, step in (("m", 1000.0), ("ft", 304.8)):
        parsed = Parsed(draw([record], read_options(grid=grid)))
        lines = next(element for element in parsed.root.iter() if element.get("data-part") == "grid")
        assert float(lines.attrib["data-step"]) == step
        places = [float(part.split(" ")[0]) for part in lines.attrib["d"].split("M")[1:] if "V" in part]
        for one, other in pairwise(places):
            assert (other - one) / parsed.scale == pytest.approx(step, abs=tolerance(parsed))
    parsed = Parsed(draw([record], read_options(grid="none")))
    assert not [element for element in parsed.root.iter() if element.get("data-part") == "grid"]


def test_all_views_have_one_scale_and_the_load_bay_too(make: Make) -> None:
    record = make(
        "one", length="6 m", width="2.2 m", height="3 m", cargo_length="4170 mm", cargo_width="2100 mm",
        cargo_height="2 m",
    )  # fmt: skip
    parsed = Parsed(draw([record]))
    for view, size in (("side", (4170, 2000)), ("top", (4170, 2100))):
        (bay,) = parsed.parts("load-bay", view)
        assert parsed.size(bay) == pytest.approx(size, abs=tolerance(parsed))


def test_dimension_lines_are_as_long_as_what_they_say(make: Make) -> None:
    records = [
        make("one", length="5995 mm", wheelbase="3360 mm", width="2.2 m"),
        make("two", wheelbase="3.2-3.9 m", length="6 m", height="2 m"),
    ]
    parsed = Parsed(draw(records))
    expected = {("length", "one"): 5995, ("wheelbase", "one"): 3360, ("width", "one"): 2200, ("wheelbase", "two"): 3200}
    for (field, vehicle), size in expected.items():
        (row,) = parsed.rows(field, vehicle)
        line = next(element for element in row.iter() if element.get("data-part") == field)
        start, end = float(line.attrib["data-from"]), float(line.attrib["data-to"])
        assert (end - start) / parsed.scale == pytest.approx(size, abs=tolerance(parsed))


def shipped() -> list[Record]:
    return list(catalog.open().records.values())


def test_every_shipped_vehicle_is_drawn_to_its_figures() -> None:
    drawn = 0
    for record in shipped():
        parsed = Parsed(draw([record]))
        sizes: dict[str, Any] = {}
        for field in ("length", "height"):
            spans = [claim.span for claim in record.values(field)]
            if len(spans) == 1 and spans[0] is not None and spans[0].bound == "exact":
                sizes[field] = spans[0].low
        if len(sizes) == 2:
            assert_measures(parsed, "outline", "side", sizes["length"], sizes["height"], record.id)
            drawn += 1
    assert drawn > 25
    assert set(DRAWN) <= set(catalog.FIELDS)

"""The picture as a whole: valid, safe in a page, the same for the same, and honest about what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.drawing import DrawingOptions, draw, read_fit, read_options
from catalog.drawing.theme import INLINE, PATTERNS, text_length
from catalog.errors import NotComparable
from catalog.model import Record
from catalog.wording import UnitChoice
from tests.drawing.conftest import SVG, Make, Parsed, corners

FITS = tuple(map(read_fit, ("garage=2.1m", "garage=6x2.5x2.2m", "lane=2m", "ferry=6x2.5m", "pallet=1200x800x1400mm")))
#: What a sheet may say of a dimension: exactly, within bounds, as a span or list, about, in doubt, or that it says nothing.
said = st.one_of(
    st.none(),
    st.integers(1, 20_000).map(lambda size: f"{size} mm"),
    st.tuples(st.sampled_from(("up to", "from", "about", "over", "under")), st.integers(1, 20)).map(
        lambda both: f"{both[0]} {both[1]} m"
    ),
    st.tuples(st.integers(1, 9_000), st.integers(1, 9_000)).map(lambda ends: f"{min(ends)}-{max(ends) + 1} mm"),
    st.lists(st.integers(100, 9_000), min_size=2, max_size=4, unique=True).map(
        lambda sizes: "/".join(map(str, sizes)) + " mm"
    ),
    st.just({"status": "not published"}),
    st.just({"value": "12 m", "doubt": "a slip"}),
    st.just([{"value": "5.1 m", "applies_to": "L1"}, {"value": "5.8 m", "applies_to": "L2 <b>"}]),
    st.just([{"value": "5.1 m", "source": "one"}, {"value": "5.8 m", "source": "two"}]),
)
FIELDS = (
    "length", "width", "height", "wheelbase", "width_with_mirrors", "overhang_front", "overhang_rear", "cargo_length",
    "cargo_width", "cargo_height", "load_floor_height", "cab_width", "width_mirrors_folded",
)  # fmt: skip
measures = st.fixed_dictionaries(dict.fromkeys(FIELDS, said))
kinds = st.sampled_from(("truck", "van", "pickup", "car", "bus", "coach", "tractor"))
choices = st.builds(
    DrawingOptions,
    views=st.sampled_from((("side", "front", "top"), ("side",), ("front",), ("top",), ("front", "top"))),
    arrange=st.sampled_from(("over", "beside")),
    grid=st.sampled_from((None, "m", "ft", "none")),
    fits=st.lists(st.sampled_from(FITS), unique=True, max_size=4).map(tuple),
    units=st.sampled_from(("metric", "us", "uk", "si")).map(UnitChoice),
    labels=st.booleans(),
    width=st.sampled_from((320, 375, 700, 960)),
    inline=st.booleans(),
)


def vehicles(make: Make, kinds_and_values: list[tuple[str, dict[str, Any]]]) -> list[Record]:
    return [
        make(f"v{number}", vehicle_type=kind, **{field: value for field, value in values.items() if value is not None})
        for number, (kind, values) in enumerate(kinds_and_values)
    ]


@settings(max_examples=40)
@given(st.lists(st.tuples(kinds, measures), min_size=1, max_size=5), choices)
def test_whatever_is_known_is_drawn(
    make: Make, kinds_and_values: list[tuple[str, dict[str, Any]]], options: DrawingOptions
) -> None:
    records = vehicles(make, kinds_and_values)
    drawing = draw(records, options)
    parsed = Parsed(drawing)
    assert draw(records, options) == drawing, "the same of the same"
    assert len(drawing.outcomes) == len(records) * len(options.fits)
    left, top, width, height = (float(number) for number in parsed.root.attrib["viewBox"].split())
    for element in parsed.root.iter(f"{SVG}path"):
        if set(re.findall("[A-Za-z]", element.attrib["d"])) <= set("MLQZ"):
            for x, y in corners(element.attrib["d"]):
                assert left - 1 <= x <= width + 1
                assert top - 1 <= y <= height + 1
    for words, start, end in _texts(parsed.root):
        assert left - 1 <= start, words
        assert end <= width + 1, words
    for record in records:
        for view, needed in {
            "side": ("length", "height"),
            "front": ("width", "height"),
            "top": ("length", "width"),
        }.items():
            outlines = parsed.parts("outline", view, record.id)
            known = all(_usable(record, field) for field in needed)
            assert bool(outlines) == (known and view in options.views), "an outline needs both of its dimensions"


def _texts(element: ElementTree.Element, size: float = 12.0) -> Iterator[tuple[str, float, float]]:
    """Every line of text of a picture, and where it begins and ends, roughly."""
    size = float(element.get("font-size", size))
    if element.tag == f"{SVG}text":
        words, x = "".join(element.itertext()), float(element.attrib["x"])
        before = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
        wide = text_length(words, size)
        yield words, x - before * wide, x + (1 - before) * wide
    for child in element:
        yield from _texts(child, size)


def _usable(record: Record, field: str) -> bool:
    return any(claim.doubt is None for claim in record.values(field))


@settings(max_examples=25)
@given(st.lists(st.tuples(kinds, measures), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_vehicles_changes_letters_alone(
    make: Make, kinds_and_values: list[tuple[str, dict[str, Any]]], random: Any
) -> None:
    records = vehicles(make, kinds_and_values)
    other = list(records)
    random.shuffle(other)
    options = DrawingOptions(fits=FITS)
    one, two = draw(records, options), draw(other, options)
    assert {(outcome.vehicle, outcome.test.text): outcome for outcome in one.outcomes} == {
        (outcome.vehicle, outcome.test.text): outcome for outcome in two.outcomes
    }
    first, second = Parsed(one), Parsed(two)
    assert first.scale == second.scale
    for record in records:
        for part in ("outline", "outline-max", "load-bay"):
            pairs = zip(first.parts(part, None, record.id), second.parts(part, None, record.id), strict=True)
            for own, again in pairs:
                assert first.size(own) == pytest.approx(second.size(again), abs=0.02 / first.scale)


def evil(make: Make) -> Record:
    return make(
        "evil", make='</title><script>alert("1")</script>', model="\" onload='x' &amp; \x1b[31m \ufffe 🚚 天马",
        version="]]> <!-- ", length={"value": "5 m", "applies_to": "<svg onload=x>"}, width="2 m", height="2 m",
        cargo_length="2 m", cargo_width="1 m",
    )  # fmt: skip


@pytest.mark.parametrize("inline", [False, True])
def test_no_name_is_taken_for_markup(make: Make, inline: bool) -> None:
    drawing = draw([evil(make), make("two", length="4 m", height="2 m")], DrawingOptions(fits=FITS, inline=inline))
    root = ElementTree.fromstring(drawing.svg.encode())
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "g", "path", "circle", "rect", "text", "tspan"}
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "href")]
    assert "\x1b" not in drawing.svg
    assert "alert(" in "".join(root.itertext()), "it is shown as the text that it is"


def test_a_page_with_a_strict_policy_can_hold_it(make: Make) -> None:
    """No style sheet, no style attribute, no script, nothing from elsewhere, and ids that are the page's to choose."""
    drawing = draw([make("one", length="5 m", height="2 m")], DrawingOptions(inline=True, prefix="picture-2"))
    assert not re.search(r"<style|style=|<script|href=|url\(|@import|<\?xml", drawing.svg)
    assert re.findall(r' id="([^"]*)"', drawing.svg) == ["picture-2-title", "picture-2-description"]
    assert 'aria-labelledby="picture-2-title"' in drawing.svg
    root = ElementTree.fromstring(drawing.svg)
    colours = {element.get(name) for element in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert colours <= {INLINE.ink, INLINE.paper, INLINE.test, *INLINE.vehicles}, "all colours are the page's"


def test_a_file_stands_alone(make: Make) -> None:
    drawing = draw([make("one", length="5 m", height="2 m")])
    assert drawing.svg.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')
    assert "var(" not in drawing.svg
    assert "currentColor" not in drawing.svg
    root = ElementTree.fromstring(drawing.svg.encode())
    assert root.attrib["width"] == "960"
    assert "sans-serif" in root.attrib["font-family"]
    background = root.find(f"{SVG}rect")
    assert background is not None
    assert background.attrib["fill"] == "#ffffff"


def test_who_does_not_see_it_reads_the_same(make: Make) -> None:
    records = [make("one", length="5 m", width="2 m", height="2.5 m"), make("two", wheelbase="3 m")]
    drawing = draw(records, read_options(fits=["garage=2.1m"]))
    root = ElementTree.fromstring(drawing.svg.encode())
    assert (root[0].tag, root[0].text) == (f"{SVG}title", drawing.title)
    assert (root[1].tag, root[1].text) == (f"{SVG}desc", drawing.description)
    text = drawing.description.replace("\u00a0", " ")
    assert "A, Make ONE: length 5000 mm, width 2000 mm, height 2500 mm; not in the catalog: wheelbase." in text
    assert "B, Make TWO: wheelbase 3000 mm; not in the catalog: length, width, height." in text
    assert (
        "Garage 2.1 m high: A does not fit: height 2500 mm, 400 mm too high; B not known: height not in the catalog."
        in text
    )
    assert drawing.notes[-1] == "Sources of A and B: one."


def test_vehicles_are_told_apart_by_line_and_letter(make: Make) -> None:
    records = [make(f"v{number}", length="5 m", width="2 m", height="2 m") for number in range(5)]
    parsed = Parsed(draw(records))
    patterns = [parsed.parts("outline", "side", record.id)[0].get("stroke-dasharray") for record in records]
    assert [pattern or "" for pattern in patterns] == list(PATTERNS)
    assert len(set(PATTERNS)) == 5
    letters = [element.text for element in parsed.root.iter(f"{SVG}text")]
    assert all(letters.count(letter) == 4 for letter in "ABCDE"), "in the legend and in each view"


def test_of_nothing_nothing_is_drawn(make: Make) -> None:
    drawing = draw([make("one", rest="not published")], read_options(fits=["lane=2m"]))
    assert not Parsed(drawing).parts("outline")
    assert "not published: length, width, height, wheelbase" in drawing.description
    assert drawing.outcomes[0].reason == "width without mirrors and width with mirrors not published"


def test_a_missing_dimension_is_asked_for_and_not_drawn_as_nothing(make: Make) -> None:
    parsed = Parsed(draw([make("one", length="5 m", width="2 m")]))
    assert "A height ?" in parsed.text
    assert not parsed.parts("outline", "side")
    assert parsed.parts("alone-x", "side")


def test_a_bound_is_drawn_thinner_than_a_size(make: Make) -> None:
    def stroke(**values: str) -> float:
        (outline,) = Parsed(draw([make("one", **values)])).parts("outline", "side")
        return float(outline.attrib["stroke-width"])

    assert stroke(length="up to 5 m", height="2 m") < stroke(length="5 m", height="2 m")
    assert stroke(length="from 5 m", height="2 m") < stroke(length="5 m", height="2 m")


def test_a_chassis_cab_is_said_to_have_no_body(make: Make) -> None:
    cab = make("cab", vehicle_type="truck", body="chassis cab", length="6 m", height="2.3 m")
    assert "A: height of the chassis-cab, without a body." in draw([cab]).notes


def test_labels_may_be_left_out(make: Make) -> None:
    record = make("one", length="5 m", width="2 m", height="2 m", wheelbase="3 m")
    assert Parsed(draw([record])).rows("length")
    bare = Parsed(draw([record], DrawingOptions(labels=False)))
    assert not bare.rows("length")
    assert bare.parts("outline")


def test_beside_each_other_none_touches_another(make: Make) -> None:
    records = [make(f"v{number}", length="6 m", width="2.2 m", height="3 m") for number in range(5)]
    parsed = Parsed(draw(records, DrawingOptions(arrange="beside")))
    spans = []
    for record in records:
        (outline,) = parsed.parts("outline", "side", record.id)
        across = [x for x, _ in corners(outline.attrib["d"])]
        spans.append((min(across), max(across)))
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    narrow = draw(records, DrawingOptions(arrange="beside", width=320))
    grounds = {
        element.get("d")
        for element in ElementTree.fromstring(narrow.svg.encode()).iter()
        if element.get("data-part") == "ground"
    }
    assert len(grounds) > 2, "too small for one row, they stand in several"


def test_five_is_the_most_and_one_the_least(make: Make) -> None:
    with pytest.raises(NotComparable, match="nothing to draw"):
        draw([])
    with pytest.raises(NotComparable, match="a drawing holds 5 vehicles, and 6 were named"):
        draw([make(f"v{number}") for number in range(6)])


def test_a_reader_of_inches_gets_feet_and_sees_what_a_metre_is(make: Make) -> None:
    drawing = draw(
        [make("one", length="5 m", height="2 m")], read_options(fits=["garage=2.1m"], units=UnitChoice("us"))
    )
    text = Parsed(drawing).text.replace("\u00a0", " ")
    assert "Garage 2.1 m high (82.7 in)" in text
    assert "length 200 in" in text
    assert not drawing.outcomes[0].reason.startswith("height 2 m")


def test_a_pallet_lies_in_the_load_bay(make: Make) -> None:
    record = make(
        "one", vehicle_type="truck", length="6 m", width="2.2 m", height="3 m", cargo_length="900 mm", cargo_width="2 m"
    )
    parsed = Parsed(draw([record], read_options(views="top", fits=["pallet=1200x800mm"])))
    (bay,) = parsed.parts("load-bay", "top")
    marks = [group for group in parsed.root.iter(f"{SVG}g") if group.get("data-test") == "pallet=1200x800mm"]
    (path,) = marks[0]
    assert parsed.size(path) == pytest.approx((800, 1200), abs=0.02 / parsed.scale), "across, as it fits"
    right = max(x for x, _ in corners(path.attrib["d"]))
    assert right == pytest.approx(max(x for x, _ in corners(bay.attrib["d"])), abs=0.02)

"""What is said of a vehicle under a test: by what is published, and not known where that does not settle it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.drawing import Verdict, read_options, verdicts
from catalog.wording import UnitChoice
from tests.drawing.conftest import Make

FITS, DEPENDS, UNKNOWN, DOES_NOT = Verdict.FITS, Verdict.DEPENDS, Verdict.UNKNOWN, Verdict.DOES_NOT


def judged(make: Make, test: str, units: str = "metric", **values: Any) -> tuple[Verdict, str]:
    (outcome,) = verdicts([make("one", **values)], read_options(fits=[test], units=UnitChoice(units)))
    return outcome.verdict, outcome.reason.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("height", "verdict", "reason"),
    [
        ("1985 mm", FITS, "height 1985 mm, 115 mm to spare"),
        ("2310 mm", DOES_NOT, "height 2310 mm, 210 mm too high"),
        ("2000/2310 mm", DEPENDS, "height 2000/2310 mm"),
        ("2.0-2.3 m", DEPENDS, "height 2000–2300 mm"),
        ("2310/2340 mm", DOES_NOT, "height 2310/2340 mm, at least 210 mm too high"),
        ("up to 2 m", UNKNOWN, "only a bound is published: height ≤ 2000 mm"),
        ("up to 2.0 m", FITS, "height ≤ 2000 mm, at least 100 mm to spare"),
        ("up to 3 m", UNKNOWN, "only a bound is published: height ≤ 3000 mm"),
        ("over 2.2 m", DOES_NOT, "height > 2200 mm, at least 100 mm too high"),
        ("from 1.9 m", UNKNOWN, "only a bound is published: height ≥ 1900 mm"),
        ("2.1 m", UNKNOWN, "too close for the digits printed (“2.1 m”): height 2100 mm"),
        ("2 m", UNKNOWN, "too close for the digits printed (“2 m”): height 2000 mm"),
        ("about 2.0 m", FITS, "height ~ 2000 mm"),
        ("about 2.05 m", FITS, "height ~ 2050 mm, about 50 mm to spare"),
        ("about 2.09 m", FITS, "height ~ 2090 mm"),
        ("almost 2.1 m", UNKNOWN, "too close for an approximate figure (“almost 2.1 m”): height ~ 2100 mm"),
        (None, UNKNOWN, "height not in the catalog"),
        ({"status": "not published"}, UNKNOWN, "height not published"),
        ({"value": "1.2 m", "doubt": "a slip"}, UNKNOWN, "height in doubt"),
        ([{"value": "2.55 m", "applies_to": "H2"}, {"value": "1.90 m", "applies_to": "H1"}], DEPENDS,
         "height 2550 mm (H2) or 1900 mm (H1)"),
        ([{"value": "2.55 m", "source": "one"}, {"value": "1.90 m", "source": "two"}], UNKNOWN,
         "sources disagree: height 2550 mm or 1900 mm"),
        ([{"value": "2.55 m"}, {"value": "2550 mm", "source": "two"}], DOES_NOT, "height 2550 mm, 450 mm too high"),
        ({"value": "1.9 m", "status": "estimated"}, FITS, "height 1900 mm (estimated), 200 mm to spare"),
    ],
)  # fmt: skip
def test_a_garage(make: Make, height: Any, verdict: Verdict, reason: str) -> None:
    values = {} if height is None else {"height": height}
    assert judged(make, "garage=2.1m", **values) == (verdict, reason)


def test_reasons_are_in_the_units_of_the_reader(make: Make) -> None:
    assert judged(make, "garage=2.1m", "us", height="1985 mm") == (FITS, "height 78.1 in, 4.5 in to spare")


def test_a_lane_tells_mirrors_apart(make: Make) -> None:
    narrow = {"width": "1850 mm"}
    assert judged(make, "lane=2m", **narrow) == (UNKNOWN, "width with mirrors not in the catalog")
    assert judged(make, "lane=2m", **narrow, width_with_mirrors="1990 mm")[0] is FITS
    verdict, reason = judged(make, "lane=2m", **narrow, width_with_mirrors="2060 mm", width_mirrors_folded="1960 mm")
    assert (verdict, reason) == (DOES_NOT, "width with mirrors 2060 mm, 60 mm too wide")
    (outcome,) = verdicts(
        [make("one", **narrow, width_with_mirrors="2060 mm", width_mirrors_folded="1960 mm")],
        read_options(fits=["lane=2m"]),
    )
    assert [(part.aspect, part.verdict) for part in outcome.parts] == [
        ("width without mirrors", FITS),
        ("width with mirrors", DOES_NOT),
        ("width, mirrors folded", FITS),
    ]


def test_what_is_too_wide_without_mirrors_is_so_with_them(make: Make) -> None:
    (outcome,) = verdicts([make("one", width="2.2 m")], read_options(fits=["lane=2m"]))
    assert [part.verdict for part in outcome.parts] == [DOES_NOT, DOES_NOT]


def test_a_cab_that_is_too_wide_is_enough(make: Make) -> None:
    assert judged(make, "lane=2m", cab_width="2.13 m", vehicle_type="truck")[0] is DOES_NOT
    assert judged(make, "lane=2m", cab_width="1.70 m", vehicle_type="truck")[0] is UNKNOWN


@pytest.mark.parametrize(
    ("body", "height", "verdict", "said"),
    [
        ("chassis cab", "1.9 m", UNKNOWN, "without a body"),
        ("chassis cab", "2.4 m", DOES_NOT, "height 2400 mm"),
        ("box", "1.9 m", FITS, "height 1900 mm"),
        ("", "1.9 m", UNKNOWN, "not said whether the height includes a body"),
        ("", {"value": "1.9 m", "note": "with box body"}, FITS, "height 1900 mm"),
        ("", {"value": "1.9 m", "note": "chassis"}, UNKNOWN, "without a body"),
    ],
)
def test_a_chassis_cab_gets_a_body_on_top(make: Make, body: str, height: Any, verdict: Verdict, said: str) -> None:
    found, reason = judged(make, "garage=2.1m", vehicle_type="truck", body=body, height=height)
    assert found is verdict
    assert said in reason


def test_a_height_that_leaves_no_room_under_the_load_bay_is_the_cabs(make: Make) -> None:
    values = {"vehicle_type": "truck", "body": "box", "height": "2480 mm", "cargo_height": "2200 mm"}
    verdict, reason = judged(make, "garage=2.6m", **values)
    assert verdict is UNKNOWN
    assert "of the cab alone" in reason


@pytest.mark.parametrize(
    ("test", "values", "verdict"),
    [
        ("pallet=1200x800mm", {"cargo_length": "1500 mm", "cargo_width": "900 mm"}, FITS),
        ("pallet=1200x800mm", {"cargo_length": "900 mm", "cargo_width": "1500 mm"}, FITS),
        ("pallet=1200x800mm", {"cargo_length": "1000 mm", "cargo_width": "1000 mm"}, DOES_NOT),
        ("pallet=1200x800mm", {"cargo_length": "700 mm"}, DOES_NOT),
        ("pallet=1200x800mm", {"cargo_length": "2 m"}, UNKNOWN),
        ("pallet=1200x800mm", {}, UNKNOWN),
        ("pallet=1200x800mm", {"cargo_length": "2500/3000 mm", "cargo_width": "900/700 mm"}, DEPENDS),
        ("pallet=1200x800x1800mm", {"cargo_length": "2 m", "cargo_width": "2 m"}, UNKNOWN),
        ("pallet=1200x800x1800mm", {"cargo_length": "2 m", "cargo_width": "2 m", "cargo_height": "1.7 m"}, DOES_NOT),
        ("pallet=1200x800mm", {"cargo_length": "2 m", "cargo_width": "2 m", "door_width": "700 mm"}, DOES_NOT),
    ],
)
def test_a_pallet_along_or_across(make: Make, test: str, values: dict[str, str], verdict: Verdict) -> None:
    assert judged(make, test, vehicle_type="truck", body="box", **values)[0] is verdict


def test_a_pallet_in_a_van_stands_between_the_wheel_arches(make: Make) -> None:
    wide = {"cargo_length": "3 m", "cargo_width": "1780 mm"}
    verdict, reason = judged(make, "pallet=1200x800mm", **wide)
    assert verdict is UNKNOWN
    assert reason == "cargo width 1780 mm, 980 mm to spare at the widest, between the wheel arches not in the catalog"
    assert judged(make, "pallet=1200x800mm", **wide, cargo_width_between_arches="1380 mm")[0] is FITS
    assert judged(make, "pallet=1200x1000mm", **wide, cargo_width_between_arches="950 mm")[0] is DOES_NOT


def test_a_vehicle_is_as_good_as_the_worst_of_its_sides(make: Make) -> None:
    values = {"length": "5 m", "width": "2.0 m", "width_with_mirrors": "2.4 m", "height": "1.9 m"}
    assert judged(make, "ferry=6x2.5x2.1m", **values)[0] is FITS
    assert judged(make, "ferry=4x2.5x2.1m", **values) == (DOES_NOT, "length 5000 mm, 1000 mm too long")
    del values["height"]
    assert judged(make, "ferry=6x2.5x2.1m", **values) == (UNKNOWN, "height not in the catalog")


@given(height=st.integers(500, 5000), limit=st.integers(500, 5000))
def test_whole_millimetres_are_judged_as_they_are(make: Make, height: int, limit: int) -> None:
    expected = UNKNOWN if height == limit else FITS if height < limit else DOES_NOT
    assert judged(make, f"garage={limit}mm", height=f"{height} mm")[0] is expected


@given(st.lists(st.integers(500, 5000), min_size=2, max_size=4, unique=True), st.integers(500, 5000))
def test_a_list_fits_where_all_of_it_does(make: Make, heights: list[int], limit: int) -> None:
    verdict, _ = judged(make, f"garage={limit}mm", height="/".join(map(str, heights)) + " mm")
    if max(heights) < limit:
        assert verdict is FITS
    elif min(heights) > limit:
        assert verdict is DOES_NOT
    else:
        assert verdict in (DEPENDS, UNKNOWN)

"""``vehicles compare --format svg``, and fit tests in other formats."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run

VAN, TRUCK = "acme-e-van-75", "tianma-d9-7-5-t"


def test_a_picture_is_written_out(run: Run) -> None:
    ran = run("compare", VAN, TRUCK, "--format", "svg")
    assert (ran.code, ran.err) == (0, "")
    root = ElementTree.fromstring(ran.out.encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == "To scale: Acme E-Van, 75 kWh, 3.5 t, L2H2; Tianma 天马 D9, 7.5 t, box"


def test_one_vehicle_is_drawn_without_a_word(run: Run) -> None:
    assert run("compare", VAN, "--format", "svg").err == ""


def test_views_arrangement_grid_and_width_are_the_readers(run: Run) -> None:
    picture = run(
        "compare", VAN, TRUCK, "--format", "svg", "--views", "top", "--arrange", "beside", "--grid", "ft",
        "--picture-width", "400",
    ).out  # fmt: skip
    root = ElementTree.fromstring(picture.encode())
    assert root.attrib["width"] == "400"
    panels = [group for group in root.iter() if group.get("data-panel")]
    assert [panel.get("data-panel") for panel in panels] == ["top"]
    assert [element.get("data-step") for element in root.iter() if element.get("data-part") == "grid"] == ["1524"]


def test_letters_that_an_encoding_lacks_are_references(process: Run) -> None:
    picture = process("compare", VAN, TRUCK, "--format", "svg", PYTHONIOENCODING="ascii").out
    assert picture.isascii()
    assert ElementTree.fromstring(picture.replace('encoding="UTF-8"', ""))[0].text is not None
    assert "天马" in (ElementTree.fromstring(picture)[0].text or "")


def test_verdicts_stand_below_a_table_and_in_json(run: Run) -> None:
    names = ("compare", VAN, TRUCK, "--fields", "height", "--fit", "garage=2.6m")
    assert run(*names).out.endswith(
        "\nGarage 2.6 m high: Acme E-Van fits (height 2550 mm (H2) or 2300 mm (H1), at\n  least 50 mm to spare)\n"
        "Garage 2.6 m high: Tianma 天马 D9 does not fit (height 3200 mm, 600 mm too high)\n"
    )
    (test,) = json.loads(run(*names, "--format", "json").out)["fits"]
    assert {key: test[key] for key in ("test", "label", "sides_mm")} == {
        "test": "garage=2.6m", "label": "Garage 2.6 m high", "sides_mm": {"height": 2600},
    }  # fmt: skip
    assert [(one["vehicle"], one["verdict"]) for one in test["vehicles"]] == [(VAN, "fits"), (TRUCK, "does not fit")]
    assert test["vehicles"][1]["parts"] == [
        {"aspect": "height", "verdict": "does not fit", "reason": "height 3200 mm, 600 mm too high"}
    ]
    assert "fits" not in json.loads(run("compare", VAN, TRUCK, "--format", "json").out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--fit", "garage=2.1"), "fit test 'garage=2.1': 2.1 of what? write a unit, such as 2.1m"),
        (("--views", "side"), "--views is of a picture; add --format svg"),
        (("--format", "svg", "--views", "rear"), "no view 'rear'; one of side, front, top"),
        (("--format", "svg", "--arrange", "besides"), "no arrangement 'besides'; did you mean beside?"),
        (("--format", "svg", "--picture-width", "wide"), "'wide' is no width of a picture"),
        (("--format", "svg", "--fields", "length"), "--fields is of a table; a picture takes --views"),
        (("--format", "svg", "--only-differences"), "--only-differences is of a table"),
        (("--format", "csv", "--fit", "lane=2m"), "--fit has no place in csv; take svg, json, or a table"),
    ],
)
def test_what_cannot_be_drawn_says_why(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ran = run("compare", VAN, TRUCK, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_no_other_command_draws(run: Run) -> None:
    ran = run("show", VAN, "--format", "svg")
    assert ran.code == 2
    assert "`vehicles show` has no format 'svg'" in ran.err

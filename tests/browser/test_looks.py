"""Every page in a narrow window, in both colour schemes, and on paper: nothing sticks out, nothing is unreadable."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, scrolls_sideways

COMPARISON = (
    "/compare?id=maxus-edeliver-5&id=mercedes-benz-esprinter-113-kwh&id=maxus-edeliver-9&id=ford-e-transit-68-kwh"
    "&id=foton-iblue-ev&baseline=maxus-edeliver-5"
)
PAGES = {
    "find": "/?pick=foton-iblue-ev&where=payload+%3E+1+t",
    "all": "/",
    "many": "/?columns=make,body,markets,length,width,height,payload,range,range[wltp],battery_energy,motor_power,seats",
    "mistake": "/?where=paylod+%3E+1+t",
    "compare": COMPARISON,
    "compare-none": "/compare",
    "vehicle": "/vehicles/ford-e-transit-68-kwh",
    "derived": "/vehicles/foton-iblue-ev",
    "sources": "/sources",
    "source": "/sources/pledgetimes-2023",
    "plants": "/plants",
    "plant": "/plants/avtotor-kaliningrad",
    "fields": "/fields",
    "nowhere": "/vehicles/nothing-like-it",
}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_accessibility(visit: Open, name: str) -> None:
    """axe finds nothing serious or critical in either scheme."""
    page = visit(PAGES[name])
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        grave = [
            {"rule": one["id"], "help": one["help"], "where": [node["html"][:200] for node in one["nodes"][:3]]}
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert grave == [], f"{scheme}: {json.dumps(grave, indent=1)}"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(visit: Open, name: str) -> None:
    page = visit(PAGES[name], viewport={"width": 375, "height": 800})
    for width in (375, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not scrolls_sideways(page), width


@pytest.mark.parametrize("name", ["all", "compare", "vehicle"])
def test_without_scripts_nothing_sticks_out_on_a_phone(visit: Open, name: str) -> None:
    page = visit(PAGES[name], viewport={"width": 375, "height": 800}, java_script_enabled=False)
    sides = page.locator("main").bounding_box()
    assert sides is not None
    assert sides["x"] + sides["width"] <= 375


def test_a_phone_compares_two_and_says_which(visit: Open) -> None:
    page = visit(COMPARISON, viewport={"width": 375, "height": 800})
    heads = page.locator(".comparison thead th:visible")
    expect(heads).to_have_count(2)
    expect(heads.first).to_contain_text("eDeliver 5")
    page.get_by_label("Second vehicle shown").select_option("foton-iblue-ev")
    expect(heads.last).to_contain_text("iBlue")
    assert "pair=maxus-edeliver-5%2Cfoton-iblue-ev" in page.url
    shown = page.locator(".comparison .section:visible").all_inner_texts()
    page.reload()
    expect(heads.last).to_contain_text("iBlue")
    assert page.locator(".comparison .section:visible").all_inner_texts() == shown
    assert page.locator(".comparison .quiet").count() > 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_opens_the_filters_and_sorts(visit: Open, scripts: bool) -> None:
    page = visit("/", viewport={"width": 375, "height": 800}, java_script_enabled=scripts)
    facets = page.get_by_role("navigation", name="Facets")
    expect(facets).to_be_hidden()
    page.get_by_role("link", name="Filters", exact=True).click()
    expect(facets).to_be_visible()
    facets.get_by_role("link", name="bus", exact=True).click()
    expect(page.locator(".lead strong")).to_have_text("2")
    expect(facets).to_be_hidden()
    page.get_by_text("Sort", exact=True).click()
    page.locator(".sorting").get_by_role("link", name="Payload").click()
    page.wait_for_url("**sort=-payload**")


def test_dark_is_dark(visit: Open) -> None:
    def lightness(scheme: str) -> float:
        page = visit("/", color_scheme=scheme)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        red, green, blue = (int(part) for part in colour[4:-1].split(","))
        return (red + green + blue) / 3

    assert lightness("light") > 240
    assert lightness("dark") < 40


def test_paper_has_the_notes_and_no_buttons(visit: Open) -> None:
    page = visit(COMPARISON)
    page.emulate_media(media="print")
    for selector in (".controls", ".masthead nav", ".tools", ".copy", ".pair"):
        for place in page.locator(selector).all():
            expect(place).to_be_hidden()
    for kept in ("#notes-title", "#sources-title", ".permalink", ".command"):
        expect(page.locator(kept)).to_be_visible()
    expect(page.locator(".comparison thead th:visible")).to_have_count(5)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 1 <= len(sheets) <= 4  # two of table, one of drawing, one of notes

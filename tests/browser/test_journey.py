"""The whole journey in a browser: find, tray, compare, units, permalink in a new window, files."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Open
from tests.web.conftest import Served

VANS = "/?type=van&where=range%5Bwltp%5D+%3E%3D+0+km"


def pick(page: Page, name: str) -> None:
    page.get_by_role("link", name=f"Put {name}", exact=False).first.click()


def test_from_the_table_to_a_file(visit: Open, context: Callable[..., BrowserContext], tmp_path: Path) -> None:
    page = visit("/")
    page.get_by_role("navigation", name="Facets").get_by_role("link", name="van", exact=True).click()
    expect(page.locator(".lead strong")).to_have_text("50")
    page.get_by_label("Query").fill("maybe(range[wltp] > 150 mi)")
    page.get_by_role("button", name="Find").click()
    expect(page.locator(".english")).to_contain_text("range (WLTP)")
    before = page.locator("#vehicles tbody tr").count()
    assert 2 < before < 50

    pick(page, "Maxus eDeliver 5")
    pick(page, "Mercedes-Benz eSprinter")
    tray = page.get_by_role("complementary", name="Tray")
    expect(tray.get_by_role("listitem")).to_have_count(2)
    assert page.url.count("pick=") == 2
    page.reload()
    expect(tray.get_by_role("listitem")).to_have_count(2)
    tray.get_by_role("link", name="Compare (2)").click()

    expect(page.locator(".comparison thead th")).to_have_count(2)
    wltp = page.get_by_role("row", name="WLTP", exact=False).first
    expect(wltp).to_contain_text("335 km")
    page.get_by_role("list", name="Units").get_by_role("link", name="UK").click()
    expect(wltp).to_contain_text("208 mi")
    page.get_by_text("Unit of each quantity").click()
    page.get_by_label("Distance").select_option("km")
    page.wait_for_url("**unit=distance**")
    expect(wltp).to_contain_text("335 km")
    page.get_by_label("Distance").select_option("")
    expect(wltp).to_contain_text("208 mi")
    page.get_by_text("Unit of each quantity").click()
    page.get_by_label("Distance").select_option("km")
    expect(wltp).to_contain_text("335 km")
    page.get_by_role("link", name="Take Maxus eDeliver 5", exact=False).click()
    expect(page.get_by_role("link", name="Baseline; end", exact=False)).to_be_visible()
    expect(page.locator(".best .mark").first).to_have_text("▲")

    permalink = page.locator(".permalink")
    expect(permalink).to_have_text(page.url)
    other = context().new_page()
    other.goto(permalink.evaluate("link => link.href"))
    assert other.locator(".comparison").inner_text() == page.locator(".comparison").inner_text()
    command = page.locator(".command").inner_text()
    assert command.startswith("vehicles compare maxus-edeliver-5 mercedes-benz-esprinter")
    assert "--units uk" in command
    assert "--baseline maxus-edeliver-5" in command

    with other.expect_download() as started:
        other.get_by_role("link", name="CSV").click()
    file = tmp_path / "compare.csv"
    started.value.save_as(file)
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert any(row["field"] == "range" and row["unit"] == "km" and row["maxus-edeliver-5"] == "335" for row in rows)


def test_the_tray_follows_to_pages_whose_address_has_none(visit: Open) -> None:
    page = visit("/")
    pick(page, "Foton iBlue EV, Avtotor chassis")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Plants").click()
    page.get_by_role("link", name="Vehicle catalog").click()
    tray = page.get_by_role("complementary", name="Tray")
    expect(tray).to_contain_text("Foton iBlue EV")
    page.locator("#vehicles tbody th a").first.click()
    expect(tray).to_contain_text("Foton iBlue EV")
    page.get_by_role("link", name="Put into the tray").click()
    expect(tray.get_by_role("listitem")).to_have_count(2)
    page.get_by_role("link", name="Take Foton iBlue EV out of the tray").click()
    expect(tray.get_by_role("listitem")).to_have_count(1)


def test_the_tray_holds_five(visit: Open) -> None:
    page = visit("/")
    for _ in range(6):
        page.locator("#vehicles tr:not(.picked) a[data-pick]").first.click()
    expect(page.locator("#tray li")).to_have_count(5)
    expect(page.get_by_role("status")).to_contain_text("take one out first")


def test_a_frame_around_points_filters_the_table(visit: Open) -> None:
    page = visit("/")
    drawing = page.locator("svg.scatter")
    box = drawing.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.09, box["y"] + box["height"] * 0.6)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.84, steps=5)
    page.mouse.up()
    page.wait_for_url("**where=**")
    expect(page.get_by_label("Query")).to_have_value(
        re.compile(r"^maybe\(gross_vehicle_mass between \d+ kg and \d+ kg\) and maybe\(battery_energy\[not")
    )
    found = int(page.locator(".lead strong").inner_text())
    assert 0 < found < 60
    assert page.locator(".points a:not(.out)").count() > 0
    assert page.locator(".points a.out").count() > 0


def test_a_point_is_a_link_that_says_what_it_is(visit: Open) -> None:
    page = visit("/")
    point = page.locator(".points a").first
    title = point.locator("title").text_content() or ""
    assert "Gross vehicle mass" in title
    assert "kWh" in title
    point.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/vehicles/**")
    assert page.locator("h1").inner_text() in title


def test_a_value_is_copied_as_a_footnote(visit: Open, site: Served) -> None:
    page = visit("/vehicles/foton-iblue-ev", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Payload 1230 kg as a footnote").click()
    page.get_by_role("row", name="Payload", exact=False).get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Foton iBlue EV, Avtotor chassis, 104 kWh: payload 1230 kg, crew not stated")
    assert "Pledge Times" in copied
    assert "https://" in copied


def test_what_is_said_on_hover_is_said_on_focus(visit: Open) -> None:
    page = visit("/compare?id=ford-e-transit-68-kwh&id=maxus-edeliver-5")
    note = page.locator(".refs .note").first
    shown = "element => getComputedStyle(element, '::after').content"
    assert note.evaluate(shown) == "none"
    note.focus()
    assert note.get_attribute("data-tip") in note.evaluate(shown).replace('\\"', '"')
    page.locator("h1").evaluate("() => document.activeElement.blur()")
    note.hover()
    assert note.evaluate(shown) != "none"


@pytest.mark.parametrize("path", ["/", "/compare?id=ford-e-transit-68-kwh&id=maxus-edeliver-5", "/sources"])
def test_the_head_of_a_table_stays(visit: Open, path: str) -> None:
    page = visit(path)
    head = page.locator("table thead th").first
    page.locator("table tbody tr").nth(25).scroll_into_view_if_needed()
    page.evaluate("window.scrollBy(0, 400)")
    box = head.bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 5


def test_without_scripts(visit: Open) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_role("navigation", name="Facets").get_by_role("link", name="van", exact=True).click()
    page.get_by_label("Range, at least").fill("100")
    page.get_by_label("Range, definition").select_option("wltp")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("list", name="Filters in force")).to_contain_text("range[wltp] >= 100 km")
    pick(page, "Maxus eDeliver 5")
    pick(page, "Maxus eDeliver 9")
    tray = page.get_by_role("complementary", name="Tray")
    expect(tray.get_by_role("listitem")).to_have_count(2)
    page.get_by_label("Up").select_option("range[wltp]")
    page.get_by_role("button", name="Draw").click()
    expect(page.locator("svg.scatter title").first).to_contain_text("Range, WLTP")
    tray.get_by_role("link", name="Compare (2)").click()
    page.get_by_role("list", name="Units").get_by_role("link", name="US").click()
    expect(page.get_by_role("row", name="WLTP", exact=False).first).to_contain_text("mi")
    page.get_by_role("switch", name="Only differences").click()
    expect(page.get_by_role("switch", name="Only differences")).to_be_checked()
    page.get_by_text("Unit of each quantity").click()
    page.get_by_label("Distance").select_option("km")
    page.locator(".kinds").get_by_role("button", name="Show").click()
    expect(page.get_by_role("row", name="WLTP", exact=False).first).to_contain_text("km")
    page.get_by_role("link", name="Maxus eDeliver 5", exact=True).click()
    page.get_by_label("as a footnote").first.click()
    expect(page.locator(".cite .text").first).to_be_visible()


def test_by_keyboard_alone(visit: Open) -> None:
    page = visit("/?type=bus&columns=payload")

    def tab_to(name: str, most: int = 250) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            focus = page.evaluate(
                "[document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || '',"
                " getComputedStyle(document.activeElement).outlineStyle]"
            )
            if name in " ".join(focus[0].split()):
                return
        raise AssertionError(f"Tab never reached {name}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(2):
        tab_to("into the tray")
        page.keyboard.press("Enter")
    expect(page.locator("#tray li")).to_have_count(2)
    tab_to("Compare (2)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare**")
    tab_to("Only differences")
    page.keyboard.press("Enter")
    page.wait_for_url("**only_differences=1**")
    tab_to("Source 1")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "s1"

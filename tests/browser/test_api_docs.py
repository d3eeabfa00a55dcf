"""The documentation of the API in a browser: drawn from files of this server alone, and without a complaint."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open


def test_the_documentation_is_drawn(visit: Open) -> None:
    page = visit("/api/docs")
    expect(page.locator(".opblock")).to_have_count(10)
    page.locator(".opblock-summary-control", has_text="/api/").first.click()
    expect(page.get_by_text("the vehicle against which differences are taken")).to_be_visible()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    expect(page.get_by_text("nothing to compare: no names were given").first).to_be_visible()
    expect(page.locator(".errors-wrapper")).to_have_count(0)

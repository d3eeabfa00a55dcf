"""Every page is valid HTML, holds nothing that its policy forbids, and runs nothing that a catalog says."""

from __future__ import annotations

import json
import re
from gzip import compress
from urllib.parse import urlsplit

import pytest

from tests.web.conftest import Ask
from tests.web.pages.conftest import EVIL, PAGES
from tests.web.pages.reading import parse, tree

FIVE = (
    "maxus-edeliver-5",
    "mercedes-benz-esprinter-113-kwh",
    "maxus-edeliver-9",
    "ford-e-transit-68-kwh",
    "foton-iblue-ev",
)


@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_valid_html(ask: Ask, url: str) -> None:
    answer = ask(url)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    _, errors = parse(answer.text)
    assert errors == []


@pytest.mark.parametrize("url", PAGES)
def test_a_page_holds_no_inline_style_and_runs_no_inline_script(ask: Ask, url: str) -> None:
    for element in tree(ask(url).text).iter():
        assert not [name for name in element.attrib if str(name).lower().startswith("on")], element.attrib
        assert "style" not in element.attrib
        assert element.tag not in ("style", "iframe", "object", "embed", "base")
        if element.tag == "script":
            assert element.get("src") or element.get("type") == "application/ld+json"


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_fetched_from_other_hosts_and_links_lead_to_pages(ask: Ask, url: str) -> None:
    for element in tree(ask(url).text).iter():
        for name in ("src", "href", "action", "data", "poster"):
            address = element.get(name)
            if address is None:
                continue
            parts = urlsplit(address)
            assert parts.scheme in ("", "http", "https"), address
            if parts.netloc:
                assert element.tag == "a", address


@pytest.mark.parametrize("url", PAGES)
def test_ids_are_unique_and_references_lead_somewhere(ask: Ask, url: str) -> None:
    page = tree(ask(url).text)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in page.iter():
        href = element.get("href") or ""
        wanted = [href[1:]] if href.startswith("#") else []
        for name in ("for", "aria-labelledby", "aria-describedby", "list"):
            wanted += (element.get(name) or "").split()
        assert set(wanted) <= set(ids), wanted


@pytest.mark.parametrize("url", PAGES)
def test_every_field_of_a_form_has_a_name_to_be_read_by(ask: Ask, url: str) -> None:
    page = tree(ask(url).text)
    labelled = {label.get("for") for label in page.iter("label")}
    within = {id(field) for label in page.iter("label") for field in label.iter() if field.tag in ("input", "select")}
    for field in page.iter():
        if field.tag in ("input", "select") and field.get("type") != "hidden":
            assert field.get("aria-label") or field.get("id") in labelled or id(field) in within, field.attrib


def test_hostile_names_stay_text(ask: Ask) -> None:
    """The fixture's worst vehicle: markup, event handlers and script addresses in every text."""
    for url in (f"/vehicles/{EVIL}", f"/compare?id={EVIL}", f"/?pick={EVIL}", "/sources"):
        page = tree(ask(url).text)
        assert "<script>" in "".join(page.itertext()) or "script" not in ask(f"/api/vehicles/{EVIL}").json()["make"]
        sources = [element.get("src") for element in page.iter("script") if element.get("src")]
        assert all(re.fullmatch(r"/static/[0-9a-f]{12}/site\.js", source or "") for source in sources)
        assert not list(page.iter("img"))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"onload="alert(1)', "'><img src=x onerror=alert(1)>", "javascript:alert(1)"]
)
def test_what_a_url_says_stays_text(ask: Ask, text: str) -> None:
    from urllib.parse import quote

    for url in (
        "/?q={}",
        "/?where={}",
        "/?make={}",
        "/compare?id={}",
        "/vehicles/{}",
        "/sources/{}",
        "/?x={}",
        "/?{}=1",
    ):
        page = tree(ask(url.format(quote(text, safe=""))).text)
        for element in page.iter():
            assert not [name for name in element.attrib if str(name).lower().startswith("on")]
            assert not (element.get("href") or "").lower().startswith("javascript")
        assert {element.get("src") is not None for element in page.iter("script")} <= {True}
        assert not list(page.iter("img"))


def test_the_data_block_cannot_be_left(ask: Ask) -> None:
    (block,) = [
        element
        for element in tree(ask(f"/vehicles/{EVIL}").text).iter("script")
        if element.get("type") == "application/ld+json"
    ]
    assert json.loads(block.text or "")["identifier"] == EVIL


def test_a_comparison_of_five_weighs_less_than_100_kb(ask_shipped: Ask) -> None:
    page = ask_shipped("/compare?" + "&".join(f"id={key}" for key in FIVE))
    assert page.status_code == 200
    weight = len(compress(page.content, 6))
    for address in {*re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)}:
        weight += len(compress(ask_shipped(address).content, 6))
    assert weight < 100_000
    assert len(compress(page.content, 6)) < 60_000

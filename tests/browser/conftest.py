"""A real browser (Debian's Chromium, or one that ``CHROMIUM`` names) in front of a served catalog.

Where no browser is found these tests skip and say so; where ``REQUIRE_BROWSER`` is set they fail instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.web.conftest import Served, serving

SHIPPED = Path(__file__).parents[2] / "specs"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
Open = Callable[..., Page]


def find_browser() -> str | None:
    """The browser's program."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in _NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        reason = f"no browser: none of {', '.join(_NAMES)} is installed (apt-get install chromium), nor is CHROMIUM set"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def site(cache: Path) -> Iterator[Served]:
    """The shipped catalog, served."""
    del cache
    with serving(specs=SHIPPED) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """``context(viewport=...)`` is a window of its own, closed at last."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        made.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def visit(context: Callable[..., BrowserContext], site: Served) -> Iterator[Open]:
    """``visit("/", color_scheme="dark")`` is a page in a new window. What the page complains of in its console (a
    policy that forbids something, a script that fails) fails the test, and so does a request to another host."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "status of 4" not in message.text:  # a page of an error is meant
            complaints.append(message.text)

    def make(path: str, **options: Any) -> Page:
        page = context(**options).new_page()
        page.set_default_timeout(15_000)
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith((site.url, "data:")) else complaints.append(request.url),
        )
        page.goto(address(site, path))
        return page

    yield make
    assert complaints == []


def address(site: Served, path: str) -> str:
    """A path at the served catalog."""
    return site.url.rstrip("/") + path


def scrolls_sideways(page: Page) -> bool:
    """Whether the page as a whole is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))

"""Pages of the fixture catalog and of the shipped one, asked without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.web.live import Live
from tests.web.conftest import HAULER, VAN, Ask, asker

EVIL = "evil-sons-script"
#: Every page, with something in it.
PAGES = (
    "/",
    f"/?type=van&where=payload+%3E%3D+500+kg&sort=-payload&units=us&pick={VAN}&pick={EVIL}&x=length&y=height",
    "/?columns=id,markets,claims,range[wltp]&limit=2&offset=2",
    "/?where=paylod+%3E+1+t",
    "/?sort=nothing",
    "/?make=Nobody",
    "/compare",
    f"/compare?id={VAN}&id={HAULER}&id={EVIL}",
    f"/compare?id={VAN}&id={HAULER}&baseline={VAN}&only_differences=1&units=uk&unit=mass%3Dlb&pair={HAULER},{VAN}",
    f"/compare?id={EVIL}",
    f"/compare?id={VAN}&id={HAULER}&views=side,top&arrange=beside&grid=ft&labels=none&fit=garage%3D2.1m&fit=lane%3D2m",
    f"/compare?id={VAN}&fit=garage%3Dhuge",
    "/compare?id=nobody-knows-it",
    f"/vehicles/{VAN}",
    f"/vehicles/{EVIL}?units=us&pick={VAN}",
    f"/vehicles/{HAULER}?no_derived=1",
    "/vehicles/acme-e-vna",
    "/sources",
    "/sources/acme-brochure-2024",
    "/sources/nope",
    "/plants",
    "/plants/empty-hall",
    "/plants/nope",
    "/fields",
    "/nowhere",
)


@pytest.fixture(scope="session")
def ask_shipped(cache: Path) -> Ask:
    """The application over the shipped catalog."""
    del cache
    return asker(Live([str(Path(__file__).parents[3] / "specs")]))

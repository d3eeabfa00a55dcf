"""Sheets for the renderers."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.collection import Catalog
from catalog.compare import comparison_sheet
from catalog.model import FIELDS
from catalog.render import Line, Sheet
from catalog.sheets.columns import DEFAULT_COLUMNS
from catalog.sheets.listing import listing_sheet
from catalog.sheets.sources import source_sheet, sources_sheet
from catalog.sheets.units import units_sheet
from catalog.sheets.vehicle import vehicle_sheet
from catalog.wording import choose

HOSTILE = "<script>alert(1)</script> | =cmd|' /C calc'!A0 *a* _b_ `c` [d](e) \x1b[31m & \"f\""


@pytest.fixture
def small() -> Sheet:
    """Two columns, a heading, a level, a note; hostile texts in every place."""
    return Sheet(
        headers=("", f"Acme\n{HOSTILE}"),
        lines=(
            Line(("Group", ""), section=True),
            Line(("Range", "")),
            Line(("WLTP", "317\u00a0km"), level=1),
            Line((HOSTILE, HOSTILE)),
        ),
        title=HOSTILE,
        notes=("- nothing in the catalog", f"[1] {HOSTILE}, https://example.org/a_b?c=1&d=*2* (press)"),
        align=("left", "right"),
        records=({"field": "range", "value": 317, "text": HOSTILE},),
        document={"text": HOSTILE},
    )


@pytest.fixture(scope="session")
def views(fixture_catalog: Catalog) -> dict[str, Sheet]:
    """Every kind of sheet that the commands show, of the fixture catalog."""
    units = choose(FIELDS)
    records = fixture_catalog.records
    sources, plants = fixture_catalog.sources, fixture_catalog.plants
    comparison = fixture_catalog.compare(*records)
    found: dict[str, Any] = {
        "compare": comparison_sheet(comparison),
        "compact": comparison_sheet(comparison, compact=True),
        "baseline": comparison_sheet(fixture_catalog.compare(*records, baseline="acme-e-van-75")),
        "us": comparison_sheet(fixture_catalog.compare(*records, units="us")),
        "list": listing_sheet(list(records.values()), units, (*DEFAULT_COLUMNS, "price", "plants")),
        "sources": sources_sheet(sources, {}),
        "source": source_sheet(sources["evil-forum"], records, plants),
        "units": units_sheet("power"),
    }
    return found | {f"show {key}": vehicle_sheet(record, units, sources, plants) for key, record in records.items()}

"""``vehicles show``."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_derived_figures_can_be_left_out(run: Run) -> None:
    assert "DERIVED FIGURES" in run("show", "acme-e-van-75").out
    assert "DERIVED FIGURES" not in run("show", "acme-e-van-75", "--no-derived").out


def test_units(run: Run) -> None:
    out = run("show", "tianma-d9-7-5-t", "--units", "us", "--unit", "fuel_consumption=L/100 km").out
    assert "16 513 lb, published 7490 kg" in out
    assert "13.8 L/100 km, procedure not stated [1]" in out


def test_what_was_printed_is_all_there(run: Run) -> None:
    """Nothing published is lost: every claim's text stands in the JSON, and every source."""
    document = json.loads(run("show", "evil-sons-script", "--format", "json").out)
    published = {claim["published"] for claim in document["claims"]}
    assert published == {None, "4 m", "30 mpg(US)", "36 mpg(UK)", "110 kW", "=SUM(A1:A9)", "112 mph"}
    assert document["version"] == "=cmd|' /C calc'!A0"
    assert set(document["sources"]) == {"evil-forum"}


def test_schema_org(run: Run) -> None:
    document = json.loads(run("show", "Citroën", "--format", "jsonld").out)
    assert document["@context"] == "https://schema.org"
    assert document["brand"]["name"] == "Citroën"

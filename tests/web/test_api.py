"""The API answers what its description says, and what the command line writes."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest

from catalog.cli.main import main
from tests.conftest import SPECS
from tests.web.conftest import HAULER, VAN, Ask, description

#: Each path of the description, asked in a few ways.
ASKED = {
    "/api/vehicles": [
        "/api/vehicles",
        "/api/vehicles?where=payload+%3E%3D+1+t&sort=-payload&columns=id,payload,range[wltp]&units=us",
        "/api/vehicles?q=van&limit=1&unit=range%3Dmi",
        "/api/vehicles?where=payload+%3E+900+t",
    ],
    "/api/facets": ["/api/facets", "/api/facets?type=van", "/api/facets?where=payload+%3E+900+t"],
    "/api/vehicles/{vehicle_id}": [
        f"/api/vehicles/{VAN}",
        "/api/vehicles/evil-sons-script",
        f"/api/vehicles/{HAULER}?no_derived=1&units=uk",
    ],
    "/api/compare": [
        f"/api/compare?id={VAN}&id={HAULER}",
        f"/api/compare?id={VAN}&id={HAULER}&baseline={HAULER}&units=us",
        f"/api/compare?id={VAN}&id={HAULER}&id=evil-sons-script&fields=masses,range&only_differences=1",
    ],
    "/api/fields": ["/api/fields"],
    "/api/fields/{key}": ["/api/fields/payload", "/api/fields/gvwr", "/api/fields/derived_load_box"],
    "/api/sources": ["/api/sources"],
    "/api/sources/{source_id}": ["/api/sources/acme-brochure-2024"],
    "/api/plants": ["/api/plants"],
    "/api/plants/{plant_id}": ["/api/plants/empty-hall"],
}


def test_every_path_of_the_description_is_asked(ask: Ask) -> None:
    assert set(description(ask)["paths"]) == set(ASKED)


def test_every_shape_that_is_named_is_described(ask: Ask) -> None:
    whole = description(ask)
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(whole)))
    assert named == set(whole["components"]["schemas"])
    for operations in whole["paths"].values():
        assert "application/problem+json" in operations["get"]["responses"]["422"]["content"]


@pytest.mark.parametrize(("path", "url"), [(path, url) for path, urls in ASKED.items() for url in urls])
def test_an_answer_has_the_described_shape_and_no_other_key(ask: Ask, path: str, url: str) -> None:
    found = ask(url)
    assert found.status_code == 200, found.text
    assert found.headers["content-type"] == "application/json"
    whole = description(ask)
    schema = whole["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    components = {"schemas": {name: closed(shape) for name, shape in whole["components"]["schemas"].items()}}
    jsonschema.validate(found.json(), {**schema, "components": components})


def closed(shape: Any) -> Any:
    """A schema of an object that takes no key but its own."""
    if "properties" not in shape:
        return shape
    bases = shape.get("allOf")
    assert bases is None
    return {**shape, "additionalProperties": False}


@pytest.mark.parametrize(
    ("url", "command"),
    [
        (f"/api/compare?id={VAN}&id={HAULER}", ["compare", VAN, HAULER]),
        (
            f"/api/compare?id={VAN}&id={HAULER}&baseline={HAULER}&units=us&unit=range%3Dkm",
            ["compare", VAN, HAULER, "--baseline", HAULER, "--units", "us", "--unit", "range=km"],
        ),
        (
            f"/api/compare?id={VAN}&id={HAULER}&fields=masses,range&only_differences=1&no_derived=1",
            ["compare", VAN, HAULER, "--fields", "masses,range", "--only-differences", "--no-derived"],
        ),
        (f"/api/vehicles/{VAN}?units=uk", ["show", VAN, "--units", "uk"]),
        ("/api/fields", ["fields"]),
        ("/api/fields/payload", ["fields", "payload"]),
        ("/api/sources", ["sources"]),
        ("/api/sources/acme-brochure-2024", ["sources", "acme-brochure-2024"]),
        ("/api/plants", ["plants"]),
        ("/api/plants/empty-hall", ["plants", "empty-hall"]),
        ("/api/facets?type=van", ["list", "--type", "van", "--facets"]),
    ],
)
def test_the_api_and_the_command_line_give_one_document(
    ask: Ask, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, url: str, command: list[str]
) -> None:
    monkeypatch.setenv("VEHICLES_SPECS", str(SPECS))
    assert main([*command, "--format", "json", "--no-config"]) == 0
    assert json.loads(capsys.readouterr().out) == ask(url).json()


def test_a_list_has_the_vehicles_of_the_command(
    ask: Ask, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEHICLES_SPECS", str(SPECS))
    assert main(["list", "--where", "payload > 0.5 t", "--sort", "-payload", "--format", "json", "--no-config"]) == 0
    found = ask("/api/vehicles?where=payload+%3E+0.5+t&sort=-payload").json()
    assert found["vehicles"] == json.loads(capsys.readouterr().out)["vehicles"]
    assert found["asked"] == "Vehicles where payload is above 0.5 t."
    assert found["command"] == "vehicles list --where 'payload > 0.5 t' --sort=-payload"


def test_the_pages_of_a_list_are_the_whole_list(ask: Ask) -> None:
    whole = [entry["id"] for entry in ask("/api/vehicles?sort=-payload").json()["vehicles"]]
    url, found = "/api/vehicles?sort=-payload&limit=2", []
    while url:
        page = ask(url)
        document = page.json()
        assert document["total"] == len(whole)
        found += [entry["id"] for entry in document["vehicles"]]
        url = document["next"]
        assert page.headers.get("link") == (f'<{url}>; rel="next"' if url else None)
    assert found == whole
    assert len(whole) == 5


def test_an_offset_behind_the_end_is_an_empty_page(ask: Ask) -> None:
    document = ask("/api/vehicles?offset=1000").json()
    assert (document["vehicles"], document["next"], document["total"]) == ([], None, 5)


def test_names_are_taken_as_people_type_them(ask: Ask) -> None:
    assert ask("/api/vehicles/acme%20van").json()["id"] == VAN
    found = ask(f"/api/compare?id=acme+van&id={VAN}&id=hauler").json()
    assert [one["id"] for one in found["vehicles"]] == [VAN, HAULER]


def test_the_baseline_stands_first(ask: Ask) -> None:
    found = ask(f"/api/compare?id={VAN}&id={HAULER}&baseline=hauler").json()
    assert (found["baseline"], found["vehicles"][0]["id"]) == (HAULER, HAULER)


def test_the_documentation_is_of_this_server_alone(ask: Ask) -> None:
    page = ask("/api/docs").text
    places = [part.split('"')[0] for mark in ('src="', 'href="') for part in page.split(mark)[1:]]
    assert len(places) == 6
    for place in places:
        assert place.startswith("/")
        if place != "/":
            assert ask(place).status_code == 200, place
    bundle = ask(next(place for place in places if "bundle" in place))
    assert bundle.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert len(bundle.content) > 1_000_000

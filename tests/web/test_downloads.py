"""What is on screen as a file: the text of the command line's format, and nothing that a spreadsheet runs."""

from __future__ import annotations

import json

import pytest

from catalog.cli.main import main
from catalog.web.downloads import FILES, MEDIA_TYPES
from tests.conftest import SPECS
from tests.web.conftest import HAULER, VAN, Ask

#: Each view, and the command that shows the same.
VIEWS = {
    "vehicles": ("where=payload+%3E+0.5+t&columns=id,make,payload,claims", [
        "list", "--where", "payload > 0.5 t", "--columns", "id,make,payload,claims"]),
    "compare": (f"id={VAN}&id={HAULER}&units=us", ["compare", VAN, HAULER, "--units", "us"]),
    "vehicle": (f"id={VAN}", ["show", VAN]),
    "fields": ("", ["fields"]),
    "sources": ("id=acme-brochure-2024", ["sources", "acme-brochure-2024"]),
    "plants": ("id=graz", ["plants", "graz"]),
}  # fmt: skip
EVERY = [(view, form) for view in VIEWS for form in MEDIA_TYPES if form != "jsonld" or FILES[view].json_ld]


def test_every_view_is_downloaded() -> None:
    assert set(VIEWS) == set(FILES)


@pytest.mark.parametrize(("view", "form"), EVERY)
def test_a_file_is_what_the_command_writes(
    ask: Ask, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, view: str, form: str
) -> None:
    monkeypatch.setenv("VEHICLES_SPECS", str(SPECS))
    query, command = VIEWS[view]
    found = ask(f"/download/{view}.{form}?{query}")
    assert found.status_code == 200, found.text
    assert found.headers["content-type"] == f"{MEDIA_TYPES[form]}; charset=utf-8"
    assert found.headers["content-disposition"] == f'attachment; filename="{view}.{form}"'
    assert main([*command, "--format", form, "--no-config"]) == 0
    written = capsys.readouterr().out
    if form == "html":
        assert written in found.text
        assert found.text.startswith("<!doctype html>")
    elif form in ("json", "jsonld"):
        assert json.loads(found.text) == json.loads(written)
    else:
        assert found.text == written


def test_names_that_attack_are_text(ask: Ask) -> None:
    """The fixture catalog has a car whose every text attacks something."""
    page = ask("/download/vehicle.html?id=evil-sons-script").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert 'href="javascript:' not in page
    table = ask("/download/vehicles.csv?columns=id,make,model").text
    for line in table.splitlines():
        for cell in line.split(","):
            assert not cell.strip('"').startswith(("=", "+", "@", "\t"))

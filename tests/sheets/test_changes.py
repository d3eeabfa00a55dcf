"""What changed between two states of the data."""

from __future__ import annotations

from catalog.plain import replace
from catalog.sheets.changes import changes_sheet
from tests.sheets.conftest import Make, headings, rows


def test_nothing_changed(make: Make) -> None:
    record = make(length="5 m")
    sheet = changes_sheet({"a": record}, {"a": record})
    assert sheet.lines == ()
    assert sheet.document == {"shape": 1, "changes": []}


def test_vehicles_and_values_added_removed_and_changed(make: Make) -> None:
    old = {"a": make(length="5 m", width="2 m"), "gone": make()}
    new = {"a": make(length="5.1 m", range={"value": "300 km", "procedure": "wltp"}), "new": make()}
    sheet = changes_sheet(old, new)
    assert headings(sheet) == ["a", "gone", "new"]
    assert rows(sheet) == [
        ("length", "5 m, [brochure]", "5.1 m, [brochure]"),
        ("range", "added", "300 km, procedure wltp, [brochure]"),
        ("width", "2 m, [brochure]", ""),
        ("(vehicle)", "removed", ""),
        ("(vehicle)", "added", ""),
    ]
    assert sheet.notes == ("5 changes",)
    assert all(set(change) == {"vehicle", "field", "change", "was", "is"} for change in sheet.records)


def test_a_value_that_moves_in_its_list_has_not_changed(make: Make) -> None:
    record = make(length=[{"value": "5 m", "source": "brochure"}, {"value": "5.1 m", "source": "paper"}])
    turned = replace(record, claims={"length": type(record.claims["length"])(reversed(record.claims["length"]))})
    assert changes_sheet({"a": record}, {"a": turned}).lines == ()

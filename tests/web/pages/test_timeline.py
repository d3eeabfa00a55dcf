"""Output claims in time: when they were stated, and what time they are about."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.model.claim import Claim
from catalog.model.plant_record import OutputRecord, PlantRecord
from catalog.web.pages.timeline import span_of, timeline


def plant(*output: tuple[str, str | None]) -> PlantRecord:
    entries = tuple(
        OutputRecord(period, "plan", stated, Claim("output", f"{number} cars"))
        for number, (period, stated) in enumerate(output)
    )
    return PlantRecord("hall", "Hall", "Graz", "AT", "", "", (), "", entries, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2023-02", (date(2023, 2, 1), date(2023, 2, 28))),
        ("2023-12-14", (date(2023, 12, 14), date(2023, 12, 14))),
        ("2023-02-30", None),
        ("a day", None),
    ],
)
def test_a_date_is_a_span_of_days(text: str, expected: tuple[date, date] | None) -> None:
    assert span_of(text) == expected


def test_claims_stand_in_the_order_in_which_they_were_made() -> None:
    found = timeline(plant(("2024", "2024-04"), ("by the end of 2023", "2023-12-14"), ("a day", None)), {})
    assert found is not None
    assert [entry.period for entry in found.entries] == ["by the end of 2023", "2024", "a day"]
    assert [year for _, year in found.years] == ["2023", "2024", ""]
    first, second, third = found.entries
    assert first.stated is not None
    assert first.about is not None
    assert not first.about.sure
    assert first.about.start <= first.stated.start <= first.about.end
    assert second.about is not None
    assert second.about.sure
    assert (third.stated, third.about) == (None, None)
    assert third.words == "plan, a day: 2 cars, stated undated"


def test_without_any_date_there_is_no_line() -> None:
    assert timeline(plant(("a day", None)), {}) is None

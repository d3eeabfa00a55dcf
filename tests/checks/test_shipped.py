"""The shipped catalogue: nothing in it that nobody has looked at."""

from __future__ import annotations

import pytest

from catalog.checks import Finding, run_checks
from catalog.model import FIELDS
from catalog.reading import load, shipped


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    loaded = load([shipped()])
    records = [vehicle.record() for vehicle in loaded.vehicles.values()]
    return run_checks(records, loaded.sources, loaded.plants, FIELDS)


def test_no_finding_is_unexplained(found: list[Finding]) -> None:
    assert [f"{entry.subject}: {entry.code}: {entry.message}" for entry in found if entry.unexplained] == []


def test_reasons_are_sentences(found: list[Finding]) -> None:
    assert [entry for entry in found if entry.accepted is not None and len(entry.accepted.split()) < 4] == []


def test_messages_are_one_line_and_name_their_values(found: list[Finding]) -> None:
    for entry in found:
        assert "\n" not in entry.message
        for _, text in entry.values[:1]:
            assert text in entry.message

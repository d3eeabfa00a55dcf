"""The cold path compiles queries: what a usual query does not need may not be imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_USUAL = "payload >= 1 t and range[wltp] > 150 mi and make in (Ford, Foton)"
_COMPILE = f"""
import sys
from catalog.model.fields import FIELDS
from catalog.query import Schema, compile_query
compile_query({_USUAL!r}, Schema(FIELDS, {{"range": {{"wltp": "range_1"}}}}))
print(*sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """Every module that a process has imported when it has compiled a usual query."""
    found = subprocess.run([sys.executable, "-c", _COMPILE], check=True, capture_output=True, text=True)
    return set(found.stdout.split())


@pytest.mark.parametrize("heavy", ["pydantic", "pint", "tabulate", "dataclasses", "typing", "inspect", "calendar"])
def test_a_usual_query_imports_nothing_heavy(imported: set[str], heavy: str) -> None:
    assert "catalog.query.sql" in imported
    assert heavy not in imported


@pytest.mark.parametrize("module", ["complaints", "dates", "english", "spelled", "unknown_names", "unparse"])
def test_a_usual_query_needs_no_module_of_errors_sentences_or_dates(imported: set[str], module: str) -> None:
    assert f"catalog.query.{module}" not in imported
    assert "catalog.model.qualifiers" not in imported

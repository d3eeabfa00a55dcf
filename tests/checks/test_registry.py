"""The registry: every check file in it, each with a stable code and an explanation."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from catalog import checks
from catalog.checks import CHECKS, CODES, Check
from tests.checks.test_vehicle_checks import FIRES

HELPERS = {"__init__", "acceptance", "check", "figures", "finding", "span"}
TESTED_ELSEWHERE = {  # checks that need more than one vehicle, sources, or another test's form
    "mended-unit", "kept-mass", "duplicate", "unused-source", "undated-source", "home-page-source",
    "unknown-accept", "unused-accept",
}  # fmt: skip
FILES = sorted(path.stem for path in Path(checks.__file__).parent.glob("*.py") if path.stem not in HELPERS)


def test_every_file_is_registered_once() -> None:
    registered = [import_module(f"catalog.checks.{name}").CHECK for name in FILES]
    assert sorted(check.code for check in registered) == sorted(CODES)
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_named_by_its_code(name: str) -> None:
    assert import_module(f"catalog.checks.{name}").CHECK.code == name.replace("_", "-")


@pytest.mark.parametrize("check", CHECKS, ids=CODES)
def test_a_check_explains_itself(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.code)
    assert check.title.endswith(".")
    assert len(check.title) < 120
    assert len(check.explanation) > 2 * len(check.title)


def test_every_check_has_cases() -> None:
    assert {code for code, _ in FIRES} | TESTED_ELSEWHERE == set(CODES)


def test_acceptances_are_checked_last() -> None:
    assert CODES[-2:] == ("unknown-accept", "unused-accept")

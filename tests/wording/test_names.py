"""What ``catalog.wording`` offers, and that wording numbers imports no models."""

from __future__ import annotations

import subprocess
import sys

import pytest

import catalog.wording


def test_every_name_resolves() -> None:
    assert all(getattr(catalog.wording, name) is not None for name in catalog.wording.__all__)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"module 'catalog\.wording' has no attribute 'wording'"):
        catalog.wording.__getattr__("wording")


def test_numbers_are_worded_without_the_models() -> None:
    program = "import sys, catalog.wording; print([m for m in ('pydantic', 'pint') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

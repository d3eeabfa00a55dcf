"""The cold path compiles queries: neither pint nor pydantic may be imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("heavy", ["pydantic", "pint", "tabulate"])
def test_the_query_package_imports_nothing_heavy(heavy: str) -> None:
    script = f"import sys, catalog.query; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

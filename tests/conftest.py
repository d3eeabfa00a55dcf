"""What all tests share: the fixture catalog, and golden outputs.

The fixture catalog (``tests/fixtures/specs``) holds five invented vehicles, so that outputs do not change with
the shipped data. Golden outputs lie in ``tests/goldens``; to write them anew after a wanted change::

    pytest --update-goldens

and read each changed file as a fleet buyer would before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import catalog
from catalog.collection import Catalog

# No example has a time limit (machines differ), and continuous integration draws the same examples every time, so
# that what lands does not hang on a draw; everybody else draws anew.
settings.register_profile(
    "catalog", deadline=None, derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("catalog")
TESTS = Path(__file__).parent
SPECS = TESTS / "fixtures" / "specs"
GOLDENS = TESTS / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden outputs instead of comparing them")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Indexes that tests make are the tests' own, and made once."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def specs() -> Path:
    """The folder of the fixture catalog."""
    return SPECS


@pytest.fixture(scope="session")
def fixture_catalog() -> Catalog:
    """The fixture catalog: an electric van with disagreeing sources, a Citroën, a diesel truck with a Chinese name,
    a car whose every text attacks something, and a pickup of which next to nothing is published."""
    return catalog.open(SPECS)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)`` compares a text with the file of that name, or writes it with ``--update-goldens``."""

    def check(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.write_bytes(text.encode())
            return
        assert path.is_file(), f"no golden {name}; write it with pytest --update-goldens, and read it"
        assert path.read_bytes().decode() == text

    return check

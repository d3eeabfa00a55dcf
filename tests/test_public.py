"""The public face of the package: exact names, each with a docstring, nothing heavy at import."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import catalog


def test_the_names_are_exactly_these() -> None:
    assert sorted(catalog.__all__) == sorted(
        [
            "Ambiguous", "Catalog", "CatalogError", "Claim", "Claims", "Comparison", "FIELDS", "NoSingleValue", "NotComparable",
            "NotConvertible", "NotFound", "Plant", "QueryError", "ReadingError", "SettingsError", "Source", "SpecError",
            "Vehicle", "choose", "open", "open_data_sets", "read", "DataSets",
        ]
    )  # fmt: skip
    assert len(catalog.__all__) == len(set(catalog.__all__))
    assert dir(catalog) == sorted([*catalog.__all__, "__version__"])


@pytest.mark.parametrize("name", catalog.__all__)
def test_every_name_resolves_and_says_what_it_is(name: str) -> None:
    found = getattr(catalog, name)
    assert found is not None
    if inspect.isclass(found) or inspect.isfunction(found):
        assert inspect.getdoc(found)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'catalog' has no attribute 'vehicles'"):
        _ = catalog.vehicles
    assert not hasattr(catalog, "os")


def test_errors_have_one_root() -> None:
    for name in catalog.__all__:
        found = getattr(catalog, name)
        if inspect.isclass(found) and issubclass(found, Exception):
            assert issubclass(found, catalog.CatalogError)


def test_it_is_typed() -> None:
    assert Path(catalog.__file__).with_name("py.typed").is_file()
    assert catalog.open.__annotations__["return"] == "Catalog"

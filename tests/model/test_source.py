"""Sources: what they must say, and how they are ranked and cited."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog.model import Source
from catalog.model.cited import RANK
from catalog.model.source import SourceKind

DATA: dict[str, Any] = {"id": "acme-2024", "publisher": "Acme", "title": "Price list", "kind": "manufacturer"}


def source(**more: Any) -> Source:
    return Source.model_validate({**DATA, **more})


def test_every_kind_has_a_rank() -> None:
    assert set(RANK) == set(get_args(SourceKind))


def test_trust_before_kind_before_mirror() -> None:
    ordered = [
        source(kind="regulator"),
        source(kind="regulator", mirror=True),
        source(kind="press"),
        source(kind="forum"),
        source(kind="regulator", low_trust=True),
        source(kind="forum", low_trust=True, mirror=True),
    ]
    turned = ordered[::-1]
    assert sorted(turned, key=lambda entry: entry.preference) == ordered


@pytest.mark.parametrize(
    ("more", "citation"),
    [
        ({}, "Acme, “Price list”, undated"),
        ({"date": "2024-03"}, "Acme, “Price list”, 2024-03"),
        ({"url": "https://acme.example/p"}, "Acme, “Price list”, undated, https://acme.example/p"),
    ],
)
def test_a_citation_is_one_line(more: dict[str, Any], citation: str) -> None:
    assert source(**more).citation == citation


@pytest.mark.parametrize(
    ("date", "key"), [(None, ""), ("c. 2015", "2015"), ("2024-Q1", "2024-02"), ("1970–1975", "1970")]
)
def test_dates_are_read_and_sort(date: str | None, key: str) -> None:
    assert source(date=date).date_key == key


@pytest.mark.parametrize(
    "more",
    [
        {"id": "Acme"},
        {"id": "acme_2024"},
        {"id": "acme-"},
        {"id": "acme bus"},
        {"publisher": ""},
        {"title": "   "},
        {"title": "x" * 301},
        {"kind": "blog"},
        {"kind": None},
        {"date": "24.03.2023"},
        {"date": 2024},
        {"url": "www.acme.example"},
        {"url": "https://acme.example/a b"},
        {"url": "javascript:alert(1)"},
        {"mirror": "true"},
        {"low_trust": 1},
        {"author": "A"},
    ],
    ids=str,
)
def test_what_is_no_source_is_a_validation_error(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as error:
        source(**more)
    assert [entry["loc"] for entry in error.value.errors()] == [tuple(more)]


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*Source.model_fields, "x"]), st.one_of(st.text(max_size=9), st.integers(), st.none())
    )
)
def test_anything_is_a_source_or_a_validation_error(data: dict[str, Any]) -> None:
    try:
        found = Source.model_validate({**DATA, **data})
    except ValidationError as error:
        str(error)  # which pydantic makes only now
        return
    assert found.citation
    assert found.id

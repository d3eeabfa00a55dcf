"""Plants: their claims, and what they take from the plant's file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalog.model import Plant
from catalog.model.parse import CLAIM_KEYS
from catalog.model.plant import Fact, Output

DATA: dict[str, Any] = {"id": "town", "name": "Works", "place": "Town", "country": "DE", "sources": ["press"]}


def plant(**more: Any) -> Plant:
    return Plant.model_validate({**DATA, **more})


def test_outputs_and_facts_are_claims_with_the_plant_s_sources() -> None:
    found = plant(
        output=[
            {"period": "2024", "value": "up to 80,000 cars", "stated": "2024-02"},
            {"period": "2025", "value": "5", "what": "built", "source": "site"},
            {"period": "2026", "value": "5", "sources": ["site", "blog"]},
        ],
        facts=[{"what": "brand", "value": "Next"}],
    )
    assert [entry.claim.sources for entry in found.output] == [("press",), ("site",), ("site", "blog")]
    assert [entry.what for entry in found.output] == ["plan", "built", "plan"]
    assert found.output[0].stated == "2024-02"
    assert found.output[0].claim.reading is not None
    assert found.output[0].claim.reading.canonical == (80000, 80000)
    assert (found.facts[0].what, found.facts[0].claim.text) == ("brand", "Next")
    assert [claim.field for claim in found.claims] == ["output", "output", "output", "facts"]


def test_a_plant_made_of_its_parts_is_the_same() -> None:
    first = plant(output=[{"period": "2024", "value": "5"}], facts=[{"what": "brand", "value": "Next"}])
    again = Plant.model_validate({**dict(first), "output": list(first.output), "facts": first.facts})
    assert again == first
    parts = Output(period="2024", claim=first.output[0].claim), Fact(what="brand", claim=first.facts[0].claim)
    assert parts == (first.output[0], first.facts[0])


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ({"name": ""}, [("name",)]),
        ({"country": "Germany"}, [("country",)]),
        ({"owners": "x"}, [("owners",)]),
        ({"sources": "press"}, [("sources",)]),
        ({"sources": 5}, [("sources",)]),
        ({"sources": [5]}, [("sources", 0)]),
        ({"sources": None}, [("sources",)]),
        ({"output": "many"}, [("output",)]),
        ({"output": {"period": "2024", "value": "5"}}, [("output",)]),
        ({"output": ["5"]}, [("output", 0)]),
        ({"output": [{"period": "2024"}]}, [("output", 0, "claim")]),
        ({"output": [{"value": "5"}]}, [("output", 0, "period")]),
        ({"output": [{"value": "many"}]}, [("output", 0, "period"), ("output", 0, "claim")]),
        ({"output": [{"period": "2024", "value": "5", "x": 1}]}, [("output", 0, "x")]),
        ({"output": [{"period": "2024", "value": "5", "what": "sold"}]}, [("output", 0, "what")]),
        ({"output": [{"period": "2024", "value": "5", "stated": "soon"}]}, [("output", 0, "stated")]),
        ({"facts": [{"what": "brand", "value": "x", "claim": "y"}]}, [("facts", 0, "claim")]),
        ({"facts": [{"what": "a", "value": "x"}, {"value": "x"}]}, [("facts", 1, "what")]),
    ],
    ids=str,
)
def test_faults_have_their_place(more: dict[str, Any], places: list[tuple[str | int, ...]]) -> None:
    """Every one of them, and no other: sources that are no list are not told of every entry as well."""
    with pytest.raises(ValidationError) as error:
        plant(**{"facts": [{"what": "brand", "value": "Next"}], **more})
    assert [entry["loc"] for entry in error.value.errors()] == places


def test_an_entry_without_a_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="no source"):
        Plant.model_validate(
            {**{key: value for key, value in DATA.items() if key != "sources"}, "facts": [{"what": "a", "value": "x"}]}
        )


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*CLAIM_KEYS, "period", "what", "stated", "claim", "x"]), inner, max_size=4),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from([*Plant.model_fields, "x"]), ANYTHING, max_size=4))
def test_anything_is_a_plant_or_a_validation_error(data: dict[str, Any]) -> None:
    try:
        found = plant(**data)
    except ValidationError as error:
        str(error)  # which pydantic makes only now
        return
    assert all(claim.sources for claim in found.claims)

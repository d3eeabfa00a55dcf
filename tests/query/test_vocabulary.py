"""The closed vocabularies are those of the models, and what is said of a text that is not in one."""

from __future__ import annotations

from typing import get_args

import pytest

from catalog.model import FIELDS
from catalog.model.vehicle import Category, PowertrainType, VehicleType
from catalog.query.vocabulary import CLOSED
from tests.query.samples import compiled


def test_the_vocabularies_are_those_of_the_models() -> None:
    assert CLOSED["type"] == get_args(VehicleType)
    assert CLOSED["category"] == get_args(Category)
    assert CLOSED["powertrain"] == get_args(PowertrainType)


@pytest.mark.parametrize("key", [*CLOSED, *(key for key, info in FIELDS.items() if info.spec.vocabulary)])
def test_every_word_of_a_vocabulary_can_be_asked_for_in_any_case(key: str) -> None:
    for word in CLOSED.get(key) or FIELDS[key].spec.vocabulary:
        assert word in compiled(f"{key} = '{word.swapcase()}'").parameters


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("market = de", ("%,DE,%", "%,EU,%")),
        ("market = UK", ("%,GB,%",)),
        ("market = EU", ("%,EU,%",)),
        ("market in (FR, DE, FR)", ("%,FR,%", "%,EU,%", "%,DE,%")),
        ("powertrain in (ev, BEV, battery electric)", ("battery electric",)),
        ("powertrain like 'b%'", ("b%",)),
    ],
)
def test_what_a_word_stands_for(query: str, asked: tuple[str, ...]) -> None:
    assert asked == compiled(query).parameters

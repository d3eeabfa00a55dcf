"""The closed vocabularies of definitions."""

from __future__ import annotations

import pytest

from catalog.errors import ReadingError
from catalog.model import FIELDS
from catalog.model.qualifiers import QUALIFIERS, Qualifier
from catalog.units import KINDS

ALL = pytest.mark.parametrize("qualifier", QUALIFIERS.values(), ids=QUALIFIERS)


@ALL
def test_a_qualifier_has_words_or_a_pattern_or_a_kind(qualifier: Qualifier) -> None:
    assert qualifier.what
    assert sum([bool(qualifier.values), qualifier.pattern is not None, qualifier.kind is not None]) == 1
    assert qualifier.kind is None or qualifier.kind in KINDS
    assert qualifier.not_comparable <= set(qualifier.values)


@ALL
def test_its_words_or_its_example_are_read(qualifier: Qualifier) -> None:
    for value in qualifier.values or (qualifier.example,):
        assert qualifier.read(value) == value
        assert qualifier.read(f" {value} ") == value
        assert qualifier.label(value)
    for value in qualifier.values:
        assert qualifier.read(value.upper()) == value


@ALL
def test_what_is_not_of_it_is_refused_with_what_is(qualifier: Qualifier) -> None:
    with pytest.raises(ReadingError) as error:
        qualifier.read("no such thing " * 10)
    assert error.value.choices
    if qualifier.values:
        assert set(error.value.choices) <= set(qualifier.values)


@ALL
def test_a_field_has_it(qualifier: Qualifier) -> None:
    assert any(qualifier.key in info.spec.qualifiers for info in FIELDS.values())


def test_the_nearest_word_is_offered() -> None:
    with pytest.raises(ReadingError, match="write wltp"):
        QUALIFIERS["procedure"].read("WTLP")

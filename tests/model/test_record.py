"""The record: what is known of a field, and what is known not to be."""

from __future__ import annotations

import pytest

from catalog.model import Status
from tests.model.conftest import Build


@pytest.mark.parametrize("rest", ["", "not published"])
def test_what_is_stated_of_a_field_without_a_value(rest: str, build: Build) -> None:
    record = build(
        {"rest": rest},
        length="5 m",
        width={"status": "not published"},
        height={"status": "not applicable"},
        payload=[{"status": "not published"}, "1 t"],
    ).record()
    assert record.stated("length") is None
    assert record.stated("width") is Status.NOT_PUBLISHED
    assert record.stated("height") is Status.NOT_APPLICABLE
    assert record.stated("payload") is None
    assert record.stated("wheelbase") is (Status.NOT_PUBLISHED if rest else None)


def test_values_are_the_claims_that_hold_one(build: Build) -> None:
    record = build(payload=[{"status": "not published"}, "1 t", "2 t"], width={"status": "not published"}).record()
    assert [claim.published for claim in record.values("payload")] == ["1 t", "2 t"]
    assert record.values("width") == ()
    assert record.values("length") == ()

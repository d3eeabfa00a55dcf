"""The rule of choice: which of several claims is shown first."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.model import Source, Vehicle
from catalog.model.cited import RANK
from catalog.reading.preference import in_order, preference
from tests.reading.conftest import Read

SOURCES = (
    "".join(
        f'[{kind.replace(" ", "-")}]\npublisher = "P"\ntitle = "T"\nkind = "{kind}"\ndate = "2020"\n\n'
        for kind in ("regulator", "manufacturer", "data set", "press", "encyclopedia", "dealer", "forum")
    )
    + """
[newer]
publisher = "P"
title = "T"
kind = "press"
date = "2024-03"

[undated]
publisher = "P"
title = "T"
kind = "press"

[copy]
publisher = "P"
title = "T"
kind = "press"
date = "2025"
mirror = true

[careless]
publisher = "P"
title = "T"
kind = "regulator"
date = "2025"
low_trust = true
"""
)


def order(read: Read, *claims: str, more: str = "") -> list[str]:
    """The sources (or values) in the order in which claims of them are preferred; each claim is the rest of a table."""
    entries = ", ".join(f'{{ value = "{number} m", {claim} }}' for number, claim in enumerate(claims, 1))
    loaded = read(
        f"length = [{entries}]", head='make = "A"\nmodel = "B"\nvehicle_type = "van"\n\n', sources=SOURCES + more
    )
    assert [str(fault) for fault in loaded.faults] == []
    return [claim.published for claim in loaded.vehicles["acme-van"].length]


KINDS = [kind.replace(" ", "-") for kind in RANK]


@pytest.mark.parametrize("better", range(len(KINDS) - 1))
def test_each_kind_of_source_before_the_next(better: int, read: Read) -> None:
    first, second = KINDS[better], KINDS[better + 1]
    assert order(read, f'source = "{second}"', f'source = "{first}"') == ["2 m", "1 m"]


def test_the_kinds_are_ranked_as_documented() -> None:
    assert list(RANK) == ["regulator", "manufacturer", "data set", "press", "encyclopedia", "dealer", "forum"]
    assert sorted(RANK.values()) == list(RANK.values())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('source = "newer"', 'source = "press"'),
        ('source = "press"', 'source = "undated"'),
        ('source = "forum"', 'source = "careless"'),
        ('source = "undated"', 'source = "copy"'),
        ('source = "forum", preferred = true', 'source = "regulator"'),
        ('source = "careless", preferred = true', 'source = "regulator"'),
        ('source = "forum"', 'source = "regulator", applies_to = "the long version"'),
        ('source = "forum", applies_to = "x", preferred = true', 'source = "regulator"'),
        ('source = "forum", applies_to = "x"', 'source = "regulator", doubt = "cannot be"'),
        ('source = "careless"', 'source = "regulator", doubt = "cannot be", preferred = true'),
        ('source = "press", date = "2025"', 'source = "newer"'),
        ('source = "newer"', 'source = "newer", date = "2023"'),
        ('source = "newer"', 'source = "newer", date = "c. 2022"'),
        ('source = "newer", date = "2024-Q4"', 'source = "newer", date = "2024-05"'),
        ('source = "newer", date = "2024-06"', 'source = "newer", date = "2024-spring"'),
        ('source = "newer", date = "2024-03-24"', 'source = "newer", date = "2024-03"'),
        ('source = "newer", date = "2024-03"', 'source = "newer", date = "2024"'),
        ('sources = ["forum", "regulator"]', 'source = "manufacturer"'),
        ('sources = ["press", "newer"]', 'source = "press"'),
    ],
)
def test_the_first_before_the_second_however_they_stand(first: str, second: str, read: Read) -> None:
    assert order(read, first, second) == ["1 m", "2 m"]
    assert order(read, second, first) == ["2 m", "1 m"]


def test_what_is_equal_stays_in_the_order_of_the_file(read: Read) -> None:
    assert order(read, *['source = "press"'] * 4) == ["1 m", "2 m", "3 m", "4 m"]


def test_the_shown_claim_holds_a_value(read: Read) -> None:
    loaded = read('length = [{ status = "not published", preferred = true }, "5 m"]')
    length = loaded.vehicles["acme-van"].length
    assert [claim.status.has_value for claim in length] == [False, True]
    assert length.shown.published == "5 m"


CLAIMS = st.fixed_dictionaries(
    {"value": st.sampled_from(["1 m", "2 m", "3 m"]), "source": st.sampled_from(["a", "b", "c", "d"])},
    optional={
        "preferred": st.booleans(),
        "doubt": st.just("odd"),
        "applies_to": st.just("part"),
        "date": st.sampled_from(["2020", "2021-05", "2021-Q2", "2021-spring", "c. 2019"]),
    },
)
KNOWN = {
    key: Source.model_validate(
        {"id": key, "publisher": "P", "title": "T", "kind": kind, "date": date, "low_trust": low}
    )
    for key, kind, date, low in (
        ("a", "press", None, False),
        ("b", "press", "2021", False),
        ("c", "regulator", "2020", True),
        ("d", "regulator", "2022", False),
    )
}


@settings(deadline=None)
@given(st.lists(CLAIMS, min_size=1, max_size=5))
def test_the_order_is_one_whatever_the_file_s(claims: list[dict[str, object]]) -> None:
    """Any order of writing gives the same order of ranks, and no claim is lost or made."""
    ranks = set()
    for written in itertools.islice(itertools.permutations(claims), 24):
        vehicle = Vehicle.model_validate(
            {"id": "a-b", "make": "A", "model": "B", "vehicle_type": "van", "specs": {"length": list(written)}}
        )
        ordered = in_order(vehicle, KNOWN).length
        assert sorted(map(repr, ordered)) == sorted(map(repr, vehicle.length))
        keys = [preference(claim, KNOWN) for claim in ordered]
        assert all(first <= second for first, second in itertools.pairwise(keys))
        ranks.add(tuple(keys))
    assert len(ranks) == 1

"""Sort keys become an order in which what is not known comes last."""

from __future__ import annotations

import itertools

import pytest

from catalog.query import SortKey, order_by
from tests.query.samples import SCHEMA, cases, compiled, sort_message
from tests.query.strategies import vehicles
from tests.query.table import Table


@pytest.mark.parametrize(("text", "expected"), cases("sorting"))
def test_keys_become_sql(text: str, expected: str) -> None:
    assert expected == order_by(text, SCHEMA)[0]


@pytest.mark.parametrize("case", cases("sort_errors"), ids=lambda case: case[0])
def test_a_faulty_key_is_explained_at_its_place(case: list[str]) -> None:
    assert "\n".join(case) == sort_message(case[0])


def test_the_number_of_keys_is_limited() -> None:
    assert "more than 20 sort keys" in sort_message(",".join(list(SCHEMA.fields)[:21]))
    assert len(order_by(",".join(list(SCHEMA.fields)[:20]), SCHEMA)[1]) == 20


def test_the_keys_are_told() -> None:
    keys = (SortKey("payload", None, True), SortKey("range", "wltp"), SortKey("make"), SortKey("market", None, True))
    assert keys == order_by("-payload, range[WLTP], make, -markets", SCHEMA)[1]


@pytest.mark.parametrize("sign", ["", "-"])
def test_what_is_not_known_comes_last_and_ids_decide(sign: str) -> None:
    rows = vehicles(3, 40)
    table = Table(SCHEMA, rows)
    found = table.ids(compiled("payload is known or payload is missing"), order_by(f"{sign}payload", SCHEMA)[0])
    table.connection.close()
    by_id = {row["id"]: row for row in rows}
    known = [by_id[name] for name in found if "payload_low" in by_id[name]]
    assert found == [row["id"] for row in known] + [name for name in found if "payload_low" not in by_id[name]]
    sizes = [(float(str(row["payload_low"])), float(str(row["payload_high"]))) for row in known]
    assert sizes == sorted(sizes, reverse=sign == "-")
    places = list(zip(sizes, (str(row["id"]) for row in known), strict=True))
    assert all(one[1] < other[1] for one, other in itertools.pairwise(places) if one[0] == other[0])

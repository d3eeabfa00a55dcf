"""Every way to go wrong in ``cases/errors.txt``, with its place and its message."""

from __future__ import annotations

import pickle

import pytest

from catalog.errors import CatalogError, QueryError
from tests.query.samples import SCHEMA, cases, compiled, error_of, message


@pytest.mark.parametrize("case", cases("errors"), ids=lambda case: case[0][:50])
def test_a_faulty_query_is_explained_at_its_place(case: list[str]) -> None:
    assert "\n".join(case) == message(case[0])


def test_the_parts_of_an_error() -> None:
    error = error_of(lambda: compiled("seats > 1 and\npaylod > 1 t"))
    assert error is not None
    assert isinstance(error, CatalogError)
    assert (error.position, error.length, error.reason, error.suggestions) == (14, 6, "no field 'paylod'", ("payload",))
    assert (error.exit_code, error.http_status) == (3, 422)
    assert str(error) == str(pickle.loads(pickle.dumps(error)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("seats > 1 and\npaylod > 1 t\nand seats > 2", "paylod > 1 t\n^^^^^^\n"),  # the line at fault alone
        ("seats\t> 1 and\u00a0paylod > 1 t", "seats > 1 and paylod > 1 t\n              ^^^^^^\n"),
        ("make = 轻型 and paylod > 1 t", "make = 轻型 and paylod > 1 t\n                ^^^^^^\n"),  # two columns each
        (
            "seats > 1 and " * 20 + "paylod > 1 t",
            "..." + ("seats > 1 and " * 20)[-88:] + "paylod > 1 t\n" + " " * 91 + "^" * 6,
        ),
        ("paylod > 1 t" + " and seats > 1" * 20, "paylod > 1 t" + (" and seats > 1" * 20)[:88] + "...\n^^^^^^\n"),
    ],
    ids=["lines", "tabs", "wide signs", "long before", "long after"],
)
def test_the_place_is_under_the_line(text: str, shown: str) -> None:
    assert message(text).startswith(shown)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the query is empty; write for example payload >= 1 t"),
        ("  \n ", "the query is empty; write for example payload >= 1 t"),
        ("a" * 2001, "a query has at most 2000 characters, this one 2001"),
        ("(" * 51 + "seats > 1", "nested more than 50 deep"),
        ("not " * 60 + "seats > 1", "nested more than 50 deep"),
        ("payload" + " + payload" * 60 + " > 1 t", "nested more than 50 deep"),
        ("seats > 1" + " and seats > 1" * 100, "more than 200 names, numbers and texts"),
        ("seats in (1" + ", 1" * 300 + ")", "more than 200 names, numbers and texts"),
        ("seats\u200b > 1", "an invisible character (U+200B); type it anew"),
        ("seats \x00> 1", "an invisible character (U+0000); type it anew"),
        ("make = \ud800", "an invisible character (U+D800); type it anew"),
        (
            "payload" + " * 99999999999999999999" * 4 + " > 1 kg",
            "the numbers of this comparison lie too far apart",
        ),
    ],
)
def test_limits(text: str, reason: str) -> None:
    error = error_of(lambda: compiled(text))
    assert error is not None
    assert reason == error.reason
    assert str(error).encode()


def test_as_much_as_is_allowed() -> None:
    assert compiled("(" * 48 + "seats > 1" + ")" * 48).where == "seats_low > ?"
    assert compiled("seats > 1" + " or seats > 1" * 99).where.count("or") == 99
    assert len(compiled("seats in (1" + ", 1" * 198 + ")").parameters) == 398
    assert QueryError is type(error_of(lambda: compiled("seats in (1" + ", 1" * 199 + ")")))
    assert SCHEMA.fields

"""Tokens keep what was written and where."""

from __future__ import annotations

import pytest

from catalog.query.tokens import tokenize


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokenize(text)[:-1]]


def test_each_token_knows_its_place() -> None:
    text = "  range [ WLTP  city ]>=150 mi  AND make='O''Neill'"
    tokens = tokenize(text)
    assert [text[token.position : token.end] for token in tokens[:-1]] == [
        "range",
        "[ WLTP  city ]",
        ">=",
        "150",
        "mi",
        "AND",
        "make",
        "=",
        "'O''Neill'",
    ]
    assert [token.text for token in tokens] == [
        "range",
        "WLTP city",
        ">=",
        "150",
        "mi",
        "and",
        "make",
        "=",
        "O'Neill",
        "",
    ]
    assert ("end", len(text)) == (tokens[-1].kind, tokens[-1].position)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mercedes-Benz iD.4 e_x", [("word", "Mercedes-Benz"), ("word", "iD.4"), ("word", "e_x")]),
        ("a - b a -b", [("word", "a"), ("sign", "-"), ("word", "b"), ("word", "a"), ("sign", "-"), ("word", "b")]),
        ("2023-05 2023-Q1 2023-spring", [("date", "2023-05"), ("date", "2023-Q1"), ("date", "2023-spring")]),
        ("2023 - 05", [("number", "2023"), ("sign", "-"), ("number", "05")]),
        ("<= ≤ == <> ≠ −", [("sign", sign) for sign in ("<=", "<=", "=", "!=", "!=", "-")]),
        ("in x maybe y", [("word", "in"), ("word", "x"), ("word", "maybe"), ("word", "y")]),
        ("IN (x) Maybe (y)", [("keyword", "in"), ("sign", "("), ("word", "x"), ("sign", ")"), ("keyword", "maybe"), ("sign", "("), ("word", "y"), ("sign", ")")]),
        ("\"it's\" 'a \"b\"' ''", [("text", "it's"), ("text", 'a "b"'), ("text", "")]),
        ("x['a] b'] x[]", [("word", "x"), ("definition", "a] b"), ("word", "x"), ("definition", "")]),
        ("Citroën 轻型", [("word", "Citroën"), ("word", "轻型")]),
    ],
)  # fmt: skip
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == kinds(text)

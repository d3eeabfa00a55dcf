"""What binds to what, and that a tree prints as a query again."""

from __future__ import annotations

import pytest

from catalog.query import parse
from catalog.query.tree import (
    Among,
    And,
    Arithmetic,
    Between,
    Comparison,
    Condition,
    Like,
    Maybe,
    Missing,
    Name,
    Not,
    Or,
    Quantity,
    Text,
)
from catalog.query.unparse import unparse

A, B, C = (Comparison(">", Name(name), Quantity("1")) for name in "xyz")
ONE, TWO = Quantity("1"), Quantity("2")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("x > 1 or y > 1 and z > 1", Or((A, And((B, C))))),
        ("x > 1 and y > 1 or z > 1", Or((And((A, B)), C))),
        ("(x > 1 or y > 1) and z > 1", And((Or((A, B)), C))),
        ("x > 1 and y > 1 and z > 1", And((A, B, C))),
        ("x > 1 and (y > 1 and z > 1)", And((A, And((B, C))))),
        ("not x > 1 and y > 1", And((Not(A), B))),
        ("not (x > 1 and y > 1)", Not(And((A, B)))),
        ("NOT Not x > 1", Not(Not(A))),
        ("maybe(x > 1 or y > 1) and z > 1", And((Maybe(Or((A, B))), C))),
        ("((x > 1))", A),
        ("x + 1 * 2 > 1", Comparison(">", Arithmetic("+", Name("x"), Arithmetic("*", ONE, TWO)), ONE)),
        ("(x + 1) * 2 > 1", Comparison(">", Arithmetic("*", Arithmetic("+", Name("x"), ONE), TWO), ONE)),
        ("x - 1 - 2 > 1", Comparison(">", Arithmetic("-", Arithmetic("-", Name("x"), ONE), TWO), ONE)),
        ("x - (1 - 2) > 1", Comparison(">", Arithmetic("-", Name("x"), Arithmetic("-", ONE, TWO)), ONE)),
        ("x / 2 * 1 > -1", Comparison(">", Arithmetic("*", Arithmetic("/", Name("x"), TWO), ONE), Quantity("-1"))),
        ("x between 1 and 2 and y > 1", And((Between(Name("x"), ONE, TWO), B))),
        ("x not between 1 + 2 and 2", Between(Name("x"), Arithmetic("+", ONE, TWO), TWO, True)),
        ("x in (1, 'a', b c)", Among(Name("x"), (ONE, Text("a"), Name("b c")))),
        ("x not in (1)", Among(Name("x"), (ONE,), True)),
        ("x like abc", Like(Name("x"), "abc")),
        ("x not like 'a'", Like(Name("x"), "a", True)),
        ("x is missing", Missing(Name("x"))),
        ("x is known", Missing(Name("x"), True)),
        ("x is not missing", Missing(Name("x"), True)),
        ("x is NOT Known", Missing(Name("x"))),
        ("known = missing", Comparison("=", Name("known"), Name("missing"))),
        ("a b[c d] = 2023-05", Comparison("=", Name("a b", "c d"), Text("2023-05"))),
    ],
)
def test_what_binds_to_what(text: str, tree: Condition) -> None:
    assert tree == parse(text)
    assert tree == parse(unparse(tree))


def test_a_node_knows_its_place() -> None:
    text = "seats > 1 and  payload + 1 t >=  2 t"
    tree = parse(text)
    assert isinstance(tree, And)
    assert [text[n.position : n.position + n.length] for n in tree.conditions] == ["seats > 1", "payload + 1 t >=  2 t"]
    last = tree.conditions[1]
    assert isinstance(last, Comparison)
    assert text[last.left.position : last.left.position + last.left.length] == "payload + 1 t"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("(((x > 1)))", "x > 1"),
        ("NOT(x > 1 OR y > 1)", "not (x > 1 or y > 1)"),
        ("x>1t", "x > 1 t"),
        ("x = 'it''s \"so\"'", 'x = "it\'s ""so"""'),
        ("x['[1]']>1", 'x["[1]"] > 1'),
        ("(x - 1) - 2 > 1 / (2 * 3)", "x - 1 - 2 > 1 / (2 * 3)"),
        ("x is not known", "x is missing"),
    ],
)
def test_how_a_tree_is_printed(text: str, printed: str) -> None:
    assert printed == unparse(parse(text))

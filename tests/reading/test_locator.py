"""Every key, element and table of a TOML text is found on its line."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.reading.locator import Locator, deep_line, long_key, tokens

TEXT = """\
a = 1
"b c" = "x" # c = 2
[t] # [x]
k = [ "1", # }
  { v = "2", w = ["q",
     "r"], z.y = 1 }, \"\"\"
multi ] " ""
\"\"\", 'l', 3.5, 1979-05-27 07:32:00,
  [1, 2,
   3] ]
d.e."f\\u0041.g" = 1
s = '''
x = [ '''
u = \"\"\"a\\\"""b\"\"\"\"\"
v = {}
x = []
[[arr]]
n = 1
[[arr]]
n = 2
[arr.sub]
m = 3
[[arr.deep]]
o = 4
[[arr.deep]]
o = 5
[ p . "q" ]
r = {a.b = [{c = 1},
 {c = 2}]}
after = true"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 1),
        (("b c",), 2),
        (("t",), 3),
        (("t", "k"), 4),
        (("t", "k", 0), 4),
        (("t", "k", 1), 5),
        (("t", "k", 1, "v"), 5),
        (("t", "k", 1, "w", 0), 5),
        (("t", "k", 1, "w", 1), 6),
        (("t", "k", 1, "z", "y"), 6),
        (("t", "k", 2), 6),
        (("t", "k", 3), 8),
        (("t", "k", 5), 8),
        (("t", "k", 6, 1), 9),
        (("t", "k", 6, 2), 10),
        (("t", "d", "e"), 11),
        (("t", "d", "e", "fA.g"), 11),
        (("t", "s"), 12),
        (("t", "u"), 14),
        (("t", "v"), 15),
        (("t", "x"), 16),
        (("arr",), 17),
        (("arr", 0, "n"), 18),
        (("arr", 1), 19),
        (("arr", 1, "n"), 20),
        (("arr", 1, "sub", "m"), 22),
        (("arr", 1, "deep", 0, "o"), 24),
        (("arr", 1, "deep", 1), 25),
        (("arr", 1, "deep", 1, "o"), 26),
        (("p",), 27),
        (("p", "q", "r", "a", "b", 0, "c"), 28),
        (("p", "q", "r", "a", "b", 1, "c"), 29),
        (("p", "q", "after"), 30),
    ],
)
def test_each_thing_is_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    locator = Locator(TEXT)
    assert locator.holds(*path)
    assert locator.line(*path) == line


def test_the_table_above_is_a_path_of_the_data() -> None:
    value: Any = tomllib.loads(TEXT)
    for part in ("arr", 1, "deep", 1, "o"):
        value = value[part]
    assert value == 5


@pytest.mark.parametrize(
    ("path", "line"),
    [(("t", "k", 1, "none"), 5), (("t", "none", 4), 3), (("none",), None), ((), None), (("a", "b"), 1)],
)
def test_what_is_not_there_is_told_at_what_is_around_it(path: tuple[str | int, ...], line: int | None) -> None:
    locator = Locator(TEXT)
    assert not locator.holds(*path)
    assert locator.line(*path) == line


def test_without_text_nothing_is_found() -> None:
    assert Locator().line("a") is None


# A document is written in a random layout, each scalar a mark of its own; the locator must find each mark's line.

KEYS = st.text("abé.\"'\\ #=[]{},\n-_1", min_size=1, max_size=4)
NODES = st.recursive(
    st.sampled_from(["basic", "literal", "multi", "multi literal", "bare"]),
    lambda children: st.one_of(st.lists(children, max_size=3), st.dictionaries(KEYS, children, max_size=3)),
    max_leaves=12,
)
LAYOUT = st.lists(st.sampled_from(["", " ", "\n", ' # a comment ] } "\n', "\n\n  "]), min_size=1, max_size=7)


class Writer:
    """Writes a document and notes the path of every scalar, in the order of its marks."""

    def __init__(self, layout: list[str]) -> None:
        self.layout = layout
        self.paths: list[tuple[str | int, ...]] = []

    def gap(self) -> str:
        self.layout = [*self.layout[1:], self.layout[0]]
        return self.layout[0]

    def key(self, key: str) -> str:
        return json.dumps(key, ensure_ascii=False)

    def value(self, node: Any, path: tuple[str | int, ...]) -> str:
        if isinstance(node, list):
            entries = [self.gap() + self.value(entry, (*path, index)) + self.gap() for index, entry in enumerate(node)]
            return "[" + ",".join(entries) + self.gap() + "]"
        if isinstance(node, dict):  # on one line, but for what is in it
            return (
                "{"
                + ", ".join(f"{self.key(key)} = {self.value(entry, (*path, key))}" for key, entry in node.items())
                + "}"
            )
        self.paths.append(path)
        mark = f"{len(self.paths)}"
        return {
            "basic": f'"<{mark}> # \\" ]"',
            "literal": f"'<{mark}> \" }}'",
            "multi": f'"""<{mark}>\n\\""" [ ""{mark} = 1\n"""',
            "multi literal": f"'''<{mark}>\n'' {{\n'''",
            "bare": f"{900000 + len(self.paths)}",
        }[node]

    def document(self, tables: dict[str, dict[str, Any]], elements: list[dict[str, Any]]) -> str:
        lines = []
        for name, table in tables.items():
            lines.append(f"[ {self.key(name)} . x ] # = [")
            lines += [
                f"{self.key(key)}={self.value(node, (name, 'x', key))}{' # y' * len(key)}"
                for key, node in table.items()
            ]
        for index, table in enumerate(elements):
            lines.append("[[list]]")
            lines += [f" {self.key(key)} = {self.value(node, ('list', index, key))}" for key, node in table.items()]
        return "\n".join(lines)


TABLE = st.dictionaries(KEYS, NODES, max_size=4)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(KEYS, TABLE, max_size=3), st.lists(TABLE, max_size=3), LAYOUT)
def test_every_scalar_of_any_document_is_found(
    tables: dict[str, dict[str, Any]], elements: list[dict[str, Any]], layout: list[str]
) -> None:
    writer = Writer(layout)
    text = writer.document(tables, elements)
    data = tomllib.loads(text)
    locator = Locator(text)
    lines = text.split("\n")
    for number, path in enumerate(writer.paths, 1):
        value: Any = data
        for part in path:
            value = value[part]
        mark = f"<{number}>" if isinstance(value, str) else f"{900000 + number}"
        assert locator.holds(*path)
        line = locator.line(*path)
        assert line is not None
        assert mark in lines[line - 1]


@settings(deadline=None)
@given(st.text())
def test_tokens_of_any_text_are_pieces_of_it_in_order(text: str) -> None:
    at = 0
    for _, token, line in tokens(text):
        at = text.index(token, at)
        assert line == text.count("\n", 0, at) + 1
        at += len(token)


@settings(deadline=None)
@given(st.text("ab.\"'\n =[]{}#,1\\", max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    last = text.count("\n") + 1
    assert long_key(text, 3) in (None, *range(1, last + 1))
    assert deep_line(text, 3) in (None, *range(1, last + 1))


def test_an_unclosed_text_ends_the_search() -> None:
    assert long_key('a = """\n' + "b." * 30, 3) is None
    assert deep_line("a = '''\n" + "[" * 30, 3) is None
    assert deep_line('a = "[[[["\nb = [\n[\n[\n[', 3) == 5

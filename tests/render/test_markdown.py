"""Markdown tables: nothing in a cell ends it, opens HTML or turns into markup."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render import Line, Sheet
from catalog.render.markdown import escape, render_markdown
from catalog.render.text import visible

_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
_LINK = re.compile(r"<https?://[^\s<>|]+>")


def cells(row: str) -> list[str]:
    """The cells of a row as GitHub cuts it: at every bar that no backslash stands before."""
    assert row.startswith("|")
    assert row.endswith("|")
    found, cell, escaped = [], "", False
    for character in row[1:]:
        if character == "|" and not escaped:
            found.append(cell.strip(" "))
            cell = ""
            continue
        cell += character
        escaped = character == "\\" and not escaped
    return found


def plain(markdown: str) -> str:
    """The text that a cell shows."""
    links = re.sub(r"<(https?://[^\s<>|]+)>", r"\1", markdown)
    return unescape(re.sub(r"\\([\\`*_{}\[\]|~#$])", r"\1", links))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("317\u00a0km ▲", "317 km ▲"),
        ("a|b", "a\\|b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("A & B &lt;", "A &amp; B &amp;lt;"),
        ("*a* _b_ `c` ~d~ $e$ # [f](g)", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$ \\# \\[f\\](g)"),
        ("one\n two", "one two"),
        ("\\|", "\\\\\\|"),
        ("\x1b[31m", "\\\\u001b\\[31m"),
        ("see https://example.org/a_b*c?d=1&e=2, there", "see <https://example.org/a_b*c?d=1&e=2>, there"),
        ("(https://example.org/x).", "(<https://example.org/x>)."),
        ("https://example.org/a|b", "<https://example.org/a>\\|b"),
    ],
)
def test_escaping(text: str, markdown: str) -> None:
    assert escape(text) == markdown


def test_a_sheet(small: Sheet) -> None:
    lines = render_markdown(small).splitlines()
    assert lines[0].startswith("**&lt;script&gt;")
    table = [line for line in lines if line.startswith("|")]
    assert [len(cells(line)) for line in table] == [2] * 6
    assert table[1:5] == ["| --- | ---: |", "| **Group** | |", "| Range | |", "| &nbsp;&nbsp;WLTP | 317 km |"]
    assert lines[-2] == "- \\- nothing in the catalog"
    assert (
        lines[-1].endswith(", <https://example.org/a_b?c=1&d=*2*> (press)")
        or "<https://example.org/a_b?c=1&d=*2*>" in lines[-1]
    )


@pytest.mark.parametrize("note", ["- one", "+ one", "1. one", "12) one", "= one", "# one", "> one", "* one", "---"])
def test_a_note_opens_no_list_heading_or_quotation_of_its_own(note: str) -> None:
    (line,) = render_markdown(Sheet(("A",), (Line(("a",)),), notes=(note,))).splitlines()[-1:]
    assert re.match(r"- (\\[-+*#=]|\d+\\[.)]|&gt;)", line)


def test_an_empty_sheet_says_so() -> None:
    assert render_markdown(Sheet(("A",), (), empty="no <vehicle> matches")) == "*no &lt;vehicle&gt; matches*\n"
    assert render_markdown(Sheet(("A",), (), empty="", notes=("n",))) == "- n\n"


texts = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.lists(st.tuples(texts, texts), max_size=4), texts)
def test_no_text_breaks_a_row_or_opens_html(rows: list[tuple[str, str]], header: str) -> None:
    sheet = Sheet((header, "b"), tuple(Line(row) for row in rows), empty="none")
    table = [line for line in re.split("\n", render_markdown(sheet)) if line.startswith("|")]
    assert len(table) == (len(rows) + 2 if rows else 0)
    for line, row in zip(table[2:], rows, strict=True) if rows else ():
        found = cells(line)
        assert len(found) == 2
        assert "<" not in _LINK.sub("", line)
        for cell, text in zip(found, row, strict=True):
            assert " ".join(plain(cell).split()) == visible(" ".join(text.split()))


@given(texts)
def test_no_raw_bar_and_no_raw_angle_bracket(text: str) -> None:
    markdown = escape(text)
    assert not _BAR.search(markdown.replace("\\|", ""))
    assert "<" not in _LINK.sub("", markdown)
    assert "\n" not in markdown

"""LaTeX: nothing in a text is a command, and the table has the shape that the sheet has."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render import Line, Sheet, render
from catalog.render.latex import escape

SHEET = Sheet(
    headers=("", "A & B\nsecond line", "C_1"),
    lines=(
        Line(("Masses", "", ""), section=True),
        Line(("50 % of $x", "≤ 317 km", "▲ [1]")),
        Line(("below", "~^\\", "*star"), level=1),
    ),
    title="Two #1",
    notes=("[1] https://example.org/a_b?c=1&d=2%20x", "▲ best"),
    align=("left", "right", "right"),
)
#: A command that the escape itself writes, with what belongs to it.
_OWN = re.compile(r"\\[a-zA-Z]+(\{\})?|\\[{}$&%#_]|\$\\[a-z]+\$|\$[-^23]+\$|\{-\}|~")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a_b & 5 %", r"a\_b \& 5 \%"),
        ("\\input{/etc/passwd}", r"\textbackslash{}input\{/etc/passwd\}"),
        ("$x^2$ #1 ~", r"\$x\textasciicircum{}2\$ \#1 \textasciitilde{}"),
        ("<script>|", r"\textless{}script\textgreater{}\textbar{}"),
        ("a\nb", "a b"),
        ("a--b", "a{-}{-}b"),
        ("410\u00a0km ≤ 3", r"410~km $\leq$ 3"),
        ("see https://example.org/a_b.", r"see \url{https://example.org/a_b}."),
        ("https://example.org/100%25", r"\texttt{https://example.org/100\%25}"),
        ("red \x1b[31m", r"red \textbackslash{}u001b[31m"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(max_size=60))
def test_no_sign_is_left_that_tex_obeys(text: str) -> None:
    rest = _OWN.sub("", escape(text.replace("http", "")))
    assert not set(rest) & set("\\$&%#_^~{}"), rest


def test_the_table() -> None:
    text = render(SHEET, "latex")
    rows = [line for line in text.splitlines() if line.endswith("\\\\")]
    assert [len(re.split(r"(?<!\\)&", row)) for row in rows if "multicolumn" not in row] == [3, 3, 3]
    assert r"\multicolumn{3}{l}{\textbf{Masses}}" in text
    assert r"\hspace{1em}below" in text
    assert "{}*star" in text
    assert r"\item {}[1]" in text
    assert text.count("\\begin") == text.count("\\end{") == 2


def test_an_empty_sheet() -> None:
    assert "longtable}{" not in render(Sheet(("A",), ()), "latex")
    assert "\\emph{nothing to show}" in render(Sheet(("A",), ()), "latex")

"""HTML: everything escaped, addresses linked, a table that a screen reader can follow."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from catalog.render import Line, Sheet
from catalog.render.html import render_html
from catalog.render.text import visible

ALLOWED = {"table", "caption", "thead", "tbody", "tr", "th", "td", "br", "ul", "li", "a"}


class Reader(HTMLParser):
    """Tags, attributes and the text of every cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.cells: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "br":
            self.handle_data("\n")
            return
        self.open.append(tag)
        if tag in ("td", "th", "li", "caption"):
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if any(tag in self.open for tag in ("td", "th", "li", "caption")):
            self.cells[-1] += data


def parse(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    assert set(reader.tags) <= ALLOWED
    assert {name for name, _ in reader.attributes} <= {"class", "scope", "colspan", "href"}
    return reader


def test_a_sheet(small: Sheet) -> None:
    found = parse(render_html(small))
    hostile = visible(small.title)
    assert found.cells == [
        hostile, "", f"Acme\n{hostile}", "Group", "Range", "", "WLTP", "317\u00a0km", hostile, hostile,
        "- nothing in the catalog", f"[1] {hostile}, https://example.org/a_b?c=1&d=*2* (press)",
    ]  # fmt: skip
    assert ("scope", "rowgroup") in found.attributes
    assert ("class", "level1") in found.attributes
    assert [value for name, value in found.attributes if name == "href"] == ["https://example.org/a_b?c=1&d=*2*"]


def test_an_empty_sheet_says_so() -> None:
    assert parse(render_html(Sheet(("A", "B"), (), empty="no vehicle matches"))).cells == [
        "A",
        "B",
        "no vehicle matches",
    ]


def test_only_web_addresses_become_links() -> None:
    html = render_html(Sheet(("A",), (Line(("javascript:alert(1) file:///etc/passwd HTTPS://x",)),)))
    assert "href" not in html


texts = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.tuples(texts, texts, texts, texts))
def test_every_text_is_shown_and_none_is_markup(found: tuple[str, str, str, str]) -> None:
    label, cell, title, note = found
    sheet = Sheet(("a", "b"), (Line((label, cell)),), title=title, notes=(note,))
    shown = [*([visible(title)] if title else []), "a", "b", visible(label), visible(cell), visible(note)]
    assert parse(render_html(sheet)).cells == shown


@given(st.text("htps:/.<>\"'&=x ", max_size=60))
def test_no_address_breaks_out_of_its_link(text: str) -> None:
    found = parse(render_html(Sheet(("a",), (Line((text,)),))))
    assert found.cells == ["a", text]
    assert all((value or "").startswith(("http://", "https://")) for name, value in found.attributes if name == "href")

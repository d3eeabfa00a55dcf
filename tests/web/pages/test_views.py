"""What the pages say: the texts of the command line, what is missing, errors with their place and the nearest names."""

from __future__ import annotations

from catalog.compare.sheet import comparison_sheet
from catalog.requests.comparing import CompareRequest
from catalog.web.comparing import compared
from catalog.web.live import Live
from tests.web.conftest import HAULER, VAN, Ask
from tests.web.pages.conftest import EVIL
from tests.web.pages.reading import by_class, links, one, text_of, tree

SVG = "{http://www.w3.org/2000/svg}"


def test_a_query_that_cannot_be_understood_shows_the_place(ask: Ask) -> None:
    answer = ask("/?where=payload+%3E%3D+1+t+and+rnage+%3E+150+mi")
    assert answer.status_code == 422
    page = tree(answer.text)
    (caret,) = page.iter("pre")
    assert "".join(caret.itertext()).splitlines() == [
        "payload >= 1 t and rnage > 150 mi",
        "                   ^^^^^",
        "no field 'rnage'; did you mean range?",
    ]
    (box,) = [field for field in page.iter("input") if field.get("id") == "free"]
    assert box.get("value") == "payload >= 1 t and rnage > 150 mi"
    assert box.get("aria-describedby") == "query-problem"


def test_a_vehicle_that_there_is_none_of_offers_the_nearest(ask: Ask) -> None:
    answer = ask("/vehicles/acme-e-vna-75")
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"
    assert f"/vehicles/{VAN}" in links(one(tree(answer.text), "nearest"))


def test_facets_count_and_choose(ask: Ask) -> None:
    page = tree(ask("/?type=van").text)
    facet = next(by_class(page, "facet"))
    assert text_of(facet) == "Type van × 2 car 1 pickup 1 truck 1"
    (chosen,) = by_class(facet, "chosen")
    assert chosen.get("href") == "/"


def test_headers_sort_and_say_so(ask: Ask) -> None:
    page = tree(ask("/?sort=-payload").text)
    (head,) = [one for one in page.iter("th") if one.get("aria-sort") == "descending"]
    assert text_of(head) == "Payload ↓"
    assert links(head) == ["/?sort=payload"]


def test_the_drawing_counts_what_it_cannot_draw(ask: Ask) -> None:
    page = tree(ask("/?x=length&y=height").text)
    caption = text_of(next(page.iter("figcaption")))
    points = list(one(page, "points").iter(f"{SVG}a"))
    assert len(points) == 2
    assert "2 of 5 vehicles have both figures; 0 lack length, 3 height" in caption
    assert all((entry.get("href") or "").startswith("/vehicles/") for entry in points)
    assert all(text_of(next(entry.iter(f"{SVG}title"))) for entry in points)


def test_an_axis_is_one_definition(ask: Ask) -> None:
    page = tree(ask("/?x=length&y=range").text)
    assert any("no figure for an axis 'range'" in text_of(one) for one in by_class(page, "problem"))


def test_a_comparison_says_what_the_command_line_says(ask: Ask, live: Live) -> None:
    """Every text of the sheet's cells stands in the page's cells, in the same order."""
    comparison = compared(CompareRequest((VAN, HAULER, EVIL), baseline=VAN), live.snapshot)
    sheet = comparison_sheet(comparison)
    page = tree(ask(f"/compare?id={VAN}&id={HAULER}&id={EVIL}&baseline={VAN}").text)
    (table,) = by_class(page, "comparison")
    rows = [row for row in table.iter("tr") if row.get("class") not in ("section", "field") and list(row.iter("td"))]
    rows = [row for row in rows if not list(by_class(row, "corner"))]
    lines = [line for line in sheet.lines if not line.section and any(line.cells[1:])]
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        for cell, words in zip(row.iter("td"), line.cells[1:], strict=True):
            said = _plain(text_of_cell(cell))
            if words in ("-", "n/p", "n/a"):
                assert said in ("–", "notpublished", "notapplicable"), (said, words)
            else:
                assert said == _plain(words), (said, words)


def text_of_cell(cell: object) -> str:
    """A cell without its references and what only a reader of the screen hears."""
    from copy import deepcopy
    from xml.etree.ElementTree import Element

    assert isinstance(cell, Element)
    own = deepcopy(cell)
    for parent in list(own.iter()):
        for child in list(parent):
            if {"refs", "hidden"} & set(child.get("class", "").split()):
                child.text = ""
                for further in list(child):
                    child.remove(further)
    return text_of(own)


def _plain(text: str) -> str:
    """Without spaces, brackets and marks that the page sets apart."""
    return "".join(text.split()).replace("(derived)", "derived").replace("(estimated)", "estimated")


def test_notes_and_sources_of_a_comparison_are_below_it(ask: Ask) -> None:
    page = tree(ask(f"/compare?id={VAN}&id={HAULER}").text)
    disagreeing = [text_of(entry) for entry in page.iter("li") if "Sources disagree:" in text_of(entry)]
    assert disagreeing
    assert any("Derived:" in text_of(entry) for entry in page.iter("li"))
    tips = [entry.get("data-tip") for entry in page.iter("a") if entry.get("data-tip")]
    notes = [text_of(entry).partition(" ")[2] for entry in page.iter("li") if (entry.get("id") or "").startswith("n-")]
    assert set(notes) <= {" ".join((tip or "").split()) for tip in tips}


def test_only_differences_leaves_rows_out_and_counts_them(ask: Ask) -> None:
    every = tree(ask(f"/compare?id={VAN}&id={HAULER}").text)
    some = tree(ask(f"/compare?id={VAN}&id={HAULER}&only_differences=1").text)
    count = [len(list(page.iter("tr"))) for page in (every, some)]
    assert count[1] <= count[0]
    assert 'aria-checked="true"' in ask(f"/compare?id={VAN}&id={HAULER}&only_differences=1").text


def test_a_sheet_has_every_claim_with_its_source_and_a_footnote(ask: Ask) -> None:
    page = tree(ask(f"/vehicles/{VAN}").text)
    document = ask(f"/api/vehicles/{VAN}").json()
    footnotes = [text_of(entry) for entry in by_class(page, "text")]
    shown = [claim for claim in document["claims"] if claim["text"]]
    assert len(footnotes) >= len(shown)
    for claim in shown:
        assert any(claim["text"] in "".join(note.split("\u00a0")) or claim["text"] in note for note in footnotes)
    sources = text_of(page)
    for source in document["sources"].values():
        assert source["title"] in sources


def test_sources_say_what_cites_them(ask: Ask) -> None:
    page = tree(ask("/sources/acme-brochure-2024").text)
    assert f"/vehicles/{VAN}" in links(page)
    assert any(link.startswith("/fields#") for link in links(page))


def test_a_time_line_has_every_output_claim(ask_shipped: Ask) -> None:
    page = tree(ask_shipped("/plants/avtotor-kaliningrad").text)
    line = next(one for one in page.iter() if one.get("class") == "timeline")
    assert "about 70000 cars" in (line.get("aria-label") or "")
    assert len(list(by_class(line, "value"))) == 5


def test_a_fault_of_ours_is_no_traceback(ask: Ask) -> None:
    for url in ("/?limit=x", "/?pick=a&pick=b&pick=c&pick=d&pick=e&pick=f", "/compare?pair=a,b,c", "/?nothing=1"):
        answer = ask(url)
        assert answer.status_code == 422, url
        assert "Traceback" not in answer.text

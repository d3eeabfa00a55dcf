"""The drawing on the page of a comparison: what is asked of it, its verdicts, its command and its file."""

from __future__ import annotations

import shlex
from xml.etree.ElementTree import fromstring

import pytest

from catalog.cli.main import main
from tests.conftest import SPECS
from tests.web.conftest import HAULER, VAN, Ask
from tests.web.pages.reading import by_class, one, text_of, tree

ASKED = f"/compare?id={VAN}&id={HAULER}&views=side&fit=garage%3D2.1m"


def test_a_page_draws_and_judges(ask: Ask) -> None:
    page = tree(ask(ASKED).text)
    drawings = [element for element in page.iter() if element.get("class") == "vehicle-drawing"]
    assert len(drawings) == 2  # for a wide and for a narrow screen
    assert "does not fit" in text_of(drawings[0])
    assert "From above" not in text_of(drawings[0])
    controls = {
        (field.get("name"), field.get("value")): field.get("checked") is not None
        for field in one(page, "drawing-form").iter("input")
        if field.get("type") == "checkbox"
    }
    assert controls[("views", "side")]
    assert not controls[("views", "top")]
    assert controls[("fit", "garage=2.1m")]
    assert not controls[("fit", "lane=2m")]


def test_a_test_of_ones_own_is_offered_again(ask: Ask) -> None:
    page = tree(ask(f"/compare?id={VAN}&fit=garage%3D+2.75+m").text)
    offered = [field for field in one(page, "drawing-form").iter("input") if field.get("value") == "garage=2.75m"]
    assert [field.get("checked") is not None for field in offered] == [True]


def test_a_test_that_cannot_be_read_is_told_on_the_page(ask: Ask) -> None:
    answer = ask(f"/compare?id={VAN}&fit=garag%3D2.1m")
    assert answer.status_code >= 400
    page = tree(answer.text)
    assert any("did you mean garage" in text_of(place) for place in by_class(page, "problem"))
    assert list(by_class(page, "comparison"))


def test_the_command_draws_the_file(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    page = tree(ask(ASKED).text)
    (section,) = by_class(page, "drawing")
    _, *arguments = shlex.split(text_of(next(section.iter("code"))))
    assert main([*arguments, "--specs", str(SPECS), "--no-config"]) == 0
    (file,) = [link.get("href") for link in one(page, "under").iter("a") if link.text == "SVG"]
    assert file
    answer = ask(file)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.text == capsys.readouterr().out
    assert fromstring(answer.text).tag == "{http://www.w3.org/2000/svg}svg"


def test_what_a_drawing_does_anyway_is_not_in_its_address(ask: Ask) -> None:
    page = tree(ask(f"/compare?id={VAN}&views=side&views=front&views=top&arrange=over&labels=all").text)
    assert one(page, "permalink").get("href") == f"/compare?id={VAN}"

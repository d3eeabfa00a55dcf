"""All state of a view is in its URL: the permalink, the command and the files say what is on screen."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.cli.main import main
from catalog.requests.comparing import CompareRequest
from catalog.requests.listing import ListRequest
from catalog.web.pages.compare import PageRequest
from catalog.web.pages.compare import PageState as CompareState
from catalog.web.pages.drawing import DrawingRequest
from catalog.web.pages.finding import FindRequest, PageState, ends_of
from tests.conftest import SPECS
from tests.web.conftest import HAULER, VAN, Ask
from tests.web.pages.conftest import EVIL, PAGES
from tests.web.pages.reading import links, one, text_of, tree

WORD = st.text("abcäé0 <>\"'&%+#/?=[].-", min_size=1, max_size=12).map(str.strip).filter(bool)
TOKEN = st.text("abcd<>\"'&%+#_[].-", min_size=1, max_size=8)
MAYBE = st.none() | WORD
NAMES = st.lists(TOKEN, max_size=3).map(tuple)


@pytest.mark.parametrize("url", [url for url in PAGES if "no" not in url and "vna" not in url])
def test_the_permalink_is_the_page(ask: Ask, url: str) -> None:
    page = ask(url)
    if page.status_code == 303:
        page = ask(page.headers["location"])
    permalink = one(tree(page.text), "permalink").get("href")
    assert permalink
    assert ask(permalink).text == page.text


@pytest.mark.parametrize("url", [url for url in PAGES if url.startswith(("/?type", "/?col", "/comp", "/veh", "/pla"))])
def test_the_command_and_the_files_of_a_view_exist(ask: Ask, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = ask(url)
    if page.status_code != 200 or url == "/compare":
        return
    view = tree(page.text)
    name, *arguments = shlex.split(text_of(one(view, "command")))
    assert name == "vehicles"
    assert main([*arguments, "--specs", str(SPECS), "--no-config"]) in (0, 3)
    assert capsys.readouterr().out
    files = [link for link in links(one(view, "under")) if link.startswith("/download/")]
    assert len(files) >= 4
    for link in files:
        answer = ask(link)
        assert answer.status_code == 200, link
        assert "attachment" in answer.headers["content-disposition"]


@given(
    st.builds(
        ListRequest,
        words=NAMES,
        make=MAYBE,
        vehicle_type=MAYBE,
        market=MAYBE,
        where=st.lists(WORD, max_size=3).map(tuple),
        sort=MAYBE,
        unit=st.lists(WORD, max_size=2).map(tuple),
        units=st.sampled_from(["metric", "us"]),
        limit=st.none() | st.integers(0, 1000),
        offset=st.integers(0, 1000),
    ),
    st.builds(PageState, picks=st.lists(WORD, max_size=5).map(tuple), x=MAYBE, y=MAYBE),
)
def test_a_list_survives_its_url(listing: Any, state: Any) -> None:
    from urllib.parse import parse_qsl, urlsplit

    request = FindRequest(listing, state)
    pairs = parse_qsl(urlsplit(request.url).query, keep_blank_values=True)
    assert FindRequest.read(pairs) == request
    assert FindRequest.read(request.state + ([("offset", str(listing.offset))] if listing.offset else [])) == request


@given(
    st.builds(
        CompareRequest,
        ids=st.lists(WORD, max_size=5).map(tuple),
        baseline=MAYBE,
        only_differences=st.booleans(),
        no_derived=st.booleans(),
        units=st.sampled_from(["metric", "us"]),
        unit=st.lists(WORD, max_size=2).map(tuple),
    ),
    st.builds(CompareState, pair=st.lists(TOKEN, max_size=2).map(tuple)),
    st.builds(
        DrawingRequest,
        views=st.sampled_from([(), ("side",), ("side", "top")]),
        arrange=st.sampled_from([None, "beside"]),
        grid=st.sampled_from([None, "m", "ft", "none"]),
        fit=st.lists(WORD, max_size=3, unique=True).map(tuple),
        labels=st.sampled_from([None, "none"]),
    ),
)
def test_a_comparison_survives_its_url(compare: Any, state: Any, drawing: Any) -> None:
    from urllib.parse import parse_qsl, urlsplit

    request = PageRequest(compare, state, drawing)
    assert PageRequest.read(parse_qsl(urlsplit(request.url).query, keep_blank_values=True)) == request
    assert PageRequest.read(request.hidden()) == request


def test_a_form_of_ends_becomes_conditions_and_shows_them_again(ask: Ask) -> None:
    answer = ask(
        "/?type=van&min.payload=500&max.payload=&in.payload=kg&of.payload=&min.range=100&max.range=300&in.range=km"
        f"&of.range=wltp&maybe=1&free=length+%3C+7+m&min.length=&in.length=mm&q=&pick={VAN}"
    )
    assert answer.status_code == 303
    page = ask(answer.headers["location"])
    assert page.status_code == 200
    asked = text_of(one(tree(page.text), "asked"))
    assert "length < 7 m" in asked
    assert "maybe(payload >= 500 kg)" in asked
    assert "maybe(range[wltp] between 100 km and 300 km)" in asked
    fields = {field.get("name"): field for field in tree(page.text).iter("input")}
    assert fields["min.payload"].get("value") == "500"
    assert fields["max.range"].get("value") == "300"
    assert fields["maybe"].get("checked") is not None
    assert fields["free"].get("value") == "length < 7 m"


@pytest.mark.parametrize(
    "condition",
    ["payload >= 1 t", "payload <= 1.5 t", "maybe(range[wltp city] between 1 km and 2 km)", "length >= 236.0 in"],
)
def test_a_condition_of_ends_is_written_as_it_was_read(condition: str) -> None:
    found = ends_of(condition)
    assert found is not None
    assert found.condition == condition


@pytest.mark.parametrize(
    "condition", ["payload > 1 t", "payload between 1 t and 2000 kg", "wheelbase >= 3 m", "maybe(payload >= 1 t", ""]
)
def test_other_conditions_are_left_to_the_query_box(condition: str) -> None:
    assert ends_of(condition) is None


def test_units_of_a_form_become_the_units_of_the_request(ask: Ask) -> None:
    answer = ask(f"/compare?id={VAN}&id={HAULER}&unit=mass%3Dt&unit.mass=lb&unit.length=")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/compare?id={VAN}&id={HAULER}&unit=mass%3Dlb"


def test_names_are_sent_on_to_ids(ask: Ask) -> None:
    answer = ask("/compare?id=e-van&id=hauler")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/compare?id={VAN}&id={HAULER}")
    assert ask("/vehicles/hauler?units=us").headers["location"] == f"/vehicles/{HAULER}?units=us"


def test_picks_toggle_and_stop_at_five(ask: Ask) -> None:
    page = tree(ask(f"/?pick={VAN}").text)
    picks = {element.get("data-pick"): element.get("href") for element in page.iter("a") if element.get("data-pick")}
    assert picks[VAN] == "/"
    assert picks[HAULER] == f"/?pick={VAN}&pick={HAULER}"
    assert f"/vehicles/{EVIL}?pick={VAN}" in links(page)
    everything = "&".join(f"pick={key}" for key in list(picks)[:5])
    full = tree(ask(f"/?{everything}").text)
    assert text_of(one(full, "tray")).endswith("Compare (5)")

"""The table of parameters: a URL, a request and a command are three ways to say one thing."""

from __future__ import annotations

import shlex
import string
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.cli.commands.compare_ import _names
from catalog.cli.commands.list_ import request_of
from catalog.cli.main import COMMANDS, _descending
from catalog.cli.parser import parsed
from catalog.cli.settings import Settings
from catalog.errors import ParameterError
from catalog.plain import replace
from catalog.requests.comparing import CompareRequest
from catalog.requests.listing import ListRequest
from catalog.requests.parameter import Parameter, View
from catalog.requests.showing import VehicleRequest
from catalog.requests.views import COMPARE, LIST, VEHICLE

_SIGNS = string.ascii_letters + string.digits + " -_.,;:/?&=+%#'\"\\<>()[]äž东$`!*~@"
#: No text begins with @, which names a saved query of the command line.
TEXTS = st.text(_SIGNS, min_size=1, max_size=12).map(lambda text: text.strip().lstrip("@ ")).filter(bool)
PARTS = st.text(string.ascii_lowercase + "_[]-'&=+%é", min_size=1, max_size=8).map(lambda text: text.replace(" ", ""))


def requests_of(view: View) -> st.SearchStrategy[Any]:
    """Requests that set any of their attributes."""
    forms = {
        "text": TEXTS,
        "texts": st.lists(TEXTS, max_size=3).map(tuple),
        "names": st.lists(PARTS, max_size=3).map(tuple),
        "words": st.lists(PARTS, max_size=3).map(tuple),
        "count": st.integers(0, 500),
        "flag": st.just(True),
    }
    values = {
        one.attribute: st.sampled_from(one.choices) if one.choices else forms[one.form] for one in view.parameters
    }
    return st.fixed_dictionaries({}, optional=values).map(lambda given: view.ask(**given))


@pytest.mark.parametrize("view", [LIST, COMPARE, VEHICLE])
@given(data=st.data())
def test_a_url_says_the_request(view: View, data: st.DataObject) -> None:
    request = data.draw(requests_of(view))
    query = view.query(request)
    assert view.read(parse_qsl(query, strict_parsing=bool(query))) == request
    assert view.query(view.read(parse_qsl(query))) == query
    assert not set(query) & set("<>\"' ")


@given(request=requests_of(LIST))
def test_a_command_says_the_list(request: ListRequest) -> None:
    args = _parsed(LIST.line(request))
    assert replace(request_of(args, Settings()), units=request.units, unit=request.unit) == request
    assert (args.units or "metric", tuple(args.unit or ())) == (request.units, request.unit)


@given(request=requests_of(COMPARE))
def test_a_command_says_the_comparison(request: CompareRequest) -> None:
    if not request.ids:
        return
    args = _parsed(COMPARE.line(request))
    assert tuple(args.vehicles) == request.ids
    assert tuple(_names(args.fields or "")) == request.fields
    assert (args.baseline, args.only_differences, args.compact, args.no_derived) == (
        request.baseline, request.only_differences, request.compact, request.no_derived,
    )  # fmt: skip
    assert tuple(args.unit or ()) == request.unit


def _parsed(line: str) -> Any:
    """The arguments as the command takes them from a shell."""
    return parsed(_descending(shlex.split(line)[1:]), COMMANDS)


@pytest.mark.parametrize(
    ("pairs", "name", "words"),
    [
        ([("limt", "1")], "limt", "did you mean limit?"),
        ([("limit", "many")], "limit", "not a whole number"),
        ([("limit", "٣")], "limit", "not a whole number"),
        ([("limit", "1001")], "limit", "at most 1000"),
        ([("make", "a"), ("make", "b")], "make", "more than once"),
        ([("units", "imperial")], "units", "no units"),
        ([("make", "x" * 201)], "make", "at most 200 characters"),
        ([("q", " ".join("abcdefghijklmnopqrstuvw"))], "q", "at most 20 values"),
        ([("make", "a\x00b")], "make", "control character"),
    ],
)
def test_what_cannot_be_used_is_told(pairs: list[tuple[str, str]], name: str, words: str) -> None:
    with pytest.raises(ParameterError) as told:
        LIST.read(pairs)
    assert told.value.name == name
    assert words in str(told.value)


def test_empty_parameters_are_not_asked() -> None:
    assert LIST.read([("make", ""), ("where", "  "), ("q", "")]) == ListRequest()
    assert LIST.query(ListRequest()) == ""
    assert LIST.line(ListRequest()) == "vehicles list"


def test_several_values_are_several_parameters() -> None:
    request = LIST.read(
        [("where", "payload > 1 t"), ("where", "make = Ford"), ("columns", "id, payload"), ("columns", "range")]
    )
    assert request.where == ("payload > 1 t", "make = Ford")
    assert request.columns == ("id", "payload", "range")
    assert LIST.line(request, format="csv") == (
        "vehicles list --where 'payload > 1 t' --where 'make = Ford' --columns id,payload,range --format csv"
    )


def test_what_begins_with_a_dash_is_no_option() -> None:
    assert LIST.line(ListRequest(words=("-rf",), sort="-payload")) == "vehicles list --sort=-payload -- -rf"
    assert VEHICLE.line(VehicleRequest("foton-iblue-ev", units="us")) == "vehicles show foton-iblue-ev --units us"


def test_every_parameter_is_an_attribute_and_says_what_it_means() -> None:
    for view in (LIST, COMPARE, VEHICLE):
        assert sorted(one.attribute for one in view.parameters) == sorted(view.ask.__match_args__)
        assert all(isinstance(one, Parameter) and one.what for one in view.parameters)

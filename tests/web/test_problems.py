"""One shape for every error, whatever is asked of whichever endpoint."""

from __future__ import annotations

from contextlib import ExitStack

import jsonschema
import pytest

from catalog import errors
from catalog.errors import CatalogError
from catalog.web.live import QUERIES, Live
from catalog.web.problems import Problem, problem_of
from tests.web.conftest import HAULER, VAN, Ask, asker

LONG = "x" * 2001
DEEP = "(" * 60 + "payload > 1 t" + ")" * 60
#: What is asked wrongly: the status, the code, and a word of the message.
WRONG = {
    "/api/nothing": (404, "not-found", "nothing at /api/nothing"),
    "/api": (404, "not-found", "nothing"),
    "/api/vehicles/none-such": (404, "not-found", "no vehicle"),
    "/api/vehicles/..%2f..%2fetc%2fpasswd": (404, "not-found", "nothing at"),
    "/api/vehicles/%00": (422, "parameter-error", "control character"),
    f"/api/vehicles/{'v' * 300}": (422, "parameter-error", "at most 200 characters"),
    "/api/fields/paylod": (404, "not-found", "did you mean payload"),
    "/api/fields?x=1": (422, "parameter-error", "no such parameter"),
    "/api/sources/acme-brochure-202": (404, "not-found", "did you mean acme-brochure-2024"),
    "/api/plants/none": (404, "not-found", "no plant"),
    "/api/vehicles?where=paylod+%3E+1+t": (422, "query-error", "did you mean payload"),
    "/api/vehicles?where=payload+%3E+1+kWh": (422, "query-error", "^"),
    "/api/vehicles?where=payload": (422, "query-error", "^"),
    f"/api/vehicles?where={LONG}": (422, "parameter-error", "at most 2000 characters"),
    f"/api/vehicles?where={DEEP}": (422, "query-error", "deep"),
    "/api/vehicles?" + "&".join(["where=payload+>+1+t"] * 21): (422, "parameter-error", "at most 20 values"),
    "/api/vehicles?sort=nonsense": (422, "query-error", "nonsense"),
    "/api/vehicles?columns=nonsense": (404, "not-found", "no field"),
    "/api/vehicles?make=Frd": (404, "not-found", "no make"),
    "/api/vehicles?units=imperial": (422, "parameter-error", "no units"),
    "/api/vehicles?unit=payload%3Dkm": (400, "settings-error", "km"),
    "/api/vehicles?unit=nonsense": (400, "settings-error", "FIELD=UNIT"),
    "/api/vehicles?limit=-1": (422, "parameter-error", "whole number"),
    "/api/vehicles?limit=1001": (422, "parameter-error", "at most 1000"),
    "/api/vehicles?limit=" + "9" * 100: (422, "parameter-error", "at most 1000"),
    "/api/vehicles?limit=1&limit=2": (422, "parameter-error", "more than once"),
    "/api/vehicles?limt=1": (422, "parameter-error", "did you mean limit"),
    "/api/vehicles?q=%ff": (422, "parameter-error", "UTF-8"),
    "/api/vehicles?q=%00": (422, "parameter-error", "control character"),
    "/api/vehicles?" + "&".join(["q=a"] * 300): (422, "parameter-error", "more than 200 parameters"),
    "/api/facets?where=x": (422, "query-error", "x"),
    "/api/compare": (422, "not-comparable", "no names"),
    "/api/compare?id=": (422, "not-comparable", "no names"),
    "/api/compare?id=none-such": (404, "not-found", "no vehicle"),
    "/api/compare?" + "&".join(["id=a"] * 6): (422, "parameter-error", "at most 5 values"),
    f"/api/compare?id={VAN}&baseline=none-such": (404, "not-found", "no vehicle"),
    f"/api/compare?id={VAN}&fields=nonsense": (404, "not-found", "field or group"),
    f"/api/compare?id={VAN}&id={HAULER}&compact=perhaps": (422, "parameter-error", "neither 1 nor 0"),
    "/download/vehicles.exe": (404, "not-found", "no file"),
    "/download/vehicles.csv?where=x": (422, "query-error", "x"),
    "/download/..%2f..%2fetc%2fpasswd": (404, "not-found", "nothing at"),
    "/static/none.css": (404, "not-found", "nothing at"),
    "/static/..%2f..%2fetc%2fpasswd": (404, "not-found", "nothing at"),
}


@pytest.mark.parametrize("url", WRONG)
def test_an_error_has_the_one_shape(ask: Ask, url: str) -> None:
    status, code, words = WRONG[url]
    found = ask(url)
    assert (found.status_code, found.json()["code"]) == (status, code), found.text
    assert words in found.json()["message"]
    assert found.headers["content-type"] == "application/problem+json"
    assert found.headers["cache-control"] == "no-store"
    assert "etag" not in found.headers
    document = found.json()
    jsonschema.validate(document, {**Problem.model_json_schema(), "additionalProperties": False})
    assert (document["status"], document["detail"]) == (status, document["message"])
    assert "Traceback" not in found.text


def test_a_query_error_says_where(ask: Ask) -> None:
    found = ask("/api/vehicles?where=payload+%3E+1+t&where=range+%3E+1+t+and+make+=+Ford").json()
    assert found["query"] == "range > 1 t and make = Ford"  # the one of the two that is wrong, in its own words
    assert found["query"][found["position"] :][: found["length"]] == "1 t"
    found = ask("/api/vehicles?where=paylod+%3E+1+t").json()
    assert (found["position"], found["length"], found["suggestions"]) == (0, 6, ["payload"])


def test_a_parameter_error_names_the_parameter(ask: Ask) -> None:
    found = ask("/api/compare?bseline=x").json()
    assert (found["parameter"], found["suggestions"]) == ("bseline", ["baseline"])


def test_every_error_of_the_catalog_has_a_document() -> None:
    """Whatever is added to ``catalog.errors``: a code of its own, and a status of HTTP."""
    made: list[CatalogError] = [
        errors.ReadingError("1", "why", ["2 t"]),
        errors.SpecError([errors.Fault("a.toml", 1, None, "bad")]),
        errors.NotFound("field", "x", ["y"]),
        errors.Ambiguous("vehicle", "x", ["a", "b"]),
        errors.NoSingleValue("payload", "1-2 t", "two"),
        errors.NotConvertible("kg", "km", "why"),
        errors.NotComparable("nothing"),
        errors.QueryError("x", 0, 1, "why"),
        errors.QueryTooSlow(2),
        errors.ParameterError("x", "why", ["y"]),
        errors.IndexDamaged("why"),
        errors.IndexStale("why"),
        errors.SettingsError("why"),
    ]
    every = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, CatalogError)}
    assert {type(error) for error in made} == every - {CatalogError}
    documents = [problem_of(error) for error in made]
    for document in documents:
        Problem.model_validate(document)
    assert len({document["code"] for document in documents}) == len(made)
    assert problem_of(errors.Ambiguous("vehicle", "x", ["a", "b"]))["suggestions"] == ["a", "b"]


def test_a_query_that_takes_too_long_is_stopped(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Live(live._specs, seconds=0.05)
    endless = (
        "id in (with recursive n(x) as (select 1 union all select x + 1 from n where x < 1000000000) select x from n)"
    )
    monkeypatch.setattr("catalog.collection.reader.Reader._condition", lambda *_: (endless, []))
    found = asker(slow)("/api/vehicles")
    assert (found.status_code, found.json()["code"]) == (422, "query-too-slow")
    monkeypatch.undo()
    assert asker(slow)("/api/vehicles").status_code == 200  # and the connection serves on


def test_who_would_have_to_wait_too_long_is_told_so(live: Live) -> None:
    busy = Live(live._specs, seconds=0.1)
    ask = asker(busy)
    with ExitStack() as taken:
        for _ in range(QUERIES):
            taken.enter_context(busy.snapshot.reader())
        found = ask("/api/vehicles")
        assert (found.status_code, found.json()["code"]) == (422, "query-too-slow")
        assert ask("/api/compare?id=acme-e-van-75").status_code == 200  # which takes no query
    assert ask("/api/vehicles").status_code == 200


def test_a_fault_of_our_own_is_told_without_what_is_inside(
    live: Live, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("catalog.web.api.vehicles.listed", broken)
    found = asker(live)("/api/vehicles")
    assert (found.status_code, found.json()["code"]) == (500, "internal-error")
    assert "secret" not in found.text
    assert "secret" in caplog.text

"""What holds for every request: methods, hosts, security headers, tags, compression, kept answers."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.web.answer import Answer, Kept
from catalog.web.comparing import compared_text
from catalog.web.live import Live
from tests.web.conftest import HAULER, VAN, Ask, asker

COMPARE = f"/api/compare?id={VAN}&id={HAULER}"
#: One of each kind of answer.
EVERYWHERE = [COMPARE, "/", "/api/docs", "/api/nothing", "/nothing", "/api/vehicles?x=1", "/download/vehicles.csv"]


@pytest.mark.parametrize("url", EVERYWHERE)
def test_every_answer_is_safe_to_show(ask: Ask, url: str) -> None:
    found = ask(url)
    policy = dict(part.strip().split(" ", 1) for part in found.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["referrer-policy"] == "no-referrer"
    assert "server" not in found.headers
    assert "access-control-allow-origin" not in found.headers
    assert "set-cookie" not in found.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
@pytest.mark.parametrize("url", ["/", COMPARE, "/nothing"])
def test_nothing_is_written(ask: Ask, method: str, url: str) -> None:
    found = ask(url, method)
    assert (found.status_code, found.json()["code"]) == (405, "method-not-allowed")
    assert found.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("url", EVERYWHERE)
def test_head_has_the_headers_of_get(ask: Ask, url: str) -> None:
    got, head = ask(url), ask(url, "HEAD")
    assert head.status_code == got.status_code
    assert head.headers == got.headers


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
def test_the_loopback_is_answered(ask: Ask, host: str) -> None:
    assert ask("/api/plants", host=host).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80.evil", "127.0.0.1@evil", ""])
def test_another_host_is_not(ask: Ask, host: str) -> None:
    found = ask("/api/plants", host=host)
    assert (found.status_code, found.json()["code"]) == (421, "misdirected-request")


def test_headers_of_a_proxy_change_nothing(ask: Ask) -> None:
    plain = ask("/api/vehicles?limit=1")
    told = ask(
        "/api/vehicles?limit=1",
        x_forwarded_host="evil.example",
        x_forwarded_proto="https",
        forwarded="host=evil.example",
        x_original_url="/api/plants",
    )
    assert told.content == plain.content
    assert told.headers == plain.headers


def test_who_has_it_already_is_told_so(ask: Ask) -> None:
    first = ask(COMPARE)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, no-cache"
    for wanted in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = ask(COMPARE, if_none_match=wanted)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert "content-security-policy" in again.headers
    assert ask(COMPARE, if_none_match='"other"').status_code == 200
    assert ask("/api/nothing", if_none_match=tag).status_code == 404


def test_text_is_compressed_for_who_takes_it(ask: Ask) -> None:
    plain, small = ask(COMPARE, accept_encoding="identity"), ask(COMPARE, accept_encoding="br, gzip")
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert small.json() == plain.json()
    assert int(small.headers["content-length"]) < len(plain.content) / 4
    assert plain.headers["vary"] == small.headers["vary"] == "accept-encoding"
    assert plain.headers["etag"] != small.headers["etag"]
    assert ask(COMPARE, accept_encoding="gzip;q=0").headers.get("content-encoding") is None


def test_an_address_has_an_end(ask: Ask) -> None:
    found = ask("/api/vehicles?q=" + "x" * 20_000)
    assert (found.status_code, found.json()["code"]) == (414, "uri-too-long")


def test_an_answer_is_made_once(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    real = compared_text

    def counted(*asked: Any) -> str:
        made.append(asked)
        return real(*asked)

    monkeypatch.setattr("catalog.web.api.compare.compared_text", counted)
    ask = asker(live)
    answers = [ask(COMPARE, accept_encoding="identity") for _ in range(3)]
    assert len(made) == 1
    assert len({answer.content for answer in answers}) == 1
    ask(COMPARE + "&units=us")
    assert len(made) == 2


def test_an_error_is_not_kept(live: Live) -> None:
    ask = asker(live)
    assert [ask("/api/vehicles?q=zzz&x=1").status_code for _ in range(2)] == [422, 422]


def test_kept_answers_have_an_end() -> None:
    kept, snapshot = Kept(most=10_000, largest=5_000), object()
    kept.get((b"/", b"", False), snapshot)
    for number in range(100):
        key = (b"/", str(number).encode(), False)
        kept.put(key, snapshot, Answer(200, (), b"x" * 1000, b'"a"', b"no-cache"))
        assert kept._size <= 10_000
    assert kept.get((b"/", b"99", False), snapshot) is not None
    assert kept.get((b"/", b"0", False), snapshot) is None
    kept.put((b"/large", b"", False), snapshot, Answer(200, (), b"x" * 6000, b'"a"', b"no-cache"))
    assert kept.get((b"/large", b"", False), snapshot) is None


def test_another_snapshot_begins_anew() -> None:
    kept, old, new = Kept(), object(), object()
    key = (b"/", b"", False)
    kept.get(key, old)
    kept.put(key, old, Answer(200, (), b"old", b'"a"', b"no-cache"))
    assert kept.get(key, new) is None
    kept.put(key, old, Answer(200, (), b"late", b'"a"', b"no-cache"))  # made before, finished after
    assert kept.get(key, new) is None


def test_static_files_are_for_ever(ask: Ask) -> None:
    page = ask("/").text
    place = page.split('rel="stylesheet" href="')[1].split('"')[0]
    plain, small = ask(place, accept_encoding="identity"), ask(place, accept_encoding="gzip")
    assert plain.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert plain.headers["content-type"].startswith("text/css")
    assert small.content == plain.content
    assert ask(place, if_none_match=small.headers["etag"], accept_encoding="gzip").status_code == 304

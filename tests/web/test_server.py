"""The server against clients that mean no good, over raw sockets."""

from __future__ import annotations

import json
import time

import pytest

from catalog.web import protocol
from tests.web.conftest import Served, read_all

GET = b"GET /api/plants HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"


def status(answer: bytes) -> int:
    """The status of an answer."""
    return int(answer.split(b" ", 2)[1])


def document(answer: bytes) -> dict[str, object]:
    """The problem document of an answer."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    found: dict[str, object] = json.loads(body)
    return found


def test_a_plain_request_is_answered(served: Served) -> None:
    assert status(served.raw(GET)) == 200


def test_an_address_of_64_mb_is_refused_at_once(served: Served) -> None:
    sent = 0
    with served.connect() as connection:
        connection.sendall(b"GET /")
        try:
            for _ in range(1024):
                connection.sendall(b"a" * 65536)
                sent += 65536
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = read_all(connection)
    assert sent < 16 * 1024 * 1024  # what the system buffers; the rest was not taken
    if answer:  # a reset may overtake it
        assert (status(answer), document(answer)["code"]) == (431, "head-too-large")
    assert status(served.raw(GET)) == 200


def test_a_head_over_its_budget_is_refused(served: Served) -> None:
    answer = served.raw(b"GET / HTTP/1.1\r\nhost: localhost\r\n" + b"x-filler: " + b"x" * 70_000)
    assert (status(answer), document(answer)["code"]) == (431, "head-too-large")
    many = b"".join(b"x-%d: 1\r\n" % number for number in range(10_000))
    assert status(served.raw(b"GET / HTTP/1.1\r\nhost: localhost\r\n" + many)) == 431


def test_a_head_within_its_budget_is_read(served: Served) -> None:
    filler = b"".join(b"x-%d: %s\r\n" % (number, b"x" * 1000) for number in range(50))
    assert status(served.raw(GET.replace(b"\r\n\r\n", b"\r\n" + filler + b"\r\n"))) == 200


def test_the_budget_is_of_each_request(served: Served) -> None:
    """Requests over one connection, all at once: together they are longer than one may be."""
    filler = b"x-filler: " + b"x" * 1000 + b"\r\n"
    one = b"GET /api/plants HTTP/1.1\r\nhost: localhost\r\n" + filler + b"\r\n"
    answer = served.raw(one * 99 + GET)
    assert answer.count(b"HTTP/1.1 200 OK") == 100


def test_slow_heads_are_closed_and_others_served(served: Served) -> None:
    """Two hundred connections that send a byte now and then, one that sends nothing, and one that is slow with its
    second request: all closed within 15 s, while others are answered."""
    slow = [served.connect() for _ in range(200)]
    silent, second = served.connect(), served.connect()
    begin = time.monotonic()
    try:
        second.sendall(GET.replace(b"connection: close\r\n", b""))
        first = b""
        while not first.endswith(b"]\n}\n"):
            first += second.recv(65536)
        for connection in (*slow, second):
            connection.sendall(b"GET / HTTP/1.1\r\nhost: localhost\r\nx: ")
        answered = 0
        while time.monotonic() - begin < protocol.HEAD_SECONDS - 2:
            for connection in slow[:20]:
                connection.sendall(b"y")
            assert served.get("/api/plants").status_code == 200
            answered += 1
            time.sleep(0.5)
        assert answered > 3
        answers = [read_all(connection) for connection in (*slow, second)]
        assert read_all(silent) == b""
        assert time.monotonic() - begin < 15
    finally:
        for connection in (*slow, silent, second):
            connection.close()
    assert {status(answer) for answer in answers} == {408}
    assert document(answers[0])["code"] == "request-timeout"
    assert served.get("/api/plants").status_code == 200


def test_a_body_is_not_waited_for(served: Served) -> None:
    head = b"POST /api/plants HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000000\r\n\r\n"
    assert status(served.raw(head + b"x" * 100_000)) == 405
    head = b"GET /api/plants HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000000\r\n\r\n"
    assert status(served.raw(head + b"x")) == 200  # answered, and closed without the rest


@pytest.mark.parametrize(
    ("request_line", "expected"),
    [
        (b"NONSENSE\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\nhost: localhost\r\n\r\n", 400),
        (b"GET http://[ HTTP/1.1\r\nhost: localhost\r\n\r\n", 400),
        (b"CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),  # who speaks TLS
        (b"GET /\xff\xfe HTTP/1.1\r\nhost: localhost\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nhost: localhost\r\nhost: localhost\r\n\r\n", 421),
        (b"GET /api/plants HTTP/1.0\r\n\r\n", 421),
        (b"GET /static/../../../../etc/passwd HTTP/1.1\r\nhost: localhost\r\n\r\n", 404),
        (b"GET //etc/passwd HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n", 404),
        (b"GET /download/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n", 404),
    ],
)
def test_what_is_no_request_of_ours_is_refused(served: Served, request_line: bytes, expected: int) -> None:
    with served.connect() as connection:
        connection.sendall(request_line)
        answer = connection.recv(65536)
    assert status(answer) == expected
    assert b"Traceback" not in answer
    assert b"root:" not in answer
    assert served.get("/api/plants").status_code == 200


def test_a_websocket_is_not_spoken(served: Served) -> None:
    asked = (
        b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n"
        b"sec-websocket-version: 13\r\nsec-websocket-key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n"
    )
    with served.connect() as connection:
        connection.sendall(asked)
        assert status(connection.recv(65536)) == 200


def test_it_listens_on_the_loopback_alone(served: Served) -> None:
    assert served.url.startswith("http://127.0.0.1:")

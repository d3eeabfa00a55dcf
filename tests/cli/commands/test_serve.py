"""``vehicles serve``: how it starts, what it says, how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from catalog.cli.main import main
from tests.web.conftest import serving


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_quietly(number: signal.Signals) -> None:
    with serving() as served:
        assert served.get("/api/plants").status_code == 200
        assert served.end(number) == (0, "")


def test_what_is_being_asked_is_answered_before_it_ends() -> None:
    """A connection that is kept alive does not hold it up."""
    with serving() as served, served.connect() as connection:
        connection.sendall(b"GET /api/plants HTTP/1.1\r\nhost: localhost\r\n\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        begin = time.monotonic()
        assert served.end() == (0, "")
        assert time.monotonic() - begin < 10


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"cannot listen at 127.0.0.1 port {port}: Address already in use" in said
    assert "0 for a free one" in said


def test_an_address_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "no such host"]) == 2
    assert "cannot listen at 'no such host'" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_port_that_is_none_is_told(capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit):
        main(["serve", f"--port={port}"])
    assert f"{port!r} is no port" in capsys.readouterr().err


def test_without_the_extra_one_line_says_how_to_get_it() -> None:
    """In a process of its own: what is imported there stays out of the other tests."""
    program = (
        "import sys\n"
        "for name in ('uvicorn', 'fastapi', 'starlette', 'jinja2'):\n"
        "    sys.modules[name] = None\n"
        "from catalog.cli.main import main\n"
        "sys.exit(main(['serve']))\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout) == (2, "")
    said = ended.stderr
    assert said.startswith("vehicles: `vehicles serve` needs ")
    assert said.endswith(": pip install 'vehicle-catalog[web]'\n")
    assert said.count("\n") == 1


def test_a_name_that_is_allowed_is_answered() -> None:
    with serving("--allow-host", "Vehicles.Example.org") as served:
        assert served.get("/api/plants", host="vehicles.example.org:80").status_code == 200
        assert served.get("/api/plants", host="other.example.org").status_code == 421


def test_a_browser_is_opened_where_it_listens(tmp_path: Path) -> None:
    """The browser here is a program that writes down where it is sent."""
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}\n')
    browser.chmod(0o755)
    with serving("--open", BROWSER=f"{browser} %s") as served:
        until = time.monotonic() + 20
        while not (told.exists() and told.read_text()):
            assert time.monotonic() < until
            threading.Event().wait(0.05)
        assert told.read_text() == served.url
        assert served.get("/").status_code == 200

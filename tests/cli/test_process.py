"""The command as a process: pipes, closed and full outputs, interrupts, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("fixture_specs")
COMMAND = [sys.executable, "-m", "catalog"]
FULL = Path("/dev/full")


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script in which ``vehicles`` is the command."""
    function = f'vehicles() {{ "{sys.executable}" -m catalog "$@"; }}\n'
    return subprocess.run(
        ["bash", "-c", function + script],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def test_it_runs(process: Run) -> None:
    ran = process("list", "--format", "ids")
    assert ran.code == 0
    assert ran.out.split() == [
        "acme-e-van-75", "citroen-e-hauler-50", "evil-sons-script", "quiet-secret", "tianma-d9-7-5-t",
    ]  # fmt: skip
    assert ran.err == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list",), 0),
        (("convert", "5 mpg", "km/l"), 1),
        (("lst",), 2),
        (("show", "zzzz"), 3),
        (("convert", "5 km", "kg"), 4),
        (("check", "--specs", "gone"), 5),
    ],
)
def test_the_exit_code_is_that_of_the_process(process: Run, arguments: tuple[str, ...], code: int) -> None:
    assert process(*arguments).code == code


def test_ids_through_a_pipe() -> None:
    done = shell("vehicles list --type van --format ids | vehicles compare - --fields range --format json")
    assert done.returncode == 0
    assert done.stderr == ""
    assert [vehicle["id"] for vehicle in json.loads(done.stdout)["vehicles"]] == [
        "acme-e-van-75",
        "citroen-e-hauler-50",
    ]


@pytest.mark.parametrize("command", ["list", "show acme-e-van-75 --format json", "--help", "compare --help", "schema"])
def test_a_closed_pipe_is_no_error(command: str) -> None:
    """The reader is gone before anything is written, as `| head` is for long output."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*COMMAND, *command.split()], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
        )
    finally:
        os.close(writer)
    assert done.returncode == 0
    assert done.stderr == ""


def test_head_sees_what_it_wants() -> None:
    done = shell("set -o pipefail; vehicles schema | head -1")
    assert done.stdout == "{\n"
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is a device of Linux")
@pytest.mark.parametrize("command", ["list", "list --format csv", "--help", "schema", "completion bash"])
def test_a_full_disk_is_told(command: str) -> None:
    with FULL.open("w") as full:
        done = subprocess.run([*COMMAND, *command.split()], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "vehicles: cannot write: No space left on device\n"


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is a device of Linux")
def test_messages_that_cannot_be_written_change_nothing() -> None:
    done = shell("vehicles show acme 2>/dev/full")
    assert done.returncode == 0
    assert done.stdout.startswith("Acme E-Van")


@pytest.mark.parametrize("command", ["list", "--help", "--version", "new A B --print"])
def test_a_closed_standard_output_is_told(command: str) -> None:
    done = shell(f"vehicles {command} >&-")
    assert done.returncode == 1
    assert done.stderr == "vehicles: cannot write: standard output is closed\n"


def test_closed_messages_change_nothing_and_do_not_go_to_the_data() -> None:
    done = shell("vehicles show acme 2>&-")
    assert done.returncode == 0
    assert "took" not in done.stdout
    wrong = shell("vehicles lst 2>&-")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_closed_standard_input_is_no_names() -> None:
    done = shell("vehicles compare - <&-")
    assert done.returncode == 2
    assert "nothing is piped in" in done.stderr


def test_an_interrupt_ends_it_without_a_traceback() -> None:
    """It waits for names on standard input; the first has been taken when the interrupt comes."""
    with subprocess.Popen(
        [*COMMAND, "compare", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        assert running.stdout is not None
        running.stdin.write("acme\n")
        running.stdin.flush()
        assert running.stderr.readline().startswith("vehicles: took 'acme'")
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert running.stderr.read() == ""
        assert running.stdout.read() == ""


@pytest.mark.parametrize(
    "arguments",
    [("show", "citroen-e-hauler-50"), ("compare", "acme-e-van-75", "citroen-e-hauler-50"), ("compare", "--help")],
)
def test_ascii_output_is_readable(process: Run, arguments: tuple[str, ...]) -> None:
    ran = process(*arguments, PYTHONIOENCODING="ascii")
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.isascii()
    assert "\\x" not in ran.out
    if "--help" not in arguments:
        assert "Citroen e-Hauler" in ran.out
    if arguments[0] == "compare":
        assert "^" in ran.out


def test_ascii_tables_keep_their_columns_in_line(process: Run) -> None:
    lines = process(
        "compare", "acme-e-van-75", "citroen-e-hauler-50", "--fields", "battery_energy,range", PYTHONIOENCODING="ascii"
    ).out
    table = lines.split("\n\n")[0].splitlines()
    assert len({len(line) for line in table if line.startswith(("  gross", "  usable", "---"))}) == 1
    assert "317 km ^" in lines
    assert "<= 224 km" in lines


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_json_is_json_in_every_encoding(encoding: str) -> None:
    done = subprocess.run(
        [*COMMAND, "show", "citroen-e-hauler-50", "--format", "json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=True,
    )
    document = json.loads(done.stdout.decode(encoding))
    assert document["make"] == "Citroën"
    assert "≤ 224 km" in [claim["text"] for claim in document["claims"]]


@pytest.mark.parametrize(
    "arguments", [("show", "Citroën"), ("convert", "5 км", "mi"), ("list", "天马"), ("units", "<ë>")]
)
def test_ascii_messages_and_arguments(process: Run, arguments: tuple[str, ...]) -> None:
    ran = process(*arguments, PYTHONIOENCODING="ascii")
    assert ran.code in (0, 3)
    assert (ran.out + ran.err).isascii()
    assert "Traceback" not in ran.err


def test_an_argument_that_is_no_text_is_not_found() -> None:
    done = shell(r"vehicles show $'\xff\xfe'; vehicles new $'\xff' x --print; vehicles check $'\xff'")
    assert "Traceback" not in done.stderr
    assert "no vehicle" in done.stderr


def test_columns_are_those_of_the_terminal() -> None:
    done = shell("COLUMNS=60 vehicles compare acme-e-van-75 citroen-e-hauler-50")
    assert max(map(len, done.stdout.splitlines())) <= 60


def test_the_working_folder_may_be_gone(tmp_path: Path) -> None:
    done = shell(f"mkdir {tmp_path}/gone; cd {tmp_path}/gone; rmdir {tmp_path}/gone; vehicles list --format ids")
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.split()) == 5


def test_the_console_script_is_installed() -> None:
    script = Path(sys.executable).with_name("vehicles")
    done = subprocess.run([script, "convert", "150 mi", "km", "--exact"], capture_output=True, text=True, check=True)
    assert done.stdout == "241.4016 km\n"

"""What a command imports: the heavy packages only where they are needed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.usefixtures("fixture_specs")
HEAVY = ("pint", "pydantic", "tabulate", "argcomplete", "hypothesis", "pytest")


def imported(program: str) -> set[str]:
    """The heavy packages that a program has imported at its end."""
    code = (
        "import contextlib, io, json, sys\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        f"    {program}\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: set[str] = set(json.loads(done.stdout))
    return found


def command(*arguments: str) -> str:
    return f"from catalog.cli.main import main; main({list(arguments)!r})"


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert imported("import catalog; catalog.__all__; catalog.__version__") == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "30 mpg(US)", "L/100km"),
        ("convert", "5995 mm", "in", "--format", "json"),
        ("units", "--format", "csv"),
    ],
)
def test_converting_imports_neither_models_nor_pint(arguments: tuple[str, ...]) -> None:
    assert imported(command(*arguments)) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "acme-e-van-75"),
        ("show", "acme-e-van-75", "--format", "jsonld"),
        ("compare", "acme-e-van-75", "citroen-e-hauler-50", "--units", "us"),
        ("check",),
        ("fields",),
        ("sources",),
        ("plants",),
    ],
)
def test_no_command_imports_pint_or_what_only_tests_and_completion_need(arguments: tuple[str, ...]) -> None:
    assert imported(command(*arguments)) <= {"pydantic", "tabulate"}


def test_formats_for_programs_need_no_tables() -> None:
    assert "tabulate" not in imported(command("list", "--format", "json"))


def test_a_quantity_is_what_imports_pint() -> None:
    program = "import catalog; next(iter(catalog.open(strict=False).values())); catalog.read('5 km', 'distance')"
    assert "pint" not in imported(program)
    assert "pint" in imported("from catalog.units.registry import registry; registry()")

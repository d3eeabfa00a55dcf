"""What is read without argparse is what argparse reads, or is left to it."""

from __future__ import annotations

import contextlib
import io
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.cli.main import COMMANDS
from catalog.cli.parser import parsed
from catalog.cli.spelled_out import Declared

#: Read without argparse: what is typed often, and what a script starts thousands of times.
PLAIN = [
    ("compare", "a", "b", "--format", "json"),
    ("compare", "a", "b", "-f", "csv", "--baseline=b", "--only-differences"),
    ("compare", "-", "--compact"),
    ("compare", "--fields", "payload,range", "a", "b"),
    ("compare", "a", "--units", "us", "b", "--unit", "range=mi", "--unit=mass=lb"),
    ("list",),
    ("list", "transit", "--where", "payload >= 1 t", "--where=range > 100 mi", "--limit", "3", "--offset=2"),
    ("list", "--type", "van", "e", "transit"),
    ("list", "--columns", "id,range", "--sort=-range", "--no-cache", "--specs", "a", "--specs", "b"),
    ("list", ""),
    ("show", "a", "--units", "us"),
    ("show", "--no-derived", "a"),
    ("convert", "30 mpg(US)", "L/100km", "--exact"),
    ("convert", "30 mpg(US)", "--market", "US", "L/100km"),
    ("fields", "payload", "--coverage"),
]
#: Left to argparse.
OTHERS = [
    ("compare",),
    ("compare", "--help"),
    ("compare", "a", "--form", "json"),
    ("compare", "a", "-fjson"),
    ("compare", "a", "-f=json"),
    ("compare", "a", "--", "b"),
    ("compare", "a", "--fields"),
    ("compare", "a", "--fields", "--compact"),
    ("compare", "a", "--compact=yes"),
    ("compare", "a", "--nothing"),
    ("compare", "a", "--width", "5"),
    ("compare", "a", "--width", "x"),
    ("list", "--limit", "-1"),
    ("list", "--sort", "-payload"),
    ("show",),
    ("show", "a", "b"),
    ("convert", "1 km"),
    ("convert", "-5 °C", "°F"),
    ("fields", "--coverage", "payload"),
    ("completion", "cmd"),
    ("index", "--rebuild"),
]


def read(arguments: tuple[str, ...]) -> dict[str, Any] | None:
    name, *words = arguments
    module = import_module(f"catalog.cli.commands.{name}_")
    declared = Declared()
    declared.set_defaults(command=name, run=module.run, parser=None, names=None)
    module.register(declared)
    found = declared.read(words)
    return None if found is None else vars(found)


def by_argparse(arguments: tuple[str, ...]) -> dict[str, Any] | None:
    """None where it ends the process."""
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        try:
            return {**vars(parsed(arguments, COMMANDS)), "parser": None}
        except SystemExit:
            return None


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_what_is_spelled_out_is_read_here(arguments: tuple[str, ...]) -> None:
    found = read(arguments)
    assert found is not None
    assert found == by_argparse(arguments)


@pytest.mark.parametrize("arguments", OTHERS, ids=" ".join)
def test_what_is_not_is_left_to_argparse(arguments: tuple[str, ...]) -> None:
    assert read(arguments) is None


# fmt: off
WORDS = st.sampled_from([
    "a", "b c", "", "-", "--", "-1", "-f", "--format", "json", "--format=csv", "--fields", "--fields=", "--no-cache",
    "--unit", "range=mi", "--width", "80", "9", "--width=100", "--specs", "--limit", "2", "-x", "--no", "--exact",
    "--market", "--columns=id", "--where", "payload >= 1 t", "--coverage", "--type", "van", "--print", "--help",
])
# fmt: on


@given(name=st.sampled_from(["compare", "list", "show", "convert", "fields", "new"]), words=st.lists(WORDS, max_size=6))
def test_whatever_is_typed_both_agree(name: str, words: list[str]) -> None:
    found = read((name, *words))
    if found is not None:
        assert found == by_argparse((name, *words))


def test_every_command_declares_itself_to_both() -> None:
    """Also where it is always left to argparse."""
    for name in COMMANDS:
        read((name,))


def test_an_argument_that_there_is_none_of() -> None:
    declared = Declared()
    declared.add_argument("name", nargs="?")
    found = declared.read([])
    assert found is not None
    assert "name" in found
    assert "rebuild" not in found
    with pytest.raises(AttributeError, match="no argument 'rebuild'"):
        found.rebuild  # noqa: B018
    found.rebuild = True
    assert "rebuild" in found

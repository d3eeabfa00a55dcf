"""The ``vehicles`` command: arguments to commands, errors to messages and exit codes.

Exit codes: 0 ok, 1 error, 2 usage, 3 unknown name or no match, 4 not convertible or not comparable,
5 ``check`` found something.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from catalog import __version__
from catalog.cli.output import say
from catalog.errors import CatalogError, nearest

#: The commands in the order of the help; each is a module of ``catalog.cli.commands``.
COMMANDS = {
    "list": "vehicles, filtered, with chosen columns or counts",
    "show": "everything known of a vehicle, with sources",
    "compare": "vehicles side by side in one normalized table",
    "convert": "one published value in another unit",
    "fields": "what each field means, its units and definitions",
    "units": "kinds of quantity, units, spellings, factors",
    "sources": "where the values come from",
    "plants": "assembly plants, what they build and plan",
    "check": "faults of spec files, with file and line",
    "new": "a commented spec file to fill in",
    "schema": "the JSON Schema of a spec file, for editors",
    "config": "the settings in force and where they come from",
    "completion": "shell completion for bash, zsh or fish",
}


class _Parser(argparse.ArgumentParser):
    """argparse with the nearest command in its message."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        if "invalid choice" in message and "COMMAND" in message:
            typed = message.partition("invalid choice: ")[2].partition(" (")[0].strip("'")
            offer = nearest(typed, list(COMMANDS))
            message = f"no command {typed!r}" + (
                f"; did you mean {offer[0]}?" if offer else "; `vehicles --help` lists them"
            )
        say(message)
        raise SystemExit(2)


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser; with ``only`` the other commands get a name and no arguments, which saves their imports."""
    parser = _Parser(
        prog="vehicles",
        description="Vehicle specifications as published and cited, normalized and compared.",
        epilog="Exit codes: 0 ok, 1 error, 2 usage, 3 unknown name or no match, "
        "4 not convertible or not comparable, 5 check found something.",
    )
    parser.add_argument("--version", action="version", version=f"vehicles {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    for name, summary in COMMANDS.items():
        module = import_module(f"catalog.cli.commands.{name}_") if only in (None, name) else None
        text = (module.__doc__ or "").strip() if module else summary
        sub = commands.add_parser(
            name, help=summary, description=text, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        if module:
            module.register(sub)
            sub.set_defaults(run=module.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    completing = "_ARGCOMPLETE" in os.environ
    named = next((word for word in arguments if not word.startswith("-")), None)
    parser = build_parser(None if completing or named not in COMMANDS else named)
    if completing:
        from catalog.cli.completion import complete

        complete(parser)
    args = parser.parse_args(arguments)
    try:
        code: int = args.run(args)
    except CatalogError as error:
        say(str(error))
        return error.exit_code
    return code


def run() -> NoReturn:
    """The console script: ``main`` with the answers to a closed pipe, an interrupt and a full disk."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, a pager) has seen enough. Point stdout away so that the exit does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        say(f"cannot write: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)

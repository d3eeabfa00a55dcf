"""The ``vehicles`` command: arguments to commands, errors to messages and exit codes.

Exit codes: 0 ok, 1 error, 2 usage, 3 unknown name or no match, 4 not convertible or not comparable,
5 ``check`` found something.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module

from catalog import __version__
from catalog.cli.output import encoding_of, say, terminal_width, write
from catalog.errors import CatalogError, IndexDamaged, IndexStale, QueryError, nearest
from catalog.render.encoding import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

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
    "import": "a publisher's table as a data set of your own catalog",
    "sql": "a query as SQL, for an engine of yours",
    "index": "the index of the spec files: its state, or made anew",
    "check": "faults of spec files, with file and line",
    "changes": "what changed in the data since an older spec folder",
    "new": "a commented spec file to fill in",
    "schema": "the JSON Schema of a spec file, for editors",
    "config": "the settings in force and where they come from",
    "completion": "shell completion for bash, zsh or fish",
}


# For each of its texts argparse looks for a translation on disk; ours are English, so that its own should be too.
argparse._ = str  # type: ignore[attr-defined]


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal (argparse asks for the width at every argument, and imports ``shutil`` for it)."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, **{"width": terminal_width() - 2, **options})


class _Parser(argparse.ArgumentParser):
    """argparse with the nearest word in its messages, and its texts in what the terminal's encoding holds."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"formatter_class": _Help, **options})
        # From Python 3.14 on argparse colours its help and guesses words by itself.
        self.color = False
        self.suggest_on_error = False

    def error(self, message: str) -> NoReturn:
        if sys.stderr is not None:
            self.print_usage(sys.stderr)
        say(_with_nearest(message))
        raise SystemExit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout and message:
            write(message, pager=False)
        elif file is not None and message:
            try:
                file.write(plain(message, encoding_of(file)))
            except OSError:
                return


_CHOICE = r"(?s)argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)"


def _with_nearest(message: str) -> str:
    """argparse's message for a word that is none, in ours: what there is no such of, and the nearest there is."""
    found = re.fullmatch(_CHOICE, message)
    if found is None:
        return message
    argument, typed, known = found.groups()
    name = argument.rpartition("-")[2].lower()
    choices = re.findall(r"[\w-]+", known)
    offer = nearest(typed, choices)
    hint = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(choices)}"
    return f"no {name} {typed!r}; {hint}"


class _Version(str):
    """The version's text, made only when it is asked for: it reads the data's version from disk."""

    __slots__ = ()

    def __mod__(self, _: object) -> str:
        from catalog.reading import data_version

        return f"vehicles {__version__}, data {data_version()}"


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser; with ``only`` one command alone, which saves the imports of the others."""
    parser = _Parser(
        prog="vehicles",
        description="Vehicle specifications as published and cited, normalized and compared.",
        epilog="Exit codes: 0 ok, 1 error, 2 usage, 3 unknown name or no match, "
        "4 not convertible or not comparable, 5 check found something.",
    )
    parser.add_argument("--version", action="version", version=_Version("%(prog)s"))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser, prog=parser.prog
    )
    for name, summary in COMMANDS.items() if only is None else [(only, COMMANDS[only])]:
        module = import_module(f"catalog.cli.commands.{name}_")
        sub = commands.add_parser(name, help=summary, description=(module.__doc__ or "").strip())
        sub.set_defaults(run=module.run, parser=sub, names=None)
        module.register(sub)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    arguments = _descending(list(sys.argv[1:] if argv is None else argv))
    completing = "_ARGCOMPLETE" in os.environ
    named = next(iter(arguments), None)
    parser = build_parser(None if completing or named not in COMMANDS else named)
    if completing:
        from catalog.cli.completion import complete

        complete(parser)
    args, further = parser.parse_known_args(arguments)
    _take(further, args)
    try:
        return _run(args)
    except QueryError as error:
        say(f"the query cannot be understood\n{error}")  # its caret stands under its own line
        return error.exit_code
    except CatalogError as error:
        say(str(error))
        return error.exit_code


def _run(args: argparse.Namespace) -> int:
    """Run the command; once more, with its index made anew, where that turns out to be damaged."""
    try:
        code: int = args.run(args)
    except IndexStale:
        args.stale = True
        code = args.run(args)
    except IndexDamaged as error:
        say(f"{error}; making it anew")
        args.rebuild = True
        code = args.run(args)
    return code


def _descending(arguments: list[str]) -> list[str]:
    """``--sort -payload`` as one word: argparse would take ``-payload`` for an option."""
    joined: list[str] = []
    for word in arguments:
        if joined and joined[-1] == "--sort" and word.startswith("-") and not word.startswith("--"):
            joined[-1] = f"--sort={word}"
        else:
            joined.append(word)
    return joined


def _take(further: list[str], args: argparse.Namespace) -> None:
    """Names after options go where the names before them went, which argparse does not do; else a usage error."""
    if further and args.names and not any(word.startswith("-") for word in further):
        getattr(args, args.names).extend(further)
    elif further:
        own = args.parser
        unknown = next((word for word in further if word.startswith("-")), further[0])
        offer = nearest(unknown.partition("=")[0], re.findall(r"--[a-z][a-z-]+", own.format_help()))
        hint = f"; did you mean {offer[0]}?" if offer and unknown.startswith("-") else ""
        own.error(f"{'no option' if unknown.startswith('-') else 'one argument too many:'} {unknown!r}{hint}")


def run() -> NoReturn:
    """The console script: ``main`` with the answers to a closed pipe, an interrupt and a full disk."""
    gc.set_threshold(50_000)  # a command ends before there are as many cycles as are worth looking for
    code: object
    try:
        try:
            code = main()
        except SystemExit as stop:  # help, version and usage errors, whose text has still to be written
            code = stop.code
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, a pager) has seen enough.
        _abandon_output()
        code = 0
    except KeyboardInterrupt:
        _abandon_output()
        code = 130
    except OSError as error:
        reason = error.strerror or str(error)
        say(f"{error.filename}: {reason}" if error.filename else f"cannot write: {reason}")
        _abandon_output()
        code = 1
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """End the process at once, all having been written: taking the interpreter apart first takes as long as starting
    a third of it. Where something waits to be told of the end (coverage, a profiler), it is."""
    if sys.gettrace() is not None or sys.getprofile() is not None or "coverage" in sys.modules:
        sys.exit(code)
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        code = code or 1
    os._exit(code)


def _abandon_output() -> None:
    """Point stdout away, so that what is still buffered does not complain at the exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

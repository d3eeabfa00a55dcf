"""Arguments as argparse reads them: all that are not plainly spelled out, help, and what is wrong with any."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from catalog import __version__
from catalog.cli.output import encoding_of, say, terminal_width, write
from catalog.errors import nearest
from catalog.render.encoding import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

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


def build_parser(known: Mapping[str, str], only: str | None = None) -> argparse.ArgumentParser:
    """The parser of these commands; with ``only`` one alone, which saves the imports of the others."""
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
    for name, summary in known.items() if only is None else [(only, known[only])]:
        module = import_module(f"catalog.cli.commands.{name}_")
        sub = commands.add_parser(name, help=summary, description=(module.__doc__ or "").strip())
        sub.set_defaults(run=module.run, parser=sub, names=None)
        module.register(sub)
    return parser


def parsed(arguments: Sequence[str], known: Mapping[str, str]) -> argparse.Namespace:
    """The arguments of one of the ``known`` commands. Ends the process where they are wrong, or ask for help."""
    completing = "_ARGCOMPLETE" in os.environ
    named = next(iter(arguments), None)
    parser = build_parser(known, None if completing or named not in known else named)
    if completing:
        from catalog.cli.completion import complete

        complete(parser)
    args, further = parser.parse_known_args(arguments)
    _take(further, args)
    return args


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

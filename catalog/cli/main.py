"""The ``vehicles`` command: arguments to commands, errors to messages and exit codes.

Exit codes: 0 ok, 1 error, 2 usage, 3 unknown name or no match, 4 not convertible or not comparable,
5 ``check`` found something.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from catalog.cli.output import forget, release, say
from catalog.errors import CatalogError, IndexDamaged, IndexStale, QueryError

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
    "serve": "the catalog in a browser, and as an HTTP API",
    "import": "a publisher's table as a data set of your own catalog",
    "export": "vehicles, a comparison or published values as a file: CSV, XLSX, Parquet ...",
    "publish": "a catalog where others read it: PostgreSQL, or a Parquet file",
    "sql": "a query as SQL, for an engine of yours",
    "index": "the index of the spec files: its state, or made anew",
    "check": "faults of spec files, with file and line",
    "changes": "what changed in the data since an older spec folder",
    "new": "a commented spec file to fill in",
    "schema": "the JSON Schema of a spec file, for editors",
    "config": "the settings in force and where they come from",
    "completion": "shell completion for bash, zsh or fish",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    arguments = _descending(list(sys.argv[1:] if argv is None else argv))
    args = None if "_ARGCOMPLETE" in os.environ else _spelled_out(arguments)
    if args is None:
        from catalog.cli.parser import parsed

        args = parsed(arguments, COMMANDS)
    try:
        return _run(args)
    except QueryError as error:
        say(f"the query cannot be understood\n{error}")  # its caret stands under its own line
        return error.exit_code
    except CatalogError as error:
        say(str(error))
        return error.exit_code


def _spelled_out(arguments: Sequence[str]) -> Any:
    """The arguments where all are spelled out, without argparse; None where they are not."""
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        return None
    from catalog.cli.spelled_out import Declared
    from catalog.plain import module

    command = module(f"catalog.cli.commands.{name}_")
    declared = Declared()
    declared.set_defaults(command=name, run=command.run, parser=None, names=None)
    command.register(declared)
    return declared.read(arguments[1:])


def _run(args: Any) -> int:
    """Run the command; once more, with its index made anew, where that turns out to be damaged."""
    try:
        return _told(args)
    except IndexStale:
        args.stale = True
    except IndexDamaged as error:
        say(f"{error}; making it anew")
        args.rebuild = True
    return _told(args)


def _told(args: Any) -> int:
    """Run the command, and tell what it says once all is sure that it has read."""
    try:
        code: int = args.run(args)
    except (IndexStale, IndexDamaged):
        raise
    except CatalogError:  # which may be of something that has changed since
        release()
        raise
    else:
        release()
        return code
    finally:
        forget()


def _descending(arguments: list[str]) -> list[str]:
    """``--sort -payload`` as one word: argparse would take ``-payload`` for an option."""
    joined: list[str] = []
    for word in arguments:
        if joined and joined[-1] == "--sort" and word.startswith("-") and not word.startswith("--"):
            joined[-1] = f"--sort={word}"
        else:
            joined.append(word)
    return joined


def run() -> NoReturn:
    """The console script: ``main`` with the answers to a closed pipe, an interrupt and a full disk."""
    if sys.argv[1:2] == ["import"]:
        from catalog.datasets.without_pandas import spare_pandas

        spare_pandas()
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

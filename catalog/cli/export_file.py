"""Where an export goes: a file that is written whole or not at all, standard output, or a pipe."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from shutil import copyfileobj

from catalog.cli.output import write
from catalog.errors import CatalogError, SettingsError
from catalog.export.formats import BINARIES, text_of, write_table
from catalog.export.replacing import replacement
from catalog.export.table import Table


def check_target(path: str, name: str, force: bool) -> None:
    """Raises CatalogError for a file that cannot be written or is there already, before anything is read for it."""
    if path == "-":
        if name in BINARIES and sys.stdout is not None and sys.stdout.isatty():
            raise SettingsError(f"{name} is not for a terminal; name a file, or send it to another program")
        return
    folder = os.path.dirname(os.path.abspath(path))
    if os.path.isdir(path):
        raise SettingsError(f"{path} is a folder; name a file in it")
    if not os.path.isdir(folder):
        raise CatalogError(f"cannot write {path}: there is no folder {folder}")
    if os.path.isfile(path) and not force:
        raise CatalogError(f"{path} is there already; --force replaces it")


def put(path: str, name: str, content: str | Table, force: bool = False, units_row: bool = False) -> None:
    """Write a text or a table in a format to a file, or to standard output where the path is ``-``.

    Raises CatalogError where that is not possible; what was there before is then as it was.
    """
    if path == "-" and name not in BINARIES:
        _print([content] if isinstance(content, str) else text_of(content, name, units_row))
    elif path == "-" or (os.path.exists(path) and not os.path.isfile(path)):
        with tempfile.TemporaryDirectory() as folder:  # some formats go back to their beginning, which a pipe cannot
            made = os.path.join(folder, "export")
            _write(content, made, name, units_row)
            _pass_on(made, path)
    else:
        with replacement(path) as partial:
            _write(content, partial, name, units_row)
            check_target(path, name, force)  # who has written it meanwhile does not lose it


def _write(content: str | Table, path: str, name: str, units_row: bool) -> None:
    if isinstance(content, Table):
        write_table(content, path, name, units_row)
    else:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(content)


def _print(pieces: Iterable[str]) -> None:
    """Text to standard output: as people read it on a terminal, as it is (in UTF-8) to another program."""
    stream = sys.stdout
    if stream is None or stream.isatty():
        write("".join(pieces))
        return
    binary = getattr(stream, "buffer", None)
    for piece in pieces:
        if binary is None:
            stream.write(piece)
        else:
            binary.write(piece.encode("utf-8", "surrogatepass"))
    stream.flush()


def _pass_on(made: str, path: str) -> None:
    with open(made, "rb") as source:
        if path == "-":
            copyfileobj(source, sys.stdout.buffer)
            sys.stdout.flush()
        else:
            with open(path, "wb") as target:
                copyfileobj(source, target)

"""Options that several commands share, and what they mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalog.cli.completion import catalogs, offer, offer_list, offer_words, unit_overrides
from catalog.cli.output import MIN_WIDTH, encoding_of, hold, release, say, terminal_width, write
from catalog.cli.settings import COMMAND_LINE, OWN_FORMATS, SYSTEMS, Settings, load_settings
from catalog.errors import CatalogError, NotFound, SettingsError
from catalog.render.names import NAMES
from catalog.wording.choice import UnitChoice, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from catalog.collection.names import Match
    from catalog.collection.reader import Reader
    from catalog.index import Index
    from catalog.render.sheet import Sheet


#: The types of vehicles, in the order of the help.
TYPES = ("truck", "van", "pickup", "car", "bus", "coach", "tractor")


def add_output(parser: argparse.ArgumentParser, *own: str) -> None:
    """--format, --width, --no-pager; ``own`` are formats that this command has besides those of all."""
    group = parser.add_argument_group("output")
    chosen = group.add_argument(
        "-f",
        "--format",
        metavar="NAME",
        help=f"{', '.join((*NAMES[:8], *own))} (or a tabulate format: {', '.join(NAMES[8:12])} ...)",
    )
    offer_words(chosen, (*NAMES, *own))
    group.add_argument(
        "--width", type=_width, metavar="N", help="columns of the table (default: the terminal's, 80 in a pipe)"
    )
    group.add_argument("--no-pager", action="store_true", help="do not page long output on a terminal")


def _width(text: str) -> int:
    from argparse import ArgumentTypeError

    try:
        width = int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a number of columns") from None
    if width < MIN_WIDTH:
        raise ArgumentTypeError(f"a table needs {MIN_WIDTH} columns at least")
    return width


def add_units(parser: argparse.ArgumentParser) -> None:
    """--units and --unit."""
    group = parser.add_argument_group("units")
    offer_words(group.add_argument("-u", "--units", metavar="SYSTEM", help="metric (default), us, uk or si"), SYSTEMS)
    override = group.add_argument(
        "--unit",
        action="append",
        metavar="NAME=UNIT",
        help="a unit for one field or kind: range=mi, mass=lb (repeatable)",
    )
    offer(override, unit_overrides)


def add_specs(parser: argparse.ArgumentParser, catalog: bool = False) -> None:
    """--specs, --no-cache and --no-config; --catalog for the commands that read data sets as well."""
    group = parser.add_argument_group("catalog")
    if catalog:
        chosen = group.add_argument(
            "--catalog",
            action="append",
            metavar="NAME[,NAME...]",
            help="what is searched: specs (default), a data set's name, or all (repeatable); or a published catalog: "
            "FILE.parquet or postgresql://user@host/database",
        )
        offer_list(chosen, catalogs)
    group.add_argument(
        "--specs",
        action="append",
        metavar="DIR",
        help="a spec folder to read instead of the shipped and your own (repeatable)",
    )
    group.add_argument("--no-cache", action="store_true", help="read all spec files, and neither use nor keep an index")
    group.add_argument("--no-config", action="store_true", help="ignore config files")


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings in force for these arguments."""
    return load_settings(vars(args))


def open_reader(args: argparse.Namespace, settings: Settings, held: bool = False) -> Reader:
    """The catalog from its index; files with faults are left out and told on stderr.

    ``held``: the command tells all by ``say`` and ``write``; so it reads at once what may have changed, and what it
    tells is held until that is sure.
    """
    from catalog.collection.reader import Reader
    from catalog.index.keeping import open_index

    def specs() -> Index:
        index = open_index(
            settings.specs, cache=not args.no_cache, rebuild="rebuild" in args, parallel="stale" not in args, say=say
        )
        if held:
            hold(index.at_once())
        return index

    if settings.catalog and "catalog" in args:
        from catalog.collection.opening import open_holding

        try:
            reader = Reader(open_holding(settings.catalog, specs))
        except NotFound as error:
            if settings.origin["catalog"] == COMMAND_LINE:
                raise
            raise SettingsError(settings.told("catalog", str(error))) from None
    else:
        reader = Reader(specs())
    faults = reader.faults
    for fault in faults:
        if fault.code == "folder" and settings.specs:
            raise SettingsError(settings.told("specs", f"{fault.message}: {fault.file}"))
    if faults:
        for fault in faults[:3]:
            say(str(fault))
        files = len({fault.file for fault in faults})
        say(
            f"{counted(len(faults), 'fault')} in {counted(files, 'spec file')}, left out here; "
            "`vehicles check` shows all"
        )
    return reader


def counted(count: int, name: str) -> str:
    """``1 fault``, ``2 faults``."""
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


def units_of(settings: Settings) -> UnitChoice:
    """The reader's units. Raises SettingsError or NotFound, which say where a wrong one was set."""
    if not settings.unit:
        return UnitChoice(settings.units)
    from catalog.model.fields import FIELDS

    overrides = {name: f"{name}={unit}" for name, unit in settings.unit.items()}
    for name, override in overrides.items():
        try:
            choose(FIELDS, "metric", [override])
        except CatalogError as error:
            origin = settings.origin[f"unit.{name}"]
            if origin == COMMAND_LINE:
                raise
            raise SettingsError(f"{origin}: {error}") from None
    return choose(FIELDS, settings.units, overrides.values())


def show(sheet: Sheet, args: argparse.Namespace, settings: Settings) -> int:
    """Render the sheet and write it out."""
    from catalog.render.formats import render_for

    _has_format(args, settings)
    width = getattr(args, "width", None)
    pager = not getattr(args, "no_pager", False)
    quoted = settings.format in ("json", "jsonl")
    write(render_for(encoding_of(sys.stdout), sheet, settings.format, width or terminal_width()), pager, quoted)
    return 0


def show_document(document: Any, args: argparse.Namespace) -> int:
    """Write a document out as JSON, without making the sheet for it."""
    from catalog.render.structured import json_text

    write(json_text(document), not getattr(args, "no_pager", False), quoted=True)
    return 0


def _has_format(args: argparse.Namespace, settings: Settings) -> None:
    if settings.format in OWN_FORMATS:
        raise SettingsError(settings.told("format", f"`vehicles {args.command}` has no format {settings.format!r}"))


def typed_names(names: list[str]) -> Iterator[str]:
    """The names given; ``-`` stands for names on standard input, one a line."""
    for name in names:
        if name != "-":
            yield name
            continue
        if sys.stdin is None or sys.stdin.isatty():
            raise SettingsError("- reads names from standard input, and nothing is piped in")
        release()  # what is typed is answered at once, and cannot be read twice
        try:
            names_in = (name for line in sys.stdin if (name := line.partition("\t")[0].strip(" \r\n\ufeff")))
            yield from (name for place, name in enumerate(names_in) if place or name != "id")  # the header of a list
        except UnicodeDecodeError as error:
            raise SettingsError(f"standard input is not {error.encoding}: {error.reason}") from None


def resolve_all(reader: Reader, names: list[str]) -> list[str]:
    """The ids of the names; what a name was taken as is said on stderr where it was not an id."""
    ids: dict[str, str] = {}
    for name in typed_names(names):
        match = reader.resolve(name)
        if not match.exact:
            say(_taken(name, match, reader))
        if match.id in ids:
            say(f"{name!r} and {ids[match.id]!r} are both {match.id}; shown once")
        ids.setdefault(match.id, name)
    return list(ids)


def resolve_one(reader: Reader, name: str, what: str) -> str:
    """The id of the one vehicle that ``what`` takes. Raises SettingsError where standard input has none or several."""
    found = resolve_all(reader, [name])
    if len(found) != 1:
        raise SettingsError(f"{what} takes one vehicle; standard input names {len(found) or 'none'}")
    return found[0]


def _taken(name: str, match: Match, reader: Reader) -> str:
    text = f"took {name!r} as {match.id} ({reader.names([match.id])[match.id].name})"
    if match.others:
        more = f" and {len(match.others) - 4} more" if len(match.others) > 4 else ""
        text += f"; also fits: {', '.join(match.others[:4])}{more}"
    return text

"""Options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from catalog.cli.output import say, terminal_width, write
from catalog.cli.settings import Settings, load_settings
from catalog.collection import Catalog, Match
from catalog.errors import SettingsError
from catalog.model import FIELDS
from catalog.render import NAMES, Sheet, render
from catalog.wording import UnitChoice, choose


def add_output(parser: argparse.ArgumentParser) -> None:
    """--format, --width, --no-pager."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "-f",
        "--format",
        metavar="NAME",
        help=f"{', '.join(NAMES[:7])} (or a tabulate format: {', '.join(NAMES[7:11])} ...)",
    )
    group.add_argument(
        "--width", type=int, metavar="N", help="columns of the table (default: the terminal's, 80 in a pipe)"
    )
    group.add_argument("--no-pager", action="store_true", help="do not page long output on a terminal")


def add_units(parser: argparse.ArgumentParser) -> None:
    """--units and --unit."""
    group = parser.add_argument_group("units")
    group.add_argument("-u", "--units", metavar="SYSTEM", help="metric (default), us, uk or si")
    group.add_argument(
        "--unit",
        action="append",
        metavar="NAME=UNIT",
        help="a unit for one field or kind: range=mi, mass=lb (repeatable)",
    )


def add_specs(parser: argparse.ArgumentParser) -> None:
    """--specs and --no-config, for every command."""
    group = parser.add_argument_group("catalog")
    group.add_argument(
        "--specs",
        action="append",
        metavar="DIR",
        help="a spec folder to read instead of the shipped and your own (repeatable)",
    )
    group.add_argument("--no-config", action="store_true", help="ignore config files")


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings in force for these arguments."""
    return load_settings(vars(args))


def open_catalog(args: argparse.Namespace, settings: Settings) -> Catalog:
    """The catalog; files with faults are left out and told on stderr."""
    found = Catalog.open(settings.specs or None, strict=False)
    if found.faults:
        files = {fault.file for fault in found.faults}
        folders = [fault for fault in found.faults if fault.code == "folder"]
        for fault in folders:
            raise SettingsError(f"{fault.message}: {fault.file}")
        for fault in found.faults[:3]:
            say(str(fault))
        say(f"{len(found.faults)} faults in {len(files)} spec file(s), which are left out; `vehicles check` shows all")
    return found


def units_of(settings: Settings) -> UnitChoice:
    """The reader's units."""
    return choose(FIELDS, settings.units, [f"{name}={unit}" for name, unit in settings.unit.items()])


def show(sheet: Sheet, args: argparse.Namespace, settings: Settings) -> int:
    """Render the sheet and write it out."""
    if args.width is not None and args.width < 20:
        raise SettingsError(f"--width {args.width}: a table needs 20 columns at least")
    write(render(sheet, settings.format, args.width or terminal_width()), pager=not args.no_pager)
    return 0


def typed_names(names: list[str]) -> Iterator[str]:
    """The names given; ``-`` stands for names on standard input, one a line."""
    for name in names:
        if name != "-":
            yield name
            continue
        if sys.stdin is None or sys.stdin.isatty():
            raise SettingsError("- reads names from standard input, and nothing is piped in")
        for line in sys.stdin:
            if line.strip():
                yield line.strip().split("\t")[0].split(",")[0]


def resolve_all(catalog: Catalog, names: list[str]) -> list[str]:
    """The ids of the names; what a name was taken as is said on stderr where it was not an id."""
    ids: dict[str, str] = {}
    for name in typed_names(names):
        match = catalog.resolve(name)
        if not match.exact:
            say(_taken(name, match, catalog))
        if match.id in ids:
            say(f"{name!r} and {ids[match.id]!r} are both {match.id}; shown once")
        ids.setdefault(match.id, name)
    return list(ids)


def _taken(name: str, match: Match, catalog: Catalog) -> str:
    text = f"took {name!r} as {match.id} ({catalog.records[match.id].name})"
    if match.others:
        more = f" and {len(match.others) - 4} more" if len(match.others) > 4 else ""
        text += f"; also fits: {', '.join(match.others[:4])}{more}"
    return text

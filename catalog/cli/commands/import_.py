"""Import a publisher's table as a data set of your own catalog, beside the curated specs.

  vehicles import epa vehicles.csv            fueleconomy.gov, also as vehicles.csv.zip
  vehicles import afdc FOLDER                 Alternative Fuels Data Center, light and medium/heavy duty
  vehicles import vca euro6.csv               UK Vehicle Certification Agency
  vehicles import open-ev open-ev-data.json   OpenEV Data, merged JSON, or its clone or archive of layers
  vehicles import table fleet.csv             any CSV, TSV, JSON lines, Parquet or XLSX: proposes a map
  vehicles import table fleet.csv --yes       ... and applies it
  vehicles import table fleet.csv --save-map fleet.toml    ... or writes it, to be changed and given with --map
  vehicles import --list                      the data sets there are
  vehicles import --remove epa

A newer file takes the place of the older one, and what changed is told. Every cell is kept as it was published; what a
column means is said by a map. Rows that are not loaded and values that are not read go to a report beside the data.
"""

from __future__ import annotations

import argparse
import os

from catalog.cli.completion import offer
from catalog.cli.imported import columns_sheet, summary
from catalog.cli.options import add_output, counted, settings_of, show
from catalog.cli.output import say, terminal_width, write
from catalog.cli.progress import progress_bar
from catalog.errors import CatalogError, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.cli.settings import Settings
    from catalog.datasets.importing import Imported
    from catalog.datasets.mapping import Map
    from catalog.datasets.proposal import Proposal

#: The publishers whose tables are known, each with its maps.
SOURCES = {"epa": ("epa",), "afdc": ("afdc-light", "afdc-heavy"), "vca": ("vca",), "open-ev": ("open-ev",)}
#: What no column says of all rows of a table.
_ABOUT = ("make", "model", "publisher", "licence", "title", "url", "decimal")


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", nargs="?", choices=(*SOURCES, "table"), metavar="SOURCE", help="epa, afdc, vca, open-ev or table"
    )
    parser.add_argument("path", nargs="?", metavar="FILE", help="the file, or the folder that it lies in")
    parser.add_argument("--as", dest="name", metavar="NAME", help="the data set's name, where not the source's")
    parser.add_argument("--data-version", metavar="TEXT", help="the version of the data, where the file does not say")
    parser.add_argument("--force", action="store_true", help="replace a data set of another publisher or map")
    parser.add_argument("--list", action="store_true", help="the data sets there are")
    offer(parser.add_argument("--remove", metavar="NAME", help="take a data set out"), _names)
    table = parser.add_argument_group("table")
    table.add_argument("--map", metavar="MAP.toml", help="the map to apply")
    table.add_argument("--yes", action="store_true", help="apply the proposed map")
    table.add_argument("--save-map", metavar="MAP.toml", help="write the proposed map to a file")
    table.add_argument("--market", metavar="XX", help="whose hp, mpg, gal and ton it means: US, GB ...")
    table.add_argument("--decimal", choices=(".", ","), help="the decimal sign of all its numbers")
    table.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook (default: the first)")
    table.add_argument("--encoding", metavar="NAME", help="the encoding of a text, where it is recognised wrongly")
    for name in ("make", "model", "publisher", "licence", "title", "url"):
        table.add_argument(f"--{name}", metavar="TEXT", help=f"its {name}, where no column says")
    add_output(parser)
    parser.add_argument("--no-config", action="store_true", help="ignore config files")


def _names(**_: object) -> list[str]:
    from catalog.datasets.store import Store

    return Store().names()


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    if args.list:
        return _list(args, settings)
    if args.remove:
        from catalog.datasets.store import Store

        Store().remove(args.remove)
        say(f"removed the data set {args.remove}")
        return 0
    if args.source is None or args.path is None:
        raise SettingsError("name a source and its file: vehicles import epa vehicles.csv (`--help` lists the sources)")
    _check_name(args.name)
    if not os.path.exists(args.path):
        raise CatalogError(f"no such file or folder: {args.path}")
    if args.source == "table":
        return _table(args, settings)
    return _known(args, settings)


def _check_name(name: str | None) -> None:
    from catalog.datasets.map_keys import NAME

    if name is not None and not NAME.fullmatch(name):
        raise SettingsError(f"{name!r} is no name of a data set: a-z, 0-9 and hyphens")


def _known(args: argparse.Namespace, settings: Settings) -> int:
    from catalog.datasets.limits import DEFAULT
    from catalog.datasets.map_file import shipped_map
    from catalog.datasets.matching import files_for

    maps = [shipped_map(name) for name in SOURCES[args.source]]
    files = files_for(maps, args.path, DEFAULT)
    if args.name and len(files) > 1:
        raise SettingsError(f"--as names one data set, and {args.path} holds {len(files)}")
    for path, map_ in files:
        _import(path, map_, args, settings)
    return 0


def _import(path: str, map_: Map, args: argparse.Namespace, settings: Settings) -> None:
    from catalog.datasets.importing import import_file

    with progress_bar(os.path.basename(os.path.abspath(path))) as progress:
        done = import_file(path, map_, name=args.name, version=args.data_version, force=args.force, progress=progress)
    _told(done, args, settings)


# -- any table ----------------------------------------------------------------------------------------------------


def _table(args: argparse.Namespace, settings: Settings) -> int:
    if args.map:
        from catalog.datasets.map_file import read_map

        _import(args.path, read_map(args.map), args, settings)
        return 0
    from catalog.datasets.importing import import_table
    from catalog.datasets.map_file import from_data
    from catalog.datasets.proposing import proposed

    market = args.market.upper() if args.market else None
    about = {name: value for name in _ABOUT if (value := getattr(args, name))} | (
        {"name": args.name} if args.name else {}
    )
    options = {name: value for name in ("sheet", "encoding") if (value := getattr(args, name))}
    with progress_bar(os.path.basename(args.path)) as progress:
        progress("reading", 0.0)
        table, proposal = proposed(args.path, market, about, options)
        progress("read", 1.0)
    if args.save_map:
        _save(args.save_map, proposal)
    if not args.yes:
        if settings.format == "table":
            write(_proposal_text(proposal))
        else:
            show(_proposal_sheet(proposal), args, settings)
        saved = (
            f"--map {args.save_map} the saved one" if args.save_map else "--save-map MAP.toml writes it to be changed"
        )
        say(f"nothing is imported yet: --yes applies this map, {saved}")
        return 0
    map_ = from_data(proposal.data, "the proposed map")
    with progress_bar(table.name) as progress:
        done = import_table(table, map_, name=args.name, version=args.data_version, force=args.force, progress=progress)
    _told(done, args, settings)
    return 0


def _save(path: str, proposal: Proposal) -> None:
    from catalog.datasets.map_text import to_toml

    comments = [f"{column.header}: {column.target or 'not placed'} ({column.reason})" for column in proposal.columns]
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(to_toml(proposal.data, comments))
    except FileExistsError:
        raise CatalogError(f"{path} is there already; it is left as it is") from None
    except OSError as error:
        raise CatalogError(f"cannot write {path}: {error.strerror}") from None
    say(f"wrote {path}; --map {path} applies it")


def _proposal_text(proposal: Proposal) -> str:
    lines = [f"{note}" for note in proposal.told]
    lines += ["", f"{counted(len(proposal.placed), 'column')} placed:"]
    lines += [f"  {column.header}: {column.target}\n    {column.reason}" for column in proposal.placed]
    if proposal.unplaced:
        lines += ["", f"{counted(len(proposal.unplaced), 'column')} kept as text and not placed:"]
    lines += [f"  {column.header}\n    {column.reason}" for column in proposal.unplaced]
    return "\n".join(lines).strip() + "\n"


def _proposal_sheet(proposal: Proposal) -> Any:
    from catalog.render import Line, Sheet

    records = [{"column": one.header, "placed": one.target, "reason": one.reason} for one in proposal.columns]
    return Sheet(
        headers=("Column", "Placed as", "Why"),
        lines=tuple(Line((one.header, one.target or "not placed", one.reason)) for one in proposal.columns),
        notes=tuple(proposal.told),
        records=tuple(records),
        document={"shape": 1, "map": proposal.data, "columns": records, "notes": list(proposal.told)},
    )


# -- what was done ------------------------------------------------------------------------------------------------


def _told(done: Imported, args: argparse.Namespace, settings: Settings) -> None:
    if settings.format == "table":
        write(summary(done, args.width or terminal_width()))
    else:
        show(columns_sheet(done), args, settings)
    for reject in [*done.rejected[:3], *done.unread[:3]]:
        what = "row" if reject.whole else "value"
        at = f"line {reject.line}" + (f", {reject.column}" if reject.column else "")
        say(f"{what} not loaded, {at}: {reject.reason}")
    more = max(len(done.rejected) - 3, 0) + max(len(done.unread) - 3, 0)
    if more:
        say(f"and {more:,} more in {os.path.join(done.folder, done.manifest.report or '')}")


def _list(args: argparse.Namespace, settings: Settings) -> int:
    from catalog.datasets.store import Store
    from catalog.render import Line, Sheet

    store = Store()
    manifests = []
    for name in store.names():
        try:
            manifests.append(store.verified(name)[0])
        except CatalogError as error:
            say(str(error))
    records = [
        {
            "name": manifest.name,
            "title": manifest.title,
            "publisher": manifest.publisher,
            "licence": manifest.licence,
            "version": manifest.version,
            "rows": manifest.rows["loaded"],
            "imported": manifest.imported,
        }
        for manifest in manifests
    ]
    sheet = Sheet(
        headers=("Name", "Title", "Publisher", "Licence", "Version", "Rows", "Imported"),
        lines=tuple(Line(tuple(str(value) for value in record.values())) for record in records),
        align=("left", "left", "left", "left", "left", "right"),
        records=tuple(records),
        keys=("name", "title", "publisher", "licence", "version", "rows", "imported"),
        document={"shape": 1, "data_sets": records},
        empty="no data sets; `vehicles import epa vehicles.csv` makes one",
    )
    return show(sheet, args, settings)

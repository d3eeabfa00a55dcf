"""Export vehicles, a comparison or single published values as a file.

  vehicles export fleet.xlsx                            all vehicles, one row each
  vehicles export vans.parquet --type van --units us
  vehicles export heavy.csv --where "payload >= 3 t" --columns id,make,model,payload
  vehicles export values.csv --shape claims --make foton     one row a published value, with its source
  vehicles export table.tex --compare iblue e-transit "jac n60" --columns masses,range
  vehicles export fleet.sqlite --units-row --force
  vehicles export - --format jsonl --type truck | head -n 3

The ending of the file says the format, or --format: csv, tsv, json, jsonl, parquet, xlsx, sqlite; md, html and
latex, which have values in words; jsonld (schema.org). "-" is standard output.

A column says what it holds: range [km] (WLTP) is the range in kilometres by WLTP alone. Where a range or a limit was
published there are two, low and high; where a number is only approximate a third, bound, says so.
`vehicles import table` reads the data formats back.
"""

from __future__ import annotations

import argparse
import os
from functools import cached_property

from catalog.cli.commands.list_ import add_choice, asked_of, request_of
from catalog.cli.completion import fields, ids, offer, offer_list, offer_words
from catalog.cli.options import add_specs, add_units, counted, open_reader, resolve_all, settings_of, units_of
from catalog.cli.output import say, write
from catalog.errors import CatalogError, NotComparable, SettingsError
from catalog.export.formats import NAMES, WORDS, format_of
from catalog.requests.listing import check_columns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.cli.settings import Settings
    from catalog.collection.reader import Reader
    from catalog.compare.comparison import Comparison
    from catalog.engine.relation import Relation
    from catalog.export.table import Table
    from catalog.render.sheet import Sheet
    from catalog.requests.listing import ListRequest

SHAPES = ("vehicles", "claims")
#: As many vehicles are always taken one by one, with all that was published of each.
_FEW = 20_000
#: As many at most, where they are asked for in a way that whole columns do not have, or curated specs are among them.
_MOST = 100_000


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="the file to write; - is standard output")
    add_choice(parser)
    compared = parser.add_argument(
        "--compare", nargs="+", metavar="VEHICLE", help="these vehicles, as `vehicles compare` puts them side by side"
    )
    offer(compared, ids)
    columns = parser.add_argument(
        "--columns",
        metavar="A,B,...",
        help="properties and fields, such as id,make,range[wltp] (default: all that is known; with --compare: fields "
        "or groups)",
    )
    offer_list(columns, fields)
    shape = parser.add_argument(
        "--shape", choices=SHAPES, default="vehicles", help="one row a vehicle (default), or one row a published value"
    )
    offer_words(shape, SHAPES)
    output = parser.add_argument_group("output")
    chosen = output.add_argument("-f", "--format", dest="as_format", metavar="NAME", help=f"{', '.join(NAMES)}")
    offer_words(chosen, NAMES)
    output.add_argument("--units-row", action="store_true", help="csv, tsv: units in a second row, not in the header")
    output.add_argument("--force", action="store_true", help="replace a file that is there")
    add_units(parser)
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    from catalog.cli.export_file import check_target, put

    settings = settings_of(args)
    path = _path(args)
    name = format_of(path, args.as_format)
    check_target(path, name, args.force)
    reader = open_reader(args, settings)
    made = _Chosen(args, settings, reader)
    whole = made.relation() if name not in (*WORDS, "jsonld") else None
    if whole is None and not made.ids:
        say("no vehicle matches; nothing is written")
        return 3
    content = made.text(name) if whole is None else None
    if content is not None:
        put(path, name, content, args.force)
        what = counted(len(made.ids), "vehicle")
    else:
        if whole is not None:
            say(f"more than {_FEW:,} vehicles are {whole.left_out}")
        table = made.table() if whole is None else whole
        put(path, name, table, args.force, args.units_row)
        what = f"{table.count:,} {table.name}, {len(table.columns)} columns"
    if path != "-":
        write(f"wrote {path}: {what}\n")
    return 0


def _path(args: argparse.Namespace) -> str:
    """The file; where it stands behind the names of --compare, argparse takes it for one of them."""
    if args.file is None and args.compare and len(args.compare) > 1:
        args.file = args.compare.pop()
    if args.file is None:
        raise SettingsError("name the file to write: vehicles export fleet.xlsx (- is standard output)")
    path: str = args.file
    return os.path.expanduser(path)


class _Chosen:
    """What is exported: the vehicles, and their columns."""

    def __init__(self, args: argparse.Namespace, settings: Settings, reader: Reader) -> None:
        self.args, self.reader, self.units = args, reader, units_of(settings)
        self.names = [name.strip() for name in (args.columns or "").split(",") if name.strip()]
        self._compared: Sequence[str] = ()
        check_columns(self.names, reader)
        if args.compare:
            self._refuse_choice(request_of(args, settings))
            self._compared = resolve_all(reader, args.compare)
        else:
            request = request_of(args, settings)
            asked = asked_of(request, args, reader)
            self._choice = (request.words, asked.query, asked.order, request.filters, args.limit, args.offset)

    @cached_property
    def ids(self) -> Sequence[str]:
        """The vehicles, in order. Raises CatalogError where they are too many to be taken one by one."""
        if self.args.compare:
            return self._compared
        found = self._first(_MOST)
        if len(found) > _MOST:
            raise CatalogError(
                f"more than {_MOST:,} vehicles; so many are exported one row each, as csv, tsv, json, jsonl, parquet, "
                "xlsx or sqlite: leave out --shape claims, or ask for fewer"
            )
        return found

    def _first(self, most: int) -> Sequence[str]:
        """The vehicles, in order: all of them, or one more than these."""
        words, query, order, filters, limit, offset = self._choice
        count = most + 1 if limit is None else min(most + 1, limit)
        return self.reader.select(words, query, order, filters, count, offset).ids

    def relation(self) -> Relation | None:
        """The table of data in whole columns, for many vehicles that lie in an engine; None for those whose records
        are read: few, or curated specs, whose limits, remarks and sources no column of the engine has."""
        if self.args.compare or self.args.shape == "claims":
            return None
        words, query, _, filters, _, _ = self._choice
        count = len(self._first(_FEW))
        if count > _FEW and self.reader.has_specs(words, query, filters):
            count = len(self._first(_MOST))
            if count <= _MOST:
                say(f"{count:,} vehicles are read one by one, as curated specs are among them, which takes its time")
                return None
        if count <= _FEW:
            return None
        return self.reader.relation(self.units, *self._choice, columns=self.names)

    def _refuse_choice(self, request: ListRequest) -> None:
        given = [name for name in ("words", "where", "sort", "limit", "offset") if getattr(self.args, name)]
        given += [name for name, value in request.filters.items() if value]
        if given:
            raise SettingsError(f"--compare names the vehicles itself; leave out {', '.join(given)}")

    def text(self, name: str) -> str | None:
        """The whole text in a format for people or for the web; None in a format of data."""
        if name == "jsonld":
            from catalog.sheets.jsonld import list_json_ld, render_json_ld

            return render_json_ld(list_json_ld(self.reader.records(self.ids), self.reader.sources))
        if name not in WORDS:
            return None
        from catalog.render import render

        text = render(self._sheet(), name)
        if name == "html":
            from catalog.export.document import page

            return page(text, "Vehicles")
        return text

    def _sheet(self) -> Sheet:
        if self.args.shape == "claims":
            from catalog.export.document import sheet_of

            return sheet_of(self.table())
        if self.args.compare:
            from catalog.compare.sheet import comparison_sheet

            return comparison_sheet(self._comparison())
        from catalog.sheets.columns import DEFAULT_COLUMNS
        from catalog.sheets.listing import listing_sheet

        return listing_sheet(self.reader.records(self.ids), self.units, self.names or DEFAULT_COLUMNS)

    def table(self) -> Table:
        """The table of data."""
        from catalog.sheets.tables import claims, vehicles

        if self.args.compare and self.args.shape == "vehicles":
            from catalog.compare.table import comparison_table

            return comparison_table(self._comparison(), self.reader.sources)
        make = claims if self.args.shape == "claims" else vehicles
        return make(self.reader.records(self.ids), self.units, self.reader.sources, self.names)

    def _comparison(self) -> Comparison:
        from catalog.cli.commands.compare_ import keys_of

        if not self.ids:
            raise NotComparable("nothing to compare: no names were given")
        keys = keys_of(self.args.columns) if self.args.columns else None
        return self.reader.compare(*self.ids, units=self.units, keys=keys)

"""List vehicles: filtered, with chosen columns, or counted.

  vehicles list                               all, with a few figures
  vehicles list --type van --powertrain "battery electric"
  vehicles list transit                       words in make, model, version or id
  vehicles list --columns id,range,payload --unit range=mi
  vehicles list --where "payload >= 1 t and range > 150 mi" --sort -payload
  vehicles list --where "height < 2.6 m and maybe(range >= 300 km) and not powertrain = diesel"
  vehicles list --group-by make               counts
  vehicles list --type truck --format ids     ids alone, for `vehicles compare -`

A query compares fields with values of any fitting unit: = != < <= > >=, between, in, like, is missing, and,
or, not, sums and shares of fields, a definition in brackets. A published interval matches where all of it
does, maybe(...) where some of it could; what is not known matches nothing. --explain says what was asked.

A figure in a list carries its definition (317 km WLTP): a column is not one quantity. To compare like
with like, use `vehicles compare`.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import makes, offer, offer_list, offer_words, plants
from catalog.cli.options import TYPES, add_output, add_specs, add_units, open_catalog, settings_of, show, units_of
from catalog.cli.output import say, terminal_width, write
from catalog.cli.settings import Settings
from catalog.render import TABLE_STYLES
from catalog.sheets.jsonld import list_json_ld, render_json_ld
from catalog.sheets.listing import (
    DEFAULT_COLUMNS,
    GROUPINGS,
    IDENTITY_COLUMNS,
    NARROW_COLUMNS,
    counts_sheet,
    listing_sheet,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.collection import Catalog

WIDE = 110


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="only vehicles with these words in their name or id")
    parser.set_defaults(names="words")
    offer(parser.add_argument("--make", help="only this make"), makes)
    offer_words(parser.add_argument("--type", help=f"only this type: {', '.join(TYPES)}"), TYPES)
    parser.add_argument("--category", help="only this category: M1 ... N3")
    parser.add_argument("--powertrain", help='only this powertrain, such as "battery electric"')
    parser.add_argument("--market", help="only vehicles sold there (ISO 3166 alpha-2, or EU)")
    offer(parser.add_argument("--plant", help="only vehicles built in this plant (id)"), plants)
    columns = parser.add_argument(
        "--columns",
        metavar="A,B,...",
        help=f"fields, or of {', '.join(IDENTITY_COLUMNS)} (default: {','.join(DEFAULT_COLUMNS)})",
    )
    offer_list(columns, _columns)
    parser.add_argument(
        "--where", metavar="QUERY", help="only vehicles that match: 'payload >= 1 t and range[wltp] > 150 mi'"
    )
    parser.add_argument(
        "--sort", metavar="A,-B,...", help="order by fields or properties, - for descending; missing last"
    )
    parser.add_argument("--explain", action="store_true", help="say on standard error what was asked, in words")
    group_by = parser.add_argument("--group-by", metavar="PROPERTY", help=f"count by {', '.join(GROUPINGS)}")
    offer_words(group_by, GROUPINGS)
    parser.add_argument("--limit", type=_limit, metavar="N", help="at most N vehicles")
    add_units(parser)
    add_output(parser)
    add_specs(parser)


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of vehicles")
    return int(text)


def _columns(**_: object) -> list[str]:
    from catalog.model import FIELDS

    return [*IDENTITY_COLUMNS, *FIELDS]


def _asked(args: argparse.Namespace, catalog: Catalog) -> tuple[str, ...]:
    """The fields that the query and the order are about; says what was asked where that needs saying."""
    from catalog.query import compile_query, order_by

    schema = catalog.table.schema if args.where or args.sort else None
    if schema is None:
        return ()
    fields: list[str] = []
    if args.where:
        query = compile_query(args.where, schema)
        fields += [key for key, _ in query.fields]
        if args.explain:
            say(query.english)
        for key in query.bare:
            say(f"{key} is taken whatever its definition; {key}[...] asks for one")
    if args.sort:
        keys = order_by(args.sort, schema)[1]
        fields += [one.key for one in keys if one.key in schema.fields]
        for one in keys:
            if one.definition is None and one.key in schema.fields and schema.fields[one.key].spec.definition:
                say(f"sorted by {one.key} across definitions; {one.key}[...] sorts by one")
    return tuple(dict.fromkeys(fields))


def _default_columns(args: argparse.Namespace, settings: Settings, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The usual columns and what was asked about; fewer where a terminal is narrow."""
    narrow = settings.format in TABLE_STYLES and (args.width or terminal_width()) < WIDE
    if narrow and asked:
        return ("id", *asked)
    return tuple(dict.fromkeys([*(NARROW_COLUMNS if narrow else DEFAULT_COLUMNS), *asked]))


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    catalog = open_catalog(args, settings)
    vehicles = catalog.list(
        *args.words,
        where=args.where,
        sort=args.sort,
        make=args.make,
        vehicle_type=args.type,
        category=args.category,
        powertrain=args.powertrain,
        market=args.market,
        plant=args.plant,
    )
    records = [catalog.records[vehicle.id] for vehicle in vehicles]
    asked = _asked(args, catalog)
    limited = records[: args.limit]
    if args.group_by:
        show(counts_sheet(records, args.group_by), args, settings)
        return 0 if records else 3
    if settings.format == "ids":
        write("".join(f"{record.id}\n" for record in limited))
    elif settings.format == "jsonld":
        write(render_json_ld(list_json_ld(limited, catalog.sources)), quoted=True)
    else:
        columns = [name.strip() for name in args.columns.split(",") if name.strip()] if args.columns else None
        sheet = listing_sheet(limited, units_of(settings), columns or _default_columns(args, settings, asked))
        show(sheet, args, settings)
    if len(limited) < len(records):
        say(f"{len(records) - len(limited)} more; shown {len(limited)} of {len(records)}")
    return 0 if records else 3

"""List vehicles: filtered, with chosen columns, or counted.

  vehicles list                               all, with a few figures
  vehicles list --type van --powertrain "battery electric"
  vehicles list transit                       words in make, model, version or id
  vehicles list --columns id,range,payload --unit range=mi
  vehicles list --group-by make               counts
  vehicles list --type truck --format ids     ids alone, for `vehicles compare -`

A figure in a list carries its definition (317 km WLTP): a column is not one quantity. To compare like
with like, use `vehicles compare`.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import offer
from catalog.cli.options import add_output, add_specs, add_units, open_catalog, settings_of, show, units_of
from catalog.cli.output import say, terminal_width, write
from catalog.cli.settings import Settings
from catalog.render import TABLE_STYLES
from catalog.sheets.listing import (
    DEFAULT_COLUMNS,
    GROUPINGS,
    IDENTITY_COLUMNS,
    NARROW_COLUMNS,
    counts_sheet,
    listing_sheet,
)

WIDE = 110


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="only vehicles with these words in their name or id")
    parser.add_argument("--make", help="only this make")
    parser.add_argument("--type", help="only this type: truck, van, pickup, car, bus, coach, tractor")
    parser.add_argument("--category", help="only this category: M1 ... N3")
    parser.add_argument("--powertrain", help='only this powertrain, such as "battery electric"')
    parser.add_argument("--market", help="only vehicles sold there (ISO 3166 alpha-2, or EU)")
    parser.add_argument("--plant", help="only vehicles built in this plant (id)")
    columns = parser.add_argument(
        "--columns",
        metavar="A,B,...",
        help=f"fields, or of {', '.join(IDENTITY_COLUMNS)} (default: {','.join(DEFAULT_COLUMNS)})",
    )
    offer(columns, _columns)
    parser.add_argument("--group-by", metavar="PROPERTY", help=f"count by {', '.join(GROUPINGS)}")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N vehicles")
    add_units(parser)
    add_output(parser)
    add_specs(parser)


def _columns(**_: object) -> list[str]:
    from catalog.model import FIELDS

    return [*IDENTITY_COLUMNS, *FIELDS]


def _default_columns(args: argparse.Namespace, settings: Settings) -> tuple[str, ...]:
    """Fewer columns where a terminal is narrow; formats for programs always have all."""
    narrow = settings.format in TABLE_STYLES and (args.width or terminal_width()) < WIDE
    return NARROW_COLUMNS if narrow else DEFAULT_COLUMNS


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    catalog = open_catalog(args, settings)
    vehicles = catalog.list(
        *args.words,
        make=args.make,
        vehicle_type=args.type,
        category=args.category,
        powertrain=args.powertrain,
        market=args.market,
        plant=args.plant,
    )
    records = [catalog.records[vehicle.id] for vehicle in vehicles]
    limited = records if args.limit is None else records[: max(args.limit, 0)]
    if args.format == "ids":
        write("".join(f"{record.id}\n" for record in limited))
    elif args.group_by:
        show(counts_sheet(records, args.group_by), args, settings)
    else:
        columns = (
            [name.strip() for name in args.columns.split(",")] if args.columns else _default_columns(args, settings)
        )
        show(listing_sheet(limited, units_of(settings), columns), args, settings)
    if len(limited) < len(records):
        say(f"{len(records) - len(limited)} more; shown {len(limited)} of {len(records)}")
    return 0 if records else 3

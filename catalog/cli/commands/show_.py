"""Show everything known of a vehicle: each value as published, in your units, with its source.

  vehicles show foton-iblue-ev
  vehicles show "e-transit 68" --units us
  vehicles show foton-iblue-ev --format json      all claims with their qualifiers

Every claim is shown, also those that disagree; the first of a field is the one that comparisons use
(not doubted, preferred, by kind of source, then the newest).
"""

from __future__ import annotations

from catalog.cli.completion import ids, offer
from catalog.cli.options import (
    add_output,
    add_specs,
    add_units,
    open_reader,
    resolve_one,
    settings_of,
    show,
    units_of,
)
from catalog.cli.output import write
from catalog.compare.derived import DERIVED
from catalog.sheets.vehicle import vehicle_sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def register(parser: argparse.ArgumentParser) -> None:
    offer(parser.add_argument("vehicle", metavar="VEHICLE", help="id, prefix, or words of its name"), ids)
    parser.add_argument("--no-derived", action="store_true", help="leave out figures computed from others")
    add_units(parser)
    add_output(parser)
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    reader = open_reader(args, settings, held=True)
    (record,) = reader.records([resolve_one(reader, args.vehicle, "show")], derived=not args.no_derived)
    if settings.format == "jsonld":
        from catalog.sheets.jsonld import render_json_ld, vehicle_json_ld

        write(render_json_ld(vehicle_json_ld(record, reader.sources)), quoted=True)
        return 0
    derived = () if args.no_derived else DERIVED
    sheet = vehicle_sheet(record, units_of(settings), reader.sources, reader.plants, derived)
    return show(sheet, args, settings)

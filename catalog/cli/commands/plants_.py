"""List the assembly plants, or show one: output plans side by side, other facts, what is built there.

  vehicles plants
  vehicles plants avtotor-kaliningrad

Every output claim stands with its date and source; claims that disagree stand side by side.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import offer, plants
from catalog.cli.options import add_output, add_specs, open_reader, settings_of, show
from catalog.errors import Ambiguous, NotFound, nearest
from catalog.model.record import SPECS
from catalog.plain import replace
from catalog.sheets.plants import plant_sheet, plants_sheet


def register(parser: argparse.ArgumentParser) -> None:
    offer(parser.add_argument("plant", nargs="?", metavar="PLANT", help="id or part of a plant's name"), plants)
    add_output(parser)
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    reader = open_reader(args, settings)
    known, records = reader.plants, {record.id: record for record in reader.records()}
    if args.plant is None:
        sheet = plants_sheet(known, records)
        if not known and SPECS not in reader.holding.data_sets():
            sheet = replace(sheet, empty=f"{sheet.empty}; `--catalog specs` has those of the specs")
        return show(sheet, args, settings)
    fold = args.plant.casefold()
    found = (
        [args.plant]
        if args.plant in known
        else [key for key, plant in known.items() if fold in f"{key} {plant.name} {plant.place}".casefold()]
    )
    if not found:
        raise NotFound("plant", args.plant, nearest(args.plant, list(known)) or tuple(known)[:3])
    if len(found) > 1:
        raise Ambiguous("plant", args.plant, found)
    return show(plant_sheet(known[found[0]], records, reader.sources), args, settings)

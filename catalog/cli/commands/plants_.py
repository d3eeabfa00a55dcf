"""List the assembly plants, or show one: output plans side by side, other facts, what is built there.

  vehicles plants
  vehicles plants avtotor-kaliningrad

Every output claim stands with its date and source; claims that disagree stand side by side.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import offer, plants
from catalog.cli.options import add_output, add_specs, open_catalog, settings_of, show
from catalog.errors import Ambiguous, NotFound, nearest
from catalog.sheets.plants import plant_sheet, plants_sheet


def register(parser: argparse.ArgumentParser) -> None:
    offer(parser.add_argument("plant", nargs="?", metavar="PLANT", help="id or part of a plant's name"), plants)
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    catalog = open_catalog(args, settings)
    if args.plant is None:
        return show(plants_sheet(catalog.plants, catalog.records), args, settings)
    fold = args.plant.casefold()
    found = (
        [args.plant]
        if args.plant in catalog.plants
        else [key for key, plant in catalog.plants.items() if fold in f"{key} {plant.name} {plant.place}".casefold()]
    )
    if not found:
        raise NotFound("plant", args.plant, nearest(args.plant, list(catalog.plants)) or tuple(catalog.plants)[:3])
    if len(found) > 1:
        raise Ambiguous("plant", args.plant, found)
    return show(plant_sheet(catalog.plants[found[0]], catalog.records, catalog.sources), args, settings)

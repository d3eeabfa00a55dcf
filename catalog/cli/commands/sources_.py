"""List the sources, or show one with every value that cites it.

  vehicles sources
  vehicles sources pledgetimes-2023

With the id of a vehicle, the sources of that vehicle.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import offer, sources
from catalog.cli.options import add_output, add_specs, open_catalog, settings_of, show
from catalog.errors import NotFound, nearest
from catalog.sheets.sources import citations, source_sheet, sources_sheet


def register(parser: argparse.ArgumentParser) -> None:
    source = parser.add_argument(
        "source", nargs="?", metavar="SOURCE", help="id of a source, or of a vehicle whose sources to list"
    )
    offer(source, sources)
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    catalog = open_catalog(args, settings)
    counts = citations(catalog.records, catalog.plants)
    if args.source is None:
        return show(sources_sheet(catalog.sources, counts), args, settings)
    if args.source in catalog.sources:
        return show(source_sheet(catalog.sources[args.source], catalog.records, catalog.plants), args, settings)
    if args.source in catalog.records:
        record = catalog.records[args.source]
        own = citations({record.id: record}, {})
        return show(
            sources_sheet({key: catalog.sources[key] for key in own if key in catalog.sources}, own), args, settings
        )
    raise NotFound("source or vehicle", args.source, nearest(args.source, [*catalog.sources, *catalog.records]))

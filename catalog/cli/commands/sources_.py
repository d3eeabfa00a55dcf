"""List the sources, or show one with every value that cites it.

  vehicles sources
  vehicles sources pledgetimes-2023
  vehicles sources --catalog all     data sets as well

With the id of a vehicle, the sources of that vehicle.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import offer, sources
from catalog.cli.options import add_output, add_specs, open_reader, settings_of, show
from catalog.errors import NotFound, nearest
from catalog.sheets.sources import citations, source_sheet, sources_sheet


def register(parser: argparse.ArgumentParser) -> None:
    source = parser.add_argument(
        "source", nargs="?", metavar="SOURCE", help="id of a source, or of a vehicle whose sources to list"
    )
    offer(source, sources)
    add_output(parser)
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    reader = open_reader(args, settings)
    records = {one.id: one for one in reader.records(reader.holding.curated())}
    if args.source is not None and args.source not in records and reader.is_id(args.source):  # of a data set
        (records[args.source],) = reader.records([args.source])
    own_sources, built = reader.sources, reader.plants
    counts = citations(records, built)
    counts |= {key: source.counted for key, source in own_sources.items() if source.counted is not None}
    if args.source is None:
        return show(sources_sheet(own_sources, counts), args, settings)
    if args.source in own_sources:
        return show(source_sheet(own_sources[args.source], records, built), args, settings)
    if args.source in records:
        record = records[args.source]
        own = citations({record.id: record}, {})
        return show(sources_sheet({key: own_sources[key] for key in own if key in own_sources}, own), args, settings)
    raise NotFound("source or vehicle", args.source, nearest(args.source, [*own_sources, *records]))

"""Publish a catalog where others read it: a Parquet file, or a PostgreSQL database of yours.

  vehicles publish fleet.parquet
  vehicles publish fleet.parquet --catalog specs     what is published: specs (default), a data set's name, or all

Into a database: `vehicles publish postgresql://me@db.example.com/fleet`; its tables stand in a schema of their own.
From there, `vehicles list --catalog postgresql://me@db.example.com/fleet` or `--catalog fleet.parquet` answers, and so
do show, compare, sources, plants and sql, as here: every vehicle goes there with each value as it was printed, and its
source. What was published before is replaced in one step; who asks meanwhile finds the one or the other.

A password is better kept in ~/.pgpass or PGPASSWORD than in a URL, which the shell's history keeps.
"""

from __future__ import annotations

import argparse

from catalog import __version__
from catalog.cli.options import add_specs, counted, open_reader, settings_of
from catalog.cli.output import write
from catalog.cli.progress import progress_bar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="FILE-or-URL", help="NAME.parquet, or postgresql://user@host:5432/database")
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    from time import gmtime, strftime

    from catalog.collection.publishing import publish_holding, spec_files
    from catalog.engine.publish import checked_target, shown_target

    checked_target(args.target)  # before a catalog is read for nothing
    settings = settings_of(args)
    reader = open_reader(args, settings)
    about: dict[str, Any] = {"published": strftime("%FT%TZ", gmtime()), "program": f"vehicle-catalog {__version__}"}
    if reader.holding.curated():
        about["spec_files"] = spec_files(settings.specs)
    with progress_bar(shown_target(args.target)) as progress:
        count = publish_holding(reader.holding, args.target, about, progress)
    write(f"{counted(count, 'vehicle')} published to {shown_target(args.target)}\n", pager=False)
    return 0

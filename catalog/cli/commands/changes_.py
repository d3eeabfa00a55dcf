"""What changed in the data between an older spec folder and this one.

  vehicles changes ../older-checkout/specs
  vehicles changes ../older-checkout/specs --format md      for specs/CHANGELOG.md

A vehicle, or a value of one source under one definition, that was added, removed or changed is one line.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.cli.options import add_output, add_specs, open_reader, settings_of, show
from catalog.collection import Catalog
from catalog.errors import SettingsError
from catalog.sheets.changes import changes_sheet


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("older", type=Path, metavar="OLD_SPECS", help="the older spec folder")
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    if not args.older.is_dir():
        raise SettingsError(f"no such folder: {args.older}")
    older = Catalog.open(args.older, strict=False)
    newer = {record.id: record for record in open_reader(args, settings).records()}
    return show(changes_sheet(older.records, newer), args, settings)

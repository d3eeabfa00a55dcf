"""List the fields, or explain one.

  vehicles fields                 all by group
  vehicles fields range           meaning, units, what it must state to be compared
  vehicles fields --coverage      how many vehicles know each field

A value that does not state what its field must state is shown, and not ranked.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import fields, offer
from catalog.cli.options import add_output, add_specs, open_reader, settings_of, show
from catalog.compare import DERIVED
from catalog.model import FIELDS, find_field
from catalog.sheets.fields import field_sheet, fields_sheet


def register(parser: argparse.ArgumentParser) -> None:
    offer(parser.add_argument("field", nargs="?", metavar="FIELD", help="key or label of a field"), fields)
    parser.add_argument("--coverage", action="store_true", help="how many vehicles know each field")
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    if args.field:
        table = {**FIELDS, **{info.key: info for info in DERIVED}}
        by_label = {info.label.casefold(): info for info in table.values()}
        found = by_label.get(args.field.strip().casefold()) or find_field(table, args.field)
        return show(field_sheet(found), args, settings)
    records = {record.id: record for record in open_reader(args, settings).records()} if args.coverage else None
    shown = list(FIELDS.values()) if args.coverage else [*FIELDS.values(), *DERIVED]
    return show(fields_sheet(shown, records), args, settings)

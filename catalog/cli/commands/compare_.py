"""Compare vehicles in one normalized table.

  vehicles compare foton-iblue-ev ford-e-transit-68-kwh
  vehicles compare iblue e-transit ecanter --units us
  vehicles compare iblue e-transit --baseline iblue --fields payload,range
  vehicles list --type van --format ids | vehicles compare - --compact

A row is a field under one definition: WLTP range and EPA range are two rows, and a best mark (▲ or ▼)
never crosses definitions. Where the definition is not stated nothing is ranked, and a difference is
marked uncertain with ~.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import fields, ids, offer, offer_list
from catalog.cli.options import (
    add_output,
    add_specs,
    add_units,
    open_reader,
    resolve_all,
    settings_of,
    show,
    show_document,
    units_of,
)
from catalog.cli.output import say, write
from catalog.errors import NotComparable, NotFound, nearest
from catalog.plain import replace


def register(parser: argparse.ArgumentParser) -> None:
    offer(
        parser.add_argument(
            "vehicles",
            nargs="+",
            metavar="VEHICLE",
            help="id, prefix, or words of a name; - reads ids from standard input",
        ),
        ids,
    )
    chosen = parser.add_argument(
        "--fields", metavar="A,B,...", help="only these fields, in this order (or groups, such as masses)"
    )
    offer_list(chosen, fields)
    parser.set_defaults(names="vehicles")
    offer(parser.add_argument("--baseline", metavar="VEHICLE", help="show differences against this one"), ids)
    parser.add_argument(
        "--compact",
        action="store_true",
        help="one line a field, the definition in the cell, no ranking across definitions",
    )
    parser.add_argument("--only-differences", action="store_true", help="leave out rows in which all are the same")
    parser.add_argument("--no-derived", action="store_true", help="leave out figures computed from others")
    add_units(parser)
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    reader = open_reader(args, settings)
    chosen = resolve_all(reader, args.vehicles)
    if not chosen and args.baseline is None:
        raise NotComparable("nothing to compare: no names were given")
    if len(chosen) < 2 and args.baseline is None:
        say("one vehicle compares with nothing; name two or more")
    baseline = None
    if args.baseline is not None:
        (baseline,) = resolve_all(reader, [args.baseline])
        chosen = [baseline, *(key for key in chosen if key != baseline)]  # where every difference is taken from
    keys = _keys(args.fields) if args.fields else None
    comparison = reader.compare(
        *chosen, units=units_of(settings), keys=keys, baseline=baseline, derived=not args.no_derived
    )
    if keys is not None:
        _say_unknown(args.fields, {row.field for row in comparison.rows})
    if args.only_differences:
        comparison = replace(comparison, rows=tuple(row for row in comparison.rows if row.differs))
    if settings.format == "json":
        from catalog.compare.document import document

        return show_document(document(comparison), args)
    if settings.format == "jsonld":
        from catalog.sheets.jsonld import list_json_ld, render_json_ld

        write(render_json_ld(list_json_ld(reader.records(chosen), reader.sources)), quoted=True)
        return 0
    from catalog.compare.sheet import comparison_sheet

    return show(comparison_sheet(comparison, args.compact), args, settings)


def _say_unknown(asked: str | None, known: set[str]) -> None:
    """Fields that were asked for by name and have no row."""
    from catalog.model.fields import FIELDS

    names = [part.strip().replace(" ", "_") for part in (asked or "").split(",")]
    absent = [name for name in names if name in FIELDS and name not in known]
    if absent:
        say(f"nothing is known of these vehicles' {', '.join(absent)}")


def _keys(text: str) -> list[str]:
    """Field keys; the name of a group stands for its fields."""
    from catalog.compare.derived import DERIVED
    from catalog.model.fields import FIELDS

    table = {**FIELDS, **{info.key: info for info in DERIVED}}
    groups: dict[str, list[str]] = {}
    for info in table.values():
        groups.setdefault(info.group.casefold(), []).append(info.key)
    keys: list[str] = []
    for name in (part.strip() for part in text.split(",") if part.strip()):
        fold = name.casefold().replace("_", " ")
        if name in table:
            keys.append(name)
        elif fold.replace(" ", "_") in table:
            keys.append(fold.replace(" ", "_"))
        elif fold in groups:
            keys += groups[fold]
        else:
            raise NotFound("field or group", name, nearest(name, [*table, *groups]), "`vehicles fields` lists them")
    return keys

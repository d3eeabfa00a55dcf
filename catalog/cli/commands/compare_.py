"""Compare vehicles in one normalized table.

  vehicles compare foton-iblue-ev ford-e-transit-68-kwh
  vehicles compare iblue e-transit ecanter --units us
  vehicles compare iblue e-transit --baseline iblue --fields payload,range
  vehicles list --type van --format ids | vehicles compare - --compact
  vehicles compare iblue volvo-ex30 --format svg > picture.svg    to scale
  vehicles compare iblue volvo-ex30 --format svg --views side --arrange beside --grid ft --fit garage=2.1m
  vehicles compare iblue ural-next-6x6 --fields dimensions --fit lane=2.5m --fit pallet=1200x800mm

A row is a field under one definition: WLTP range and EPA range are two rows, and a best mark (▲ or ▼)
never crosses definitions. Where the definition is not stated nothing is ranked, and a difference is
marked uncertain with ~.

--format svg draws up to five vehicles to scale, from their published dimensions alone. A fit test is a
garage (height, or length x width x height), a lane (width), a ferry place (length, with width and height
where wanted) or a pallet on the load floor (length x width, with height); its verdicts stand in the
picture, below a table, and in the JSON: fits, does not fit, depends (on the variant), or not known.
"""

from __future__ import annotations

from catalog.cli.completion import fields, ids, offer, offer_list, offer_words
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
from catalog.cli.settings import Settings
from catalog.errors import NotComparable, SettingsError
from catalog.plain import replace
from catalog.requests.comparing import field_keys, that_differ, with_baseline

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from catalog.collection.reader import Reader
    from catalog.drawing import DrawingOptions

#: Formats in which a table has no room for sentences.
_WITHOUT_NOTES = ("csv", "tsv", "jsonl", "jsonld")


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
    _add_picture(parser)
    add_units(parser)
    add_output(parser, "svg", "jsonld")
    add_specs(parser, catalog=True)


def _add_picture(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("picture (--format svg)")
    offer_list(
        group.add_argument("--views", metavar="A,B,...", help="side, front, top (default: all three)"),
        lambda: ("side", "front", "top"),
    )
    arrange = group.add_argument("--arrange", metavar="HOW", help="over one another (default) or beside each other")
    offer_words(arrange, ("over", "beside"))
    grid = group.add_argument("--grid", metavar="UNIT", help="m, ft or none (default: by the units)")
    offer_words(grid, ("m", "ft", "none"))
    group.add_argument("--picture-width", metavar="N", help="pixels from 320 to 4000 (default: 960)")
    fit = group.add_argument(
        "--fit",
        action="append",
        metavar="TEST",
        help="garage=2.1m, lane=2m, ferry=6x2.5m, pallet=1200x800mm (repeatable; also below tables and in JSON)",
    )
    offer_words(fit, ("garage=", "lane=", "ferry=", "pallet="))


def _chosen(reader: Reader, args: argparse.Namespace) -> tuple[list[str], str | None]:
    """The ids of the vehicles, the baseline first, and the baseline."""
    if args.baseline == "-":
        raise SettingsError("--baseline takes a name; - stands for the names that are compared")
    chosen = resolve_all(reader, args.vehicles)
    if args.baseline is None:
        if not chosen:
            raise NotComparable("nothing to compare: no names were given")
        return chosen, None
    (baseline,) = resolve_all(reader, [args.baseline])
    return list(with_baseline(chosen, baseline)), baseline


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    options = _picture(args, settings)
    reader = open_reader(args, settings, held=True)
    chosen, baseline = _chosen(reader, args)
    if len(chosen) < 2 and baseline is None and settings.format != "svg":
        say("one vehicle compares with nothing; name two or more")
    if settings.format == "svg":
        return _draw(reader, chosen, options)
    keys = keys_of(args.fields) if args.fields else None
    comparison = reader.compare(
        *chosen, units=units_of(settings), keys=keys, baseline=baseline, derived=not args.no_derived
    )
    if keys is not None:
        _say_unknown(args.fields, {row.field for row in comparison.rows})
    if args.only_differences:
        comparison = that_differ(comparison)
    if settings.format == "json":
        from catalog.compare.document import document

        fits = {"fits": _fits(reader, chosen, options)} if options is not None else {}
        return show_document({**document(comparison), **fits}, args)
    if settings.format == "jsonld":
        from catalog.sheets.jsonld import list_json_ld, render_json_ld

        write(render_json_ld(list_json_ld(reader.records(chosen), reader.sources)), quoted=True)
        return 0
    from catalog.compare.sheet import comparison_sheet

    sheet = comparison_sheet(comparison, args.compact)
    if options is not None:
        sheet = replace(sheet, notes=(*sheet.notes, *_fit_notes(reader, chosen, options)))
    return show(sheet, args, settings)


def _picture(args: argparse.Namespace, settings: Settings) -> DrawingOptions | None:
    """What is asked of a picture, or of fit tests without one; None where neither is."""
    drawn = settings.format == "svg"
    if not drawn and not args.fit:
        for name in ("views", "arrange", "grid", "picture_width"):
            if getattr(args, name) is not None:
                raise SettingsError(f"--{name.replace('_', '-')} is of a picture; add --format svg")
        return None
    for name in ("fields", "compact", "only_differences") if drawn else ():
        if getattr(args, name):
            raise SettingsError(f"--{name.replace('_', '-')} is of a table; a picture takes --views, --arrange, --grid")
    if settings.format in _WITHOUT_NOTES:
        raise SettingsError(f"--fit has no place in {settings.format}; take svg, json, or a table")
    from catalog.drawing import read_options

    return read_options(
        args.views, args.arrange, args.grid, args.fit or (), width=args.picture_width, units=units_of(settings)
    )


def _draw(reader: Reader, chosen: list[str], options: DrawingOptions | None) -> int:
    import sys

    from catalog.cli.output import encoding_of
    from catalog.drawing import DRAWN, draw
    from catalog.render.encoding import escaped_html

    records = reader.records(chosen, DRAWN)
    if records and not any(record.values(field) for record in records for field in DRAWN):
        raise NotComparable("nothing to draw: no dimension of these vehicles is in the catalog")
    picture = draw(records, options, reader.sources)
    write(escaped_html(picture.svg, encoding_of(sys.stdout)), pager=False)
    return 0


def _fits(reader: Reader, chosen: list[str], options: DrawingOptions) -> list[dict[str, Any]]:
    from catalog.drawing import DRAWN, fits_document, verdicts

    return fits_document(verdicts(reader.records(chosen, DRAWN), options))


def _fit_notes(reader: Reader, chosen: list[str], options: DrawingOptions) -> list[str]:
    """The verdicts as lines below a table."""
    names = {key: f"{record.make} {record.model}" for key, record in reader.names(chosen).items()}
    return [
        f"{test['label']}: {names[one['vehicle']]} {one['verdict']} ({one['reason']})"
        for test in _fits(reader, chosen, options)
        for one in test["vehicles"]
    ]


def keys_of(text: str) -> list[str]:
    """Field keys of names between commas; the name of a group stands for its fields."""
    return field_keys(_names(text))


def _names(text: str) -> list[str]:
    return [name for part in text.split(",") if (name := part.strip())]


def _say_unknown(asked: str, known: set[str]) -> None:
    """Fields that were asked for by name and have no row."""
    from catalog.model.fields import FIELDS

    names = [name.replace(" ", "_") for name in _names(asked)]
    absent = [name for name in names if name in FIELDS and name not in known]
    if absent:
        say(f"nothing is known of these vehicles' {', '.join(absent)}")

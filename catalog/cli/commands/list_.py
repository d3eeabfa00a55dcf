"""List vehicles: filtered, with chosen columns, or counted.

  vehicles list                               all, with a few figures
  vehicles list --type van --powertrain "battery electric"
  vehicles list transit                       words in make, model, version or id
  vehicles list --columns id,range,payload --unit range=mi
  vehicles list --where "payload >= 1 t and range > 150 mi" --sort -payload
  vehicles list --where "height < 2.6 m and maybe(range >= 300 km) and not powertrain = diesel"
  vehicles list --group-by make               counts
  vehicles list --where "payload >= 3 t" --facets      what matches: types, makes, markets, spans
  vehicles list --type truck --format ids     ids alone, for `vehicles compare -`
  vehicles list --catalog all --group-by data_set      the specs and every imported data set

A query compares fields with values of any fitting unit: = != < <= > >=, between, in, like, is missing, and,
or, not, sums and shares of fields, a definition in brackets. A published interval matches where all of it
does, maybe(...) where some of it could; what is not known matches nothing. --explain says what was asked.

A figure in a list carries its definition (317 km WLTP): a column is not one quantity. To compare like
with like, use `vehicles compare`.
"""

from __future__ import annotations

from catalog.cli.completion import makes, offer, offer_list, offer_words, plants
from catalog.cli.options import (
    TYPES,
    add_output,
    add_specs,
    add_units,
    open_reader,
    settings_of,
    show,
    show_document,
    units_of,
)
from catalog.cli.output import say, terminal_width, write
from catalog.cli.settings import Settings
from catalog.errors import NotFound, nearest
from catalog.model.record import SPECS
from catalog.render.names import TABLE_STYLES
from catalog.requests.listing import ListRequest, check_columns, counts_of, default_columns, find, joined, understand
from catalog.sheets.columns import (
    DEFAULT_COLUMNS,
    GROUPINGS,
    IDENTITY_COLUMNS,
    IMPORTED_COLUMNS,
    NARROW_COLUMNS,
    NARROW_IMPORTED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from catalog.collection.reader import Reader, Selection
    from catalog.requests.listing import Asked

WIDE = 110


def register(parser: argparse.ArgumentParser) -> None:
    add_choice(parser)
    columns = parser.add_argument(
        "--columns",
        metavar="A,B,...",
        help=f"fields, or of {', '.join(IDENTITY_COLUMNS)} (default: {','.join(DEFAULT_COLUMNS)})",
    )
    offer_list(columns, _columns)
    parser.add_argument("--explain", action="store_true", help="say on standard error what was asked, in words")
    group_by = parser.add_argument("--group-by", metavar="PROPERTY", help=f"count by {', '.join(GROUPINGS)}")
    offer_words(group_by, GROUPINGS)
    parser.add_argument(
        "--facets", action="store_true", help="what matches: counts by type, make, market ..., and spans of the figures"
    )
    add_units(parser)
    add_output(parser)
    add_specs(parser, catalog=True)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Which vehicles, and in which order: words, filters, --where, --sort, --limit and --offset."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="only vehicles with these words in their name or id")
    parser.set_defaults(names="words")
    offer(parser.add_argument("--make", help="only this make"), makes)
    offer_words(parser.add_argument("--type", help=f"only this type: {', '.join(TYPES)}"), TYPES)
    parser.add_argument("--category", help="only this category: M1 ... N3")
    parser.add_argument("--powertrain", help='only this powertrain, such as "battery electric"')
    parser.add_argument("--market", help="only vehicles sold there (ISO 3166 alpha-2, or EU)")
    offer(parser.add_argument("--plant", help="only vehicles built in this plant (id)"), plants)
    add_where(parser)
    parser.add_argument(
        "--sort", metavar="A,-B,...", help="order by fields or properties, - for descending; missing last"
    )
    parser.add_argument("--limit", type=_count, metavar="N", help="at most N vehicles")
    parser.add_argument("--offset", type=_count, default=0, metavar="N", help="leave out the first N")


def add_where(parser: argparse.ArgumentParser) -> None:
    """--where, for every command that takes a query."""
    parser.add_argument(
        "--where",
        action="append",
        metavar="QUERY",
        help="only vehicles that match: 'payload >= 1 t and range[wltp] > 150 mi', or @NAME of a saved query; several "
        "have all to be met",
    )


def _count(text: str) -> int:
    if not text.isdecimal():
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{text!r} is not a number of vehicles")
    return min(int(text), 2**62)  # as much as SQLite takes


def _columns(**_: object) -> list[str]:
    from catalog.model.fields import FIELDS

    return [*IDENTITY_COLUMNS, *FIELDS]


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    reader = open_reader(args, settings, held=True)
    request = request_of(args, settings)
    asked = asked_of(request, args, reader)
    if args.group_by:
        from catalog.sheets.listing import counts_sheet

        counts, total = reader.counts(args.group_by, request.words, asked.query, request.filters)
        show(counts_sheet(counts, total, args.group_by), args, settings)
        return 0 if total else 3
    if args.facets:
        sheet = counts_of(request, reader, asked, units_of(settings))
        show(sheet, args, settings)
        return 0 if sheet.document["vehicles"] else 3
    found = find(request, reader, asked)
    if settings.format == "ids":
        write("".join(f"{key}\n" for key in found.ids))
    elif settings.format == "jsonld":
        from catalog.sheets.jsonld import list_json_ld, render_json_ld

        write(render_json_ld(list_json_ld(reader.records(found.ids), reader.sources)), quoted=True)
    else:
        names = request.columns or _default_columns(args, settings, reader, asked)
        empty = "no vehicle matches" if found.total == 0 else "none of those that match is shown"
        _list(found.ids, args, settings, reader, names, bool(request.columns or asked.columns), empty)
    if found.total is None or len(found.ids) < found.total:
        say(_more(found, args.offset))
    return 3 if found.total == 0 else 0


def request_of(args: argparse.Namespace, settings: Settings) -> ListRequest:
    """What the arguments ask of a list; saved queries stand for themselves."""
    return ListRequest(
        words=tuple(args.words),
        make=args.make,
        vehicle_type=args.type,
        category=args.category,
        powertrain=args.powertrain,
        market=args.market,
        plant=args.plant,
        where=_texts(args.where or (), settings),
        sort=args.sort,
        columns=tuple(name.strip() for name in (args.columns or "").split(",") if name.strip()),
        limit=args.limit,
        offset=args.offset,
    )


def asked_of(request: ListRequest, args: argparse.Namespace, reader: Reader) -> Asked:
    """What a request means to the catalog; says what needs saying of it."""
    asked = understand(request.where, request.sort, reader)
    if asked.query is not None and getattr(args, "explain", False):
        say(asked.english)
    for remark in asked.remarks:
        say(remark)
    return asked


def _more(found: Selection, offset: int) -> str:
    """That a limit or an offset left vehicles out."""
    where = f", from number {offset + 1} on" if offset else ""
    if found.total and offset >= found.total:
        return f"shown none of {found.total}: nothing stands from number {offset + 1} on"
    if found.total is None:
        return f"shown {len(found.ids)}{where}; there are more"
    return f"{found.total - len(found.ids)} more; shown {len(found.ids)} of {found.total}{where}"


def _list(
    ids: Sequence[str],
    args: argparse.Namespace,
    settings: Settings,
    reader: Reader,
    names: Sequence[str],
    folds: bool,
    empty: str,
) -> None:
    """Show these columns; ``folds`` where all of them are wanted, however narrow the table is; ``empty`` for no row."""
    from catalog.sheets.listing import columns_of, listing_document, listing_sheet

    sources = reader.sources if _beyond_specs(reader) else {}
    columns = columns_of(names, reader.fields)
    check_columns(names, reader)
    fields = None if "claims" in names else [column.info.key for column in columns if column.info is not None]
    records = reader.records(ids, fields)
    units = units_of(settings)
    if settings.format == "json":
        show_document(listing_document(records, units, columns, sources), args)
    else:
        show(listing_sheet(records, units, names, sources, folds, empty), args, settings)


def where_text(asked: Sequence[str], settings: Settings) -> str:
    """The queries that were asked, as one; ``@name`` is one that was saved in a config file."""
    return joined(_texts(asked, settings))


def _texts(asked: Sequence[str], settings: Settings) -> tuple[str, ...]:
    return tuple(_saved(text[1:], settings) if text.startswith("@") else text for text in asked)


def _saved(name: str, settings: Settings) -> str:
    found = settings.query.get(name)
    if found is None:
        known = list(settings.query)
        hint = "" if known else "write it in a config file: [query] and below it NAME = 'payload >= 1 t'"
        raise NotFound("saved query", name, nearest(name, known) or known[:3], hint)
    return found


def _default_columns(args: argparse.Namespace, settings: Settings, reader: Reader, asked: Asked) -> tuple[str, ...]:
    """The usual columns and what was asked about; fewer where a terminal is narrow; where a row is from, where there
    are data sets."""
    is_table = settings.format in TABLE_STYLES
    narrow = is_table and (args.width or terminal_width()) < WIDE
    if _beyond_specs(reader):
        keys = {name.partition("[")[0] for name in asked.columns if "[" in name}
        usual = NARROW_IMPORTED if narrow else IMPORTED_COLUMNS
        own = [name for name in usual if name not in keys and not (narrow and asked.columns and name == "range")]
        if is_table:  # where a row is from is not what a narrow table leaves out
            return tuple(dict.fromkeys(["id", "data_set", *own, *asked.columns]))
        return tuple(dict.fromkeys([*own, *asked.columns, "data_set", "row"]))
    if narrow and asked.columns:
        return ("id", *asked.columns)
    return default_columns(asked.columns, NARROW_COLUMNS if narrow else DEFAULT_COLUMNS)


def _beyond_specs(reader: Reader) -> bool:
    return any(name != SPECS for name in reader.holding.data_sets())

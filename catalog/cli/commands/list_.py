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
    from collections.abc import Mapping, Sequence

    from catalog.collection.reader import Reader, Selection
    from catalog.query import Query

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


def filters_of(args: argparse.Namespace) -> Mapping[str, str | None]:
    """The filters that were given."""
    return {
        "make": args.make,
        "vehicle_type": args.type,
        "category": args.category,
        "powertrain": args.powertrain,
        "market": args.market,
        "plant": args.plant,
    }


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
    reader = open_reader(args, settings)
    asked, query, order = asked_of(args, settings, reader)
    filters = filters_of(args)
    if args.group_by:
        from catalog.sheets.listing import counts_sheet

        counts, total = reader.counts(args.group_by, args.words, query, filters)
        show(counts_sheet(counts, total, args.group_by), args, settings)
        return 0 if total else 3
    if args.facets:
        return _facets(args, settings, reader, query, filters, asked)
    found = reader.select(args.words, query, order, filters, args.limit, args.offset)
    if settings.format == "ids":
        write("".join(f"{key}\n" for key in found.ids))
    elif settings.format == "jsonld":
        from catalog.sheets.jsonld import list_json_ld, render_json_ld

        write(render_json_ld(list_json_ld(reader.records(found.ids), reader.sources)), quoted=True)
    else:
        _list(found.ids, args, settings, reader, asked)
    if found.total is None or len(found.ids) < found.total:
        say(_more(found, args.offset))
    return 3 if found.total == 0 else 0


def _facets(
    args: argparse.Namespace,
    settings: Settings,
    reader: Reader,
    query: Query | None,
    filters: Mapping[str, str | None],
    asked: Sequence[str],
) -> int:
    from catalog.model.table import find_field
    from catalog.query.names import definition_words
    from catalog.sheets.facets import facets_sheet

    schema = reader.schema
    named = [name.strip() for name in args.columns.split(",") if name.strip()] if args.columns else None
    names = named or [name for name in DEFAULT_COLUMNS if name not in IDENTITY_COLUMNS]
    keys = [find_field(schema.fields, name.partition("[")[0]).key for name in [*asked, *names]]
    stems: dict[str, tuple[str, str | None]] = {}
    for key in dict.fromkeys(keys):
        if schema.fields[key].spec.numeric:
            own = schema.definitions.get(key, {})
            stems |= {stem: (key, definition) for definition, stem in own.items()} if own else {key: (key, None)}
    found = reader.facets(args.words, query, filters, list(stems))
    figures = []
    for stem, span in found.spans.items():
        key, definition = stems[stem]
        info = schema.fields[key]
        if info.spec.kind == "money":  # each currency is a kind of its own, and no span goes over several
            continue
        label = f"{info.label}, {definition_words(info.spec, definition)}" if definition else info.label
        figures.append((label, info, definition, span.low, span.high, span.known, span.open))
    show(facets_sheet(found.total, found.counts, figures, units_of(settings)), args, settings)
    return 0 if found.total else 3


def _more(found: Selection, offset: int) -> str:
    """That a limit or an offset left vehicles out."""
    where = f", from number {offset + 1} on" if offset else ""
    if found.total is None:
        return f"shown {len(found.ids)}{where}; there are more"
    return f"{found.total - len(found.ids)} more; shown {len(found.ids)} of {found.total}{where}"


def _list(
    ids: Sequence[str], args: argparse.Namespace, settings: Settings, reader: Reader, asked: Sequence[str]
) -> None:
    from catalog.sheets.listing import columns_of, listing_document, listing_sheet

    named = [name.strip() for name in args.columns.split(",") if name.strip()] if args.columns else None
    names = named or _default_columns(args, settings, asked)
    sources = reader.sources if _beyond_specs(settings) else {}
    columns = columns_of(names, reader.fields)
    fields = None if "claims" in names else [column.info.key for column in columns if column.info is not None]
    records = reader.records(ids, fields)
    units = units_of(settings)
    if settings.format == "json":
        show_document(listing_document(records, units, columns, sources), args)
    else:
        show(listing_sheet(records, units, names, sources), args, settings)


def asked_of(args: argparse.Namespace, settings: Settings, reader: Reader) -> tuple[Sequence[str], Query | None, str]:
    """The columns that the query and the order are about, the query, and the order; says what was asked where that
    needs saying."""
    if not args.where and not args.sort:
        return (), None, ""
    from catalog.query import compile_query, order_by

    schema = reader.schema
    columns: list[str] = []
    query = None
    order = ""
    if args.where:
        query = compile_query(where_text(args.where, settings), schema)
        columns += [key if definition is None else f"{key}[{definition}]" for key, definition in query.fields]
        if getattr(args, "explain", False):
            say(query.english)
        for key in query.bare:
            say(f"{key} is taken whatever its definition; {key}[...] asks for one")
    if args.sort:
        order, keys = order_by(args.sort, schema)
        for one in keys:
            if one.key not in schema.fields:
                continue
            columns.append(one.key if one.definition is None else f"{one.key}[{one.definition}]")
            if one.definition is None and schema.fields[one.key].spec.definition:
                say(f"sorted by {one.key} across definitions; {one.key}[...] sorts by one")
    return tuple(dict.fromkeys(columns)), query, order


def where_text(asked: Sequence[str], settings: Settings) -> str:
    """The queries that were asked, as one; ``@name`` is one that was saved in a config file."""
    texts = [_saved(text[1:], settings) if text.startswith("@") else text for text in asked]
    return texts[0] if len(texts) == 1 else " and ".join(f"({text})" for text in texts)


def _saved(name: str, settings: Settings) -> str:
    found = settings.query.get(name)
    if found is None:
        known = list(settings.query)
        hint = "" if known else "write it in a config file: [query] and below it NAME = 'payload >= 1 t'"
        raise NotFound("saved query", name, nearest(name, known) or known[:3], hint)
    return found


def _default_columns(args: argparse.Namespace, settings: Settings, asked: Sequence[str]) -> tuple[str, ...]:
    """The usual columns and what was asked about; fewer where a terminal is narrow; where a row is from, where there
    are data sets."""
    is_table = settings.format in TABLE_STYLES
    narrow = is_table and (args.width or terminal_width()) < WIDE
    keys = {name.partition("[")[0] for name in asked if "[" in name}
    if _beyond_specs(settings):
        usual = NARROW_IMPORTED if narrow else IMPORTED_COLUMNS
        own = [name for name in usual if name not in keys and not (narrow and asked and name == "range")]
        return tuple(dict.fromkeys([*own, *asked, "data_set", *(() if is_table else ("row",))]))
    if narrow and asked:
        return ("id", *asked)
    own = [name for name in (NARROW_COLUMNS if narrow else DEFAULT_COLUMNS) if name not in keys]
    return tuple(dict.fromkeys([*own, *asked]))


def _beyond_specs(settings: Settings) -> bool:
    return bool(set(settings.catalog) - {SPECS})

"""Print a query as SQL, for an engine of yours.

  vehicles sql --where 'payload >= 1 t and range[wltp] > 150 mi' --sort=-payload --limit 20
  vehicles sql --where 'payload >= 1 t' --columns id,make,payload,'range[wltp]'
  vehicles sql --where 'make like "Fo%"' --engine clickhouse

The text is the same for SQLite, DuckDB, PostgreSQL and Trino; for ClickHouse, Spark, BigQuery and DataFusion --engine
changes the few words that they read otherwise. It asks a table with the columns of `vehicles` in the index (`vehicles
index` says where that is) and in what `vehicles publish` writes: for each field its lowest and highest value in the
canonical unit of its kind, and such a pair for each definition. Thresholds are converted exactly.
"""

from __future__ import annotations

import argparse

from catalog.cli.commands.list_ import add_where, where_text
from catalog.cli.completion import offer_words
from catalog.cli.options import add_specs, open_reader, settings_of
from catalog.cli.output import say, write
from catalog.query import compile_query, order_by
from catalog.query.dialects import ENGINES
from catalog.query.literals import select

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.query import Schema


def register(parser: argparse.ArgumentParser) -> None:
    add_where(parser)
    parser.add_argument("--sort", metavar="A,-B,...", help="order by fields or properties, - for descending")
    parser.add_argument("--columns", metavar="A,B,...", help="fields or properties (default: what the query is about)")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N rows")
    engine = parser.add_argument("--engine", default="sqlite", metavar="NAME", help=f"for which: {', '.join(ENGINES)}")
    offer_words(engine, ENGINES)
    parser.add_argument("--table", default="vehicles", metavar="NAME", help="the table's name (default: vehicles)")
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    schema = open_reader(args, settings).schema
    query = compile_query(where_text(args.where, settings), schema) if args.where else None
    order, keys = order_by(args.sort, schema) if args.sort else ("", ())
    named = [name.strip() for name in args.columns.split(",") if name.strip()] if args.columns else None
    asked = [(key.key, key.definition) for key in keys if key.key in schema.fields]
    columns = list(_named(named, schema) if named else _asked([*(query.fields if query else ()), *asked], schema))
    text = select(
        columns,
        query.where if query else "",
        query.parameters if query else (),
        order,
        args.limit,
        args.table,
        args.engine,
    )
    if query is not None:
        say(query.english)
    write(text + "\n", pager=False)
    return 0


def _asked(fields: Sequence[tuple[str, str | None]], schema: Schema) -> Iterator[str]:
    yield from ("id", "make", "model")
    for key, definition in dict.fromkeys(fields):
        yield from _columns(key, definition, schema)


def _named(names: Sequence[str], schema: Schema) -> Iterator[str]:
    from catalog.model.table import find_field
    from catalog.query.schema import IDENTITY, SYNONYMS

    for name in names:
        key, bracket, rest = name.partition("[")
        identity = SYNONYMS.get(key, key)
        if not bracket and identity in IDENTITY:
            yield IDENTITY[identity][0]
            continue
        definition = " ".join(rest.removesuffix("]").split()) if bracket else None
        yield from _columns(find_field(schema.fields, key).key, definition, schema)


def _columns(key: str, definition: str | None, schema: Schema) -> Iterator[str]:
    """The columns of a field, or of it under one definition."""
    from catalog.errors import NotFound, nearest

    if not schema.fields[key].spec.numeric:
        yield key
        return
    if definition is None:
        yield from (f"{key}_low", f"{key}_high", f"{key}_definition")
        return
    known = schema.definitions.get(key, {})
    stem = {own.casefold(): stem for own, stem in known.items()}.get(definition.casefold())
    if stem is None:
        raise NotFound(f"definition of {key}", definition, nearest(definition, list(known)) or tuple(known)[:5])
    yield from (f"{stem}_low", f"{stem}_high")

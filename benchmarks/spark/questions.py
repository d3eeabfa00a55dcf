"""What is asked of Spark: the contract's random vehicles and queries, from a fixed seed, and data grown from them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from catalog.engine.columns import METADATA_KEY, describe, to_metadata
from catalog.engine.duckdb import bare_connection, load, quoted
from catalog.engine.table import Table
from catalog.query import Query, compile_query, order_by
from catalog.query.tree import Condition
from catalog.query.unparse import unparse
from tests.engine.sample import rows, table
from tests.query.samples import SCHEMA
from tests.query.strategies import queries

_COUNT = 40
_SORTS = (
    "make", "-make", "model,make", "payload", "-payload", "range[wltp],-make", "-price", "fuel_consumption,-id",
    "market,charge_port", "-start_of_production,seats",
)  # fmt: skip
#: The page that a fleet buyer asks for first, of the large data.
LARGE = "payload >= 1 t and maybe(range[wltp] > 150 mi) or payload / gross_vehicle_mass > 40 % and make like '%o%'"
LARGE_ORDER = order_by("-payload,make", SCHEMA)[0]


def vehicles() -> Table:
    """The vehicles of the contract."""
    return table(rows())


def asked() -> list[tuple[Query | None, str]]:
    """Queries, each with an order: all of the random ones by id, and all vehicles in each of ten orders."""
    found: dict[str, Query] = {}

    @seed(2024)
    @settings(max_examples=_COUNT * 2, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(queries)
    def collect(tree: Condition) -> None:
        query = compile_query(unparse(tree), SCHEMA)
        found.setdefault(query.where, query)

    collect()
    return [
        *((query, "id") for query in list(found.values())[:_COUNT]),
        *((None, order_by(sort, SCHEMA)[0]) for sort in _SORTS),
    ]


def grow(small: Table, copies: int, path: Path, files: int) -> None:
    """Write ``copies`` of each vehicle, each with its own id, as Parquet files of the columns that hold something."""
    connection = bare_connection("8GB")
    load(connection, small)
    held = [name for place, name in enumerate(small.columns) if any(row[place] is not None for row in small.rows)]
    others = ", ".join(name for name in held if name != "id")
    columns = Table(small.schema, {name: small.columns[name] for name in held}, ())
    about = f"kv_metadata {{{METADATA_KEY}: {quoted(to_metadata(describe(columns)))}}}"
    path.mkdir()
    each = copies // files
    for number in range(files):
        copied = f"range({number * each}, {(number + 1) * each}) copies(n)"
        connection.execute(
            f"copy (select id || '-' || lpad(n::varchar, 7, '0') as id, {others} from vehicles, {copied})"
            f" to '{path}/{number:03}.parquet' (format parquet, compression zstd, {about})"
        )
    connection.close()

"""A table as an Arrow table, each column with its unit and its meaning; and that as a Parquet file.

Arrow keeps what is said of a column beside it (``schema.field(name).metadata``), and a Parquet file keeps Arrow's
schema: so pyarrow, pandas and polars find it there. For readers that do not know Arrow the same stands as JSON in the
file's own metadata, under ``COLUMNS_KEY`` and ``SOURCES_KEY``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from catalog.export.missing import library_missing
from catalog.export.table import FLAG, NUMBER, Column, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import pyarrow as pa

COLUMNS_KEY, SOURCES_KEY = "vehicle_catalog_columns", "vehicle_catalog_sources"


def arrow_table(table: Table) -> pa.Table:
    """The Arrow table. Raises SettingsError where pyarrow is not installed."""
    pa = _pyarrow("Arrow")
    schema = arrow_schema(table.columns, table.sources)
    values = list(zip(*table.rows(), strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array([None if value is None else float(value) for value in own] if is_number else own, field.type)
        for own, field, is_number in zip(
            values, schema, [column.type == NUMBER for column in table.columns], strict=True
        )
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def arrow_schema(columns: Iterable[Column], sources: Iterable[Mapping[str, Any]] = ()) -> pa.Schema:
    """The schema, with what is known of each column and of the sources."""
    pa = _pyarrow("Arrow")
    columns = tuple(columns)
    types = {NUMBER: pa.float64(), FLAG: pa.bool_()}
    fields = []
    for column in columns:
        about = {name: text for name, text in column.described().items() if name not in ("name", "type")}
        fields.append(pa.field(column.name, types.get(column.type, pa.string()), metadata=about or None))
    return pa.schema(fields, metadata=file_metadata(columns, sources))


def file_metadata(columns: Iterable[Column], sources: Iterable[Mapping[str, Any]] = ()) -> dict[str, str]:
    """What a file says of its columns and of the sources of its values, as JSON."""
    return {
        COLUMNS_KEY: json.dumps([column.described() for column in columns], ensure_ascii=False),
        SOURCES_KEY: json.dumps(list(sources), ensure_ascii=False),
    }


def write_parquet(table: Table, path: str) -> None:
    """Write the table as a Parquet file. Raises SettingsError where pyarrow is not installed."""
    made = arrow_table(table)
    from pyarrow import parquet as pq

    with pq.ParquetWriter(path, made.schema, compression="zstd", write_page_checksum=True) as writer:
        writer.write_table(made)
        writer.add_key_value_metadata({key.decode(): text.decode() for key, text in made.schema.metadata.items()})


def _pyarrow(what: str) -> Any:
    try:
        import pyarrow as pa
    except ImportError:
        raise library_missing(what, "pyarrow") from None
    return pa

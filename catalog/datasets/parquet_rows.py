"""A publisher's Parquet file to columns of text, within what its rows and texts may take."""

from __future__ import annotations

from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.datasets.limits import Limits, size_text
from catalog.datasets.rows import Rows, checked_header, count_checked

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 65_536


def read_parquet_rows(file: str, data: bytes, limits: Limits) -> Rows:
    """The table of a Parquet file. Raises FileRefused for nested columns, damage, and more than may be unpacked.

    The sizes in a Parquet file's footer say nothing of what it unpacks to (a text that repeats is stored once), so
    what was unpacked is counted batch by batch.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet as pq
    except ImportError:
        raise LibraryMissing("pyarrow") from None
    try:
        source = pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True)
        header = checked_header(file, source.schema_arrow.names, limits)
        count_checked(file, source.metadata.num_rows, len(header), limits)
        for field in source.schema_arrow:
            if pa.types.is_nested(field.type):
                raise FileRefused(file, f"its column {field.name!r} holds lists or records; flatten it first")
        left, batches = limits.unpacked, []
        for batch in source.iter_batches(batch_size=_BATCH):
            left -= batch.nbytes
            if left < 0:
                raise FileRefused(
                    file, f"unpacks to more than {size_text(limits.unpacked)}, which is the most that is imported"
                )
            batches.append([_encoded(file, column, limits) for column in batch.columns])
    except (pa.ArrowException, OSError) as error:
        raise FileRefused(file, f"is no Parquet file that can be read: {str(error).splitlines()[0]}") from None
    columns = [_joined([batch[place] for batch in batches]) for place in range(len(header))]
    types = zip(header, source.schema_arrow.types, strict=True)
    numbers = frozenset(name for name, kind in types if _is_number(kind))
    count = source.metadata.num_rows
    return Rows(header, columns, count, range(1, count + 1), numbers=numbers)


def _is_number(kind: pa.DataType) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _encoded(file: str, column: pa.Array, limits: Limits) -> pa.DictionaryArray:
    import pyarrow as pa
    from pyarrow import compute as pc

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    text = column.cast(pa.string())
    if (pc.max(pc.utf8_length(text)).as_py() or 0) > limits.cell:
        raise FileRefused(file, f"a cell of more than {limits.cell:,} characters")
    return text.dictionary_encode()


def _joined(parts: list[pa.DictionaryArray]) -> pa.DictionaryArray:
    import pyarrow as pa

    if not parts:
        return pa.array([], pa.string()).dictionary_encode()
    return pa.chunked_array(parts).unify_dictionaries().combine_chunks()

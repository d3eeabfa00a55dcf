"""A table as a data frame of pandas or polars, with its units.

pandas: columns with a unit are of pint-pandas' type where that is installed, and ``frame.attrs["columns"]`` says of
each column what ``Column.described`` does. polars keeps nothing beside a column, so there the unit stands in its name
alone; an Arrow table (``catalog.export.arrow``) has it in the metadata of its fields.
"""

from __future__ import annotations

from catalog.export.missing import library_missing
from catalog.export.table import FLAG, NUMBER, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import pandas as pd
    import polars as pl


def to_pandas(table: Table, pint: bool | None = None) -> pd.DataFrame:
    """The table as a pandas frame. ``pint``: whether numbers have units of pint (None: where pint-pandas is there).

    Raises SettingsError where pandas is not installed, or pint-pandas where it is asked for.
    """
    try:
        import pandas as pd
    except ImportError:
        raise library_missing("to_pandas", "pandas", "frames") from None
    typed = _pint_type() if pint is not False else None
    if pint and typed is None:
        raise library_missing("to_pandas(pint=True)", "pint-pandas", "frames")
    values = list(zip(*table.rows(), strict=True)) or [()] * len(table.columns)
    columns: dict[str, Any] = {}
    for column, own in zip(table.columns, values, strict=True):
        if column.type == NUMBER:
            with_unit = typed is not None and column.symbol is not None and column.unit is not None
            series = pd.Series(own, dtype="Float64" if with_unit else "float64")
            if with_unit:
                series = _with_unit(series, column.unit, typed)
        else:
            series = pd.Series(own, dtype="boolean" if column.type == FLAG else "str")
        columns[column.name] = series
    frame = pd.DataFrame(columns)
    frame.attrs = {"columns": {column.name: column.described() for column in table.columns}}
    return frame


def _pint_type() -> Any:
    """pint-pandas' type for columns; None where it is not installed."""
    try:
        from pint_pandas import PintType
    except ImportError:
        return None
    from catalog.units.registry import registry

    registry()  # which has our units from here on, and is pint-pandas' own: the application's
    return PintType


def _with_unit(series: Any, unit: Any, typed: Any) -> Any:
    from catalog.units.registry import pint_unit

    own, factor = pint_unit(unit)
    return (series * factor if factor != 1 else series).astype(typed(own))


def to_polars(table: Table) -> pl.DataFrame:
    """The table as a polars frame. Raises SettingsError where polars is not installed."""
    try:
        import polars as pl
    except ImportError:
        raise library_missing("to_polars", "polars", "frames") from None
    types: dict[str, Any] = {NUMBER: pl.Float64, FLAG: pl.Boolean}
    schema = {column.name: types.get(column.type, pl.String) for column in table.columns}
    return pl.DataFrame(list(table.rows()), schema=schema, orient="row", strict=False)

"""The vehicles that a list found: a list like any other, and as a table with the units of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from catalog.model import FIELDS, Vehicle
from catalog.wording import UnitChoice, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from catalog.export.table import Table


class Chosen(list[Vehicle]):
    """Vehicles in the order in which they were asked for.

    ``columns`` are properties and fields, as ``vehicles export --columns`` takes them (all that is known where none
    are); ``units`` a system (metric, us, uk, si) or a choice. What a column holds stands in its name
    (``range [km] (WLTP)``), and beside it where the library has a place for that.
    """

    def __init__(self, vehicles: Iterable[Vehicle], sources: Mapping[str, Any]) -> None:
        super().__init__(vehicles)
        self._sources = sources

    def to_table(
        self, columns: Sequence[str] = (), units: UnitChoice | str = "metric", shape: str = "vehicles"
    ) -> Table:
        """The table that an export writes: one row a vehicle, or (``shape="claims"``) one a published value."""
        from catalog.errors import SettingsError, nearest
        from catalog.sheets.tables import claims, vehicles

        make = {"vehicles": vehicles, "claims": claims}.get(shape)
        if make is None:
            near = nearest(shape, ("vehicles", "claims"), 1) or ("vehicles",)
            raise SettingsError(f"no shape {shape!r}; did you mean {near[0]}?")
        choice = choose(FIELDS, units) if isinstance(units, str) else units
        return make([vehicle.record() for vehicle in self], choice, self._sources, columns)

    def to_arrow(
        self, columns: Sequence[str] = (), units: UnitChoice | str = "metric", shape: str = "vehicles"
    ) -> pa.Table:
        """An Arrow table; the metadata of each field have its unit, definition and meaning."""
        from catalog.export.arrow import arrow_table

        return arrow_table(self.to_table(columns, units, shape))

    def to_pandas(
        self,
        columns: Sequence[str] = (),
        units: UnitChoice | str = "metric",
        shape: str = "vehicles",
        pint: bool | None = None,
    ) -> pd.DataFrame:
        """A pandas frame; numbers with a unit are of pint-pandas' type (``pint``: None where it is installed)."""
        from catalog.export.frames import to_pandas

        return to_pandas(self.to_table(columns, units, shape), pint)

    def to_polars(
        self, columns: Sequence[str] = (), units: UnitChoice | str = "metric", shape: str = "vehicles"
    ) -> pl.DataFrame:
        """A polars frame, whose columns have their units in their names."""
        from catalog.export.frames import to_polars

        return to_polars(self.to_table(columns, units, shape))

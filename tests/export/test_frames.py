"""Data frames keep units: in pint-pandas' types, in Arrow's metadata, in the names of polars' columns."""

from __future__ import annotations

import builtins
from typing import Any

import polars as pl
import pytest

from catalog.collection import Catalog
from catalog.errors import SettingsError
from catalog.export.frames import to_pandas, to_polars
from catalog.export.table import Table
from catalog.units.registry import registry

RANGE = "range [km] (WLTP)"


def test_pandas_with_units(small: Table) -> None:
    frame = to_pandas(small)
    assert str(frame[RANGE].dtype) == "pint[kilometer][Float64]"
    assert frame[RANGE].pint.to("mi").pint.magnitude[0] == pytest.approx(196.974668)
    assert frame[RANGE].isna().tolist() == [False, True]
    assert frame.loc[0, RANGE] == registry().Quantity(317, "km")
    assert str(frame["seats"].dtype) == "float64"
    assert frame["model"].tolist()[0] == "Van"
    assert frame.attrs["columns"][RANGE]["definition"] == "WLTP"


def test_pandas_without_pint(small: Table) -> None:
    frame = to_pandas(small, pint=False)
    assert str(frame[RANGE].dtype) == "float64"
    assert frame.attrs["columns"][RANGE]["unit"] == "km"


def test_polars(small: Table) -> None:
    frame = to_polars(small)
    assert frame.columns == small.names
    assert frame.schema[RANGE] == pl.Float64
    assert frame.rows() == list(small.rows())


def test_of_a_list_and_of_a_comparison(fixture_catalog: Catalog) -> None:
    found = fixture_catalog.list(make="acme")
    assert found == [fixture_catalog["acme-e-van-75"]]
    own = found.to_arrow(["id", "gross_vehicle_mass"], units="us")
    assert own.column_names == ["id", "gross_vehicle_mass [lb]"]
    assert own.schema.field(1).metadata[b"unit_rec20"] == b"LBR"
    assert found.to_pandas(["id"]).shape == (1, 1)
    assert found.to_polars(shape="claims").columns[:2] == ["vehicle", "make"]
    with pytest.raises(SettingsError, match="did you mean claims"):
        found.to_table(shape="claim")
    comparison = fixture_catalog.compare("acme-e-van-75", "citroen-e-hauler-50")
    frame = comparison.to_pandas()
    assert frame["id"].tolist() == ["acme-e-van-75", "citroen-e-hauler-50"]
    assert comparison.to_arrow().num_columns == comparison.to_polars().width == frame.shape[1]
    assert {row.field for row in comparison.rows} >= {
        about.get("field") for about in frame.attrs["columns"].values()
    } - {None}


@pytest.mark.parametrize(
    ("method", "library"), [("to_pandas", "pandas"), ("to_polars", "polars"), ("to_arrow", "pyarrow")]
)
def test_a_missing_library_is_told_with_its_install_line(
    fixture_catalog: Catalog, monkeypatch: pytest.MonkeyPatch, method: str, library: str
) -> None:
    real = builtins.__import__

    def absent(name: str, *args: Any, **options: Any) -> Any:
        if name.partition(".")[0] == library:
            raise ImportError(name)
        return real(name, *args, **options)

    found = fixture_catalog.list()
    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(SettingsError, match=rf"needs {library}; pip install 'vehicle-catalog\["):
        getattr(found, method)(["id"])

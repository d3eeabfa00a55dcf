"""A row of units beside the header, and rows that only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog.datasets.limits import DEFAULT
from catalog.datasets.source_table import read_typed
from catalog.datasets.units_row import joined_names


@pytest.mark.parametrize(
    ("names", "cells", "joined"),
    [
        (["id", "range (WLTP)"], ["", "km"], ["id", "range [km] (WLTP)"]),
        (["length low", "length high"], ["mm", "mm"], ["length [mm] low", "length [mm] high"]),
        (["Model", "Reichweite", "Leergewicht"], [None, "km", "kg"], ["Model", "Reichweite [km]", "Leergewicht [kg]"]),
        (["range [km] (WLTP)"], ["km"], ["range [km] (WLTP)"]),
        (["price (DE, tax not stated)"], ["EUR"], ["price [EUR] (DE, tax not stated)"]),
        (["gradeability"], ["%"], ["gradeability [%]"]),
    ],
)
def test_units_are_joined_to_the_names(names: list[str], cells: list[str | None], joined: list[str]) -> None:
    assert joined_names(names, cells) == joined


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        (["id", "range (WLTP)"], ["", ""]),
        (["id", "range (WLTP)"], ["7", "km"]),
        (["id", "range (WLTP)"], ["", "kg"]),
        (["id", "range (WLTP)"], ["", "317"]),
        (["id", "code"], ["", "t"]),
        (["range [km] (WLTP)"], ["mi"]),
        (["make", "length"], ["Acme", "mm"]),
    ],
)
def test_other_rows_are_data(names: list[str], cells: list[str]) -> None:
    assert joined_names(names, cells) is None


def test_a_file(csv_file: Callable[..., str]) -> None:
    path = csv_file("id,make,model,Length", ",,,mm", "a,Acme,Van,5995", "b,Acme,Bus,12000")
    rows = read_typed(path, "csv", {}, DEFAULT).rows
    assert rows.header == ("id", "make", "model", "Length [mm]")
    assert [column.to_pylist() for column in rows.columns][-1] == ["5995", "12000"]
    assert list(rows.lines) == [3, 4]
    assert rows.told == ("the first row holds units",)

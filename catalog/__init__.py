"""Vehicle specifications as published and cited, normalized and compared.

>>> import catalog
>>> truck = catalog.open()["foton-iblue-ev"]
>>> truck.payload.quantity
<Quantity(1230.0, 'kilogram')>
>>> f"{truck.payload.to('lb'):.0f~P}"
'2712 lb'
>>> comparison = catalog.open().compare("foton-iblue-ev", "ford-e-transit-68-kwh", units="us")
>>> comparison.row("length").cells[0].text.replace("\\u00a0", " ")
'236.0 in'

Importing this package is cheap: it imports nothing until one of its names is used.
"""

from __future__ import annotations

from os import PathLike

from catalog.version import __version__ as _version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from catalog.collection import Catalog, DataSets
    from catalog.compare import Comparison
    from catalog.errors import (
        Ambiguous,
        CatalogError,
        NoSingleValue,
        NotComparable,
        NotConvertible,
        NotFound,
        QueryError,
        ReadingError,
        SettingsError,
        SpecError,
    )
    from catalog.model import FIELDS, Claim, Claims, Plant, Source, Vehicle
    from catalog.units import read
    from catalog.wording import choose

__version__ = _version

_HOME = {
    "Ambiguous": "catalog.errors",
    "Catalog": "catalog.collection",
    "CatalogError": "catalog.errors",
    "Claim": "catalog.model",
    "Claims": "catalog.model",
    "Comparison": "catalog.compare",
    "DataSets": "catalog.collection",
    "FIELDS": "catalog.model",
    "NoSingleValue": "catalog.errors",
    "NotComparable": "catalog.errors",
    "NotConvertible": "catalog.errors",
    "NotFound": "catalog.errors",
    "Plant": "catalog.model",
    "QueryError": "catalog.errors",
    "ReadingError": "catalog.errors",
    "SettingsError": "catalog.errors",
    "Source": "catalog.model",
    "SpecError": "catalog.errors",
    "Vehicle": "catalog.model",
    "choose": "catalog.wording",
    "read": "catalog.units",
}
__all__ = [
    "FIELDS",
    "Ambiguous",
    "Catalog",
    "CatalogError",
    "Claim",
    "Claims",
    "Comparison",
    "DataSets",
    "NoSingleValue",
    "NotComparable",
    "NotConvertible",
    "NotFound",
    "Plant",
    "QueryError",
    "ReadingError",
    "SettingsError",
    "Source",
    "SpecError",
    "Vehicle",
    "choose",
    "open",
    "open_data_sets",
    "read",
]


def open(  # noqa: A001 - catalog.open() is what users expect to write
    specs: str | PathLike[str] | Iterable[str | PathLike[str]] | None = None, *, strict: bool = True
) -> Catalog:
    """Open the catalog: the shipped specs and the user's, or the spec folders named.

    Raises SpecError with every fault of every file; with ``strict=False`` files with faults are left out.
    """
    from catalog.collection import Catalog

    return Catalog.open(specs, strict=strict)


def open_data_sets(*names: str) -> DataSets:
    """Open data sets that ``vehicles import`` made, by their names; ``all`` is every one and the specs, ``specs`` the
    specs.

        epa = catalog.open_data_sets("epa")
        epa.list("ioniq", where="range[epa] > 300 mi", sort="-range", limit=5)
        epa.compare("epa:47000", "ford-e-transit-68-kwh", units="us")

    Raises NotFound for a name that is none, DataSetDamaged (a CatalogError) for a set that is not what was written.
    """
    from catalog.collection import DataSets

    return DataSets(*names)


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(_HOME[name]), name)
    raise AttributeError(f"module 'catalog' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

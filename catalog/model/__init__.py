"""What the catalog knows: claims, the vehicle and its field table, plants and sources.

The names are imported when they are first used: whoever needs a spec or a qualifier does not pay for pydantic.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim, Claims, Status
    from catalog.model.fields import FIELDS, GROUPS, IDENTITY
    from catalog.model.plant import Plant
    from catalog.model.record import Record
    from catalog.model.source import Source
    from catalog.model.spec import Spec
    from catalog.model.table import FieldInfo, FieldTable, find_field
    from catalog.model.vehicle import Vehicle

_HOME = {
    "FIELDS": "fields",
    "GROUPS": "fields",
    "IDENTITY": "fields",
    "Claim": "claim",
    "Claims": "claim",
    "FieldInfo": "table",
    "FieldTable": "table",
    "Plant": "plant",
    "Record": "record",
    "Source": "source",
    "Spec": "spec",
    "Status": "claim",
    "Vehicle": "vehicle",
    "find_field": "table",
}
__all__ = [
    "FIELDS",
    "GROUPS",
    "IDENTITY",
    "Claim",
    "Claims",
    "FieldInfo",
    "FieldTable",
    "Plant",
    "Record",
    "Source",
    "Spec",
    "Status",
    "Vehicle",
    "find_field",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.model.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.model' has no attribute {name!r}")

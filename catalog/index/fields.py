"""The field table as an index keeps it: a field is read when it is asked for, and no group is imported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from catalog.model.spec import Spec
from catalog.model.table import FieldInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.index.index import Index

_SETS = ("powertrains", "types")
_TUPLES = ("definition", "vocabulary")


class StoredFields(Mapping[str, FieldInfo]):
    """``catalog.model.FIELDS`` from an index, in the same order."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, FieldInfo] = {}

    def __getitem__(self, key: str) -> FieldInfo:
        if key not in self._known:
            rows = self._index.about("select body from fields where key = ?", (key,))
            if not rows:
                raise KeyError(key)
            self._known[key] = unpack_field(key, json.loads(rows[0][0]))
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._index.about("select key from fields order by place"))

    def __len__(self) -> int:
        length: int = self._index.about("select count(*) from fields")[0][0]
        return length


def pack_field(info: FieldInfo) -> list[Any]:
    """A field as JSON has it."""
    values: dict[str, Any] = {name: getattr(info.spec, name) for name in Spec.__match_args__}
    values |= {name: sorted(values[name]) for name in _SETS if values[name] is not None}
    return [info.group, values | {name: dict(values[name]) for name in ("display", "codes")}]


def unpack_field(key: str, body: Any) -> FieldInfo:
    """The field of parsed JSON."""
    group, values = body
    values |= {name: frozenset(values[name]) for name in _SETS if values[name] is not None}
    values |= {name: tuple(values[name]) for name in _TUPLES}
    return FieldInfo(key, group, Spec(**values))

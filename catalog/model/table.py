"""The field table: every spec field once, derived from the annotations of the groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, get_type_hints

from catalog.errors import NotFound, nearest
from catalog.model.spec import Spec

if TYPE_CHECKING:
    from catalog.model.groups._group import Group


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One row of the field table: a key, its group, and its definition."""

    key: str
    group: str
    spec: Spec

    @property
    def label(self) -> str:
        return self.spec.label


FieldTable = Mapping[str, FieldInfo]


def build_table(groups: Iterable[type[Group]]) -> FieldTable:
    """The table of these groups. Raises TypeError where two groups define one key."""
    table: dict[str, FieldInfo] = {}
    for group in groups:
        label = (group.__doc__ or group.__name__).strip()
        for key, annotation in get_type_hints(group, include_extras=True).items():
            if key in table:
                raise TypeError(f"{key} is defined in {table[key].group} and in {label}")
            (spec,) = (entry for entry in annotation.__metadata__ if isinstance(entry, Spec))
            table[key] = FieldInfo(key, label, spec)
    return MappingProxyType(table)


def find_field(table: FieldTable, key: str) -> FieldInfo:
    """The field with this key. Raises NotFound with the nearest keys."""
    found = table.get(key) or table.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
    if found is None:
        by_label = {info.label.lower(): info.key for info in table.values()}
        near = nearest(key, [*table, *by_label])
        raise NotFound("field", key, tuple(dict.fromkeys(by_label.get(name, name) for name in near)))
    return found

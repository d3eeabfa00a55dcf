"""The field table as an index keeps it: a field is read when it is asked for, and no group is imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.index.packing import packed, unpacked
from catalog.model.spec import Spec
from catalog.model.table import FieldInfo


class StoredFields(Mapping[str, FieldInfo]):
    """``catalog.model.FIELDS`` from an index, in the same order."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self._known: dict[str, FieldInfo] = {}

    def __getitem__(self, key: str) -> FieldInfo:
        if key not in self._known:
            group, values = unpacked(self._kept[key])
            self._known[key] = FieldInfo(key, group, Spec(*values))
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def pack_field(info: FieldInfo) -> bytes:
    """A field as it is kept."""
    values = (getattr(info.spec, name) for name in Spec.__match_args__)
    return packed((info.group, tuple(dict(value) if isinstance(value, Mapping) else value for value in values)))

"""A publisher's table seen through its map: columns by the names the map uses, conditions as masks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce

import pyarrow as pa
from pyarrow import compute as pc

from catalog.datasets.cells import squeezed
from catalog.datasets.errors import FileRefused
from catalog.datasets.mapping import ALL, Condition, Map
from catalog.datasets.rows import Rows, folded
from catalog.datasets.template import Template
from catalog.errors import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PARTS = "\0"  # between the cells of a value that stands in several columns
_BETWEEN = "\x1f"  # between the cells of several columns where they are told apart together


class Column:
    """The different texts of a column, without superfluous blanks, and for each row the number of its text."""

    def __init__(self, dictionary: pa.Array, indices: pa.Array) -> None:
        self.dictionary = _squeezed(dictionary)
        self.indices = indices

    @cached_property
    def texts(self) -> Sequence[str | None]:
        """The different texts."""
        found: Sequence[str | None] = self.dictionary.to_pylist()
        return found

    def spread(self, values: Sequence[Any] | pa.Array, kind: pa.DataType) -> pa.Array:
        """Something known of each different text, for each row."""
        array = values if isinstance(values, pa.Array) else pa.array(values, kind)
        return array.take(self.indices)

    def used(self, mask: pa.Array | None = None) -> list[int]:
        """The numbers of the texts that occur in the rows of a mask."""
        indices = self.indices if mask is None else self.indices.filter(mask)
        return [number for number in pc.unique(indices).to_pylist() if number is not None]


class Frame:
    """Rows and their map. Columns that the map names and the file has not are empty."""

    def __init__(self, file: str, rows: Rows, map_: Map) -> None:
        self.file = file
        self.rows = rows
        self.map = map_
        self.count = rows.count
        self._exact = {name: place for place, name in enumerate(rows.header)}
        self._folded: dict[str, int] = {}
        for place, name in enumerate(rows.header):
            # of two headers that differ in case or separators alone, only the exact name finds one
            self._folded[folded(name)] = -1 if folded(name) in self._folded else place
        self._columns: dict[str, Column] = {}
        self._check_needed()

    def position(self, name: str) -> int | None:
        """Which column a name of the map is, by its exact header or by the header without case and separators."""
        if name in self._exact:
            return self._exact[name]
        place = self._folded.get(folded(name), -1)
        return None if place < 0 else place

    @property
    def absent(self) -> tuple[str, ...]:
        """The columns that the map names and the file has not."""
        return tuple(name for name in self.map.columns if self.position(name) is None)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The columns of the file that the map does not name."""
        named = {self.position(name) for name in self.map.columns}
        return tuple(
            name for place, name in enumerate(self.rows.header) if place not in named and self.kept_reason(name) is None
        )

    def kept_reason(self, header: str) -> str | None:
        """Why the map keeps a column as text alone; None where it does not say that it does."""
        place = self._exact[header]
        for column, reason in self.map.kept.items():
            if column.endswith(ALL):
                if header.startswith(column.removesuffix(ALL)):
                    return reason
            elif self.position(column) == place:
                return reason
        return None

    def _check_needed(self) -> None:
        for name in self.map.needed:
            if self.position(name) is None:
                near = nearest(name, self.rows.header, 1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                shown = ", ".join(self.rows.header[:8])
                raise FileRefused(
                    self.file, f"has no column {name!r}, which the map {self.map.name} needs{hint} (it has {shown} ...)"
                )

    def column(self, name: str) -> Column:
        """A column by the map's name for it."""
        if name not in self._columns:
            place = self.position(name)
            if place is None:
                self._columns[name] = Column(pa.nulls(0, pa.string()), pa.nulls(self.count, pa.int32()))
            else:
                array = self.rows.columns[place]
                self._columns[name] = Column(array.dictionary, array.indices)
        return self._columns[name]

    def joint(self, names: Sequence[str]) -> Column:
        """Several columns as one, whose texts ``parted`` parts again."""
        encoded = joined([pc.fill_null(self.texts(name), "") for name in names], _PARTS).dictionary_encode()
        return Column(encoded.dictionary, encoded.indices)

    def values(self, name: str, sentinels: bool = False) -> list[str | None]:
        """The different texts of a column, None for those that stand for no value (``sentinels``: in its places)."""
        missing = self._nothing(name, sentinels)
        return [None if text is None or text in missing else text for text in self.column(name).texts]

    def _nothing(self, name: str, sentinels: bool) -> frozenset[str]:
        return self.map.nothing_in(name) if sentinels else self.map.missing

    def texts(self, name: str, sentinels: bool = False) -> pa.Array:
        """A column's texts row by row, null where there is no value."""
        column = self.column(name)
        nothing = pc.is_in(column.dictionary, value_set=pa.array(self._nothing(name, sentinels), pa.string()))
        return pc.if_else(nothing, pa.scalar(None, pa.string()), column.dictionary).take(column.indices)

    def mask(self, condition: Condition) -> pa.Array:
        """In which rows a condition holds."""
        found = []
        for test in condition.tests:
            column = self.column(test.column)
            held = column.spread([test.holds(text) for text in column.texts], pa.bool_())
            found.append(pc.fill_null(held, test.holds(None)))
        together = reduce(pc.and_, found)
        return pc.invert(together) if condition.negated else together

    def all_of(self, conditions: Sequence[Condition]) -> pa.Array | None:
        """In which rows all conditions hold; None for all rows."""
        return reduce(pc.and_, [self.mask(condition) for condition in conditions]) if conditions else None

    def filled(self, template: Template, sentinels: bool = False) -> pa.Array:
        """A template row by row, null where one of its cells has no value."""
        if not template.columns:
            return pa.repeat(template.fill(lambda _: None), self.count)
        if len(template.columns) == 1:
            only = template.columns[0]
            made = [None if text is None else _filled(template, text) for text in self.values(only, sentinels)]
            return self.column(only).spread(made, pa.string())
        pieces: list[Any] = [pa.scalar("|")]  # see ``joined``
        for literal, name in template.pieces:
            pieces += [pa.scalar(literal)] if name is None else [pa.scalar(literal), self.texts(name, sentinels)]
        return pc.utf8_slice_codeunits(
            pc.binary_join_element_wise(*pieces, pa.scalar(""), null_handling="emit_null"), 1
        )

    def groups(
        self, names: Sequence[str], mask: pa.Array | None
    ) -> Iterator[tuple[Mapping[str, str | None], pa.Array]]:
        """The different cells that some columns have together in the rows of a mask, each with its own mask."""
        cells = [pc.fill_null(self.texts(name), "") for name in names]
        encoded = joined(cells, _BETWEEN).dictionary_encode()
        indices = encoded.indices if mask is None else encoded.indices.filter(mask)
        texts = encoded.dictionary.to_pylist()
        for number in pc.unique(indices).to_pylist():
            own = pc.equal(encoded.indices, number)
            parts: list[str] = texts[number].split(_BETWEEN)
            row: dict[str, str | None] = {name: part or None for name, part in zip(names, parts, strict=True)}
            yield row, own if mask is None else pc.and_(own, mask)


def parted(text: str) -> list[str | None]:
    """The cells of a text of ``Frame.joint``."""
    return [part or None for part in text.split(_PARTS)]


def joined(parts: Sequence[pa.Array], between: str) -> pa.Array:
    """Texts row by row with a sign between, without those that are null; empty where all are."""
    # Arrow (26) leaves out rows that come out empty: so each begins with a sign, which is cut off again
    found = pc.binary_join_element_wise(pa.scalar("|"), *parts, pa.scalar(between), null_handling="skip")
    return pc.utf8_slice_codeunits(found, 1 + len(between))


def _squeezed(texts: pa.Array) -> pa.Array:
    """Texts as ``cells.squeezed`` makes them; most columns have none to change, which one look tells."""
    odd = pc.any(pc.match_substring_regex(texts, r"^[\s]|[\s]$|\s\s|[^\S ]|[^\x00-\x7f]|[\x1c-\x1f]")).as_py()
    if not odd:
        return texts
    return pa.array([None if text is None else squeezed(text) for text in texts.to_pylist()], pa.string())


def _filled(template: Template, text: str) -> str:
    return template.fill(lambda _: text) or ""


def without(rows: Rows, keep: pa.Array, left_out: Sequence[int]) -> Rows:
    """The rows that a mask keeps; ``left_out`` are the numbers of the others, in order."""
    gone = set(left_out)
    numbers = [number for number in range(rows.count) if number not in gone]
    columns = [column.filter(keep) for column in rows.columns]
    return Rows(
        rows.header, columns, len(numbers), [rows.lines[number] for number in numbers], rows.rejected, rows.told
    )

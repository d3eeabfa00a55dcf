"""The wide table of a data set: the catalog's columns, the row's own id and line, and every column as published."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import parquet as pq

from catalog.datasets.findings import findings
from catalog.datasets.frame import Frame, joined
from catalog.datasets.identity import BODY_LENGTH, VERSION_LENGTH, markets_in, members, shortened
from catalog.datasets.mapping import Rule
from catalog.datasets.names import FINDINGS, LINE, ROW, SOURCE, source_names
from catalog.datasets.placing import Placed, placed
from catalog.datasets.rows import Reject
from catalog.datasets.withheld import Held, withheld
from catalog.engine.columns import METADATA_KEY, describe, to_metadata
from catalog.engine.table import IDENTITY, Table, stem
from catalog.model.fields import FIELDS
from catalog.model.qualifiers import UNSTATED
from catalog.plain import dataclass
from catalog.query import Schema

#: In the metadata of a stored file, beside the engine's list of columns: which column of the publisher is which.
SOURCE_KEY = "vehicle_catalog_source"


@dataclass(frozen=True, slots=True, eq=False)
class Wide:
    """A data set ready to be stored. ``filled`` counts the rows with a value from each place of the map."""

    table: pa.Table
    unread: tuple[Reject, ...]
    filled: Sequence[tuple[str, str, str | None, int]]
    unknown: Mapping[tuple[str, str, str], int]
    withheld: Mapping[str, Held]
    findings: Mapping[str, int]


def wide_table(frame: Frame, ids: pa.Array, name: str, prefix: str) -> Wide:
    """The columns of the data set ``name``, whose rows have these ids in their file; ``prefix`` comes before each."""
    builder = _Builder(frame)
    columns: dict[str, pa.Array] = dict.fromkeys(IDENTITY, builder.no_text)
    columns |= builder.identity()
    columns["id"] = pc.binary_join_element_wise(pa.scalar(prefix), ids, pa.scalar(":"))
    columns["data_set"] = pa.repeat(name, frame.count)
    columns |= builder.fields()
    types = {key: "real" if pa.types.is_floating(column.type) else "text" for key, column in columns.items()}
    described = describe(Table(Schema(FIELDS, builder.definitions), types, ()))
    told, counts = findings(frame)
    columns[ROW] = ids
    columns[LINE] = pa.array(frame.rows.lines, pa.int32())
    columns[FINDINGS] = told
    names = source_names(frame.rows.header)
    columns |= zip(names, frame.rows.columns, strict=True)
    metadata = {
        METADATA_KEY: to_metadata(described),
        SOURCE_KEY: json.dumps({"prefix": prefix, "columns": names}, ensure_ascii=False),
    }
    table = pa.table(columns, metadata=metadata)
    return Wide(table, tuple(builder.unread), builder.filled, builder.unknown, withheld(frame), counts)


def parquet_of(table: pa.Table) -> pa.Buffer:
    """The table as the bytes of a Parquet file.

    The catalog's columns of which nothing is known in any row are described and not stored: of some five hundred they
    are two thirds, and take a third of the time to write and to open.
    """
    sink = pa.BufferOutputStream()
    filled = [name for name in table.column_names if table[name].null_count < table.num_rows]
    own = {ROW, LINE, FINDINGS, *filled}
    stored = [name for name in table.column_names if name in own or name.startswith(SOURCE)]
    table = table.select(stored)
    options = {
        "compression": "snappy",  # a third larger than zstd, in half the time
        "store_schema": False,  # Arrow's own copy of the schema, which no other reader needs
        "use_dictionary": [name for name in filled if name not in ("id", ROW)],
        # those of numbers let a reader skip what a query excludes; of texts they cost more than they save
        "write_statistics": [name for name in filled if pa.types.is_floating(table[name].type)],
    }
    with pq.ParquetWriter(sink, table.schema, **options) as writer:
        writer.write_table(table)
        writer.add_key_value_metadata(table.schema.metadata)
    return sink.getvalue()


class _Builder:
    """Makes the columns of one table and notes what it could not make of them."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.no_text = pa.nulls(frame.count, pa.string())
        self.no_number = pa.nulls(frame.count, pa.float64())
        self.definitions: dict[str, dict[str, str]] = {key: {} for key, info in FIELDS.items() if info.spec.numeric}
        self.unread: list[Reject] = []
        self.filled: list[tuple[str, str, str | None, int]] = []
        self.unknown: Counter[tuple[str, str, str]] = Counter()

    # -- identity -----------------------------------------------------------------------------------------------

    def identity(self) -> dict[str, pa.Array]:
        frame, map_ = self.frame, self.frame.map
        found = {"make": frame.filled(map_.make), "model": frame.filled(map_.model), "version": self._version()}
        for name, rules in map_.rules.items():
            if rules:
                found[name] = self._ruled(name, rules)
        if "body" in found:
            found["body"] = _each(found["body"], lambda text: shortened(text, BODY_LENGTH))
        if map_.markets.fixed:
            found["markets"] = pa.repeat(members(map_.markets.fixed), frame.count)
        elif map_.markets.column is not None:
            name = map_.markets.column
            texts = [None if text is None else members(markets_in(text)) for text in frame.values(name)]
            found["markets"] = frame.column(name).spread(texts, pa.string())
        return found

    def _version(self) -> pa.Array:
        parts = [self.frame.filled(template, sentinels=True) for template in self.frame.map.version]
        if not parts:
            return self.no_text
        version = joined(parts, ", ")
        if (pc.max(pc.utf8_length(version)).as_py() or 0) > VERSION_LENGTH:
            version = _each(version, lambda text: shortened(text, VERSION_LENGTH))
        return pc.if_else(pc.equal(version, ""), pa.scalar(None, pa.string()), version)

    def _ruled(self, name: str, rules: Sequence[Rule]) -> pa.Array:
        found = self.no_text
        for rule in rules:
            mask = self.frame.all_of(rule.when)
            if rule.column is None:
                own = pa.repeat(rule.value, self.frame.count)
            else:
                words = [
                    None if text is None else rule.words.get(text.casefold()) for text in self.frame.values(rule.column)
                ]
                own = self.frame.column(rule.column).spread([word or None for word in words], pa.string())
            if mask is not None:
                own = pc.if_else(mask, own, pa.scalar(None, pa.string()))
            found = pc.coalesce(found, own)
        if found.null_count:
            self._note_unknown(name, rules, pc.is_null(found))
        return found

    def _note_unknown(self, name: str, rules: Sequence[Rule], nothing: pa.Array) -> None:
        """Texts of which the map does not say what follows from them, in rows for which nothing else was known."""
        for rule in rules:
            if rule.column is None:
                continue
            column, texts = self.frame.column(rule.column), self.frame.values(rule.column)
            strange = {number for number, text in enumerate(texts) if text and text.casefold() not in rule.words}
            counts = pc.value_counts(column.indices.filter(nothing)).to_pylist() if strange else []
            for entry in counts:
                if entry["values"] in strange:
                    self.unknown[name, rule.column, texts[entry["values"]] or ""] += entry["counts"]

    # -- fields -------------------------------------------------------------------------------------------------

    def fields(self) -> dict[str, pa.Array]:
        by_field: dict[str, list[Placed]] = {}
        for place in self.frame.map.places:
            found, unread = placed(self.frame, place)
            self.unread += unread
            for one in found:
                by_field.setdefault(place.key, []).append(one)
                self.filled += [(name, place.key, one.definition, one.filled) for name in place.parts]
        columns: dict[str, pa.Array] = {}
        for key, info in FIELDS.items():
            own = by_field.get(key, [])
            if not info.spec.numeric:
                columns[key] = _first([one.low for one in own]) if own else self.no_text
            elif own:
                columns |= self._number(key, own)
            else:
                columns |= {f"{key}_low": self.no_number, f"{key}_high": self.no_number}
                columns[f"{key}_definition"] = self.no_text
        return columns

    def _number(self, key: str, own: Sequence[Placed]) -> dict[str, pa.Array]:
        low, high = _ends(own)
        columns = {f"{key}_low": low, f"{key}_high": high, f"{key}_definition": _definition(own)}
        by_definition: dict[str, list[Placed]] = {}
        for one in own:
            definition = one.definition
            if definition is None and FIELDS[key].spec.definition:
                definition = UNSTATED
            if definition is not None:
                by_definition.setdefault(definition, []).append(one)
        for definition, those in by_definition.items():
            name = self.definitions[key].setdefault(definition, stem(key, definition))
            columns[f"{name}_low"], columns[f"{name}_high"] = _ends(those)
        return columns


def _ends(those: Sequence[Placed]) -> tuple[pa.Array, pa.Array]:
    low = _first([one.low for one in those])
    return low, low if all(one.high is one.low for one in those) else _first([one.high for one in those])


def _first(arrays: Sequence[pa.Array]) -> pa.Array:
    return arrays[0] if len(arrays) == 1 else pc.coalesce(*arrays)


def _definition(own: Sequence[Placed]) -> pa.Array:
    """The definition of each row's shown claim: of the first place with a value, even where that one has no words."""
    found = pa.nulls(len(own[0].low), pa.int16())
    for number, one in reversed(list(enumerate(own))):
        found = pc.if_else(pc.is_valid(one.low), pa.scalar(number, pa.int16()), found)
    return pa.array([one.definition for one in own], pa.string()).take(found)


def _each(texts: pa.Array, change: Callable[[str], str]) -> pa.Array:
    """Something done to each different text of a column."""
    encoded = texts.dictionary_encode()
    made = [None if text is None else change(text) for text in encoded.dictionary.to_pylist()]
    return pa.array(made, pa.string()).take(encoded.indices)

"""Which rows of a table are loaded: those with a name and an id of their own. The others are rejects with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyarrow as pa
from pyarrow import compute as pc

from catalog.datasets.frame import Frame, joined, without
from catalog.datasets.identity import MAKE_LENGTH, MODEL_LENGTH, slug
from catalog.datasets.rows import Reject, Rows


def chosen(frame: Frame) -> tuple[Rows, pa.Array, list[Reject]]:
    """The rows that are loaded, the id of each, and the rejects."""
    faults: dict[int, Reject] = {}
    for fault in _nameless(frame):
        faults.setdefault(*fault)
    ids, repeated = _keyed(frame, set(faults)) if frame.map.has_key else _built(frame, set(faults))
    faults |= repeated
    if not faults:
        return frame.rows, ids, []
    keep = pa.array([row not in faults for row in range(frame.count)], pa.bool_())
    rejects = [faults[row] for row in sorted(faults)]
    return without(frame.rows, keep, list(faults)), ids.filter(keep), rejects


def _nameless(frame: Frame) -> Iterator[tuple[int, Reject]]:
    named = (("make", frame.map.make, MAKE_LENGTH), ("model", frame.map.model, MODEL_LENGTH))
    for what, template, most in named:
        texts = frame.filled(template)
        column = ", ".join(template.columns) or None
        for row in pc.indices_nonzero(pc.is_null(texts)).to_pylist():
            yield row, Reject(frame.rows.lines[row], column, f"the row has no {what}")
        long = pc.fill_null(pc.greater(pc.utf8_length(texts), most), False)
        for row in pc.indices_nonzero(long).to_pylist():
            text = texts[row].as_py()
            yield row, Reject(frame.rows.lines[row], column, f"a {what} of more than {most} characters", text[:200])


def _keyed(frame: Frame, gone: set[int]) -> tuple[pa.Array, dict[int, Reject]]:
    """The ids that the file itself gives."""
    (name,) = frame.map.key
    ids = frame.texts(name)
    faults: dict[int, Reject] = {}
    for row in pc.indices_nonzero(pc.is_null(ids)).to_pylist():
        faults[row] = Reject(frame.rows.lines[row], name, "the row has no id")
    if pc.count_distinct(ids, mode="only_valid").as_py() + ids.null_count == frame.count:
        return ids, faults
    first: dict[str, int] = {}
    for row, key in enumerate(ids.to_pylist()):
        if key is None or row in gone:
            continue
        if key in first:
            reason = f"the id {key!r} stands on line {frame.rows.lines[first[key]]} already"
            faults[row] = Reject(frame.rows.lines[row], name, reason, key)
        else:
            first[key] = row
    return ids, faults


def _built(frame: Frame, gone: set[int]) -> tuple[pa.Array, dict[int, Reject]]:
    """Ids made of the cells that tell rows apart, numbered where they repeat; whole repetitions are left out."""
    parts = []
    for name in frame.map.key:
        column = frame.column(name)
        slugs = [None if text is None else slug(text) or None for text in frame.values(name)]
        parts.append(column.spread(slugs, pa.string()))
    bases = joined(parts, "-") if parts else pa.repeat("row", frame.count)  # make and model are said of all rows
    encoded = bases.dictionary_encode()
    numbers = encoded.indices.to_pylist()
    counts = Counter(numbers)
    texts: list[str] = encoded.dictionary.to_pylist()
    if len(counts) == frame.count and "" not in texts:
        return bases, {}
    taken = set(texts)
    ids: list[str] = []
    faults: dict[int, Reject] = {}
    first: dict[tuple[int, ...], int] = {}
    seen: Counter[int] = Counter()
    for row, number in enumerate(numbers):
        ids.append(texts[number])
        if counts[number] == 1 or row in gone:
            continue
        cells = tuple(column.indices[row].as_py() for column in frame.rows.columns)
        if cells in first:
            line = frame.rows.lines[first[cells]]
            faults[row] = Reject(frame.rows.lines[row], None, f"the same as line {line} in every column")
            continue
        first[cells] = row
        seen[number] += 1
        if seen[number] > 1:
            ids[row] = _numbered(texts[number], seen[number], taken)
    if "" in texts:
        nameless = texts.index("")
        for row, number in enumerate(numbers):
            if number == nameless:
                faults[row] = Reject(frame.rows.lines[row], ", ".join(frame.map.key), "nothing to know the row by")
    return pa.array(ids, pa.string()), faults


def _numbered(base: str, number: int, taken: set[str]) -> str:
    while (name := f"{base}-{number}") in taken:
        number += 1
    taken.add(name)
    return name

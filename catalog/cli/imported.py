"""What an import did: in words, and column by column."""

from __future__ import annotations

import os

from catalog.cli.options import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from catalog.datasets.importing import Imported

#: As many columns are named in a line of the summary.
_NAMED = 6


def summary(done: Imported, width: int) -> str:
    """The data set, its counts, what was kept as text and why, and what has changed since the former one."""
    manifest = done.manifest
    rows, parts = manifest.rows, _parts(manifest.columns)
    lines = [
        f"{manifest.name}: {manifest.title}, {manifest.publisher}; {manifest.version}",
        f"licence: {manifest.licence}",
        *manifest.told,
        f"{rows['read']:,} rows read: {rows['loaded']:,} loaded, {rows['rejected']:,} rejected"
        + (f"; {rows['unread']:,} values kept as text because they cannot be read" if rows["unread"] else ""),
        f"{counted(len(manifest.columns), 'column')}: {len(parts['placed'])} placed, {len(parts['identity'])} say what "
        f"the vehicle is, {len(parts['kept'])} kept as text",
    ]
    by_reason: dict[str, list[str]] = {}
    for column in parts["kept"]:
        by_reason.setdefault(str(column["kept"]), []).append(str(column["header"]))
    lines += [f"  kept: {_some(headers)}: {reason}" for reason, headers in by_reason.items()]
    held = [f"{one['header']} {one['withheld']:,}" for one in manifest.columns if one.get("withheld")]
    if held:
        lines.append(
            f"  rows in which a placed column is kept as text, as no condition of the map holds: {', '.join(held)}"
        )
    if manifest.absent:
        lines.append(f"columns that the map names and the file has not: {', '.join(manifest.absent)}")
    for entry in manifest.unknown[:5]:
        lines.append(f"  {entry['what']} not known of {entry['column']} {entry['text']!r}: {entry['rows']:,} rows")
    lines += [f"{_rows(count)} in which this does not hold: {about}" for about, count in manifest.findings.items()]
    lines += _changes(done)
    wrapped = [part for line in lines for part in _wrapped(line, width)]
    return "\n".join([*wrapped, f"stored in {done.folder.rstrip(os.sep)}"]) + "\n"


def _wrapped(line: str, width: int) -> list[str]:
    """A line of the summary in lines that fit; what is in it (names of columns, texts of cells) stays as it is."""
    from textwrap import wrap

    start = line[: len(line) - len(line.lstrip())]
    return wrap(
        line, width, subsequent_indent=f"{start}  ", break_long_words=False, break_on_hyphens=False,
        replace_whitespace=False, expand_tabs=False,
    )  # fmt: skip


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def _some(headers: Sequence[str]) -> str:
    """The first of many names; JSON has them all."""
    shown = ", ".join(headers[:_NAMED])
    return shown if len(headers) <= _NAMED else f"{shown} and {len(headers) - _NAMED:,} more"


def _parts(columns: Sequence[Any]) -> dict[str, list[Any]]:
    """The columns by what became of them: each in one part, so that the counts add up."""
    found: dict[str, list[Any]] = {"placed": [], "identity": [], "kept": []}
    for column in columns:
        found["placed" if column["placed"] else "kept" if "kept" in column else "identity"].append(column)
    return found


def _changes(done: Imported) -> list[str]:
    if done.damaged is not None:
        return [f"the former data set was damaged ({done.damaged}); nothing to compare with"]
    if done.changes is None:
        return []
    found = done.changes
    lines = [
        f"against the former data set: {found.added:,} rows added, {found.removed:,} removed, {found.changed:,} "
        f"changed, {found.same:,} the same"
    ]
    for what, ids in (("added", found.added_ids), ("removed", found.removed_ids), ("changed", found.changed_ids)):
        if ids:
            lines.append(f"  {what}: {', '.join(ids)}{' ...' if getattr(found, what) > len(ids) else ''}")
    lines += [f"  {header}: {counted(count, 'row')} changed" for header, count in found.cells.items()]
    for what, headers in (("new", found.columns_added), ("gone", found.columns_removed)):
        if headers:
            lines.append(f"  columns {what}: {', '.join(headers)}")
    return lines


def columns_sheet(done: Imported) -> Any:
    """Each column with the fields that it was placed as, or why it was kept."""
    from catalog.render import Line, Sheet

    manifest = done.manifest
    records = [
        {
            "column": column["header"],
            "field": place["field"],
            "definition": place["definition"],
            "rows": place["rows"],
            "kept": column.get("kept") or _withheld(column),
        }
        for column in manifest.columns
        for place in column["placed"] or [{"field": None, "definition": None, "rows": None}]
    ]
    document = {name: getattr(manifest, name) for name in type(manifest).__match_args__ if name != "map"}
    changes = done.changes
    changed = None if changes is None else {name: getattr(changes, name) for name in type(changes).__match_args__}
    return Sheet(
        headers=("Column", "Field", "Definition", "Rows", "Kept as text because"),
        lines=tuple(Line(tuple(str(value or "") for value in record.values())) for record in records),
        align=("left", "left", "left", "right", "left"),
        records=tuple(records),
        document={"shape": 1, **document, "changes": changed},
    )


def _withheld(column: Mapping[str, Any]) -> str | None:
    count = column.get("withheld")
    return f"in {_rows(count)} no condition of the map holds" if count else None

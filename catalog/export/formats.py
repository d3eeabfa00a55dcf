"""The formats in which a table is written, by name and by a file's ending; each is imported when it is asked for."""

from __future__ import annotations

from catalog.errors import SettingsError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.export.table import Table

#: Formats of data: every column, numbers as numbers.
TEXTS = ("csv", "tsv", "json", "jsonl")
BINARIES = ("parquet", "xlsx", "sqlite")
#: Formats for people: values in words.
WORDS = ("md", "html", "latex")
NAMES = (*TEXTS, *BINARIES, *WORDS, "jsonld")
ENDINGS = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".parquet": "parquet", ".xlsx": "xlsx", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite", ".md": "md",
    ".html": "html", ".htm": "html", ".tex": "latex", ".jsonld": "jsonld",
}  # fmt: skip


def format_of(path: str, asked: str | None = None) -> str:
    """The format that is asked for, or that the ending of a file's name stands for. Raises SettingsError.

    >>> format_of("fleet.xlsx"), format_of("fleet.dat", "csv")
    ('xlsx', 'csv')
    """
    if asked is not None:
        if asked not in NAMES:
            near = nearest(asked, NAMES, 1)
            raise SettingsError(f"no format {asked!r}; {f'did you mean {near[0]}?' if near else _one_of()}")
        return asked
    if path == "-":
        raise SettingsError(f"standard output has no ending; name the format: --format csv ({_one_of()})")
    ending = next((ending for ending in ENDINGS if path.lower().endswith(ending)), None)
    if ending is None:
        raise SettingsError(f"{path}: its ending says no format; name one with --format ({_one_of()})")
    return ENDINGS[ending]


def _one_of() -> str:
    return f"one of {', '.join(NAMES)}"


def text_of(table: Table, name: str, units_row: bool = False) -> Iterator[str]:
    """The table in one of ``TEXTS``, in pieces."""
    if name in ("csv", "tsv"):
        from catalog.export.delimited import delimited

        return delimited(table, "," if name == "csv" else "\t", units_row)
    from catalog.export.structured import json_document, json_lines

    return json_document(table) if name == "json" else json_lines(table)


def write_table(table: Table, path: str, name: str, units_row: bool = False) -> None:
    """Write the table as a file in one of ``TEXTS`` or ``BINARIES``.

    Raises SettingsError where a library is missing, CatalogError for a table that the format does not hold, OSError
    where the file cannot be written.
    """
    if table.copy_to(path, name, units_row):
        return
    if name == "parquet":
        from catalog.export.arrow import write_parquet

        write_parquet(table, path)
    elif name == "xlsx":
        from catalog.export.workbook import write_workbook

        write_workbook(table, path)
    elif name == "sqlite":
        from catalog.export.database import write_database

        write_database(table, path)
    else:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.writelines(text_of(table, name, units_row))

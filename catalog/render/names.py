"""The output formats by name: the one list behind ``--format``."""

from __future__ import annotations

from catalog.errors import nearest

#: Formats of our own, with the module that writes each.
FORMATS = {
    "csv": "delimited",
    "tsv": "delimited",
    "json": "structured",
    "jsonl": "structured",
    "md": "markdown",
    "html": "html",
    "latex": "latex",
}
#: tabulate's formats that make plain text tables; the markup ones it does not escape are left out.
TABLE_STYLES = (
    "table", "simple", "plain", "grid", "simple_grid", "rounded_grid", "heavy_grid", "double_grid", "outline",
    "simple_outline", "rounded_outline", "heavy_outline", "double_outline", "presto", "pretty", "psql", "rst", "orgtbl",
)  # fmt: skip
NAMES = (*TABLE_STYLES[:1], *FORMATS, *TABLE_STYLES[1:])


def no_format(name: str) -> str:
    """The message for a format that there is none of, with the nearest."""
    offer = nearest(name, NAMES)
    hint = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(NAMES[:8])}, or a tabulate format"
    return f"no format {name!r}; {hint}"

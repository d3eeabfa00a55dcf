"""What a text of ours must differ in for some engines. Most take it as it is.

- ClickHouse: its ``lower`` knows ASCII alone, its ``lowerUTF8`` all letters;
- BigQuery and DataFusion: ``like`` has no ``escape`` or no sign of one's own for it, a backslash does that;
- BigQuery: a quote in a text is not written twice, nor is a backslash single;
- Spark: a quote in a text is not written twice (before version 4 it would be dropped).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog.errors import SettingsError, nearest
from catalog.query.literals import literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.query.sql import Parameter

SAME = ("sqlite", "duckdb", "postgresql", "trino")
ENGINES = (*SAME, "spark", "clickhouse", "bigquery", "datafusion")
_BACKSLASH = ("bigquery", "datafusion")
_ESCAPE = " escape '!'"


def for_engine(text: str, parameters: Sequence[Parameter], engine: str = "sqlite") -> str:
    """``text`` with its ``?`` replaced, as an engine reads it; texts that this package makes hold no other.

    Raises SettingsError for an engine that is not known.

    >>> text, values = "lower(make) like lower(?) escape '!' and payload_low > ?", ["100!% l'Auto%", 1000.0]
    >>> print(for_engine(text, values, "clickhouse"))
    lowerUTF8(make) like lowerUTF8('100!% l''Auto%') escape '!' and payload_low > 1000.0
    >>> print(for_engine(text, values, "bigquery"))
    lower(make) like lower('100\\\\% l\\'Auto%') and payload_low > 1000.0
    """
    if engine not in ENGINES:
        offer = nearest(engine, ENGINES)
        raise SettingsError(
            f"no engine {engine!r}; " + (f"did you mean {offer[0]}?" if offer else f"one of {', '.join(ENGINES)}")
        )
    pieces = (text.replace("lower(", "lowerUTF8(") if engine == "clickhouse" else text).split("?")
    if len(pieces) != len(parameters) + 1:
        raise ValueError(f"{len(pieces) - 1} places and {len(parameters)} values")
    written = pieces[0]
    for value, piece in zip(parameters, pieces[1:], strict=True):
        is_pattern = engine in _BACKSLASH and piece.startswith(f"){_ESCAPE}")
        written += _literal(value, engine, is_pattern) + (piece.replace(_ESCAPE, "", 1) if is_pattern else piece)
    return written


def _literal(value: Parameter, engine: str, is_pattern: bool) -> str:
    found = literal(value)
    if not isinstance(value, str):
        return found
    if engine in ("bigquery", "spark"):
        found = "'" + value.replace("'", r"\'") + "'"
    if is_pattern:
        backslash = r"\\" if engine == "bigquery" else "\\"
        found = re.sub(r"!(.)", lambda sign: "!" if sign[1] == "!" else backslash + sign[1], found)
    return found

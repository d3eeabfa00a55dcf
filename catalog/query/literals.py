"""A query as one SQL text with its values written in, to be pasted into any engine."""

from __future__ import annotations

import math
from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.query.sql import Parameter


def literal(value: Parameter | None) -> str:
    """A value as SQL writes it; a number reads back as the same double.

    >>> literal("Renault's"), literal(241.4016), literal(1e-7), literal(None)
    ("'Renault''s'", '241.4016', '1e-07', 'null')
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if not math.isfinite(value):
        raise ValueError(f"{value} has no SQL literal")
    return repr(float(value))


def with_literals(text: str, parameters: Sequence[Parameter]) -> str:
    """``text`` with its ``?`` replaced; texts that this package makes hold no other.

    >>> with_literals("payload_low >= ? and make = ?", [1000.0, "Foton"])
    "payload_low >= 1000.0 and make = 'Foton'"
    """
    pieces = text.split("?")
    if len(pieces) != len(parameters) + 1:
        raise ValueError(f"{len(pieces) - 1} places and {len(parameters)} values")
    values = [*map(literal, parameters), ""]
    return "".join(piece + value for piece, value in zip(pieces, values, strict=True))


def select(
    columns: Sequence[str],
    where: str = "",
    parameters: Sequence[Parameter] = (),
    order: str = "",
    limit: int | None = None,
    table: str = "vehicles",
) -> str:
    """A whole statement on the wide table, one clause a line.

    >>> print(select(["id", "payload_low"], "payload_low >= ?", [1000.0], limit=20))
    select id, payload_low
    from vehicles
    where payload_low >= 1000.0
    order by id
    limit 20
    """
    clauses = [f"select {', '.join(columns)}", f"from {table}"]
    if where:
        clauses.append(f"where {with_literals(where, parameters)}")
    clauses.append(f"order by {order or 'id'}")
    if limit is not None:
        clauses.append(f"limit {limit}")
    return "\n".join(clauses)

"""A query as one SQL text with its values written in, to be pasted into any engine.

Two things in a text mean different things to different engines. A backslash is a sign like any other to SQLite,
DuckDB, PostgreSQL and Trino, and begins an escape in ClickHouse, Spark and BigQuery: a text with one is refused. A
quote is written twice, as the SQL standard has it; BigQuery refuses that, and Spark before version 4 drops the quote.
"""

from __future__ import annotations

import math

from catalog.errors import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from catalog.query.sql import Parameter

_TABLE = r"(?:\w+|\"[^\"]+\"|`[^`]+`)(?:[.-](?:\w+|\"[^\"]+\"|`[^`]+`))*"
_WHOLE = 2**53  # up to here a double holds every integer
_POWERS = 22  # up to here a double holds every power of ten


def literal(value: Parameter | None) -> str:
    """A value as SQL writes it; a number reads back as the same double.

    Raises SettingsError for a text with a backslash, and ValueError for what is no number.

    >>> literal("Renault's"), literal(241.4016), literal(1e-7), literal(None)
    ("'Renault''s'", '241.4016', '1e-07', 'null')
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        if "\\" in value:
            reason = "engines read a backslash differently; ask with like, and _ in its place"
            raise SettingsError(f"{value!r} cannot be written into an SQL text for all engines: {reason}")
        return "'" + value.replace("'", "''") + "'"
    if not math.isfinite(value):
        raise ValueError(f"{value} has no SQL literal")
    return _number(float(value))


def _number(value: float) -> str:
    """The shortest decimal; a quotient or product where SQLite before 3.43 would read that as the double beside it.

    That SQLite rounds a decimal twice, to 64 bits and then to 53: it takes 1327.75708032, 825.03 mi in km, for a
    little less, and a vehicle of just that range would be lost. Of two numbers that a double holds every engine
    makes the same double.
    """
    text = repr(value)
    digits, _, exponent = text.removeprefix("-").partition("e")
    whole, _, decimals = digits.partition(".")
    decimals = decimals.rstrip("0")
    power = int(exponent or 0) - len(decimals)
    number = int(whole + decimals)
    if not power or number >= _WHOLE or abs(power) > _POWERS or _twice_rounded(value) == value:
        return text
    sign = "-" if value < 0 else ""
    return f"({sign}{number}e0 {'/' if power < 0 else '*'} 1e{abs(power)})"


def _twice_rounded(value: float) -> float:
    """The double nearest to the 64 bits that are nearest to the shortest decimal of ``value``."""
    from fractions import Fraction

    exact: Fraction = abs(Fraction(repr(value)))
    shift = 64 - (exact.numerator.bit_length() - exact.denominator.bit_length())
    bits = round(exact * Fraction(2) ** shift)
    if bits.bit_length() > 64:  # the quotient had 65 bits
        bits = round(exact * Fraction(2) ** (shift - 1))
        shift -= 1
    return math.copysign(float(Fraction(bits) / Fraction(2) ** shift), value)


def select(
    columns: Sequence[str],
    where: str = "",
    parameters: Sequence[Parameter] = (),
    order: str = "",
    limit: int | None = None,
    table: str = "vehicles",
    engine: str = "sqlite",
) -> str:
    """A whole statement on the wide table, one clause a line, as an engine reads it (``catalog.query.dialects``).

    Raises SettingsError for what is no name of a table: it may have schemas before it, and quotes round its parts.

    >>> print(select(["id", "payload_low"], "payload_low >= ?", [1000.0], limit=20))
    select id, payload_low
    from vehicles
    where payload_low >= 1000.0
    order by id
    limit 20
    """
    import re

    from catalog.query.dialects import for_engine

    if not re.fullmatch(_TABLE, table):
        raise SettingsError(f'{table!r} is no name of a table; write vehicles, fleet.vehicles or "my fleet"')
    clauses = [f"select {', '.join(columns)}", f"from {table}"]
    if where:
        clauses.append(f"where {for_engine(where, parameters, engine)}")
    clauses.append(f"order by {for_engine(order or 'id', (), engine)}")
    if limit is not None:
        clauses.append(f"limit {limit}")
    return "\n".join(clauses)

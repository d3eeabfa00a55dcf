"""Pages without ``offset``: the condition of the rows that come after the last row of a page.

An ``offset`` makes an engine go through all rows before it again, and skips or repeats vehicles where some were
added between two pages. This condition does neither, and is SQL that every engine understands.
"""

from __future__ import annotations

import math

from catalog.errors import SettingsError
from catalog.query.sql import Sql

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.query.sorting import Ordering, Term
    from catalog.query.sql import Parameter


def rows_after(ordering: Ordering, row: Mapping[str, Parameter | None]) -> Sql:
    """The condition of the rows that come after ``row``, which holds the ``columns`` of the ordering as stored.

    Raises SettingsError where a column is missing or holds what none can: a page's start comes from outside.

    >>> from catalog.model import FIELDS
    >>> from catalog.query.schema import Schema
    >>> from catalog.query.sorting import ordering
    >>> by_make = ordering("-make", Schema(FIELDS, {}))
    >>> found = rows_after(by_make, {"make": "Ford", "id": "ford-transit"})
    >>> found.text, found.parameters
    ('make is null or lower(make) < lower(?) or (lower(make) = lower(?) and id > ?)', ('Ford', 'Ford', 'ford-transit'))
    >>> rows_after(by_make, {"make": None, "id": "x"}).text
    'make is null and id > ?'
    """
    ways: list[Sql] = []  # of which one or more makes a row come later
    same: tuple[Sql, ...] = ()  # as the row in all levels before
    for level in ordering.levels:
        values = {term.column: _value(term, row) for term in level.terms}
        if level.missing is not None:
            if values[level.missing] is None:  # nothing comes after what is not known
                same += (Sql(f"{level.missing} is null"),)
                continue
            ways.append(_both(*same, Sql(f"{level.missing} is null")))
        for term in level.terms:
            value = values[term.column]
            if value is None:
                raise SettingsError(f"the page cannot begin there: {term.column} is not known, but {level.missing} is")
            mark = "lower(?)" if term.folded else "?"
            ways.append(_both(*same, Sql(f"{term} {'<' if term.descending else '>'} {mark}", (value,))))
            same += (Sql(f"{term} = {mark}", (value,)),)
    texts = [f"({way.text})" if way.joint and len(ways) > 1 else way.text for way in ways]
    parameters = tuple(parameter for way in ways for parameter in way.parameters)
    return Sql(" or ".join(texts), parameters, joint=True)


def _both(*pieces: Sql) -> Sql:
    parameters = tuple(parameter for piece in pieces for parameter in piece.parameters)
    return Sql(" and ".join(piece.text for piece in pieces), parameters, joint=len(pieces) > 1)


def _value(term: Term, row: Mapping[str, Parameter | None]) -> Parameter | None:
    if term.column not in row:
        raise SettingsError(f"the page cannot begin there: {term.column} is missing")
    value = row[term.column]
    if term.column == "id" and value is None:
        raise SettingsError("the page cannot begin there: id is not known")
    if value is not None and not _fits(value, term):
        raise SettingsError(f"the page cannot begin there: {value!r} is no value of {term.column}")
    return value


def _fits(value: Parameter, term: Term) -> bool:
    if term.numeric:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return isinstance(value, str)

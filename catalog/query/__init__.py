"""A query language that knows units: ``payload >= 1 t and range[wltp] > 150 mi``.

    text --parse--> tree --bind (names, definitions, units)--> bound tree --> SQL, and a sentence in English
    sort keys --> an order in which no two vehicles are equal --> "order by", and the condition of a next page

A comparison matches where all of a published interval does; ``maybe(payload >= 1 t)`` matches where some of it
could. A vehicle of which a value is not known matches neither a condition on it nor its opposite; ``is
missing`` asks for it. Every error is a QueryError with the place in the text.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.query.bound import Bound
    from catalog.query.compiled import Query, compile_query
    from catalog.query.paging import rows_after
    from catalog.query.parser import parse
    from catalog.query.schema import IDENTITY, Schema
    from catalog.query.sorting import Ordering, SortKey, order_by, ordering
    from catalog.query.tree import Condition

_HOME = {
    "Bound": "bound",
    "Condition": "tree",
    "IDENTITY": "schema",
    "Ordering": "sorting",
    "Query": "compiled",
    "Schema": "schema",
    "SortKey": "sorting",
    "compile_query": "compiled",
    "order_by": "sorting",
    "ordering": "sorting",
    "parse": "parser",
    "rows_after": "paging",
}
__all__ = [
    "IDENTITY",
    "Bound",
    "Condition",
    "Ordering",
    "Query",
    "Schema",
    "SortKey",
    "compile_query",
    "order_by",
    "ordering",
    "parse",
    "rows_after",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.query.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.query' has no attribute {name!r}")

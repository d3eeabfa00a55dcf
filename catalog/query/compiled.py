"""A query compiled: portable SQL with its parameters, and what it is about."""

from __future__ import annotations

from catalog.plain import dataclass
from catalog.query.bind import bind
from catalog.query.bound import Bound, NumberColumn
from catalog.query.parser import parse
from catalog.query.schema import Schema
from catalog.query.sql import Parameter, condition
from catalog.query.used import columns


@dataclass(frozen=True, slots=True)
class Query:
    """A query ready for an engine.

    ``where`` is portable SQL over the table ``vehicles`` with ``?`` for each of ``parameters``, made from the
    ``bound`` tree (None where it was written by hand). ``fields`` are the fields it asks about, each with the id
    of its definition, or None where any is taken; ``bare`` are those that have definitions and were asked about
    without naming one, so that a face can say so.
    """

    text: str
    where: str
    parameters: tuple[Parameter, ...]
    bound: Bound | None
    fields: tuple[tuple[str, str | None], ...]
    bare: tuple[str, ...]

    @property
    def english(self) -> str:
        """What the query asks, as a sentence; made when it is asked for."""
        from catalog.query.english import sentence

        return sentence(self.bound) if self.bound else ""


def compile_query(text: str, schema: Schema) -> Query:
    """``text`` for an engine with the columns of ``schema``. Raises QueryError and nothing else.

    >>> from catalog.model import FIELDS
    >>> schema = Schema(FIELDS, {"range": {"wltp": "range_1"}})
    >>> query = compile_query("payload >= 1 t and not range[wltp] <= 150 mi", schema)
    >>> query.where, query.parameters
    ('payload_low >= ? and range_1_low > ?', (1000.0, 241.4016))
    >>> query.english
    'Vehicles where payload is at least 1 t and range (WLTP) is above 150 mi.'
    >>> query.bare  # whose payload, the face may say, counts the crew or does not
    ('payload',)
    >>> compile_query("payload >= 1000", schema)
    Traceback (most recent call last):
        ...
    catalog.errors.QueryError: payload >= 1000
               ^^^^
    a mass needs a unit: kg, t, g, lb, oz, short ton, long ton; did you mean 1000 kg, 1000 t or 1000 g?
    """
    bound = bind(parse(text), schema, text)
    sql = condition(bound)
    asked = [column for column in columns(bound) if column.key in schema.fields]
    fields = dict.fromkeys(
        (column.key, column.definition if isinstance(column, NumberColumn) else None) for column in asked
    )
    bare = [key for key, definition in fields if definition is None and _has_definitions(key, schema)]
    return Query(text, sql.text, sql.parameters, bound, tuple(fields), tuple(bare))


def _has_definitions(key: str, schema: Schema) -> bool:
    return bool(schema.fields[key].spec.definition or schema.definitions.get(key))

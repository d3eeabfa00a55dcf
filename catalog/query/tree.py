"""The syntax tree of a query: what was written, before any name or unit is looked up.

A *value* is a name, a quantity, a text, or arithmetic; a *condition* is a comparison of values, or conditions
joined. Two nodes are equal when they say the same, wherever they stand.
"""

from __future__ import annotations

from catalog.plain import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of a query and its place in the text."""

    position: int = field(default=0, compare=False, repr=False)
    length: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name(Node):
    """Words without quotes: a field, or where a text is expected that text. In brackets, its definition."""

    name: str
    definition: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Node):
    """A number as written (with its minus) and the unit as written, empty without one."""

    number: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A text in quotes, or a date."""

    text: str


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """Two values joined by ``+``, ``-``, ``*`` or ``/``."""

    operator: str
    left: Value
    right: Value


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """Two values compared by ``=``, ``!=``, ``<``, ``<=``, ``>`` or ``>=``."""

    operator: str
    left: Value
    right: Value


@dataclass(frozen=True, slots=True)
class Among(Node):
    """``value in (choice, choice)``, or ``not in``."""

    value: Value
    choices: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between(Node):
    """``value between low and high``, both ends included, or ``not between``."""

    value: Value
    low: Value
    high: Value
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Like(Node):
    """``value like pattern``, where ``%`` stands for any characters and ``_`` for one; or ``not like``."""

    value: Value
    pattern: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Missing(Node):
    """``value is missing``; negated: ``value is known``."""

    value: Value
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Not(Node):
    """The opposite of a condition; where it is not known, the opposite is not known either."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class And(Node):
    """All of two or more conditions."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """One or more of two or more conditions."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Maybe(Node):
    """Whether the condition could hold of some number within what was published."""

    condition: Condition


Value = Name | Quantity | Text | Arithmetic
Condition = Comparison | Among | Between | Like | Missing | Not | And | Or | Maybe
VALUES = (Name, Quantity, Text, Arithmetic)

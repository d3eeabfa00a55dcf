"""A query with every name and unit resolved: columns, canonical numbers, and ``not`` carried to the leaves.

Each leaf is one question to the columns. A number may have been published as an interval, so a condition on it
is certain (it holds for the whole interval), ruled out (for none of it), or undecided; a query keeps the
vehicles of which it is certain. ``not`` swaps the first two, so ``not (payload >= 1 t)`` asks whether the
payload is certainly below 1 t: it turns the operators under it, and never stands in the SQL. ``maybe(...)``
asks whether a condition is not ruled out: its leaves are marked ``possible``. What is not known is unknown in
either case, and stays so under ``not``.
"""

from __future__ import annotations

from catalog.plain import dataclass, field
from catalog.query.exact import ONE, Exact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.spec import Spec


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of text. ``style``: ``plain``, ``list`` (``,DE,AT,``), ``words`` (``CCS2, Type 2``) or ``date``."""

    key: str
    column: str
    label: str
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """The columns ``{stem}_low`` and ``{stem}_high`` of a field, or of one definition of it."""

    key: str
    definition: str | None
    stem: str
    spec: Spec = field(repr=False, compare=False)

    @property
    def kind(self) -> str:
        """The name of the quantity kind."""
        return self.spec.kind

    @property
    def label(self) -> str:
        """The field inside a sentence, with its definition in words: ``range (WLTP City)``."""
        from catalog.query.names import definition_words, field_words

        words = field_words(self.spec.label)
        return words if self.definition is None else f"{words} ({definition_words(self.spec, self.definition)})"


@dataclass(frozen=True, slots=True)
class Measure:
    """A column's number times ``scale`` (into the unit of the comparison).

    With ``currency``, only where the shown price is in it; in another currency it is unknown.
    """

    column: NumberColumn
    scale: Exact = ONE
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number in the unit of the comparison, and how a sentence shows it."""

    value: Exact
    shown: str


@dataclass(frozen=True, slots=True)
class Formula:
    """Two operands joined by ``+``, ``-``, ``*`` (one is a plain number) or ``/``."""

    operator: str
    left: Operand
    right: Operand


Operand = Measure | Constant | Formula


@dataclass(frozen=True, slots=True)
class Compare:
    """Whether ``left`` stands in the relation ``operator`` to ``right``.

    ``turned``: ``right`` was written in a reciprocal unit, whose numbers run the other way (at least
    30 mpg(US) is at most 7.84 L/100 km); ``operator`` is as written.
    """

    operator: str
    left: Operand
    right: Operand
    turned: bool = False
    possible: bool = False


@dataclass(frozen=True, slots=True)
class DateCompare:
    """Whether a date stands in the relation to ``date``: a year, a month or a day, or a season or quarter."""

    operator: str
    column: TextColumn
    date: str
    possible: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """Comparisons of one value: with both ends of ``between``, or with each choice of ``in``."""

    word: str
    parts: tuple[Compare | DateCompare, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class TextIs:
    """Whether a text is one of ``choices``; for a column that holds several, whether it holds one of them."""

    column: TextColumn
    choices: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class TextLike:
    """Whether a text fits a pattern."""

    column: TextColumn
    pattern: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class IsMissing:
    """Whether nothing is known; negated, whether something is."""

    column: TextColumn | NumberColumn
    negated: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """All of the conditions."""

    conditions: tuple[Bound, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One or more of the conditions."""

    conditions: tuple[Bound, ...]


Bound = Compare | DateCompare | Several | TextIs | TextLike | IsMissing | All | Any
OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
TURNED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}

"""What a map says of a publisher's table: what each column means, in which unit and under which definition.

A map is data, one TOML file a table; ``map_file`` reads and checks it, ``placing`` applies it to whole columns
and ``records`` to single rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from catalog.datasets.template import Template
from catalog.model.fields import FIELDS
from catalog.plain import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.spec import Spec
    from catalog.units import Unit

#: Ends the beginning of the names of columns that are kept alike: ``sources*``.
ALL = "*"
#: A cell's text in this row and column, None where it has no value.
Cells = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on a column: its cell is one of these texts (``negated``: none of them), or like a regular expression
    as a whole; no cell is an empty one."""

    column: str
    texts: frozenset[str] = frozenset()
    negated: bool = False
    like: re.Pattern[str] | None = None

    def holds(self, text: str | None) -> bool:
        if self.like is not None:
            return self.like.fullmatch(text or "") is not None
        return ((text or "") in self.texts) != self.negated


@dataclass(frozen=True, slots=True)
class Condition:
    """A named set of tests. It holds where all of them do; ``negated``: where one of them does not."""

    tests: tuple[Test, ...]
    negated: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(test.column for test in self.tests)

    def holds(self, raw: Callable[[str], str | None]) -> bool:
        """Whether it holds for a row; ``raw`` gives a cell's text even where the text stands for no value."""
        return all(test.holds(raw(test.column)) for test in self.tests) != self.negated


@dataclass(frozen=True, slots=True)
class Concrete:
    """A place with its unit and definition settled: what one value of it needs to be read."""

    key: str
    unit: Unit | None
    definition: tuple[tuple[str, str], ...]

    @property
    def spec(self) -> Spec:
        return FIELDS[self.key].spec


@dataclass(frozen=True, slots=True)
class Place:
    """A column (of the rows in which ``when`` holds) as values of one field.

    ``unit`` and the qualifiers are templates, as both may stand in other columns. ``missing`` are the texts that
    are no value here; ``words`` gives the reading of whole cells, ``replace`` of parts of them, ``pattern`` cuts
    what is read out of a cell. ``unit_in_cell``: a cell may name its own unit (and must, where ``unit`` is None).
    ``high`` is the column of the upper ends where ``column`` holds the lower ones, ``bound`` that of the words for
    what the numbers are (``about``, ``up to``); see ``cells.read_parts``.
    ``decimal`` is the decimal sign of the column's numbers, where it has one, ``market`` whose hp and gallons they
    are. ``digits`` is how many digits of its numbers count where it is printed with more (an unrounded quotient).
    ``note`` is said of every value, ``date`` when it was said.
    """

    column: str
    key: str
    unit: Template | None = None
    qualifiers: tuple[tuple[str, Template], ...] = ()
    when: tuple[Condition, ...] = ()
    missing: frozenset[str] = frozenset()
    decimal: str | None = None
    market: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    replace: tuple[tuple[str, str], ...] = ()
    pattern: str | None = None
    unit_in_cell: bool = False
    status: str = "published"
    applies_to: str | None = None
    note: str | None = None
    date: Template | None = None
    high: str | None = None
    bound: str | None = None
    digits: int | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The columns that its values stand in."""
        return tuple(name for name in (self.column, self.high, self.bound) if name is not None)

    @property
    def spec(self) -> Spec:
        return FIELDS[self.key].spec

    @property
    def varying(self) -> tuple[str, ...]:
        """The columns on which its unit and definition depend."""
        templates = [template for template in (self.unit, *(template for _, template in self.qualifiers)) if template]
        return tuple(dict.fromkeys(column for template in templates for column in template.columns))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that it looks at."""
        tested = (column for condition in self.when for column in condition.columns)
        dated = self.date.columns if self.date is not None else ()
        return tuple(dict.fromkeys((*self.parts, *self.varying, *tested, *dated)))

    def concrete(self, cell: Cells) -> Concrete:
        """With unit and definition as this row has them. A qualifier whose cell has no value is not stated.

        Raises ReadingError for a unit or a qualifier that is none.
        """
        unit = self.unit.fill(cell) if self.unit is not None else None
        stated = [(name, template.fill(cell)) for name, template in self.qualifiers]
        return settled(self.key, unit, tuple((name, text) for name, text in stated if text is not None), self.market)


@lru_cache(maxsize=4096)  # what it is asked for comes from files
def settled(key: str, unit: str | None, qualifiers: tuple[tuple[str, str], ...], market: str | None) -> Concrete:
    """Unit and qualifiers as the catalog knows them. Raises ReadingError where it does not."""
    from catalog.model.qualifiers import QUALIFIERS
    from catalog.units import find

    spec = FIELDS[key].spec
    found = find(unit, spec.kind, market) if spec.numeric and unit is not None else None
    stated = {name: QUALIFIERS[name].read(text) for name, text in qualifiers}
    definition = [(name, stated[name]) for name in spec.qualifiers if name in stated]
    if spec.kind == "money" and found is not None:
        definition.insert(0, ("currency", found.dimension.removeprefix("money ")))
    return Concrete(key, found, tuple(definition))


@dataclass(frozen=True, slots=True)
class Rule:
    """How to know what a row's vehicle is: the word of a table for a cell, or a value for the rows of ``when``.

    ``words`` is by the cell's text without case; None there means that nothing follows from this text.
    """

    column: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    value: str | None = None
    when: tuple[Condition, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        tested = (column for condition in self.when for column in condition.columns)
        return tuple(dict.fromkeys((*([self.column] if self.column else []), *tested)))


@dataclass(frozen=True, slots=True)
class Markets:
    """The markets of every row, or the column that names them, separated by commas."""

    fixed: tuple[str, ...] = ()
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What two or three cells of a row must be to each other, within a tolerance; a row that fails has a finding.

    The product of ``factors`` over the product of ``divisors`` is ``equals``, or lies at most ``within`` (a share)
    from it.
    """

    about: str
    factors: tuple[str, ...]
    divisors: tuple[str, ...]
    equals: float
    within: float
    when: tuple[Condition, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        tested = (column for condition in self.when for column in condition.columns)
        return tuple(dict.fromkeys((*self.factors, *self.divisors, *tested)))


@dataclass(frozen=True, slots=True)
class Release:
    """Where the version of the data is found: a pattern on the file's name, or the newest date of a column."""

    file: str | None = None
    column: str | None = None
    pattern: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """A whole map. ``data`` is the table it was read from, which is kept with the data set.

    ``missing`` are the texts that are no value in any column, ``sentinels`` those of one column in all its places
    (``0`` litres).
    """

    name: str
    prefix: str
    title: str
    publisher: str
    licence: str
    kind: str
    make: Template
    model: Template
    key: tuple[str, ...]
    has_key: bool
    url: str | None = None
    missing: frozenset[str] = frozenset({""})
    sentinels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    release: Release | None = None
    version: tuple[Template, ...] = ()
    vehicle_type: tuple[Rule, ...] = ()
    powertrain: tuple[Rule, ...] = ()
    category: tuple[Rule, ...] = ()
    body: tuple[Rule, ...] = ()
    markets: Markets = field(default_factory=Markets)
    places: tuple[Place, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    file: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)

    def nothing_in(self, column: str) -> frozenset[str]:
        """The texts that stand for no value in a column."""
        return self.missing | self.sentinels.get(column, frozenset())

    @property
    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """The word tables of the identity, by the identity's column."""
        return {
            "type": self.vehicle_type,
            "category": self.category,
            "powertrain": self.powertrain,
            "body": self.body,
        }

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which no row has a name."""
        return tuple(dict.fromkeys((*self.make.columns, *self.model.columns, *self.key)))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the map names, in the order of first use."""
        used = [*self.needed]
        for template in self.version:
            used += template.columns
        for rules in self.rules.values():
            used += [column for rule in rules for column in rule.columns]
        used += [self.markets.column] if self.markets.column else []
        used += [self.release.column] if self.release and self.release.column else []
        used += [column for place in self.places for column in place.columns]
        used += [column for check in self.checks for column in check.columns]
        return tuple(dict.fromkeys((*used, *(column for column in self.kept if not column.endswith(ALL)))))

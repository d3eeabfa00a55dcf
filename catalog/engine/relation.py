"""Vehicles in DuckDB as a table to be exported: whole columns, none of whose values becomes an object of Python.

A column is exported where some vehicle has a value in it. The ends of intervals are two columns where they differ
anywhere, as in ``catalog.export.vehicles``: an open end is empty, and so is the lower end of a limit ("up to"), which
is zero in the store. That a value was approximate, or one of several, is not in the store; ``left_out`` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from catalog.engine.columns import Column as Stored
from catalog.engine.duckdb import quoted
from catalog.engine.table import OPEN
from catalog.export.table import NUMBER, TEXT, Column, Table
from catalog.export.vehicles import DATA_SET, IDENTITY, SOURCES
from catalog.model.fields import FIELDS
from catalog.model.qualifiers import UNSTATED
from catalog.model.record import SPECS
from catalog.plain import dataclass
from catalog.sheets.tables import Wanted
from catalog.units import KINDS, Form
from catalog.wording.header import ColumnName, column_name, definition_of, definition_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.engine.duckdb import Database
    from catalog.export.table import Value
    from catalog.model.table import FieldInfo
    from catalog.units import Unit
    from catalog.wording import UnitChoice
    from catalog.wording.definitions import Definition

    Named = Callable[[str, str, Sequence[str]], Definition | None]

_LOOKED = 1000  # vehicles of which it is asked what a definition's words stand for
_MANY = 10_000  # rows that are fetched at once
_FORMULA = r"^'*[=+\-@\t\r\n＝＋－＠]"
_NUMBER = r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?"
_APOSTROPHE = "''''"
_LISTS = ("markets", "plants")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which vehicles: a condition of portable SQL with its parameters, an order, a limit and an offset."""

    where: str = ""
    parameters: Sequence[Any] = ()
    order: str = ""
    limit: int | None = None
    offset: int = 0

    @property
    def clauses(self) -> str:
        where = f" where {self.where}" if self.where else ""
        order = f" order by {self.order}" if self.order else ""
        limit = f" limit {self.limit}" if self.limit is not None else ""
        return f"{where}{order}{limit}{f' offset {self.offset}' if self.offset else ''}"


@dataclass(frozen=True, slots=True, eq=False)
class _Column:
    """A column with the SQL that makes it."""

    column: Column
    sql: str


class Relation(Table):
    """The vehicles of a database as a table. ``opened`` opens the same database once more, which may write one file.

    ``wanted`` says which columns are asked for (None: all that are known). ``named`` is asked for the definition behind
    a field's id that can be read in several ways, given vehicles that have a value under it (None: theirs differ).
    """

    def __init__(
        self,
        database: Database,
        opened: Callable[[str], Database],
        asked: Asked,
        units: UnitChoice,
        sources: Sequence[Mapping[str, Any]] = (),
        wanted: Wanted | None = None,
        named: Named = lambda key, words, ids: None,
    ) -> None:
        self._database, self._opened, self._asked, self._units = database, opened, asked, units
        self._wanted, self._named = wanted or Wanted(units), named
        self._without_currency: list[str] = []
        self._made = list(self._make())
        super().__init__("vehicles", [one.column for one in self._made], (), sources)

    @cached_property
    def _counted(self) -> int:
        text = f"select count(*) from (select id from vehicles{self._asked.clauses})"
        return int(self._database.rows(text, self._asked.parameters)[0][0])

    @property
    def count(self) -> int:
        return self._counted

    @property
    def left_out(self) -> str:
        """What an export record by record has and this has not, as a sentence."""
        fields = [one.field for one in self.columns if one.field is not None]
        dates = [key for key in fields if FIELDS[key].spec.kind == "date"]
        parts = ["which numbers are approximate or one of several (bound), and remarks, are left out"]
        parts += [f"{', '.join(dates)} as text that sorts, not as published"] if dates else []
        parts += [f"{key} without a currency of its column is left out" for key in self._without_currency]
        return f"written in whole columns: {'; '.join(parts)}"

    def rows(self) -> Iterator[Sequence[Value]]:
        with self._database.cursor() as cursor:
            cursor.execute(self._select(), self._asked.parameters)
            while some := cursor.fetchmany(_MANY):
                yield from some

    def copy_to(self, path: str, name: str, units_row: bool = False) -> bool:
        """Write Parquet, CSV, TSV or JSON lines by the engine; False for another format."""
        options = self._options(name)
        if options is None or units_row:
            return False
        database = self._opened(path)
        try:
            guard = name in ("csv", "tsv")
            text = f"copy ({self._select(guard)}) to {quoted(path)} ({options})"
            database.rows(text, self._asked.parameters)
        finally:
            database.close()
        return True

    def _options(self, name: str) -> str | None:
        if name == "parquet":
            import base64

            from catalog.export.arrow import arrow_schema, file_metadata

            schema = base64.b64encode(arrow_schema(self.columns).serialize().to_pybytes()).decode()
            pairs = {"ARROW:schema": schema, **file_metadata(self.columns, self.sources)}
            listed = ", ".join(f"{quoted(key)}: {quoted(text)}" for key, text in pairs.items())
            return f"format parquet, compression zstd, use_tmp_file false, kv_metadata {{{listed}}}"
        if name in ("csv", "tsv"):
            sign = "','" if name == "csv" else "e'\\t'"
            return f"format csv, header true, delimiter {sign}, use_tmp_file false"
        return "format json, use_tmp_file false" if name == "jsonl" else None

    def _select(self, guard: bool = False) -> str:
        listed = ", ".join(f"{_cell(one) if guard else one.sql} as {_name(one.column.name)}" for one in self._made)
        return f"select {listed} from vehicles{self._asked.clauses}"

    # -- which columns ------------------------------------------------------------------------------------------

    def _make(self) -> Iterator[_Column]:
        stems = list(self._stems())
        texts = [key for key, info in FIELDS.items() if not info.spec.numeric and self._wanted.keeps(key, None)]
        texts = [key for key in texts if key in self._database.columns]
        looked = [f"count({key})" for key in texts]
        for stem, *_ in stems:
            low, high = f"{stem}_low", f"{stem}_high"
            looked += [f"count({low})", f"coalesce(bool_or({low} is distinct from {high} or {high} >= {OPEN}), false)"]
        asked = self._asked
        known = ", ".join(dict.fromkeys([*texts, *(f"{stem}_{end}" for stem, *_ in stems for end in ("low", "high"))]))
        source = (
            f"(select {known} from vehicles{asked.clauses})"
            if asked.limit is not None or asked.offset
            else (f"vehicles{f' where {asked.where}' if asked.where else ''}")
        )
        row = self._database.rows(f"select {', '.join(looked)} from {source}", asked.parameters)[0] if looked else ()
        filled = {key for key, count in zip(texts, row, strict=False) if count}
        found = zip(row[len(texts) :: 2], row[len(texts) + 1 :: 2], strict=True)
        spans = {stem: pair for (stem, *_), (count, pair) in zip(stems, found, strict=True) if count}
        identity = self._wanted.identity
        made: list[tuple[str, str | None]] = []
        for column in (*IDENTITY, DATA_SET):
            if (identity is None or column.name in identity) and column.name in self._database.columns:
                yield _Column(column, _property(column.name))
        for key, info in FIELDS.items():
            if key in filled:
                made.append((key, None))
                yield _Column(Column(key, TEXT, info.spec.what, key, info.label), key)
            for stem, own, definition in stems:
                if own == key and stem in spans:
                    made.append((key, definition))
                    yield from self._ends(info, stem, definition, spans[stem])
        for column in self._wanted.missing(made):
            yield _Column(column, "null::varchar" if column.type == TEXT else "null::double")
        if (identity is None or SOURCES.name in identity) and DATA_SET.name in self._database.columns:
            yield _Column(SOURCES, f"nullif({DATA_SET.name}, {quoted(SPECS)})")  # a data set is what its values cite

    def _stems(self) -> Iterator[tuple[str, str, str | None]]:
        """The columns of numbers to look at: of each definition, or of the field where it has none."""
        for key, info in FIELDS.items():
            if not info.spec.numeric:
                continue
            own = self._database.definitions.get(key, {})
            if not own and f"{key}_low" in self._database.columns and self._wanted.keeps(key, None):
                yield key, key, None
            for definition, stem in own.items():
                if not self._wanted.keeps(key, definition):
                    continue
                if info.spec.kind == "money" and definition == UNSTATED:  # amounts whose cells name the currency
                    self._without_currency.append(key)
                else:
                    yield stem, key, definition

    def _ends(self, info: FieldInfo, stem: str, definition: str | None, pair: bool) -> Iterator[_Column]:
        stored: Stored = self._database.columns[f"{stem}_low"]
        kind = KINDS[info.spec.kind]
        own = kind.canonical if stored.unit is None else kind.unit(stored.unit)
        shown = self._units.unit(info, own)
        if _scaled("x", own, shown) is None:
            shown = own
        low, high = f"{stem}_low", f"{stem}_high"
        ends = {"low": f"case when {low} = 0 and {high} > 0 then null else {low} end",
                "high": f"case when {high} >= {OPEN} then null else {high} end"} if pair else {"": low}  # fmt: skip
        if pair and shown.form is not own.form:  # the most miles to the gallon are the fewest litres
            ends = {"low": ends["high"], "high": ends["low"]}
        pairs = self._definition(info, stem, definition)
        for part, sql in ends.items():
            column = _described(info, definition, pairs, shown, part or None)
            yield _Column(column, _scaled(sql, own, shown) or sql)

    def _definition(self, info: FieldInfo, stem: str, words: str | None) -> Definition | None:
        """The definition with this id; None where that is not certain."""
        if words is None:
            return ()
        pairs = definition_of(info.spec, words)
        if pairs is None:
            where = f"({self._asked.where}) and " if self._asked.where else ""
            text = f"select id from vehicles where {where}{stem}_low is not null limit {_LOOKED}"
            pairs = self._named(info.key, words, [row[0] for row in self._database.rows(text, self._asked.parameters)])
        return pairs


def _described(
    info: FieldInfo, definition: str | None, pairs: Definition | None, unit: Unit, part: str | None
) -> Column:
    spec = info.spec
    if pairs is not None:
        name = column_name(spec, ColumnName(info.key, unit.symbol or None, pairs, part))  # type: ignore[arg-type]
        words = definition_words(spec, pairs) or None
    else:  # which qualifier its words are of is not certain
        words = definition
        name = " ".join(text for text in (info.key, f"[{unit.symbol}]", f"({definition})", part) if text)
    return Column(name, NUMBER, spec.what, info.key, info.label, words, part, unit)


def _scaled(sql: str, own: Unit, shown: Unit) -> str | None:
    """A number of one unit in another; None where it takes more than a factor."""
    if own.symbol == shown.symbol:
        return sql
    if own.offset or shown.offset or own.form is not Form.LINEAR or shown.form is Form.TANGENT:
        return None
    if shown.form is Form.RECIPROCAL:
        text = f"{float(shown.factor / own.factor)!r} / nullif({sql}, 0)"
    else:
        ratio = own.factor / shown.factor
        text = f"({sql}) * {float(ratio)!r}" if ratio >= 1 else f"({sql}) / {float(1 / ratio)!r}"
    # 402 mi, kept in km and divided again, would be 401.99999999999994: a double holds 15 digits for certain
    return f"coalesce(round({text}, 14 - floor(log10(nullif(abs({text}), 0)))::integer), {text})"


def _property(name: str) -> str:
    if name in _LISTS:
        return f"replace(trim({name}, ','), ',', ', ')"
    return f"nullif({name}, '')" if name == "version" else name


def _cell(one: _Column) -> str:
    """A cell of CSV: 60 for a whole number, and texts as ``catalog.render.guarded`` has them."""
    if one.column.type != TEXT:
        whole = f"({one.sql}) = trunc({one.sql}) and abs({one.sql}) < 1e15"
        return f"case when {whole} then ({one.sql})::bigint::varchar else ({one.sql})::varchar end"
    text = f"replace(replace({one.sql}, e'\\r\\n', e'\\n'), e'\\r', e'\\n')"
    opens = f"regexp_matches({one.sql}, {quoted(_FORMULA)})"
    number = f"regexp_full_match({one.sql}, {quoted(_NUMBER)})"
    return f"case when {opens} and not {number} then {_APOSTROPHE} || {text} else {text} end"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

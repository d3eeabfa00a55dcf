"""A list: which vehicles, in which order, with which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.plain import dataclass
from catalog.sheets.columns import DEFAULT_COLUMNS, IDENTITY_COLUMNS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.collection.facets import Facets
    from catalog.collection.reader import Reader, Selection
    from catalog.model.table import FieldInfo
    from catalog.query import Query
    from catalog.render.sheet import Sheet
    from catalog.wording.choice import UnitChoice


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What is asked of a list. ``limit`` None leaves it to the face."""

    words: tuple[str, ...] = ()
    make: str | None = None
    vehicle_type: str | None = None
    category: str | None = None
    powertrain: str | None = None
    market: str | None = None
    plant: str | None = None
    where: tuple[str, ...] = ()
    sort: str | None = None
    columns: tuple[str, ...] = ()
    units: str = "metric"
    unit: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0

    @property
    def filters(self) -> Mapping[str, str | None]:
        """The filters by name, as ``Reader.select`` takes them."""
        return {
            "make": self.make,
            "vehicle_type": self.vehicle_type,
            "category": self.category,
            "powertrain": self.powertrain,
            "market": self.market,
            "plant": self.plant,
        }


@dataclass(frozen=True, slots=True)
class Asked:
    """A list request as a catalog understands it: the query, the order as SQL, the columns that both are about, and
    what the reader should be told (``remarks``)."""

    query: Query | None = None
    order: str = ""
    columns: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def english(self) -> str:
        """What the query asks, as a sentence."""
        return self.query.english if self.query is not None else ""


def understand(where: Sequence[str], sort: str | None, reader: Reader) -> Asked:
    """The queries, of which all have to be met, and the order. Raises QueryError, with the place in the one text."""
    if not where and not sort:
        return Asked()
    from catalog.query import compile_query, order_by

    schema = reader.schema
    columns: list[str] = []
    remarks: list[str] = []
    query = None
    order = ""
    if where:
        query = compile_query(joined(where), schema) if len(where) == 1 else _several(where, reader)
        columns += [key if definition is None else f"{key}[{definition}]" for key, definition in query.fields]
        remarks += [f"{key} is taken whatever its definition; {key}[...] asks for one" for key in query.bare]
    if sort:
        order, keys = order_by(sort, schema)
        for one in keys:
            if one.key not in schema.fields:
                continue
            columns.append(one.key if one.definition is None else f"{one.key}[{one.definition}]")
            if one.definition is None and schema.fields[one.key].spec.definition:
                remarks.append(f"sorted by {one.key} across definitions; {one.key}[...] sorts by one")
    return Asked(query, order, tuple(dict.fromkeys(columns)), tuple(remarks))


def check_columns(columns: Sequence[str], reader: Reader) -> None:
    """Whether every column under a definition has one that can be: in words of its field, if no vehicle has a value
    under it, or as the catalog has it. Raises QueryError, as an order by it does."""
    from catalog.model.table import find_field
    from catalog.query import order_by

    for name in columns:
        key, bracket, rest = name.partition("[")
        if bracket and not _possible(find_field(reader.fields, key), rest.removesuffix("]")):
            order_by(name, reader.schema)


def _possible(info: FieldInfo, definition: str) -> bool:
    from catalog.model.qualifiers import QUALIFIERS

    if info.spec.kind == "money" and definition[:3].isupper():
        return True
    known = {word for name in info.spec.qualifiers for value in QUALIFIERS[name].values for word in value.split()}
    return set(definition.casefold().replace(",", " ").split()) <= known


def joined(where: Sequence[str]) -> str:
    """Several queries as the one that asks for all of them."""
    return where[0] if len(where) == 1 else " and ".join(f"({text})" for text in where)


def _several(where: Sequence[str], reader: Reader) -> Query:
    """All queries as one; what is wrong with one of them is shown in its own text."""
    from catalog.query import compile_query

    schema = reader.schema
    for text in where:
        compile_query(text, schema)
    return compile_query(joined(where), schema)


def default_columns(asked: Sequence[str], usual: Sequence[str] = DEFAULT_COLUMNS) -> tuple[str, ...]:
    """The usual columns and those that were asked about; a definition that was asked for takes its field's place."""
    keys = {name.partition("[")[0] for name in asked if "[" in name}
    return tuple(dict.fromkeys([*(name for name in usual if name not in keys), *asked]))


def find(request: ListRequest, reader: Reader, asked: Asked, limit: int | None = None) -> Selection:
    """The vehicles of a request. ``limit`` is the face's, where the request has none."""
    most = limit if request.limit is None else request.limit
    return reader.select(request.words, asked.query, asked.order, request.filters, most, request.offset)


def count(request: ListRequest, reader: Reader, asked: Asked) -> tuple[Facets, Mapping[str, tuple[str, str | None]]]:
    """The facets of all vehicles that match, whatever the page; and for each span the field and the definition."""
    from catalog.model.table import find_field

    schema = reader.schema
    named = request.columns or DEFAULT_COLUMNS
    names = [name for name in (*asked.columns, *named) if name not in IDENTITY_COLUMNS]
    stems: dict[str, tuple[str, str | None]] = {}
    for key in dict.fromkeys(find_field(schema.fields, name.partition("[")[0]).key for name in names):
        if schema.fields[key].spec.numeric:
            own = schema.definitions.get(key, {})
            stems |= {stem: (key, definition) for definition, stem in own.items()} if own else {key: (key, None)}
    return reader.facets(request.words, asked.query, request.filters, list(stems)), stems


def counts_of(request: ListRequest, reader: Reader, asked: Asked, units: UnitChoice) -> Sheet:
    """The facets as a sheet."""
    from catalog.query.names import definition_words
    from catalog.sheets.facets import facets_sheet

    found, stems = count(request, reader, asked)
    figures = []
    for stem, span in found.spans.items():
        key, definition = stems[stem]
        info = reader.schema.fields[key]
        if info.spec.kind == "money":  # each currency is a kind of its own, and no span goes over several
            continue
        label = f"{info.label}, {definition_words(info.spec, definition)}" if definition else info.label
        figures.append((label, info, definition, span.low, span.high, span.known, span.open))
    return facets_sheet(found.total, found.counts, figures, units)

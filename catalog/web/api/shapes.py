"""The shapes of the answers, for the description of the API: the documents of ``--format json``, key by key.

A key keeps its meaning; new keys may come at any time.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel
from pydantic import Field as Described

#: A number in the reader's unit, lowest and highest of an interval or list, or a text.
Value = int | float | str | list[int | float] | None
Better = Literal["higher", "lower"] | None


class Name(BaseModel):
    """What a vehicle is called."""

    id: str
    make: str
    model: str
    version: str
    vehicle_type: str
    category: str | None
    powertrain: str | None
    data_set: str = Described(description="where it is from: specs, or a data set")
    row: str | None = Described(description="its row there, where it is from a data set")


class Identity(Name):
    """What a vehicle is."""

    body: str | None
    markets: list[str]
    plants: list[str]
    aliases: list[str]
    note: str | None
    rest: str | None = Described(description="what holds of all fields that are not listed")


class Claim(BaseModel):
    """One value as one source published it."""

    field: str
    group: str
    label: str
    value: Value = Described(description="exactly converted to `unit`; two numbers for an interval or a list")
    unit: str | None
    text: str | None = Described(description="as a table shows it, rounded as it was published")
    published: str | None = Described(description="as it was printed")
    published_as: str | None = Described(description="the label under which it was printed")
    read_as: str | None = Described(description="what was read instead of a print that is wrong or ambiguous")
    bound: str | None = Described(description="exact, about, up to, less than, at least, more than, interval, list")
    definition: str | None = Described(description="what the figure is: wltp city, usable, not stated")
    qualifiers: dict[str, str]
    status: str
    sources: list[str] = Described(description="ids of sources")
    applies_to: str | None
    market: str | None
    date: str | None
    note: str | None
    doubt: str | None = Described(description="why it cannot be right as printed; it is never ranked")


class Listed(Identity):
    """A vehicle in a list: the shown claim of each column that is a field."""

    fields: dict[str, Claim | None]


class VehicleList(BaseModel):
    """A page of a list of vehicles."""

    shape: int
    vehicles: list[Listed]
    total: int | None = Described(description="how many match in all; null where they are too many to count")
    offset: int
    columns: list[str]
    asked: str | None = Described(description="what the query asks, in words")
    remarks: list[str]
    next: str | None = Described(description="the address of the next page")
    command: str = Described(description="the command that asks the same")


class Figure(BaseModel):
    """How far a figure reaches, under one definition."""

    facet: str
    value: str
    vehicles: int
    definition: str | None
    low: float
    high: float
    unit: str | None
    open: bool = Described(description="whether a bound has no other end")


class Facets(BaseModel):
    """What the vehicles of a list are."""

    shape: int
    vehicles: int
    counts: dict[str, dict[str, int]]
    figures: list[Figure]


class CitedSource(BaseModel):
    """A source."""

    id: str
    publisher: str
    title: str
    date: str | None
    url: str | None
    kind: str
    mirror: bool
    low_trust: bool
    note: str


class Vehicle(Identity):
    """All that is known of a vehicle."""

    shape: int
    claims: list[Claim]
    sources: dict[str, CitedSource]


class Difference(BaseModel):
    """A cell against the baseline's."""

    absolute: int | float | list[int | float]
    relative_percent: int | float | None
    certain: bool


class Other(BaseModel):
    """A claim that disagrees with the shown one."""

    value: Value
    published: str | None
    status: str
    bound: str | None
    sources: list[str]
    note: str | None
    doubt: str | None


class Cell(BaseModel):
    """One vehicle's value in one row; an empty one has its reason and no more than the first keys."""

    vehicle: str
    value: Value
    text: str | None
    published: str | None
    status: str
    sources: list[str]
    reason: str | None = None
    bound: str | None = None
    best: bool = False
    difference: Difference | None = None
    published_as: str | None = None
    applies_to: str | None = None
    note: str | None = None
    doubt: str | None = None
    others: list[Other] = []


class Row(BaseModel):
    """One field under one definition: all its values are the same quantity in one unit."""

    field: str
    group: str
    definition: str | None
    qualifiers: dict[str, str]
    label: str
    unit: str | None
    better: Better
    comparable: bool
    why_no_best: str | None
    formula: str | None
    cells: list[Cell]


class Comparison(BaseModel):
    """Vehicles side by side."""

    shape: int
    vehicles: list[Name]
    baseline: str | None
    rows: list[Row]


class Field(BaseModel):
    """One field: what it means, its units, and what a value must state to be compared."""

    key: str
    label: str
    group: str
    what: str
    kind: str
    unit: str | None
    units: dict[str, str] | None
    must_state: list[str]
    may_state: list[str]
    better: Better
    powertrains: list[str] | None
    vehicle_types: list[str] | None
    words: list[str] | None
    codes: dict[str, Any]
    schema_org: str | None


class FieldList(BaseModel):
    """The fields."""

    shape: int
    fields: list[Field]


class CountedSource(CitedSource):
    """A source with its citation and how many values cite it."""

    citation: str
    values: int


class SourceList(BaseModel):
    """The sources."""

    shape: int
    sources: list[CountedSource]


class CitedFor(BaseModel):
    """What a source is cited for: a field of a vehicle or plant, or (null) the entry itself."""

    source: str
    of: str
    field: str | None
    published: str | None


class Source(CountedSource):
    """A source with every value that cites it."""

    cited_for: list[CitedFor]


class Output(BaseModel):
    """An output claim of a plant, with its date and sources."""

    what: str
    period: str
    stated: str | None
    published: str | None
    value: int | list[int] | None
    bound: str | None
    status: str
    sources: list[str]
    note: str | None


class Fact(BaseModel):
    """Another fact of a plant."""

    what: str
    published: str
    sources: list[str]
    note: str | None


class Plant(BaseModel):
    """An assembly plant: where it is, its output claims, and what it builds."""

    id: str
    name: str
    place: str
    country: str
    owner: str | None
    formerly: str | None
    note: str | None
    output: list[Output]
    facts: list[Fact]
    vehicles: list[str]


class PlantList(BaseModel):
    """The plants."""

    shape: int
    plants: list[Plant]

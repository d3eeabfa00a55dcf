"""``/``: all vehicles as a table, with facets, ends for figures, the query box, and the market as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from catalog.errors import CatalogError, NotFound, QueryError, ReadingError
from catalog.model.fields import FIELDS
from catalog.plain import dataclass, replace
from catalog.requests.listing import Asked, ListRequest, counts_of, default_columns, find, understand
from catalog.requests.units import SYSTEMS, units_of
from catalog.requests.views import LIST
from catalog.sheets.listing import columns_of, listing_sheet
from catalog.web.asking import pairs_of, snapshot_of
from catalog.web.pages.finding import PAGE, RANGED, Ends, FindRequest, compare_url, from_form, is_form
from catalog.web.pages.rendering import Frame, page
from catalog.web.pages.scatter import axes_of, choices, scatter
from catalog.web.pages.tray import Tray, tray_of
from catalog.web.pages.under import downloads_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.collection.reader import Reader
    from catalog.model.record import Record
    from catalog.render.sheet import Sheet
    from catalog.web.pages.scatter import Scatter
    from catalog.wording.choice import UnitChoice

router = APIRouter()
#: The facets: heading, attribute of the request, name in the counts.
_FACETS = (
    ("Type", "vehicle_type", "type"),
    ("Category", "category", "category"),
    ("Powertrain", "powertrain", "powertrain"),
    ("Make", "make", "make"),
    ("Market", "market", "market"),
)
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to filter by: its values with how many vehicles each has, and the chosen one."""

    label: str
    attribute: str
    values: Sequence[tuple[str, int]]
    chosen: str | None
    shown: int = _SHOWN


@dataclass(frozen=True, slots=True)
class Ranged:
    """A figure with a lower and an upper end: its units, its definitions with how many vehicles have each."""

    key: str
    label: str
    what: str
    units: Sequence[str]
    unit: str
    definitions: Sequence[tuple[str, str, int]]
    ends: Ends
    spans: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's header: where it sorts, and how it is sorted now (``ascending``, ``descending``, ``none``)."""

    name: str
    label: str
    url: str
    sorted: str
    number: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The table: a record and its cells for each row, and what stands below."""

    heads: Sequence[Head]
    rows: Sequence[tuple[Record, Sequence[str]]]
    notes: Sequence[str]
    total: int | None
    first: int
    earlier: str
    later: str


@router.get("/")
def find_page(request: Request) -> Response:
    """The page; what a form asks is sent on to the address of that request."""
    pairs = pairs_of(request)
    if is_form(pairs):
        return RedirectResponse(from_form(pairs).url, 303)
    asked = FindRequest.read(pairs)
    snapshot = snapshot_of(request)
    tray = tray_of(asked.page.picks, snapshot.names)
    units = units_of(asked.listing.units, asked.listing.unit)
    problem: CatalogError | None = None
    with snapshot.reader() as reader:
        try:
            meant = understand(asked.listing.where, asked.listing.sort, reader)
            columns_of(asked.listing.columns, FIELDS)
            view = _view(asked, reader, meant, units, tray)
        except (QueryError, NotFound, ReadingError) as error:
            problem = error
            view = _view(_without_query(asked), reader, Asked(), units, tray)
    return page(
        request,
        "find.html",
        _frame(asked, tray),
        status=problem.http_status if problem is not None else 200,
        asked=asked,
        state=asked.state,
        problem=problem,
        caret=isinstance(problem, QueryError),
        tray=tray,
        systems=SYSTEMS,
        compare=compare_url(tray.ids, asked.listing),
        **view,
    )


def _frame(asked: FindRequest, tray: Tray) -> Frame:
    return Frame(
        "Find vehicles",
        "find",
        asked.url,
        LIST.line(asked.listing),
        downloads_of("vehicles", LIST.query(asked.listing), ("csv", "json", "md", "html", "jsonld")),
        tray,
    )


def _without_query(asked: FindRequest) -> FindRequest:
    """The request with what cannot be understood left out, for the rest of the page."""
    plain = ListRequest(units=asked.listing.units, unit=asked.listing.unit)
    return replace(asked, listing=plain)


def _view(asked: FindRequest, reader: Reader, meant: Asked, units: UnitChoice, tray: Tray) -> dict[str, Any]:
    """All that the template needs of the catalog."""
    listing = asked.listing
    counted = counts_of(replace(listing, columns=RANGED), reader, meant, units).document
    found = find(listing, reader, meant, PAGE)
    names = tuple(name for name in listing.columns or default_columns(meant.columns) if name != "id")
    definitions = reader.schema.definitions
    figures = choices(reader, FIELDS)
    axes = axes_of((asked.page.x, asked.page.y), figures)
    drawing, trouble = _drawing(axes, asked, reader, meant, units)
    return {
        "facets": _facets(listing, reader, meant, counted["counts"]),
        "ranged": [_ranged(key, asked, definitions.get(key, ()), counted["figures"], units) for key in RANGED],
        "found": _found(asked, reader, found.ids, found.total, names, units),
        "total": counted["vehicles"],
        "drawing": drawing,
        "trouble": trouble,
        "figures": figures,
        "axes": axes,
        "remarks": meant.remarks,
        "english": meant.english,
        "columns": names,
        "fields": [(key, info.label, info.group) for key, info in FIELDS.items()],
    }


def _facets(listing: ListRequest, reader: Reader, meant: Asked, counts: Mapping[str, Mapping[str, int]]) -> list[Facet]:
    """Counts of each property. A property that is chosen counts as if it were not, so that another can be chosen."""
    found = []
    for label, attribute, name in _FACETS:
        chosen = getattr(listing, attribute)
        own = counts.get(name, {})
        if chosen is not None:
            others = {**listing.filters, attribute: None}
            own = reader.facets(listing.words, meant.query, others).counts.get(name, {})
        values = list(own.items())
        shown = len(values) if chosen in dict(values[_SHOWN:]) else _SHOWN
        found.append(Facet(label, attribute, values, chosen, shown))
    return found


def _ranged(
    key: str,
    asked: FindRequest,
    definitions: Iterable[str],
    figures: Sequence[Mapping[str, Any]],
    units: UnitChoice,
) -> Ranged:
    from catalog.query.names import definition_words

    info = FIELDS[key]
    kind = info.spec.quantity_kind
    own = [figure for figure in figures if figure["facet"] == key]
    known = {figure["definition"]: figure["vehicles"] for figure in own}
    offered = [
        (definition, definition_words(info.spec, definition), known.get(definition, 0)) for definition in definitions
    ]
    shown = units.unit(info, kind.canonical).symbol
    ends = asked.ends.get(key, Ends(key, unit=shown))
    spans = [
        (
            definition_words(info.spec, figure["definition"]) if figure["definition"] else "",
            figure["value"],
            figure["vehicles"],
        )
        for figure in own
    ]
    return Ranged(
        key,
        info.label,
        info.spec.what,
        tuple(dict.fromkeys([ends.unit or shown, *(unit.symbol for unit in kind.units if unit.symbol)])),
        ends.unit or shown,
        offered,
        ends,
        spans,
    )


def _found(
    asked: FindRequest,
    reader: Reader,
    ids: Sequence[str],
    total: int | None,
    names: Sequence[str],
    units: UnitChoice,
) -> Found:
    columns = columns_of(names, FIELDS)
    fields = None if "claims" in names else [column.info.key for column in columns if column.info is not None]
    records = reader.records(ids, fields)
    sheet: Sheet = listing_sheet(records, units, names)
    now = asked.listing.sort or ""
    heads = []
    for column, label, align in zip(columns, sheet.headers, sheet.align, strict=True):
        way = "ascending" if now == column.name else "descending" if now == f"-{column.name}" else "none"
        sortable = column.name not in ("claims", "markets", "plants")
        url = asked.sorted_by(column.name, align == "right") if sortable else ""
        heads.append(Head(column.name, label, url, way, align == "right"))
    size = asked.listing.limit or PAGE
    first = asked.listing.offset
    more = total is None or first + len(ids) < total
    return Found(
        heads,
        [(record, line.cells) for record, line in zip(records, sheet.lines, strict=True)],
        sheet.notes[:-1] if records else (),
        total,
        first,
        asked.to(offset=max(0, first - size)) if first else "",
        asked.to(offset=first + size) if more and ids else "",
    )


def _drawing(
    names: tuple[str, str] | None, asked: FindRequest, reader: Reader, meant: Asked, units: UnitChoice
) -> tuple[Scatter | None, NotFound | None]:
    """The drawing, with the vehicles that match in full ink; or what is wrong with its axes."""
    if names is None:
        return None, None
    every = reader.select(asked.listing.words, meant.query, "", asked.listing.filters).ids
    try:
        return scatter(reader, names, units, frozenset(every), asked.page.picks), None
    except NotFound as error:
        return None, error

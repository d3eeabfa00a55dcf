"""``/compare``: vehicles side by side, with the units, the baseline and the rows that the reader chooses."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from catalog.drawing import draw
from catalog.plain import dataclass, replace
from catalog.requests.comparing import MOST, CompareRequest, put_side_by_side, settled, that_differ
from catalog.requests.parameter import Parameter, View
from catalog.requests.units import SYSTEMS, units_of
from catalog.requests.views import COMPARE
from catalog.sheets.jsonld import list_json_ld
from catalog.units import KINDS
from catalog.web.asking import pairs_of, snapshot_of
from catalog.web.pages.comparison import comparison_view
from catalog.web.pages.drawing import DRAWING, DrawingRequest, drawing_view, file_url, options_of, usual
from catalog.web.pages.rendering import Frame, page
from catalog.web.pages.tray import Tray, tray_of
from catalog.web.pages.under import downloads_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.compare.comparison import Comparison
    from catalog.web.pages.comparison import GroupView
    from catalog.wording.choice import UnitChoice

router = APIRouter()
_FORMATS = ("csv", "json", "md", "html", "jsonld")


@dataclass(frozen=True, slots=True)
class PageState:
    """What only the page has: the two vehicles that a narrow screen shows."""

    pair: tuple[str, ...] = ()


PAGE_VIEW = View(
    "compare",
    PageState,
    (Parameter("pair", "pair", "names", None, "the vehicles that a narrow screen shows, between commas", many=2),),
)
#: The parts of the request, and which of them has a parameter (the comparison has all others).
_VIEWS = {"compare": COMPARE, "page": PAGE_VIEW, "drawing": DRAWING}
_TABLES = {parameter.name: name for name in ("page", "drawing") for parameter in _VIEWS[name].parameters}


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The comparison that is asked for, and the state of the page."""

    compare: CompareRequest
    page: PageState = PageState()
    drawing: DrawingRequest = DrawingRequest()

    @classmethod
    def read(cls, pairs: Sequence[tuple[str, str]]) -> PageRequest:
        """The request of a URL. Raises ParameterError."""
        own: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            own.setdefault(_TABLES.get(pair[0], "compare"), []).append(pair)
        found = cls(**{name: view.read(own.get(name, [])) for name, view in _VIEWS.items()})
        return replace(found, drawing=usual(found.drawing))

    @property
    def url(self) -> str:
        query = "&".join(part for name, view in _VIEWS.items() if (part := view.query(getattr(self, name))))
        return f"/compare?{query}" if query else "/compare"

    def to(self, **changes: Any) -> str:
        """The URL of this request with some attributes of the comparison changed."""
        return replace(self, compare=replace(self.compare, **changes)).url

    def without(self, vehicle_id: str) -> str:
        """The URL without a vehicle."""
        base = None if self.compare.baseline == vehicle_id else self.compare.baseline
        return self.to(ids=tuple(key for key in self.compare.ids if key != vehicle_id), baseline=base)

    def hidden(self, *leave_out: str) -> list[tuple[str, str]]:
        """The parameters as a form keeps them, but for those that it asks itself."""
        return [
            (parameter.name, text)
            for view, request in ((view, getattr(self, name)) for name, view in _VIEWS.items())
            for parameter, value in view.asked(request)
            for text in parameter.values(value)
            if parameter.name not in leave_out
        ]


@dataclass(frozen=True, slots=True)
class UnitOffer:
    """A kind of quantity that occurs in the table, the units that it can be shown in, and the one chosen."""

    kind: str
    label: str
    units: Sequence[str]
    chosen: str | None
    usual: str


@router.get("/compare")
def compare_page(request: Request) -> Response:
    """The page; names are sent on to the address with their ids, and a form to the address of what it asks."""
    pairs = pairs_of(request)
    if any(name.startswith("unit.") or not value.strip() for name, value in pairs):
        return RedirectResponse(_from_form(pairs).url, 303)
    asked = PageRequest.read(pairs)
    snapshot = snapshot_of(request)
    if not asked.compare.ids and asked.compare.baseline is None:
        return page(request, "compare-empty.html", Frame("Compare", "compare", "/compare"), most=MOST)
    own = replace(asked, compare=settled(asked.compare, snapshot))
    if own.compare != asked.compare:
        return RedirectResponse(own.url, 303)
    records = snapshot.records(own.compare.ids)
    whole = put_side_by_side(replace(own.compare, only_differences=False), records)
    comparison = that_differ(whole) if own.compare.only_differences else whole
    view = comparison_view(comparison, snapshot.fields, snapshot.sources)
    units = units_of(own.compare.units, own.compare.unit)
    tray = tray_of(own.compare.ids, snapshot.names)
    frame = Frame(
        " / ".join(f"{record.make} {record.model}" for record in comparison.vehicles),
        "compare",
        own.url,
        COMPARE.line(own.compare),
        [*downloads_of("compare", COMPARE.query(own.compare), _FORMATS), ("SVG", file_url(own.drawing, own.compare))],
        tray,
    )
    narrow = _narrow(own, tray)
    drawing = drawing_view(records, own.drawing, own.compare, snapshot.sources)
    return page(
        request,
        "compare.html",
        frame,
        status=drawing.trouble.http_status if drawing.trouble is not None else 200,
        asked=own,
        drawing=drawing,
        view=view,
        systems=SYSTEMS,
        offers=_offers(whole, units),
        narrow=narrow,
        quiet={group.name for group in view.groups if _is_quiet(group, narrow)},
        same=len(whole.rows) - len(comparison.rows),
        most=MOST,
        jsonld=json.dumps(list_json_ld(comparison.vehicles, snapshot.sources), ensure_ascii=False, allow_nan=False),
    )


@router.get("/compare.svg")
def drawing_file(request: Request) -> Response:
    """The drawing as a file that stands alone."""
    asked = PageRequest.read(pairs_of(request))
    snapshot = snapshot_of(request)
    own = settled(asked.compare, snapshot)
    picture = draw(snapshot.records(own.ids), options_of(asked.drawing, own), snapshot.sources)
    named = {"content-disposition": 'attachment; filename="compare.svg"'}
    return Response(picture.svg, headers=named, media_type="image/svg+xml")


def _is_quiet(group: GroupView, narrow: Sequence[int]) -> bool:
    """Whether a narrow screen shows nothing of a group: another vehicle of the comparison has it."""
    return all(row.cells[place].empty for row in group.rows for place in narrow)


def _narrow(asked: PageRequest, tray: Tray) -> tuple[int, int]:
    """The places of the two columns that a narrow screen shows."""
    ids = tray.ids
    places = [ids.index(key) for key in asked.page.pair if key in ids]
    rest = [place for place in range(len(ids)) if place not in places]
    first, second = (*places, *rest, 0, 0)[:2]
    return first, second


def _offers(comparison: Comparison, units: UnitChoice) -> list[UnitOffer]:
    """The kinds of the table's rows, in their order."""
    kinds = dict.fromkeys(row.head.kind for row in comparison.rows if row.head.kind and row.unit)
    found = []
    for kind in kinds:
        if kind is None or kind == "money" or len(KINDS[kind].units) < 2:
            continue
        symbols = [unit.symbol for unit in KINDS[kind].units if unit.symbol]
        if len(symbols) < 2:
            continue
        own = units.by_kind.get(kind)
        name = kind.replace(" ", "_")
        usual = KINDS[kind].display(units.system).symbol
        found.append(UnitOffer(name, KINDS[kind].label, symbols, own.symbol if own else None, usual))
    return found


def _from_form(pairs: Sequence[tuple[str, str]]) -> PageRequest:
    """The request of a form, in which each kind has a parameter of its own (``unit.mass=lb``)."""
    kinds = {name.partition(".")[2]: value.strip() for name, value in pairs if name.startswith("unit.")}
    rest = [pair for pair in pairs if not pair[0].startswith("unit.") and pair[1].strip()]
    kept = [
        (name, value)
        for name, value in rest
        if name != "unit" or value.partition("=")[0].strip().replace(" ", "_") not in kinds
    ]
    new = [("unit", f"{kind}={unit}") for kind, unit in kinds.items() if unit]
    return PageRequest.read([*kept, *new])

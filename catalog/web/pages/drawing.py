"""The compared vehicles to scale: what is asked of the drawing, its controls, and the drawing itself."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from catalog.drawing import DrawingOptions, draw, read_fit, read_options
from catalog.drawing.options import ARRANGEMENTS, GRIDS, MAX_FITS, VIEWS
from catalog.errors import CatalogError, NotComparable, SettingsError
from catalog.plain import dataclass, replace
from catalog.requests.comparing import CompareRequest
from catalog.requests.parameter import Parameter, View
from catalog.requests.units import units_of
from catalog.requests.views import COMPARE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing import Drawing
    from catalog.model.cited import Cited
    from catalog.model.record import Record

#: The tests that a page offers, besides those that a reader writes.
OFFERED = ("garage=2.1m", "lane=2m", "ferry=6x2.5m", "pallet=1200x800mm")
#: The width for a narrow screen: the letters keep their size.
NARROW = 345


@dataclass(frozen=True, slots=True)
class DrawingRequest:
    """What is asked of the drawing; what is None or empty is left to it."""

    views: tuple[str, ...] = ()
    arrange: str | None = None
    grid: str | None = None
    fit: tuple[str, ...] = ()
    labels: str | None = None


DRAWING = View(
    "compare",
    DrawingRequest,
    (
        Parameter("views", "views", "names", "--views", "of side, front, top", "side,top", many=3),
        Parameter("arrange", "arrange", "text", "--arrange", "over one another or beside", choices=ARRANGEMENTS),
        Parameter("grid", "grid", "text", "--grid", "lines a metre or a foot apart, or none", choices=GRIDS),
        Parameter("fit", "fit", "texts", "--fit", "a fit test (repeat it)", "garage=2.1m", length=60, many=MAX_FITS),
        Parameter("labels", "labels", "text", None, "dimension lines", choices=("all", "none")),
    ),
)


@dataclass(frozen=True, slots=True)
class DrawingView:
    """The drawing for a wide and for a narrow screen (None where it cannot be made: then ``trouble`` says why), its
    controls, the command and the file."""

    wide: Drawing | None
    narrow: Drawing | None
    trouble: CatalogError | None
    views: Sequence[tuple[str, bool]]
    arrange: str
    grid: str
    fits: Sequence[tuple[str, str, bool]]
    labels: bool
    command: str
    file: str


def usual(asked: DrawingRequest) -> DrawingRequest:
    """The request without what a drawing does anyway, as a form may say it: one picture has one address."""
    return replace(
        asked,
        views=() if set(asked.views) == set(VIEWS) else asked.views,
        arrange=None if asked.arrange == ARRANGEMENTS[0] else asked.arrange,
        labels=None if asked.labels == "all" else asked.labels,
        fit=tuple(dict.fromkeys(asked.fit)),
    )


def options_of(asked: DrawingRequest, compare: CompareRequest) -> DrawingOptions:
    """The options of a drawing. Raises SettingsError, with the nearest right thing."""
    return read_options(
        ",".join(asked.views) or None,
        asked.arrange,
        asked.grid,
        asked.fit,
        asked.labels,
        units=units_of(compare.units, compare.unit),
    )


def drawing_view(
    records: Sequence[Record], asked: DrawingRequest, compare: CompareRequest, sources: Mapping[str, Cited]
) -> DrawingView:
    """The drawing of a page."""
    wide = narrow = trouble = None
    try:
        options = replace(options_of(asked, compare), inline=True)
        wide = draw(records, options, sources)
        narrow = draw(records, replace(options, width=NARROW, prefix="drawing-narrow"), sources)
    except (SettingsError, NotComparable) as error:
        trouble = error
    chosen = asked.views or VIEWS
    return DrawingView(
        wide,
        narrow,
        trouble,
        [(view, view in chosen) for view in VIEWS],
        asked.arrange or ARRANGEMENTS[0],
        asked.grid or "",
        _offers(asked.fit),
        asked.labels != "none",
        _command(asked, compare),
        file_url(asked, compare),
    )


def file_url(asked: DrawingRequest, compare: CompareRequest) -> str:
    """Where the drawing is a file that stands alone."""
    parts = [COMPARE.query(_plain(compare)), DRAWING.query(asked)]
    return f"/compare.svg?{'&'.join(part for part in parts if part)}"


def _plain(compare: CompareRequest) -> CompareRequest:
    """What a comparison and a drawing have in common."""
    return CompareRequest(ids=compare.ids, units=compare.units, unit=compare.unit)


def _command(asked: DrawingRequest, compare: CompareRequest) -> str:
    options = [
        part
        for parameter, value in DRAWING.asked(asked)
        if parameter.option is not None
        for part in parameter.arguments(value)
    ]
    return shlex.join([*COMPARE.arguments(_plain(compare), format="svg"), *options])


def _offers(asked: Sequence[str]) -> list[tuple[str, str, bool]]:
    """The tests to choose, in a request's and in a picture's words, and whether each is chosen."""
    known: dict[str, tuple[str, bool]] = {text: (read_fit(text).label, False) for text in OFFERED}
    for text in asked:
        try:
            test = read_fit(text)
        except SettingsError:
            continue
        known[test.text] = test.label, True
    return [(text, label, chosen) for text, (label, chosen) in known.items()]

"""What a reader asks of a drawing, and how that is read from texts: a command line's or a web address's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from catalog.drawing.fit_test import FitTest, read_fit
from catalog.errors import SettingsError, nearest
from catalog.plain import dataclass, field
from catalog.wording.choice import UnitChoice

VIEWS = ("side", "front", "top")
ARRANGEMENTS = ("over", "beside")
GRIDS = ("m", "ft", "none")
#: Pixels of the picture's width: what a page shows in full, a phone, and as much as is sensible.
WIDTH, NARROWEST, WIDEST = 960, 320, 4000
MAX_FITS = 8


@dataclass(frozen=True, slots=True)
class DrawingOptions:
    """What is drawn and how.

    ``views`` are of ``side``, ``front``, ``top``; ``arrange`` draws the vehicles ``over`` one another or ``beside``
    each other; ``grid`` is ``m``, ``ft``, ``none``, or None for what fits the reader's units. ``width`` is of the
    picture, in pixels: text keeps its size and the drawing fits. ``inline`` makes an element for a web page, whose
    colours come from the page, with ids that begin with ``prefix``; otherwise it is a file that stands alone.
    ``labels`` are the dimension lines.
    """

    views: tuple[str, ...] = VIEWS
    arrange: str = "over"
    grid: str | None = None
    fits: tuple[FitTest, ...] = ()
    units: UnitChoice = field(default_factory=UnitChoice)
    labels: bool = True
    width: int = WIDTH
    inline: bool = False
    prefix: str = "drawing"

    def query(self) -> list[tuple[str, str]]:
        """The options that differ from the defaults, as pairs of a web address (units are the page's own)."""
        pairs = [("views", ",".join(self.views))] if self.views != VIEWS else []
        pairs += [("arrange", self.arrange)] if self.arrange != "over" else []
        pairs += [("grid", self.grid)] if self.grid is not None else []
        pairs += [("fit", test.text) for test in self.fits]
        pairs += [("labels", "none")] if not self.labels else []
        return pairs + ([("width", str(self.width))] if self.width != WIDTH else [])


def read_options(
    views: str | None = None,
    arrange: str | None = None,
    grid: str | None = None,
    fits: Iterable[str] = (),
    labels: str | None = None,
    width: str | int | None = None,
    units: UnitChoice | None = None,
) -> DrawingOptions:
    """The options of these texts (None: the default). Raises SettingsError with the nearest right thing.

    >>> read_options(views="side, top", fits=["garage=2.1m"]).query()
    [('views', 'side,top'), ('fit', 'garage=2.1m')]
    >>> read_options(arrange="besides")
    Traceback (most recent call last):
        ...
    catalog.errors.SettingsError: no arrangement 'besides'; did you mean beside?
    """
    tests = {test.text: test for test in map(read_fit, fits)}
    if len(tests) > MAX_FITS:
        raise SettingsError(f"{len(tests)} fit tests; a drawing holds {MAX_FITS}")
    return DrawingOptions(
        views=_views(views) if views is not None else VIEWS,
        arrange=_one_of(arrange, ARRANGEMENTS, "arrangement") if arrange is not None else "over",
        grid=_one_of(grid, GRIDS, "grid") if grid is not None else None,
        fits=tuple(tests.values()),
        units=units or UnitChoice(),
        labels=labels is None or _one_of(labels, ("all", "none"), "labels") == "all",
        width=_width(width) if width is not None else WIDTH,
    )


def options_of_query(query: Mapping[str, Sequence[str]], units: UnitChoice | None = None) -> DrawingOptions:
    """The options of a web address: ``{"views": ["side"], "fit": ["garage=2.1m", "lane=2m"]}``; the last of several
    counts, every ``fit`` does, an empty one is as none, and other names are left to the page."""
    last = {name: texts[-1] for name, texts in query.items() if texts and texts[-1].strip()}
    return read_options(
        last.get("views"),
        last.get("arrange"),
        last.get("grid"),
        [text for text in query.get("fit", ()) if text.strip()],
        last.get("labels"),
        last.get("width"),
        units,
    )


def _views(text: str) -> tuple[str, ...]:
    """The views named, in the order of a drawing."""
    names = [_one_of(name, VIEWS, "view") for name in text.split(",") if name.strip()]
    if not names:
        raise SettingsError(f"no view is named; write for example {','.join(VIEWS)}")
    return tuple(view for view in VIEWS if view in names)


def _one_of(text: str, words: Sequence[str], what: str) -> str:
    word = text.strip().casefold()
    if word in words:
        return word
    shown = text if len(text) <= 40 else text[:37] + "..."
    offer = nearest(word, words)
    raise SettingsError(
        f"no {what} {shown!r}; " + (f"did you mean {offer[0]}?" if offer else f"one of {', '.join(words)}")
    )


def _width(value: str | int) -> int:
    text = str(value).strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 6) or not NARROWEST <= int(text) <= WIDEST:
        raise SettingsError(f"{text[:40]!r} is no width of a picture; write pixels from {NARROWEST} to {WIDEST}")
    return int(text)

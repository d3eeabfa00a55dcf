"""Records and options to a drawing: its SVG, and the same in words and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from catalog.drawing import svg, words
from catalog.drawing.layout import LARGEST, Place, beside, over
from catalog.drawing.options import DrawingOptions
from catalog.drawing.paint import badge, painted
from catalog.drawing.panel import panel
from catalog.drawing.subject import LETTERS, Subject, as_drawn
from catalog.drawing.tags import tag_of
from catalog.drawing.theme import ALONE, INLINE, LARGE, PATTERNS, SIZE, SMALL, Theme, lines_of
from catalog.drawing.verdict import Outcome, fits_document, judge
from catalog.errors import NotComparable
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.drawing.fit_test import FitTest
    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.wording import Head, UnitChoice

_MARGIN = 14.0
#: From this width on the front stands beside the side.
_WIDE = 700
#: The pixels that verdicts need beside a panel.
_ROOM = 250.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: ``svg`` is the picture, ``title`` and ``description`` say the same in words, ``outcomes`` are the
    verdicts of the fit tests, test by test and vehicle by vehicle, ``notes`` what a reader has to know."""

    svg: str
    title: str
    description: str
    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...]

    def fits(self) -> list[dict[str, Any]]:
        """The verdicts as JSON, one entry a test."""
        return fits_document(self.outcomes)


def draw(
    records: Sequence[Record], options: DrawingOptions | None = None, sources: Mapping[str, Cited] | None = None
) -> Drawing:
    """The vehicles to scale, from their published dimensions alone; ``sources`` are cited by publisher and date where
    they are given. Raises NotComparable for no vehicle and for more than five."""
    options = options or DrawingOptions()
    subjects = subjects_of(records, options.units)
    outcomes = outcomes_of(subjects, options)
    notes = (*words.notes(subjects, options), *words.citations(subjects, sources or {}))
    title, description = words.title(subjects), words.description(subjects, options, outcomes, notes)
    picture = _Picture(subjects, options, outcomes, notes)
    return Drawing(picture.svg(title, description), title, description, outcomes, notes)


def verdicts(records: Sequence[Record], options: DrawingOptions) -> tuple[Outcome, ...]:
    """The verdicts alone, without a picture. Raises NotComparable as ``draw`` does."""
    return outcomes_of(subjects_of(records, options.units), options)


def subjects_of(records: Sequence[Record], units: UnitChoice) -> tuple[Subject, ...]:
    """The vehicles as they are drawn, lettered from A."""
    if not records:
        raise NotComparable("nothing to draw: name at least one vehicle")
    if len(records) > len(LETTERS):
        raise NotComparable(f"a drawing holds {len(LETTERS)} vehicles, and {len(records)} were named")
    heads = _heads()
    return tuple(as_drawn(record, place, units, heads) for place, record in enumerate(records))


def outcomes_of(subjects: Sequence[Subject], options: DrawingOptions) -> tuple[Outcome, ...]:
    return tuple(judge(subject, test) for test in options.fits for subject in subjects)


def _heads() -> Callable[[Claim], Head | None]:
    """The head of each claim's row, kept beside it by an index or made."""
    from catalog.model.fields import FIELDS
    from catalog.wording.heads import Heads

    made = Heads(FIELDS.values())
    return lambda claim: claim.kept_head or made(claim)


class _Picture:
    """The picture as it is put together from above: legend, panels, verdicts, notes."""

    def __init__(
        self, subjects: Sequence[Subject], options: DrawingOptions, outcomes: Sequence[Outcome], notes: Sequence[str]
    ) -> None:
        self.subjects, self.options, self.outcomes, self.notes = subjects, options, outcomes, notes
        self.theme: Theme = INLINE if options.inline else ALONE
        self.inner = options.width - 2 * _MARGIN
        self.y = _MARGIN

    def svg(self, title: str, description: str) -> str:
        """The whole, with its title and description."""
        options, theme = self.options, self.theme
        parts = [*self._legend()]
        scale, places = self._places()
        parts += [painted(place, theme, options) for place in places]
        parts += self._verdicts(places)
        parts += self._notes()
        height = self.y + _MARGIN - 6
        prefix = options.prefix
        head = [
            svg.element("title", svg.escaped(title), id=f"{prefix}-title"),
            svg.element(
                "desc",
                svg.escaped(description),
                id=f"{prefix}-description",
            ),
        ]
        if not options.inline:
            head.append(svg.element("rect", width=float(options.width), height=height, fill=theme.paper))
        text = svg.element(
            "svg",
            "\n" + "\n".join([*head, *parts]) + "\n",
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {options.width} {svg.number(height)}",
            width=None if options.inline else float(options.width),
            height=None if options.inline else height,
            role="img",
            aria_labelledby=f"{prefix}-title",
            aria_describedby=f"{prefix}-description",
            class_="vehicle-drawing",
            font_family=theme.font,
            font_size=SIZE,
            data_scale=f"{scale * 1000:.6f}",
        )
        return text + "\n" if options.inline else f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'

    def _places(self) -> tuple[float, list[Place]]:
        """The panels in their places; none where nothing is known."""
        options = self.options
        grid = options.grid or _grid_of(options.units)
        panels = [one for view in options.views if (one := panel(view, self.subjects, options, grid)) is not None]
        y = self.y + 6
        if not panels:
            return LARGEST, []
        if panels[0].columns:
            return beside(panels, _MARGIN, y, self.inner)
        upright = [one for one in panels if one.view != "top"]
        rows = [upright] if options.width >= _WIDE else [[one] for one in upright]
        rows += [[one] for one in panels if one.view == "top"]
        return over([row for row in rows if row], _MARGIN, y, self.inner)

    def _legend(self) -> Iterator[str]:
        """Each vehicle's letter, line and name, what is known of it and what is not."""
        for subject in self.subjects:
            y = self.y + 8
            yield badge(subject, _MARGIN + 8, y, self.theme)
            yield svg.line(
                _MARGIN + 22, y, _MARGIN + 62, y, stroke=self.theme.colour(subject.place), stroke_width=2.2,
                stroke_dasharray=PATTERNS[subject.place] or None,
            )  # fmt: skip
            x, width = _MARGIN + 70, self.inner - 70
            yield from self._lines(subject.name, x, width, LARGE, bold=True)
            if said := words.known(subject):
                yield from self._lines(said, x, width, SIZE)
            if missing := words.unknown(subject):
                yield from self._lines(missing, x, width, SIZE, faint=True)
            self.y += 5

    def _verdicts(self, places: Sequence[Place]) -> list[str]:
        """The verdicts beside the last panel where they have room there, else below, in two columns if it is wide."""
        fits = list(self.options.fits)
        below = max((place.bottom for place in places), default=self.y)
        last = places[-1] if places else None
        if fits and last is not None and last.panel.view == "top" and not last.panel.columns:
            x, self.y = last.right + 24, last.top + 4
            width = self.options.width - _MARGIN - x
            if width >= _ROOM:
                parts = self._column(fits, x, width)
                if self.y <= last.bottom + 2 * LARGE:
                    self.y = max(self.y, below)
                    return parts
        self.y = below
        count = 2 if self.options.width >= _WIDE and len(fits) > 1 else 1
        each, width = -(-len(fits) // count), (self.inner - 24 * (count - 1)) / count
        parts, ends = [], [below]
        for number in range(count):
            self.y = below
            parts += self._column(fits[number * each : (number + 1) * each], _MARGIN + number * (width + 24), width)
            ends.append(self.y)
        self.y = max(ends)
        return parts

    def _column(self, fits: Sequence[FitTest], x: float, width: float) -> list[str]:
        """For each test its number and name, and a line for each vehicle."""
        parts = []
        for test in fits:
            parts.append(tag_of(self.options.fits.index(test) + 1, x, self.y, self.theme))
            told = test.told(words.length_unit(self.options.units))
            parts += self._lines(told, x + 20, width - 20, SIZE, bold=True, colour=self.theme.test)
            self.y += 1
            for subject, outcome in zip(self.subjects, self._of(test), strict=True):
                said = f"{subject.letter} {outcome.verdict.value}"
                parts += self._lines(f"{said}: {outcome.sentence}", x, width, SIZE, lead=len(said))
            self.y += 6
        return parts

    def _of(self, test: FitTest) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.test is test]

    def _notes(self) -> Iterator[str]:
        for note in self.notes:
            yield from self._lines(note, _MARGIN, self.inner, SMALL, faint=True)

    def _lines(
        self, said: str, x: float, width: float, size: float, bold: bool = False, faint: bool = False,
        colour: str | None = None, lead: int = 0,
    ) -> Iterator[str]:  # fmt: skip
        """A text in as many lines as the width asks for; its first ``lead`` signs are bold."""
        for number, line in enumerate(lines_of(said, width * (0.94 if bold else 1.0), size)):
            self.y += size + 3
            begin = lead if number == 0 else 0
            content = svg.element("tspan", svg.escaped(line[:begin]), font_weight="bold") if begin else ""
            yield svg.element(
                "text", content + svg.escaped(line[begin:]), x=x, y=self.y - 4, font_size=size,
                font_weight="bold" if bold else None, fill=colour or self.theme.ink,
                fill_opacity="0.8" if faint else None,
            )  # fmt: skip


def _grid_of(units: UnitChoice) -> str:
    """Feet for who reads lengths in feet or inches, metres for all others."""
    return "ft" if words.length_unit(units) in ("in", "ft", "yd") else "m"

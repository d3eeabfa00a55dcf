"""A panel as SVG: grid, vehicles, tests, dimension lines."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.drawing import shapes, svg
from catalog.drawing.frame import Box, Frame
from catalog.drawing.grid import grid
from catalog.drawing.lines import dimension_lines, heights
from catalog.drawing.tags import tests
from catalog.drawing.theme import PATTERNS, SMALL, Theme, lines_of, text_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.layout import Place
    from catalog.drawing.options import DrawingOptions
    from catalog.drawing.panel import Member
    from catalog.drawing.subject import Subject
    from catalog.drawing.views import Bay, Outline, Seen, Stub

_TITLES = {"side": "Side", "front": "Front", "top": "From above"}
_NEEDED = {"side": "length ? height ?", "front": "width ? height ?", "top": "length ? width ?"}
#: As many vehicles over one another are drawn with windows and doors; more would be a tangle.
_DETAILED = 2


def painted(place: Place, theme: Theme, options: DrawingOptions) -> str:
    """All of a panel."""
    panel = place.panel
    parts = [
        svg.text(
            place.left - (20 if panel.grid != "none" else 0),
            place.top + 13,
            _TITLES[panel.view],
            font_weight="bold",
            fill=theme.ink,
        ),
        *grid(place, theme),
    ]
    stubs, badges = 0, list[str]()
    for index, (member, column) in enumerate(zip(panel.members, place.columns, strict=True)):
        frame = Frame(column.origin, place.ground, place.scale)
        content = [*_vehicle(place, member, frame, theme), *_stubs(place, member, frame, theme, stubs)]
        if not panel.columns:
            stubs += len(member.sight.stubs)
        badges += _badge(place, member, frame, theme, index)
        parts.append(
            svg.group(
                content,
                stroke=theme.colour(member.subject.place),
                fill="none",
                data_vehicle=member.subject.id,
                data_view=panel.view,
            )
        )
    parts += badges  # above all outlines, or the next one would cross them
    parts += tests(place, theme, options.fits)
    parts += dimension_lines(place, theme)
    if panel.heights:
        parts += heights(place, theme)
    return svg.group(parts, data_panel=panel.view)


def _vehicle(place: Place, member: Member, frame: Frame, theme: Theme) -> Iterator[str]:
    sight, pattern = member.sight, _pattern(member.subject)
    outlined = sum(1 for one in place.panel.members if one.sight.outlines)
    detailed = place.panel.columns or outlined <= _DETAILED
    for outline in sight.outlines:
        yield from _outline(outline, frame, pattern, theme.colour(member.subject.place), detailed)
    if place.panel.view == "side" and sight.outlines and not sight.wheels:
        yield _skirt(sight.outlines[0], frame)
    yield from _wheels(place.panel.view, sight, frame)
    if sight.bay is not None:
        yield _bay("load-bay", sight.bay.box, sight.bay, frame, pattern)
        if sight.bay.largest != sight.bay.box:
            yield _bay("load-bay-max", sight.bay.largest, sight.bay, frame, pattern)
    for field, wide in sight.mirrors:
        yield _mirrors(field, wide, sight, frame)


def _pattern(subject: Subject) -> str | None:
    return PATTERNS[subject.place] or None


def _outline(outline: Outline, frame: Frame, pattern: str | None, colour: str, detailed: bool) -> Iterator[str]:
    heavy = outline.part == "outline" and not outline.bound
    yield svg.element(
        "path",
        d=svg.rounded(frame.corners(outline.shape.edge)),
        stroke_width=2.2 if heavy else 1.2,
        stroke_dasharray=pattern,
        stroke_linejoin="round",
        fill=colour,
        fill_opacity="0.06",
        data_part=outline.part,
    )
    if outline.part != "outline":
        return
    start, end = outline.shape.edge[0][:2], outline.shape.edge[-1][:2]
    details = [svg.polyline(frame.points(points)) for points in outline.shape.details] if detailed else []
    if start != end:
        details.append(svg.polyline(frame.points([start, end])))
    if details:
        yield svg.element("path", d="".join(details), stroke_width=0.9, stroke_opacity="0.65", data_part="schematic")


def _skirt(outline: Outline, frame: Frame) -> str:
    """An outline whose wheels have no known place stands on hairlines."""
    low, box = outline.shape.edge[0][1], outline.box
    data = "".join(svg.polyline(frame.points([(x, low), (x, 0)])) for x in (box.left, box.right))
    return svg.element(
        "path", d=data, stroke_width=0.9, stroke_opacity="0.65", stroke_dasharray="2 3", data_part="schematic"
    )


def _wheels(view: str, sight: Seen, frame: Frame) -> Iterator[str]:
    radius = sight.wheel / 2
    if view == "side":
        for at, farthest in sight.wheels:
            x, y = frame.x(at), frame.y(radius)
            yield svg.element(
                "circle", cx=x, cy=y, r=radius * frame.scale, stroke_width=0.9 if farthest else 1.3,
                stroke_dasharray="3 2" if farthest else None, data_part="wheel-max" if farthest else "wheel",
            )  # fmt: skip
            yield svg.element("circle", cx=x, cy=y, r=2.2, stroke_width=1.2)
    elif view == "front" and sight.outlines:
        box = sight.outlines[0].box
        tread = min(230.0, 0.14 * box.width)
        low = min(shapes.sill(box.height), radius)
        data = "".join(
            svg.polyline(frame.points([(left, low), (left, 0), (left + tread, 0), (left + tread, low)]))
            for left in (box.left + 0.03 * box.width, box.right - 0.03 * box.width - tread)
        )
        yield svg.element("path", d=data, stroke_width=0.9, stroke_opacity="0.65", data_part="schematic")


def _bay(part: str, box: Box, bay: Bay, frame: Frame, pattern: str | None) -> str:
    """The load bay as draughtsmen draw a void: crossed. Of unknown height it is its floor alone."""
    corners = [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)]
    if bay.open_top:
        ends = [(box.left, box.bottom + 90.0), *corners[:2], (box.right, box.bottom + 90.0)]
        data = svg.polyline(frame.points(ends))
    else:
        data = svg.polyline(frame.points(corners), closed=True)
        if part == "load-bay":
            data += svg.polyline(frame.points([corners[0], corners[2]]))
            data += svg.polyline(frame.points([corners[1], corners[3]]))
    return svg.element(
        "path", d=data, stroke_width=1.1 if part == "load-bay" else 0.8, stroke_dasharray=pattern,
        stroke_opacity="0.8", data_part=part,
    )  # fmt: skip


def _mirrors(field: str, wide: float, sight: Seen, frame: Frame) -> str:
    """Marks as far out as the mirrors reach, at a schematic height."""
    box = sight.box
    height = 0.62 * box.top if box is not None and box.top else 800.0
    inner = max((outline.box.width for outline in sight.outlines), default=0.0) / 2
    tall = 160.0 if field == "width_with_mirrors" else 110.0
    data = "".join(
        svg.polyline(frame.points([(side * inner, height), (side * wide / 2, height)]))
        + svg.polyline(frame.points([(side * wide / 2, height - tall), (side * wide / 2, height + tall)]))
        for side in (-1, 1)
    )
    return svg.element("path", d=data, stroke_width=1.5, data_part=field.replace("_", "-"))


def _stubs(place: Place, member: Member, frame: Frame, theme: Theme, before: int) -> Iterator[str]:
    """Dimensions whose other one is not known: a bar with its ends, and what is missing; ``before`` are such bars of
    other vehicles, above which it stands."""
    view = place.panel.view
    for number, stub in enumerate(member.sight.stubs, before):
        first, far = min(stub.ends), max(stub.ends)
        if stub.axis == "x":
            y = place.ground - 12.0 - 22.0 * number if view != "top" else place.ground + 22.0 * number
            data = f"M{svg.number(frame.x(first))} {svg.number(y)}H{svg.number(frame.x(far))}"
            data += "".join(f"M{svg.number(frame.x(end))} {svg.number(y - 6)}v12" for end in stub.ends)
            x, y = frame.x(first) + 24, y - 5
        else:
            x = frame.x(0.0) + 12 * number + (12 if view == "top" else 0)
            data = f"M{svg.number(x)} {svg.number(frame.y(first))}V{svg.number(frame.y(far))}"
            data += "".join(f"M{svg.number(x - 6)} {svg.number(frame.y(end))}h12" for end in stub.ends)
            x, y = x + 9, frame.y((first + far) / 2 if view != "top" else far) + 14 * (number + 1)
        yield svg.element(
            "path", d=data, stroke_width=2.2, stroke_dasharray=_pattern(member.subject), data_part=f"alone-{stub.axis}"
        )
        words = f"{member.subject.letter} {_missing(view, stub)}"
        x = min(x, place.columns[-1].limit - text_length(words, SMALL))  # a narrow panel is narrower than its words
        yield svg.rimmed(x, y, words, font_size=SMALL, fill=theme.ink, paper=theme.paper)


def _missing(view: str, stub: Stub) -> str:
    """What is asked for beside a dimension that stands alone."""
    across = {"side": "height ?", "front": "height ?", "top": "width ?"}
    upright = {"side": "length ?", "front": "width ?", "top": "length ?"}
    return (across if stub.axis == "x" else upright)[view]


def _badge(place: Place, member: Member, frame: Frame, theme: Theme, index: int) -> Iterator[str]:
    """The vehicle's letter on its outline, each at another place, so that lines over one another can be told apart."""
    panel, sight = place.panel, member.sight
    whole = sight.box
    if len(panel.members) == 1 or (whole is None and not panel.columns):
        return
    if whole is None:
        column = place.columns[index]
        lines = lines_of(f"{member.subject.letter} {_NEEDED[panel.view]}", column.width, SMALL)
        for number, line in enumerate(reversed(lines)):
            yield svg.rimmed(
                column.left + column.width / 2, place.ground - 8 - 13 * number, line, text_anchor="middle",
                font_size=SMALL, fill=theme.ink, paper=theme.paper,
            )  # fmt: skip
        return
    part = 0.5 if panel.columns else (index + 1) / (len(panel.members) + 1)
    if not sight.outlines:
        if not sight.stubs:
            yield badge(member.subject, frame.x(whole.left), frame.y(whole.bottom), theme)
        return
    box = sight.outlines[0].box
    x, y = box.left + box.width * (0.46 + 0.4 * part), box.top
    if panel.view == "front":
        x = box.left + box.width * (0.2 + 0.6 * part)
    elif panel.view == "top":
        x, y = box.right, box.bottom + box.height * part
    if panel.columns:
        x, y = box.left + box.width / 2, box.bottom + box.height / 2
    yield badge(member.subject, frame.x(x), frame.y(y), theme)


def badge(subject: Subject, x: float, y: float, theme: Theme) -> str:
    """A vehicle's letter in a ring of its colour."""
    ring = svg.element(
        "circle", cx=x, cy=y, r=8.0, fill=theme.paper, stroke=theme.colour(subject.place), stroke_width=1.6
    )
    return ring + svg.text(
        x,
        y + 4,
        subject.letter,
        text_anchor="middle",
        font_size=SMALL,
        font_weight="bold",
        fill=theme.ink,
        stroke="none",
    )

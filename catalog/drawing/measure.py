"""What is known of one dimension of one vehicle, in millimetres: where it may lie, in words, and why it is a span.

A published number stands for the interval of its last digit, "up to" and "from" for a half-open one; variants and
sources that disagree leave the span over all of them. What is in doubt is not measured.
"""

from __future__ import annotations

from collections.abc import Callable

from catalog.model.claim import Status
from catalog.model.span import ABOVE, BELOW
from catalog.plain import dataclass
from catalog.wording.words import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.span import Span
    from catalog.wording import Head, UnitChoice

_REMARKS = {Status.DERIVED: "derived", Status.ESTIMATED: "estimated"}


@dataclass(frozen=True, slots=True)
class Measure:
    """One dimension of one vehicle.

    ``low`` and ``high`` are the smallest and the largest number published, in millimetres, which are drawn; ``low``
    is None where only an upper end is published ("up to"), ``high`` where only a lower one. ``reach`` is what the
    written digits and bounds leave possible, which is judged. ``text`` is the figure in the reader's
    ``unit``, ``printed`` as it was published. ``why`` says why it is a span: ``variants``, ``sources`` (they disagree),
    ``span`` (published as one), or nothing.
    """

    field: str
    low: float | None
    high: float | None
    reach: tuple[float, float]
    text: str
    unit: str = "mm"
    printed: str = ""
    why: str = ""
    about: bool = False
    remarks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def smallest(self) -> float:
        """The smallest outline that is drawn: the lower end, or the only end there is."""
        return self.low if self.low is not None else self.largest

    @property
    def largest(self) -> float:
        """The largest outline that is drawn."""
        if self.high is not None:
            return self.high
        assert self.low is not None
        return self.low

    @property
    def exact(self) -> bool:
        """Whether one number is published, and not a bound of it."""
        return self.low is not None and self.low == self.high


def measured(record: Record, field: str, units: UnitChoice, heads: Callable[[Claim], Head | None]) -> Measure | None:
    """What is known of a field that measures a length; None where nothing is, or only what is in doubt."""
    claims = [claim for claim in record.values(field) if claim.span is not None and not claim.doubt]
    if not claims:
        return None
    chosen = _chosen(claims)
    spans = [span for claim in chosen if (span := claim.span) is not None]
    about = any(span.bound == "about" for span in spans)
    open_below = any(span.bound in BELOW for span in spans)
    open_above = any(span.bound in ABOVE for span in spans)
    return Measure(
        field,
        None if open_below else min(span.low for span in spans),
        None if open_above else max(span.high for span in spans),
        (min(_reach(span)[0] for span in spans), max(_reach(span)[1] for span in spans)),
        _text(chosen, units, heads),
        _unit(chosen[0], units, heads),
        " or ".join(claim.read_as or claim.published for claim in chosen),
        _why(chosen, spans),
        about,
        _remarks(chosen),
        tuple(dict.fromkeys(source for claim in chosen for source in claim.sources)),
    )


def _chosen(claims: Sequence[Claim]) -> list[Claim]:
    """The shown claim and those that disagree with it about the whole configuration; where nothing is said of the
    whole, every variant's."""
    whole = [claim for claim in claims if claim.applies_to is None]
    chosen: list[Claim] = []
    for claim in whole or claims:
        if not any(_agree(claim, known) for known in chosen):
            chosen.append(claim)
    return chosen


def _agree(one: Claim, other: Claim) -> bool:
    first, second = one.span, other.span
    return first is not None and second is not None and first.agrees(second)


def _reach(span: Span) -> tuple[float, float]:
    """What is possible. Of "about 8 m" the last digit is trusted to one step, not to half of one."""
    low, high = span.reach
    if span.bound == "about":
        return low - (span.low - low), high + (high - span.high)
    return low, high


def _why(chosen: Sequence[Claim], spans: Sequence[Span]) -> str:
    if len(chosen) > 1:
        return "sources" if chosen[0].applies_to is None else "variants"
    return "span" if spans[0].low != spans[0].high else ""


def _text(chosen: Sequence[Claim], units: UnitChoice, heads: Callable[[Claim], Head | None]) -> str:
    """The figures in the reader's unit, each with its variant: ``2300 mm (H1) or 2550 mm (H2)``."""
    texts = []
    for claim in chosen:
        text = worded(claim, _unit(claim, units, heads)).text
        texts.append(f"{text} ({claim.applies_to})" if claim.applies_to else text)
    return " or ".join(texts)


def _unit(claim: Claim, units: UnitChoice, heads: Callable[[Claim], Head | None]) -> str:
    """The symbol of the unit in which the reader sees a claim."""
    head = heads(claim)
    return (units.shown(head)[0] if head is not None else None) or "mm"


def _remarks(chosen: Sequence[Claim]) -> tuple[str, ...]:
    """What has to be said beside the figure: that it is derived or estimated."""
    return tuple(dict.fromkeys(_REMARKS[claim.status] for claim in chosen if claim.status in _REMARKS))

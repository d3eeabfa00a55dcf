"""What the page of all vehicles is asked: the list, and what only a page has (the tray, the axes of the scatter).

A form with a lower and an upper end for a figure becomes a condition of the query, so that a URL, a command and the
query box say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from catalog.plain import dataclass, replace
from catalog.requests.listing import ListRequest
from catalog.requests.parameter import Parameter, View
from catalog.requests.views import LIST
from catalog.web.pages.tray import PICK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: The figures that have a lower and an upper end in the form.
RANGED = (
    "payload", "gross_vehicle_mass", "range", "battery_energy", "length", "height", "cargo_volume", "dc_charge_power",
)  # fmt: skip
PAGE = 50
_FORM = re.compile(r"(min|max|in|of)\.([a-z_]+)|maybe|free")
_CONDITION = re.compile(
    r"(?P<maybe>maybe\()?(?P<key>[a-z_0-9]+)(?:\[(?P<definition>[^\]]+)\])? "
    r"(?:(?P<sign>>=|<=) (?P<end>[^()<>=]+?)|between (?P<low>[^()<>=]+?) and (?P<high>[^()<>=]+?))(?(maybe)\))"
)
_END = re.compile(r"(?P<number>[-+]?[\d.,  ]*\d)[  ]*(?P<unit>\D.*)?")


@dataclass(frozen=True, slots=True)
class PageState:
    """What only the page has. An axis that is None is left to the page."""

    picks: tuple[str, ...] = ()
    x: str | None = None
    y: str | None = None


PAGE_VIEW = View(
    "list",
    PageState,
    (
        PICK,
        Parameter("x", "x", "text", None, "the figure along the drawing", "gross_vehicle_mass"),
        Parameter("y", "y", "text", None, "the figure up the drawing", "range[wltp]"),
    ),
)
_OWN = frozenset(parameter.name for parameter in PAGE_VIEW.parameters)


@dataclass(frozen=True, slots=True)
class Ends:
    """A lower and an upper end of a figure as the form has them. ``definition`` None takes any; ``maybe`` takes
    intervals and bounds of which only a part fits."""

    key: str
    definition: str | None = None
    low: str = ""
    high: str = ""
    unit: str = ""
    maybe: bool = False

    @property
    def condition(self) -> str:
        """The condition of the query language: ``payload between 1 t and 2 t``."""
        name = self.key if self.definition is None else f"{self.key}[{self.definition}]"
        low, high = (f"{end} {self.unit}".strip() for end in (self.low, self.high))
        if self.low and self.high:
            text = f"{name} between {low} and {high}"
        else:
            text = f"{name} >= {low}" if self.low else f"{name} <= {high}"
        return f"maybe({text})" if self.maybe else text


def ends_of(condition: str) -> Ends | None:
    """The ends that a condition of this shape came from, so that the form shows them again; None for any other.

    >>> ends_of("maybe(range[wltp] >= 150 mi)")
    Ends(key='range', definition='wltp', low='150', high='', unit='mi', maybe=True)
    >>> ends_of("payload / gross_vehicle_mass > 40 %") is None
    True
    """
    found = _CONDITION.fullmatch(condition.strip())
    if found is None or found["key"] not in RANGED:
        return None
    parts = [_END.fullmatch(found[name] or "0") for name in ("end", "low", "high")]
    if not all(parts):
        return None
    end, low, high = ((part["number"], part["unit"] or "") for part in parts if part is not None)
    maybe = found["maybe"] is not None
    if found["sign"] == ">=":
        return Ends(found["key"], found["definition"], end[0], "", end[1], maybe)
    if found["sign"] == "<=":
        return Ends(found["key"], found["definition"], "", end[0], end[1], maybe)
    if low[1] != high[1]:
        return None
    return Ends(found["key"], found["definition"], low[0], high[0], low[1], maybe)


@dataclass(frozen=True, slots=True)
class FindRequest:
    """The list that is asked for, and the state of the page."""

    listing: ListRequest
    page: PageState

    @classmethod
    def read(cls, pairs: Sequence[tuple[str, str]]) -> FindRequest:
        """The request of a URL. Raises ParameterError."""
        own = [pair for pair in pairs if pair[0] in _OWN]
        return cls(
            LIST.read([pair for pair in pairs if pair[0] not in _OWN]),
            PAGE_VIEW.read(own),
        )

    @property
    def query(self) -> str:
        """The query string."""
        return "&".join(part for part in (LIST.query(self.listing), PAGE_VIEW.query(self.page)) if part)

    @property
    def url(self) -> str:
        return f"/?{self.query}" if self.query else "/"

    def to(self, **changes: Any) -> str:
        """The URL of this request with some attributes changed. A list that is another begins at its first page."""
        page = {name: value for name, value in changes.items() if name in PageState.__match_args__}
        own = {name: value for name, value in changes.items() if name not in page}
        if own and "offset" not in own:
            own["offset"] = 0
        return FindRequest(replace(self.listing, **own), replace(self.page, **page)).url

    def sorted_by(self, name: str, descending_first: bool) -> str:
        """The URL that sorts by a column; a second time the other way round, a third time not at all."""
        first, second = (f"-{name}", name) if descending_first else (name, f"-{name}")
        now = self.listing.sort
        return self.to(sort=second if now == first else None if now == second else first)

    def without(self, condition: str) -> tuple[str, ...]:
        """The conditions but for this one."""
        return tuple(text for text in self.listing.where if text != condition)

    def without_pick(self, vehicle_id: str) -> str:
        """The URL with this vehicle out of the tray."""
        return self.to(picks=tuple(key for key in self.page.picks if key != vehicle_id))

    @property
    def all(self) -> str:
        """The URL of all vehicles, in the same units and with the same tray."""
        kept = ListRequest(columns=self.listing.columns, units=self.listing.units, unit=self.listing.unit)
        return FindRequest(kept, self.page).url

    @property
    def state(self) -> list[tuple[str, str]]:
        """The parameters, as a form keeps them."""
        return [
            (parameter.name, text)
            for view, request in ((LIST, self.listing), (PAGE_VIEW, self.page))
            for parameter, value in view.asked(request)
            for text in parameter.values(value)
            if parameter.name != "offset"
        ]

    @property
    def ends(self) -> dict[str, Ends]:
        """The conditions that the form shows as ends, by field."""
        return {found.key: found for text in self.listing.where if (found := ends_of(text)) is not None}

    @property
    def free(self) -> str:
        """The rest of the query, as the query box shows it."""
        shown = {found.condition for found in self.ends.values()}
        rest = [text for text in self.listing.where if text not in shown]
        return rest[0] if len(rest) == 1 else " and ".join(f"({text})" for text in rest)


def is_form(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether a URL comes from a form, whose parameters become those of a request."""
    return any(_FORM.fullmatch(name) or not value.strip() for name, value in pairs)


def from_form(pairs: Sequence[tuple[str, str]]) -> FindRequest:
    """The request that a form asks. Raises ParameterError."""
    parts: dict[str, dict[str, str]] = {}
    rest: list[tuple[str, str]] = []
    single: dict[str, str] = {}
    for name, value in pairs:
        found = _FORM.fullmatch(name)
        if found is None:
            rest.append((name, value))
        elif found[2]:
            parts.setdefault(found[2], {})[found[1]] = value.strip()
        else:
            single[name] = value.strip()
    conditions = [single["free"]] if single.get("free") else []
    for key, given in parts.items():
        if key in RANGED and (given.get("min") or given.get("max")):
            conditions.append(_ends(key, given, "maybe" in single).condition)
    asked = FindRequest.read([pair for pair in rest if pair[1].strip()])
    return replace(asked, listing=replace(asked.listing, where=(*asked.listing.where, *conditions), offset=0))


def _ends(key: str, given: Mapping[str, str], maybe: bool) -> Ends:
    return Ends(key, given.get("of") or None, given.get("min", ""), given.get("max", ""), given.get("in", ""), maybe)


def compare_url(ids: Sequence[str], request: ListRequest | None = None) -> str:
    """The URL that compares these vehicles, in the units of a request."""
    pairs = [("id", key) for key in ids]
    if request is not None:
        pairs += [("units", request.units)] if request.units != "metric" else []
        pairs += [("unit", unit) for unit in request.unit]
    return "/compare?" + "&".join(f"{name}={quote(value)}" for name, value in pairs)

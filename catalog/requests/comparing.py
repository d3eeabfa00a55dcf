"""A comparison: which vehicles side by side, which fields, against which baseline."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.compare.rows import side_by_side
from catalog.errors import NotComparable, NotFound, nearest
from catalog.plain import dataclass, replace
from catalog.requests.units import units_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from catalog.collection.names import Match
    from catalog.compare.comparison import Comparison
    from catalog.model.record import Record

    class Resolver(Protocol):
        """What finds a vehicle by its name."""

        def resolve(self, name: str, /) -> Match: ...


#: As many vehicles stand side by side on a page.
MOST = 5


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """What is asked of a comparison. ``ids`` may be names as people type them until they are ``settled``."""

    ids: tuple[str, ...] = ()
    baseline: str | None = None
    fields: tuple[str, ...] = ()
    only_differences: bool = False
    compact: bool = False
    no_derived: bool = False
    units: str = "metric"
    unit: tuple[str, ...] = ()


def settled(request: CompareRequest, catalog: Resolver) -> CompareRequest:
    """The request with the ids of its names, each once, the baseline first. Raises NotFound or Ambiguous."""
    ids = tuple(dict.fromkeys(catalog.resolve(name).id for name in request.ids))
    base = None if request.baseline is None else catalog.resolve(request.baseline).id
    return replace(request, ids=with_baseline(ids, base), baseline=base)


def with_baseline(ids: Sequence[str], baseline: str | None) -> tuple[str, ...]:
    """The ids with the one first from which every difference is taken."""
    return tuple(ids) if baseline is None else (baseline, *(key for key in ids if key != baseline))


def put_side_by_side(request: CompareRequest, records: Sequence[Record]) -> Comparison:
    """The comparison that a settled request asks of its vehicles, whose records hold their derived figures unless it
    wants none. Raises NotComparable, NotFound, SettingsError."""
    if not records:
        raise NotComparable("nothing to compare: no names were given")
    comparison = side_by_side(
        records,
        lambda claim: claim.kept_head,
        units_of(request.units, request.unit),
        keys=field_keys(request.fields) if request.fields else None,
        baseline=request.baseline,
        derived=not request.no_derived,
    )
    return that_differ(comparison) if request.only_differences else comparison


def that_differ(comparison: Comparison) -> Comparison:
    """The comparison without the rows in which all are the same."""
    return replace(comparison, rows=tuple(row for row in comparison.rows if row.differs))


def field_keys(names: Sequence[str]) -> list[str]:
    """Field keys by names; the name of a group stands for its fields. Raises NotFound."""
    from catalog.compare.derived import DERIVED
    from catalog.model.fields import FIELDS

    table = {**FIELDS, **{info.key: info for info in DERIVED}}
    groups: dict[str, list[str]] = {}
    for info in table.values():
        groups.setdefault(info.group.casefold(), []).append(info.key)
    keys: list[str] = []
    for name in names:
        fold = name.casefold().replace("_", " ")
        if name in table:
            keys.append(name)
        elif fold.replace(" ", "_") in table:
            keys.append(fold.replace(" ", "_"))
        elif fold in groups:
            keys += groups[fold]
        else:
            raise NotFound("field or group", name, nearest(name, [*table, *groups]), "`vehicles fields` lists them")
    return keys

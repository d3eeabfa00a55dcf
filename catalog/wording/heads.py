"""The head of a row: a field under one definition, in words, and all that a comparison has to know of it.

Heads are made from the field table, and are plain data, so that an index keeps them and a comparison needs no
field table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from catalog.model.claim import Claim
    from catalog.model.table import FieldInfo

    Definition = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """One row of a comparison.

    ``better`` is the direction in the canonical unit; ``units`` gives for each unit system the symbol shown and
    whether the order of numbers turns round in it (mpg for L/100 km). ``order`` sorts heads as a sheet does.
    ``missing`` says that a required qualifier is not stated, ``comparable`` that values may be ranked.
    """

    field: str
    label: str
    group: str
    kind: str | None
    definition: Definition
    id: str | None
    words: str
    short_words: str
    better: Literal["higher", "lower"] | None
    comparable: bool
    missing: bool
    formula: str | None
    types: Sequence[str] | None
    powertrains: Sequence[str] | None
    units: dict[str, tuple[str, bool]]
    order: list[Any]

    def applies(self, vehicle_type: str, powertrain: str | None) -> bool:
        """Whether vehicles of this type and powertrain have such a thing. An unknown powertrain may."""
        if self.types is not None and vehicle_type not in self.types:
            return False
        return self.powertrains is None or powertrain is None or powertrain in self.powertrains


class Heads:
    """The heads of claims by a field table; ``derived`` are the fields whose ``what`` is a formula."""

    def __init__(self, fields: Iterable[FieldInfo], derived: Iterable[FieldInfo] = ()) -> None:
        self._derived = {info.key: info for info in derived}
        self._fields = {info.key: info for info in fields} | self._derived
        self._places = {key: place for place, key in enumerate(self._fields)}
        self._made: dict[tuple[str, Definition], Head] = {}

    def __call__(self, claim: Claim) -> Head | None:
        """The head of the row in which a claim stands; None for a field that the table does not have."""
        if claim.field not in self._fields:
            return None
        key = claim.field, claim.definition
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(self._fields[claim.field], claim)
        return found

    def _make(self, info: FieldInfo, claim: Claim) -> Head:
        from catalog.wording import definitions

        spec, definition = info.spec, claim.definition
        return Head(
            field=info.key,
            label=info.label,
            group=info.group,
            kind=spec.kind if spec.numeric else None,
            definition=definition,
            id=definitions.definition_id(spec, definition),
            words=definitions.definition_label(spec, definition),
            short_words=definitions.definition_label(spec, definition, short=True),
            better=spec.better,
            comparable=definitions.is_comparable(spec, definition),
            missing=bool(definitions.missing_qualifiers(spec, definition)),
            formula=spec.what if info.key in self._derived else None,
            types=None if spec.types is None else sorted(spec.types),
            powertrains=None if spec.powertrains is None else sorted(spec.powertrains),
            units=_units(info, claim),
            order=[self._places[info.key], *definitions.order(spec, definition)],
        )


def _units(info: FieldInfo, claim: Claim) -> dict[str, tuple[str, bool]]:
    """The unit of each system; an amount of money keeps its own currency in all of them."""
    # A head is made once for all claims of its definition, of which the first may hold no value: only an amount of
    # money, whose definition begins with its currency, is asked for its unit.
    is_money = info.spec.kind == "money"
    if not info.spec.numeric or (is_money and claim.reading is None):
        return {}
    from catalog.units import SYSTEMS, reverses

    kind = info.spec.quantity_kind
    own = kind.canonical_for(claim.reading.unit) if is_money and claim.reading is not None else None
    units = {system: own or info.spec.unit(system) for system in SYSTEMS}
    return {system: (unit.symbol, not is_money and reverses(kind.canonical, unit)) for system, unit in units.items()}

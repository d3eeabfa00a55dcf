"""How one field is defined: the annotation from which everything else is derived."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.plain import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from catalog.units import Kind, Unit

    Better = Literal["higher", "lower"] | None


NOT_NUMBERS = ("text", "words", "date", "tyre")

BATTERY = frozenset({"battery electric", "plug-in hybrid", "hybrid", "mild hybrid", "fuel cell"})
PLUG = frozenset({"battery electric", "plug-in hybrid"})
ENGINE = frozenset({"petrol", "diesel", "gas", "flex fuel", "hybrid", "mild hybrid", "plug-in hybrid"})
GOODS = frozenset({"truck", "van", "pickup", "tractor"})


@dataclass(frozen=True, slots=True, eq=False)
class Spec:
    """A field's definition, written as the annotation of a model attribute.

    ``what`` is one sentence of meaning. ``kind`` is a quantity kind of ``catalog.units``, or one of
    ``NOT_NUMBERS``. ``definition`` names the qualifiers that decide the row: a name ending in ``?`` may be
    left out, any other makes a value that does not state it incomparable. ``better`` says which end is
    better for most buyers; None where it depends on the use, and then nothing is marked best.
    ``display`` overrides the kind's unit per system. ``powertrains`` and ``types`` limit where the field
    applies. ``codes`` are its names in standards, ``schema_org`` its property there.
    """

    label: str
    kind: str
    what: str
    definition: tuple[str, ...] = ()
    better: Better = None
    display: Mapping[str, str] = field(default_factory=dict)
    powertrains: frozenset[str] | None = None
    types: frozenset[str] | None = None
    vocabulary: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    schema_org: str | None = None

    def __post_init__(self) -> None:
        from catalog.units import KINDS

        if self.kind not in KINDS and self.kind not in NOT_NUMBERS:
            raise TypeError(f"{self.label}: no kind {self.kind!r}")

    @property
    def numeric(self) -> bool:
        return self.kind not in NOT_NUMBERS

    @property
    def quantity_kind(self) -> Kind:
        from catalog.units import KINDS

        return KINDS[self.kind]

    @property
    def required(self) -> tuple[str, ...]:
        """Qualifiers without which a value is not comparable."""
        return tuple(name for name in self.definition if not name.endswith("?"))

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """All qualifiers of the definition, in the order of the row's label."""
        return tuple(name.rstrip("?") for name in self.definition)

    def unit(self, system: str) -> Unit:
        """The unit in which a unit system shows this field (money: none, its own currency is kept)."""
        kind = self.quantity_kind
        return kind.unit(self.display[system]) if system in self.display else kind.display(system)

    def applies(self, vehicle_type: str, powertrain: str | None) -> bool:
        """Whether vehicles of this type and powertrain have such a thing. An unknown powertrain may."""
        if self.types is not None and vehicle_type not in self.types:
            return False
        return self.powertrains is None or powertrain is None or powertrain in self.powertrains


def units_by_system(metric: str, us: str, uk: str | None = None, si: str | None = None) -> dict[str, str]:
    """Display units where a field's differ from its kind's."""
    return {"metric": metric, "us": us, "uk": uk or metric, "si": si or metric}

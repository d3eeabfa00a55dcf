"""Which unit a reader sees: a unit system for all, and overrides for one kind or one field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from catalog.errors import NotFound, ReadingError, SettingsError, nearest
from catalog.plain import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.table import FieldInfo, FieldTable
    from catalog.units import Unit
    from catalog.wording.heads import Head


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit system and overrides. ``by_field`` wins over ``by_kind``, which wins over the system."""

    system: str = "metric"
    by_kind: Mapping[str, Unit] = field(default_factory=dict)
    by_field: Mapping[str, Unit] = field(default_factory=dict)

    def unit(self, info: FieldInfo, published: Unit) -> Unit:
        """The unit to show a field in. Money stays in its own currency."""
        if info.spec.kind == "money":
            return info.spec.quantity_kind.canonical_for(published)
        return self.by_field.get(info.key) or self.by_kind.get(info.spec.kind) or info.spec.unit(self.system)

    def shown(self, head: Head) -> tuple[str | None, bool]:
        """The symbol of the unit in which a row is shown (None: no numbers), and whether the order of its numbers
        turns round in it."""
        if head.kind is None:
            return None, False
        own = None if head.kind == "money" else self.by_field.get(head.field) or self.by_kind.get(head.kind)
        if own is None:
            return head.units[self.system]
        from catalog.units import KINDS, reverses

        return own.symbol, reverses(KINDS[head.kind].canonical, own)


def choose(fields: FieldTable, system: str = "metric", overrides: Iterable[str] = ()) -> UnitChoice:
    """A choice from ``metric``/``us``/``uk``/``si`` and texts such as ``range=mi`` or ``mass=lb``.

    A name is a kind (all its fields) or a field's key. Raises SettingsError, or NotFound for a name.
    """
    from catalog.units import KINDS, SYSTEMS, find

    if system not in SYSTEMS:
        offer = nearest(system, SYSTEMS)
        hint = f"; did you mean {offer[0]}?" if offer else f"; one of {', '.join(SYSTEMS)}"
        raise SettingsError(f"no unit system {system!r}{hint}")
    by_kind: dict[str, Unit] = {}
    by_field: dict[str, Unit] = {}
    for override in overrides:
        name, equals, spelling = (part.strip() for part in override.partition("="))
        if not equals or not name or not spelling:
            raise SettingsError(f"{override!r} is not FIELD=UNIT; write for example range=mi or mass=lb")
        kind_name = name.replace("_", " ")
        try:
            if kind_name in KINDS and kind_name != "money":
                by_kind[kind_name] = find(spelling, kind_name)
            elif name in fields and fields[name].spec.numeric and fields[name].spec.kind != "money":
                by_field[name] = find(spelling, fields[name].spec.kind)
            elif name in fields or kind_name == "money":
                raise SettingsError(f"{name} has no unit to choose")
            else:
                raise NotFound("field or kind", name, nearest(name, [*fields, *KINDS]))
        except ReadingError as error:
            raise SettingsError(f"{override}: {error}") from None
    return UnitChoice(system, by_kind, by_field)

"""The units that a request is answered in: a system, and units for single fields or kinds."""

from __future__ import annotations

from catalog.wording.choice import UnitChoice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

#: The unit systems, the usual one first.
SYSTEMS = ("metric", "us", "uk", "si")


def units_of(system: str, overrides: Sequence[str]) -> UnitChoice:
    """The reader's units. Raises SettingsError or NotFound for what cannot be chosen."""
    if not overrides and system in SYSTEMS:
        return UnitChoice(system)
    from catalog.model.fields import FIELDS
    from catalog.wording.choice import choose

    return choose(FIELDS, system, overrides)

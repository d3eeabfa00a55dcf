"""The tray: up to five vehicles that a reader has picked, in the URL of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.plain import dataclass
from catalog.requests.comparing import MOST
from catalog.requests.parameter import Parameter, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.record import Record

PICK = Parameter("pick", "picks", "texts", None, "a vehicle in the tray (repeat it)", "foton-iblue-ev", many=MOST)


@dataclass(frozen=True, slots=True)
class Tray:
    """The picked vehicles that there are, in the order in which they were picked."""

    picked: Sequence[Record] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(record.id for record in self.picked)

    @property
    def full(self) -> bool:
        return len(self.picked) >= MOST

    def __contains__(self, vehicle_id: object) -> bool:
        return vehicle_id in self.ids

    def toggled(self, vehicle_id: str) -> tuple[str, ...]:
        """The ids with this one taken out, or put in at the end."""
        if vehicle_id in self.ids:
            return tuple(key for key in self.ids if key != vehicle_id)
        return (*self.ids, vehicle_id)


@dataclass(frozen=True, slots=True)
class Picks:
    """The tray alone, as pages have it that show something else than a list."""

    picks: tuple[str, ...] = ()


PICKS = View("list", Picks, (PICK,))


def tray_of(ids: Sequence[str], names: Mapping[str, Record]) -> Tray:
    """The tray of these ids; one that is no vehicle (any more) is left out."""
    return Tray([names[key] for key in dict.fromkeys(ids) if key in names])

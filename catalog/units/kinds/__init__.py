"""All quantity kinds, in the order in which help lists them: one file a family of kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.units.unit import Kind

# kind: (file, name in it)
_HOME = {
    "length": ("space", "LENGTH"),
    "distance": ("space", "DISTANCE"),
    "area": ("space", "AREA"),
    "volume": ("space", "VOLUME"),
    "angle": ("space", "ANGLE"),
    "grade": ("space", "GRADE"),
    "mass": ("mass", "MASS"),
    "power": ("energy", "POWER"),
    "energy": ("energy", "ENERGY"),
    "torque": ("energy", "TORQUE"),
    "charge": ("energy", "CHARGE"),
    "voltage": ("energy", "VOLTAGE"),
    "specific energy": ("mass", "SPECIFIC_ENERGY"),
    "power per mass": ("mass", "POWER_TO_MASS"),
    "energy consumption": ("consumption", "ENERGY_CONSUMPTION"),
    "fuel consumption": ("consumption", "FUEL_CONSUMPTION"),
    "gas consumption": ("consumption", "GAS_CONSUMPTION"),
    "emission": ("consumption", "EMISSION"),
    "time": ("motion", "TIME"),
    "speed": ("motion", "SPEED"),
    "rotation": ("motion", "ROTATION"),
    "pressure": ("energy", "PRESSURE"),
    "sound level": ("counts", "SOUND"),
    "temperature": ("counts", "TEMPERATURE"),
    "count": ("counts", "COUNT"),
    "rate": ("counts", "RATE"),
    "ratio": ("counts", "RATIO"),
    "share": ("counts", "SHARE"),
    "money": ("money", "MONEY"),
}


class Kinds(Mapping[str, Kind]):
    """The kinds by name. A kind's file is imported when the kind is first asked for; its name is known before.

    >>> "torque" in KINDS, KINDS["torque"].canonical.symbol, KINDS["torque"] is KINDS["torque"]
    (True, 'N m', True)
    """

    def __init__(self) -> None:
        self._imported: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        kind = self._imported.get(name)
        if kind is None:
            from catalog.plain import module

            file, constant = _HOME[name]
            kind = self._imported[name] = getattr(module(f"catalog.units.kinds.{file}"), constant)
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(_HOME)

    def __len__(self) -> int:
        return len(_HOME)

    def __contains__(self, name: object) -> bool:
        return name in _HOME

    def __repr__(self) -> str:
        return f"<{len(self)} kinds: {', '.join(self)}>"


KINDS = Kinds()

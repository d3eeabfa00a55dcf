"""The usual way to write such a tool, to measure against: typer for the command, pydantic-pint for the values,
every spec file read in every run, tabulate for the table.

    python benchmarks/naive.py FOLDER ID ID

It knows a dozen fields, takes the first value of each that pint can read, and knows neither definitions nor sources:
much less than the catalog does, so it is a low estimate of that way. ``cold.py --naive`` installs what it needs.
"""

from __future__ import annotations

import pathlib
import tomllib
from typing import Annotated, Any

import tabulate
import typer  # type: ignore[import-not-found, unused-ignore]
from pint import Quantity
from pydantic import BaseModel, ValidationError
from pydantic_pint import PydanticPintQuantity  # type: ignore[import-not-found, unused-ignore]

Length = Annotated[Quantity[Any], PydanticPintQuantity("mm")]
Distance = Annotated[Quantity[Any], PydanticPintQuantity("km")]
Mass = Annotated[Quantity[Any], PydanticPintQuantity("kg")]
Energy = Annotated[Quantity[Any], PydanticPintQuantity("kWh")]
Power = Annotated[Quantity[Any], PydanticPintQuantity("kW")]
Speed = Annotated[Quantity[Any], PydanticPintQuantity("km/h")]
_KNOWN = {
    "length": Length, "width": Length, "height": Length, "wheelbase": Length, "kerb_mass": Mass, "payload": Mass,
    "gross_vehicle_mass": Mass, "battery_energy": Energy, "range": Distance, "motor_power": Power,
    "dc_charge_power": Power, "top_speed": Speed,
}  # fmt: skip


class Vehicle(BaseModel):
    """A vehicle with the fields of this example."""

    make: str
    model: str
    length: Length | None = None
    width: Length | None = None
    height: Length | None = None
    wheelbase: Length | None = None
    kerb_mass: Mass | None = None
    payload: Mass | None = None
    gross_vehicle_mass: Mass | None = None
    battery_energy: Energy | None = None
    range: Distance | None = None
    motor_power: Power | None = None
    dc_charge_power: Power | None = None
    top_speed: Speed | None = None


def first(value: Any) -> Any:
    """The text of a field's first value."""
    if isinstance(value, list):
        value = value[0]
    return value.get("value") if isinstance(value, dict) else value


def validated(parts: dict[str, Any]) -> Vehicle:
    """A vehicle of what can be read."""
    try:
        return Vehicle(**parts)
    except ValidationError as error:
        return validated({key: value for key, value in parts.items() if (key,) not in _places(error)})


def _places(error: ValidationError) -> set[tuple[int | str, ...]]:
    return {one["loc"] for one in error.errors()}


def load(folder: pathlib.Path) -> dict[str, Vehicle]:
    """All vehicles of a spec folder; a text that pint cannot read is left out."""
    vehicles = {}
    for path in sorted(folder.glob("vehicles/*/*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        own = {key: first(value) for key, value in data.get("specs", {}).items() if key in _KNOWN}
        vehicles[f"{path.parent.name}-{path.stem}"] = validated({"make": data["make"], "model": data["model"], **own})
    return vehicles


def main(folder: pathlib.Path, names: list[str]) -> None:
    """Compare vehicles side by side."""
    vehicles = load(folder)
    chosen = [vehicles[name] for name in names]
    rows = [
        [key, *("" if (value := getattr(vehicle, key)) is None else f"{value:~P}" for vehicle in chosen)]
        for key in _KNOWN
    ]
    print(tabulate.tabulate(rows, headers=["", *(f"{vehicle.make} {vehicle.model}" for vehicle in chosen)]))


if __name__ == "__main__":
    typer.run(main)

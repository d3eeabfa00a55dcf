"""One vehicle configuration: identity plus the groups, flat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from catalog.model.claim import Claims
from catalog.model.fields import FIELDS, IDENTITY
from catalog.model.groups.battery import Battery
from catalog.model.groups.charging import Charging
from catalog.model.groups.chassis import Chassis
from catalog.model.groups.dimensions import Dimensions
from catalog.model.groups.load_space import LoadSpace
from catalog.model.groups.masses import Masses
from catalog.model.groups.ownership import Ownership
from catalog.model.groups.performance import Performance
from catalog.model.groups.powertrain import Powertrain
from catalog.model.groups.production import Production
from catalog.model.groups.range_and_consumption import RangeAndConsumption
from catalog.model.parse import default_sources, listed
from catalog.model.record import Record

VehicleType = Literal["truck", "van", "pickup", "car", "bus", "coach", "tractor"]
Category = Literal["M1", "M2", "M3", "N1", "N2", "N3", "M1G", "N1G", "N2G", "N3G", "L6", "L7"]
PowertrainType = Literal[
    "battery electric", "plug-in hybrid", "hybrid", "mild hybrid", "fuel cell", "petrol", "diesel", "gas", "flex fuel"
]
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Market = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Name = Annotated[str, Field(min_length=1)]


class Vehicle(
    Production,
    Ownership,
    Chassis,
    Performance,
    Powertrain,
    Charging,
    RangeAndConsumption,
    Battery,
    LoadSpace,
    Masses,
    Dimensions,
    BaseModel,
):
    """One vehicle configuration that a buyer can choose, with every claim made about it.

    Identity stands in plain attributes; every spec field is an attribute that holds ``Claims`` (empty where
    nothing is known). ``rest = "not published"`` says that its sources were read and give nothing more.

    >>> van = Vehicle.model_validate({
    ...     "id": "acme-van", "make": "Acme", "model": "Van", "vehicle_type": "van", "sources": ["brochure"],
    ...     "specs": {"payload": "1230 kg"},
    ... })
    >>> van.payload.to("lb").magnitude
    2711.685824873994
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, str_strip_whitespace=True, title="Vehicle spec file"
    )

    id: str = Field(pattern=ID, description="Stable id: the folder of the make, a hyphen, and the file's name.")
    make: str = Field(min_length=1, max_length=80, description="Brand as sold.")
    model: str = Field(min_length=1, max_length=120, description="Model as sold.")
    version: str = Field("", max_length=160, description="What tells this configuration from its siblings.")
    vehicle_type: VehicleType = Field(description="What it is, in everyday words.")
    category: Category | None = Field(None, description="Category by R.E.3 and (EU) 2018/858.")
    powertrain: PowertrainType | None = Field(None, description="What drives it; left out where not published.")
    body: str = Field("", max_length=80, description="Body: box, flatbed, chassis cab, double cab, crossover ...")
    markets: tuple[Market, ...] = Field(
        (), description="Markets it is sold in (ISO 3166 alpha-2, or EU).", examples=[["DE"]]
    )
    plants: tuple[Name, ...] = Field((), description="Ids of the plants that build it.")
    aliases: tuple[Name, ...] = Field((), description="Earlier ids and other names; ids are never reused.")
    sources: tuple[Name, ...] = Field((), description="Ids of the sources of values that name none of their own.")
    rest: Literal["", "not published"] = Field("", description="What is known of all fields that are not listed.")
    note: str = Field("", max_length=2000, description="Anything a reader has to know of the whole vehicle.")
    accept: Mapping[str, Name] = Field({}, description="Check codes that were looked at, each with a written reason.")

    @model_validator(mode="before")
    @classmethod
    def _flatten(cls, data: Any) -> Any:
        """Lift ``specs`` to the top and give each claim the file's default sources and only market."""
        if not isinstance(data, dict):
            return data
        specs = data.get("specs", {})
        if not isinstance(specs, dict):
            return data
        flat = {key: value for key, value in data.items() if key != "specs"}
        defaults = _defaults(flat)
        for key, value in specs.items():
            flat[key] = _with_defaults(value, defaults)
        return flat

    @field_validator("markets", "plants", "aliases", "sources", mode="before")
    @classmethod
    def _list_to_tuple(cls, value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    def claims(self, field: str) -> Claims:
        """The claims of a field by its key. Raises KeyError for a key that is not in ``FIELDS``."""
        found: Claims = getattr(self, FIELDS[field].key)
        return found

    def record(self) -> Record:
        """The vehicle as the plain record that comparison, sheets and an index work on."""
        return Record(
            **{name: getattr(self, name) for name in IDENTITY},
            claims={key: claims for key in FIELDS if (claims := self.claims(key))},
        )

    def __repr__(self) -> str:
        return f"<Vehicle {self.id}: {self.name}>"

    __str__ = __repr__

    @property
    def name(self) -> str:
        """Make, model and version in one line."""
        return self.record().name


def _defaults(identity: Mapping[str, Any]) -> dict[str, Any]:
    """What a claim takes from the file where it does not say so itself: its sources, its only market.

    A market that is none is one fault of the file and not one of every claim.
    """
    defaults: dict[str, Any] = {}
    if sources := default_sources(identity.get("sources", [])):
        defaults["sources"] = sources
    markets = listed(identity.get("markets", []))
    if len(markets) == 1 and isinstance(markets[0], str) and re.fullmatch(r"[A-Z]{2}", markets[0]):
        defaults["market"] = markets[0]
    return defaults


def _with_defaults(value: Any, defaults: dict[str, Any]) -> Any:
    if isinstance(value, Claims):
        return value
    if isinstance(value, list | tuple):
        return [_one_with_defaults(entry, defaults) for entry in value]
    return _one_with_defaults(value, defaults)


def _one_with_defaults(value: Any, defaults: dict[str, Any]) -> Any:
    if not isinstance(value, dict):
        return {"value": value, **defaults}
    own = {name: default for name, default in defaults.items() if name not in value}
    if "source" in value:
        own.pop("sources", None)
    return {**own, **value}

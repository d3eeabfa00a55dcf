"""An assembly plant: where it is, whose, what it builds, how many it plans to and did."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from catalog.model.claim import Claim
from catalog.model.dates import read_date
from catalog.model.parse import validate_claims
from catalog.model.spec import Spec

_OUTPUT = Spec("Output", "count", "Vehicles in a period.")
_FACT = Spec("Fact", "text", "Anything else that was published of a plant.")


class Output(BaseModel):
    """How many vehicles a plant planned or built in a period, as one source stated it."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    period: str = Field(min_length=1, max_length=80, description='"2024", "a year", "first day", "by the end of 2023".')
    what: Literal["plan", "built", "in assembly"] = "plan"
    stated: str | None = Field(None, description="When it was stated, where not the source's date.")
    claim: Claim

    @field_validator("stated")
    @classmethod
    def _stated(cls, value: str | None) -> str | None:
        return None if value is None else read_date(value)


class Fact(BaseModel):
    """Another published fact of a plant, as text."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    what: str = Field(min_length=1, max_length=80)
    claim: Claim


class Plant(BaseModel):
    """One assembly plant with its claims."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=1, max_length=120)
    place: str = Field(min_length=1, max_length=120, description="Town.")
    country: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166 alpha-2.")
    owner: str = Field("", max_length=160)
    formerly: str = Field("", max_length=160, description="Whose plant it was before.")
    sources: tuple[str, ...] = ()
    note: str = Field("", max_length=2000)
    output: tuple[Output, ...] = ()
    facts: tuple[Fact, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _raw_claims(cls, data: Any) -> Any:
        """Turn each output and fact into a claim of its own, with the plant's sources as default."""
        if not isinstance(data, dict):
            return data
        default = {"sources": list(data.get("sources", []))}
        built = dict(data, sources=tuple(data.get("sources", ())))
        for key, spec, own in (("output", _OUTPUT, ("period", "what", "stated")), ("facts", _FACT, ("what",))):
            entries = data.get(key, [])
            if not isinstance(entries, list | tuple) or not all(isinstance(entry, dict) for entry in entries):
                continue
            built[key] = tuple(
                {
                    **{name: entry[name] for name in own if name in entry},
                    "claim": _claim(spec, key, {name: v for name, v in entry.items() if name not in own}, default),
                }
                for entry in entries
            )
        return built

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the plant, outputs first."""
        return (*(entry.claim for entry in self.output), *(fact.claim for fact in self.facts))


def _claim(spec: Spec, key: str, raw: dict[str, Any], default: dict[str, Any]) -> Claim:
    if "claim" in raw:
        claim: Claim = raw["claim"]
        return claim
    merged = raw if "source" in raw or "sources" in raw else {**raw, **default}
    return validate_claims(spec, key, merged)[0]

"""An assembly plant: where it is, whose, what it builds, how many it plans to and did."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, field_validator, model_validator

from catalog.model.claim import Claim
from catalog.model.parse import CLAIM_KEYS, checked_date, default_sources, validate_claims
from catalog.model.spec import Spec

_OUTPUT = Spec("Output", "count", "Vehicles in a period.")
_FACT = Spec("Fact", "text", "Anything else that was published of a plant.")


class _Entry(BaseModel):
    """What a plant's file says in one table: keys of its own, and those of a value, which become a claim."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True, str_strip_whitespace=True
    )

    @model_validator(mode="before")
    @classmethod
    def _gather_claim(cls, data: Any) -> Any:
        """The keys of a value apart; what is neither stays, and is refused by its name."""
        if not isinstance(data, dict) or isinstance(data.get("claim"), Claim):
            return data
        raw = {name: value for name, value in data.items() if name in CLAIM_KEYS or name == "claim"}
        return {**{name: value for name, value in data.items() if name not in raw}, "claim": raw}


def _claim_of(spec: Spec, key: str) -> PlainValidator:
    """Makes the claim of an entry; passes one that is made already."""
    return PlainValidator(lambda raw: raw if isinstance(raw, Claim) else validate_claims(spec, key, raw)[0])


class Output(_Entry):
    """How many vehicles a plant planned or built in a period, as one source stated it."""

    period: str = Field(
        min_length=1, max_length=80, description='The period: "2024", "a year", "first day", "by the end of 2023".'
    )
    what: Literal["plan", "built", "in assembly"] = Field("plan", description="Planned, built, or being assembled.")
    stated: str | None = Field(None, description="When it was stated, where not the source's date.")
    claim: Annotated[Claim, _claim_of(_OUTPUT, "output")]

    @field_validator("stated")
    @classmethod
    def _stated(cls, value: str | None) -> str | None:
        return checked_date(value)


class Fact(_Entry):
    """Another published fact of a plant, as text."""

    what: str = Field(min_length=1, max_length=80, description="What the fact is about.")
    claim: Annotated[Claim, _claim_of(_FACT, "facts")]


class Plant(BaseModel):
    """One assembly plant with its claims."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Stable id: the file's name.")
    name: str = Field(min_length=1, max_length=120, description="Name of the plant.")
    place: str = Field(min_length=1, max_length=120, description="Town.")
    country: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166 alpha-2.", examples=["RU"])
    owner: str = Field("", max_length=160, description="Who owns it.")
    formerly: str = Field("", max_length=160, description="Whose plant it was before.")
    sources: tuple[str, ...] = Field((), description="Ids of the sources of values that name none of their own.")
    note: str = Field("", max_length=2000, description="Anything a reader has to know of the plant.")
    output: tuple[Output, ...] = Field((), description="Output plans and counts, one table each.")
    facts: tuple[Fact, ...] = Field((), description="Other published facts, one table each.")

    @model_validator(mode="before")
    @classmethod
    def _default_sources(cls, data: Any) -> Any:
        """Give each output and fact that names no source those of the plant."""
        if not isinstance(data, dict) or "sources" not in data:
            return data
        default = default_sources(data["sources"])
        return {
            **data,
            **{
                key: [_with_sources(entry, default) for entry in data[key]]
                for key in ("output", "facts")
                if isinstance(data.get(key), list | tuple)
            },
        }

    @field_validator("sources", "output", "facts", mode="before")
    @classmethod
    def _list_to_tuple(cls, value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the plant, outputs first."""
        return (*(entry.claim for entry in self.output), *(fact.claim for fact in self.facts))


def _with_sources(entry: Any, sources: list[str]) -> Any:
    if not isinstance(entry, dict) or {"source", "sources"} & entry.keys():
        return entry
    return {**entry, "sources": sources}

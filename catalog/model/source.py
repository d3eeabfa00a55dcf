"""A source: who published it, what, when and where."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from catalog.model.cited import Cited
from catalog.model.parse import checked_date

SourceKind = Literal["regulator", "manufacturer", "data set", "encyclopedia", "press", "dealer", "forum"]


class Source(Cited, BaseModel):
    """One published text or data set that values are cited from."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Stable id by which values cite it.")
    publisher: str = Field(min_length=1, max_length=200, description="Who published it.")
    title: str = Field(min_length=1, max_length=300, description="Its title, or a description where it has none.")
    date: str | None = Field(None, description="When it was published; left out where unknown.")
    url: str | None = Field(
        None,
        pattern=r"^https?://\S+$",
        max_length=500,
        description="Where it can be read.",
        examples=["https://example.com/page"],
    )
    kind: SourceKind = Field(description="What kind of publisher.")
    mirror: bool = Field(False, description="Whether it is a copy or translation of another text.")
    low_trust: bool = Field(False, description="Whether it is machine translated, generated or careless.")
    note: str = Field("", max_length=1000, description="Anything a reader has to know of it.")

    @field_validator("date")
    @classmethod
    def _date(cls, value: str | None) -> str | None:
        return checked_date(value)

"""The base of the groups: frozen, nothing unknown, no values but claims."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from catalog.model.claim import Claims

NONE = Claims()


class Group(BaseModel):
    """A group of fields of a spec sheet. Groups order and document; they are not part of a field's name."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)

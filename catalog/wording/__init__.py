"""How claims are put in words: units chosen by the reader, numbers rounded as published, definitions named."""

from __future__ import annotations

from catalog.wording.choice import UnitChoice, choose
from catalog.wording.values import NBSP, grouped, published_text, rounded, value_text, with_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.wording.definitions import definition_id, definition_label, is_comparable

__all__ = [
    "NBSP",
    "UnitChoice",
    "choose",
    "definition_id",
    "definition_label",
    "grouped",
    "is_comparable",
    "published_text",
    "rounded",
    "value_text",
    "with_unit",
]


def __getattr__(name: str) -> Any:
    """What needs the model is imported when it is used: `vehicles convert` words numbers without pydantic."""
    if name in ("definition_id", "definition_label", "is_comparable"):
        from catalog.wording import definitions

        return getattr(definitions, name)
    raise AttributeError(f"module 'catalog.wording' has no attribute {name!r}")

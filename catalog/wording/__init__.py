"""How claims are put in words: units chosen by the reader, numbers rounded as published, definitions named."""

from __future__ import annotations

from catalog.wording.choice import UnitChoice, choose
from catalog.wording.definitions import definition_id, definition_label, is_comparable
from catalog.wording.values import NBSP, grouped, published_text, rounded, value_text, with_unit

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

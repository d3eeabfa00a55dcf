"""How claims are put in words: units chosen by the reader, numbers rounded as published, definitions named.

The names are imported when they are first used: a table of values that an index has worded needs few of them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.wording.choice import UnitChoice, choose
    from catalog.wording.definitions import definition_id, definition_label, is_comparable
    from catalog.wording.heads import Head, Heads
    from catalog.wording.printed import NBSP, grouped, with_unit
    from catalog.wording.values import published_text, rounded, value_text
    from catalog.wording.words import Words, worded

_HOME = {
    "Head": "heads",
    "Heads": "heads",
    "NBSP": "printed",
    "UnitChoice": "choice",
    "Words": "words",
    "choose": "choice",
    "definition_id": "definitions",
    "definition_label": "definitions",
    "grouped": "printed",
    "is_comparable": "definitions",
    "published_text": "values",
    "rounded": "values",
    "value_text": "values",
    "with_unit": "printed",
    "worded": "words",
}
__all__ = [
    "NBSP",
    "Head",
    "Heads",
    "UnitChoice",
    "Words",
    "choose",
    "definition_id",
    "definition_label",
    "grouped",
    "is_comparable",
    "published_text",
    "rounded",
    "value_text",
    "with_unit",
    "worded",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.wording.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.wording' has no attribute {name!r}")

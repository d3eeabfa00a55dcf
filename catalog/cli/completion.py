"""Shell completion through argcomplete: ids, fields, units that fit the field. Imported only while completing."""

from __future__ import annotations

import argparse
from typing import Any


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell and exit."""
    import argcomplete

    argcomplete.autocomplete(parser, always_complete_options=False)


def ids(**_: Any) -> list[str]:
    """The ids of all vehicles."""
    from catalog.collection import Catalog

    return list(Catalog.open(strict=False))


def fields(**_: Any) -> list[str]:
    """The keys of all fields."""
    from catalog.model import FIELDS

    return list(FIELDS)


def unit_overrides(prefix: str, **_: Any) -> list[str]:
    """``field=unit`` with the units that fit the field."""
    from catalog.model import FIELDS

    name, equals, _typed = prefix.partition("=")
    numeric = {key: info for key, info in FIELDS.items() if info.spec.numeric and info.spec.kind != "money"}
    if not equals:
        return [f"{key}=" for key in numeric]
    if name not in numeric:
        return []
    return [f"{name}={unit.symbol}" for unit in numeric[name].spec.quantity_kind.units if unit.symbol]


def offer(action: argparse.Action, completer: Any) -> None:
    """Give an argument its completer (argcomplete looks for this attribute)."""
    action.completer = completer  # type: ignore[attr-defined]

"""Shell completion through argcomplete: ids, fields, units that fit the field. Imported only while completing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from catalog.collection.reader import Reader

Completer = Callable[..., Iterable[str]]


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell and exit."""
    import argcomplete

    argcomplete.autocomplete(parser, always_complete_options=False)


def offer(action: argparse.Action, completer: Completer) -> None:
    """Give an argument its completer (argcomplete looks for this attribute)."""
    action.completer = completer  # type: ignore[attr-defined]


def offer_words(action: argparse.Action, words: Sequence[str]) -> None:
    """Let an argument complete to one of these words."""
    offer(action, lambda **_: words)


def offer_list(action: argparse.Action, completer: Completer) -> None:
    """Let an argument complete to words separated by commas: each of a list, none twice."""

    def last(prefix: str, **_: Any) -> list[str]:
        before, comma, _typed = prefix.rpartition(",")
        given = before.split(",")
        return [f"{before}{comma}{word}" for word in completer() if word not in given]

    offer(action, last)


def ids(**_: Any) -> list[str]:
    """The ids of all vehicles."""
    return _reader().ids()


def sources(**_: Any) -> list[str]:
    """The ids of all sources."""
    return list(_reader().sources)


def plants(**_: Any) -> list[str]:
    """The ids of all plants."""
    return list(_reader().plants)


def makes(**_: Any) -> list[str]:
    """All makes."""
    return _reader().known("make")


def catalogs(**_: Any) -> list[str]:
    """What ``--catalog`` takes."""
    from catalog.collection.opening import known_names

    return known_names()


def fields(**_: Any) -> list[str]:
    """The keys of all fields."""
    from catalog.model.fields import FIELDS

    return list(FIELDS)


def unit_overrides(prefix: str, **_: Any) -> list[str]:
    """``field=unit`` with the units that fit the field."""
    from catalog.model.fields import FIELDS

    name, equals, _typed = prefix.partition("=")
    numeric = {key: info for key, info in FIELDS.items() if info.spec.numeric and info.spec.kind != "money"}
    if not equals:
        return [f"{key}=" for key in numeric]
    if name not in numeric:
        return []
    return [f"{name}={unit.symbol}" for unit in numeric[name].spec.quantity_kind.units if unit.symbol]


def _reader() -> Reader:
    """The catalog in force but for its faults; nothing to complete where the settings are wrong."""
    from catalog.cli.settings import load_settings
    from catalog.collection.reader import Reader
    from catalog.errors import SettingsError
    from catalog.index.keeping import open_index

    try:
        specs = load_settings({}).specs
    except SettingsError:
        specs = ()
    return Reader(open_index(specs))

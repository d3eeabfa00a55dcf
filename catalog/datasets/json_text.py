"""JSON as published: numbers with their digits, no doubled keys, no NaN, not too deep; nested objects to flat cells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn


class BadJson(ValueError):
    """A text that is no JSON, or more than is taken. ``line`` is where in the text; 0 where that is not known."""

    def __init__(self, reason: str, line: int = 0) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


class Number(str):
    """A number as it was written."""

    __slots__ = ()


def parse(text: str | bytes, nesting: int) -> Any:
    """The value of a JSON text; numbers as texts with their digits. Raises BadJson.

    >>> parse('{"range": 100.0}', 20)
    {'range': '100.0'}
    """
    try:
        value = json.loads(
            text, object_pairs_hook=_unique, parse_float=Number, parse_int=Number, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise BadJson(f"no JSON: {error.msg} (character {error.colno})", error.lineno) from None
    except UnicodeDecodeError as error:
        raise BadJson(f"not UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}") from None
    except RecursionError:
        raise BadJson(f"nested more than {nesting} deep") from None
    _check_depth(value, nesting)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise BadJson(f"the key {doubled[:60]!r} is there twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise BadJson(f"{name} is no number that JSON has")


def _check_depth(value: object, nesting: int) -> None:
    level = [value]
    for _ in range(nesting + 1):
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner += one.values()
            elif isinstance(one, list):
                inner += one
        if not inner:
            return
        level = inner
    raise BadJson(f"nested more than {nesting} deep")


def cell(value: object) -> str | None:
    """A scalar as the text of a cell; None for null."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, Number) else str(value)


def flat(value: Mapping[str, Any], keys: Mapping[str, str], joined: Mapping[str, str]) -> dict[str, str | None]:
    """An object as cells: ``battery.warranty.years``; of a list of objects ``motors[1].power_kw``.

    ``keys`` names the member by which the objects of a list are told apart (``range.rated``: ``cycle`` gives
    ``range.rated[wltp].range_km``); ``joined`` the members of which a list has a cell of its own, with the sign
    between them (``motors[].power_kw``). A list of scalars is one cell, with commas.
    """
    return dict(_flat("", value, keys, joined))


def _flat(
    path: str, value: object, keys: Mapping[str, str], joined: Mapping[str, str]
) -> Iterator[tuple[str, str | None]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{path}.{name}" if path else name, inner, keys, joined)
    elif isinstance(value, list) and any(isinstance(inner, dict | list) for inner in value):
        yield from _flat_list(path, value, keys, joined)
    elif isinstance(value, list):
        yield path, ", ".join(text for inner in value if (text := cell(inner)) is not None) or None
    else:
        yield path, cell(value)


def _flat_list(
    path: str, values: Sequence[object], keys: Mapping[str, str], joined: Mapping[str, str]
) -> Iterator[tuple[str, str | None]]:
    yield f"{path}[]", str(len(values))
    seen: dict[str, int] = {}
    for place, inner in enumerate(values, 1):
        name = str(place)
        if path in keys and isinstance(inner, dict):
            name = str(inner.get(keys[path], place))
            seen[name] = seen.get(name, 0) + 1
            name += f" {seen[name]}" if seen[name] > 1 else ""
        yield from _flat(f"{path}[{name}]", inner, keys, joined)
    for member, sign in joined.items():
        whole, _, name = member.rpartition("[].")
        if whole == path:
            texts = [cell(inner.get(name)) for inner in values if isinstance(inner, dict)]
            yield member, sign.join(text for text in texts if text is not None) or None

"""A map as the text of a TOML file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WIDTH = 110


def to_toml(data: Mapping[str, Any], comments: Sequence[str] = ()) -> str:
    """The map with its sections in order, comments at its top.

    >>> print(to_toml({"format": 1, "row": {"key": "id"}, "place": [{"column": "Range (km)", "field": "range"}]}))
    format = 1
    <BLANKLINE>
    [row]
    key = "id"
    <BLANKLINE>
    [[place]]
    column = "Range (km)"
    field = "range"
    <BLANKLINE>
    """
    lines = [f"# {_one_line(comment)}" for comment in comments]
    lines += _pairs({key: value for key, value in data.items() if not _is_section(value)})
    for key, value in data.items():
        if _is_section(value):
            lines += _section(key, value)
    return "\n".join(lines) + "\n"


def _is_section(value: object) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))


def _section(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if not value:
            return
        flat = {key: inner for key, inner in value.items() if not (isinstance(inner, list) and _is_section(inner))}
        yield from ("", f"[{name}]", *_pairs(flat))
        for key, inner in value.items():
            if key not in flat:
                yield from _section(f"{name}.{key}", inner)
        return
    for entry in value:
        yield from ("", f"[[{name}]]", *_pairs(entry))


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, list) and not value:
            continue
        yield f"{_key(key)} = {_value(value)}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, Sequence):
        parts = [_value(inner) for inner in value]
        whole = f"[{', '.join(parts)}]"
        return whole if len(whole) <= _WIDTH else "[\n" + "".join(f"    {part},\n" for part in parts) + "]"
    return str(value)


def _text(text: str) -> str:
    """A TOML basic string: JSON's quoting, but DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())

"""From what pydantic found wrong to faults a person can act on: file, line, field, hint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from catalog.errors import Fault, nearest
from catalog.reading.toml_file import Locator

_MESSAGES = {
    "missing": "is missing",
    "string_type": "is a text in quotes",
    "tuple_type": "is a list of texts",
    "literal_error": "is not one of the words it may be",
    "dict_type": "is a table",
    "mapping_type": "is a table",
}


def faults_of(
    error: ValidationError,
    shown: str,
    locator: Locator,
    known: Sequence[str],
    nested: str | None,
    nested_keys: Mapping[str, Any],
) -> list[Fault]:
    """All faults of a file. ``nested_keys`` stand under the table ``nested`` in the file (``specs``)."""
    faults = []
    for entry in error.errors(include_url=False):
        location = tuple(part for part in entry["loc"] if part != "claim")
        key = str(location[0]) if location else ""
        under = (nested,) if nested and (key in nested_keys or _came_from(entry, nested_keys)) else ()
        path = (*under, *location)
        if entry["type"] == "claims":
            for index, at, message in entry["ctx"]["problems"]:
                place = path if index is None else (*path, index)
                faults.append(Fault(shown, locator.line(*place), _name(key, at), message))
            continue
        faults.append(_plain(entry, shown, locator, known, key, path))
    return sorted(faults, key=lambda fault: (fault.line or 0, fault.field or ""))


def _came_from(entry: Any, nested_keys: Mapping[str, Any]) -> bool:
    return entry["type"] == "extra_forbidden" and isinstance(entry["input"], dict) and "value" in entry["input"]


def _name(key: str, at: str | None) -> str:
    return key if at in (None, "value") else f"{key}.{at}"


def _plain(entry: Any, shown: str, locator: Locator, known: Sequence[str], key: str, path: tuple[Any, ...]) -> Fault:
    kind, context = entry["type"], entry.get("ctx", {})
    name = ".".join(str(part) for part in entry["loc"] if part != "claim")
    line = locator.line(*path) or (1 if kind == "missing" else None)
    if kind == "extra_forbidden":
        offer = nearest(str(entry["loc"][-1]), known)
        hint = f"did you mean {' or '.join(offer)}?" if offer else "`vehicles fields` lists all fields"
        return Fault(shown, line, name, "there is no such field", hint)
    if kind == "literal_error":
        words = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
        offer = nearest(str(entry["input"]), words)
        hint = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(words)}"
        return Fault(shown, line, name, f"{entry['input']!r} is not a {name.replace('_', ' ')}", hint)
    if kind == "string_pattern_mismatch":
        return Fault(
            shown, line, name, f"{entry['input']!r} does not look like it should", f"pattern {context['pattern']}"
        )
    message = _MESSAGES.get(kind) or entry["msg"].removeprefix("Value error, ")
    return Fault(shown, line, name, message)

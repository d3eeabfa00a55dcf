"""A sheet's document as JSON, or its records as JSON lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

try:  # the function of json itself, without its decoder, whose patterns take as long to compile as an answer to write
    from _json import encode_basestring as _quoted
except ImportError:
    from json.encoder import encode_basestring as _quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.render.sheet import Sheet

#: From as many entries on, json's own encoder is imported: it writes several times as fast.
_MANY = 200
_FIXED = {None: "null", True: "true", False: "false"}


def _text(value: Any) -> str:
    """A value as ``json.dumps`` writes it, in what documents are made of; TypeError for anything else."""
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return _FIXED[value]
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        if value - value != 0:  # infinite, or not a number
            raise ValueError(f"Out of range float values are not JSON compliant: {value}")
        return float.__repr__(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join([f'{_quoted(key)}: {_text(entry)}' for key, entry in value.items()])}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join([_text(entry) for entry in value])}]"
    return _text(_plain(value))


def _plain(value: Any) -> Any:
    if hasattr(value, "to_integral_value"):  # a Decimal, without its import
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _encoder(entries: int) -> Callable[[Any], str]:
    if entries < _MANY:
        return _text
    import json

    return json.JSONEncoder(ensure_ascii=False, default=_plain, allow_nan=False).encode


def json_text(document: Any) -> str:
    """A document with one entry of each of its lists and tables a line.

    That is as easily searched and compared as a fully indented one, and made several times as fast.
    """
    if not isinstance(document, dict) or not document:
        return _text(document) + "\n"
    return "{\n" + ",\n".join(f"  {_quoted(key)}: {_entries(value)}" for key, value in document.items()) + "\n}\n"


def _entries(value: Any) -> str:
    if isinstance(value, list | tuple) and any(isinstance(entry, dict) for entry in value):
        encode = _encoder(len(value))
        return "[\n" + ",\n".join(f"    {encode(entry)}" for entry in value) + "\n  ]"
    if isinstance(value, dict) and any(isinstance(entry, dict) for entry in value.values()):
        encode = _encoder(len(value))
        return "{\n" + ",\n".join(f"    {_quoted(key)}: {encode(entry)}" for key, entry in value.items()) + "\n  }"
    return _text(value)


def render_json(sheet: Sheet) -> str:
    """The document."""
    return json_text(sheet.document)


def render_json_lines(sheet: Sheet) -> str:
    """One record a line."""
    encode = _encoder(len(sheet.records))
    return "".join(f"{encode(record)}\n" for record in sheet.records)

"""From what pydantic found wrong to faults a person can act on: file, line, field, what was expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from catalog.errors import nearest
from catalog.model.parse import CLAIM_KEYS, excerpt, quoted, what_it_is
from catalog.reading.locator import Path
from catalog.reading.page import Page


def tell(
    error: ValidationError, page: Page, model: type[BaseModel], places: Mapping[str, Path], name: str = ""
) -> None:
    """Add every fault to the page.

    ``places`` gives the path in the file of the model's attributes, where it is not just their name;
    ``name`` opens the name of the field in each message (the id of a source).
    """
    for entry in error.errors(include_url=False):
        _Teller(page, model, entry, places, name).tell()


class _Teller:
    def __init__(self, page: Page, model: type[BaseModel], entry: Any, places: Mapping[str, Path], name: str) -> None:
        self.page = page
        self.entry = entry
        location: Path = entry["loc"]
        self.owner, self.field = _owner(model, location)
        if location[-1:] == ("claim",) and "claim" in self.owner.model_fields:  # an entry of a plant is its claim
            location = location[:-1]
        first = str(location[0]) if location else ""
        self.path: Path = (*places.get(first, (*places.get("", ()), first)), *location[1:])
        self.name = ".".join([*([name] if name else []), *(str(part) for part in location if isinstance(part, str))])
        self.last = location[-1] if location else ""

    def tell(self) -> None:
        if self.entry["type"] == "claims":
            for index, at, message in self.entry["ctx"]["problems"]:
                path = (*self.path, *(() if index is None else (index,)), *((at,) if at else ()))
                self.page.say(path, self.name if at in (None, "value") else f"{self.name}.{at}", message)
            return
        if self.entry["type"] == "missing":
            words = _words_of(self.field)
            self.page.say_missing(self.path, self.name, _one_of(words) if words else self._meaning())
            return
        message, hint = self._words()
        self.page.say(self.path, self.name, message, hint)

    def _words(self) -> tuple[str, str | None]:
        """What is wrong, and what was expected."""
        kind, value, context = self.entry["type"], self.entry["input"], self.entry.get("ctx", {})
        words = _words_of(self.field)
        if kind == "extra_forbidden":
            return "there is no such key", _choice(str(self.last), _keys(self.owner))
        if words:
            return f"cannot be {excerpt(value)}", _choice(value, words)
        if kind == "string_pattern_mismatch":
            return f"cannot be {excerpt(value)}", self._example()
        if kind == "string_too_short":
            return ("is empty", self._meaning()) if isinstance(self.last, str) else ("an entry is empty", None)
        if kind == "string_too_long":
            return f"{len(value):,} characters; at most {context['max_length']:,}", None
        wanted = _WANTED.get(kind)
        if wanted is None:
            return str(self.entry["msg"]).removeprefix("Value error, "), None
        each = "" if isinstance(self.last, str) else "each entry "
        return f"{each}must be {wanted}, not {what_it_is(value)}", self._rather(kind, value)

    def _rather(self, kind: str, value: Any) -> str | None:
        """What to write instead of a value of another type."""
        if kind == "tuple_type":
            if _nested(self.field) is not None:
                return f"[[{self.last}]]"
            return f'{self.last} = ["{value}"]' if isinstance(value, str) and len(value) <= 60 else None
        if kind.startswith("model") and _nested(self.field) is not None:
            return f"[[{self.name}]]"
        text = quoted(value) if kind == "string_type" else None
        return f"{self.last} = {text}" if text and isinstance(self.last, str) else text

    def _meaning(self) -> str | None:
        return self.field.description.rstrip(".") if self.field and self.field.description else None

    def _example(self) -> str | None:
        example = next(iter((self.field.examples if self.field else None) or ()), None)
        example = example[0] if isinstance(example, list) else example
        return ", such as ".join(str(part) for part in (self._meaning(), example) if part) or None


_WANTED = {
    "bool_type": "true or false, without quotes",
    "dict_type": "a table",
    "mapping_type": "a table",
    "model_attributes_type": "a table",
    "model_type": "a table",
    "string_type": "a text in quotes",
    "tuple_type": "a list",
}


def offer(name: str, known: Sequence[str]) -> str | None:
    """The nearest right names as a hint."""
    found = nearest(name, known)
    return f"did you mean {' or '.join(found)}?" if found else None


def _choice(value: Any, words: Sequence[str]) -> str:
    return (offer(value, words) if isinstance(value, str) else None) or _one_of(words)


def _one_of(words: Sequence[str]) -> str:
    return f"one of {', '.join(words)}" if len(words) > 1 else f"only {words[0]}"


def _owner(model: type[BaseModel], location: Path) -> tuple[type[BaseModel], FieldInfo | None]:
    """The model in which the last named part of a location stands, and its field there."""
    field = None
    for part in location:
        if isinstance(part, int):
            continue
        model = _nested(field) or model
        field = model.model_fields.get(part, field if field and _nested(field) is None else None)
    return model, field


def _nested(field: FieldInfo | None) -> type[BaseModel] | None:
    """The model of a list's elements."""
    found = (part for part in _parts(field.annotation if field else None) if isinstance(part, type))
    return next((part for part in found if issubclass(part, BaseModel)), None)


def _words_of(field: FieldInfo | None) -> tuple[str, ...]:
    """The closed vocabulary of a field, empty where it has none."""
    literals = (part for part in _parts(field.annotation if field else None) if get_origin(part) is Literal)
    return tuple(word for literal in literals for word in get_args(literal) if word)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)


def _keys(model: type[BaseModel]) -> list[str]:
    """What may be written in a table of this model: an entry of a plant holds a claim's keys instead of a claim."""
    own = [name for name in model.model_fields if name not in ("id", "claim")]
    return [*own, *CLAIM_KEYS] if "claim" in model.model_fields else own

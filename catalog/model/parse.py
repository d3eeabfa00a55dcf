"""From the raw value of a spec file to claims: text, table, or a list of either."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError

from catalog.errors import CatalogError, ReadingError, nearest
from catalog.model.claim import Claim, Claims, Status
from catalog.model.dates import read_date
from catalog.model.qualifiers import QUALIFIERS
from catalog.model.spec import Spec
from catalog.model.tyre import read_tyre
from catalog.units import MAX_LENGTH, Reading, read

#: Keys of a claim besides the qualifiers of its field.
CLAIM_KEYS: dict[str, str] = {
    "value": "the text as published",
    "source": "the id of its source",
    "sources": "the ids of its sources, where several print the same",
    "status": "published (the default), converted, derived, estimated, not published, not applicable",
    "read_as": "how to read the text where the print is ambiguous or wrong; needs a note",
    "published_as": "the label under which it was printed, where that is not this field",
    "applies_to": "the variant it is about, where not the whole configuration",
    "market": "the market it was said for (ISO 3166 alpha-2, or EU)",
    "date": "the date it was said, where not the source's",
    "note": "anything a reader has to know",
    "doubt": "why the printed value cannot be right as it stands: kept and shown, never ranked or preferred",
    "preferred": "true to show this claim before others",
    "accept": "check codes that were looked at, each with the reason why the value stands",
}
_TEXT_KEYS = ("read_as", "published_as", "applies_to", "note", "doubt")
_MAX_TEXT = 2000
_MAX_CLAIMS = 200
_MAX_KEYS = 40
_NO_SOURCE = (
    'no source; give the value one, { value = "...", source = "..." }, or the whole file, sources = ["..."] at its top'
)
Problem = tuple[int | None, str | None, str]  # (which claim, which key of it, message)
_Found = TypeVar("_Found")


def validate_claims(spec: Spec, key: str, value: Any) -> Claims:
    """The claims of one field. Raises one PydanticCustomError that carries the problems of all of them."""
    if isinstance(value, Claims):
        return value
    single = not isinstance(value, list | tuple)
    raws = listed(value)
    claims: list[Claim] = []
    problems: list[Problem] = []
    if not raws:
        problems.append((None, None, "an empty list; leave the field out"))
    if len(raws) > _MAX_CLAIMS:
        problems.append((_MAX_CLAIMS, None, f"{len(raws):,} values; a field has at most {_MAX_CLAIMS}"))
        raws = []
    for index, raw in enumerate(raws):
        parser = _ClaimParser(spec, key, raw)
        claim = parser.parse()
        problems += [(None if single else index, at, message) for at, message in parser.problems]
        if claim is not None:
            claims.append(claim)
    if problems:
        summary = "; ".join(f"{at}: {message}" if at else message for _, at, message in problems)
        raise PydanticCustomError("claims", "{summary}", {"summary": _legible(summary), "problems": problems})
    return Claims(claims)


def checked_date(value: str | None) -> str | None:
    """A date for a pydantic validator: raises ValueError, as those must."""
    try:
        return None if value is None else read_date(value)
    except ReadingError as error:
        raise ValueError(str(error)) from None


def listed(value: Any) -> list[Any]:
    """A list as it is, anything else as the only entry of one."""
    return list(value) if isinstance(value, list | tuple) else [value]


def default_sources(named: Any) -> list[str]:
    """What the ``sources`` of a file give to values that name none.

    Where they are not as they should be, that is one fault of the file and not one of every value.
    """
    texts = [entry for entry in listed(named) if isinstance(entry, str) and entry]
    return texts or (["?"] if listed(named) else [])


def what_it_is(value: Any) -> str:
    """What a value of a spec file is, in words: a number, a list, a table ..."""
    if isinstance(value, bool):
        return "true or false"
    for kind, word in (
        (str, "a text"),
        (int | float, "a number"),
        (list | tuple, "a list"),
        (dict, "a table"),
        (datetime.date | datetime.time, "a bare date"),
    ):
        if isinstance(value, kind):
            return word
    return f"a {type(value).__name__}"


def quoted(value: Any) -> str | None:
    """A bare number or date as it should have been written: in quotes."""
    if isinstance(value, datetime.date):
        return f'"{value.isoformat()}"'
    if isinstance(value, bool):
        return None
    short = isinstance(value, int) and abs(value) < 10**15
    return f'"{value}"' if short or (isinstance(value, float) and math.isfinite(value)) else None


def excerpt(value: Any) -> str:
    """A value as a message shows it: its beginning, where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return (quoted(value) or what_it_is(value)).strip('"')
    return repr(value if len(value) <= 60 else value[:57] + "...")


class _ClaimParser:
    """Reads one raw claim and collects everything that is wrong with it."""

    def __init__(self, spec: Spec, key: str, raw: Any) -> None:
        self.spec = spec
        self.key = key
        self.raw: dict[str, Any] = raw if isinstance(raw, dict) else {"value": raw}
        self.problems: list[tuple[str | None, str]] = []

    def parse(self) -> Claim | None:
        raw = self.raw
        self._known_keys()
        self._flags()
        status = self._status()
        market = self._qualifier("market") if "market" in raw else None
        date = self._attempt("date", lambda: read_date(self._text("date"))) if self._text("date") else None
        texts = {name: self._text(name) or None for name in _TEXT_KEYS if name in raw}
        definition = [(name, self._qualifier(name)) for name in self.spec.qualifiers if name in raw]
        sources = self._sources()
        published = self._text("value")
        reading, text = self._value(status, published, texts.get("read_as"), market)
        if texts.get("read_as") and not texts.get("note"):
            self._say("read_as", "needs a note that says why the print is not read as it stands")
        if status is Status.DERIVED and not texts.get("note"):
            self._say("status", "a derived value needs a note that says how it was derived")
        if self.problems:
            return None
        if reading is not None and self.spec.kind == "money":
            definition.insert(0, ("currency", reading.unit.dimension.removeprefix("money ")))
        return Claim(
            field=self.key,
            published=published,
            reading=reading,
            text=text,
            definition=tuple((name, value) for name, value in definition if value),
            status=status,
            sources=sources,
            market=market,
            date=date,
            preferred=raw.get("preferred") is True,
            accepted=dict(raw.get("accept", {})),
            **texts,
        )

    def _say(self, at: str | None, message: str) -> None:
        if (at, message) not in self.problems:
            self.problems.append((at, message))

    def _attempt(self, at: str, action: Callable[[], _Found]) -> _Found | None:
        try:
            return action()
        except CatalogError as error:  # also what reads, and cannot be converted: the reciprocal of zero
            self._say(at, str(error))
            return None

    def _known_keys(self) -> None:
        known = [*CLAIM_KEYS, *self.spec.qualifiers]
        unknown = [str(name) for name in self.raw if name not in known]
        for name in unknown[:_MAX_KEYS]:
            if name in QUALIFIERS:
                own = (
                    f"whose qualifiers are {', '.join(self.spec.qualifiers)}"
                    if self.spec.qualifiers
                    else "which has none"
                )
                self._say(name, f"not a qualifier of {self.key}, {own}")
                continue
            offer = nearest(name, known)
            rather = f"did you mean {offer[0]}?" if offer else f"its keys: {', '.join(known)}"
            self._say(name, f"a value has no such key; {rather}")
        if len(unknown) > _MAX_KEYS:
            self._say(None, f"{len(unknown) - _MAX_KEYS:,} more keys that a value does not have")

    def _flags(self) -> None:
        if not isinstance(self.raw.get("preferred", False), bool):
            self._say("preferred", f"must be true or false, without quotes, not {what_it_is(self.raw['preferred'])}")
        accept = self.raw.get("accept", {})
        if not isinstance(accept, dict):
            self._say("accept", f'must be a table {{ code = "reason" }}, not {what_it_is(accept)}')
        elif not all(isinstance(reason, str) and reason.strip() for reason in accept.values()):
            self._say("accept", "each accepted code needs a written reason")

    def _status(self) -> Status:
        value = self.raw.get("status", Status.PUBLISHED.value)
        known = {status.value: status for status in Status}
        if isinstance(value, str) and value in known:
            return known[value]
        offer = nearest(value, list(known)) if isinstance(value, str) else ()
        choices = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(known)}"
        self._say("status", f"cannot be {excerpt(value)}; {choices}")
        return Status.PUBLISHED

    def _text(self, name: str) -> str:
        """The text under a key; empty where there is none, or none that can be used (which has been said then)."""
        value: object = self.raw.get(name, "")
        if not isinstance(value, str):
            self._say(name, f"must be a text in quotes, not {what_it_is(value)}{self._rather(name, value)}")
            return ""
        if len(value) > _MAX_TEXT:
            self._say(name, f"{len(value):,} characters; at most {_MAX_TEXT:,}")
            return ""
        value = value.strip()
        if not value and name in self.raw and name != "value":
            self._say(name, "is empty; leave it out")
        return value

    def _rather(self, name: str, value: Any) -> str:
        """What to write instead of what is no text."""
        if name == "source" and isinstance(value, list | tuple):
            return "; several go in sources = [...]"
        text = quoted(value)
        if text is None:
            return ""
        if name == "value" and self.spec.numeric and not isinstance(value, datetime.date):
            unit = self.spec.quantity_kind.canonical.symbol
            return f', with the published unit, such as "{value} {unit}"' if unit else f": {text}"
        return f": {text}"

    def _qualifier(self, name: str) -> str | None:
        text = self._text(name)
        return self._attempt(name, lambda: QUALIFIERS[name].read(text)) if text else None

    def _sources(self) -> tuple[str, ...]:
        named = self.raw.get("sources", [])
        single = self._text("source")
        if not isinstance(named, list | tuple) or not all(isinstance(entry, str) and entry for entry in named):
            self._say("sources", 'must be a list of source ids: sources = ["...", "..."]')
            return ()
        sources = tuple(dict.fromkeys([*([single] if single else []), *named]))
        if not sources and not any(at == "source" for at, _ in self.problems):
            self._say(None, _NO_SOURCE)
        return sources

    def _value(
        self, status: Status, published: str, read_as: str | None, market: str | None
    ) -> tuple[Reading | None, str]:
        if not status.has_value:
            if published:
                self._say("value", f'a value stands beside status = "{status.value}"; leave one of the two out')
            return None, ""
        if not published:
            if not any(at == "value" for at, _ in self.problems):
                self._say("value", 'has no value; give the text as published, or status = "not published"')
            return None, ""
        text = read_as or published
        at = "read_as" if read_as else "value"
        if self.spec.numeric:
            reading = self._attempt(at, lambda: self._number(text, market))
            return reading, text
        return None, self._attempt(at, lambda: self._plain(text)) or ""

    def _number(self, text: str, market: str | None) -> Reading:
        reading = read(text, self.spec.kind, market)
        _ = reading.canonical  # raises where the number is none in the field's other units
        return reading

    def _plain(self, text: str) -> str:
        if len(text) > MAX_LENGTH:
            raise ReadingError(
                text, f"{len(text):,} characters; a value has at most {MAX_LENGTH} (the rest goes in a note)"
            )
        if self.spec.kind == "date":
            return read_date(text)
        if self.spec.kind == "tyre":
            return read_tyre(text)
        if self.spec.kind == "words":
            return self._words(text)
        return " ".join(text.split())

    def _words(self, text: str) -> str:
        by_fold = {word.casefold(): word for word in self.spec.vocabulary}
        words = []
        for part in text.split(","):
            word = by_fold.get(part.strip().casefold())
            if word is None:
                offer = nearest(part.strip(), self.spec.vocabulary) or self.spec.vocabulary
                raise ReadingError(text, f"{part.strip()!r} is no known {self.spec.label.lower()}", offer)
            words.append(word)
        return ", ".join(words)


def _legible(text: str) -> str:
    """Without what cannot be encoded: a lone surrogate would fail where pydantic makes the message."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

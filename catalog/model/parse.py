"""From the raw value of a spec file to claims: text, table, or a list of either."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from catalog.errors import ReadingError, nearest
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
Problem = tuple[int | None, str | None, str]  # (which claim, which key of it, message)


def validate_claims(spec: Spec, key: str, value: Any) -> Claims:
    """The claims of one field. Raises one PydanticCustomError that carries the problems of all of them."""
    if isinstance(value, Claims):
        return value
    raws = value if isinstance(value, list | tuple) else [value]
    single = not isinstance(value, list | tuple)
    claims: list[Claim] = []
    problems: list[Problem] = []
    if not raws:
        problems.append((None, None, "an empty list; leave the field out"))
    for index, raw in enumerate(raws):
        parser = _ClaimParser(spec, key, raw)
        claim = parser.parse()
        problems += [(None if single else index, at, message) for at, message in parser.problems]
        if claim is not None:
            claims.append(claim)
    if problems:
        raise PydanticCustomError(
            "claims", "{summary}", {"summary": "; ".join(p[2] for p in problems), "problems": problems}
        )
    return Claims(claims)


class _ClaimParser:
    """Reads one raw claim and collects everything that is wrong with it."""

    def __init__(self, spec: Spec, key: str, raw: Any) -> None:
        self.spec = spec
        self.key = key
        self.raw: dict[str, Any] = raw if isinstance(raw, dict) else {"value": raw}
        self.problems: list[tuple[str | None, str]] = []

    def parse(self) -> Claim | None:
        raw = self.raw
        self._unknown_keys()
        status = self._status()
        market = self._qualifier("market") if "market" in raw else None
        date = self._attempt("date", lambda: read_date(self._string("date"))) if "date" in raw else None
        texts = {name: self._string(name) or None for name in _TEXT_KEYS if name in raw}
        definition = [(name, self._qualifier(name)) for name in self.spec.qualifiers if name in raw]
        sources = self._sources()
        published = self._string("value")
        reading, text = self._value(status, published, texts.get("read_as"), market)
        if texts.get("read_as") and not texts.get("note"):
            self._say("read_as", "read_as needs a note that says why the print is not read as it stands")
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
        self.problems.append((at, message))

    def _attempt(self, at: str, action: Any) -> Any:
        try:
            return action()
        except ReadingError as error:
            self._say(at, str(error))
            return None

    def _unknown_keys(self) -> None:
        known = [*CLAIM_KEYS, *self.spec.qualifiers]
        for name in self.raw:
            if name in known:
                continue
            if name in QUALIFIERS:
                allowed = ", ".join(self.spec.qualifiers) or "none"
                self._say(name, f"{name} does not qualify a {self.key}; its qualifiers: {allowed}")
                continue
            offer = nearest(name, known)
            self._say(name, f"no key {name!r} in a value" + (f"; did you mean {offer[0]}?" if offer else ""))
        for name, wanted in (("preferred", bool), ("accept", dict)):
            if name in self.raw and not isinstance(self.raw[name], wanted):
                self._say(name, f"{name} is {'true or false' if wanted is bool else 'a table of code = reason'}")
        accept = self.raw.get("accept")
        if isinstance(accept, dict) and not all(
            isinstance(reason, str) and reason.strip() for reason in accept.values()
        ):
            self._say("accept", "each accepted code needs a written reason")

    def _status(self) -> Status:
        value = self.raw.get("status", "published")
        try:
            return Status(value)
        except ValueError:
            self._say("status", f"no status {value!r}; one of {', '.join(status.value for status in Status)}")
            return Status.PUBLISHED

    def _string(self, name: str) -> str:
        value = self.raw.get(name, "")
        if not isinstance(value, str):
            hint = f'; write "{value} ..." with its unit' if name == "value" and self.spec.numeric else ""
            self._say(name, f"{name} is a text in quotes, not {type(value).__name__}{hint}")
            return ""
        if len(value) > _MAX_TEXT:
            self._say(name, f"longer than {_MAX_TEXT} characters")
            return ""
        return value.strip()

    def _qualifier(self, name: str) -> str | None:
        text = self._string(name)
        found: str | None = self._attempt(name, lambda: QUALIFIERS[name].read(text)) if text else None
        return found

    def _sources(self) -> tuple[str, ...]:
        raw = self.raw
        named = raw.get("sources", [])
        if not isinstance(named, list) or not all(isinstance(entry, str) for entry in named):
            self._say("sources", "sources is a list of source ids")
            named = []
        single = self._string("source")
        sources = tuple(dict.fromkeys([*([single] if single else []), *named]))
        if not sources:
            self._say(None, "no source: name one in the value, or give the file a default with sources = [...]")
        return sources

    def _value(
        self, status: Status, published: str, read_as: str | None, market: str | None
    ) -> tuple[Reading | None, str]:
        if not status.has_value:
            if published:
                self._say("value", f"a value that is {status.value} has no text")
            return None, ""
        if not published:
            if not any(at == "value" for at, _ in self.problems):
                self._say("value", 'no value; give the text as published, or status = "not published"')
            return None, ""
        text = read_as or published
        at = "read_as" if read_as else "value"
        if self.spec.numeric:
            reading: Reading | None = self._attempt(at, lambda: read(text, self.spec.kind, market))
            return reading, text
        return None, self._attempt(at, lambda: self._plain(text)) or ""

    def _plain(self, text: str) -> str:
        if self.spec.kind == "date":
            return read_date(text)
        if self.spec.kind == "tyre":
            return read_tyre(text)
        if self.spec.kind == "words":
            return self._words(text)
        if len(text) > MAX_LENGTH:
            raise ReadingError(text, f"longer than {MAX_LENGTH} characters")
        return " ".join(text.split())

    def _words(self, text: str) -> str:
        by_fold = {word.casefold(): word for word in self.spec.vocabulary}
        words = []
        for part in text.split(","):
            word = by_fold.get(part.strip().casefold())
            if word is None:
                offer = nearest(part.strip(), self.spec.vocabulary) or self.spec.vocabulary
                raise ReadingError(text, f"not a known {self.spec.label.lower()}", offer)
            words.append(word)
        return ", ".join(words)

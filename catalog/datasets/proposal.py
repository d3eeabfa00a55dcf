"""A map proposed for a table that nobody has mapped: what each column seems to mean, why, and what could not be placed.

Nothing is guessed silently. A header that names two fields, has no unit or a word that is not known is left
unplaced, with the reason; so is a column whose cells do not read as what the header says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import median

from pyarrow import compute as pc

from catalog.datasets import exported
from catalog.datasets.cells import read_cell, squeezed
from catalog.datasets.decimal_sign import decimal_sign
from catalog.datasets.header_words import POWERTRAIN_WORDS, VEHICLE_TYPE_WORDS, phrases, words_of
from catalog.datasets.headers import Header, read_header
from catalog.datasets.identity import slug
from catalog.datasets.map_keys import CATEGORIES
from catalog.datasets.mapping import Place
from catalog.datasets.plausible import NEVER_ZERO, implausible, other_units
from catalog.datasets.rows import Rows
from catalog.datasets.template import parse as template
from catalog.errors import ReadingError
from catalog.model.fields import FIELDS
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Texts that stand for no value wherever they are.
NOTHING = frozenset(
    {"", "-", "–", "—", "n/a", "na", "n.a.", "none", "null", "nil", "tbd", "tba", "unknown", "?", ".", "k.a."}
)
_ZERO = re.compile(r"0([.,]0+)?|-1([.,]0+)?")
_WORDS = 200  # different words of a column that stand for themselves
_MOST = 0.8  # the share of cells that must read as what the header says


@dataclass(frozen=True, slots=True)
class Proposed:
    """One column: what it is taken for (None: not placed), and why."""

    header: str
    target: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """``data`` is the map as a table, ready to be written or used; ``columns`` say why it is so."""

    data: Mapping[str, Any]
    columns: Sequence[Proposed]
    told: Sequence[str]

    @property
    def placed(self) -> Sequence[Proposed]:
        return [column for column in self.columns if column.target is not None]

    @property
    def unplaced(self) -> Sequence[Proposed]:
        return [column for column in self.columns if column.target is None]


def propose(
    file: str, rows: Rows, options: Mapping[str, str], market: str | None = None, about: Mapping[str, str] | None = None
) -> Proposal:
    """A map for this table. ``options`` are its ``[file]``; ``about`` what is known of it (publisher, licence ...)."""
    return _Proposer(file, rows, options, market, about or {}).propose()


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """The different texts of a column that are not nothing, each with its count."""

    counts: Mapping[str, int]
    missing: frozenset[str]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class _Proposer:
    def __init__(
        self, file: str, rows: Rows, options: Mapping[str, str], market: str | None, about: Mapping[str, str]
    ) -> None:
        self.file, self.rows, self.market = file, rows, market
        self.options, self.about = options, about
        self.columns: list[Proposed] = []
        self.places: list[dict[str, Any]] = []
        self.kept: dict[str, list[str]] = {}
        self.identity: dict[str, Any] = {}
        self.missing: set[str] = set()
        self.key: str | None = None
        self.year: str | None = None
        self.exported = False

    def propose(self) -> Proposal:
        headers = [read_header(name, self.market) for name in self.rows.header]
        self.exported = exported.headers_of_export(self.rows.header)
        parts = exported.parts(headers)
        for place, header in enumerate(headers):
            key = exported.whole(header)
            if len(parts.get(key, ())) > 1:
                if parts[key][0] == place:
                    self._joint([headers[own] for own in parts[key]], [self._cells(own) for own in parts[key]])
            else:
                self._column(header, self._cells(place))
        told = self._finish()
        return Proposal(self._data(), self.columns, told)

    def _cells(self, place: int) -> _Cells:
        column = self.rows.columns[place]
        texts = [None if text is None else squeezed(text) for text in column.dictionary.to_pylist()]
        counts: dict[str, int] = {}
        missing: set[str] = set()
        for entry in pc.value_counts(column.indices).to_pylist():
            text = texts[entry["values"]] if entry["values"] is not None else None
            if text is None or text.casefold() in NOTHING:
                missing.add(text or "")
                continue
            counts[text] = counts.get(text, 0) + entry["counts"]
        self.missing |= missing
        return _Cells(counts, frozenset(missing))

    # -- one column ---------------------------------------------------------------------------------------------

    def _column(self, header: Header, cells: _Cells) -> None:
        if not cells.counts:
            self._leave(header, "it has no values")
        elif header.identity is not None:
            self._identify(header, header.identity, cells)
        elif header.refused is not None:
            self._leave(header, f"its unit: {header.refused}; name the market (--market US), or the unit in the map")
        elif not header.fields:
            self._leave(header, "its name says nothing that is known")
        elif header.unknown:
            words = ", ".join(repr(word) for word in header.unknown)
            known = FIELDS[header.fields[0]].spec.label.lower()
            self._leave(header, f"it could be {known}, but {words} is not known beside it")
        elif len(header.fields) > 1:
            self._leave(header, f"it could be {_or([FIELDS[key].spec.label.lower() for key in header.fields])}")
        elif FIELDS[header.fields[0]].spec.numeric:
            self._number(header, header.fields[0], cells)
        else:
            self._text(header, header.fields[0], cells)

    def _leave(self, header: Header, reason: str) -> None:
        self.columns.append(Proposed(header.name, None, reason))
        self.kept.setdefault(reason, []).append(header.name)

    def _take(self, header: Header, entry: dict[str, Any], reasons: Sequence[str]) -> None:
        key = entry["field"]
        stated = [f"{name} {value}" for name, value in header.qualifiers.items()]
        target = " ".join([key, *([f"in {entry['unit']}"] if entry.get("unit") else []), *stated])
        literal = {name: value.replace("{", "{{").replace("}", "}}") for name, value in header.qualifiers.items()}
        stated_by = {name: entry.get(name, literal.get(name)) for name in FIELDS[key].spec.qualifiers}
        for other in self.places:
            if other["field"] == key and all(other.get(name) == value for name, value in stated_by.items()):
                reasons = [*reasons, f"{other['column']} is the same: the first of them with a value is shown"]
                break
        self.places.append({"column": header.name, **entry, **literal})
        self.columns.append(Proposed(header.name, target, "; ".join(reasons)))

    def _joint(self, headers: Sequence[Header], cells: Sequence[_Cells]) -> None:
        """A value that an export wrote to several columns: its lower end, its upper end, the word for its bound."""
        if not any(one.counts for one in cells):
            for header in headers:
                self._leave(header, "it has no values")
            return
        first = headers[0]
        entry: dict[str, Any] = {"field": first.fields[0], **({"unit": first.unit} if first.unit else {})}
        numbers = [one.counts for header, one in zip(headers, cells, strict=True) if header.part != "bound"]
        counts = {text: count for own in numbers for text, count in own.items()}
        entry |= exported.decimal_of(counts)
        entry |= {str(header.part): header.name for header in headers[1:]}
        label = FIELDS[first.fields[0]].spec.label.lower()
        self._take(first, entry, [f"its name says {label}, as an export writes it"])
        for header in headers[1:]:
            self.columns.append(Proposed(header.name, f"{first.name}: {header.part}", "its name says so"))

    def _number(self, header: Header, key: str, cells: _Cells) -> None:
        spec = FIELDS[key].spec
        entry, reasons, doubt = self._number_entry(header, key, cells)
        zeros = frozenset(entry.get("missing", ()))
        values, unread = self._read(header, entry, cells, zeros)
        count = sum(number for text, number in cells.counts.items() if text not in zeros)
        share = sum(values.values()) / count if count else 0.0
        label = spec.label.lower()
        if not count:
            self._leave(header, "it has no values but zeros")
        elif doubt and share < _MOST:
            self._leave(header, f"{doubt}; {self._cure()}")
        elif header.unit is None and not values:
            self._leave(header, f"neither its name nor its cells say the unit of {label}{_hint(key, cells)}")
        elif share < _MOST:
            self._leave(header, f"only {share:.0%} of its cells can be read as {label}: {next(iter(unread.values()))}")
        elif not self.exported and (reason := implausible(key, _middle(values))) is not None:
            self._leave(header, f"{reason}{_hint(key, cells)}")
        else:
            self._take(header, entry, [*reasons, _share(share)])

    def _cure(self) -> str:
        """What settles a doubt about the decimal sign: that of the other columns, where they have but one."""
        signs = {decimal_sign(self._cells(place).counts)[0] for place in range(len(self.rows.header))} - {None}
        if len(signs) != 1:
            return "the decimal sign (--decimal, or decimal in the map) would settle it"
        (sign,) = signs
        return f"other columns have {sign!r} as their decimal sign: --decimal {sign} settles it"

    def _number_entry(self, header: Header, key: str, cells: _Cells) -> tuple[dict[str, Any], list[str], str]:
        """The place of a column of numbers as far as its name and the shape of its cells say, why, and what is in
        doubt."""
        spec = FIELDS[key].spec
        reasons = [f"its name says {spec.label.lower()}"]
        entry: dict[str, Any] = {"field": key}
        if header.unit is not None:
            entry["unit"] = header.unit
            reasons[0] += f" in {header.unit}"
        elif spec.quantity_kind.canonical.symbol != "" or spec.kind == "money":
            entry["unit_in_cell"] = True
            reasons.append("its cells name the unit")
        if self.exported and header.exported and (own := exported.decimal_of(cells.counts)):
            return entry | own, [f"{reasons[0]}, as an export writes it", *reasons[1:]], ""
        decimal, said = decimal_sign(cells.counts)
        if header.name in self.rows.numbers:
            decimal, said = ".", ""
        elif self.about.get("decimal"):
            decimal, said = self.about["decimal"], ""
        if decimal is not None:
            entry["decimal"] = decimal
            reasons += [said] if said else []
        zeros = [text for text in cells.counts if spec.kind in NEVER_ZERO and _ZERO.fullmatch(text)]
        if zeros:
            entry["missing"] = zeros
            reasons.append(f"{_or([repr(text) for text in zeros])} taken for no value")
        return entry, reasons, said if decimal is None else ""

    def _read(
        self, header: Header, entry: Mapping[str, Any], cells: _Cells, zeros: frozenset[str]
    ) -> tuple[dict[float, int], dict[str, str]]:
        """The values of the cells with their counts, and those that cannot be read with the reason."""
        unit = template(entry["unit"]) if "unit" in entry else None
        bare = None if entry.get("unit_in_cell") else template("")
        place = Place(
            header.name, entry["field"], unit or bare, decimal=entry.get("decimal"), market=self.market,
            unit_in_cell=bool(entry.get("unit_in_cell")),
        )  # fmt: skip
        concrete = place.concrete(lambda _: None)
        values: dict[float, int] = {}
        unread: dict[str, str] = {}
        for text, count in cells.counts.items():
            if text in zeros:
                continue
            try:
                reading = read_cell(place, concrete, text).reading
            except ReadingError as error:
                unread[text] = str(error)
                continue
            if reading is not None:
                low = reading.canonical[0]
                values[low] = values.get(low, 0) + count
        return values, unread

    def _text(self, header: Header, key: str, cells: _Cells) -> None:
        spec = FIELDS[key].spec
        place = Place(header.name, key)
        concrete = place.concrete(lambda _: None)
        read, first = 0, ""
        for text, count in cells.counts.items():
            try:
                read_cell(place, concrete, text)
            except ReadingError as error:
                first = first or str(error)
            else:
                read += count
        share = read / cells.total
        if share < _MOST:
            self._leave(header, f"only {share:.0%} of its cells can be read as {spec.label.lower()}: {first}")
            return
        self._take(header, {"field": key}, [f"its name says {spec.label.lower()}", _share(share)])

    # -- identity -----------------------------------------------------------------------------------------------

    def _identify(self, header: Header, what: str, cells: _Cells) -> None:
        if "{" in header.name or "}" in header.name:
            self._leave(header, "its name has braces, which stand for columns in a map; name it otherwise in the file")
        elif what == "id":
            if self.key is None and len(cells.counts) == self.rows.count:
                self.key = header.name
                self.columns.append(Proposed(header.name, "the row's id", "its name says so, and no value repeats"))
            else:
                self._leave(header, "its values repeat or are missing, so it is no id")
        elif what == "year" and self.year is None:
            self.year = header.name
            self.columns.append(Proposed(header.name, "version", "a model year tells versions apart"))
        elif what == "vehicle_type" and all(text in CATEGORIES for text in cells.counts):
            self._as_they_are(header, "category", cells)
        elif what == "body":
            self._as_they_are(header, what, cells)
        elif what in ("vehicle_type", "powertrain"):
            self._worded(header, what, cells)
        elif what == "markets":
            self._markets(header, cells)
        elif what in self.identity or what == "year":
            self._leave(header, f"another column is the {what} already")
        else:
            self.identity[what] = f"{{{header.name}}}"
            self.columns.append(Proposed(header.name, what, f"its name says {what}"))

    def _as_they_are(self, header: Header, what: str, cells: _Cells) -> None:
        """Words that stand for themselves, as long as they are not too many to be written into a map."""
        folds = {text.casefold() for text in cells.counts}
        if what in self.identity or len(folds) < len(cells.counts) or len(folds) > _WORDS:
            known = f"another column is the {what} already" if what in self.identity else "its words are no vocabulary"
            self._leave(header, f"its name says {what}, but {known}")
            return
        self.identity[what] = [{"column": header.name, "words": {text: [text] for text in cells.counts}}]
        self.columns.append(Proposed(header.name, what, "its name says so"))

    def _worded(self, header: Header, what: str, cells: _Cells) -> None:
        table = VEHICLE_TYPE_WORDS if what == "vehicle_type" else POWERTRAIN_WORDS
        by_phrase = {phrase: word for word, text in table.items() for phrase in phrases(text)}
        words: dict[str, list[str]] = {}
        unknown = 0
        for text, count in cells.counts.items():
            word = by_phrase.get(words_of(text))
            if word is None:
                unknown += count
            else:
                words.setdefault(word, []).append(text)
        if what in self.identity or not words or unknown / cells.total > 1 - _MOST:
            known = "another column says it already" if what in self.identity else "most of its words are not known"
            self._leave(header, f"its name says {what.replace('_', ' ')}, but {known}")
            return
        self.identity[what] = [{"column": header.name, "words": words}]
        said = f"; {unknown:,} cells with other words are left open" if unknown else ""
        label = what.replace("_", " ")
        self.columns.append(Proposed(header.name, label, f"its name says so, and its words are known{said}"))

    def _markets(self, header: Header, cells: _Cells) -> None:
        if "markets" in self.identity or not all(
            re.fullmatch(r"[A-Z]{2}(?:[\s,;|]+[A-Z]{2})*", text) for text in cells.counts
        ):
            self._leave(header, "its cells are not all markets of two letters, such as DE")
            return
        self.identity["markets"] = {"column": header.name}
        self.columns.append(Proposed(header.name, "markets", "all cells are markets of two letters"))

    # -- the whole ----------------------------------------------------------------------------------------------

    def _finish(self) -> list[str]:
        told = list(self.rows.told)
        for what in ("make", "model"):
            if what not in self.identity:
                known = self.about.get(what)
                if known:
                    self.identity[what] = known.replace("{", "{{").replace("}", "}}")
                else:
                    told.append(f"no column is the {what}; give it with --{what}, or in the map")
        return told

    def _data(self) -> dict[str, Any]:
        stem = re.sub(r"\.(csv|tsv|txt|jsonl|ndjson|json|parquet|xlsx|xlsm|gz|zip)\b", "", self.file.lower())
        name = re.sub(r"[^a-z0-9]+", "-", slug(stem).encode("ascii", "ignore").decode()).strip("-")
        version = [self.identity.pop("version")] if "version" in self.identity else []
        if self.year is not None:
            version.insert(0, f"{{{self.year}}}")
        data: dict[str, Any] = {
            "format": 1,
            "name": self.about.get("name") or (name if name[:1].isalpha() else f"table-{name}".strip("-")),
            "title": self.about.get("title") or self.file,
            "publisher": self.about.get("publisher") or "not stated",
            "licence": self.about.get("licence") or "not stated",
            **({"url": self.about["url"]} if self.about.get("url") else {}),
            "kind": "data set",
            **({"market": self.market} if self.market else {}),
            "missing": sorted(self.missing - {""}),
            "file": dict(self.options),
            "row": {"key": self.key} if self.key else {"identify": self._identifying(version)},
            "identity": {**self.identity, **({"version": version} if version else {})},
            "place": self.places,
            "kept": [{"columns": columns, "reason": reason} for reason, columns in self.kept.items()],
        }
        return {key: value for key, value in data.items() if value not in ([], {})}

    def _identifying(self, version: Sequence[str]) -> list[str]:
        """The columns by which rows are told apart where none numbers them."""
        templates = [self.identity.get("make", ""), self.identity.get("model", ""), *version]
        return [column for text in templates for column in template(text or " ").columns]


def _hint(key: str, cells: _Cells) -> str:
    """The units in which the cells would be plausible."""
    numbers = []
    for text in cells.counts:
        try:
            numbers.append(float(text.replace(",", ".")))
        except ValueError:
            continue
    fits = other_units(key, median(numbers)) if numbers else ()
    return f" (they would fit {_or(fits)})" if fits else ""


def _middle(values: Mapping[float, int]) -> float:
    return median(value for value, number in values.items() for _ in range(min(number, 1000)))


def _share(share: float) -> str:
    return "all cells can be read" if share == 1 else f"{share:.1%} of its cells can be read"


def _or(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)

"""A map's TOML file to a checked map: every fault with its line, what was expected and the nearest right thing."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence

from catalog.datasets import map_keys as keys
from catalog.datasets import template
from catalog.datasets.errors import MapError
from catalog.datasets.map_values import Values
from catalog.datasets.mapping import Check, Condition, Map, Markets, Place, Release, Rule, Test
from catalog.errors import Fault, nearest
from catalog.model.cited import RANK
from catalog.model.claim import Status
from catalog.model.fields import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.datasets.map_values import Path, Say
    from catalog.datasets.template import Template
    from catalog.model.spec import Spec


FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "maps")


def known_maps() -> tuple[str, ...]:
    """The names of the shipped maps."""
    return tuple(sorted(entry.removesuffix(".toml") for entry in os.listdir(FOLDER) if entry.endswith(".toml")))


def shipped_map(name: str) -> Map:
    """A shipped map by its name."""
    return read_map(os.path.join(FOLDER, f"{name}.toml"), f"{name}.toml")


def read_map(path: str, shown: str | None = None) -> Map:
    """The map of a TOML file. Raises MapError with all its faults."""
    from pathlib import Path

    from catalog.reading.page import Page
    from catalog.reading.toml_file import TomlFault, read_toml

    try:
        data, locator = read_toml(Path(path), shown or path)
    except TomlFault as error:
        raise MapError([error.fault]) from None
    page = Page(shown or path, locator)
    found = _Loader(data, lambda at, message, hint: page.say(at, _name(at), message, hint, "map")).load()
    if page.faults:
        raise MapError(page.faults)
    return found


def from_data(data: Mapping[str, Any], shown: str) -> Map:
    """The map of a table that was read before: of a data set, or one that was proposed. Raises MapError."""
    faults: list[Fault] = []
    found = _Loader(data, lambda at, message, hint: faults.append(Fault(shown, None, _name(at), message, hint, "map")))
    made = found.load()
    if faults:
        raise MapError(faults)
    return made


def _name(path: Path) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".") or "the map"


def _sentinels(places: Sequence[Place]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for place in places:
        found[place.column] = found.get(place.column, place.missing) & place.missing
    return found


class _Loader(Values):
    """Reads one map and tells every fault; what it returns is meant only where none was told."""

    def __init__(self, data: Mapping[str, Any], say: Say) -> None:
        super().__init__(data, say)
        self.conditions: dict[str, Condition] = {}

    def load(self) -> Map:
        data = self.data
        self.known((), data, tuple(keys.KEYS))
        if data.get("format") != keys.FORMAT:
            self.say(("format",), f"must be {keys.FORMAT}: the version of this format", f"format = {keys.FORMAT}")
        texts = {key: self.text((key,), data[key]) for key in keys.REQUIRED if key in data}
        for key in keys.REQUIRED:
            if key not in data:
                self.say((key,), "is missing", keys.KEYS[key])
        name = texts.get("name", "x")
        if not keys.NAME.fullmatch(name):
            self.say(("name",), f"{name!r} is no name of a data set", "a-z, 0-9 and hyphens")
        prefix = self.text(("prefix",), data["prefix"]) if "prefix" in data else name
        if not keys.NAME.fullmatch(prefix):
            self.say(("prefix",), f"{prefix!r} is no beginning of ids", "a-z, 0-9 and hyphens")
        market = self.text(("market",), data["market"]) if "market" in data else None
        if market is not None and not keys.MARKET.fullmatch(market):
            self.say(("market",), f"{market!r} is no market", "two letters, such as US")
        self.decimal = self.one_of(("decimal",), data.get("decimal"), (".", ","))
        self._conditions()
        identity = self.table(("identity",))
        self.known(("identity",), identity, keys.IDENTITY_KEYS)
        self.markets = self._markets(identity)
        row_key, has_key = self._row()
        places = [self._place(("place", index), entry, market) for index, entry in enumerate(self.tables(("place",)))]
        placed = [place for place in places if place is not None]
        # what is true of one variant stands behind what is true of all, as everywhere in the catalog
        placed.sort(key=lambda place: place.applies_to is not None)
        return Map(
            name=name,
            prefix=prefix,
            title=texts.get("title", ""),
            publisher=texts.get("publisher", ""),
            licence=texts.get("licence", ""),
            url=self._url(),
            kind=self.one_of(("kind",), data.get("kind"), tuple(RANK)) or "data set",
            missing=frozenset({"", *self.texts(("missing",), data.get("missing", []))}),
            sentinels=_sentinels(placed),
            release=self._release(),
            make=self.template(("identity", "make"), identity.get("make")),
            model=self.template(("identity", "model"), identity.get("model")),
            version=self._version(identity),
            key=row_key,
            has_key=has_key,
            markets=self.markets,
            vehicle_type=self._rules("vehicle_type", identity, keys.TYPES),
            powertrain=self._rules("powertrain", identity, keys.POWERTRAINS),
            category=self._rules("category", identity, keys.CATEGORIES),
            body=self._rules("body", identity, None),
            places=tuple(placed),
            kept=self._kept(),
            checks=tuple(self._checks()),
            file=self._file(),
            data=data,
        )

    def _url(self) -> str | None:
        if "url" not in self.data:
            return None
        url = self.text(("url",), self.data["url"])
        if not re.fullmatch(r"https?://\S+", url):
            self.say(("url",), f"{url[:60]!r} is no address", "https://example.org/data")
        return url

    def _file(self) -> Mapping[str, str]:
        table = self.table(("file",))
        self.known(("file",), table, keys.FILE_KEYS)
        self.one_of(("file", "type"), table.get("type"), keys.FILE_TYPES)
        delimiter = table.get("delimiter", ",")
        if not isinstance(delimiter, str) or len(delimiter) != 1 or not delimiter.isascii() or delimiter in '\r\n"':
            self.say(("file", "delimiter"), "must be one ASCII character", 'such as ";" or "\\t"')
        texts = {key: value for key, value in table.items() if key != "delimiter"}
        return {key: self.text(("file", key), value) for key, value in texts.items()} | {"delimiter": str(delimiter)}

    def _row(self) -> tuple[tuple[str, ...], bool]:
        table = self.table(("row",))
        self.known(("row",), table, keys.ROW_KEYS)
        if ("key" in table) == ("identify" in table):
            self.say(
                ("row",),
                "needs either key or identify",
                'key = "id" where a column numbers the rows, identify = ["Make", "Model"] where none does',
            )
            return (), False
        if "key" in table:
            return (self.text(("row", "key"), table["key"]),), True
        return self.texts(("row", "identify"), table["identify"]), False

    def _release(self) -> Release | None:
        table = self.table(("release",))
        if not table:
            return None
        self.known(("release",), table, keys.RELEASE_KEYS)
        pattern = self.pattern(("release", "pattern"), table.get("pattern", ".*"))
        return Release(table.get("file"), table.get("column"), pattern)

    def _version(self, identity: Mapping[str, Any]) -> tuple[Template, ...]:
        value = identity.get("version", [])
        parts = value if isinstance(value, list) else [value]
        return tuple(self.template(("identity", "version", index), part) for index, part in enumerate(parts))

    def _markets(self, identity: Mapping[str, Any]) -> Markets:
        value = identity.get("markets", [])
        at: Path = ("identity", "markets")
        if isinstance(value, dict):
            self.known(at, value, ("column",))
            return Markets(column=self.text((*at, "column"), value.get("column")))
        fixed = self.texts(at, value)
        for market in fixed:
            if not keys.MARKET.fullmatch(market):
                self.say(at, f"{market!r} is no market", "two letters, such as US")
        return Markets(fixed)

    def _rules(self, key: str, identity: Mapping[str, Any], words: Sequence[str] | None) -> tuple[Rule, ...]:
        value = identity.get(key, [])
        at: Path = ("identity", key)
        entries = [{"value": value}] if isinstance(value, str) else value
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.say(at, "must be a text, or a list of rules", f"[[identity.{key}]]")
            return ()
        return tuple(self._rule((*at, index), entry, words) for index, entry in enumerate(entries))

    def _rule(self, at: Path, entry: Mapping[str, Any], words: Sequence[str] | None) -> Rule:
        self.known(at, entry, keys.RULE_KEYS)
        if ("value" in entry) == ("words" in entry):
            self.say(at, "needs either words or value", None)
        value = self.text((*at, "value"), entry["value"]) if "value" in entry else None
        found = self.words((*at, "words"), entry.get("words", {}))
        for word in {*found.values(), *([value] if value else [])}:
            if words is not None:
                self.one_of((*at, "words"), word, words)
        table: dict[str, str] = dict(found)
        table |= dict.fromkeys((text.casefold() for text in self.texts((*at, "ignore"), entry.get("ignore", []))), "")
        column = self.text((*at, "column"), entry.get("column", "")) if "words" in entry else None
        return Rule(column, table, value, self.when((*at, "when"), entry.get("when", [])))

    def _conditions(self) -> None:
        for name, tests in self.table(("conditions",)).items():
            at: Path = ("conditions", name)
            if name.startswith("not "):
                self.say(at, "the name of a condition does not begin with 'not', which turns one round", None)
            if not isinstance(tests, dict) or not tests:
                self.say(at, "must be a table of columns", '{ Fuel = ["Diesel"] }')
                continue
            self.conditions[name] = Condition(tuple(self._test(at, column, texts) for column, texts in tests.items()))

    def _test(self, at: Path, column: str, texts: object) -> Test:
        if isinstance(texts, dict) and "like" in texts:
            self.known((*at, column), texts, ("like",))
            return Test(column, like=re.compile(self.pattern((*at, column, "like"), texts["like"]), re.IGNORECASE))
        if isinstance(texts, dict):
            self.known((*at, column), texts, ("not", "like"))
            return Test(column, frozenset(self.texts((*at, column), texts.get("not", []))), negated=True)
        return Test(column, frozenset(self.texts((*at, column), texts)))

    def when(self, at: Path, value: object) -> tuple[Condition, ...]:
        found = []
        for name in self.texts(at, value):
            negated, plain = name.startswith("not "), name.removeprefix("not ")
            condition = self.conditions.get(plain)
            if condition is None:
                near = nearest(plain, list(self.conditions), 1)
                self.say(at, f"there is no condition {plain!r}", f"did you mean {near[0]}?" if near else "[conditions]")
                continue
            found.append(Condition(condition.tests, negated))
        return tuple(found)

    def _kept(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for index, entry in enumerate(self.tables(("kept",))):
            at: Path = ("kept", index)
            self.known(at, entry, keys.KEPT_KEYS)
            reason = self.text((*at, "reason"), entry.get("reason", ""))
            found |= dict.fromkeys(self.texts((*at, "columns"), entry.get("columns", [])), reason)
        return found

    def _checks(self) -> list[Check]:
        found = []
        for index, entry in enumerate(self.tables(("check",))):
            at: Path = ("check", index)
            self.known(at, entry, keys.CHECK_KEYS)
            found.append(
                Check(
                    self.text((*at, "about"), entry.get("about", "")),
                    self.texts((*at, "factors"), entry.get("factors", [])),
                    self.texts((*at, "divisors"), entry.get("divisors", [])),
                    self.positive((*at, "equals"), entry.get("equals")),
                    self.positive((*at, "within"), entry.get("within")),
                    self.when((*at, "when"), entry.get("when", [])),
                )
            )
        return found

    def _place(self, at: Path, entry: Mapping[str, Any], market: str | None) -> Place | None:
        key = entry.get("field")
        if not isinstance(key, str) or key not in FIELDS:
            near = nearest(str(key), list(FIELDS))
            hint = f"did you mean {' or '.join(near)}?" if near else "`vehicles fields` lists all"
            self.say((*at, "field"), f"there is no field {str(key)[:60]!r}" if key else "is missing", hint)
            return None
        spec = FIELDS[key].spec
        self.known(at, entry, (*keys.PLACE_KEYS, *spec.qualifiers))
        place = Place(
            column=self.text((*at, "column"), entry.get("column", "")),
            key=key,
            unit=self._unit(at, entry, spec),
            qualifiers=self._qualifiers(at, entry, spec),
            when=self.when((*at, "when"), entry.get("when", [])),
            missing=frozenset(self.texts((*at, "missing"), entry.get("missing", []))),
            decimal=self.one_of((*at, "decimal"), entry.get("decimal"), (".", ",")) or self.decimal,
            market=market,
            words=self.words((*at, "words"), entry.get("words", {})),
            replace=self._replace((*at, "replace"), entry.get("replace", [])),
            pattern=self.pattern((*at, "pattern"), entry["pattern"]) if "pattern" in entry else None,
            unit_in_cell=self.flag((*at, "unit_in_cell"), entry.get("unit_in_cell", False)),
            status=self.one_of(
                (*at, "status"), entry.get("status"), [status.value for status in Status if status.has_value]
            ) or "published",
            applies_to=self.text((*at, "applies_to"), entry["applies_to"]) if "applies_to" in entry else None,
            note=self.text((*at, "note"), entry["note"]) if "note" in entry else None,
            date=self.template((*at, "date"), entry["date"]) if "date" in entry else None,
            high=self.text((*at, "high"), entry["high"]) if "high" in entry else None,
            bound=self.text((*at, "bound"), entry["bound"]) if "bound" in entry else None,
            digits=self.count((*at, "digits"), entry["digits"]) if "digits" in entry else None,
        )  # fmt: skip
        self._settle(at, place, market)
        return place

    def _qualifiers(self, at: Path, entry: Mapping[str, Any], spec: Spec) -> tuple[tuple[str, Template], ...]:
        stated = [(name, self.template((*at, name), entry[name])) for name in spec.qualifiers if name in entry]
        if "market" in spec.qualifiers and "market" not in entry and len(self.markets.fixed) == 1:
            stated.append(("market", template.parse(self.markets.fixed[0])))  # as a spec file of one market has it
        return tuple(stated)

    def _unit(self, at: Path, entry: Mapping[str, Any], spec: Spec) -> Template | None:
        if not spec.numeric:
            if "unit" in entry:
                self.say((*at, "unit"), f"{spec.label} is no number and has no unit", None)
            return None
        if entry.get("unit") == "":  # a count or a ratio has no sign for its unit
            return template.parse("")
        if "unit" not in entry and entry.get("unit_in_cell") is True:
            return None
        if "unit" not in entry and spec.quantity_kind.canonical.symbol == "":
            return template.parse("")
        return self.template((*at, "unit"), entry.get("unit"))

    def _replace(self, at: Path, value: object) -> tuple[tuple[str, str], ...]:
        pairs = value if isinstance(value, list) else [value]
        right = [
            pair
            for pair in pairs
            if isinstance(pair, list) and len(pair) == 2 and all(isinstance(text, str) for text in pair)
        ]
        if len(right) != len(pairs) or any(not old for old, _ in right):
            self.say(at, "must be a list of pairs: what is found, and what stands for it", "[['--', '-']]")
        for old, _ in right:
            self.pattern(at, old)
        return tuple((old, new) for old, new in right)

    def _settle(self, at: Path, place: Place, market: str | None) -> None:
        """Check the unit and the qualifiers that do not depend on cells."""
        from catalog.model.qualifiers import QUALIFIERS

        for name, text in place.qualifiers:
            if not text.columns:
                self.tried((*at, name), QUALIFIERS[name].read, text.fill(lambda column: None) or "")
        if place.unit is not None and not place.unit.columns:
            from catalog.units import find

            kind = place.spec.kind
            self.tried((*at, "unit"), lambda unit: find(unit, kind, market), place.unit.fill(lambda column: None) or "")

"""Whatever stands where something else should: a fault in plain words, at its line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from catalog.model import FIELDS, IDENTITY, Plant, Source
from catalog.model.parse import CLAIM_KEYS
from catalog.model.spec import NOT_NUMBERS
from catalog.reading import Loaded, load
from tests.reading.conftest import HEAD, SOURCES, Folder

Texts = Callable[[Loaded], list[str]]
#: A value of each type of TOML, and what a message calls it (None where what it is depends on the text).
VALUES = {
    '"a text that no field takes as it is !"': "a text",
    '""': None,
    "7": "a number",
    "7.5": "a number",
    "-inf": "a number",
    "nan": "a number",
    "true": "true or false",
    "2024-03-24": "a bare date",
    "2024-03-24T07:32:00Z": "a bare date",
    "07:32:00": "a bare date",
    "[]": "a list",
    "[[]]": "a list",
    "[{}]": "a list",
    "[7, '']": "a list",
    "{}": "a table",
    "{ a = 7 }": "a table",
}
PLANT = 'name = "N"\nplace = "P"\ncountry = "DE"\nsources = ["maker"]\n'
RAW = re.compile(
    r"Input should|Extra inputs|Value error|Field required|String should|Unable|Keys should|<class|\btype\b="
)


def check(loaded: Loaded, key: str, line: int) -> None:
    """Every fault has plain words and, where it is of this key, its line."""
    for fault in loaded.faults:
        text = str(fault)
        assert not RAW.search(text), text
        assert text.isprintable()
        names = (fault.field or "").split(".")
        if key in names and fault.message != "is missing":
            assert fault.line == line, text


def vehicle_of(key: str, value: str) -> tuple[str, int]:
    """A file in which a key of the identity is this value, and the line of the key."""
    lines = [line for line in HEAD.splitlines() if not line.startswith(f"{key} ")]
    return "\n".join([*lines, f"{key} = {value}", "", "[specs]", 'length = "5 m"', ""]), len(lines) + 1


@pytest.mark.parametrize("key", [*IDENTITY, "specs"])
def test_any_value_of_identity(key: str, folder: Folder) -> None:
    for value, kind in VALUES.items():
        text, line = vehicle_of(key, value)
        if key == "specs":
            text = text.partition("[specs]")[0]
        loaded = load([folder({"vehicles/acme/van.toml": text})])
        check(loaded, key, line)
        assert len(loaded.vehicles) == (0 if loaded.faults else 1)
        if kind in ("a number", "true or false", "a bare date"):
            assert [fault.field for fault in loaded.faults if fault.line == line] == [key]


@pytest.mark.parametrize("field", ["range", "battery_chemistry", "start_of_production", "tyres", "drive"])
@pytest.mark.parametrize("form", ["{}", "[{}]", "{{ value = {} }}", "[\n'5 m',\n{{ value = {} }},\n]"])
def test_any_value_as_a_value(form: str, field: str, folder: Folder) -> None:
    for value, kind in VALUES.items():
        loaded = load([folder({"vehicles/acme/van.toml": f"{HEAD}\n[specs]\n{field} = {form.format(value)}\n"})])
        check(loaded, "", 0)
        assert len(loaded.vehicles) == (0 if loaded.faults else 1)
        if kind in ("a number", "true or false", "a bare date"):
            line = 7 + (2 if "\n" in form else 0)
            wrong = [fault for fault in loaded.faults if fault.line == line]
            assert [(fault.field, f"must be a text in quotes, not {kind}" in fault.message) for fault in wrong] == [
                (field, True)
            ]


KEYS = [key for key in (*CLAIM_KEYS, "procedure", "load", "capacity") if key != "value"]


@pytest.mark.parametrize("key", KEYS)
def test_any_value_of_a_claim_s_keys(key: str, folder: Folder) -> None:
    for value, kind in VALUES.items():
        text = f"{HEAD}\n[specs]\nrange = ['5 km',\n{{ value = '5 km', {key} = {value} }} ]\n"
        loaded = load([folder({"vehicles/acme/van.toml": text})])
        check(loaded, key, 8)
        assert len(loaded.vehicles) == (0 if loaded.faults else 1)
        if kind in ("a number", "true or false", "a bare date") and (key, value) != ("preferred", "true"):
            assert [(fault.field, fault.line) for fault in loaded.faults] == [(f"range.{key}", 8)]


@pytest.mark.parametrize("key", [*Source.model_fields, "nothing"])
def test_any_value_of_a_source(key: str, folder: Folder) -> None:
    lines = [line for line in SOURCES.splitlines() if not line.startswith(f"{key} ")]
    for value in VALUES:
        loaded = load([folder({"sources.toml": "\n".join([*lines, f"{key} = {value}"])})])
        check(loaded, key, len(lines) + 1)
        assert len(loaded.sources) == (0 if loaded.faults else 1)


@pytest.mark.parametrize("key", [*Plant.model_fields, "nothing"])
def test_any_value_of_a_plant(key: str, folder: Folder) -> None:
    lines = [line for line in PLANT.splitlines() if not line.startswith(f"{key} ")]
    for value in VALUES:
        loaded = load([folder({"plants/town.toml": "\n".join([*lines, f"{key} = {value}"])})])
        check(loaded, key, len(lines) + 1)
        assert len(loaded.plants) == (0 if loaded.faults else 1)


@pytest.mark.parametrize("key", [*CLAIM_KEYS, "period", "what", "stated", "claim"])
@pytest.mark.parametrize("table", ["output", "facts"])
def test_any_value_of_an_entry_of_a_plant(table: str, key: str, folder: Folder) -> None:
    entry = {"output": ['period = "2024"', 'value = "5"'], "facts": ['what = "w"', 'value = "5"']}[table]
    lines = [f"[[{table}]]", *entry, f"[[{table}]]", *(line for line in entry if not line.startswith(f"{key} "))]
    for value in VALUES:
        loaded = load([folder({"plants/town.toml": PLANT + "\n".join([*lines, f"{key} = {value}"])})])
        check(loaded, key, 4 + len(lines) + 1)
        assert all(fault.line is not None and fault.line >= 8 for fault in loaded.faults)
        assert len(loaded.plants) == (0 if loaded.faults else 1)


def test_any_value_where_a_source_s_table_stands(folder: Folder, texts: Texts) -> None:
    for value, kind in VALUES.items():
        if kind not in (None, "a table"):
            loaded = load([folder({"sources.toml": f"# sources\nmaker = {value}\n"})])
            assert texts(loaded) == [
                f"specs/sources.toml:2: maker: must be a table, not {kind} (write [maker] above its keys)"
            ]


def test_every_kind_of_field_that_is_no_number_is_among_those_tried() -> None:
    kinds = {FIELDS[key].spec.kind for key in ("range", "battery_chemistry", "start_of_production", "tyres", "drive")}
    assert kinds == {"distance", *NOT_NUMBERS}

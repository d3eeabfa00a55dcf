"""Maps: what they may say, and every fault with its line, what was expected and the nearest right thing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from catalog.datasets.errors import MapError
from catalog.datasets.map_file import from_data, known_maps, read_map, shipped_map
from catalog.datasets.map_keys import CATEGORIES, FILE_TYPES, POWERTRAINS, TYPES
from catalog.datasets.source_table import TYPES as READ_TYPES
from catalog.model.vehicle import Category, PowertrainType, VehicleType
from tests.datasets.conftest import small_map

GOOD = """\
format = 1
name = "small"
title = "A small table"
publisher = "Nobody"
licence = "CC0-1.0"
kind = "data set"

[row]
key = "id"

[identity]
make = "{make}"
model = "{model}"

[conditions]
electric = { fuel = ["Electricity"] }

[[place]]
column = "range"
field = "range"
unit = "mi"
procedure = "epa"
when = "electric"
"""


def faults(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MapError) as caught:
        read_map(str(path), "m.toml")
    return [str(fault) for fault in caught.value.faults]


def test_a_map(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(GOOD, encoding="utf-8")
    map_ = read_map(str(path))
    (place,) = map_.places
    assert place.concrete(lambda _: None).definition == (("procedure", "epa"),)
    assert map_.columns == ("make", "model", "id", "range", "fuel")
    assert from_data(map_.data, "m").places == map_.places


def test_all_faults_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace('unit = "mi"', 'unit = "kg"')
        .replace('procedure = "epa"', 'procedure = "eap"')
        .replace('when = "electric"', 'when = "eletric"')
        .replace('kind = "data set"', 'kind = "dataset"')
        .replace('licence = "CC0-1.0"\n', "")
    )
    found = faults(tmp_path, text)
    assert len(found) == 5
    lines = text.splitlines()
    for line, expected in (
        ('unit = "kg"', "kg measures mass, and this is a distance"),
        ('procedure = "eap"', "'eap': not a value of procedure"),
        ('when = "eletric"', "did you mean electric?"),
        ('kind = "dataset"', "did you mean data set?"),
    ):
        (fault,) = (fault for fault in found if fault.startswith(f"m.toml:{lines.index(line) + 1}: "))
        assert expected in fault
    assert any("licence: is missing (under which licence)" in line for line in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('field = "range"', 'field = "rnage"', "place[1].field: there is no field 'rnage' (did you mean range"),
        ('unit = "mi"', 'unti = "mi"', "there is no such key (did you mean unit?)"),
        ('unit = "mi"\n', "", "place[1].unit: is missing"),
        ('unit = "mi"', 'unit = "mpg"', "mpg"),
        ("format = 1", "format = 2", "format: must be 1"),
        ('name = "small"', 'name = "Small Table"', "'Small Table' is no name of a data set (a-z, 0-9 and hyphens)"),
        ('key = "id"', "", "needs either key or identify"),
        ('make = "{make}"', 'make = "{make"', "identity.make: a brace opens"),
        ('make = "{make}"\n', "", "identity.make: is missing"),
        ('procedure = "epa"', 'speeds = "0-100 km/h"', "there is no such key"),
        ('electric = { fuel = ["Electricity"] }', '"not electric" = { fuel = ["x"] }', "does not begin with 'not'"),
        ('electric = { fuel = ["Electricity"] }', 'electric = "Electricity"', "must be a table of columns"),
        ('unit = "mi"', 'unit = "mi"\nreplace = [["(", "x"]]', "is no regular expression"),
        ('unit = "mi"', 'unit = "mi"\nreplace = ["--"]', "must be a list of pairs"),
        ('unit = "mi"', 'unit = "mi"\nunit_in_cell = "yes"', "must be true or false"),
        ('unit = "mi"', 'unit = "mi"\nstatus = "guessed"', "cannot be 'guessed'"),
        ('unit = "mi"', 'unit = "mi"\ndecimal = ";"', "cannot be ';'"),
        ("[[place]]", "[place]", "must be a list of tables ([[place]])"),
        ('key = "id"', 'key = "id"\n\n[file]\ntype = "xls"', "file.type: cannot be 'xls' (did you mean xlsx?)"),
        ('key = "id"', 'key = "id"\n\n[file]\ndelimiter = "ab"', "file.delimiter: must be one ASCII character"),
        ('kind = "data set"', 'kind = "data set"\nmarket = "USA"', "'USA' is no market"),
        ('kind = "data set"', 'kind = "data set"\nurl = "example"', "'example' is no address"),
        (
            'model = "{model}"',
            'model = "{model}"\nvehicle_type = [{ column = "t", words = { lorry = "x" } }]',
            "cannot be 'lorry'",
        ),
        (
            'model = "{model}"',
            'model = "{model}"\nvehicle_type = [{ column = "t", words = { van = "x", car = "X" } }]',
            "stands under 'van' as well",
        ),
        (
            'model = "{model}"',
            'model = "{model}"\nvehicle_type = [{ column = "t" }]',
            "needs either words or value",
        ),
        (
            "[[place]]",
            '[[check]]\nabout = "x"\nfactors = ["a"]\ndivisors = []\nequals = 0\nwithin = 0.1\n\n[[place]]',
            "check[1].equals: must be a number above 0",
        ),
    ],
)
def test_a_fault(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert any(expected in fault for fault in faults(tmp_path, GOOD.replace(old, new)))


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "format = ")
    assert fault.startswith("m.toml:1: not TOML")


def test_the_words_are_those_of_the_model() -> None:
    assert get_args(VehicleType) == TYPES
    assert get_args(Category) == CATEGORIES
    assert get_args(PowertrainType) == POWERTRAINS
    assert FILE_TYPES == READ_TYPES


@pytest.mark.parametrize("name", known_maps())
def test_shipped_maps_have_no_fault(name: str) -> None:
    map_ = shipped_map(name)
    assert map_.name == name
    assert map_.places
    assert from_data(map_.data, name).columns == map_.columns


def test_which_maps_are_shipped() -> None:
    assert known_maps() == ("afdc-heavy", "afdc-light", "epa", "open-ev", "vca")


def test_a_field_with_a_market_takes_the_only_one() -> None:
    """As a spec file of one market does, so that the model makes the same definition."""
    identity = {"make": "{make}", "model": "{model}", "markets": ["DE"]}
    price: dict[str, Any] = {"column": "price", "field": "price", "unit": "EUR"}
    (place,) = small_map(identity=identity, place=[price]).places
    assert place.concrete(lambda _: None).definition == (("currency", "EUR"), ("market", "DE"))
    (place,) = small_map(identity=identity, place=[{**price, "market": "{country}"}]).places
    assert place.varying == ("country",)


def test_what_is_true_of_a_variant_stands_last() -> None:
    places = [
        {"column": "a", "field": "boot_volume", "unit": "L", "applies_to": "hatchback"},
        {"column": "b", "field": "boot_volume", "unit": "L"},
    ]
    assert [place.column for place in small_map(place=places).places] == ["b", "a"]

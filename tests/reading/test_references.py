"""What cites what: each citation is followed, and what has faults is told once."""

from __future__ import annotations

from collections.abc import Callable

from catalog.reading import Loaded, load
from tests.reading.conftest import HEAD, SOURCES, Folder, Read

Texts = Callable[[Loaded], list[str]]
PLANT = 'name = "Acme works"\nplace = "Town"\ncountry = "DE"\nsources = ["maker"]\n'


def test_an_unknown_source_is_told_at_the_value_that_cites_it(read: Read, texts: Texts) -> None:
    loaded = read('length = "5 m"\nwidth = [\n  "2 m",\n  { value = "2.1 m", source = "makers" },\n]\n')
    assert texts(loaded) == [
        "specs/vehicles/acme/van.toml:10: width: there is no source 'makers' (did you mean maker?)"
    ]
    assert loaded.vehicles == {}


def test_an_unknown_default_source_is_told_once(read: Read, head: str) -> None:
    loaded = read('length = "5 m"\nwidth = "2 m"\nheight = "2 m"\n', head=head.replace("maker", "nobody"))
    assert [(fault.line, fault.message, fault.hint) for fault in loaded.faults] == [
        (4, "there is no source 'nobody'", "add it to sources.toml")
    ]


def test_a_source_with_faults_leaves_its_citers_out_and_is_told_once(folder: Folder, texts: Texts) -> None:
    root = folder(
        {
            "sources.toml": SOURCES.replace("manufacturer", "maker"),
            "vehicles/acme/van.toml": HEAD + '\n[specs]\nlength = "5 m"\nwidth = { value = "2 m", source = "maker" }\n',
            "vehicles/acme/bus.toml": HEAD,
            "vehicles/acme/car.toml": HEAD.replace('["maker"]', "[]"),
        }
    )
    loaded = load([root])
    assert texts(loaded) == [
        "specs/sources.toml:2: maker: 2 files cite it and are left out until this is mended",
        "specs/sources.toml:6: maker.kind: cannot be 'maker' (one of regulator, manufacturer, data set, encyclopedia, "
        "press, dealer, forum)",
    ]
    assert list(loaded.vehicles) == ["acme-car"]
    assert loaded.sources == {}


def test_sources_that_cannot_be_read_are_told_once(folder: Folder, texts: Texts) -> None:
    root = folder({"sources.toml": "[maker\n", "vehicles/acme/van.toml": HEAD, "vehicles/acme/bus.toml": HEAD})
    loaded = load([root])
    assert texts(loaded) == [
        "specs/sources.toml: 2 files cite it and are left out until this is mended",
        "specs/sources.toml:1: not TOML: Expected ']' at the end of a table declaration",
    ]
    assert loaded.vehicles == {}


def test_a_plant_with_faults_leaves_its_vehicles_out(folder: Folder, texts: Texts) -> None:
    root = folder(
        {
            "plants/town.toml": PLANT.replace('"DE"', '"de"'),
            "vehicles/acme/van.toml": HEAD + 'plants = ["town"]\n',
            "vehicles/acme/bus.toml": HEAD,
        }
    )
    loaded = load([root])
    assert texts(loaded) == [
        "specs/plants/town.toml: 1 file cites it and is left out until this is mended",
        "specs/plants/town.toml:3: country: cannot be 'de' (ISO 3166 alpha-2, such as RU)",
    ]
    assert list(loaded.vehicles) == ["acme-bus"]
    assert loaded.plants == {}


def test_a_plant_that_cites_an_unknown_source_is_left_out_as_well(folder: Folder, texts: Texts) -> None:
    output = '\n[[output]]\nperiod = "2023"\nvalue = "1"\n\n[[output]]\nperiod = "2024"\nvalue = "2"\nsource = "x-y"\n'
    loaded = load(
        [folder({"plants/town.toml": PLANT + output, "vehicles/acme/van.toml": HEAD + 'plants = ["town"]\n'})]
    )
    assert texts(loaded) == [
        "specs/plants/town.toml: 1 file cites it and is left out until this is mended",
        "specs/plants/town.toml:13: output: there is no source 'x-y' (add it to sources.toml)",
    ]
    assert (loaded.plants, loaded.vehicles) == ({}, {})


def test_a_claim_that_cites_right_and_wrong_sources_tells_the_wrong_ones(read: Read) -> None:
    loaded = read('length = { value = "5 m", sources = ["maker", "a1", "b2", "a1"] }\n')
    assert [fault.message for fault in loaded.faults] == ["there is no source 'a1'", "there is no source 'b2'"]

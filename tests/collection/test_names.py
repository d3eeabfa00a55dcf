"""From what a user types to a vehicle."""

from __future__ import annotations

import pytest

from catalog.collection import Catalog
from catalog.collection.names import MANY, Match, resolve, words
from catalog.engine.folding import folded
from catalog.errors import Ambiguous, NotFound
from catalog.model import Record
from catalog.model.record import Record as PlainRecord


def record(vehicle_id: str, make: str, model: str, version: str = "", aliases: tuple[str, ...] = ()) -> PlainRecord:
    return Record(vehicle_id, make, model, version, aliases=aliases)


FORD = {
    entry.id: entry
    for entry in (
        record("ford-e-transit-68-kwh", "Ford", "E-Transit", "68 kWh"),
        record("ford-e-transit-89-kwh", "Ford", "E-Transit", "89 kWh"),
        record("ford-transit-custom", "Ford", "Transit Custom", "2.0 diesel"),
        record("foton-iblue-ev", "Foton", "iBlue EV", "104 kWh", ("iblue",)),
        record("foton-iblue-ev-eu", "Foton", "iBlue EV EU"),
    )
}


@pytest.mark.parametrize(
    ("typed", "vehicle"),
    [
        ("acme-e-van-75", "acme-e-van-75"),
        (" ACME-E-Van-75 ", "acme-e-van-75"),
        ("the-van", "acme-e-van-75"),
        ("acme", "acme-e-van-75"),
        ("e-van 75", "acme-e-van-75"),
        ("Acme E-Van, 75 kWh", "acme-e-van-75"),
        ("Citroën", "citroen-e-hauler-50"),
        ("citroen", "citroen-e-hauler-50"),
        ("Citroe\u0308n e\u0308-Hauler", "citroen-e-hauler-50"),  # decomposed, as file names of macOS are
        ("CITROEN-E-HAULER-50", "citroen-e-hauler-50"),
        ("天马", "tianma-d9-7-5-t"),
        ("d9", "tianma-d9-7-5-t"),
        ("<script>", "evil-sons-script"),
        ("secret", "quiet-secret"),
    ],
)
def test_a_name_means_a_vehicle(fixture_catalog: Catalog, typed: str, vehicle: str) -> None:
    assert fixture_catalog.resolve(typed).id == vehicle


def test_only_an_id_is_exact(fixture_catalog: Catalog) -> None:
    assert fixture_catalog.resolve("acme-e-van-75") == Match("acme-e-van-75", True)
    assert fixture_catalog.resolve("the-van") == Match("acme-e-van-75", False)


def test_what_fits_as_well_is_told() -> None:
    assert resolve("e-transit", FORD) == Match("ford-e-transit-68-kwh", False, ("ford-e-transit-89-kwh",))
    assert resolve("transit 89", FORD) == Match("ford-e-transit-89-kwh", False)
    assert resolve("custom", FORD) == Match("ford-transit-custom", False)


def test_an_alias_settles_it() -> None:
    assert resolve("iblue", FORD) == Match("foton-iblue-ev", False, ("foton-iblue-ev-eu",))
    assert resolve("iBlue", FORD).id == "foton-iblue-ev"


def test_the_prefix_of_one_id_settles_it() -> None:
    assert resolve("ford-t", FORD).id == "ford-transit-custom"


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("acme-e-van-57", "acme-e-van-75"),
        ("Citroen Hauller", "citroen-e-hauler-50"),
        ("E-Vna", "acme-e-van-75"),
        ("scret", "quiet-secret"),
    ],
)
def test_an_unknown_name_suggests_the_nearest(fixture_catalog: Catalog, typed: str, suggested: str) -> None:
    with pytest.raises(NotFound) as raised:
        fixture_catalog.resolve(typed)
    assert suggested in raised.value.suggestions
    assert "`vehicles list` shows all" in str(raised.value)


@pytest.mark.parametrize("typed", ["", "  ", "---", "zzzzzzzz"])
def test_nothing_is_not_found(fixture_catalog: Catalog, typed: str) -> None:
    with pytest.raises(NotFound):
        fixture_catalog.resolve(typed)


def test_too_many_that_fit_alike_are_an_ambiguity() -> None:
    many = {f"a-v-{number}": record(f"a-v-{number}", "A", "V", str(number)) for number in range(10, 11 + MANY)}
    with pytest.raises(Ambiguous, match=rf"'v' fits {MANY + 1} vehicles: a-v-10, a-v-11"):
        resolve("v", many)
    few = dict(list(many.items())[:MANY])
    assert resolve("v", few).id == "a-v-10"


def test_the_better_known_of_two_is_taken() -> None:
    from catalog.model import Claim, Claims

    known = Record("b-v", "B", "V", claims={"length": Claims([Claim("length", "5 m")])})
    assert resolve("v", {"a-v": Record("a-v", "A", "V"), "b-v": known}).id == "b-v"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("e-Transit", ["e", "transit"]),
        ("iBlue_EV 4.2 t", ["iblue", "ev", "4", "2", "t"]),
        ("天马 D9", ["天马", "d9"]),
        ("--", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "fold"), [("Škoda", "skoda"), ("STRASSE ß", "strasse ss"), ("МАЗ", "маз"), ("й", "и"), ("가", "가")]
)
def test_case_and_accents_are_left_out(text: str, fold: str) -> None:
    assert folded(text) == fold

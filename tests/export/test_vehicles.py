"""Vehicles as rows: a column a field and definition, in one unit; what was published as a limit stays one."""

from __future__ import annotations

import pytest

from catalog.errors import NotFound, SettingsError
from catalog.model import Source
from tests.export.conftest import column, made, table

Sources = dict[str, Source]


@pytest.mark.parametrize(
    ("texts", "columns"),
    [
        (["317 km", "410 km"], {"": [317, 410]}),
        (["100-200 km", "7 km"], {" low": [100, 7], " high": [200, 7]}),
        (
            ["up to 350 km", "over 440 km"],
            {" low": [None, 440], " high": [350, None], " bound": ["up to", "more than"]},
        ),
        (["up to 350 km", "from 440 km"], {" low": [None, 440], " high": [350, None]}),
        (["about 40 km"], {"": [40], " bound": ["about"]}),
        (["100/150/200 km", "7 km"], {" low": [100, 7], " high": [200, 7], " bound": ["list", "exact"]}),
    ],
)
def test_bounds(sources: Sources, texts: list[str], columns: dict[str, list[object]]) -> None:
    found = table([made(f"v{place}", range=text) for place, text in enumerate(texts)], sources)
    own = {name: column(found, name) for name in found.names if name.startswith("range")}
    assert own == {f"range [km] (not stated){part}": values for part, values in columns.items()}


def test_definitions_have_columns_of_their_own(sources: Sources) -> None:
    wltp, epa = {"value": "317 km", "procedure": "wltp"}, {"value": "108 mi", "procedure": "epa"}
    found = table([made("a", range=[wltp, epa]), made("b", range="410 km")], sources)
    assert column(found, "range [km] (WLTP)") == [317, None]
    assert column(found, "range [km] (EPA)") == [173.809152, None]
    assert column(found, "range [km] (not stated)") == [None, 410]


def test_units_are_the_readers(sources: Sources) -> None:
    found = table([made("a", range="410 km", length="6 m")], sources, "us")
    assert column(found, "range [mi] (not stated)") == [pytest.approx(254.762198808)]
    assert found.columns[found.names.index("length [in]")].described()["unit_rec20"] == "INH"


def test_each_currency_has_its_column(sources: Sources) -> None:
    found = table([made("a", price="EUR 54,900"), made("b", price="USD 60,000")], sources)
    assert [name for name in found.names if name.startswith("price")] == [
        "price [EUR] (not stated)",
        "price [USD] (not stated)",
    ]


def test_a_value_in_doubt_is_not_a_number_and_is_told(sources: Sources) -> None:
    doubted = {"value": "900 km", "doubt": "more than the battery holds"}
    found = table([made("a", range=doubted, length="6 m")], sources)
    assert not any(name.startswith("range") for name in found.names)
    derived = {"value": "3070 kg", "status": "derived", "note": "gross less payload"}
    found = table([made("a", kerb_mass=derived, range=[doubted, "400 km"])], sources)
    assert column(found, "range [km] (not stated)") == [400]
    assert column(found, "remarks") == [
        "kerb_mass (driver not stated): derived; range: 900 km left out, in doubt: more than the battery holds"
    ]


def test_what_is_of_a_variant_is_told(sources: Sources) -> None:
    found = table([made("a", height={"value": "2.55 m", "applies_to": "high roof"})], sources)
    assert column(found, "height [mm]") == [2550]
    assert column(found, "remarks") == ["height: for high roof"]


def test_chosen_columns_and_nothing_else(sources: Sources) -> None:
    wltp = {"value": "317 km", "procedure": "wltp"}
    found = table([made("a", range=[wltp, "410 km"], length="6 m")], sources, "metric", "range[wltp]", "id", "sources")
    assert found.names == ["id", "range [km] (WLTP)", "sources"]
    assert list(found.rows()) == [("a", 317, "brochure")]


def test_a_column_that_is_none(sources: Sources) -> None:
    with pytest.raises(NotFound, match="payload"):
        table([made("a")], sources, "metric", "payloda")
    with pytest.raises(SettingsError, match="only a list shows"):
        table([made("a")], sources, "metric", "claims")


def test_sources_are_those_that_are_cited(sources: Sources) -> None:
    found = table([made("a", length="6 m")], {**sources, "other": sources["brochure"]})
    assert [source["id"] for source in found.sources] == ["brochure"]

"""Names of exported columns: what is written is read back, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.collection import Catalog
from catalog.datasets.headers import read_header
from catalog.model import FIELDS
from catalog.model.qualifiers import QUALIFIERS
from catalog.wording.header import PARTS, ColumnName, column_name, definition_words, read_column_name

_MEASURED = {
    "speeds": ["0-100 km/h", "0-60 mph"], "soc": ["10-80 %", "0-100 %"], "charger": ["150 kW", "at least 22 kW"],
    "during": ["30 min", "8 h"], "market": ["DE", "EU"],
}  # fmt: skip
FREE = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
)


@st.composite
def names(draw: st.DrawFn) -> ColumnName:
    key = draw(st.sampled_from(list(FIELDS)))
    spec = FIELDS[key].spec
    if not spec.numeric:
        return ColumnName(key, None, ())
    pairs = []
    for name in spec.qualifiers:
        known = list(QUALIFIERS[name].values) or _MEASURED.get(name)
        value = draw(st.none() | (st.sampled_from(known) if known else FREE.filter(bool)))
        if value is not None:
            pairs.append((name, value))
    unit = draw(st.sampled_from([unit.symbol for unit in spec.quantity_kind.units])) or None
    return ColumnName(key, unit, tuple(pairs), draw(st.sampled_from([None, *PARTS])))


@given(names())
def test_what_is_written_is_read_back(name: ColumnName) -> None:
    text = column_name(FIELDS[name.key].spec, name)
    assert read_column_name(text) == name


@given(names())
def test_the_importer_reads_the_same(name: ColumnName) -> None:
    header = read_header(column_name(FIELDS[name.key].spec, name))
    assert header.exported
    assert (header.fields, header.unit, tuple(header.qualifiers.items()), header.part) == (
        (name.key,), name.unit, name.definition, name.part,
    )  # fmt: skip


def test_every_shipped_definition(fixture_catalog: Catalog) -> None:
    for record in fixture_catalog.records.values():
        for key, claims in record.claims.items():
            for claim in claims:
                if claim.reading is not None:
                    own = tuple(pair for pair in claim.definition if pair[0] != "currency")
                    name = ColumnName(key, claim.reading.unit.symbol or None, own)
                    assert read_column_name(column_name(FIELDS[key].spec, name)) == name


@pytest.mark.parametrize(
    ("key", "definition", "words"),
    [
        ("range", (), "not stated"),
        ("range", (("phase", "city"),), "City, procedure not stated"),
        ("payload", (("crew", "deducted"), ("body", "deducted")), "crew deducted, body deducted"),
        ("price", (("currency", "EUR"), ("tax", "included"), ("market", "DE")), "tax included, DE"),
        ("price", (("currency", "EUR"), ("tax", "included"), ("conditions", "DE")), "tax included, conditions: DE, market not stated"),
        ("range", (("conditions", 'at "20", cold'),), 'conditions: "at ""20"", cold", procedure not stated'),
        ("range", (("conditions", "not stated"),), "conditions: not stated, procedure not stated"),
        ("length", (), ""),
    ],
)  # fmt: skip
def test_definitions_in_words(key: str, definition: tuple[tuple[str, str], ...], words: str) -> None:
    assert definition_words(FIELDS[key].spec, definition) == words


@pytest.mark.parametrize(
    "text",
    [
        "Range (km)", "range", "range [km]", "range [kg] (WLTP)", "range [km] (wltp)", "range [km] (WLTP, WLTP)",
        "range [km] (WLTP,City)", "range [km] (City, WLTP)", "Range [km] (WLTP)", "range [km] (WLTP) middle", "",
        "range  [km] (WLTP)", "length [mm] (WLTP)", "rang [km] (WLTP)", "length", "gearbox [km]", "range [km] (WLTP) ",
        "payload [kg] (deducted)", "price [EUR] (DE)",
    ],
)  # fmt: skip
def test_anything_else_is_none_of_ours(text: str) -> None:
    assert read_column_name(text) is None

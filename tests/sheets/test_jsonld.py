"""Vehicles as schema.org nodes: a property only where it means the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from catalog.collection import Catalog
from catalog.model import FIELDS, Source
from catalog.sheets.jsonld import list_json_ld, render_json_ld, vehicle_json_ld
from tests.sheets.conftest import Make

VEHICLE_PROPERTIES = {
    "@context", "@type", "identifier", "name", "brand", "model", "vehicleConfiguration", "bodyType", "fuelType",
    "vehicleEngine", "additionalProperty", "subjectOf",
    *(info.spec.schema_org for info in FIELDS.values() if info.spec.schema_org),
}  # fmt: skip


def node(
    make: Make, sources: dict[str, Source], identity: dict[str, Any] | None = None, **specs: Any
) -> dict[str, Any]:
    return vehicle_json_ld(make(identity, **specs), sources)


def test_identity(fixture_catalog: Catalog) -> None:
    found = vehicle_json_ld(fixture_catalog.records["acme-e-van-75"], fixture_catalog.sources)
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "Vehicle"
    assert found["brand"] == {"@type": "Brand", "name": "Acme"}
    assert found["vehicleConfiguration"] == "75 kWh, 3.5 t, L2H2"
    assert [source["identifier"] for source in found["subjectOf"]] == [
        "acme-brochure-2024",
        "acme-press-2023",
        "epa-test-2024",
    ]


@pytest.mark.parametrize(
    ("vehicle_type", "name"), [("car", "Car"), ("bus", "BusOrCoach"), ("coach", "BusOrCoach"), ("truck", "Vehicle")]
)
def test_types(make: Make, sources: dict[str, Source], vehicle_type: str, name: str) -> None:
    assert node(make, sources, {"vehicle_type": vehicle_type})["@type"] == name


@pytest.mark.parametrize(
    ("field", "value", "target", "expected"),
    [
        ("width", "2070 mm", "width", {"@type": "QuantitativeValue", "value": 2070.0, "unitCode": "MMT", "unitText": "mm"}),
        ("payload", "up to 1230 kg", "payload", {"@type": "QuantitativeValue", "maxValue": 1230.0, "unitCode": "KGM", "unitText": "kg"}),
        ("payload", "from 1230 kg", "payload", {"@type": "QuantitativeValue", "minValue": 1230.0, "unitCode": "KGM", "unitText": "kg"}),
        ("payload", "1-2 t", "payload", {"@type": "QuantitativeValue", "minValue": 1.0, "maxValue": 2.0, "unitCode": "TNE", "unitText": "t"}),
        ("seats", "3", "vehicleSeatingCapacity", 3),
        ("gearbox", "automatic", "vehicleTransmission", "automatic"),
        ("top_speed", "90 km/h", "speed", {"@type": "QuantitativeValue", "maxValue": 90.0, "unitCode": "KMH", "unitText": "km/h"}),
        ("start_of_production", "2023-04", "productionDate", "2023-04"),
    ],
)  # fmt: skip
def test_a_property_where_schema_org_has_the_very_quantity(
    make: Make, sources: dict[str, Source], field: str, value: str, target: str, expected: object
) -> None:
    found = vehicle_json_ld(make(**{field: value}), sources)
    assert found[target] == expected
    assert "additionalProperty" not in found


def test_a_claim_with_a_definition_says_more_than_the_property_holds(make: Make, sources: dict[str, Source]) -> None:
    found = node(
        make, sources, payload={"value": "1230 kg", "crew": "deducted"}, range={"value": "317 km", "procedure": "wltp"}
    )
    assert "payload" not in found
    by_key = {entry["propertyID"]: entry for entry in found["additionalProperty"]}
    assert by_key["payload"]["measurementMethod"] == "crew deducted"
    assert by_key["range"]["measurementMethod"] == "WLTP"
    assert by_key["range"]["description"] == "as published: 317 km"


def test_a_claim_about_a_variant_is_not_about_the_vehicle(make: Make, sources: dict[str, Source]) -> None:
    found = node(make, sources, height={"value": "2.55 m", "applies_to": "high roof"})
    assert "height" not in found
    assert found["additionalProperty"][0]["description"] == "as published: 2.55 m, for high roof"


def test_engine_properties_belong_to_the_engine(make: Make, sources: dict[str, Source]) -> None:
    found = node(
        make,
        sources,
        {"powertrain": "diesel"},
        engine_power="110 kW",
        engine_torque="400 N m",
        engine_displacement="2 L",
    )
    engine = found["vehicleEngine"]
    assert (
        {"@type", "enginePower", "engineDisplacement"}
        <= set(engine)
        <= {"@type", "enginePower", "engineDisplacement", "torque"}
    )
    assert not {"enginePower", "engineDisplacement", "torque"} & set(found)


def test_a_motors_torque_is_not_an_engines(make: Make, sources: dict[str, Source]) -> None:
    found = node(make, sources, {"powertrain": "hybrid"}, motor_torque="200 N m", engine_power="70 kW")
    assert "torque" not in found["vehicleEngine"]
    assert [entry["propertyID"] for entry in found["additionalProperty"]] == ["motor_torque"]


def test_emissions_are_a_plain_number_of_grams_per_kilometre(make: Make, sources: dict[str, Source]) -> None:
    assert node(make, sources, co2_emissions="100 g/mi")["emissionsCO2"] == pytest.approx(62.137119)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("battery_swap_time", "5 min", "MIN"),
        ("range", "410 km", "KMT"),  # KTM is deleted
        ("motor_torque", "250 lb ft", "M92"),  # F17 is a force per length
        ("motor_torque", "40 kgf m", "ucum:kgf.m"),  # B38 is deprecated
        ("motor_power", "150 PS", "N12"),
        ("motor_power", "150 hp(M)", "BHP"),
        ("energy_consumption", "20 kWh/100 km", "ucum:kW.h/(100.km)"),
    ],
)
def test_codes_of_units(make: Make, sources: dict[str, Source], field: str, value: str, code: str) -> None:
    specs: dict[str, Any] = {field: value}
    (entry,) = node(make, sources, None, **specs)["additionalProperty"]
    assert entry["unitCode"] == code


def test_a_season_is_no_date(make: Make, sources: dict[str, Source]) -> None:
    found = node(make, sources, start_of_production="2023-spring")
    assert "productionDate" not in found
    assert found["additionalProperty"][0]["propertyID"] == "start_of_production"


def test_doubted_and_missing_values_are_left_out(make: Make, sources: dict[str, Source]) -> None:
    found = node(make, sources, width={"value": "9 m", "doubt": "why"}, height={"status": "not published"})
    assert not {"width", "height", "additionalProperty"} & set(found)


def test_money_has_its_currency(make: Make, sources: dict[str, Source]) -> None:
    (entry,) = node(make, sources, price="EUR 54,900")["additionalProperty"]
    assert entry["value"] == 54900.0
    assert entry["unitText"] == "EUR"
    assert "unitCode" not in entry


def test_every_fixture_vehicle_is_valid_json_of_known_properties(fixture_catalog: Catalog) -> None:
    for record in fixture_catalog.records.values():
        document = vehicle_json_ld(record, fixture_catalog.sources)
        assert set(document) <= VEHICLE_PROPERTIES
        assert json.loads(render_json_ld(document)) == document


def test_several_vehicles_are_a_list(fixture_catalog: Catalog) -> None:
    document = list_json_ld(list(fixture_catalog.records.values()), fixture_catalog.sources)
    assert document["@type"] == "ItemList"
    assert document["numberOfItems"] == 5
    assert [entry["position"] for entry in document["itemListElement"]] == [1, 2, 3, 4, 5]
    assert all("@context" not in entry["item"] for entry in document["itemListElement"])
    assert list_json_ld([], {})["itemListElement"] == []

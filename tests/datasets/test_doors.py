"""Whole columns and single rows are read alike: what a search compares is what a sheet shows, to the last bit.

The rows are made by hand, each after a quirk of its publisher's file.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog.datasets.dataset import DataSet
from catalog.datasets.importing import Imported
from catalog.engine.table import OPEN
from tests.datasets.conftest import agree, same_as_model, stored_rows

Import = Callable[..., tuple[DataSet, Imported]]

VOLT = {
    "id": "30980", "year": "2011", "make": "Chevrolet", "model": "Volt", "VClass": "Compact Cars", "drive": "Front-Wheel Drive",
    "trany": "Automatic (variable gear ratios)", "fuelType1": "Premium Gasoline", "fuelType2": "Electricity",
    "atvType": "Plug-in Hybrid", "comb08": "37", "city08": "35", "highway08": "40", "combA08": "93", "cityA08": "95",
    "highwayA08": "90", "combE": "36.0", "cityE": "36.0", "highwayE": "37.0", "combinedCD": "0.0", "cityCD": "0.0",
    "highwayCD": "3.0E-4", "range": "380", "rangeA": "35", "rangeCityA": "35.453", "rangeHwyA": "34.0", "charge240": "4.0",
    "displ": "1.4", "cylinders": "4", "co2": "84", "co2TailpipeGpm": "84.0", "evMotor": "111 kW", "phevComb": "60",
    "lv4": "11", "modifiedOn": "Tue Oct 28 00:00:00 EDT 2025",
}  # fmt: skip
LEAF = {
    "id": "31119", "year": "2011", "make": "Nissan", "model": "Leaf", "VClass": "Midsize Cars", "fuelType1": "Electricity",
    "atvType": "EV", "comb08": "99", "city08": "106", "highway08": "92", "combE": "34.0", "cityE": "32.123",
    "highwayE": "37.0", "range": "73", "rangeCity": "0.0", "rangeHwy": "0.0", "co2": "0", "co2TailpipeGpm": "0.0",
    "charge240": "7.0", "charge240b": "4.0", "evMotor": "80 kW DCPM", "displ": "0.0", "cylinders": "", "hlv": "24",
    "comb08U": "0.0", "range ": "",
}  # fmt: skip
del LEAF["range "]
SPIDER = {
    "id": "1", "year": "1985", "make": "Alfa Romeo", "model": "Spider Veloce 2000", "VClass": "Two Seaters",
    "fuelType1": "Regular Gasoline", "comb08": "21", "city08": "19", "highway08": "25", "combE": "0.0", "range": "0",
    "UCity": "23.3333", "UHighway": "35.125", "co2": "-1", "co2TailpipeGpm": "423.1904761904762", "displ": "2.0",
    "cylinders": "NA", "trany": "Manual 5-spd", "evMotor": "48V Li-Ion",
}  # fmt: skip
FLEX = {
    "id": "33000", "year": "2013", "make": "GMC", "model": "Sierra K15 AWD", "VClass": "Standard Pickup Trucks 4WD",
    "fuelType1": "Regular Gasoline", "fuelType2": "E85", "atvType": "FFV", "comb08": "14", "combA08": "11",
    "rangeA": "230/270/270", "co2": "623", "co2A": "-1", "co2TailpipeAGpm": "572.2727272727273", "displ": "6.2",
}  # fmt: skip
MIRAI = {
    "id": "40000", "year": "2024", "make": "Toyota", "model": "Mirai", "VClass": "Compact Cars", "fuelType1": "Hydrogen",
    "atvType": "FCV", "comb08": "74", "combE": "46.0", "range": "402", "co2": "0", "co2TailpipeGpm": "0.0",
}  # fmt: skip
EPA = (VOLT, LEAF, SPIDER, FLEX, MIRAI)


def test_epa_rows_are_read_for_what_they_are(imported: Import) -> None:
    data_set, done = imported("epa", *EPA)
    volt, leaf, spider, flex, mirai = stored_rows(data_set, [f"epa:{row['id']}" for row in EPA])
    # comb08 is petrol for a plug-in hybrid, electricity for an electric car, neither for hydrogen
    assert volt["fuel_consumption_definition"] == "epa charge-sustaining"
    assert volt["fuel_consumption__epa_charge_sustaining_low"] == pytest.approx(100 / (37 * 1.609344 / 3.785411784))
    assert leaf["energy_consumption_definition"] == "epa wall"
    assert leaf["energy_consumption_low"] == pytest.approx(34 / 1.609344)
    assert leaf["fuel_consumption_low"] is None
    assert mirai["energy_consumption_low"] is mirai["fuel_consumption_low"] is None
    # range is the total of a plug-in hybrid, whose electric range is rangeA
    assert (volt["range_low"], volt["total_range_low"]) == (pytest.approx(35 * 1.609344), pytest.approx(380 * 1.609344))
    assert (leaf["range_low"], leaf["range__epa_city_low"]) == (pytest.approx(73 * 1.609344), None)
    assert mirai["range_low"] == pytest.approx(402 * 1.609344)
    # several tanks
    assert (flex["total_range__epa_e85_low"], flex["total_range__epa_e85_high"]) == pytest.approx(
        (230 * 1.609344, 270 * 1.609344)
    )
    # 0 g of an electric car is a figure, -1 is none
    assert leaf["co2_emissions_low"] == 0
    assert spider["co2_emissions_low"] == pytest.approx(423.1904761904762 / 1.609344)
    assert volt["co2_emissions_definition"] == "epa weighted"
    assert flex["co2_emissions__epa_e85_low"] == pytest.approx(572.2727272727273 / 1.609344)
    # a battery's voltage is no motor
    assert (leaf["motor_power_low"], spider["motor_power_low"]) == (80, None)
    assert (spider["engine_displacement_low"], spider["cylinders_low"]) == (2, None)
    assert leaf["engine_displacement_low"] is None
    assert [row["type"] for row in (volt, flex)] == ["car", "pickup"]
    assert [row["powertrain"] for row in (volt, leaf, spider, flex, mirai)] == [
        "plug-in hybrid", "battery electric", "petrol", "flex fuel", "fuel cell",
    ]  # fmt: skip
    assert volt["version"] == "2011, 1.4 L, 4 cyl., Automatic (variable gear ratios), Front-Wheel Drive"
    assert leaf["version"] == "2011"  # its engine of 0.0 L is none
    assert spider["body"] == "two-seater"
    assert done.manifest.version == "changed until 2025-10-28"
    assert done.manifest.rows == {"read": 5, "loaded": 5, "rejected": 0, "unread": 0}


def test_epa_doors_agree(imported: Import) -> None:
    data_set, _ = imported("epa", *EPA)
    ids = [f"epa:{row['id']}" for row in EPA]
    agree(data_set, ids)
    for record in data_set.records(ids):
        same_as_model(record)


def test_every_cell_is_kept_as_it_was(imported: Import) -> None:
    data_set, _ = imported("epa", *EPA)
    row = data_set.row("epa:33000")
    assert (row["rangeA"], row["co2A"], row["row"]) == ("230/270/270", "-1", "33000")


def test_a_claim_can_be_cited(imported: Import) -> None:
    data_set, _ = imported("epa", *EPA)
    (volt,) = data_set.records(["epa:30980"])
    city, *_ = (claim for claim in volt.claims["range"] if dict(claim.definition).get("phase") == "city")
    assert (city.published, city.published_as, city.sources) == ("35.453 mi", "rangeCityA", ("epa",))
    assert city.read_as == "35.4530 mi"  # three decimals could be thousands; the file has a decimal point
    assert city.note == "the map reads it as “35.4530 mi”"
    assert "fueleconomy.gov" in data_set.source.citation
    assert "public domain" in data_set.source.note


AFDC = (
    {
        "Vehicle_ID": "007", "Manufacturer": "Rivian ", "Model": "R1T", "Model_Year": "2023", "Category": "Pickup",
        "Fuel": "Electric", "Alternative Fuel Economy Combined": "82--83", "Electric-Only Range": "181-226",
        "Engine Size": "165 kW (x2)", "Charging Rate Level 2 (kW)": "11.5-19.2", "Battery Voltage": "400",
        "Battery Capacity Amp Hours": "298", "Battery Capacity kWh": "119.2", "Seating Capacity": "5-7",
        "Engine/Motor(s) Description": "two;\nmotors",
    },
    {
        "Vehicle_ID": "8", "Manufacturer": "Toyota", "Model": "Prius", "Model_Year": "2010", "Category": "Sedan/Wagon",
        "Fuel": "Hybrid Electric", "Conventional Fuel Economy Combined": "50", "Engine Size": "1.5 liter",
        "Alternative Fuel Economy Combined": "50", "Engine Cylinder Count": "4", "Drivetrain": "FWD",
    },
    {
        "Vehicle_ID": "9", "Manufacturer": "Ferrari", "Model": "SF90", "Model_Year": "2021", "Category": "Sedan/Wagon",
        "Fuel": "Plug-in Hybrid Electric", "PHEV Type": "Blended", "Alternative Fuel Economy Combined": "51",
        "Conventional Fuel Economy Combined": "18", "Engine Size": "TBD", "Total Range": "550-600",
        "Battery Voltage": "309", "Battery Capacity Amp Hours": "21", "Battery Capacity kWh": "6",
    },
    {
        "Vehicle_ID": "10", "Manufacturer": "Audi", "Model": "e-tron", "Model_Year": "2021", "Category": "SUV",
        "Fuel": "Electric", "Engine Size": "141 kW and 172 kW electric motor", "Alternative Fuel Economy City": "0",
    },
)  # fmt: skip


def test_afdc_rows_are_read_for_what_they_are(imported: Import) -> None:
    data_set, done = imported("afdc-light", *AFDC)
    ids = [f"afdc-light:{row['Vehicle_ID']}" for row in AFDC]
    rivian, prius, ferrari, audi = stored_rows(data_set, ids)
    assert (rivian["make"], rivian["row"]) == ("Rivian", "007")
    assert (rivian["range_low"], rivian["range_high"]) == pytest.approx((181 * 1.609344, 226 * 1.609344))
    assert rivian["energy_consumption_low"] == pytest.approx(2094.33 / 83, rel=1e-4)
    assert (rivian["motor_power_low"], rivian["motor_power_high"]) == (165, 165)
    assert (rivian["seats_low"], rivian["seats_high"]) == (5, 7)
    assert (audi["motor_power_low"], audi["motor_power_high"], audi["energy_consumption_low"]) == (141, 172, None)
    # the electric column of a plain hybrid says nothing that is known; that of a blended one counts petrol
    assert prius["energy_consumption_low"] is ferrari["energy_consumption_low"] is None
    assert prius["engine_displacement_low"] == 1.5
    assert ferrari["findings"] == (
        "volts times ampere-hours over 1000 is kWh: Battery Voltage 309, Battery Capacity Amp Hours 21, "
        "Battery Capacity kWh 6"
    )
    assert rivian["findings"] is None
    assert done.manifest.findings == {"volts times ampere-hours over 1000 is kWh": 1}
    assert done.unread == ()


def test_afdc_doors_agree(imported: Import) -> None:
    data_set, _ = imported("afdc-light", *AFDC)
    ids = [f"afdc-light:{row['Vehicle_ID']}" for row in AFDC]
    agree(data_set, ids)
    records = data_set.records(ids)
    for record in records:
        same_as_model(record)
    (economy,) = records[0].claims["energy_consumption"]
    assert (economy.published, economy.read_as) == ("82--83 MPGe", "82-83 MPGe")
    assert economy.note is not None
    assert economy.note.startswith("the file does not name the unit")
    (motors,) = records[0].claims["motor_power"]
    assert (motors.published, motors.read_as) == ("165 kW (x2)", "165 kW")
    assert motors.note == "of each motor; the map reads it as “165 kW”"
    (count,) = records[0].claims["motors"]
    assert count.text == "2"
    (motors,) = records[3].claims["motor_power"]
    assert (motors.text, (motors.note or "").partition(";")[0]) == ("141 and 172 kW", "of each motor")
    assert "volts times ampere-hours" in records[2].note


HEAVY = (
    {"Vehicle ID": "1", "Manufacturer": "BYD", "Model": "K9M (40')", "Application Categories": "Transit Bus",
     "Fuels": "Electric", "Num Passengers": ".27", "Transmission Make": "."},
    {"Vehicle ID": "2", "Manufacturer": "Lion", "Model": "LION8 - Class 8", "Application Categories": "Refuse",
     "Fuels": "Electric", "Transmission Types": "Automatic"},
    {"Vehicle ID": "3", "Manufacturer": "X", "Model": "Y", "Application Categories": "Van|Vocational/Cab Chassis",
     "Fuels": "CNG - Compressed Natural Gas|Electric|Propane"},
)  # fmt: skip


def test_afdc_heavy(imported: Import) -> None:
    data_set, _ = imported("afdc-heavy", *HEAVY)
    ids = [f"afdc-heavy:{row['Vehicle ID']}" for row in HEAVY]
    bus, truck, both = stored_rows(data_set, ids)
    assert (bus["type"], truck["type"], both["type"]) == ("bus", "truck", None)
    assert (truck["body"], truck["gearbox"], both["powertrain"]) == ("refuse truck", "Automatic", None)
    assert bus["seats_low"] is None
    agree(data_set, ids)


BEV = "Battery Electric Vehicle (BEV) / Pure Electric Vehicle / Electric Vehicle (EV)"
VCA = (
    {
        "Manufacturer": "LEXUS", "Model": "RZ", "Description": 'RZ 450e Premium18"', "Transmission": "N/A", "Powertrain": BEV,
        "Engine Power (PS)": "313", "Engine Power (Kw)": "230", "wh/km": "168", "Electric energy consumption Miles/kWh": "3.7",
        "Maximum range (Km)": "440", "Maximum range (Miles)": "273", "Electric Range City Km": "589", "WLTP CO2": "0",
        "WLTP Metric Combined": "0", "Noise Level dB(A)": "0.0", "Engine Capacity": "0", "Date of change": "17 October 2024",
    },
    {
        "Manufacturer": "KIA", "Model": "Sorento", "Description": "1.6", "Transmission": "A6", "Fuel Type": "Petrol Electric",
        "Powertrain": "Hybrid Electric Vehicle (HEV)", "Engine Power (PS)": "215", "Engine Power (Kw)": "158",
        "WLTP Metric Combined": "6.6", "WLTP Imperial Combined": "42.8", "WLTP Metric Low": "42.8", "WLTP Imperial Low": "42.8",
        "WLTP CO2": "151", "Noise Level dB(A)": "68.0", "Engine Capacity": "1598", "Euro Standard": "Euro 6d",
    },
    {
        "Manufacturer": "MAZDA", "Model": "MX-30", "Description": "R-EV", "Transmission": "N/A",
        "Powertrain": "Range Extended Electric Vehicle (REEV)", "WLTP Metric Combined": "7.6", "WLTP Imperial Combined": "37.2",
        "WLTP Metric Combined (Weighted)": "1", "WLTP Imperial Combined (Weighted)": "282.5", "WLTP CO2": "0",
        "WLTP CO2 Weighted": "21",
    },
    {
        "Manufacturer": "SKODA", "Model": "Fabia", "Description": "1.0", "Transmission": "M5", "Fuel Type": "Petrol",
        "Powertrain": "Internal Combustion Engine (ICE)", "Engine Power (PS)": "95", "Engine Power (Kw)": "70",
        "WLTP Metric Combined": "5.1", "WLTP Imperial Combined": "55.4", "WLTP CO2": "115",
    },
)  # fmt: skip
VCA_IDS = ["vca:lexus-rz-rz-450e-premium18", "vca:kia-sorento-1-6-a6", "vca:mazda-mx-30-r-ev", "vca:skoda-fabia-1-0-m5"]


def test_vca_rows_are_read_for_what_they_are(imported: Import) -> None:
    data_set, done = imported("vca", *VCA)
    lexus, kia, mazda, skoda = stored_rows(data_set, VCA_IDS)
    assert (lexus["motor_power_low"], lexus["engine_power_low"], lexus["co2_emissions_low"]) == (230, None, 0)
    assert (lexus["range_low"], lexus["range__wltp_city_low"]) == (440, 589)
    assert lexus["fuel_consumption_low"] is lexus["noise_low"] is lexus["engine_displacement_low"] is None
    assert (kia["fuel_consumption__wltp_low"], kia["fuel_consumption_definition"]) == (6.6, "wltp")
    assert kia["engine_power_low"] is None  # engine, motor or both: the file does not say
    assert skoda["engine_power_low"] == 70
    assert mazda["fuel_consumption_definition"] == "wltp charge-sustaining"
    assert mazda["fuel_consumption__wltp_weighted_low"] == 1
    assert (mazda["co2_emissions_low"], mazda["co2_emissions_definition"]) == (21, "wltp weighted")
    assert [row["powertrain"] for row in (lexus, kia, mazda, skoda)] == [
        "battery electric", "hybrid", "plug-in hybrid", "petrol",
    ]  # fmt: skip
    assert kia["findings"] == ("mpg times L/100 km is 282.481 (low): WLTP Imperial Low 42.8, WLTP Metric Low 42.8")
    assert done.manifest.version == "changed until 2024-10-17"


def test_vca_doors_agree(imported: Import) -> None:
    data_set, _ = imported("vca", *VCA)
    agree(data_set, VCA_IDS)
    for record in data_set.records(VCA_IDS):
        same_as_model(record)
    (kia,) = data_set.records(VCA_IDS[1:2])
    metric, imperial = (
        claim for claim in kia.claims["fuel_consumption"] if claim.definition == (("procedure", "wltp"),)
    )
    assert (metric.published, imperial.published) == ("6.6 L/100 km", "42.8 mpg(UK)")
    assert (imperial.market, metric.published_as) == ("GB", "WLTP Metric Combined")


def test_no_upper_end_is_the_engine_s(imported: Import) -> None:
    """What is open upward is stored as the engine's own sign for it, a finite number."""
    data_set, _ = imported(
        "afdc-light",
        {"Vehicle_ID": "1", "Manufacturer": "A", "Model": "B", "Fuel": "Electric", "Electric-Only Range": "over 300"},
        {"Vehicle_ID": "2", "Manufacturer": "A", "Model": "B", "Fuel": "Electric", "Electric-Only Range": "up to 300"},
    )
    over, up_to = stored_rows(data_set, ["afdc-light:1", "afdc-light:2"])
    assert (over["range_low"], over["range_high"]) == (pytest.approx(482.8032), OPEN)
    assert (up_to["range_low"], up_to["range_high"]) == (0, pytest.approx(482.8032))
    agree(data_set, ["afdc-light:1", "afdc-light:2"])

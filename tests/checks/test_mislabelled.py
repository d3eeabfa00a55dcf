"""Values known to be mislabelled, in a wrong unit or suspect: what becomes of each if it is entered as printed.

Each goes, under its printed label and in its printed unit, into a minimal vehicle that has the other published
values of that vehicle. It is either refused by the reading, or reported by a check, or not caught; then the
reason is given. The counts are asserted, so that a weaker rule shows.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import ValidationError

from catalog.model import Record
from tests.checks.conftest import codes, findings, vehicle

VAN = {"vehicle_type": "van"}
TRUCK = {"vehicle_type": "truck"}
PICKUP = {"vehicle_type": "pickup"}


@dataclass(frozen=True, slots=True)
class Case:
    """One printed value. ``caught`` is a check's code, or "reading: " and a part of the refusal, or "" (not caught)."""

    vehicle: str
    field: str
    printed: str
    caught: str
    why: str
    others: Mapping[str, Any]
    extra: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def record(self, with_value: bool = True) -> Record:
        """The vehicle, with the value as a claim of another source (the misprint and the others seldom share one)."""
        values = dict(self.others)
        if with_value:
            claim = {"value": self.printed, "source": "two", **self.extra}
            own = values.get(self.field, [])
            values[self.field] = [*(own if isinstance(own, list) else [own]), claim]
        return vehicle(**values)

    def __str__(self) -> str:
        return f"{self.vehicle}: {self.field} {self.printed}"


IBLUE = {
    **TRUCK, "length": "5995 mm", "width": "2200 mm", "height": "3140 mm", "payload": "1230 kg",
    "battery_energy": "104 kWh", "range": "410 km",
}  # fmt: skip
IBLUE_EU = {
    **TRUCK, "gross_vehicle_mass": "4.5 t", "payload": {"value": "2.5-3 t", "body": "in payload"},
    "battery_energy": "81.4 kWh", "motor_power": {"value": "115 kW", "rating": "continuous"},
}  # fmt: skip
BROCK_75 = {**TRUCK, "gross_vehicle_mass": "7.5 t", "range": "up to 300 km", "motor_power": "156 hp (l.s.)"}
BROCK_160 = {**TRUCK, "gross_vehicle_mass": "16 t", "range": "up to 300 km", "motor_power": "218 hp (l.s.)"}
ECANTER = {
    **TRUCK, "gross_vehicle_mass": ["7.49 t", "7.5 t"], "wheelbase": "3400 mm", "battery_energy": "70 kWh",
    "range": "more than 100 km",
}  # fmt: skip
EDAILY = {**VAN, "length": "5189-7669 mm", "wheelbase": "3000-4100 mm", "cargo_volume": "7.3-20 m3"}
E_TRANSIT = {
    **VAN, "kerb_mass": "2690 kg", "payload": "1758 kg", "range": {"value": "317 km", "procedure": "wltp"},
    "battery_energy": [{"value": "68 kWh", "capacity": "usable"}, {"value": "67 kWh", "capacity": "usable"}],
}  # fmt: skip
ESPRINTER = {
    **VAN, "gross_vehicle_mass": "4.25 t", "battery_energy": {"value": "113 kWh", "capacity": "usable"},
    "range": [
        {"value": "400 km", "procedure": "wltp"},
        {"value": "500 km", "procedure": "wltp", "phase": "city"},
    ],
}  # fmt: skip
E_CRAFTER = {**VAN, "gross_vehicle_mass": "4200 kg", "battery_energy": "43 kWh", "range": "208 km"}
ETGE = {
    **VAN, "gross_vehicle_mass": "3.5 t", "payload": "950 kg", "range": {"value": "160 km", "procedure": "nedc"},
    "motor_power": {"value": "100 kW", "rating": "peak"},
}  # fmt: skip
D_WIDE = {**TRUCK, "gross_vehicle_mass": "26 t", "battery_energy": "200 kWh"}
EDV_500 = {**VAN, "length": "6.3 m", "wheelbase": "3.99 m", "cargo_volume": "14.15 m3", "range": "240 km"}
EDV_700 = {
    **VAN, "length": "7 m", "wheelbase": "4.75 m", "cargo_volume": "18.69 m3", "battery_energy": "135 kWh",
    "range": "240 km",
}  # fmt: skip
EDV_900 = {**VAN, "length": "8.15 m", "wheelbase": "5.21 m", "cargo_volume": "23.79 m3", "range": "195 km"}
ZEVO = {**VAN, "battery_energy": "165 kWh", "range": ["250 miles", "max 250 mi", "350 km"]}
N60 = {
    **TRUCK, "gross_vehicle_mass": "5990 kg", "kerb_mass": "3150 kg", "payload": "2840 kg", "wheelbase": "3365 mm"
}  # fmt: skip
ATLANT = {**VAN, "powertrain": "diesel", "gross_vehicle_mass": "2.5-4.2 t"}
T6 = {
    **PICKUP, "powertrain": "diesel", "length": "5315 mm", "wheelbase": "3090 mm", "gross_vehicle_mass": "2580 kg",
    "payload": "820 kg", "engine_torque": "320 N m",
}  # fmt: skip
LIGHTNING = {
    **PICKUP, "battery_energy": [{"value": "98 kWh", "capacity": "usable"}, "98 kWh"],
    "range": {"value": "230 mi", "procedure": "epa"},
}  # fmt: skip
NPR = {**TRUCK, "powertrain": "diesel", "gross_vehicle_mass": "16000 lb", "wheelbase": "150 in"}
EDELIVER_5 = {**VAN, "battery_energy": "64 kWh", "range": {"value": "335 km", "procedure": "wltp"}}
VIGUS = {
    **PICKUP, "powertrain": "diesel", "length": "5.32 m", "height": "1.80 m", "payload": "815 kg",
    "cargo_length": "1.47 m", "cargo_width": "1.47 m",
}  # fmt: skip
EURISE = {**VAN, "length": "5.9 m", "payload": "1450 kg", "range": "300 km"}
AUMAN_EST = {"gross_combination_mass": "49 t", "range": "200 km", "vehicle_type": "tractor"}
XINGZHI = {**TRUCK, "gross_vehicle_mass": "4495 kg", "wheelbase": "3360 mm"}
URAL = {**TRUCK, "powertrain": "diesel", "gross_vehicle_mass": "22.5 t", "length": "7588 mm"}
T5_DM = {**TRUCK, "powertrain": "plug-in hybrid", "gross_vehicle_mass": "4495 kg", "battery_energy": "18.3 kWh"}
MASTER = {**VAN, "gross_vehicle_mass": "3.1/3.5 t", "battery_energy": "52 kWh"}
HINO = {**TRUCK, "powertrain": "diesel", "gross_vehicle_mass": "less than 8.5 t", "markets": ["AU"]}
T90 = {**PICKUP, "gross_vehicle_mass": "3300 kg", "battery_energy": "88.55 kWh", "range": "330 km"}

#: The marked values, vehicle by vehicle.
MARKED = (
    Case("Foton iBlue EV", "kerb_mass", "4495 kg", "class-ceiling", "total curb weight; a gross mass", IBLUE),
    Case("Foton iBlue EV, EU", "payload", "4.5 t", "payload-share", "livelli di portata; a gross mass", IBLUE_EU),
    Case("Foton iBlue EV, EU", "motor_power", "300 kW", "peak-and-continuous", "en crête; its N m",
         IBLUE_EU, {"rating": "peak"}),
    Case("Foton iBlue EV, EU", "motor_power", "300 kW", "peak-and-continuous", "di picco; repeated",
         IBLUE_EU, {"rating": "peak"}),
    Case("Foton Auman EST", "battery_energy", "281.91 Kw.h", "",
         "only an odd spelling of kWh: it reads as what it is", AUMAN_EST),
    Case("Brock 75", "battery_energy", "81 kW/h", "reading: kW/h is not an energy", "", BROCK_75),
    Case("Brock 75", "unspecified_mass", "7.5 t", "undefined-mass", "massoj; a gross mass", BROCK_75),
    Case("Brock 160", "battery_energy", "246 kW/h", "reading: kW/h is not an energy", "", BROCK_160),
    Case("Brock 160", "kerb_mass", "16 t", "mass-order", "weighs 16 t; a gross mass", BROCK_160),
    Case("Ural Next", "fuel_consumption", "32 l/ha", "reading: L/ha is a consumption per hectare", "fuelPerHa", URAL),
    Case("Fuso eCanter", "kerb_mass", "4.63 t", "field-leak", "weighs; a chassis load",
         {**ECANTER, "chassis_load_capacity": "4.63 t"}),
    Case("Fuso eCanter", "chassis_load_capacity", "7.49 t", "payload-share", "a gross mass", ECANTER),
    Case("Iveco eDaily", "battery_energy_density", "95 %", "reading: % measures", "energy density usable", EDAILY),
    Case("Iveco eDaily", "height", "1545-2100 mm", "magnitude", "vehicle heights; of the load space", EDAILY),
    Case("Ford E-Transit", "battery_energy", "68 kW", "reading: kW is a power", "", E_TRANSIT),
    Case("Ford E-Transit", "battery_energy", "68.0 kWh", "gross-or-usable", "", E_TRANSIT, {"capacity": "gross"}),
    Case("Ford E-Transit", "battery_energy", "64.0 kWh", "", "6 % below the others: within what versions differ by",
         E_TRANSIT, {"capacity": "usable"}),
    Case("Ford E-Transit", "towing_braked", "2000 kg", "", "a usual value, and no other source has one", E_TRANSIT),
    Case("Mercedes-Benz eSprinter", "battery_energy", "131 kWh", "swapped-digits", "", ESPRINTER),
    Case("Mercedes-Benz eSprinter", "axle_load_rear", "4.25 t", "axle-loads", "rear module; a gross mass", ESPRINTER),
    Case("Maxus T90 EV", "range", "198 mi", "city-range", "", T90, {"procedure": "wltp", "phase": "city"}),
    Case("Farizon Xingzhi H", "wheelbase", "3360/4495 mm", "field-leak", "", XINGZHI),
    Case("Volkswagen e-Crafter", "dc_charge_time", "45 min", "reading: kWh is an energy", "",
         E_CRAFTER, {"soc": "0-100 %", "charger": "40kWh"}),
    Case("MAN eTGE", "motor_power", "110 kW", "power-units", "printed 110 kW/136 pk",
         {**ETGE, "motor_power": {"value": "136 pk", "source": "two"}}),
    Case("MAN eTGE", "battery_energy", "36 kW/h", "reading: kW/h is not an energy", "", ETGE),
    Case("MAN eTGE", "energy_consumption", "20 kWh/100 km", "",
         "the number is right, only the speed named with it is not", {**ETGE, "battery_energy": "36 kWh"}),
    Case("Renault Trucks D Wide Z.E.", "range", "200 cv", "reading: cv is metric horsepower", "", D_WIDE),
    Case("Rivian EDV 500", "unspecified_mass", "4240 kg", "",
         "peso; no other mass is published, and 9350 lb is no class ceiling", EDV_500),
    Case("Rivian EDV 700", "unspecified_mass", "4240 kg", "",
         "peso; no other mass is published, and 9350 lb is no class ceiling", EDV_700),
    Case("Rivian EDV 900", "unspecified_mass", "6350 km", "reading: km is a distance", "peso; a gross mass", EDV_900),
    Case("BrightDrop Zevo 600", "range", "250 km", "disagreement", "250 miles re-translated", ZEVO),
    Case("JAC N60 EV", "turning_radius", "12.2 m", "turning", "zhuanwan banjing; a diameter", N60),
    Case("Sollers Atlant", "unspecified_mass", "2.5-4.2 t", "undefined-mass", "massoj; a gross mass", ATLANT),
    Case("JAC T6", "engine_torque", "1.600 y 2.600 Nm", "reading: 'y 2.600 Nm' is not", "speeds of rotation", T6),
    Case("Ford F-150 Lightning", "battery_energy", "11.3 kW", "reading: kW is a power", "the charger's power",
         LIGHTNING),
    Case("Ford F-150 Lightning", "battery_energy", "100/200 kWh", "",
         "a list of which one number is near the 98 kWh of others", LIGHTNING),
    Case("Ford F-150 Lightning", "range", "1000/1600 km", "energy-per-range", "", LIGHTNING),
    Case("Isuzu NPR XD", "turning_radius", "46.5 degrees", "reading: degrees measures", "the wheel cut", NPR),
    Case("Maxus eDeliver 5", "wheel_cut_angle", "11.50 m", "reading: metres are not an angle",
         "angle de braquage; a circle", EDELIVER_5),
    Case("JMC Vigus", "cargo_height", "5 cm", "magnitude", "", VIGUS),
    Case("AsiaStar Eurise D11", "battery_energy", "105 kW", "reading: kW is a power", "", EURISE),
)  # fmt: skip

#: Weak spots without a mark, found by magnitude and ratio.
WEAK = (
    Case("Foton Auman EST", "energy_consumption", "1.2 kWh", "reading: an energy per distance", "", AUMAN_EST),
    Case("Renault Master", "motor_power", "57 kW", "power-units", "76 ch is mechanical",
         {**MASTER, "motor_power": {"value": "76 ch", "source": "two"}}),
    Case("Hino 300", "engine_power", "151 kW", "power-units", "", {**HINO, "engine_power": {"value": "200 hp",
         "read_as": "200 hp(M)", "note": "or PS", "source": "two"}}),
    Case("Ford F-150 Lightning", "acceleration_time", "4.5 s", "",
         "a rounded reading of mid-4, and no other to hold it against", LIGHTNING, {"speeds": "0-60 mph"}),
    Case("Ford E-Transit, 89 kWh", "ac_charge_time", "6.18 h", "", "it is 6 h 11 min, to the digits written",
         {**VAN, "battery_energy": "89 kWh", "ac_charge_time": "6 h 11 min"}),
    Case("BYD T5 DM", "range", "1000 km", "energy-per-range", "of fuel and electricity", T5_DM),
    Case("JAC T6", "kerb_mass", "1930 kg", "mass-identity", "of another market", T6),
)  # fmt: skip
ALL = (*MARKED, *WEAK)


def refused(case: Case) -> str | None:
    """Why the reading refuses the value; None where it is read."""
    try:
        case.record()
    except ValidationError as error:
        return str(error)
    return None


def reported(case: Case) -> set[str]:
    """The codes of the findings that involve the value."""
    return {
        finding.code
        for finding in findings(case.record())
        if finding.unexplained and (case.field, case.printed) in finding.values
    }


@pytest.mark.parametrize("case", [case for case in ALL if case.caught.startswith("reading: ")], ids=str)
def test_the_reading_refuses_it(case: Case) -> None:
    case.record(with_value=False)
    message = refused(case)
    assert message is not None
    assert case.caught.removeprefix("reading: ").strip() in message


@pytest.mark.parametrize("case", [case for case in ALL if case.caught and ":" not in case.caught], ids=str)
def test_a_check_reports_it(case: Case) -> None:
    assert case.caught in reported(case)
    assert case.caught not in codes(case.record(with_value=False))


@pytest.mark.parametrize("case", [case for case in ALL if not case.caught], ids=str)
def test_it_is_known_not_to_be_caught(case: Case) -> None:
    assert case.why
    assert refused(case) is None
    assert not reported(case)


def test_how_many_are_caught() -> None:
    def counts(cases: tuple[Case, ...]) -> tuple[int, int, int]:
        """By the reading, by a check, not at all."""
        by_reading = sum(case.caught.startswith("reading: ") for case in cases)
        missed = sum(not case.caught for case in cases)
        return by_reading, len(cases) - by_reading - missed, missed

    assert counts(MARKED) == (14, 20, 7)
    assert counts(WEAK) == (1, 4, 2)

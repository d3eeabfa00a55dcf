"""Power, energy, torque, charge, voltage, current and pressure.

Metric horsepower is 75 kgf m/s; mechanical horsepower 550 ft lbf/s = 745.69987158227022 W exactly (field
usage rounds it to 745.7 W). Both follow from g = 9.80665 m/s2 and 1 lb = 0.45359237 kg.
"""

from __future__ import annotations

from catalog.units.kinds._make import maker
from catalog.units.unit import Choice, Kind

_power = maker("power")
_HP = Choice(
    ("PS", "hp(M)"),
    "metric horsepower (PS, ch, cv, л.с.) is 0.7355 kW, mechanical horsepower 0.7457 kW",
    {"US": "hp(M)"},
)
POWER = Kind(
    "power",
    "power",
    (
        _power("kW", "kilowatt", "1000", "kilowatt", "kilowatt", "kilowatts", "кВт", "千瓦", ucum="kW", rec20="KWT"),
        _power("W", "watt", "1", "watt", "watt", "watts", "Вт", ucum="W", rec20="WTT"),
        _power("MW", "megawatt", "1000000", "megawatt", "megawatt", ucum="MW", rec20="MAW"),
        _power("PS", "metric horsepower", "75*9.80665", "metric_horsepower",
               "ch", "cv", "л.с.", "лс", "l.s.", "hp (l.s.)", "hp(l.s.)", "metric hp", "hp metric", "hp(metric)",
               "KM", "pk", "hk", "CV(metric)", "马力", "匹", "metric horsepower", "chevaux", "caballos", "кс",
               rec20="N12"),
        _power("hp(M)", "mechanical horsepower", "550*0.3048*0.45359237*9.80665", "horsepower",
               "bhp", "mechanical hp", "hp mechanical", "hp(mechanical)", "hp imperial", "hp (SAE)", "SAE hp", "shp",
               ucum="[HP]", rec20="BHP"),
    ),
    {"metric": "kW", "us": "hp(M)", "uk": "hp(M)", "si": "kW"},
    choices=dict.fromkeys(("hp", "horsepower", "horse power"), _HP),
    mistakes={
        "kWh": "kWh is an energy; kW was probably meant",
        "km": "km is a distance; KM is Polish for metric horsepower (PS), and kW the unit of power",
        "Km": "km is a distance; KM is Polish for metric horsepower (PS), and kW the unit of power",
        "kW/h": "kW/h is not a power; kW was probably meant (or kWh, if an energy)",
        "mW": "mW is the milliwatt; write kW or MW",
        "mw": "write kW or MW",
        "Nm": "N m is a torque, not a power",
        "N m": "N m is a torque, not a power",
    },
)  # fmt: skip

_energy = maker("energy")
ENERGY = Kind(
    "energy",
    "energy",
    (
        _energy("kWh", "kilowatt-hour", "3600000", "kilowatt_hour", "kW h", "kW·h", "кВт·ч", "кВтч", "千瓦时", "度电",
                "kilowatt hours", "kilowatt hour", ucum="kW.h", rec20="KWH"),
        _energy("Wh", "watt-hour", "3600", "watt_hour", "W h", "W·h", "Вт·ч", ucum="W.h", rec20="WHR"),
        _energy("MWh", "megawatt-hour", "3600000000", "megawatt_hour", ucum="MW.h", rec20="MWH"),
        _energy("MJ", "megajoule", "1000000", "megajoule", ucum="MJ", rec20="3B"),
        _energy("kJ", "kilojoule", "1000", "kilojoule", ucum="kJ", rec20="KJO"),
        _energy("J", "joule", "1", "joule", ucum="J", rec20="JOU"),
    ),
    dict.fromkeys(("metric", "us", "uk", "si"), "kWh"),
    mistakes={
        "kW": "kW is a power; kWh was probably meant",
        "W": "W is a power; Wh was probably meant",
        "kW/h": "kW/h is not an energy; kWh was probably meant",
        "кВт/ч": "kW/h is not an energy; kWh was probably meant",
        "кВт": "kW is a power; kWh was probably meant",
        "Ah": "Ah is a charge; multiply by the voltage, or give it as battery_charge",
        "mAh": "mAh is a charge of phone batteries; traction batteries are given in kWh",
        "Nm": "N m is a torque, not an energy",
        "mWh": "mWh is the milliwatt-hour; write kWh or MWh",
        "mwh": "write kWh or MWh",
        "mJ": "mJ is the millijoule; write MJ",
    },
)  # fmt: skip

_torque = maker("torque")
TORQUE = Kind(
    "torque",
    "torque",
    (
        _torque("N m", "newton metre", "1", "newton*meter", "Nm", "N·m", "nm", "Н·м", "Нм", "牛·米", "牛米",
                "newton metre", "newton metres", "newton meters", ucum="N.m", rec20="NU"),
        _torque("kN m", "kilonewton metre", "1000", "kilonewton*meter", "kNm", "kN·m", "кН·м", ucum="kN.m", rec20="B48"),
        _torque("lb ft", "pound-foot", "0.3048*0.45359237*9.80665", "pound_force*foot",
                "ft lb", "lb-ft", "ft-lb", "lbf ft", "ft lbf", "ft*lb", "lbs ft", "ft lbs", "lbft", "pound feet",
                "pound foot", "foot pounds", "foot pound", ucum="[ft_i].[lbf_av]", rec20="M92"),
        _torque("kgf m", "kilogram-force metre", "9.80665", "kilogram_force*meter", "kgm", "kg m", "kg-m", "kgf-m",
                "mkg", "mkp", "kpm", "кгс·м", "кгм", "кг·м", "公斤·米", ucum="kgf.m"),
    ),
    {"metric": "N m", "us": "lb ft", "uk": "lb ft", "si": "N m"},
    mistakes={
        "J": "a torque is not an energy, though both are N m in base units; N m was probably meant",
        "kJ": "a torque is not an energy; N m was probably meant",
        "N/m": "N/m is a stiffness, a force per length; N m was probably meant",
        "lb/ft": "lb/ft is a mass per length; lb ft was probably meant",
        "rpm": "rpm is a speed of rotation; N m was probably meant",
        "mN m": "mN m is the millinewton metre; N m was probably meant",
    },
)  # fmt: skip

_charge = maker("charge")
CHARGE = Kind(
    "charge",
    "electric charge",
    (_charge("Ah", "ampere-hour", "3600", "ampere_hour", "A h", "A·h", "amp hours", "А·ч", ucum="A.h", rec20="AMH"),),
    dict.fromkeys(("metric", "us", "uk", "si"), "Ah"),
    mistakes={"mAh": "mAh is for phone batteries; traction batteries are given in Ah", "kWh": "kWh is an energy, not a charge"},
)  # fmt: skip

_voltage = maker("voltage")
VOLTAGE = Kind(
    "voltage",
    "voltage",
    (
        _voltage("V", "volt", "1", "volt", "volt", "volts", "В", "伏", ucum="V", rec20="VLT"),
        _voltage("kV", "kilovolt", "1000", "kilovolt", ucum="kV", rec20="KVT"),
    ),
    dict.fromkeys(("metric", "us", "uk", "si"), "V"),
    mistakes={"kW": "kW is a power", "A": "A is a current"},
)

_pressure = maker("pressure")
PRESSURE = Kind(
    "pressure",
    "pressure and strength",
    (
        _pressure("MPa", "megapascal", "1000000", "megapascal", "N/mm2", "МПа", ucum="MPa", rec20="MPA"),
        _pressure("kPa", "kilopascal", "1000", "kilopascal", "кПа", ucum="kPa", rec20="KPA"),
        _pressure("bar", "bar", "100000", "bar", "бар", ucum="bar", rec20="BAR"),
        _pressure("psi", "pound per square inch", "0.45359237*9.80665/0.0254*0.0254", "psi", "lb/in2", "lbf/in2",
                  ucum="[psi]", rec20="PS"),
        _pressure("kgf/cm²", "kilogram-force per square centimetre", "98066.5", "kilogram_force/centimeter**2",
                  "kg/cm2", "кгс/см2"),
    ),
    {"metric": "MPa", "us": "psi", "uk": "MPa", "si": "MPa"},
    mistakes={"mPa": "mPa is the millipascal; MPa was probably meant"},
)  # fmt: skip

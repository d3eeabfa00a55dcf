"""Length, distance, area, volume, angle and grade.

Factors: the international yard and pound agreement of 1959 (1 in = 25.4 mm), the US gallon of 231 in3 and
the imperial gallon of 4.54609 L (NIST SP 811, appendix B; UK Weights and Measures Act 1985).
"""

from __future__ import annotations

from catalog.units.kinds._make import maker
from catalog.units.unit import Choice, Form, Kind

_length = maker("length")
_MM = _length(
    "mm", "millimetre", "0.001", "millimeter",
    "millimetre", "millimeter", "millimetres", "millimeters", "мм", "毫米",
    ucum="mm", rec20="MMT",
)  # fmt: skip
_CM = _length("cm", "centimetre", "0.01", "centimeter", "centimetre", "centimetres", "centimeters", "см", "厘米",
              ucum="cm", rec20="CMT")  # fmt: skip
_DM = _length("dm", "decimetre", "0.1", "decimeter", "дм", ucum="dm", rec20="DMT")
_M = _length("m", "metre", "1", "meter", "metre", "meter", "metres", "meters", "mtr", "м", "米",
             ucum="m", rec20="MTR")  # fmt: skip
_KM = _length("km", "kilometre", "1000", "kilometer", "kilometre", "kilometer", "kilometres", "kilometers",
              "kms", "км", "公里", "千米", ucum="km", rec20="KMT")  # fmt: skip
_IN = _length("in", "inch", "0.0254", "inch", "inch", "inches", "ins", "\"", "''", "′′", "дюйм", "zoll",
              ucum="[in_i]", rec20="INH")  # fmt: skip
_FT = _length("ft", "foot", "0.3048", "foot", "foot", "feet", "'", "′", "фут", ucum="[ft_i]", rec20="FOT")
_YD = _length("yd", "yard", "0.9144", "yard", "yard", "yards", ucum="[yd_i]", rec20="YRD")
_MI = _length("mi", "mile", "1609.344", "mile", "mile", "miles", "миль", "mijl", "英里",
              ucum="[mi_i]", rec20="SMI")  # fmt: skip
_NMI = _length("nmi", "nautical mile", "1852", "nautical_mile", "nautical mile", "nautical miles",
               ucum="[nmi_i]", rec20="NMI")  # fmt: skip
_MIL = _length("mil (10 km)", "Swedish mile", "10000", "swedish_mil", "swedish mil", "svenska mil", "mil (sv)")

LENGTH = Kind(
    "length",
    "length",
    (_MM, _CM, _DM, _M, _IN, _FT, _YD),
    {"metric": "mm", "us": "in", "uk": "mm", "si": "m"},
    mistakes={
        "Mm": "Mm is the megametre; a vehicle's length in millimetres is written mm",
        "M": "M is not a unit of length; metres are written m",
        "km": "a vehicle is not measured in kilometres",
        "mi": "a vehicle is not measured in miles",
        "mil": "mil is a thousandth of an inch in the US and 10 km in Sweden",
    },
)

DISTANCE = Kind(
    "distance",
    "distance",
    (_KM, _M, _MI, _NMI, _MIL),
    {"metric": "km", "us": "mi", "uk": "mi", "si": "km"},
    choices={
        "mil": Choice(("mil (10 km)", "mi"), "mil is 10 km in Sweden and Norway", {"SE": "mil (10 km)", "NO": "mil (10 km)"}),
    },
    mistakes={
        "cv": "cv is metric horsepower, not a distance; km was probably meant",
        "Mm": "Mm is the megametre; write km",
        "M": "M is ambiguous: metres are written m, miles mi",
        "miles/kWh": "that is a consumption, not a distance",
    },
)  # fmt: skip

_area = maker("area")
AREA = Kind(
    "area",
    "area",
    (
        _area("m²", "square metre", "1", "meter**2", "m2", "sq m", "sqm", "м2", "кв м", "平方米",
              ucum="m2", rec20="MTK"),
        _area("cm²", "square centimetre", "0.0001", "centimeter**2", "cm2", "sq cm", ucum="cm2", rec20="CMK"),
        _area("ft²", "square foot", "0.3048*0.3048", "foot**2", "ft2", "sq ft", "sqft", "square feet",
              ucum="[ft_i]2", rec20="FTK"),
        _area("in²", "square inch", "0.0254*0.0254", "inch**2", "in2", "sq in", ucum="[in_i]2", rec20="INK"),
    ),
    {"metric": "m²", "us": "ft²", "uk": "m²", "si": "m²"},
)  # fmt: skip

_volume = maker("volume")
VOLUME = Kind(
    "volume",
    "volume",
    (
        _volume("L", "litre", "0.001", "liter", "l", "litre", "liter", "litres", "liters", "ltr", "lit", "л", "升",
                "dm3", "дм3", ucum="L", rec20="LTR"),
        _volume("m³", "cubic metre", "1", "meter**3", "m3", "cu m", "cbm", "м3", "куб м", "立方米", "立方",
                ucum="m3", rec20="MTQ"),
        _volume("cm³", "cubic centimetre", "0.000001", "centimeter**3", "cm3", "cc", "ccm", "cu cm", "см3",
                "куб см", "毫升", "ml", ucum="cm3", rec20="CMQ"),
        _volume("ft³", "cubic foot", "0.3048*0.3048*0.3048", "foot**3", "ft3", "cu ft", "cuft", "cf", "cu feet",
                "cubic feet", "cubic foot", ucum="[ft_i]3", rec20="FTQ"),
        _volume("in³", "cubic inch", "0.0254*0.0254*0.0254", "inch**3", "in3", "cu in", "cuin", "cid", "ci",
                "cubic inches", ucum="[in_i]3", rec20="INQ"),
        _volume("yd³", "cubic yard", "0.9144*0.9144*0.9144", "yard**3", "yd3", "cu yd", ucum="[yd_i]3", rec20="YDQ"),
        _volume("gal(US)", "US gallon", "0.003785411784", "gallon", "us gal", "usgal", "us gallon", "us gallons",
                "gal us", "gallon us", ucum="[gal_us]", rec20="GLL"),
        _volume("gal(UK)", "imperial gallon", "0.00454609", "imperial_gallon", "uk gal", "imp gal", "imperial gal",
                "imperial gallon", "imperial gallons", "uk gallon", "uk gallons", "gal imp", "gal uk",
                ucum="[gal_br]", rec20="GLI"),
        _volume("fl oz(US)", "US fluid ounce", "0.003785411784/128", "fluid_ounce", "us fl oz",
                ucum="[foz_us]", rec20="OZA"),
    ),
    {"metric": "L", "us": "ft³", "uk": "L", "si": "m³"},
    choices={
        spelling: Choice(
            ("gal(US)", "gal(UK)"),
            "a US gallon is 3.785 L, an imperial gallon 4.546 L",
            {"US": "gal(US)", "GB": "gal(UK)", "IE": "gal(UK)"},
        )
        for spelling in ("gal", "gals", "gallon", "gallons")
    },
    mistakes={
        "Ml": "Ml is the megalitre; write L or ml",
        "ML": "ML is the megalitre; write L or ml",
        "fl oz": "a fluid ounce is 29.57 mL in the US and 28.41 mL in the UK; write fl oz(US) or L",
    },
)  # fmt: skip

_angle = maker("angle")
ANGLE = Kind(
    "angle",
    "angle",
    (
        _angle("°", "degree", "1", "degree", "deg", "degree", "degrees", "град", "度", "grad°", ucum="deg", rec20="DD"),
        # 180/pi to 40 digits: the only factor of the table that is not exact.
        _angle("rad", "radian", "57.2957795130823208767981548141051703324055", "radian", "radian", "radians",
               ucum="rad", rec20="C81"),
    ),
    dict.fromkeys(("metric", "us", "uk", "si"), "°"),
    mistakes={"m": "metres are not an angle: a turning circle or radius was probably meant"},
)  # fmt: skip

_grade = maker("grade")
GRADE = Kind(
    "grade",
    "grade (slope)",
    (
        _grade("%", "percent grade", "1", "percent", "percent", "pct", "per cent", "проц", ucum="%", rec20="P1"),
        _grade("°", "degree of slope", "100", "degree", "deg", "degree", "degrees", "град", "度",
               form=Form.TANGENT, ucum="deg", rec20="DD"),
    ),
    dict.fromkeys(("metric", "us", "uk", "si"), "%"),
)  # fmt: skip

"""Reading a published value: each trap is read right, or refused with what would be read."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import KINDS, MAX_LENGTH, Bound, Kind, Unit, read
from tests.units.tools import (
    EVERY_KIND,
    EVERY_UNIT,
    almost_values,
    cases,
    law,
    law_of_kinds,
    named,
    outcome,
    printed_numbers,
    refusal,
    said,
)

# The traps seen in pint 0.25.3; the comment says what pint makes of the text.
TRAPS_READ = cases(
    ("5 995 mm", "length", None, "5995 mm"),  # 4975 mm
    ("5\u00a0995 mm", "length", None, "5995 mm"),  # no-break space: 4975 mm
    ("5\u202f995 mm", "length", None, "5995 mm"),  # narrow no-break space: 4975 mm
    ("5\u2009995 mm", "length", None, "5995 mm"),  # thin space: 4975 mm
    ("5\u2007995 mm", "length", None, "5995 mm"),  # figure space
    ("5'995 mm", "length", None, "5995 mm"),
    ("5’995 mm", "length", None, "5995 mm"),
    ("5995,5 mm", "length", None, "5995.5 mm"),  # 59955 mm
    ("5.995,0 mm", "length", None, "5995.0 mm"),  # 5.995 mm
    ("1,5 t", "mass", None, "1.5 t"),  # 15 t
    ("1.500,5 kg", "mass", None, "1500.5 kg"),  # 1.5005 kg
    ("1\u00a0500 kg", "mass", None, "1500 kg"),  # 500 kg
    ("−20 °C", "temperature", None, "-20 °C"),  # U+2212: +20
    ("5–6 mm", "length", None, "interval 5 mm, 6 mm"),  # en dash: 30 mm
    ("1 1/2 in", "length", None, "1.5 in"),  # 0.5 in
    ("~5 mm", "length", None, "about 5 mm"),  # 5 mm
    ("<5 mm", "length", None, "less than 5 mm"),  # 5 mm
    ("5±1 mm", "length", None, "interval 4 mm, 6 mm"),  # 5 mm
    ("100 kmph", "speed", None, "100 km/h"),  # 100,000 mph
    ("500 Nm", "torque", None, "500 N m"),  # number_meter, a textile unit
    ("500 nm", "torque", None, "500 N m"),  # nanometre
    ("500 N m", "torque", None, "500 N m"),
    ("500 N·m", "torque", None, "500 N m"),
    ("369 ft*lb", "torque", None, "369 lb ft"),  # mass times length
    ("369 lb ft", "torque", None, "369 lb ft"),  # mass times length
    ("369 ft-lb", "torque", None, "369 lb ft"),  # raises TypeError
    ("369 lb-ft", "torque", None, "369 lb ft"),  # raises TypeError
    ("369 lb·ft", "torque", None, "369 lb ft"),
    ("51 kgf·m", "torque", None, "51 kgf m"),
    ("51 kgm", "torque", None, "51 kgf m"),
    ("100 PS", "power", None, "100 PS"),  # petasiemens
    ("100 ps", "power", None, "100 PS"),  # picosecond
    ("100 ch", "power", None, "100 PS"),  # centihour
    ("100 pk", "power", None, "100 PS"),  # peck
    ("100 cv", "power", None, "100 PS"),
    ("100 л.с.", "power", None, "100 PS"),
    ("300 hp", "power", "US", "300 hp(M)"),
    ("300 HP", "power", "US", "300 hp(M)"),  # undefined
    ("300 bhp", "power", None, "300 hp(M)"),  # undefined
    ("3 ton", "mass", "US", "3 short ton"),
    ("3 t", "mass", None, "3 t"),
    ("3 T", "mass", None, "3 t"),  # tesla
    ("10 gal", "volume", "US", "10 gal(US)"),
    ("10 gal", "volume", "GB", "10 gal(UK)"),  # the US gallon
    ("15 kWh/100km", "energy consumption", None, "15 kWh/100 km"),  # 0.15 kWh km
    ("18 kWh/100 km", "energy consumption", None, "18 kWh/100 km"),
    ("8 L/100 km", "fuel consumption", None, "8 L/100 km"),  # 0.08 L km
    ("7 l/100km", "fuel consumption", None, "7 L/100 km"),
    ("30 mpg", "fuel consumption", "US", "30 mpg(US)"),  # undefined
    ("30 MPG", "fuel consumption", "GB", "30 mpg(UK)"),
    ("20 C", "temperature", None, "20 °C"),  # coulomb
    ("68 F", "temperature", None, "68 °F"),  # farad
    ("20 ℃", "temperature", None, "20 °C"),  # dimensionless
    ("20 degC", "temperature", None, "20 °C"),  # OffsetUnitCalculusError
    ("12 degC", "temperature", None, "12 °C"),
    ("100 ah", "charge", None, "100 Ah"),  # attohour
    ("100 kilos", "mass", None, "100 kg"),  # kilosecond
    ("45 pct", "grade", None, "45 %"),  # picocarat
    ("45 pct", "share", None, "45 %"),
    ('236"', "length", None, "236 in"),  # dimensionless, or AssertionError
    ('18 "', "length", None, "18 in"),
    ("€50000", "money", None, "50000 EUR"),  # dimensionless
    ("19 ft 8 in", "length", None, "236 in"),  # 152 ft in
    ("400 cu in", "volume", None, "400 in³"),  # atomic mass times inch
    ("6000 rpm", "rotation", None, "6000 rpm"),
    ("6000 RPM", "rotation", None, "6000 rpm"),  # undefined
    ("104 kwh", "energy", None, "104 kWh"),  # undefined
    ("110 KW", "power", None, "110 kW"),  # undefined
    ("40 PSI", "pressure", None, "40 psi"),  # undefined
    ("250 kpa", "pressure", None, "250 kPa"),  # undefined
    ("5 m2", "area", None, "5 m²"),  # undefined
    ("2998 cm3", "volume", None, "2998 cm³"),  # undefined
    ("8.5 m3", "volume", None, "8.5 m³"),
    ("54 cf", "volume", None, "54 ft³"),  # undefined
    ("100 kmh", "speed", None, "100 km/h"),  # undefined
    ("3000 Kg", "mass", None, "3000 kg"),  # undefined
    ("3000 kgs", "mass", None, "3000 kg"),
    ("300 KM", "distance", None, "300 km"),  # undefined
    ("300 kms", "distance", None, "300 km"),
    ("300 nautical mile", "distance", None, "300 nmi"),  # undefined
    ("20 US gal", "volume", None, "20 gal(US)"),  # undefined
    ("45000 USD", "money", None, "45000 USD"),  # undefined
    ("70 dB", "sound level", None, "70 dB(A)"),  # 10,000,000, dimensionless
    # what pint reads right, too
    ("60 kWh", "energy", None, "60 kWh"),
    ("60 Ah", "charge", None, "60 Ah"),
    ("236 in", "length", None, "236 in"),
    ("255 mi", "distance", None, "255 mi"),
    ("221 nmi", "distance", None, "221 nmi"),
    ("100 km/h", "speed", None, "100 km/h"),
    ("100 mph", "speed", None, "100 mph"),
    ("5 m²", "area", None, "5 m²"),
)
TRAPS_REFUSED = cases(
    ("−5 mm", "length", "a length is not negative", ()),  # +5 mm
    ("-5 kg", "mass", "a mass is not negative", ()),
    ("1e400 mm", "length", "exponents are not used", ()),  # inf
    ("1e999 kg", "mass", "exponents are not used", ()),
    ("nan mm", "length", "no number", ("12 mm",)),  # nan
    ("inf mm", "length", "no number", ("12 mm",)),
    ("5995 Mm", "length", "megametre", ()),  # megametres
    ("300 hp", "power", "metric horsepower", ("300 PS", "300 hp(M)")),  # 745.7 W
    ("3 ton", "mass", "a metric tonne is 1000 kg", ("3 t", "3 short ton", "3 long ton")),  # short ton
    ("10 gal", "volume", "a US gallon is 3.785 L", ("10 gal(US)", "10 gal(UK)")),  # the US one
    ("30 mpg", "fuel consumption", "imperial gallon", ("30 mpg(US)", "30 mpg(UK)")),
    ("30 mpg", "energy consumption", "MPGe is the electric equivalent", ()),
    ("50 kW/h", "power", "kW was probably meant", ()),  # accepted
    ("50 kW/h", "energy", "kWh was probably meant", ()),
    ("250 J", "torque", "N m was probably meant", ()),  # the same dimension
    ("250 N m", "power", "a torque, not a power", ()),
    ("8 fl oz", "volume", "29.57 mL in the US and 28.41 mL in the UK", ()),  # femtolitre times ounce
    ("5 mm (197 in)", "length", "two values in one text", ()),  # 985 mm in
    ("N/A", "length", "not published", ()),  # 1 newton per ampere
    ("5 cu_in", "volume", "not a unit of volume", ("5 cu in",)),  # right, but nobody prints it
    ("100 PS", "pressure", "PS measures power", ("100 psi",)),
    ("5.995 mm", "length", "decimal sign or groups thousands", ("5995 mm", "5.9950 mm")),
    ("5,995 mm", "length", "decimal sign or groups thousands", ("5995 mm", "5.9950 mm")),
    ("m[0]", "length", "the number comes first", ("12 mm",)),  # 0 m
    ("1 🚗", "length", "not a unit", ("1 mm",)),  # 1
    ("1 m\x00", "length", "invisible", ()),  # 1 m
    ("9**9**9 m", "length", "not a unit", ("9 mm",)),  # runs for over 12 seconds
    ("9**9999999 m", "length", "not a unit", ("9 mm",)),  # 7.3 seconds
    ("5 9**9**9", "length", "not a unit", ()),  # in the unit slot too
)


@pytest.mark.parametrize(("text", "kind", "market", "expected"), TRAPS_READ)
def test_traps_that_are_read_right(text: str, kind: str, market: str | None, expected: str) -> None:
    """What a spec sheet prints is what is read, where pint errs."""
    assert said(read(text, kind, market)) == expected


@pytest.mark.parametrize(("text", "kind", "reason", "choices"), TRAPS_REFUSED)
def test_traps_that_are_refused(text: str, kind: str, reason: str, choices: tuple[str, ...]) -> None:
    """What is wrong or ambiguous is refused with the likely intention, or the whole values that would be read."""
    error = refusal(text, kind)
    assert error.text == text
    assert reason in error.reason
    assert set(choices) <= set(error.choices)


@pytest.mark.parametrize(
    ("text", "kind", "market", "expected"),
    cases(
        # bounds
        ("up to 80000 cars", "count", None, "up to 80000"),
        ("80,000+ cars", "count", None, "at least 80000"),
        ("from 39 990 €", "money", None, "at least 39990 EUR"),
        ("from 80 trucks a day", "rate", None, "at least 80 /day"),
        ("< 8.5 s", "time", None, "less than 8.5 s"),
        ("over 120 kW", "power", None, "more than 120 kW"),
        ("≤ 7.5 t", "mass", None, "up to 7.5 t"),
        ("about 2.5-3 t", "mass", None, "interval 2.5 t, 3 t"),
        # intervals
        ("2.5-3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("2,5–3,5 t", "mass", None, "interval 2.5 t, 3.5 t"),
        ("2.5…3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("2.5...3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("2.5 ~ 3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("2.5 to 3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("from 2.5 to 3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("between 2.5 and 3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("zwischen 2,5 und 3 t", "mass", None, "interval 2.5 t, 3 t"),
        ("entre 5 y 7 m", "length", None, "interval 5 m, 7 m"),
        ("de 5 à 7 m", "length", None, "interval 5 m, 7 m"),
        ("от 5 до 6 т", "mass", None, "interval 5 t, 6 t"),
        ("900 kg - 1.1 t", "mass", None, "interval 900 kg, 1.1 t"),
        ("from 900 kg to 1.1 t", "mass", None, "interval 900 kg, 1.1 t"),
        ("between 900 kg and 1.1 t", "mass", None, "interval 900 kg, 1.1 t"),
        ("from 80 to 90 trucks a day", "rate", None, "interval 80 /day, 90 /day"),
        ("30-35 mpg(US)", "fuel consumption", None, "interval 30 mpg(US), 35 mpg(US)"),
        ("3000–6000 1/min", "rotation", None, "interval 3000 rpm, 6000 rpm"),
        ("100 ± 2,5 mm", "length", None, "interval 97.5 mm, 102.5 mm"),
        ("100 +/- 2 mm", "length", None, "interval 98 mm, 102 mm"),
        ("0 ± 5 °C", "temperature", None, "interval -5 °C, 5 °C"),
        # lists
        ("3360/3800 mm", "length", None, "list 3360 mm, 3800 mm"),
        ("8/10 L", "volume", None, "list 8 L, 10 L"),
        ("2/4", "count", None, "list 2, 4"),
        ("19 or 20 in", "length", None, "list 19 in, 20 in"),
        ("5 and 7 seats", "count", None, "list 5, 7"),
        ("11; 22 kW", "power", None, "list 11 kW, 22 kW"),
        ("109/132/150 in", "length", None, "list 109 in, 132 in, 150 in"),
        # fractions
        ("1/2 in", "length", None, "0.5 in"),
        ("3/4 in", "length", None, "0.75 in"),
        ("½ in", "length", None, "0.5 in"),
        ("½ t", "mass", None, "0.5 t"),
        ("2½ t", "mass", None, "2.5 t"),
        ("2 ½ t", "mass", None, "2.5 t"),
        ("up to 2½ t", "mass", None, "up to 2.5 t"),
        ("¾ h", "time", None, "0.75 h"),
        ("1 3/8 in", "length", None, "1.375 in"),
        # two units
        ("19' 8\"", "length", None, "236 in"),
        ("19'8\"", "length", None, "236 in"),
        ("19′8″", "length", None, "236 in"),
        ("19 ft 8.5 in", "length", None, "236.5 in"),
        ("1 h 30 min", "time", None, "90 min"),
        ("1 h and 30 min", "time", None, "90 min"),
        ("2 years 6 months", "time", None, "30 month"),
        ("1 t 500 kg", "mass", None, "1500 kg"),
        # units
        ("6000 1/min", "rotation", None, "6000 rpm"),
        ("6000 min⁻¹", "rotation", None, "6000 rpm"),
        ("410km", "distance", None, "410 km"),
        ("410 km.", "distance", None, "410 km"),
        ("410 km*", "distance", None, "410 km"),
        ("５９９５ｍｍ", "length", None, "5995 mm"),
        ("5995㎜", "length", None, "5995 mm"),
        ("20 ºC", "temperature", None, "20 °C"),
        ("16.7º", "grade", None, "16.7 °"),
        ("16.7˚", "angle", None, "16.7 °"),
        ("0°", "grade", None, "0 °"),
        ("9.7:1", "ratio", None, "9.7"),
        ("0.28", "ratio", None, "0.28"),
        ("0.5 to 1", "ratio", None, "interval 0.5, 1"),
        ("0.0 g/km", "emission", None, "0.0 g/km"),
        ("٥٩٩٥ mm", "length", None, "5995 mm"),
        # money
        ("45,000 EUR", "money", None, "45000 EUR"),
        ("45.000 €", "money", None, "45000 EUR"),
        ("45.50 €", "money", None, "45.50 EUR"),
        ("€ 1.25 M", "money", None, "1.25 M EUR"),
        ("US$45,000", "money", None, "45000 USD"),
        ("$45,000", "money", "US", "45000 USD"),
        ("$45,000", "money", "AU", "45000 AUD"),
        ("$2.5M", "money", "US", "2.5 M USD"),
        ("45 k$", "money", "CA", "45 k CAD"),
        ("2,5 млн $", "money", "US", "2.5 M USD"),
        ("2.5-2.8 M RUB", "money", None, "interval 2.5 M RUB, 2.8 M RUB"),
        ("450 000 kr", "money", "SE", "450000 SEK"),
        ("over € 50 000", "money", None, "more than 50000 EUR"),
        ("10 mil", "distance", "SE", "10 mil (10 km)"),
        ("20 hp/ton", "power per mass", "US", "20 hp/short ton"),
    ),
)
def test_read(text: str, kind: str, market: str | None, expected: str) -> None:
    """Bounds, intervals, lists, fractions, compounds and signs, as printed."""
    assert said(read(text, kind, market)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "reason", "choices"),
    cases(
        # no value, no number, no unit
        ("", "mass", "that is no value", ()),
        ("-", "mass", "that is no value", ()),
        ("tbd", "mass", "that is no value", ()),
        ("Unknown", "mass", "that is no value", ()),
        ("н/д", "mass", "that is no value", ()),
        ("heavy", "mass", "there is no number in it", ("12 kg",)),
        ("1230", "mass", "the unit is missing", ("1230 kg", "1230 lb")),
        ("5–6", "mass", "the unit is missing", ("5–6 kg",)),
        ("up to 5", "mass", "the unit is missing", ("up to 5 kg",)),
        ("kg 5", "mass", "the number comes first", ("12 kg",)),
        # two values, several dimensions
        ("120 kW (163 PS)", "power", "two values in one text", ()),
        ("120 kW / 163 PS", "power", "not a unit of power", ()),
        ("5995 x 2000 mm", "length", "write length, width and height apart", ()),
        ("5995×2000×2300 mm", "length", "write length, width and height apart", ()),
        ("2x150 kW", "power", "several dimensions", ()),
        ("1.5 ft 3 in", "length", "two values in one text", ()),
        ("19 ft 13 in", "length", "two values in one text", ()),
        ("8 in 19 ft", "length", "ft does not continue in", ()),
        ("6 ft 200 mm", "length", "mm does not continue ft", ()),
        ("30° 5%", "grade", "two values in one text", ()),
        ("1 k EUR 5 USD", "money", "k EUR and USD do not add up", ()),
        ("5 EUR - 6 USD", "money", "EUR and USD do not add up", ()),
        # intervals, lists and bounds that contradict themselves
        ("6-5 mm", "length", "from low to high", ()),
        ("35-30 mpg(US)", "fuel consumption", "from low to high", ()),
        ("19'-8\"", "length", "from low to high", ()),
        ("4.10 to 1", "ratio", "from low to high", ()),
        ("up to 2,5-3 t", "mass", "leave out 'up to'", ()),
        ("max. 8/10 L", "volume", "a list has no bound", ()),
        ("up to about 5 t", "mass", "two bounds", ()),
        ("1±5 mm", "length", "a length is not negative", ()),
        ("5 t±1", "mass", "not a unit", ()),
        # a fraction or a list
        ("1/2 t", "mass", "two values, or a fraction?", ("1 or 2 t", "0.5 t")),
        ("15/16 in", "length", "two values, or a fraction?", ("15 or 16 in", "0.9375 in")),
        ("1/3 in", "length", "denominator", ()),
        ("2½ cars", "count", "no fractions are possible", ()),
        # footnotes, powers and fractions that folding would run into the number
        ("5995¹ mm", "length", "write the number out", ()),
        ("5995 ¹ mm", "length", "write the number out", ()),
        ("5995① mm", "length", "write the number out", ()),
        ("①5995 mm", "length", "write the number out", ()),
        ("5₂ mm", "length", "write the number out", ()),
        ("5⅓ in", "length", "write the number out", ()),
        ("5🄂 mm", "length", "write the number out", ()),
        ("10² mm", "length", "write the number out", ()),
        ("410 km¹", "distance", "not a unit", ()),
        # what has no reciprocal
        ("0 mpg(US)", "fuel consumption", "infinite", ()),
        ("0-5 mpg(US)", "fuel consumption", "infinite", ()),
        ("95°", "grade", "below 90 degrees", ()),
        ("60–95°", "grade", "below 90 degrees", ()),
        # money
        ("1.234 M EUR", "money", "decimal sign or groups thousands", ("1234 M EUR", "1.2340 M EUR")),
        ("$45,000", "money", "which $?", ("USD 45,000", "AUD 45,000")),
        ("$2.5 M", "money", "which M $?", ("M USD",)),
        ("(500) EUR", "money", "no number", ()),
        ("-500 EUR", "money", "not negative", ()),
        ("45,000.505 EUR", "length", "EUR measures money", ()),
        # signs
        ("5 mm\u200b", "length", "invisible character (U+200B)", ()),
        ("\u202e5 mm", "length", "invisible character (U+202E)", ()),
        ("5\ud800 mm", "length", "invisible character (U+D800)", ()),
        ("5\ue000 mm", "length", "invisible character (U+E000)", ()),
        ("20 hp/ton", "power per mass", "neither the horsepower nor the ton", ("20 hp/short ton", "20 kW/t")),
        ("5 99 mm", "length", "grouped in threes", ()),
        ("0 995 mm", "length", "does not start with 0", ()),
        ("1" * 21 + " mm", "length", "more than 20 digits", ()),
    ),
)
def test_refused(text: str, kind: str, reason: str, choices: tuple[str, ...]) -> None:
    """Each refusal keeps the text as published, says why, and offers whole values where there are any."""
    error = refusal(text, kind)
    assert error.text == text
    assert reason in error.reason
    assert set(choices) <= set(error.choices)


SINGLE_CHOICES = [
    *(("5.995 mm", "length"), ("５.995 mm", "length"), ("~5,995 mm", "length"), ("5.995\u00a0kg", "mass")),
    *(("300 hp", "power"), ("up to 3 tons", "mass"), ("10 gallons", "volume"), ("30 mpg", "fuel consumption")),
    *(("$45,000", "money"), ("450 000 kr", "money"), ("1.234 M EUR", "money"), ("1230", "mass"), ("5–6", "mass")),
    *(("1/2 t", "mass"), ("11/16 in", "length"), ("10 mil", "distance"), ("20 hp/ton", "power per mass")),
    *(("5 cu_in", "volume"), ("100 killowatt", "power"), ("nan mm", "length"), ("12 parsec", "distance")),
]


@pytest.mark.parametrize(("text", "kind"), SINGLE_CHOICES, ids=[text for text, _ in SINGLE_CHOICES])
def test_every_choice_of_a_refusal_is_read(text: str, kind: str) -> None:
    """What a refusal offers can be copied: each choice is a whole value that is read."""
    choices = refusal(text, kind).choices
    assert choices
    for choice in choices:
        assert read(choice, kind)


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_a_number_with_any_spelling_of_a_unit_is_read(entry: tuple[Kind, Unit]) -> None:
    """Not only the table finds a spelling: the pattern of values lets each of them through, with or without space."""
    kind, unit = entry
    for spelling in unit.spellings:
        texts = [f"12 {spelling}", f"12\u00a0{spelling}", f"about 12 {spelling}"]
        if not spelling[:1].isdigit():
            texts.append(f"12{spelling}")
        if unit.name != "percent":  # 10-12% is read, and 12% max; nothing more to see
            texts.append(f"10-12 {spelling}")
        for text in texts:
            reading = read(text, kind)
            assert reading.unit is unit, text
            assert reading.numbers[-1].value == 12, text


@law
@given(printed_numbers(" \u00a0\u202f\u2009\u2007'’,."), st.sampled_from([" ", "", "\u00a0", "\t"]))
def test_every_way_of_printing_a_number_is_read(printed: tuple[str, Decimal, int], space: str) -> None:
    """Plain, grouped with each separator, with decimal point or comma: the number comes back."""
    text, value, decimals = printed
    reading = read(f"{text}{space}kg", "mass")
    assert reading.bound is Bound.EXACT
    assert [(number.value, number.decimals) for number in reading.numbers] == [(value, decimals)]
    assert reading.canonical == (float(value), float(value))


@law
@given(
    st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from(["-", "–", "—", " - ", "…", " to ", " до ", " ~ "])
)
def test_an_interval_holds_both_ends(low: int, more: int, sign: str) -> None:
    """low sign high is an interval from low to high, and the other way round is refused."""
    high = low + more
    reading = read(f"{low}{sign}{high} kg", "mass")
    assert reading.bound is Bound.INTERVAL
    assert reading.ends(KINDS["mass"].unit("kg")) == (Fraction(low), Fraction(high))
    refusal(f"{high}{sign}{low} kg", "mass")


@law
@given(st.lists(st.integers(100, 10**6), min_size=2, max_size=6), st.sampled_from(["/", " / ", "; ", " or ", " and "]))
def test_a_list_holds_all_its_numbers(values: list[int], sign: str) -> None:
    """All members in the written order, whatever joins them."""
    reading = read(sign.join(map(str, values)) + " mm", "length")
    assert reading.bound is Bound.LIST
    assert [int(number.value) for number in reading.numbers] == values


@law
@given(
    st.integers(0, 100),
    st.integers(0, 11),
    st.sampled_from(["{} ft {} in", "{}' {}\"", "{}'{}\"", "{}′{}″", "{}ft{}in"]),
)
def test_feet_and_inches(feet: int, inches: int, form: str) -> None:
    """However written, feet and inches are 12 ft + in."""
    reading = read(form.format(feet, inches), "length")
    assert said(reading) == f"{12 * feet + inches} in"


@law
@given(st.integers(0, 10**4), st.integers(0, 10**4), st.integers(1, 4))
def test_plus_minus_is_exact_in_any_decimal_context(middle: int, spread: int, precision: int) -> None:
    """The ends are middle ± spread to the last digit; a negative end of a temperature is read."""
    with localcontext() as context:
        context.prec = precision
        reading = read(f"{middle}.5 ± {spread}.25 °C", "temperature")
    ends = reading.ends(KINDS["temperature"].unit("°C"))
    assert ends == (middle - spread + Fraction(1, 4), middle + spread + Fraction(3, 4))


def test_twenty_digits_are_exact() -> None:
    """No digit is rounded away where numbers are added or scaled."""
    spread = read("10000000000000000000 ± 0.0000000000000000001 mm", "length")
    assert (
        said(spread)
        == "interval 9999999999999999999.9999999999999999999 mm, 10000000000000000000.0000000000000000001 mm"
    )
    compound = read("99999999999999999999 km 0.00000000001 m", "distance")
    assert said(compound) == "99999999999999999999000.00000000001 m"


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("5995 mm", "length", (5995.0, 5995.0)),
        ("19 ft 8 in", "length", (5994.4, 5994.4)),
        ("2.5–3 t", "mass", (2500.0, 3000.0)),
        ("110/136 PS", "power", (80.9048625, 100.02783)),
        ("25–50 km/L", "fuel consumption", (2.0, 4.0)),  # the ends turn round
        ("68 °F", "temperature", (20.0, 20.0)),
        ("45°", "grade", (100.0, 100.0)),
        ("2.5 M EUR", "money", (2500000.0, 2500000.0)),
        ("5 USD", "money", (5.0, 5.0)),
    ],
)
def test_canonical(text: str, kind: str, canonical: tuple[float, float]) -> None:
    """The lowest and the highest number in the kind's canonical unit; money in its own currency."""
    assert read(text, kind).canonical == pytest.approx(canonical, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "low", "high"),
    [
        ("7.5 t", "mass", "kg", "7450", "7550"),
        ("410 km", "distance", "km", "409.5", "410.5"),
        ("236.0 in", "length", "mm", "5993.13", "5995.67"),
        ("50 km/L", "fuel consumption", "L/100 km", "100/50.5", "100/49.5"),
        ("0.4 km/L", "fuel consumption", "km/L", "0.35", "0.45"),
        ("0.0 g/km", "emission", "g/km", "-0.05", "0.05"),
    ],
    ids=str,
)
def test_reach(text: str, kind: str, unit: str, low: str, high: str) -> None:
    """What the written digits stand for: half a last digit to both sides."""
    ends = []
    for end in (low, high):
        over, _, under = end.partition("/")
        ends.append(Fraction(over) / Fraction(under or 1))
    assert read(text, kind).numbers[0].reach(KINDS[kind].unit(unit)) == tuple(ends)


@pytest.mark.parametrize(("text", "kind"), [("0.4 mpg(US)", "fuel consumption"), ("0°", "grade"), ("89.9°", "grade")])
def test_reach_stays_where_the_unit_has_a_meaning(text: str, kind: str) -> None:
    """Half a digit below 0.4 mpg is no infinity, and half a digit above 89.9° no wall."""
    low, high = read(text, kind).numbers[0].reach(KINDS[kind].canonical)
    assert low <= high


# Any text


def _answers(text: str, kind: Kind, market: str | None = None) -> None:
    """The promise about any text: a sound reading, or a ReadingError that says why."""
    reading = outcome(lambda: read(text, kind, market))
    if isinstance(reading, ReadingError):
        assert reading.text == text
        assert reading.reason
        assert len(str(reading)) < 4000
        return
    low, high = reading.canonical
    assert low <= high < float("inf")
    own = kind.canonical_for(reading.unit)
    for number in reading.numbers:
        assert number.unit in kind.units
        assert number.value.is_finite()
        assert kind.signed or number.value >= 0
        assert number.decimals >= 0
        assert number.reach(own)[0] <= number.reach(own)[1]
    if reading.bound in (Bound.INTERVAL, Bound.LIST):
        assert len(reading.numbers) > 1
    else:
        assert len(reading.numbers) == 1


@law_of_kinds
@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
@given(text=st.text())
def test_any_text_is_read_or_refused(kind: Kind, text: str) -> None:
    """No text of whatever characters raises anything but ReadingError."""
    _answers(text, kind)


@law_of_kinds
@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
@given(data=st.data())
def test_any_almost_value_is_read_or_refused(kind: Kind, data: st.DataObject) -> None:
    """Nor does a text made of the pieces of real values, in whatever market."""
    _answers(data.draw(almost_values(kind)), kind, data.draw(st.sampled_from([None, "US", "GB", "SE", "", "zz"])))


HOSTILE = {
    "power tower": "9**9**9 m",
    "power of millions": "9**9999999 m",
    "power tower as unit": "5 m**9**9**9",
    "product tower": "*".join(["9"] * 60),
    "code": "__import__('os').system('true')",
    "10k digits": "9" * 10_000 + " m",
    "10k decimals": "0." + "9" * 10_000 + " m",
    "10k groups": "1" + " 000" * 10_000 + " m",
    "10k members": "/".join(["1"] * 10_000) + " m",
    "10k unit": "5 " + "m" * 10_000,
    "1 MB digits": "9" * 1_000_000,
    "1 MB spaces": "5" + " " * 1_000_000 + "m",
    "1 MB letters": "5 " + "a" * 1_000_000,
    "1 MB brackets": "5 " + "(" * 1_000_000,
    "1 MB ligatures": "\ufdfa" * 1_000_000,
    "1 MB raised digits": "²" * 1_000_000,
    "1 MB fractions": "½" * 1_000_000,
    "1 MB dashes": "5" + "-5" * 500_000,
    "1 MB bounds": "up to " * 160_000 + "5 m",
}
#: As long as a text may be, and made to keep patterns trying.
CROOKED = (
    "1 ",
    "1-",
    "1/",
    "1' ",
    "1.",
    "1,",
    "1 1/2 ",
    "- ",
    "~",
    "±1",
    "from 1 ",
    " to 1",
    "1 a ",
    "½",
    "x1",
    "(1",
    "1m ",
    "٥ ",
)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_hostile_texts_are_refused(text: str) -> None:
    """Towers of powers, code, endless numbers: all are refused, shortly, for every kind of quantity."""
    for kind in EVERY_KIND:
        assert len(str(refusal(text, kind.name))) < 4000


@pytest.mark.parametrize("piece", CROOKED)
def test_crooked_texts_are_answered(piece: str) -> None:
    """The longest text that is looked at, in the shape that patterns like least, is read or refused."""
    for kind in EVERY_KIND:
        _answers((piece * MAX_LENGTH)[:MAX_LENGTH], kind)
        _answers("5 " + (piece * MAX_LENGTH)[: MAX_LENGTH - 4] + " m", kind)


def test_the_longest_text_is_read() -> None:
    """At the limit a text is read; one character more is refused."""
    text = "5995".rjust(MAX_LENGTH - 2) + "mm"
    assert said(read(text, "length")) == "5995 mm"
    assert f"longer than {MAX_LENGTH}" in refusal(f" {text}", "length").reason


def test_a_kind_may_be_given_by_name_or_itself() -> None:
    """Both say the same, and an unknown name is a KeyError."""
    assert read("5 kg", "mass") == read("5 kg", KINDS["mass"])
    with pytest.raises(KeyError):
        read("5 kg", "weight")

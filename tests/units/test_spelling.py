"""From a printed unit to the unit it means, within one kind; what is ambiguous or wrong is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import KINDS, Kind, Unit, find, units_spelled
from catalog.units.spelling import MAX_LENGTH, _find_folded, fold
from tests.units.tools import EVERY_KIND, EVERY_UNIT, cases, law, named, outcome

CHOICES = [(kind, spelling) for kind in EVERY_KIND for spelling in kind.choices]
MISTAKES = [(kind, spelling) for kind in EVERY_KIND for spelling in kind.mistakes]
MARKETS = sorted({market for kind, spelling in CHOICES for market in kind.choices[spelling].by_market})


def _in_kind(entry: tuple[Kind, str]) -> str:
    kind, spelling = entry
    return f"{kind.name}: {spelling}"


@pytest.mark.parametrize(
    ("spelling", "same"),
    cases(
        ("KWH", "kWh"),
        ("Kw.h", "kW·h"),
        ("kW h", "kWh"),
        ("kW-h", "kWh"),
        ("kW*h", "kWh"),
        ("N·m", "Nm"),
        ("N⋅m", "Nm"),
        ("N∙m", "Nm"),
        ("lb-ft", "lb ft"),
        ("lb‑ft", "lb ft"),  # non-breaking hyphen
        ("l.s.", "ls"),
        ("gal (US)", "gal(US)"),
        ("m²", "m2"),
        ("㎏", "kg"),
        ("℃", "°C"),
        ("min⁻¹", "min-1"),
        ("Вт·ч", "вт ч"),
        ("", "()"),
    ),
)
def test_fold_makes_equal(spelling: str, same: str) -> None:
    """Case, spaces, dots, hyphens, brackets and multiplication signs do not tell spellings apart."""
    assert fold(spelling) == fold(same)


@pytest.mark.parametrize(
    ("spelling", "other"),
    cases(("kW", "kWh"), ("kW/h", "kWh"), ("km/h", "kmh"), ("m2", "m3"), ("N/m", "Nm"), ("kW", "кВт"), ("°C", "C")),
)
def test_fold_keeps_apart(spelling: str, other: str) -> None:
    """A slash, a raised digit, a script and a degree sign do."""
    assert fold(spelling) != fold(other)


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_every_spelling_finds_its_unit(entry: tuple[Kind, Unit]) -> None:
    """Each listed spelling means its unit, with or without market, in capitals unless that is a listed mistake."""
    kind, unit = entry
    for spelling in unit.spellings:
        for market in (None, *MARKETS):
            assert find(spelling, kind, market) is unit
            assert _find_folded(spelling.strip(), kind, market) is unit  # what is found as written is found folded
        assert find(f"  {spelling} ", kind.name) is unit
        if spelling.upper() not in kind.mistakes:
            assert find(spelling.upper(), kind) is unit


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
def test_no_spelling_of_a_kind_is_ambiguous(kind: Kind) -> None:
    """No two units share a spelling, and none is also listed as a choice."""
    owner: dict[str, Unit] = {}
    for unit in kind.units:
        for spelling in unit.spellings:
            assert owner.setdefault(fold(spelling), unit) is unit, spelling
    for spelling in kind.choices:
        assert fold(spelling) not in owner, spelling
    assert len({unit.symbol for unit in kind.units}) == len(kind.units)


@pytest.mark.parametrize("entry", CHOICES, ids=_in_kind)
def test_a_choice_is_refused_without_market_and_settled_with_one(entry: tuple[Kind, str]) -> None:
    """hp, ton, gal, mpg, $: all candidates are offered, and the market picks one of them."""
    kind, spelling = entry
    choice = kind.choices[spelling]
    for market in (None, "", "ZZ", "us"):
        with pytest.raises(ReadingError) as caught:
            find(spelling, kind, market)
        assert caught.value.choices == choice.symbols
        assert choice.why in caught.value.reason
    assert choice.by_market
    for market, symbol in choice.by_market.items():
        assert symbol in choice.symbols
        assert find(spelling, kind, market) is kind.unit(symbol)
        assert find(spelling.upper(), kind, market) is kind.unit(symbol)


@pytest.mark.parametrize("entry", MISTAKES, ids=_in_kind)
def test_a_mistake_is_refused_in_every_market(entry: tuple[Kind, str]) -> None:
    """A spelling listed as a mistake is never read, and its reason is said, also with signs around it."""
    kind, spelling = entry
    for market in (None, *MARKETS):
        for written in (spelling, f" {spelling} ", f"{spelling}.", f"({spelling})"):
            with pytest.raises(ReadingError) as caught:
                find(written, kind, market)
            assert caught.value.reason == kind.mistakes[spelling]


@pytest.mark.parametrize(
    ("spelling", "kind", "unit"),
    cases(
        ("MM", "length", "mm"),
        ("Kg", "mass", "kg"),
        ("kgs", "mass", "kg"),
        ("kilos", "mass", "kg"),
        ("T", "mass", "t"),
        ("т", "mass", "t"),
        ("KW", "power", "kW"),
        ("MW", "power", "MW"),
        ("PS", "power", "PS"),
        ("ps", "power", "PS"),
        ("л.с.", "power", "PS"),
        ("ch", "power", "PS"),
        ("cv", "power", "PS"),
        ("CV", "power", "PS"),
        ("pk", "power", "PS"),
        ("KM", "power", "PS"),
        ("bhp", "power", "hp(M)"),
        ("kwh", "energy", "kWh"),
        ("кВт·ч", "energy", "kWh"),
        ("MWh", "energy", "MWh"),
        ("MJ", "energy", "MJ"),
        ("ah", "charge", "Ah"),
        ("nm", "torque", "N m"),
        ("lb-ft", "torque", "lb ft"),
        ("lb·ft", "torque", "lb ft"),
        ("ft*lb", "torque", "lb ft"),
        ("kgm", "torque", "kgf m"),
        ("MPA", "pressure", "MPa"),
        ("PSI", "pressure", "psi"),
        ("US gal", "volume", "gal(US)"),
        ("cu in", "volume", "in³"),
        ("kmph", "speed", "km/h"),
        ("C", "temperature", "°C"),
        ("kWh/100km", "energy consumption", "kWh/100 km"),
        ("mi/gal(US)", "fuel consumption", "mpg(US)"),
        ("US MPG", "fuel consumption", "mpg(US)"),
        ("M€", "money", "M EUR"),
        ("k €", "money", "k EUR"),
        ("млн руб", "money", "M RUB"),
        ("руб.", "money", "RUB"),
    ),
)
def test_printed_units(spelling: str, kind: str, unit: str) -> None:
    """What spec sheets print."""
    assert find(spelling, kind).symbol == unit


@pytest.mark.parametrize(
    ("spelling", "kind", "reason"),
    cases(
        ("Mm", "length", "megametre"),
        ("Mm.", "length", "megametre"),
        ("Mm", "distance", "megametre"),
        ("km", "power", "distance"),
        ("mW", "power", "milliwatt"),
        ("m.W.", "power", "milliwatt"),
        ("mWh", "energy", "milliwatt-hour"),
        ("mJ", "energy", "millijoule"),
        ("mPa", "pressure", "millipascal"),
        ("Mg", "mass", "write t or kg"),
        ("ML", "volume", "megalitre"),
        ("kW/h", "power", "kW was probably meant"),
        ("KW/H", "power", "kW was probably meant"),
        ("kW/h", "energy", "kWh was probably meant"),
        ("J", "torque", "a torque is not an energy"),
        ("N/m", "torque", "stiffness"),
        ("fl oz", "volume", "US"),
        ("l/h", "fuel consumption", "per hour"),
    ),
)
def test_what_folding_would_confuse_is_refused(spelling: str, kind: str, reason: str) -> None:
    """A prefix in the wrong case, or a near unit, says what was probably meant."""
    with pytest.raises(ReadingError, match=reason):
        find(spelling, kind)


@pytest.mark.parametrize(
    ("spelling", "kind", "reason"),
    cases(
        ("PS", "pressure", "PS measures power, and this is a pressure and strength"),
        ("PS", "torque", "PS measures power, and this is a torque"),
        ("kW", "length", "kW measures power, and this is a length"),
        ("bar", "power", "bar measures pressure"),
        ("kg", "length", "kg measures mass"),
        ("kWh/100 km", "fuel consumption", "measures energy per distance"),
        ("EUR", "mass", "EUR measures money"),
        ("mils", "distance", "'mils' is not a unit of"),
        ("%", "torque", "% measures"),
    ),
)
def test_a_unit_of_another_kind_says_what_it_measures(spelling: str, kind: str, reason: str) -> None:
    """Two letters may be the code of a unit elsewhere (PS is Rec 20 for psi): the kind decides, and says so."""
    with pytest.raises(ReadingError) as caught:
        find(spelling, kind)
    assert reason in caught.value.reason
    assert caught.value.choices


@pytest.mark.parametrize(
    ("spelling", "kind", "offered"),
    cases(
        ("killogram", "mass", "kilogram"),
        ("killowatt", "power", "kilowatt"),
        ("mpge(US)", "energy consumption", "MPGe"),
        ("kWh/100 kms", "energy consumption", "kWh/100 km"),
        ("", "mass", "kg"),
        ("🚗", "mass", "kg"),
        ("cu_in", "volume", "cu in"),
    ),
)
def test_an_unknown_unit_offers_what_can_be_read(spelling: str, kind: str, offered: str) -> None:
    """The nearest spellings, or else the kind's own symbols; each of them is read."""
    with pytest.raises(ReadingError) as caught:
        find(spelling, kind)
    assert offered in caught.value.choices
    for choice in caught.value.choices:
        assert find(choice, kind)


@pytest.mark.parametrize(
    ("spelling", "found"),
    cases(
        ("kWh", ["energy kWh"]),
        ("km", ["distance km"]),
        ("m", ["length m", "distance m"]),
        ("%", ["grade %", "share %"]),
        ("Nm", ["torque N m"]),
        ("hp", []),
        ("furlong", []),
        ("Mm", []),
    ),
)
def test_units_spelled(spelling: str, found: list[str]) -> None:
    """All kinds in which a spelling is a unit; ambiguous and mistaken ones are in none."""
    assert [f"{kind.name} {unit.symbol}" for kind, unit in units_spelled(spelling)] == found


@pytest.mark.parametrize("entry", EVERY_UNIT, ids=named)
def test_units_spelled_agrees_with_find(entry: tuple[Kind, Unit]) -> None:
    """Every spelling of a unit is found among all kinds, too."""
    kind, unit = entry
    for spelling in unit.spellings:
        assert (kind, unit) in list(units_spelled(spelling))


@law
@given(st.text(), st.sampled_from(EVERY_KIND), st.text(max_size=3))
def test_any_spelling_is_a_unit_or_a_reading_error(spelling: str, kind: Kind, market: str) -> None:
    """No spelling and no market raises anything else."""
    answer = outcome(lambda: find(spelling, kind, market))
    assert str(answer) if isinstance(answer, ReadingError) else answer in kind.units


@pytest.mark.parametrize("piece", ["k", "km ", "(", "Å", "\ufdfa"], ids=ascii)
def test_a_unit_of_a_megabyte_is_refused(piece: str) -> None:
    """The refusal is short, whatever was asked."""
    for kind in EVERY_KIND:
        with pytest.raises(ReadingError) as caught:
            find(piece * 1_000_000, kind)
        assert f"more than {MAX_LENGTH} characters" in caught.value.reason
        assert len(str(caught.value)) < 400


def test_an_unknown_kind_is_a_programming_error() -> None:
    """Kinds are named by code, not by users: a wrong one is a KeyError, not a refusal."""
    with pytest.raises(KeyError):
        find("kg", "masses")
    assert find("kg", KINDS["mass"]) is find("kg", "mass")


@pytest.mark.parametrize("text", ["m*m", "m·m", "k·g", "k*m"])
def test_a_multiplication_sign_is_no_decoration(text: str) -> None:
    """m*m is not mm: only kinds whose units are products take a multiplication sign."""
    for kind in ("length", "mass", "distance"):
        with pytest.raises(ReadingError):
            find(text, kind)

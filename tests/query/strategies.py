"""Random vehicles, random queries about them, and random trees of any shape.

Values are drawn from few, so that they meet the thresholds exactly; those that take part in arithmetic are such
that floats hold them and their sums exactly, as the evaluator works in fractions.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from catalog.query.tree import (
    Among,
    And,
    Arithmetic,
    Between,
    Comparison,
    Condition,
    Like,
    Maybe,
    Missing,
    Name,
    Not,
    Or,
    Quantity,
    Text,
    Value,
)
from catalog.units import KINDS, convert
from tests.query.evaluator import Row

OPERATORS = ("=", "!=", "<", "<=", ">", ">=")
MASSES = [Fraction(value) for value in (0, 250, 500, 1000, 1500, 2000, 3000)]
_MILE = convert(1, KINDS["distance"].unit("mi"), KINDS["distance"].unit("km"))
DISTANCES = [Fraction(100), Fraction(150), Fraction(200), 100 * _MILE, 150 * _MILE]
CONSUMPTIONS = [Fraction(5), Fraction(8), Fraction(10)]
_MPG = KINDS["fuel consumption"].unit("mpg(US)")
CONSUMPTIONS += [convert(value, _MPG, KINDS["fuel consumption"].canonical) for value in (20, 25, 30)]
PRICES = [Fraction(value) for value in (20000, 30000, 40000)]
TEXTS = ["Ford", "ford", "Iveco", "ŠKODA", "Škoda", "a%b", "a_b", "a!b", "it's", 'say "x"', "50"]
CODES = ["DE", "AT", "EU", "GB"]
PLANTS = ["x_y", "x%y", "a!b", "kaliningrad", "X-y"]
PORTS = ["CCS2", "Type 2", "NACS"]
DATES = ["2022", "2023", "2024", "2023-05", "2023-06", "2023-12", "2023-05-12", "2023-05-30", "2023-Q1", "2023-spring"]
KEYS = {
    "mass": ["payload", "payload_1", "kerb_mass", "gross_vehicle_mass"],
    "distance": ["range", "range_wltp"],
    "consumption": ["fuel_consumption"],
    "count": ["seats"],
    "money": ["price", "price_1"],
}
NUMBERS = {
    "mass": MASSES,
    "distance": DISTANCES,
    "consumption": CONSUMPTIONS,
    "count": [Fraction(n) for n in (2, 3, 5)],
}
NUMBERS["money"] = PRICES


def vehicles(seed: int, count: int = 12) -> list[Row]:
    """Vehicles of which about a third of the values are missing, and a third are intervals."""
    source = Random(seed)
    return [{"id": f"{place:02}", **_vehicle(source)} for place in range(count)]


def _vehicle(source: Random) -> dict[str, Fraction | str | None]:
    row: dict[str, Fraction | str | None] = {}
    for family, keys in KEYS.items():
        for key in keys:
            ends = source.choices(NUMBERS[family], k=source.randint(0, 2))
            if ends:
                row[f"{key}_low"], row[f"{key}_high"] = min(ends), max(ends)
    if "price_low" in row:
        row["price_definition"] = source.choice(["EUR included DE", "USD excluded US"])
    row["make"] = source.choice([None, *TEXTS])
    ports = source.sample(PORTS, source.randint(0, 3))
    for column, members in (("markets", CODES), ("plants", PLANTS)):
        held = source.sample(members, source.randint(0, 3))
        row[column] = f",{','.join(held)}," if held else None
    row["charge_port"] = ", ".join(ports) or None
    row["start_of_production"] = source.choice([None, *DATES, "c. 2015"])
    return row


_mass_names = st.sampled_from(
    [Name("payload"), Name("payload", "deducted"), Name("kerb_mass"), Name("gross_vehicle_mass")]
)
_masses = st.builds(Quantity, st.sampled_from(["0", "0.25", "0.5", "1", "1.5", "2"]), st.just("t"))
_masses |= st.builds(Quantity, st.sampled_from(["-250", "0", "250", "500", "1000"]), st.just("kg"))
_factors = st.builds(Quantity, st.sampled_from(["0", "0.5", "2", "4", "-1", "-2"]))
_divisors = st.builds(Quantity, st.sampled_from(["0.5", "2", "4", "-1"]))


def _grown(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    """Sums, differences, multiples and parts of values that hold a field."""
    any_mass = values | _masses
    return (
        st.builds(Arithmetic, st.sampled_from("+-"), values, any_mass)
        | st.builds(Arithmetic, st.sampled_from("+-"), _masses, values)
        | st.builds(Arithmetic, st.just("*"), values, _factors)
        | st.builds(Arithmetic, st.just("*"), _factors, values)
        | st.builds(Arithmetic, st.just("/"), values, _divisors)
    )


_sums: st.SearchStrategy[Value] = st.recursive(_mass_names, _grown, max_leaves=4)
_shares = st.builds(Arithmetic, st.just("/"), _sums, _sums | _masses.filter(lambda mass: float(mass.number) != 0))
_shares |= st.builds(Arithmetic, st.just("/"), _masses, _sums)
_parts = st.builds(Quantity, st.sampled_from(["0", "0.4", "0.5", "1", "1.5", "-2"]))
_parts |= st.builds(Quantity, st.sampled_from(["40", "50", "100", "150"]), st.just("%"))


def _comparisons() -> st.SearchStrategy[Condition]:
    operator = st.sampled_from(OPERATORS)
    distance = st.builds(Name, st.just("range"), st.sampled_from([None, "wltp"]))
    lengths = st.builds(Quantity, st.sampled_from(["100", "150", "200"]), st.sampled_from(["mi", "km"]))
    consumed = st.builds(Quantity, st.sampled_from(["20", "25", "30"]), st.just("mpg(US)"))
    consumed |= st.builds(Quantity, st.sampled_from(["5", "8", "10"]), st.just("L/100 km"))
    money = st.builds(Quantity, st.sampled_from(["20000", "30", "40"]), st.sampled_from(["EUR", "k EUR"]))
    seats, price = st.just(Name("seats")), st.just(Name("price")) | st.just(Name("price", "EUR included DE"))
    counted = st.builds(Quantity, st.sampled_from(["2", "3", "4", "5"]))
    fuel = st.just(Name("fuel_consumption"))
    pairs = [(distance, lengths), (fuel, consumed), (price, money), (seats, counted), (_mass_names, _masses)]
    simple = st.one_of([st.builds(Comparison, operator, *pair) for pair in pairs])
    turned = st.one_of([st.builds(Comparison, operator, right, left) for left, right in pairs])
    among = st.one_of(
        [
            st.builds(Among, left, st.lists(right, min_size=1, max_size=3).map(tuple), st.booleans())
            for left, right in pairs
        ]
    )
    between = st.builds(Between, _sums, st.just(Quantity("250", "kg")), st.just(Quantity("1", "t")), st.booleans())
    between |= st.builds(
        Between, fuel, st.just(Quantity("20", "mpg(US)")), st.just(Quantity("30", "mpg(US)")), st.booleans()
    )
    sums = st.builds(Comparison, operator, _sums, _sums | _masses)
    shares = st.builds(Comparison, operator, _shares, _shares | _parts)
    missing = st.builds(Missing, distance | _mass_names | st.just(Name("make")), st.booleans())
    return simple | turned | among | between | sums | shares | missing


def _texts() -> st.SearchStrategy[Condition]:
    equal = st.sampled_from(["=", "!="])
    held = st.sampled_from(
        [(Name("make"), TEXTS), (Name("market"), ["de", *CODES]), (Name("plant"), PLANTS), (Name("charge_port"), PORTS)]
    )
    is_one = held.flatmap(
        lambda pair: st.builds(Comparison, equal, st.just(pair[0]), st.sampled_from(pair[1]).map(Text))
    )
    among = held.flatmap(
        lambda pair: st.builds(
            Among,
            st.just(pair[0]),
            st.lists(st.sampled_from(pair[1]).map(Text), min_size=1, max_size=3).map(tuple),
            st.booleans(),
        )
    )
    pattern = st.sampled_from(["%ford%", "F_rd", "a!%", "%!%", "%'%", "ford", "š%", "a\\%b", "%"])
    like = st.builds(Like, st.just(Name("make")), pattern, st.booleans())
    day = st.sampled_from([date for date in DATES if "Q" not in date and "s" not in date]).map(Text)
    date = st.just(Name("start_of_production"))
    dated = st.builds(Comparison, st.sampled_from(OPERATORS), date, day)
    worded = st.builds(Comparison, equal, date, st.sampled_from(DATES).map(Text))
    span = st.builds(Between, date, st.just(Text("2022")), st.just(Text("2023-05")), st.booleans())
    return is_one | among | like | dated | worded | span


def _joined(conditions: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(conditions, min_size=2, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, conditions) | st.builds(Maybe, conditions)


#: Queries that bind over ``SCHEMA``.
queries: st.SearchStrategy[Condition] = st.recursive(_comparisons() | _texts(), _joined, max_leaves=5)


# -- trees of any shape, whether they mean anything or not

_words = st.from_regex(r"[^\W\d][\w]{0,6}([-.]\w{1,3})?", fullmatch=True).filter(
    lambda word: word.lower() not in ("and", "or", "not", "is", "like", "between")
)
_free_text = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=12)
_units = st.sampled_from([unit.symbol for kind in KINDS.values() for unit in kind.units])
_leaves: st.SearchStrategy[Value] = (
    st.builds(
        Name,
        st.lists(_words, min_size=1, max_size=3).map(" ".join),
        st.none() | _free_text.map(lambda text: " ".join(text.split())),
    )
    | st.builds(Quantity, st.from_regex(r"-?[0-9]{1,8}(\.[0-9]{1,2}|\.[0-9]{4,8})?", fullmatch=True).map(str), _units)
    | st.builds(Text, _free_text)
)


def _any_arithmetic(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return st.builds(Arithmetic, st.sampled_from("+-*/"), values, values)


_any_value: st.SearchStrategy[Value] = st.recursive(_leaves, _any_arithmetic, max_leaves=4)
_predicates: st.SearchStrategy[Condition] = (
    st.builds(Comparison, st.sampled_from(OPERATORS), _any_value, _any_value)
    | st.builds(Among, _any_value, st.lists(_any_value, min_size=1, max_size=3).map(tuple), st.booleans())
    | st.builds(Between, _any_value, _any_value, _any_value, st.booleans())
    | st.builds(Like, _any_value, _free_text, st.booleans())
    | st.builds(Missing, _any_value, st.booleans())
)
#: Syntax trees of any shape.
trees: st.SearchStrategy[Condition] = st.recursive(_predicates, _joined, max_leaves=5)

_PIECES = [
    "payload",
    "range[wltp]",
    "range[",
    "[",
    "]",
    "make",
    "market",
    "price",
    "fuel_consumption",
    "start_of_production",
    "charge_port",
    "(",
    ")",
    ",",
    "and",
    "or",
    "not",
    "in",
    "between",
    "like",
    "is",
    "missing",
    "known",
    "maybe",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "1",
    "0",
    "0.5",
    "1000",
    "kg",
    "t",
    "km",
    "mi",
    "%",
    "mpg(US)",
    "EUR",
    "40%",
    "2023",
    "2023-05",
    "'Ford'",
    '"x"',
    "'",
    '"',
    "!",
    ".",
    "..",
    "1,5",
    "°",
    "€",
    "…",
    "99999999999999999999",
    "\n",
    "\t",
    "payload-1",
    "seats",
    "DE",
    "-1",
    "x",
]
#: Texts that look like queries.
rubble = st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join) | st.lists(st.sampled_from(_PIECES)).map("".join)

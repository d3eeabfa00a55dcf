"""Money: each currency is a dimension of its own, so nothing converts or ranks across currencies.

Codes: ISO 4217. A sign that several currencies share (``$``, ``kr``, ``¥``) is refused with the choices.
"""

from __future__ import annotations

from collections.abc import Mapping

from catalog.units.kinds._make import maker
from catalog.units.unit import Choice, Kind, Unit

# code: (name, further spellings of one unit of it)
CURRENCIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "EUR": ("euro", ("€", "euro", "euros", "евро")),
    "USD": ("US dollar", ("US$", "US dollars")),
    "GBP": ("pound sterling", ("£", "pounds sterling")),
    "RUB": ("Russian rouble", ("₽", "руб", "рублей", "roubles", "rubles")),
    "CNY": ("Chinese yuan", ("RMB", "yuan", "元", "人民币")),
    "JPY": ("Japanese yen", ("yen", "円")),
    "AUD": ("Australian dollar", ("A$", "AU$")),
    "NZD": ("New Zealand dollar", ("NZ$",)),
    "CAD": ("Canadian dollar", ("C$", "CA$")),
    "CHF": ("Swiss franc", ("Fr.", "francs")),
    "SEK": ("Swedish krona", ()),
    "NOK": ("Norwegian krone", ()),
    "DKK": ("Danish krone", ()),
    "PLN": ("Polish zloty", ("zł",)),
    "CZK": ("Czech koruna", ("Kč",)),
    "HUF": ("Hungarian forint", ("Ft",)),
    "RON": ("Romanian leu", ("lei",)),
    "TRY": ("Turkish lira", ("₺",)),
    "UAH": ("Ukrainian hryvnia", ("₴", "грн")),
    "KZT": ("Kazakh tenge", ("₸",)),
    "BYN": ("Belarusian rouble", ()),
    "INR": ("Indian rupee", ("₹",)),
    "PKR": ("Pakistani rupee", ()),
    "PHP": ("Philippine peso", ("₱",)),
    "THB": ("Thai baht", ("฿",)),
    "IDR": ("Indonesian rupiah", ()),
    "MYR": ("Malaysian ringgit", ("RM",)),
    "VND": ("Vietnamese dong", ("₫",)),
    "KRW": ("South Korean won", ("₩",)),
    "TWD": ("New Taiwan dollar", ("NT$",)),
    "HKD": ("Hong Kong dollar", ("HK$",)),
    "SGD": ("Singapore dollar", ("S$",)),
    "BRL": ("Brazilian real", ("R$",)),
    "MXN": ("Mexican peso", ("MX$",)),
    "ARS": ("Argentine peso", ()),
    "CLP": ("Chilean peso", ()),
    "COP": ("Colombian peso", ()),
    "PEN": ("Peruvian sol", ("S/",)),
    "ZAR": ("South African rand", ()),
    "ILS": ("Israeli shekel", ("₪",)),
    "AED": ("UAE dirham", ()),
    "SAR": ("Saudi riyal", ()),
    "OMR": ("Omani rial", ()),
}
_SCALES = (
    ("", "1", ("",)),
    ("k ", "1000", ("k ", "k", "thousand ", "тыс. ", "tys. ")),
    ("M ", "1000000", ("M ", "m ", "mn ", "mln ", "million ", "млн ", "mio ", "Mio. ")),
)


def _units(code: str) -> list[Unit]:
    name, signs = CURRENCIES[code]
    make = maker(f"money {code}")
    return [
        make(
            f"{prefix}{code}",
            {"": name, "k ": f"thousand {name}s", "M ": f"million {name}s"}[prefix],
            factor,
            f"currency_{code}" if factor == "1" else f"{factor}*currency_{code}",
            *(f"{scale}{sign}" for scale in scales for sign in (code, *signs)),
        )
        for prefix, factor, scales in _SCALES
    ]


def _sign(why: str, **by_market: str) -> Choice:
    return Choice(tuple(by_market.values()), why, by_market)


def _scaled(choices: Mapping[str, Choice]) -> dict[str, Choice]:
    """The same choices for thousands and millions: ``$2.5M``."""
    scaled: dict[str, Choice] = {}
    for prefix, _, scales in _SCALES:
        for sign, choice in choices.items():
            by_market = {market: f"{prefix}{code}" for market, code in choice.by_market.items()}
            own = Choice(tuple(by_market.values()), choice.why, by_market)
            scaled |= dict.fromkeys((f"{scale}{sign}" for scale in scales), own)
    return scaled


_DOLLAR = _sign("many currencies are called dollar", US="USD", AU="AUD", CA="CAD", NZ="NZD", SG="SGD", HK="HKD")
_KRONE = _sign("kr is the sign of several crowns", SE="SEK", NO="NOK", DK="DKK")
_PESO = _sign("many currencies are called peso", MX="MXN", CL="CLP", AR="ARS", CO="COP", PH="PHP")
MONEY = Kind(
    "money",
    "money (each currency a kind of its own)",
    tuple(unit for code in CURRENCIES for unit in _units(code)),
    {},
    choices=_scaled({
        "$": _DOLLAR,
        "dollars": _DOLLAR,
        "kr": _KRONE,
        "pesos": _PESO,
        "¥": _sign("¥ is the sign of the yen and of the yuan", JP="JPY", CN="CNY"),
        "rupees": _sign("several currencies are called rupee", IN="INR", PK="PKR"),
    }),
    max_decimals=2,
)

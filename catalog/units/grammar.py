"""The whole grammar of published values: from a text to a reading, or to an error that says what to write.

Published text never reaches pint's expression parser. It is normalized (Unicode spaces and signs), split
by strict patterns, and its unit looked up in the spellings of the field's kind; whatever remains unread
is an error, never dropped. The work is bounded: texts over ``MAX_LENGTH`` characters are refused.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from catalog.errors import NotConvertible, ReadingError
from catalog.plain import dataclass, replace
from catalog.units import number as numbers
from catalog.units.bound_words import split
from catalog.units.bounds import Bound
from catalog.units.convert import to_base
from catalog.units.number import EXACT
from catalog.units.published import MAX_LENGTH, Number, Reading
from catalog.units.spelling import find, spellings
from catalog.units.unit import Form, Kind, Unit

_SPACES = re.compile(r"\s+")
_VULGAR = {character: unicodedata.normalize("NFKC", character) for character in "¼½¾⅛⅜⅝⅞"}
_DEGREES = str.maketrans("º˚", "°°")
# 6000 1/min is a number and a unit; 19'8" is feet and inches, as only thousands stand after an apostrophe.
_NUMBER = r"\d+(?:[ .,](?!1/[^\W\d])\d+|['’]\d{3}(?!\d))*"
_DASH = r"(?: ?[-–—−‒‐‑~〜～] ?|\.{2,3}| ?… ?)"
_TO = rf"(?:{_DASH}| (?:to|bis|до|à|a) )"
_LIST_SIGN = r"(?: ?/ ?| or | oder | или | and | und | и | ?; ?)"
_INTERVAL = re.compile(rf"({_NUMBER}){_TO}({_NUMBER})(?!\d)(.*)")
_LIST = re.compile(rf"({_NUMBER}(?:{_LIST_SIGN}{_NUMBER})+)(.*)")
_PLUS_MINUS = re.compile(rf"({_NUMBER}) ?(?:±|\+/-|\+-) ?({_NUMBER})(.*)")
_MIXED = re.compile(r"((?:\d+ )?\d{1,2}⁄\d{1,2}|\d+ \d{1,2}/(?:2|4|8|16|32|64))(?![\d/⁄]) ?([^\d\s].*|)")
_HALVES = re.compile(r"(\d{1,2})/(2|4|8|16|32|64)")
_ONE = re.compile(rf"([-−+]?) ?({_NUMBER})(.*)")
_TWO_UNITS = re.compile(rf"({_NUMBER}) ?([^\d\s][^\d]*?)({_TO}| ?, | and |\s?)({_NUMBER}) ?([^\d\s].*)")
_PREFIXED = re.compile(r"([^\d\s(.,'’<>=~±+-][^\d]*?) ?(\d[\d.,'’ /–-]*)(.*)")
_BETWEEN = re.compile(
    r"(?:from|between|von|zwischen|от|da|de|entre|tra) (.*?\d.*?) (?:to|and|bis|und|до|à|a|y|et|e) ([-−+]?\d.*)",
    re.I,
)
_NO_VALUE = {
    "",
    "-",
    "–",
    "—",
    "n/a",
    "n.a.",
    "na",
    "none",
    "null",
    "nil",
    "tbd",
    "tba",
    "unknown",
    "?",
    ".",
    "нет",
    "н/д",
}
_CROSSED = re.compile(rf"{_NUMBER} ?[a-zа-я]* ?[x×х*] ?{_NUMBER}", re.I)
_EXPONENT = re.compile(r"\d ?[eE][+-]?\d")


def normalize(text: str) -> str:
    """``text`` with compatibility characters and spaces folded; refuses what cannot be seen or is too long."""
    if len(text) > MAX_LENGTH:
        raise ReadingError(
            text, f"longer than {MAX_LENGTH} characters; a value is a number, a unit and perhaps a bound"
        )
    if text.isascii() and text.isprintable():
        return _SPACES.sub(" ", text).strip()
    folded = text.translate(_DEGREES)
    for character, fraction in _VULGAR.items():
        folded = folded.replace(character, f" {fraction}")
    for index, character in enumerate(folded):
        if " " <= character <= "~":
            continue
        category = unicodedata.category(character)
        if category in ("Cf", "Cc", "Co", "Cn", "Cs") and character not in "\t\n\r":
            raise ReadingError(text, f"holds an invisible character (U+{ord(character):04X}); type the value anew")
        if _becomes_digit(character) and not folded[:index].rstrip("⁻⁺")[-1:].isalpha():
            raise ReadingError(text, f"{character} is a footnote, a power or a fraction; write the number out")
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", folded)).strip()


def _becomes_digit(character: str) -> bool:
    """Whether folding makes a digit of what is none: 5995① would become 59951 (m² is a unit, and may)."""
    return not character.isdecimal() and unicodedata.normalize("NFKC", character)[0].isdecimal()


def read_text(text: str, kind: Kind, market: str | None) -> Reading:
    """What ``catalog.units.read`` says of a text, from the whole of it."""
    plain = normalize(text)
    if plain.casefold() in _NO_VALUE:
        raise ReadingError(
            text, 'that is no value; leave the field out, or give status = "not published" or "not applicable"'
        )
    try:
        reading = _Reader(kind, market).read(plain)
        for number in reading.numbers:
            if number.unit.form is not Form.LINEAR:
                to_base(number.value, number.unit)
        return reading
    except NotConvertible as error:  # 0 mpg, a slope of 95°
        raise ReadingError(text, error.reason) from None
    except ReadingError as error:
        if error.text == text:
            raise
        raise ReadingError(text, error.reason, _complete(text if error.text in text else plain, error)) from None


def _complete(text: str, error: ReadingError) -> tuple[str, ...]:
    """The choices as whole values: the piece at fault replaced in the text."""
    if not error.text:
        return tuple(f"{text} {choice}" for choice in error.choices)
    if not error.choices or text.count(error.text) != 1:
        return error.choices
    before, after = text.split(error.text)
    left = " " if before and before[-1].isdigit() else ""
    right = " " if after and after[0].isdigit() else ""
    whole = error.text[:1].isdigit()
    return tuple(f"{before}{'' if whole else left}{choice}{'' if whole else right}{after}" for choice in error.choices)


@dataclass(frozen=True, slots=True)
class _Reader:
    kind: Kind
    market: str | None

    def read(self, text: str) -> Reading:
        if between := _BETWEEN.fullmatch(text):
            bound, rest = Bound.EXACT, f"{between[1]} – {between[2]}"
        else:
            bound, rest = split(text)
        reading = self._magnitudes(rest)
        if bound is Bound.EXACT:
            return reading
        if reading.bound is not Bound.EXACT:
            if reading.bound is Bound.LIST or bound is not Bound.ABOUT:
                word = text[: len(text) - len(rest)].strip() or text[len(rest) :].strip()
                many = "an interval has both ends already" if reading.bound is Bound.INTERVAL else "a list has no bound"
                raise ReadingError(text, f"{many}; leave out {word!r}")
            return reading  # about 2.5-3 t: the interval already says that it is not exact
        return replace(reading, bound=bound)

    def _magnitudes(self, text: str) -> Reading:
        for pattern, handler in (
            (_MIXED, self._mixed),
            (_PLUS_MINUS, self._plus_minus),
            (_INTERVAL, self._interval),
            (_LIST, self._list),
            (_ONE, self._one),
        ):
            match = pattern.fullmatch(text)
            if match is not None:
                return handler(match)
        if prefixed := _PREFIXED.fullmatch(text):
            return self._prefixed(prefixed)
        raise ReadingError(text, "there is no number in it", self._examples())

    def _examples(self) -> tuple[str, ...]:
        return tuple(f"12 {symbol}" for symbol in spellings(self.kind)[:3]) or ("12",)

    def _number(self, text: str, unit: Unit) -> Number:
        # A price has at most two decimals, so 45.000 EUR is 45 thousand; 1.234 M EUR may be either.
        max_decimals = self.kind.max_decimals if unit.factor <= 1 else None
        value, decimals = numbers.parse(text.strip(), max_decimals)
        return Number(value, decimals, unit)

    def _unit(self, text: str) -> Unit:
        if _EXPONENT.match(f"1{text.lstrip()}"):
            raise ReadingError(text, "exponents are not used on spec sheets; write the digits out")
        return find(text, self.kind, self.market)

    def _plus_minus(self, match: re.Match[str]) -> Reading:
        unit = self._unit(match[3])
        middle, spread = self._number(match[1], unit), self._number(match[2], unit)
        decimals = max(middle.decimals, spread.decimals)
        ends = (EXACT.subtract(middle.value, spread.value), EXACT.add(middle.value, spread.value))
        if ends[0] < 0 and not self.kind.signed:
            raise ReadingError(match[0], f"a {self.kind.label} is not negative")
        return self._ordered([Number(end, decimals, unit) for end in ends], match[0])

    def _interval(self, match: re.Match[str]) -> Reading:
        unit = self._unit(match[3])
        return self._ordered([self._number(match[1], unit), self._number(match[2], unit)], match[0])

    def _ordered(self, ends: list[Number], text: str) -> Reading:
        low, high = ends
        base = to_base(low.value, low.unit), to_base(high.value, high.unit)
        # For units of different direction (none in one interval today) the written order would turn round.
        if (base[0] > base[1]) != (low.unit.form is Form.RECIPROCAL) and base[0] != base[1]:
            raise ReadingError(text, f"an interval runs from low to high, and {low.value} is above {high.value}")
        return Reading(self.kind, Bound.INTERVAL, (low, high))

    def _list(self, match: re.Match[str]) -> Reading:
        unit = self._unit(match[2])
        if unit.symbol in ("in", "ft") and re.fullmatch(r"\d/\d{1,2}", match[1]):
            return Reading(self.kind, Bound.EXACT, (self._number(match[1], unit),))
        if (halves := _HALVES.fullmatch(match[1])) and self.kind.max_decimals != 0:
            over, under = int(halves[1]), int(halves[2])
            if over < under:
                choices = (f"{over} or {under}", str(EXACT.divide(Decimal(over), Decimal(under))))
                raise ReadingError(match[1], "two values, or a fraction?", choices)
        parts = re.split(_LIST_SIGN, match[1])
        return Reading(self.kind, Bound.LIST, tuple(self._number(part, unit) for part in parts))

    def _mixed(self, match: re.Match[str]) -> Reading:
        return Reading(self.kind, Bound.EXACT, (self._number(match[1], self._unit(match[2])),))

    def _one(self, match: re.Match[str]) -> Reading:
        sign, digits, rest = match.groups()
        try:
            unit = self._unit(rest)
        except ReadingError as error:
            return self._two_units(match[0], error)
        number = self._number(digits, unit)
        if sign and sign != "+":
            if not self.kind.signed:
                raise ReadingError(match[0], f"a {self.kind.label} is not negative")
            number = replace(number, value=number.value.copy_negate())
        return Reading(self.kind, Bound.EXACT, (number,))

    def _two_units(self, text: str, error: ReadingError) -> Reading:
        """19 ft 8 in, 1 h 30 min, 900 kg - 1.1 t; else say what the text looks like."""
        if re.search(r"\(.*\d.*\)", text):
            raise ReadingError(
                text,
                "two values in one text; write the one the source gives first, and the other as a claim of its own",
            )
        if _CROSSED.search(text):
            raise ReadingError(text, "several dimensions in one text; write length, width and height apart")
        match = _TWO_UNITS.fullmatch(text)
        if match is None:
            raise error
        first_digits, first_unit, between, second_digits, second_unit = match.groups()
        try:
            units = self._unit(first_unit), self._unit(second_unit)
        except ReadingError:
            raise error from None
        if units[0].dimension != units[1].dimension:
            raise ReadingError(text, f"{units[0]} and {units[1]} do not add up; write one")
        first, second = self._number(first_digits, units[0]), self._number(second_digits, units[1])
        if re.fullmatch(_TO, between):
            return self._ordered([first, second], text)
        return self._compound(first, second, text)

    def _compound(self, first: Number, second: Number, text: str) -> Reading:
        if first.unit.form is not Form.LINEAR or first.unit.offset:
            raise ReadingError(text, "two values in one text; write one")
        ratio = first.unit.factor / second.unit.factor
        if ratio <= 1 or ratio.denominator != 1 or first.decimals or not Fraction(second.value) < ratio:
            raise ReadingError(text, f"two values in one text; {second.unit} does not continue {first.unit}")
        total = EXACT.fma(first.value, Decimal(int(ratio)), second.value)
        return Reading(self.kind, Bound.EXACT, (Number(total, second.decimals, second.unit),))

    def _prefixed(self, match: re.Match[str]) -> Reading:
        """A unit before the number, as prices have it: EUR 45,000; $ 2.5 M."""
        sign, digits, scale = match.groups()
        if self.kind.name != "money":
            raise ReadingError(match[0], "the number comes first, then the unit", self._examples())
        return self._magnitudes(f"{digits.strip()} {scale.strip()} {sign.strip()}".replace("  ", " "))

"""One cell as a value of a field: what it says, exactly, or why it says nothing that can be read.

Both doors go through here: whole columns (each different text once), and the claims of single rows.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from catalog.datasets.mapping import Concrete, Place
from catalog.errors import CatalogError, ReadingError, nearest
from catalog.plain import dataclass
from catalog.units import MAX_LENGTH, Bound, Form, Number, Reading, read
from catalog.units.convert import to_base
from catalog.units.number import MAX_DIGITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.units import Kind, Unit

#: Signs besides letters of which units are made.
_UNIT_SIGNS = "\"'°%€$£¥₽"
_EXPONENT = re.compile(r"(0|[1-9]\d*)(?:\.(\d+))?[eE]([+-]?\d{1,2})", re.ASCII)
#: Of a number below one the zeros after the point are no digits: ``0.00025476219880856598``.
_SIGNS = MAX_DIGITS + 4
_GROUPED_POINT = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_GROUPED_COMMA = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says. ``published`` is the cell with its unit; ``read_as`` what was read instead, if it was."""

    published: str
    text: str
    reading: Reading | None = None
    read_as: str | None = None


def squeezed(text: str) -> str:
    """A cell without blanks at its ends and without doubled ones."""
    return " ".join(text.split())


def plain_number(text: str, decimal: str | None) -> tuple[int, int] | None:
    """The digits of a machine's number and the count of its decimals; None for any other text.

    ``decimal`` is the decimal sign where the file has one for all numbers. Without, what could be thousands as well
    (``5.995``) is no plain number.

    >>> plain_number("14.25", "."), plain_number("5.995", "."), plain_number("5.995", None), plain_number("007", ".")
    ((1425, 2), (5995, 3), None, None)
    """
    whole, sign, decimals = text.partition("," if decimal == "," else ".")
    right = whole.isdigit() and (decimals.isdigit() if sign else True) and text.isascii()
    if not right or (whole[0] == "0" and whole != "0") or len(text) > (MAX_DIGITS if whole != "0" else _SIGNS):
        return _scientific(text) if decimal == "." else None
    if decimal is None and len(decimals) == 3 and len(whole) <= 3 and whole != "0":
        return None
    return int(whole + decimals), len(decimals)


def _scientific(text: str) -> tuple[int, int] | None:
    """A number as machines write very small and large ones: ``3.0E-4``."""
    match = _EXPONENT.fullmatch(text)
    if match is None:
        return None
    decimals = len(match[2] or "") - int(match[3])
    if abs(decimals) > MAX_DIGITS or len(match[1]) + len(match[2] or "") > MAX_DIGITS:
        return None
    digits = int(match[1] + (match[2] or ""))
    return (digits, decimals) if decimals >= 0 else (digits * 10**-decimals, 0)


@dataclass(frozen=True, slots=True)
class Scale:
    """How the numbers of a unit become canonical ones: times ``numerator`` over ``denominator``, or (``turned``, as
    for mpg) that over the number."""

    numerator: int
    denominator: int
    turned: bool

    def canonical(self, digits: int, decimals: int) -> float:
        """A plain number in the canonical unit, rounded once: Python divides whole numbers exactly.

        Raises ZeroDivisionError for the reciprocal of zero.
        """
        power: int = 10**decimals
        if self.turned:
            return (self.numerator * power) / (self.denominator * digits)
        return (digits * self.numerator) / (self.denominator * power)


def scale_of(unit: Unit, target: Unit) -> Scale | None:
    """The scale between two units; None where it takes more than a factor (degrees Celsius, slopes)."""
    if unit.form is Form.TANGENT or target.form is not Form.LINEAR or unit.offset or target.offset:
        return None
    ratio = unit.factor / target.factor
    return Scale(ratio.numerator, ratio.denominator, unit.form is Form.RECIPROCAL)


def read_cell(place: Place, concrete: Concrete, cell: str) -> Value:
    """What a cell says as a value of its place. Raises ReadingError where that cannot be read."""
    text = prepared(place, cell)
    if not concrete.spec.numeric:
        plain = read_text(concrete, text)
        return Value(cell, plain, None, None if text == cell else text)
    try:
        return _number(place, concrete.unit, cell, text)
    except ReadingError:
        raise
    except CatalogError as error:  # reads, and cannot be converted: the reciprocal of zero
        raise ReadingError(cell, str(error)) from None


def prepared(place: Place, cell: str) -> str:
    """What of a cell is read: the map's word for it, with the map's replacements, cut by its pattern.

    Raises ReadingError where the pattern does not fit.
    """
    if not (place.words or place.replace or place.pattern):
        return cell
    text = place.words.get(cell.casefold(), cell)
    for old, new in place.replace:
        text = squeezed(_compiled(old).sub(new, text))
    return text if place.pattern is None else _cut(place.pattern, text)


def _number(place: Place, unit: Unit | None, cell: str, text: str) -> Value:
    kind = place.spec.quantity_kind
    if unit is None or (place.unit_in_cell and any(sign.isalpha() or sign in _UNIT_SIGNS for sign in text)):
        reading = read(text, kind, place.market)
        _ = reading.canonical
        return Value(cell, text, reading, None if text == cell else text)
    # a cell of which a part is read has its unit, or what stands for it, in itself
    own_words = text != cell and any(character.isalpha() for character in cell)
    published = cell if own_words else f"{cell} {unit.symbol}".strip()
    number = plain_number(_ungrouped(text, place.decimal), place.decimal)
    if number is None:
        whole = f"{text} {unit.symbol}".strip()
        reading = read(whole, kind, place.market)
        _ = reading.canonical
        return Value(published, whole, reading, None if whole == published else whole)
    digits, decimals = number
    most = most_decimals(unit, kind)
    while most is not None and decimals > most and digits % 10 == 0:
        digits, decimals = digits // 10, decimals - 1  # many programs write the number of seats as 4.0
    if most is not None and decimals > most:
        raise ReadingError(cell, f"at most {most} decimals are possible here")
    value = Decimal(digits).scaleb(-decimals)
    reading = Reading(kind, Bound.EXACT, (Number(value, _known(value, decimals, place.digits), unit),))
    to_base(value, unit)  # the reciprocal of zero
    _ = reading.canonical
    read_as = _rewritten(cell, digits, decimals, unit)
    read_as = None if read_as == published else read_as
    return Value(published, read_as or published, reading, read_as)


def read_parts(place: Place, concrete: Concrete, low: str | None, high: str | None, bound: str | None) -> Value:
    """What several cells say together: the lowest and the highest number, and the word for what they are.

    Without a word, two different numbers are an interval, one alone is a limit. Raises ReadingError.
    """
    unit, kind = concrete.unit, concrete.spec.quantity_kind
    shown = " / ".join(text or "" for text in ((low, high, bound) if place.bound else (low, high)))
    if unit is None:
        raise ReadingError(shown, "numbers in several columns need a unit in their names")
    texts = [text for text in dict.fromkeys((low, high)) if text is not None]
    numbers = tuple(_one(place, unit, kind, text) for text in texts)
    if not numbers:
        raise ReadingError(shown, "has no number")
    if len(numbers) == 2 and numbers[0].value > numbers[1].value:
        raise ReadingError(shown, "the lower number is above the higher one")
    meant = _bound(shown, place, bound, low, high)
    reading = Reading(kind, meant, numbers)
    _ = reading.canonical
    between = "/" if meant is Bound.LIST else "–"
    words = "" if meant in (Bound.EXACT, Bound.INTERVAL, Bound.LIST) else f"{meant.value} "
    published = f"{words}{between.join(texts)} {unit.symbol}".strip()
    return Value(published, published, reading)


def _one(place: Place, unit: Unit, kind: Kind, text: str) -> Number:
    sign = "-" if kind.signed and text.startswith("-") else ""
    found = plain_number(_ungrouped(text.removeprefix(sign), place.decimal), place.decimal)
    if found is None:
        raise ReadingError(text, "is no plain number")
    value = Decimal(found[0]).scaleb(-found[1])
    to_base(value, unit)  # the reciprocal of zero
    return Number(-value if sign else value, found[1], unit)


def _bound(shown: str, place: Place, word: str | None, low: str | None, high: str | None) -> Bound:
    """What two cells and a word make: the word has to fit the numbers that are there."""
    if low == high or place.high is None:
        implied = Bound.EXACT
    else:
        implied = Bound.UP_TO if low is None else Bound.AT_LEAST if high is None else Bound.INTERVAL
    if word is None:
        return implied
    known = {bound.value: bound for bound in Bound}
    if word not in known:
        raise ReadingError(shown, f"{word!r} is no bound", nearest(word, list(known)) or tuple(known))
    fitting = {
        Bound.EXACT: (Bound.EXACT, Bound.ABOUT),
        Bound.UP_TO: (Bound.UP_TO, Bound.LESS_THAN),
        Bound.AT_LEAST: (Bound.AT_LEAST, Bound.MORE_THAN),
        Bound.INTERVAL: (Bound.INTERVAL, Bound.LIST),
    }[implied]
    if known[word] not in fitting:
        raise ReadingError(shown, f"these numbers cannot be {word!r}", tuple(bound.value for bound in fitting))
    return known[word]


def most_decimals(unit: Unit, kind: Kind) -> int | None:
    """How many decimals a number can have: none for a count, two for a price that is not in thousands."""
    return kind.max_decimals if unit.factor <= 1 else None


def _known(value: Decimal, decimals: int, digits: int | None) -> int:
    """How many of the decimals written are known: the value stays as published, and is converted with these."""
    return decimals if digits is None else min(decimals, max(digits - value.adjusted() - 1, 0))


def _rewritten(cell: str, digits: int, decimals: int, unit: Unit) -> str | None:
    """The number as nobody can misread it, where the cell alone could be: ``12.345`` could be thousands."""
    padded = str(digits).rjust(decimals + 1, "0")
    whole, after = padded[: len(padded) - decimals], padded[len(padded) - decimals :]
    ambiguous = decimals == 3 and len(whole) <= 3 and whole != "0"
    number = f"{whole}.{after}" if decimals else whole
    if not ambiguous and cell in (number, number.replace(".", ",")):
        return None
    return f"{number}{'0' if ambiguous else ''} {unit.symbol}".strip()


def _ungrouped(text: str, decimal: str | None) -> str:
    """A number without the signs that group its thousands, where the file's decimal sign says what they are."""
    if decimal == "." and _GROUPED_POINT.fullmatch(text):
        return text.replace(",", "")
    if decimal == "," and _GROUPED_COMMA.fullmatch(text):
        return text.replace(".", "")
    return text


def _cut(pattern: str, text: str) -> str:
    match = _compiled(pattern).fullmatch(text)
    if match is None:
        raise ReadingError(text, "is not of the form that the map expects here")
    return squeezed(match["value"] if "value" in match.re.groupindex else match[1] if match.re.groups else match[0])


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def read_text(concrete: Concrete, text: str) -> str:
    """The text of a field that is no number, in its canonical spelling. Raises ReadingError."""
    spec = concrete.spec
    if len(text) > MAX_LENGTH:
        raise ReadingError(text, f"{len(text):,} characters; a value has at most {MAX_LENGTH}")
    if spec.kind == "date":
        from catalog.model.dates import read_date

        return read_date(text)
    if spec.kind == "tyre":
        from catalog.model.tyre import read_tyre

        return read_tyre(text)
    if spec.kind == "words":
        return _words(concrete, text)
    return squeezed(text)


def _words(concrete: Concrete, text: str) -> str:
    spec = concrete.spec
    by_fold = {word.casefold(): word for word in spec.vocabulary}
    words = []
    for part in text.split(","):
        word = by_fold.get(part.strip().casefold())
        if word is None:
            offer = nearest(part.strip(), spec.vocabulary) or spec.vocabulary
            raise ReadingError(text, f"{part.strip()!r} is no known {spec.label.lower()}", offer)
        words.append(word)
    return ", ".join(words)

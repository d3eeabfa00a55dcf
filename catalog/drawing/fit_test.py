"""Fit tests that a reader sets: ``garage=2.1m``, ``lane=2m``, ``ferry=6x2.5m``, ``pallet=1200x800mm``.

Sizes are read by the catalog's own strict reader; a size without a unit takes that of the last one. The same texts
stand on the command line and in a web address.
"""

from __future__ import annotations

import re

from catalog.errors import ReadingError, SettingsError, nearest
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.units import Reading

#: The kinds of test: their sides by how many sizes are given, and how that is written.
KINDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "garage": (("height",), ("length", "width", "height")),
    "lane": (("width",),),
    "ferry": (("length",), ("length", "width"), ("length", "width", "height")),
    "pallet": (("length", "width"), ("length", "width", "height")),
}
EXAMPLES = ("garage=2.1m", "lane=2m", "ferry=6x2.5m", "pallet=1200x800mm")
_IMPERIAL = ("in", "ft", "yd")
_LABELS = {"garage": "Garage", "lane": "Lane", "ferry": "Ferry lane", "pallet": "Pallet"}
_ADJECTIVES = {"length": "long", "width": "wide", "height": "high"}
_TIMES = re.compile(r"\s*[x×*]\s*(?=\d)", re.IGNORECASE)
_BARE = re.compile(r"[\d.,'’ ]+")
MAX_LENGTH = 60
#: As far as lengths reach that anybody drives through.
_LONGEST = 1_000_000.0


@dataclass(frozen=True, slots=True)
class FitTest:
    """One test: its kind and the size of each of its sides, in millimetres. ``text`` is how it was asked for
    (``garage=2.1m``), in these ``units``, ``label`` how a picture names it (``Garage 2.1 m high``)."""

    kind: str
    sides: tuple[tuple[str, float], ...]
    text: str
    label: str
    units: tuple[str, ...] = ()

    def side(self, name: str) -> float | None:
        """The size of a side in millimetres; None where the test has no such side."""
        return dict(self.sides).get(name)

    def told(self, symbol: str) -> str:
        """The label, with its sizes in the reader's unit where the test was asked in units of the other kind."""
        if (symbol in _IMPERIAL) == any(unit in _IMPERIAL for unit in self.units):
            return self.label
        from catalog.drawing.margin import in_unit

        sizes = "\u00a0×\u00a0".join(in_unit(size, symbol) for _, size in self.sides)
        return f"{self.label} ({sizes})"


def read_fit(text: str) -> FitTest:
    """A test as it is written. Raises SettingsError, which says what was expected.

    >>> read_fit("garage=2.1m").label.replace("\\u00a0", " ")
    'Garage 2.1 m high'
    >>> read_fit("pallet=1200x800mm").sides
    (('length', 1200.0), ('width', 800.0))
    >>> read_fit("garage=2.1")
    Traceback (most recent call last):
        ...
    catalog.errors.SettingsError: fit test 'garage=2.1': 2.1 of what? write a unit, such as 2.1m
    """
    if len(text) > MAX_LENGTH:
        raise SettingsError(f"fit test {text[: MAX_LENGTH - 3] + '...'!r}: longer than {MAX_LENGTH} signs")
    kind, equals, sizes = (part.strip() for part in text.partition("="))
    kind = kind.casefold()
    if not equals or not sizes:
        raise SettingsError(f"fit test {text!r} is not NAME=SIZE; write for example {' or '.join(EXAMPLES[:2])}")
    if kind not in KINDS:
        offer = nearest(kind, list(KINDS))
        hint = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(KINDS)}"
        raise SettingsError(f"no fit test {kind!r}; {hint}")
    readings = _sizes(text, sizes)
    names = next((sides for sides in KINDS[kind] if len(sides) == len(readings)), None)
    if names is None:
        ways = " or ".join(" x ".join(sides) for sides in KINDS[kind])
        example = next(example for example in EXAMPLES if example.startswith(kind))
        raise SettingsError(f"fit test {text!r}: a {kind} has {ways}; write for example {example}")
    sides = tuple((name, reading.canonical[0]) for name, reading in zip(names, readings, strict=True))
    symbols = tuple(reading.unit.symbol for reading in readings)
    return FitTest(kind, sides, _canonical(kind, readings), _label(kind, names, readings), symbols)


def _sizes(text: str, sizes: str) -> list[Reading]:
    from catalog.units import Bound, read

    parts = _TIMES.split(sizes)
    unit = re.sub(r"^[\d.,'’ ]+", "", parts[-1])
    found = []
    for part in parts:
        bare = _BARE.fullmatch(part) is not None
        if bare and not unit:
            raise SettingsError(f"fit test {text!r}: {part} of what? write a unit, such as {part}m")
        try:
            reading = read(f"{part} {unit}" if bare else part, "length")
        except ReadingError as error:
            raise SettingsError(f"fit test {text!r}: {error}") from None
        if reading.bound is not Bound.EXACT:
            raise SettingsError(f"fit test {text!r}: {part!r} is {reading.bound.value}; a test has one exact size")
        if not 0 < reading.canonical[0] <= _LONGEST:
            raise SettingsError(f"fit test {text!r}: {part!r} is no size of anything to drive through or load")
        found.append(reading)
    return found


def _canonical(kind: str, readings: list[Reading]) -> str:
    """The test as one writes it, whatever spaces and spellings it was written with."""
    units = {reading.unit for reading in readings}
    numbers = [f"{reading.numbers[0].value:f}" for reading in readings]
    if len(units) == 1:
        return f"{kind}={'x'.join(numbers)}{readings[0].unit.symbol}"
    return f"{kind}={'x'.join(number + reading.unit.symbol for number, reading in zip(numbers, readings, strict=True))}"


def _label(kind: str, names: tuple[str, ...], readings: list[Reading]) -> str:
    from catalog.wording.printed import grouped, with_unit

    def number(reading: Reading) -> str:
        return grouped(reading.numbers[0].value)

    if len(readings) == 1:
        size = with_unit(number(readings[0]), readings[0].unit.symbol)
        return f"{_LABELS[kind]} {size} {_ADJECTIVES[names[0]]}"
    if len({reading.unit for reading in readings}) == 1:
        joined = "\u00a0×\u00a0".join(map(number, readings))
        return f"{_LABELS[kind]} {with_unit(joined, readings[0].unit.symbol)}"
    return f"{_LABELS[kind]} {_each(readings)}"


def _each(readings: list[Reading]) -> str:
    from catalog.wording.printed import grouped, with_unit

    return "\u00a0×\u00a0".join(with_unit(grouped(one.numbers[0].value), one.unit.symbol) for one in readings)

"""A column read at once says of each text, bit for bit, what reading the text by itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.units import KINDS, MAX_LENGTH, Bound, Column, Kind, read, read_column
from catalog.units import column as module
from tests.units.tools import EVERY_KIND, almost_values, law, law_of_kinds, named, outcome, shaped_texts

MARKETS = [None, None, "US", "GB", ""]


def _by_itself(texts: list[str], kind: Kind, market: str | None) -> tuple[list[object], list[tuple[object, ...]]]:
    """What ``read`` says of each text: its row, and the fault of those that it refuses."""
    rows: list[object] = []
    faults: list[tuple[object, ...]] = []
    for index, text in enumerate(texts):
        reading = outcome(lambda text=text: read(text, kind, market))  # type: ignore[misc]
        if isinstance(reading, ReadingError):
            rows.append((None, None, None))
            faults.append((index, *reading.args))
        else:
            low, high = reading.canonical
            rows.append((low.hex(), high.hex(), reading.bound))
    return rows, faults


def _at_once(column: Column) -> tuple[list[object], list[tuple[object, ...]]]:
    numbers = zip(column.low, column.high, column.bounds, strict=True)
    rows: list[object] = [
        (low if low is None else low.hex(), high if high is None else high.hex(), bound) for low, high, bound in numbers
    ]
    return rows, [(index, *error.args) for index, error in column.faults]


@st.composite
def _columns(draw: st.DrawFn, kind: Kind) -> list[str]:
    """Texts, and more of the same masks: any digit of a text changed to any other."""
    texts = draw(st.lists(st.one_of(shaped_texts(kind), almost_values(kind), st.text(max_size=5)), max_size=5))
    digits = draw(st.lists(st.sampled_from("0123456789"), min_size=20, max_size=20))
    turned: Iterator[str] = iter(digits * 400)
    return [
        *texts,
        *(re.sub("[0-9]", lambda _: next(turned), text) for text in texts for _ in range(3)),
        *(text.replace("0", "9") for text in texts),
        *(re.sub("[0-9]", "0", text) for text in texts),
    ]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=named)
@law_of_kinds
@given(data=st.data())
def test_a_column_says_what_its_texts_say(kind: Kind, data: st.DataObject) -> None:
    """Numbers bit for bit, bounds, faults and their places; whatever was read, and remembered, before."""
    texts, market = data.draw(_columns(kind)), data.draw(st.sampled_from(MARKETS))
    assert _at_once(read_column(texts, kind, market)) == _by_itself(texts, kind, market)


@law
@given(st.lists(st.text(max_size=12)), st.sampled_from(EVERY_KIND))
def test_any_texts_are_answered(texts: list[str], kind: Kind) -> None:
    """Of any characters: several lines, halves of characters, nothing at all."""
    assert _at_once(read_column(texts, kind)) == _by_itself(texts, kind, None)


@law
@given(
    st.lists(st.tuples(st.integers(1, 10**20 - 1), st.integers(0, 6)), min_size=1),
    st.sampled_from([(kind, unit) for kind in EVERY_KIND for unit in kind.units if unit.symbol[:1].isalpha()]),
)
def test_numbers_are_rounded_once(numbers: list[tuple[int, int]], entry: tuple[Kind, object]) -> None:
    """Up to twenty digits of every unit, wherever the decimal sign stands: the float nearest to the exact number."""
    kind, unit = entry
    texts = [
        f"{str(number)[:-places]}.{str(number)[-places:]} {unit}" if places else f"{number} {unit}"
        for number, places in numbers
    ]
    assert _at_once(read_column(texts, kind)) == _by_itself(texts, kind, None)


@pytest.mark.parametrize("lines", ["", "\n", "5\nmm", "5 mm\n5 mm", "\n\n5 mm"])
def test_a_text_of_several_lines_shifts_no_row(lines: str) -> None:
    """Texts are joined by line ends to be taken apart; one that has its own is still one text."""
    texts = ["5995 mm", lines, "236 in", lines, "78 cm"]
    column = read_column(texts, "length")
    assert _at_once(column) == _by_itself(texts, KINDS["length"], None)
    assert [column.low[index] for index in (0, 2, 4)] == [5995.0, 5994.4, 780.0]


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 1000])
def test_a_column_has_any_length(size: int) -> None:
    """Also as an iterator, and faults keep their index."""
    texts = [f"{number} mm" if number % 7 else "n/a" for number in range(1, size + 1)]
    column = read_column(iter(texts), "length")
    assert column.low == column.high == [float(number) if number % 7 else None for number in range(1, size + 1)]
    assert column.bounds == [Bound.EXACT if number % 7 else None for number in range(1, size + 1)]
    assert [index for index, _ in column.faults] == [index for index, text in enumerate(texts) if text == "n/a"]


def test_what_one_text_taught_is_not_taken_for_another() -> None:
    """The same mask with other digits after the number, from high to low, ambiguous, with a zero in front."""
    texts = ["7.8 L/100 km", "7.8 L/200 km", "7.8 L/100 km"]
    assert [index for index, _ in read_column(texts, "fuel consumption").faults] == [1]
    assert [index for index, _ in read_column(["20-30 kg", "30-20 kg", "20-20 kg"], "mass").faults] == [1]
    assert [index for index, _ in read_column(["0.995 m", "5.995 m", "0.125 m"], "length").faults] == [1]
    assert [index for index, _ in read_column(["15.5 m", "05.5 m", "10.0 m"], "length").faults] == [1]
    assert [
        index for index, _ in read_column(["30 mpg(US)", "00 mpg(US)", "25 mpg(US)"], "fuel consumption").faults
    ] == [1]
    lists = ["300/400 mpg(US)", "300/000 mpg(US)", "000/300 mpg(US)"]
    assert [index for index, _ in read_column(lists, "fuel consumption").faults] == [1, 2]
    assert [index for index, _ in read_column(["150/200 kW", "1/2 kW", "3/4 kW"], "power").faults] == [1, 2]


def test_a_market_has_its_own_memory() -> None:
    """300 hp of a US sheet do not settle 300 hp of another."""
    american, other = read_column(["300 hp"], "power", "US"), read_column(["300 hp"], "power")
    assert american.low == [223.70996147468107]
    assert other.low == [None]
    assert other.faults[0][1].choices == ("300 PS", "300 hp(M)")


def test_only_so_many_masks_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes from outside does not fill the memory; what is not remembered is read as well."""
    monkeypatch.setattr(module, "REMEMBERED", 5)
    known = module._Known(KINDS["length"], None)
    monkeypatch.setattr(module, "_known", lambda kind, market: known)
    texts = [f"{10**digits} {unit}" for digits in range(9) for unit in ("mm", "cm", "m")]
    texts += [f"{number}-{number + 1} mm" for number in (1, 10, 100, 1000)]
    assert _at_once(read_column(texts * 2, "length")) == _by_itself(texts * 2, KINDS["length"], None)
    assert len(known.singles) + len(known.others) == 5


def test_a_text_too_long_is_a_fault() -> None:
    """As everywhere."""
    column = read_column(["5" + " " * MAX_LENGTH + "mm", "5 mm"], "length")
    assert column.low == [None, 5.0]
    assert "longer than" in column.faults[0][1].reason


def test_the_kind_may_be_given_by_name_or_itself() -> None:
    """Both say the same, and an unknown name is a KeyError."""
    assert read_column(["5 kg"], "mass") == read_column(["5 kg"], KINDS["mass"])
    with pytest.raises(KeyError):
        read_column(["5 kg"], "weight")

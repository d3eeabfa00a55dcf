"""What engines are known to answer differently, one by one, on each of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from catalog.engine.batches import batches
from catalog.engine.folding import fold
from catalog.engine.table import OPEN, Table, Value
from catalog.errors import CatalogError
from catalog.model import FIELDS
from catalog.query import Schema
from tests.engine.engines import ENGINES, Ask, asked, opened, raw, small_table

SCHEMA = Schema(FIELDS, {"payload": {"deducted": "payload__deducted"}})
TEXTS = {
    "01": "ŠKODA", "02": "Škoda", "03": "İzmir", "04": "ΟΔΟΣ", "05": "οδοσ", "06": "a%b", "07": "a_b", "08": "a!b",
    "09": "axb", "10": "a\\b", "11": "it's", "12": 'a"b', "13": "e\u0301", "14": "é", "15": "e", "16": "F", "17": "f",
    "18": None, "19": "two\nlines\tand a tab", "20": "Ⅻ", "21": "\U00010400", "22": "I", "23": "i", "24": "ı",
    "25": r"\N", "26": "null", "27": "?", "28": "%s", "29": "{}", "30": "日本",
}  # fmt: skip
NUMBERS = {
    "41": (0.1, 0.1), "42": (0.3, 0.3), "43": (3.0, 3.0), "44": (7.0, 7.0), "45": (0.0, OPEN), "46": (500.0, OPEN),
    "47": (None, None), "48": (1e-200, 1e-200), "49": (1e-9, 1e-9), "50": (2**53 + 0.0, 2**53 + 2.0), "51": (0.0, 0.0),
}  # fmt: skip
_ROWS: list[Mapping[str, Value]] = [
    *({"id": name, "make": text} for name, text in TEXTS.items()),
    *(
        {"id": name, "payload_low": low, "payload_high": high, "kerb_mass_low": 4.0, "kerb_mass_high": 4.0,
         "payload__deducted_low": low, "payload__deducted_high": high, "seats_low": 3, "seats_high": 3}
        for name, (low, high) in NUMBERS.items()
    ),
]  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def ask(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgres_url: Callable[[], str]
) -> Iterator[Ask]:
    table = small_table(*_ROWS, schema=SCHEMA)
    with opened(request.param, table, tmp_path_factory.mktemp("engine"), postgres_url) as found:
        yield found


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("make = škoda", ["01", "02"]),
        ("make = 'IZMIR'", ["03"]),  # İ is folded to i, and the i of this pattern is not ı
        ("make like '_zmir'", ["03"]),
        ("make in ('οδοσ')", ["04", "05"]),
        ("make like '%Σ'", ["04", "05"]),
        ("make = i", ["22", "23"]),
        ("make = 'a%b'", ["06"]),
        ("make like 'a%b'", ["06", "07", "08", "09", "10", "12"]),
        ("make like 'a_b'", ["06", "07", "08", "09", "10", "12"]),
        ("make like 'a!%b'", ["08"]),  # the language knows no escape: a, !, anything, b
        ("make like 'a!b'", ["08"]),
        (r"make like 'a\b'", ["10"]),
        ("make = 'it''s'", ["11"]),
        ("make = 'é'", ["14"]),  # not the same characters as 13
        ("make like '_' and not make like '%e%'", ["14", "16", "17", "20", "21", "22", "23", "24", "27"]),
        ("make like 'two%tab'", ["19"]),  # % takes line ends too
        ("make = 'ⅻ'", ["20"]),
        ("make = '\U00010428'", ["21"]),  # a letter beyond the first 65,536
        ("make = '?' or make = '%s' or make = '{}'", ["27", "28", "29"]),
        (r"make = '\N' or make = 'null'", ["25", "26"]),
        ("make like '日_'", ["30"]),
        ("not make like '%' and make is known", []),
        ("make is missing and payload is missing", ["18", "47"]),
        ("not make = Ford and payload is known", []),  # unknown is neither, nor its opposite
        ("payload = 0.1 kg", ["41"]),
        ("payload * 3 = 0.3 kg", ["41"]),  # exactly 0.3, of which three times the float 0.1 is not
        ("payload + payload[deducted] >= 0.2 kg", ["41", "42", "43", "44", "46", "50"]),
        ("payload / kerb_mass > 74 % and payload / kerb_mass < 76 %", ["43"]),  # 3/4, not the whole number 0
        ("payload / kerb_mass = 175 %", ["44"]),
        ("seats / seats = 1", list(NUMBERS)),
        ("kerb_mass / payload > 1 and payload < 1 g", ["48", "49"]),  # of 51 it is not known: it would be over zero
        ("seats / 2 > 1", list(NUMBERS)),  # 1.5, not the whole number 1
        ("payload > 8007199254740991 kg", ["50"]),
        ("payload = 9007199254740992 kg", []),
        ("maybe(payload = 9007199254740992 kg)", ["45", "46", "50"]),
        ("payload >= 500 kg", ["46", "50"]),
        ("payload <= 99999999999999999999 kg", ["41", "42", "43", "44", "48", "49", "50", "51"]),
        ("maybe(payload > 99999999999999999999 kg)", ["45", "46"]),
        ("maybe(payload + payload[deducted] + kerb_mass > 99999999999999999999 kg)", ["45", "46"]),
        ("maybe(8 * payload > 99999999999999999999 kg)", ["45", "46"]),
        (
            "payload * 99999999999999999999 * 99999999999999999999 > payload[deducted]",
            ["41", "42", "43", "44", "48", "49", "50"],
        ),
        ("kerb_mass / payload < 1 %", ["46", "50"]),
        ("maybe(kerb_mass / payload < 1 %)", ["45", "46", "50"]),
        ("maybe(0 * payload >= 0 kg)", [name for name in NUMBERS if name != "47"]),
        ("payload - payload[deducted] = 0 kg", ["41", "42", "43", "44", "48", "49", "51"]),
    ],
)
def test_each_engine_answers_alike(ask: Ask, query: str, ids: list[str]) -> None:
    assert asked(ask, query, schema=SCHEMA) == ids


@pytest.mark.parametrize("sort", ["make", "-make"])
def test_texts_are_sorted_by_their_folded_characters(ask: Ask, sort: str) -> None:
    known = sorted(name for name, text in TEXTS.items() if text is not None)
    expected = sorted(known, key=lambda name: str(fold(TEXTS[name])), reverse=sort == "-make")
    unknown = sorted({row["id"] for row in _ROWS} - set(known), key=str)
    assert asked(ask, "", sort, SCHEMA) == expected + unknown


def test_numbers_are_sorted_by_both_ends_and_what_is_missing_comes_last(ask: Ask) -> None:
    up = ["51", "45", "48", "49", "41", "42", "43", "44", "46", "50"]
    missing = sorted({str(row["id"]) for row in _ROWS} - set(up))
    assert asked(ask, "", "payload", SCHEMA) == up + missing
    assert asked(ask, "", "-payload", SCHEMA) == up[::-1] + missing


def test_a_number_of_any_type_is_taken(ask: Ask) -> None:
    for whole in (3, 3.0):
        assert ask(raw("seats_low = ? and ? / seats_low > 2", whole, 7), "") == list(NUMBERS)


def test_every_letter_is_folded_alike(ask: Ask) -> None:
    letters = [chr(code) for code in range(0xA0, 0x2000) if chr(code).isalpha() and fold(chr(code)) != chr(code)]
    assert len(letters) > 800
    for start in range(0, len(letters), 100):
        part = letters[start : start + 100]
        pairs = " and ".join(["lower(?) = ?"] * len(part))
        parameters = tuple(text for letter in part for text in (letter, str(fold(letter))))
        assert len(ask(raw(pairs, *parameters), "")) == len(_ROWS), part


def test_an_empty_text_is_not_null(tmp_path: Path, ask: Ask, request: pytest.FixtureRequest) -> None:
    """The table never holds one, but no engine may make the one of the other."""
    name = request.node.callspec.params["ask"]
    table = small_table({"id": "1", "make": ""}, {"id": "2", "make": None}, {"id": "3", "make": "a"})
    with opened(name, table, tmp_path, request.getfixturevalue("postgres_url")) as found:
        assert asked(found, "make is missing") == ["2"]
        assert asked(found, "", "make") == ["1", "3", "2"]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, "a\0b"])
def test_what_engines_would_keep_differently_is_not_stored(value: float | str) -> None:
    row: dict[str, Value] = {"id": "x", "payload_low" if isinstance(value, float) else "make": value}
    with pytest.raises(CatalogError, match=r"vehicle x, column (payload_low|make): "):
        list(batches(small_table({"id": "a"}, row)))


def test_batches_hold_every_row_once() -> None:
    rows = small_table(*({"id": str(number)} for number in range(7))).rows
    table = Table(SCHEMA, small_table({"id": "0"}).columns, rows)
    assert [len(batch) for batch in batches(table, 3)] == [3, 3, 1]
    assert [row for batch in batches(table, 3) for row in batch] == list(rows)

"""How an unknown text file is written is recognised, and told."""

from __future__ import annotations

import pytest

from catalog.datasets.dialect import recognised
from catalog.datasets.errors import FileRefused

GERMAN = (
    "Marke;Modell;Länge (mm);Reichweite (km)\nVW;ID.3;4261;420,5\nCitroën;ë-C3;4015;326,0\nŠkoda;Enyaq;4649;534,0\n"
)
ENGLISH = "make,model,range (mi)\nFord,E-Transit,126\nMaxus,eDeliver 9,185\n"


@pytest.mark.parametrize(
    ("text", "encoding", "found", "delimiter"),
    [
        (ENGLISH, "utf-8", "utf-8", ","),
        (GERMAN, "utf-8", "utf-8", ";"),
        (GERMAN, "utf-8-sig", "utf-8", ";"),
        (GERMAN, "utf-16", "utf-16", ";"),
        (GERMAN.replace("Š", "S"), "cp1252", "cp1252", ";"),
        (ENGLISH.replace(",", "\t"), "utf-8", "utf-8", "\t"),
        (ENGLISH.replace(",", "|"), "utf-8", "utf-8", "|"),
        ("Марка;Модель;Запас хода (км)\nКАМАЗ;Чистогор;300\nГАЗ;Газель Е-НН;120\n", "cp1251", "cp1251", ";"),
        ("make;note\nA;one, two\nB;three, four\n", "utf-8", "utf-8", ";"),
    ],
)
def test_what_is_recognised(text: str, encoding: str, found: str, delimiter: str) -> None:
    data = text.encode(encoding)
    dialect = recognised("f.csv", data)
    assert (dialect.encoding, dialect.delimiter) == (found, delimiter)
    assert data.decode(dialect.encoding).lstrip("\ufeff") == text
    assert any("separated by" in told for told in dialect.told)


def test_what_is_told() -> None:
    assert recognised("f.csv", GERMAN.replace("Š", "S").encode("cp1252")).told == (
        "the text is not in UTF-8; it was recognised as cp1252 (--encoding NAME reads it as another)",
        "cells are separated by semicolons",
    )


def test_what_is_no_table() -> None:
    with pytest.raises(FileRefused, match="is empty"):
        recognised("f.csv", b" \n")
    with pytest.raises(FileRefused, match="is it a table"):
        recognised("f.csv", b"one column\na\nb\n")


def test_a_few_western_words_are_not_read_as_baltic() -> None:
    text = "Make;Model;Range (km)\nFord;E-Transit;317\nCitroën;ë-Berlingo;320\n"
    assert recognised("f.csv", text.encode("cp1252")).encoding == "cp1252"

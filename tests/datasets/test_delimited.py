"""CSV and TSV as tables of text: dialect, header, encodings."""

from __future__ import annotations

import pytest

from catalog.datasets.delimited import read_delimited
from catalog.datasets.errors import FileRefused
from catalog.datasets.limits import Limits
from tests.datasets.conftest import cells_of, rows_of


def test_all_cells_are_text() -> None:
    found = rows_of("id,flag,n\n007,yes,NaN\n1e5,no,\n")
    assert cells_of(found) == [["007", "yes", "NaN"], ["1e5", "no", ""]]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_no_part_of_the_first_name(mark: bytes) -> None:
    assert rows_of(mark + b"id,b\n1,2\n").header == ("id", "b")


def test_line_ends() -> None:
    for end in ("\n", "\r\n", "\r"):
        found = rows_of(end.join(["a,b", "1,2", "", "3,4"]))
        assert cells_of(found) == [["1", "2"], ["3", "4"]]
        assert list(found.lines) == [2, 4]


def test_other_delimiters_and_encodings() -> None:
    found = rows_of("Marke;Länge\nŠkoda;4,2\n".encode("cp1250"), delimiter=";", encoding="cp1250")
    assert (found.header, cells_of(found)) == (("Marke", "Länge"), [["Škoda", "4,2"]])
    found = rows_of("a\tb\n1\t2\n", delimiter="\t")
    assert cells_of(found) == [["1", "2"]]
    found = rows_of("a,b\n1,ü\n".encode("utf-16"), encoding="utf-16")
    assert cells_of(found) == [["1", "ü"]]


def test_a_nameless_column_has_a_name() -> None:
    assert rows_of("a,b,\n1,2,\n").header == ("a", "b", "column 3")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"a,A\n1,2\n", "columns 1 and 2 are both called 'A'"),
        ("a,b\n1,2\n".encode("utf-16"), "is in UTF-16"),
        (b"a,\xe9\n1,2\n", "its header is not UTF-8"),
        (b'"a,b\n1,2\n', "its header cannot be read"),
        (b"x" * 400 + b"\n1\n", "is the first line a header?"),
    ],
)
def test_files_that_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason.replace("?", r"\?")):
        rows_of(data)


def test_limits() -> None:
    with pytest.raises(FileRefused, match="at most 2"):
        read_delimited("f.csv", b"a,b,c\n1,2,3\n", Limits(columns=2))
    with pytest.raises(FileRefused, match="at most 3 cells"):
        read_delimited("f.csv", b"a,b\n1,2\n3,4\n", Limits(cells=3))


def test_no_rows() -> None:
    assert rows_of("a,b\n").count == 0
    assert rows_of("a,b").count == 0

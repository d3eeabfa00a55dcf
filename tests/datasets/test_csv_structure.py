"""The shape of CSV texts, and what is left of one without the lines at fault."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalog.datasets.csv_structure import clean, shape_of
from catalog.datasets.limits import DEFAULT, Limits
from tests.datasets.conftest import cells_of, rows_of

CELLS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=6)
TABLES = st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8))


def written(rows: list[list[str]], quoting: int = csv.QUOTE_MINIMAL, end: str = "\n") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerows(rows)
    return out.getvalue().encode()


@given(TABLES, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.sampled_from(["\n", "\r\n"]))
def test_what_the_csv_module_writes_is_regular_and_read_back(rows: list[list[str]], quoting: int, end: str) -> None:
    width = len(rows[0]) if rows else 2
    inner = [line for row in rows for cell in row for line in cell.split("\n")[1:-1]]
    assume(all(line.count(",") != width - 1 for line in inner))  # reads like a row that a quote has swallowed
    header = [f"c{place}" for place in range(width)]
    data = written([header, *rows], quoting, end)
    assert shape_of(data, b",", width).regular
    found = rows_of(data)
    # a row of empty cells without quotes is a line of commas, which is a row
    assert cells_of(found) == rows
    assert found.rejected == ()
    lines = data.decode().split("\n")
    for row, line in zip(rows, found.lines, strict=True):
        rest = "\n".join(lines[line - 1 :])
        assert next(csv.reader(io.StringIO(rest, newline=""))) == row


@given(TABLES, st.data())
def test_damage_costs_lines_and_never_shifts_a_cell(rows: list[list[str]], data: st.DataObject) -> None:
    """Whatever is done to a file, each row that is loaded is what its own line says to a strict reader."""
    width = len(rows[0]) if rows else 2
    raw = written([[f"c{place}" for place in range(width)], *rows])
    start = raw.index(b"\n") + 1
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(start, len(raw)))
        what = data.draw(st.sampled_from([b'"', b",", b"\n", b"\xe9", b"\0", b"\r", b""]))
        raw = raw[:at] + what + raw[at + (not what) :]
    found = rows_of(raw)
    lines = raw.split(b"\n") if b"\n" in raw else raw.split(b"\r")
    for cells, line in zip(cells_of(found), found.lines, strict=True):
        rest = b"\n".join(lines[line - 1 :]).decode("utf-8", "surrogateescape")
        assert next(csv.reader(io.StringIO(rest, newline=""), strict=True)) == cells
    told = [reject.line for reject in found.rejected]
    assert not set(told) & set(found.lines)
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    "data",
    [
        b'a,b\n1,"x\n',  # never closed
        b'a,b\n1,"x"y\n',  # closed in the middle of a cell
        b'a,b\n1,x"y"\n',  # opened in the middle
        b"a,b\n1,\0\n",
        b"a,b\n1,x\ry\n",
    ],
)
def test_irregular_shapes(data: bytes) -> None:
    assert not shape_of(data, b",", 2).regular


def test_regular_shapes() -> None:
    assert shape_of(b'a,b\r\n1,"x\ny"\r\n', b",", 2).multiline
    assert shape_of(b'"a","b"\n"","""x"""', b",", 2).regular
    assert shape_of(b"a;b\n1;2\n", b";", 2).regular


def test_each_fault_is_told_with_its_line() -> None:
    data = b'a,b\n1,2\n3\n4,5,6\n7,"8\n9,10\n11,"12"\n13,"14"x\n15,\xe9\n16,\0\n17,18\n'
    found = rows_of(data)
    assert cells_of(found) == [["1", "2"], ["9", "10"], ["11", "12"], ["17", "18"]]
    assert list(found.lines) == [2, 6, 7, 11]
    assert [(reject.line, reject.reason.partition(";")[0]) for reject in found.rejected] == [
        (3, "1 cell where the header has 2"),
        (4, "3 cells where the header has 2"),
        (5, "a quote is closed in the middle of a cell"),
        (8, "a quote is closed in the middle of a cell"),
        (9, "is not UTF-8: byte 0xe9"),
        (10, "holds a null byte"),
    ]
    assert found.rejected[4].column == "cell 2"


def test_a_quote_that_closes_in_another_row_takes_no_row_with_it() -> None:
    """The inch mark two rows further closes it, in the same column: as many cells as there should be."""
    data = 'id,name,n\n1,"18 inch,5\n2,x,6\n3,18",7\n4,y,8\n'
    found = rows_of(data)
    assert [row[0] for row in cells_of(found)] == ["2", "3", "4"]
    (reject,) = found.rejected
    assert (reject.line, reject.reason) == (2, "a quote opens that is closed only in another row")


def test_a_cell_with_line_breaks_is_one_cell() -> None:
    found = rows_of('id,note\n1,"first,\nsecond"\n2,x\n3\n')
    assert cells_of(found) == [["1", "first,\nsecond"], ["2", "x"]]
    assert list(found.lines) == [2, 4]
    assert [reject.line for reject in found.rejected] == [5]


def test_a_quote_that_is_never_closed_is_not_looked_for_for_ever() -> None:
    limits = Limits(record_lines=3)
    cleaned = clean(b'a,b\n1,"x\n' + b"2,y\n" * 10, ",", 2, limits)
    assert len(cleaned.lines) == 10
    assert cleaned.rejected[0].reason == "a quote is not closed within 3 lines"


def test_long_cells_are_rejects() -> None:
    found = rows_of("a,b\n1," + "x" * (DEFAULT.cell + 1) + "\n2,y\n")
    assert cells_of(found) == [["2", "y"]]
    assert found.rejected[0].reason == "a cell of more than 131,072 characters"

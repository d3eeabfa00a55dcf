"""JSON lines, JSON, XLSX and Parquet as tables of text, within limits."""

from __future__ import annotations

import io
import json
import zipfile

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from catalog.datasets.errors import FileRefused
from catalog.datasets.json_rows import read_json, read_json_lines
from catalog.datasets.limits import DEFAULT, Limits
from catalog.datasets.parquet_rows import read_parquet_rows
from catalog.datasets.workbook import read_workbook
from tests.datasets.conftest import cells_of

_CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_RELATION = '<Relationship Id="rId{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{1}" Target="{2}"/>'


def workbook(*sheets: list[list[object]]) -> bytes:
    """The bytes of an XLSX file with these sheets, written by hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format(_RELATION.format(1, "officeDocument", "xl/workbook.xml")))
        relations, listed = "", ""
        for number, rows in enumerate(sheets, 1):
            relations += _RELATION.format(number, "worksheet", f"worksheets/sheet{number}.xml")
            listed += f'<sheet name="S{number}" sheetId="{number}" r:id="rId{number}"/>'
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(rows))
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS.format(relations))
        archive.writestr(
            "xl/workbook.xml",
            '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f"<sheets>{listed}</sheets></workbook>",
        )
    return out.getvalue()


def _sheet(rows: list[list[object]]) -> str:
    lines = ""
    for number, row in enumerate(rows, 1):
        cells = ""
        for column, value in zip("ABCDEFGH", row, strict=False):
            if isinstance(value, str):
                cells += f'<c r="{column}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
            elif value is not None:
                cells += f'<c r="{column}{number}"><v>{value}</v></c>'
        lines += f'<row r="{number}">{cells}</row>'
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{lines}</sheetData></worksheet>"
    )


def test_json_lines() -> None:
    data = b'\xef\xbb\xbf{"make": "A", "range": 100.0, "dim": {"l": 1}}\n\n[1]\n{"make": "B"}\n{"make": \n{"x": NaN}\n'
    rows = read_json_lines("f.jsonl", data, DEFAULT)
    assert rows.header == ("make", "range", "dim.l")
    assert cells_of(rows) == [["A", "100.0", "1"], ["B", None, None]]
    assert list(rows.lines) == [1, 4]
    assert [(reject.line, reject.reason.partition(":")[0]) for reject in rows.rejected] == [
        (3, "is not a record ({...})"),
        (5, "no JSON"),
        (6, "NaN is no number that JSON has"),
    ]


def test_json_lists() -> None:
    rows = read_json("f.json", json.dumps([{"a": 1}, {"a": None, "b": True}, 5]).encode(), DEFAULT)
    assert cells_of(rows) == [["1", None], [None, "true"]]
    assert [reject.line for reject in rows.rejected] == [3]
    for data in (b"{}", b"[", b'{"a": 1}\n{"a": 2}'):
        with pytest.raises(FileRefused):
            read_json("f.json", data, DEFAULT)
    with pytest.raises(FileRefused, match="more than 131,072"):
        read_json("f.json", json.dumps([{"a": "x" * 131_073}]).encode(), DEFAULT)


def test_workbooks() -> None:
    data = workbook(
        [[None], ["Make", "Range (km)", None], ["A", 410, "x"], [None, None], ["B", 2.5, None]], [["other"], ["sheet"]]
    )
    rows = read_workbook("f.xlsx", data, DEFAULT)
    assert rows.header == ("Make", "Range (km)", "column 3")
    assert cells_of(rows) == [["A", "410", "x"], ["B", "2.5", None]]
    assert list(rows.lines) == [3, 5]
    assert rows.told == ("sheet 'S1', of 2",)
    assert cells_of(read_workbook("f.xlsx", data, DEFAULT, "S2")) == [["sheet"]]


def test_workbooks_that_are_refused() -> None:
    data = workbook([["Make"], ["A"]])
    with pytest.raises(FileRefused, match=r"has no sheet 'X'; it has S1"):
        read_workbook("f.xlsx", data, DEFAULT, "X")
    with pytest.raises(FileRefused, match="is no XLSX workbook"):
        read_workbook("f.xlsx", b"text", DEFAULT)
    with pytest.raises(FileRefused, match="unpacks to"):
        read_workbook("f.xlsx", data, Limits(unpacked=100))
    with pytest.raises(FileRefused, match="at most 1 cells"):
        read_workbook("f.xlsx", data, Limits(cells=1))
    with pytest.raises(FileRefused, match="is empty"):
        read_workbook("f.xlsx", workbook([[]]), DEFAULT)
    damaged = data.replace(b"PK\x01\x02", b"PK\x01\x03", 1)
    with pytest.raises(FileRefused):
        read_workbook("f.xlsx", damaged, DEFAULT)


def parquet(table: pa.Table, **options: object) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, **options)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def test_parquet_files() -> None:
    table = pa.table(
        {"make": ["A", "B"], "range": [410.5, None], "seats": [5, 7], "new": [True, False],
         "kind": pa.array(["x", "y"]).dictionary_encode()}
    )  # fmt: skip
    rows = read_parquet_rows("f.parquet", parquet(table), DEFAULT)
    assert rows.header == ("make", "range", "seats", "new", "kind")
    assert cells_of(rows) == [["A", "410.5", "5", "true", "x"], ["B", None, "7", "false", "y"]]
    assert list(rows.lines) == [1, 2]


def test_parquet_files_that_are_refused() -> None:
    with pytest.raises(FileRefused, match="holds lists or records"):
        read_parquet_rows("f.parquet", parquet(pa.table({"a": [[1]]})), DEFAULT)
    with pytest.raises(FileRefused, match="is no Parquet file"):
        read_parquet_rows("f.parquet", b"PAR1 not", DEFAULT)
    # what repeats is stored once: the file is small, and its footer says so too
    bomb = parquet(pa.table({"a": pa.repeat("x" * 100_000, 2_000)}))
    assert len(bomb) < 200_000
    with pytest.raises(FileRefused, match="unpacks to more than"):
        read_parquet_rows("f.parquet", bomb, Limits(unpacked=1_000_000))
    with pytest.raises(FileRefused, match="at most 10 cells"):
        read_parquet_rows("f.parquet", parquet(pa.table({"a": range(20)})), Limits(cells=10))
    with pytest.raises(FileRefused, match="more than 10 characters"):
        read_parquet_rows("f.parquet", parquet(pa.table({"a": ["x" * 11]})), Limits(cell=10))


def test_a_flipped_bit_in_a_parquet_file_with_checksums_is_told() -> None:
    data = bytearray(parquet(pa.table({"a": [str(number) for number in range(5000)]}), write_page_checksum=True))
    data[len(data) // 3] ^= 1
    with pytest.raises(FileRefused, match="is no Parquet file that can be read"):
        read_parquet_rows("f.parquet", bytes(data), DEFAULT)

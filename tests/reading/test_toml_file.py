"""The limits of a spec file: each is a fault that says so, none an exception, none a wait."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from catalog.errors import Fault
from catalog.reading import load
from catalog.reading.toml_file import MAX_BYTES, MAX_DEPTH, MAX_LINE, MAX_PARTS, TomlFault, read_toml
from tests.reading.conftest import HEAD, Folder


def fault_of(text: str | bytes, folder: Path) -> Fault:
    """The one fault of a file that is refused."""
    path = folder / "x.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(TomlFault) as refused:
        read_toml(path, "x.toml")
    assert refused.value.fault.code == "toml"
    return refused.value.fault


def read_text(text: str, folder: Path) -> dict[str, object]:
    path = folder / "x.toml"
    path.write_text(text, encoding="utf-8")
    return read_toml(path, "x.toml")[0]


def test_a_file_too_large(tmp_path: Path) -> None:
    text = "# 345678\n" * (MAX_BYTES // 9 + 1)
    assert str(fault_of(text, tmp_path)) == "x.toml: 1,000,008 bytes; a spec file has at most 1,000,000"
    assert read_text(text[:MAX_BYTES], tmp_path) == {}


def test_a_line_too_long(tmp_path: Path) -> None:
    line = 'a = "' + "x" * (MAX_LINE - 6) + '"'
    assert read_text(f"\n{line}\n", tmp_path) != {}
    assert str(fault_of(f"\n{line} \n", tmp_path)) == "x.toml:2: a line of 20,001 characters; at most 20,000"


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "[",
        "[[",
        "x = { ",
        'x = [{ "a" . ',
        '"quoted" . ',
        "'literal'.",
        "note = '''\n'''\n",
        'n = """a\\"""b""""" \n',
    ],
)
def test_a_dotted_key_bomb(opening: str, tmp_path: Path) -> None:
    bomb = ".".join("a" * 9000)
    fault = fault_of(f"# first line\n{opening}{bomb} = 1\n", tmp_path)
    assert str(fault) == f"x.toml:{2 + opening.count(chr(10))}: a key of more than {MAX_PARTS} parts"


@pytest.mark.parametrize("quoted", ['"a"', "'a'", '"a.b"'])
def test_a_dotted_key_bomb_of_quoted_parts(quoted: str, tmp_path: Path) -> None:
    fault = fault_of(f"{' . '.join([quoted] * (MAX_PARTS + 1))} = 1", tmp_path)
    assert fault.message == f"a key of more than {MAX_PARTS} parts"


def test_a_dotted_key_of_as_many_parts_as_may_be(tmp_path: Path) -> None:
    assert read_text(f"{'.'.join('a' * MAX_PARTS)} = 1", tmp_path) != {}


@pytest.mark.parametrize(
    "text",
    [
        'note = "' + "1." * 500 + '"',
        "note = '" + "a.b " * 100 + "'",
        'note = """\n' + "a." * 100 + ' = 1\n"""',
        "note = '''\n" + ". " * 100 + " \n'''",
        "# " + "a." * 200 + " = 1\nnote = 1",
        'note = """\\\n' + "one. two. " * 30 + '\\\n"""',
        "note = [" + "1.5, " * 100 + "]",
    ],
    ids=["text", "literal", "lines", "literal lines", "comment", "continued", "numbers"],
)
def test_dots_in_texts_are_no_keys(text: str, tmp_path: Path) -> None:
    assert list(read_text(text, tmp_path)) == ["note"]


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 90, 200, 400, 5000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [("[", "]"), ("[\n", "]"), ("{a=", "}"), ("[{a=", "}]")],
    ids=["list", "lines", "table", "both"],
)
def test_deep_nesting(depth: int, opening: str, closing: str, tmp_path: Path) -> None:
    text = "a = 1\nx = " + opening * depth + "1" + closing * depth
    fault = fault_of(text, tmp_path)
    if len(opening) * depth > MAX_LINE - 10_000 and "\n" not in opening:
        assert fault.message.endswith(f"characters; at most {MAX_LINE:,}")
        assert fault.line == 2
    else:
        assert fault.message == f"nested more than {MAX_DEPTH} deep"
        assert fault.line == (2 + MAX_DEPTH if "\n" in opening else 2)


def test_nesting_as_deep_as_may_be(tmp_path: Path) -> None:
    assert read_text("x = " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, tmp_path) != {}


def test_nesting_by_headers_counts_as_well(tmp_path: Path) -> None:
    header = f"[{'.'.join('a' * MAX_PARTS)}]\n"
    assert str(fault_of(f"{header}{'.'.join('b' * MAX_PARTS)} = {{ c = 1 }}", tmp_path)) == (
        f"x.toml:2: nested more than {MAX_DEPTH} deep"
    )


def test_a_number_that_python_refuses(tmp_path: Path) -> None:
    fault = fault_of("a = 1\nb = " + "9" * 5000, tmp_path)
    assert str(fault) == "x.toml:2: a number of more than 1,000 digits"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "a = 1\nl = 5995 mm # long\n",
            2,
            'Expected newline or end of document after a statement (a value stands in quotes: "5995 mm")',
        ),
        (
            "l = 5995 mm\r\n",
            1,
            'Expected newline or end of document after a statement (a value stands in quotes: "5995 mm")',
        ),
        ("a = tru\n", 1, 'Invalid value (a value stands in quotes: "tru")'),
        ("a = 2024-02-30\n", 1, 'Invalid date or datetime (a value stands in quotes: "2024-02-30")'),
        ('a = "x\n', 1, "Illegal character '\\n' (close the quotes: \"x\")"),
        ('a = { b = "x }\n', 1, "Illegal character '\\n' (close the quotes)"),
        ("a = “x”\n", 1, 'Invalid value (quotes are straight: ")'),
        ('a = "C:\\Users"\n', 1, "Invalid hex value (a backslash is written \\\\, or the text in single quotes)"),
        (
            'a = "C:\\work"\n',
            1,
            "Unescaped '\\' in a string (a backslash is written \\\\, or the text in single quotes)",
        ),
        (
            "a = 1\na = 2\n",
            2,
            "Cannot overwrite a value (the key is there twice; several values of a field go in a list: [..., ...])",
        ),
        ("[a]\n\n[a]\n", 3, "Cannot declare ('a',) twice (the table is there twice; put its keys together)"),
        (
            'a = [\n "x"\n "y"\n]\n',
            3,
            "Unclosed array (a comma or a quote is missing before it, or the closing bracket)",
        ),
        (
            "a = [1,\n2\n\n",
            3,
            "Unclosed array at the end of the file (a comma or a quote is missing before it, or the closing bracket)",
        ),
        ("a = [1,", 1, "Invalid value at the end of the file"),
        ('a = """x\n\n', 2, "Unterminated string at the end of the file"),
        ("a: 1\n", 1, "Expected '=' after a key in a key/value pair (write key = \"value\")"),
        ("\n\na = \n", 3, "Invalid value"),
        ("a = 'b' c\n", 1, "Expected newline or end of document after a statement"),
        ("a = 1\n\x00b = 2\n", 2, "Invalid statement"),
    ],
)
def test_what_is_not_toml(text: str, line: int, message: str, tmp_path: Path) -> None:
    assert str(fault_of(text, tmp_path)) == f"x.toml:{line}: not TOML: {message}"


@pytest.mark.parametrize(("raw", "line"), [(b"a = 1\nb = '\xff'\n", 2), (b"\xff\xfea\x00", 1), (b"\n\n\n\x80", 4)])
def test_what_is_not_utf_8(raw: bytes, line: int, tmp_path: Path) -> None:
    assert str(fault_of(raw, tmp_path)) == f"x.toml:{line}: not UTF-8 (save the file as UTF-8)"


def test_what_is_no_file(folder: Folder) -> None:
    root = folder({"vehicles/acme/van.toml": HEAD})
    (root / "vehicles/acme/folder.toml").mkdir()
    (root / "vehicles/acme/gone.toml").symlink_to(root / "nowhere")
    (root / "vehicles/acme/loop.toml").symlink_to(root / "vehicles/acme/loop.toml")
    os.mkfifo(root / "vehicles/acme/pipe.toml")
    loaded = load([root])
    assert list(loaded.vehicles) == ["acme-van"]
    assert [str(fault) for fault in loaded.faults] == [
        "specs/vehicles/acme/folder.toml: not a file",
        "specs/vehicles/acme/gone.toml: cannot be read: No such file or directory",
        "specs/vehicles/acme/loop.toml: cannot be read: Too many levels of symbolic links",
        "specs/vehicles/acme/pipe.toml: not a file",
    ]

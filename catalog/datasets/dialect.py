"""How an unknown text file is written: its encoding (charset-normalizer) and its delimiter (DuckDB's sniffer).

What was found is told to the user and stands in the proposed map, so that the next import does not look again.
"""

from __future__ import annotations

import os
import tempfile

from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.plain import dataclass

#: What a few words of a western language are often taken for, whose letters are others in it.
_BALTIC = ("cp1257", "iso8859_13")
_SAMPLE = 1 << 20
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """``told`` says in words what was recognised."""

    encoding: str
    delimiter: str
    told: tuple[str, ...]


def recognised(file: str, data: bytes, encoding: str | None = None) -> Dialect:
    """How a text file is written; ``encoding`` is what its user says of that. Raises FileRefused where that cannot be
    told, or is not so."""
    if not data.strip():
        raise FileRefused(file, "is empty")
    encoding, told = encoding_of(file, data) if encoding is None else _stated(file, data, encoding)
    text = data.decode(encoding)
    delimiter = _delimiter(file, text)
    return Dialect(encoding, delimiter, (told, f"cells are separated by {_DELIMITERS[delimiter]}"))


def _stated(file: str, data: bytes, encoding: str) -> tuple[str, str]:
    try:
        data.decode(encoding)
    except LookupError:
        raise FileRefused(
            file, f"there is no encoding {encoding!r}; write utf-8, latin-1, cp1252, utf-16 ..."
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileRefused(file, f"is not in {encoding}: line {line}, {error.reason}") from None
    return encoding, f"the text is read as {encoding}, as was said"


def encoding_of(file: str, data: bytes) -> tuple[str, str]:
    """The name of the encoding, and a sentence on it."""
    for mark, encoding, name in (
        (b"\xef\xbb\xbf", "utf-8", "UTF-8 with a byte order mark"),
        (b"\xff\xfe", "utf-16", "UTF-16"),
        (b"\xfe\xff", "utf-16", "UTF-16"),
    ):
        if data.startswith(mark):
            return encoding, f"the text is in {name}"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(file, data)
    return "utf-8", "the text is in UTF-8"


def _guessed(file: str, data: bytes) -> tuple[str, str]:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise LibraryMissing("charset-normalizer") from None
    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        raise FileRefused(file, "is in no encoding that is known; save it as UTF-8")
    western = any("cp1252" in match.could_be_from_charset and match.chaos <= best.chaos for match in matches)
    encoding = "cp1252" if western and best.encoding in _BALTIC else _usual(data, best.encoding)
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileRefused(file, f"looks like {encoding}, but line {line} is not; save it as UTF-8") from None
    return encoding, f"the text is not in UTF-8; it was recognised as {encoding} (--encoding NAME reads it as another)"


def _usual(data: bytes, found: str) -> str:
    """Windows-1252 where it reads the same text: it is what such files are mostly in."""
    try:
        return "cp1252" if data.decode("cp1252") == data.decode(found) else found
    except UnicodeDecodeError:
        return found


def _delimiter(file: str, text: str) -> str:
    try:
        import duckdb
    except ImportError:
        raise LibraryMissing("duckdb") from None
    sample = text[:_SAMPLE]
    if len(sample) < len(text):
        sample = sample[: sample.rfind("\n") + 1] or sample
    descriptor, path = tempfile.mkstemp(suffix=".csv")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(sample)
        connection = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
        try:
            found = connection.execute(
                "select Delimiter from sniff_csv(?, sample_size = 2000, ignore_errors = true)", [path]
            ).fetchone()
        except duckdb.Error:
            found = None
        finally:
            connection.close()
    finally:
        os.unlink(path)
    delimiter = found[0] if found else None
    if delimiter not in _DELIMITERS or delimiter not in sample.partition("\n")[0]:
        header = sample.lstrip("\r\n").partition("\n")[0]
        by_count = max(_DELIMITERS, key=header.count)
        if not header.count(by_count):
            raise FileRefused(file, "its first line has no comma, semicolon, tab or bar: is it a table?")
        return by_count
    return str(delimiter)

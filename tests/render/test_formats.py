"""The one list of formats."""

from __future__ import annotations

import pytest

from catalog.errors import SettingsError
from catalog.render import FORMATS, NAMES, TABLE_STYLES, Sheet, no_format, render


def test_the_names_are_those_of_the_formats_and_the_styles() -> None:
    assert set(NAMES) == {*FORMATS, *TABLE_STYLES}
    assert len(NAMES) == len(set(NAMES))
    assert NAMES[0] == "table"


@pytest.mark.parametrize("name", NAMES)
def test_every_format_ends_in_a_line_feed(small: Sheet, name: str) -> None:
    assert render(small, name).endswith("\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("tabel", "did you mean table?"),
        ("jsno", "did you mean json?"),
        ("zzz", "one of table, csv, tsv, json, jsonl, md, html"),
    ],
)
def test_an_unknown_format_suggests_the_nearest(small: Sheet, name: str, hint: str) -> None:
    with pytest.raises(SettingsError, match=f"no format '{name}'; {hint}".replace("?", "\\?")):
        render(small, name)
    assert hint in no_format(name)

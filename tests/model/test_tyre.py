"""Tyre sizes: their shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import ReadingError
from catalog.model.tyre import read_tyre


@pytest.mark.parametrize(
    "size",
    ["205/55 R16 91V", "225/75 R16C 121/120R", "7.00R16", "7.00-16", "7.00R16 x 6", "7.50 R16", "215/75R17.5", "215/75 R17.5",
     "295/80 R22.5 152/148M", "P215/60R17", "LT245/75R16", "255/45 ZR20", "11R22.5", "185 R14C", "6.50R16 ×6",
     "255/45 R20 / 235/50 R20"],
)  # fmt: skip
def test_a_size_is_read_as_printed(size: str) -> None:
    assert read_tyre(size) == size
    assert read_tyre(f"  {size.replace(' ', '   ')} ") == size


@pytest.mark.parametrize(
    "text",
    ["", "round", "205", "205/55", "R16", "205/55 16", "205/55 R", "2055/55 R16", "205/5 R16", "205/55 R1", "205/55 R16 91VV",
     "205/55 R16, 215/55 R16", "7.00R16 x", "205/55 R16 / ", "x 6", "205-55-R16 mm", "205/55 R16" * 20],
)  # fmt: skip
def test_what_is_no_size_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ReadingError, match="not a tyre size") as error:
        read_tyre(text)
    assert [read_tyre(choice) for choice in error.value.choices] == list(error.value.choices)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_tyre(text)
    except ReadingError:
        return  # refused, and by no other exception
    assert read_tyre(read) == read

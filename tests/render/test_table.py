"""Tables for the terminal: folded to any width, numbers whole, columns in line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.plain import replace
from catalog.render import TABLE_STYLES, Line, Sheet, render
from catalog.render.text import NBSP, text_width, tidy
from catalog.units import KINDS

WIDTHS = range(20, 201)
VIEWS = (
    "compare", "compact", "baseline", "us", "list", "sources", "source", "units",
    "show acme-e-van-75", "show tianma-d9-7-5-t", "show evil-sons-script", "show quiet-secret", "show citroen-e-hauler-50",
)  # fmt: skip
_UNITS = sorted({unit.symbol for kind in KINDS.values() for unit in kind.units if unit.symbol}, key=len, reverse=True)
_FIGURE = re.compile(
    r"(?:[≤≥<>~] )?\d+(?: \d{3}(?!\d))*(?:[.,]\d+)?(?:[–/]\d+(?: \d{3}(?!\d))*(?:\.\d+)?)*"
    rf"(?: (?:{'|'.join(map(re.escape, _UNITS))}|years?|months?)(?!\w))?"
)


def figures(text: str) -> Counter[str]:
    """Every number with its unit, sign and both ends, as it stands in one line."""
    return Counter(_FIGURE.findall(text))


def at(line: str, start: int, end: int) -> str:
    """What stands in these columns of the terminal."""
    place, found = 0, ""
    for character in line:
        if start <= place < end:
            found += character
        place += text_width(character)
    return found


def needed(sheet: Sheet) -> int:
    """The width that one value column beside the label needs for its longest word."""

    def widest(index: int) -> int:
        texts = [sheet.headers[index], *(line.cells[index] for line in sheet.lines if not line.section)]
        indents = [0, *(2 * line.level for line in sheet.lines if not line.section)] if index == 0 else [0] * len(texts)
        return max(
            indent + min(text_width(word), 46)
            for text, indent in zip(texts, indents, strict=True)
            for word in re.split("[ \n]", tidy(text).lstrip(NBSP))
        )

    first = widest(0)
    values = max(widest(index) for index in range(1, len(sheet.headers)))
    return first + 2 + values + 4  # a remark under a value is indented by four


@pytest.fixture(scope="module")
def rendered(views: dict[str, Sheet]) -> Callable[[str], dict[int, str]]:
    """A view at every width, rendered once for all tests."""

    @cache
    def at_all(name: str) -> dict[int, str]:
        return {width: render(views[name], width=width) for width in WIDTHS}

    return at_all


@pytest.mark.parametrize("name", VIEWS)
def test_no_number_is_cut_at_any_width(
    views: dict[str, Sheet], rendered: Callable[[str], dict[int, str]], name: str
) -> None:
    whole = figures(render(views[name], width=10_000))
    assert len(whole) > 3
    for width, text in rendered(name).items():
        if views[name].folds:
            assert not whole - figures(text), f"at {width} columns"
        else:  # columns may be left out, but those that are shown are whole
            table = text.rpartition("\n\n")[0]
            assert not set(figures(table)) - set(whole), f"at {width} columns"


@pytest.mark.parametrize("name", VIEWS)
def test_lines_stay_within_the_width_where_the_words_allow(
    views: dict[str, Sheet], rendered: Callable[[str], dict[int, str]], name: str
) -> None:
    least = needed(views[name])
    assert least < 120
    for width, text in rendered(name).items():
        over = [line for line in text.splitlines() if text_width(line) > width]
        # what is left is an address in a note or title: one word
        assert width < least or all(" " not in line.strip() for line in over), f"at {width} columns: {over}"


@pytest.mark.parametrize("name", VIEWS)
def test_no_line_ends_in_spaces_and_no_two_empty_lines_follow(
    rendered: Callable[[str], dict[int, str]], name: str
) -> None:
    for text in rendered(name).values():
        assert all(line == line.rstrip() for line in text.split("\n"))
        assert "\n\n\n" not in text
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_columns_stand_in_line_also_beside_wide_characters(views: dict[str, Sheet], width: int) -> None:
    """天马 D9 takes seven columns of the terminal, not five characters."""
    sheet = views["compare"]
    bare = replace(sheet, notes=(), lines=tuple(line for line in sheet.lines if not line.section))
    text = render(bare, width=width)
    assert "天马 D9" in text
    for block in text.strip("\n").split("\n\n"):
        lines = block.split("\n")
        (rule,) = (line for line in lines if re.fullmatch("[- ]+", line) and line.startswith("-"))
        for start, end in [match.span() for match in re.finditer(" +", rule)]:
            assert all(not at(line, start, end).strip() for line in lines)
        assert all(text_width(line) <= len(rule) for line in lines)


def test_a_wide_table_folds_with_the_label_column_repeated() -> None:
    headers = ("", *(f"Vehicle {number}" for number in range(1, 6)))
    lines = (
        Line(("Masses", *[""] * 5), section=True),
        Line(("Payload", *(f"{number}000{NBSP}kg" for number in range(1, 6)))),
    )
    text = render(Sheet(headers, lines, align=("left", *["right"] * 5)), width=60)
    assert [re.findall(r"Vehicle \d", block) for block in text.split("\n\n")] == [
        ["Vehicle 1", "Vehicle 2", "Vehicle 3"],
        ["Vehicle 4", "Vehicle 5"],
    ]
    assert all("MASSES" in block and "Payload" in block for block in text.split("\n\n"))


def test_a_list_leaves_columns_out_and_says_which() -> None:
    lines = (Line(("truck-1", f"1000{NBSP}kg", f"300{NBSP}km", f"7.5{NBSP}t")),)
    sheet = Sheet(("Id", "Payload", "Range", "Gross mass"), lines, folds=False)
    assert render(sheet, width=20) == (
        "Id       Payload\n-------  -------\ntruck-1  1000 kg\n\nnot shown at this\n  width: Range,\n  Gross mass\n"
    )
    assert "not shown" not in render(sheet, width=80)


def test_a_baseline_is_repeated_where_there_is_room_for_it() -> None:
    headers = ("", "Baseline", *(f"Vehicle {number}" for number in range(1, 5)))
    lines = (Line(("Payload", *(f"{number}000{NBSP}kg" for number in range(5)))),)
    sheet = Sheet(headers, lines, fixed=2)
    assert [block.count("Baseline") for block in render(sheet, width=40).split("\n\n")] == [1, 1]
    assert render(sheet, width=24).count("Baseline") == 1


def test_a_heading_may_be_wider_than_the_first_column() -> None:
    sheet = Sheet(("", "A column"), (Line(("Range and consumption", ""), section=True), Line(("WLTP", "1 km"))))
    assert render(sheet, width=40) == "      A column\n----  --------\nRANGE AND\nCONSUMPTION\nWLTP  1 km\n"


def test_a_block_leaves_out_lines_that_say_nothing_in_it() -> None:
    headers = ("", "Vehicle A", "Vehicle B")
    lines = (Line(("Only A", f"{'a' * 12}", "")), Line(("Only B", "", f"{'b' * 12}")))
    first, second = render(Sheet(headers, lines), width=30).split("\n\n")
    assert "Only A" in first
    assert "Only B" not in first
    assert "Only B" in second
    assert "Only A" not in second


@pytest.mark.parametrize(("style", "rule"), [("table", "--  -------\n"), ("simple", "--  -------\n"), ("plain", "")])
def test_a_header_takes_no_more_columns_than_it_has_letters(style: str, rule: str) -> None:
    """tabulate adds two to every header, which makes a table wider than it was asked to be."""
    sheet = Sheet(("Id", "Payload"), (Line(("a", "1")),), align=("left", "right"))
    assert render(sheet, style) == f"Id  Payload\n{rule}a         1\n"


@pytest.mark.parametrize("style", TABLE_STYLES)
@pytest.mark.parametrize("width", [30, 60, 100])
def test_every_style_keeps_to_the_width_and_to_its_numbers(views: dict[str, Sheet], style: str, width: int) -> None:
    sheet = views["compare"]
    text = render(sheet, style, width)
    whole = figures(render(sheet, width=10_000))
    assert not whole - figures(re.sub(r"[|│┃║+]", "  ", text))
    table = text.partition("▲ best")[0]
    if width >= needed(sheet) + 10:
        assert all(text_width(line) <= width for line in table.splitlines())


@pytest.mark.parametrize("style", TABLE_STYLES)
def test_no_style_lets_a_control_character_through(small: Sheet, style: str) -> None:
    text = render(small, style, 60)
    assert "\x1b" not in text
    assert "\\u001b[31m" in text.replace("\n", " ")


def test_an_empty_sheet_says_so() -> None:
    assert render(Sheet(("A",), (), empty="no vehicle matches")) == "(no vehicle matches)\n"
    assert render(Sheet(("A",), (), title="T", notes=("n",), empty="")) == "T\n\nn\n"


def test_a_sheet_without_headers_has_no_rule() -> None:
    assert render(Sheet(("", ""), (Line(("a", "b")),))) == "a  b\n"


def test_notes_hang_under_their_text() -> None:
    sheet = Sheet(("A",), (Line(("a",)),), notes=("[12] one two three four", "five six seven eight nine"))
    assert render(sheet, width=20).partition("\n\n")[2] == (
        "[12] one two three\n     four\nfive six seven eight\n  nine\n"
    )


cells = st.text(st.characters(codec="utf-8"), max_size=30)


@given(
    st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5),
    st.integers(20, 120),
    st.sampled_from(TABLE_STYLES),
)
def test_any_text_can_be_shown(rows: list[tuple[str, str, str]], width: int, style: str) -> None:
    """No text makes the table fail, and every sign of it is shown."""
    sheet = Sheet(("", "b", "c"), tuple(Line(row) for row in rows), align=("left", "right", "left"))
    text = render(sheet, style, width)
    shown = Counter(text)
    wanted = Counter(character for row in rows for cell in row for character in tidy(cell) if text_width(character))
    wanted = Counter({character: count for character, count in wanted.items() if not character.isspace()})
    assert not wanted - shown


def test_the_sheet_is_not_changed(small: Sheet) -> None:
    before = replace(small)
    render(small, width=30)
    assert small == before

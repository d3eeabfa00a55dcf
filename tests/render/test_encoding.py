"""Output in an encoding that cannot hold every sign."""

from __future__ import annotations

import json
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render import NAMES, Line, Sheet, render, render_for
from catalog.render.encoding import escaped_html, escaped_json, plain
from catalog.render.text import NBSP


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Citroën", "utf-8", "Citroën"),
        ("Citroën", "latin-1", "Citroën"),
        ("Citroën Škoda łódź", "ascii", "Citroen Skoda lodz"),
        ("Citroe\u0308n", "ascii", "Citroen"),
        ("≤ 317 km ▲ ▼ −5 ±0 2–3", "ascii", "<= 317 km ^ v -5 +/-0 2-3"),
        ("≤ 317 km ▲ 11 m³", "cp1252", "<= 317 km ^ 11 m³"),  # only what it lacks
        ("16.7°", "ascii", "16.7 deg"),
        ("“as printed” †", "ascii", '"as printed" +'),
        ("½ in", "ascii", "\\xbd in"),  # never 12
        ("天马", "ascii", "\\u5929\\u9a6c"),
        ("╭─┬│╯┃━", "ascii", "+-+|+|-"),
    ],
)
def test_plain(text: str, encoding: str, expected: str) -> None:
    assert plain(text, encoding) == expected


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "cp437", "koi8-r"]))
def test_plain_text_can_always_be_written(text: str, encoding: str) -> None:
    plain(text, encoding).encode(encoding)


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1251"]))
def test_escapes_lose_nothing(text: str, encoding: str) -> None:
    in_json = escaped_json(json.dumps(text, ensure_ascii=False), encoding)
    in_json.encode(encoding)
    assert json.loads(in_json) == text
    in_html = escaped_html(text.replace("&", ""), encoding)
    in_html.encode(encoding)


def test_html_keeps_its_letters() -> None:
    assert unescape(escaped_html("Citroën ▲", "ascii")) == "Citroën ▲"


@pytest.fixture
def accented() -> Sheet:
    return Sheet(
        headers=("", "Citroën\në-Hauler", "天马"),
        lines=(
            Line(("Größe", ""), section=True),
            Line(("Range", f"≤{NBSP}317{NBSP}km ▲", f"~{NBSP}100{NBSP}km")),
            Line(("Länge", f"5{NBSP}m", "-")),
        ),
        title="Citroën",
        notes=("▲ best",),
        align=("left", "right", "right"),
        records=({"id": "citroen", "name": "Citroën “x”", "range": "≤ 317"},),
        document={"name": "Citroën “x”", "signs": "▲≤", "clef": "𝄞"},
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_every_format_can_be_written(accented: Sheet, name: str, encoding: str) -> None:
    render_for(encoding, accented, name).encode(encoding)


@pytest.mark.parametrize("name", NAMES)
def test_where_all_can_be_held_nothing_changes(accented: Sheet, name: str) -> None:
    assert render_for("utf-8", accented, name) == render(accented, name)


def test_ascii_columns_stand_in_line(accented: Sheet) -> None:
    assert render_for("ascii", accented).split("\n\n") == [
        "Citroen",
        "           Citroen  \\u5929\\u9a6c\n"
        "          e-Hauler\n"
        "-----  -----------  ------------\n"
        "GROSSE\n"
        "Range  <= 317 km ^      ~ 100 km\n"
        "Lange          5 m             -",
        "^ best\n",
    ]


def test_json_stays_json(accented: Sheet) -> None:
    assert json.loads(render_for("ascii", accented, "json")) == accented.document
    assert json.loads(render_for("ascii", accented, "jsonl")) == accented.records[0]

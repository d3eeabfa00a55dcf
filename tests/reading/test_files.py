"""Spec folders that are right, and those that are not with what a user reads about them.

A case is a folder. ``fixtures/valid/<case>`` loads without a fault; ``fixtures/invalid/<case>`` gives exactly the lines of
its ``expected.txt``. To add a case, add a folder and write what its user should read.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.model import FIELDS
from catalog.reading import load
from catalog.reading.files import identity_fault
from tests.reading.conftest import HEAD, Folder, Read

FIXTURES = Path(__file__).parent / "fixtures"
VALID = sorted((FIXTURES / "valid").iterdir())
INVALID = sorted((FIXTURES / "invalid").iterdir())
LINE = re.compile(r"(?P<file>[^:]+\.(?:toml|TOML))(?::(?P<line>\d+))?: (?:(?P<field>[^:]+): )?(?P<message>.+)")


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_a_valid_folder_loads_all_of_it(case: Path) -> None:
    loaded = load([case])
    assert [str(fault) for fault in loaded.faults] == []
    assert len(loaded.vehicles) == len(list(case.glob("vehicles/*/*.toml")))
    assert len(loaded.plants) == len(list(case.glob("plants/*.toml")))


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_an_invalid_folder_gives_exactly_the_expected_messages(case: Path) -> None:
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [str(fault) for fault in load([case]).faults] == expected


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_messages_are_for_people(case: Path) -> None:
    """A file, a line where there is one, no word of pydantic's or Python's, one line each, none twice."""
    lines = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert len(lines) == len(set(lines))
    for line in lines:
        match = LINE.fullmatch(line)
        assert match, line
        assert match["file"].startswith(f"{case.name}/")
        assert not re.search(
            r"Input should|Extra inputs|Value error|dict|tuple|str\b|NoneType|Traceback|pydantic", line
        )


def test_vehicles_with_faults_are_left_out_and_others_are_not(folder: Folder) -> None:
    root = folder({"vehicles/acme/van.toml": HEAD, "vehicles/acme/bus.toml": HEAD + 'length = "5 m"\n'})
    loaded = load([root])
    assert list(loaded.vehicles) == ["acme-van"]
    assert [fault.file for fault in loaded.faults] == ["specs/vehicles/acme/bus.toml"]


def test_a_file_with_a_byte_order_mark_and_other_line_ends_is_read(folder: Folder) -> None:
    text = f'\ufeff{HEAD}\n[specs]\nlength = "5 m"\nwidth = "2 mmm"\n'.replace("\n", "\r\n")
    loaded = load([folder({"vehicles/acme/van.toml": text})])
    assert [(fault.field, fault.line) for fault in loaded.faults] == [("width", 8)]


def test_line_ends_inside_texts_do_not_shift_lines(read: Read) -> None:
    """A form feed or a Unicode line separator ends a line for Python's splitlines, and for no editor."""
    loaded = read('height = "2\u2028m"\nbody = "\u0085"\nlength = { value = "5 mmm", note = "a\u2029b\u0085c" }\n')
    assert [(fault.field, fault.line) for fault in loaded.faults if fault.field == "length"] == [("length", 9)]


@pytest.mark.parametrize("key", ["make", "vehicle_type", "length", "sources"])
def test_a_key_is_refused_where_its_neighbour_stands(key: str, read: Read, head: str) -> None:
    """Identity below [specs], fields above it: told once, and not told as missing as well."""
    field = key in FIELDS
    own = f'{key} = "5 m"\n' if field else next(line for line in head.splitlines(True) if line.startswith(key))
    without = head if field else head.replace(own, "")
    loaded = read("" if field else own, head=without + (own if field else ""))
    expected = "belongs under [specs]" if field else "belongs above [specs]"
    assert [(fault.field, fault.message) for fault in loaded.faults] == [(key, expected)]


def test_as_many_unknown_keys_as_a_person_reads_are_told_one_by_one(read: Read) -> None:
    loaded = read("\n".join(f"no_field_{index} = 1" for index in range(40)))
    assert [(fault.field, fault.line) for fault in loaded.faults] == [
        (f"no_field_{index}", index + 7) for index in range(40)
    ]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("curb_weight", "kerb_mass"),
        ("GVWR", "gross_vehicle_mass"),
        ("gross-weight", "gross_vehicle_mass"),
        ("battery", "battery_energy"),
        ("usable_kwh", "battery_usable_share"),
        ("payload_of_chassis", "payload"),
        ("Payload", "payload"),
        ("turning_circel", "turning_circle"),
        ("markts", "markets, above [specs]"),
    ],
)
def test_an_unknown_field_offers_what_was_meant(key: str, meant: str, read: Read) -> None:
    (fault,) = read(f'{key} = "1"').faults
    assert fault.field == key
    assert fault.hint is not None
    assert fault.hint.startswith((f"did you mean {meant}?", f"did you mean {meant} or"))


@pytest.mark.parametrize("count", [41, 3000])
def test_thousands_of_unknown_keys_are_one_fault(count: int, read: Read) -> None:
    loaded = read("\n".join(f"no_field_{index} = 1" for index in range(count)))
    assert [str(fault) for fault in loaded.faults] == [
        f"specs/vehicles/acme/van.toml:7: {count:,} fields that there are not, from 'no_field_0' on"
    ]


def test_thousands_of_values_are_one_fault(read: Read) -> None:
    loaded = read("length = [\n" + '"5 mmm",\n' * 5000 + "]")
    assert [str(fault) for fault in loaded.faults] == [
        "specs/vehicles/acme/van.toml:208: length: 5,000 values; a field has at most 200"
    ]


def test_thousands_of_keys_in_a_value_are_bounded(read: Read) -> None:
    loaded = read("[specs.length]\n" + "\n".join(f"k{index} = 1" for index in range(3000)))
    assert len(loaded.faults) < 50
    assert "2,960 more keys that a value does not have" in [fault.message for fault in loaded.faults]


def test_numbers_too_long_to_print_are_told_and_not_printed(read: Read) -> None:
    digits = "f" * 10_000
    loaded = read(
        f"length = 0x{digits}\nwidth = {{ value = 0x{digits} }}\nheight = {{ value = '2 m', status = 0x{digits} }}"
    )
    assert [fault.line for fault in loaded.faults] == [7, 8, 9]
    assert all(len(str(fault)) < 200 for fault in loaded.faults)


@pytest.mark.parametrize(
    ("identity", "fault"),
    [
        ({"make": "Acme", "model": "Van", "vehicle_type": "van"}, None),
        ({"make": "", "model": "Van", "vehicle_type": "van"}, "make: is empty (Brand as sold)"),
        ({"make": "Acme", "model": "x" * 121, "vehicle_type": "van"}, "model: 121 characters; at most 120"),
        (
            {"make": "Acme", "model": "Van", "vehicle_type": "vann"},
            "vehicle_type: cannot be 'vann' (did you mean van?)",
        ),
        ({"make": "Acme", "vehicle_type": "van"}, "model: is missing (Model as sold)"),
    ],
)
def test_an_identity_can_be_checked_before_there_is_a_file(identity: dict[str, str], fault: str | None) -> None:
    assert identity_fault({"id": "new", **identity}) == fault

"""What importing the package costs: each name brings what it needs and no more."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import catalog.units
from catalog.units import KINDS, convert

#: What takes time to import, and what is not needed to compare or list.
COSTLY = (
    "decimal",
    "fractions",
    "catalog.units.bound_words",
    "catalog.units.column",
    "catalog.units.grammar",
    "catalog.units.kinds.money",
    "catalog.units.kinds.space",
    "catalog.units.reading",
)


def _imported(program: str) -> set[str]:
    """Which of the costly modules a program has imported at its end, in a fresh interpreter."""
    code = f"{program}\nimport json, sys\nprint(json.dumps([name for name in {COSTLY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "program",
    [
        "import catalog.units",
        "from catalog.units.bounds import Bound",
        "from catalog.units.unit import Unit",
        "from catalog.units import KINDS, SYSTEMS, Kind; list(KINDS), len(KINDS), 'money' in KINDS",
        "from catalog.units import find; find('t', 'mass')",
        "from catalog.units import KINDS, reverses; reverses(KINDS['mass'].unit('t'), KINDS['mass'].unit('lb'))",
        "from catalog.units import Number, Reading",
    ],
)
def test_naming_units_imports_nothing_costly(program: str) -> None:
    """Neither exact numbers nor the grammar, nor the kinds that are not asked for."""
    assert _imported(program) == set()


def test_a_plain_text_is_read_without_the_grammar() -> None:
    """A number and a listed unit: what `vehicles convert` is mostly given."""
    imported = _imported("from catalog.units import read; read('1.5 t', 'mass').canonical")
    assert imported == {"decimal", "fractions", "catalog.units.reading"}


def test_any_other_text_is_read_with_it() -> None:
    """And then it is imported."""
    imported = _imported("from catalog.units import read; read('up to 236,5 in', 'length')")
    assert imported == set(COSTLY) - {"catalog.units.column", "catalog.units.kinds.money"}


@pytest.mark.parametrize("name", catalog.units.__all__)
def test_every_name_resolves(name: str) -> None:
    """And is the same object each time."""
    assert getattr(catalog.units, name) is getattr(catalog.units, name)


def test_another_name_is_an_attribute_error() -> None:
    """As in any module."""
    with pytest.raises(AttributeError, match=r"module 'catalog\.units' has no attribute 'kilogram'"):
        _ = catalog.units.kilogram


def test_the_module_convert_does_not_take_the_place_of_the_function() -> None:
    """Whichever of the two is imported first."""
    assert catalog.units.convert is convert
    assert convert(1, KINDS["mass"].unit("t"), KINDS["mass"].unit("kg")) == 1000
    kinds = (
        "from catalog.units import convert, KINDS; mass = KINDS['mass']; convert(1, mass.unit('t'), mass.unit('kg'))"
    )
    assert _imported(f"import catalog.units.convert; {kinds}") == {"fractions", "decimal"}
    assert _imported(f"from catalog.units.convert import to_base; {kinds}") == {"fractions", "decimal"}


def test_kinds_are_a_mapping_in_the_documented_order() -> None:
    """As the dict that it looks like."""
    assert list(KINDS)[:3] == ["length", "distance", "area"]
    assert list(KINDS)[-2:] == ["share", "money"]
    assert len(KINDS) == len(list(KINDS)) == len(set(KINDS)) == 29
    assert [kind.name for kind in KINDS.values()] == list(KINDS) == [name for name, _ in KINDS.items()]
    assert all(KINDS[kind.name] is kind for kind in KINDS.values())
    assert "mass" in KINDS
    assert "weight" not in KINDS
    assert KINDS.get("weight") is None
    assert repr(KINDS).startswith("<29 kinds: length, distance,")
    with pytest.raises(KeyError, match="weight"):
        KINDS["weight"]


def test_every_kind_of_every_file_is_listed() -> None:
    """A kind that is added to a file is added to the table of kinds."""
    from importlib import import_module
    from pkgutil import iter_modules

    import catalog.units.kinds

    written = [
        value
        for module in iter_modules(catalog.units.kinds.__path__)
        for value in vars(import_module(f"catalog.units.kinds.{module.name}")).values()
        if isinstance(value, catalog.units.Kind)
    ]
    assert {kind.name for kind in written} == set(KINDS)
    assert all(KINDS[kind.name] is kind for kind in written)

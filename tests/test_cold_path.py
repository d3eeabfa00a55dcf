"""What a command imports when it starts from cold with a fresh index: that is most of the time it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from catalog.index.place import Place
from tests.conftest import SPECS

#: The models and the units' library: what the index is there to do without.
HEAVY = ("pydantic", "pydantic_core", "pint")
#: Small ones of the standard library, each of which costs more than all that a query asks for.
SLOW = ("dataclasses", "inspect", "typing", "pathlib", "enum", "re", "argparse", "importlib", "json", "fractions")
#: What only exact arithmetic, tables, files and other programs need.
UNUSED = ("fractions", "decimal", "tabulate", "tomllib", "subprocess", "catalog.units.reading")
#: What searching needs, and looking up by id does not; and the groups of fields, which an index has made a table of.
SEARCHED, GROUPS = "sqlite3", "catalog.model.groups"
QUERY = "payload >= 0.9 t and maybe(range[wltp] > 150 mi)"
PLAIN = "payload >= 0.9 t and range > 100 mi"
VANS = ("acme-e-van-75", "citroen-e-hauler-50")
COMMANDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "list": (("list",), (*HEAVY, "argparse")),
    "list, a query": (("list", "--where", QUERY, "--sort", "-range"), HEAVY),
    "list, a query, JSON": (("list", "--where", PLAIN, "--format", "json"), (*HEAVY, *SLOW, *UNUSED, GROUPS)),
    "list, definitions, JSON": (("list", "--where", QUERY, "--format", "json"), (*HEAVY, *UNUSED, GROUPS)),
    "list, ids": (("list", "--type", "van", "--format", "ids"), (*HEAVY, *SLOW, "tabulate")),
    "show": (("show", VANS[0]), HEAVY),
    "show, JSON": (("show", VANS[0], "--format", "json"), (*HEAVY, "tabulate", SEARCHED)),
    "show, US units": (("show", VANS[0], "--units", "us"), HEAVY),
    "compare": (("compare", *VANS), (*HEAVY, SEARCHED)),
    "compare, a baseline": (("compare", *VANS, "--baseline", VANS[0]), HEAVY),
    "compare, CSV": (("compare", *VANS, "--format", "csv"), (*HEAVY, "tabulate")),
    "compare, JSON": (("compare", *VANS, "--format", "json"), (*HEAVY, *SLOW, *UNUSED, SEARCHED, GROUPS)),
    "compare, JSON, US units": (
        ("compare", *VANS, "--format", "json", "--units", "us"),
        (*HEAVY, *SLOW, *UNUSED, SEARCHED, GROUPS),
    ),
    "convert": (("convert", "30 mpg(US)", "L/100km"), HEAVY),
    "convert, JSON": (("convert", "5995 mm", "in", "--format", "json"), HEAVY),
}

Imported = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a user who has nothing in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def imported(base: Path) -> Imported:
    """``imported(program)``: the modules that a program imports, of the fixture catalog with an empty configuration."""
    homes = {f"XDG_{name}_HOME": str(base / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    environment = {**os.environ, **homes, "VEHICLES_SPECS": str(SPECS), "COLUMNS": "80"}
    told = base / "modules"

    def run(program: str) -> set[str]:
        code = (
            "import sys\n"
            "before = set(sys.modules)\n"
            f"{program}\n"
            "found = sorted(set(sys.modules) - before)\n"
            f"open({str(told)!r}, 'w').write('\\n'.join(found))"
        )
        told.unlink(missing_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment, cwd=base, check=False
        )
        assert done.returncode == 0, done.stderr
        return set(told.read_text().split())

    return run


@pytest.fixture(scope="module")
def command(base: Path, imported: Imported) -> Callable[..., set[str]]:
    """``command("list")``: the modules that a command imports where the index is fresh."""

    def run(*arguments: str) -> set[str]:
        return imported(f"from catalog.cli.main import main\nassert main({list(arguments)!r}) == 0")

    assert "catalog.index.making" in run("list"), "the first command makes the index"
    place = Place(str(base / "cache" / "vehicle-catalog"), [str(SPECS)])
    for _ in range(5):
        if place.check().right():
            return run
        time.sleep(2.1)  # files that changed within the last two seconds are not trusted by their stamps yet
        run("list")
    pytest.fail("files of the package or of the fixture catalog change all the time")


def among(names: Iterable[str], found: set[str]) -> set[str]:
    """Which of these modules are there, or of what is in them."""
    return {name for name in names if any(module == name or module.startswith(f"{name}.") for module in found)}


@pytest.mark.parametrize(("arguments", "never"), COMMANDS.values(), ids=COMMANDS)
def test_a_command_imports_none_of_these(
    command: Callable[..., set[str]], arguments: tuple[str, ...], never: tuple[str, ...]
) -> None:
    assert among(never, command(*arguments)) == set()


@pytest.mark.parametrize("arguments", [("list",), ("compare", *VANS), ("show", VANS[0])], ids=" ".join)
def test_a_fresh_index_needs_nothing_that_makes_one(
    command: Callable[..., set[str]], arguments: tuple[str, ...]
) -> None:
    """The spec files are neither read nor hashed."""
    making = ("catalog.index.making", "catalog.index.build", "catalog.reading", "catalog.model.vehicle", "hashlib")
    assert among(making, command(*arguments)) == set()


def test_without_an_index_the_models_are_imported(command: Callable[..., set[str]]) -> None:
    """So that the tests above can fail."""
    assert among(HEAVY, command("list", "--no-cache")) == {"pydantic", "pydantic_core"}


def test_importing_the_package_imports_nothing(imported: Imported) -> None:
    found = imported("import catalog\ncatalog.__all__, catalog.__version__, dir(catalog), catalog.open")
    assert among((*HEAVY, *SLOW, *UNUSED, "json", "re", "argparse", "sqlite3"), found) == set()
    assert {name for name in found if name.startswith("catalog")} == {"catalog", "catalog.version"}


@pytest.mark.parametrize("name", ["CatalogError", "NotFound"])
def test_its_errors_are_there_without_the_models(imported: Imported, name: str) -> None:
    assert among((*HEAVY, *SLOW), imported(f"import catalog\ncatalog.{name}")) == set()


def test_the_interpreter_itself_has_none_of_them() -> None:
    """Where a site's own start imports one, the tests above cannot tell."""
    code = "import sys; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert among((*HEAVY, *SLOW, *UNUSED), set(done.stdout.split())) == set()

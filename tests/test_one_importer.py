"""Heavy libraries are each imported in one place, so that the rest of the package does not know them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import catalog

PACKAGE = Path(catalog.__file__).parent


def importers(library: str) -> set[str]:
    """The modules of the package that import a library, at any depth."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            if any(name.split(".")[0] == library for name in names):
                found.add(path.relative_to(PACKAGE).as_posix())
    return found


@pytest.mark.parametrize(
    ("library", "where"),
    [
        ("pint", {"units/registry.py", "model/claim.py"}),  # the claim names its type, and imports it only for that
        ("tabulate", {"render/table.py"}),
        (
            "sqlite3",
            {
                "engine/sqlite.py",
                "index/build.py",
                "index/index.py",
                "index/keeping.py",
                "index/making.py",
                "index/place.py",
                "locking.py",
                "export/database.py",
                "datasets/store.py",  # its errors
            },
        ),
        ("argcomplete", {"cli/completion.py", "cli/commands/completion_.py"}),
        ("tomllib", {"reading/toml_file.py", "reading/locator.py", "cli/settings.py"}),
        ("duckdb", {"engine/duckdb.py", "engine/seal.py", "datasets/dialect.py"}),  # the seal names a type of it
        ("psycopg", {"engine/postgres.py", "engine/postgres_tables.py"}),
        ("xxhash", {"engine/seal.py"}),
        ("charset_normalizer", {"datasets/dialect.py"}),
        ("python_calamine", {"datasets/workbook.py"}),
        ("tqdm", {"cli/progress.py"}),
        ("uvicorn", {"web/protocol.py", "web/server.py"}),
        ("jinja2", {"web/pages/rendering.py"}),
        ("dataclasses", {"plain.py", "reading/locator.py"}),
        ("xlsxwriter", {"export/workbook.py"}),
        ("pint_pandas", {"export/frames.py"}),
        # the first two name its type, and import it only for that
        ("pandas", {"collection/chosen.py", "compare/comparison.py", "export/frames.py"}),
        ("polars", {"collection/chosen.py", "compare/comparison.py", "export/frames.py"}),
    ],
)
def test_a_library_has_its_one_place(library: str, where: set[str]) -> None:
    assert importers(library) == where


def test_pydantic_stays_in_model_and_reading_and_describes_the_api() -> None:
    found = importers("pydantic") | importers("pydantic_core")
    assert {path.split("/")[0] for path in found} == {"model", "reading", "web"}
    described = {"web/problems.py", "web/api/answers.py", "web/api/shapes.py"}
    assert {path for path in found if path.startswith("web/")} == described


@pytest.mark.parametrize("library", ["fastapi", "starlette"])
def test_the_web_framework_stays_in_the_web_face(library: str) -> None:
    assert {path.split("/")[0] for path in importers(library)} == {"web"}


def test_pyarrow_stays_in_the_data_sets_and_in_one_export() -> None:
    found = {path for path in importers("pyarrow") if not path.startswith("datasets/")}
    types_alone = {"collection/chosen.py", "compare/comparison.py"}
    assert found == {"export/arrow.py", *types_alone}


def test_the_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()

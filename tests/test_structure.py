"""The house: what imports what, what prints, what writes, how long things are."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MODULES = sorted((ROOT / "mapgen").rglob("*.py"))

FLOW = [
    "errors", "geometry", "features", "fields", "texts", "certainty_words", "properties", "atlas",
    "bibliography", "actors", "figures", "statistics", "rasters", "basemap", "layers",
    "lessons", "translations", "geodata", "days", "ground", "lesson_checks",
    "checks", "territory", "derived_layers",
    "measures", "certainty_pictures", "derivation", "encoding", "drawing", "picture", "pictures",
    "packing", "inline", "templates", "embedding", "linked_data", "page", "build", "export",
    "output", "cli", "__main__",
]  # fmt: skip
"""A module may import only from those before it."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "mapgen").with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_import_only_from_those_before_them(path: Path) -> None:
    name = name_of(path)
    if name == "__init__":
        assert imports(path) == set()
        return
    for each in imports(path):
        parts = each.split(".")
        if parts[0] == "mapgen" and len(parts) > 1 and parts[1] != name:
            assert FLOW.index(parts[1]) < FLOW.index(name), each


def test_the_flow_names_every_module() -> None:
    assert {name_of(path) for path in MODULES} - {"__init__"} == set(FLOW)


def test_page_alone_knows_folium() -> None:
    users = {name_of(path) for path in MODULES if {"folium", "branca.element"} & imports(path)}
    assert users == {"page"}


def test_cli_alone_prints() -> None:
    printing = {
        name_of(path) for path in MODULES if re.search(r"\bprint\(", path.read_text("utf-8"))
    }
    assert printing == {"cli"}


def test_output_alone_writes() -> None:
    pattern = re.compile(r"\.write_(text|bytes)\(|\.write\(|open\([^)]*[\"'][wa]b?[\"']")
    writing = {name_of(path) for path in MODULES if pattern.search(path.read_text("utf-8"))}
    assert writing == {"output"}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 310
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= 40, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_python_holds_no_markup_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"document\.getElementById|addEventListener|\{\s*color:", text)

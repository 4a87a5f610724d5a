"""The house: what imports what, what prints, what writes, how long things are."""

from __future__ import annotations

import ast
import importlib.util
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FLOW = {
    "look": "",
    "faults": "",
    "progress": "",
    "workers": "",
    "interrupts": "",
    "facts": """
        files changes geometry shapes tidying geojson entries languages values days catalogues texts
        certainty_words certainty named sides periods statements figures rules
        properties atlas sources actors statistics rasters basemap layers leanings
        lessons.model lessons.values lessons.slips lessons.markdown lessons.lines lessons.keys
        lessons.tasks lessons.files lessons.reading lessons
        translations terms folder stamps records holders ground evidence losses words quantities
        lesson_checks source_checks spelling_checks term_checks checks schemas reading
    """,
    "derivation": """
        evidence_days
        territory.settings territory.plane territory.calibration territory.certainty
        territory.evidence territory.kriging territory.estimate territory.shares territory.classes
        territory.edges territory.outlines territory.fronts territory.coverage territory.repair
        territory.scene territory.pieces territory.renewal territory.validation territory.report
        territory.tables territory.witnesses territory.derivation territory.days territory.labels
        territory
        features measures certainty_days files
    """,
    "kinds": """
        records coordinates kind values
        areas fronts border settlements crossings bases events posts figures
    """,
    "page": """
        arcs citations basemap_records lesson_records model software schema rows basemap lessons
        people tables phrases document
        packing positions strings columns stored inline templates embedding linked_data drawing
        picture html build
    """,
    "pictures": """
        letters files canvas views shapes room scene fading paths glyphs patterns terrain markers
        labels cards spots picture legend columns sheets handout studio
    """,
    "exports": """
        kinds records tables geopackage archive material lessons scorm cartridge packages
        data folder
    """,
    "locking": "",
    "output": "",
    "telling": "",
    "links": "",
    "__init__": "",
    "usage": "",
    "cli": "",
    "__main__": "",
}
"""Packages and their modules; each imports only from those before it.

So no two know each other, not even by a third. An import that only types need counts like any
other: whoever reads a module has to know what it names.
"""


def flow() -> Iterator[str]:
    """Yield modules from below to above; a package's own comes after those that it is made of."""
    for package, modules in FLOW.items():
        yield from (f"{package}.{module}" for module in modules.split())
        yield package


ORDER = list(flow())
PATHS = {
    ".".join(path.relative_to(ROOT / "mapgen").with_suffix("").parts).removesuffix(
        ".__init__"
    ): path
    for path in sorted((ROOT / "mapgen").rglob("*.py"))
}
"""Files of modules by their name below ``mapgen``; the package itself is called ``__init__``."""


def imports(path: Path) -> Iterator[str]:
    """Yield the names that a module imports, with the module that they come from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(name: str) -> str:
    """Return the module of ours that an imported name lies in."""
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in PATHS:
        parts.pop()
    return ".".join(parts) or "__init__"


@pytest.mark.parametrize("module", PATHS)
def test_modules_import_only_from_those_before_them(module: str) -> None:
    for name in imports(PATHS[module]):
        if name.split(".")[0] == "mapgen":
            assert ORDER.index(own(name)) < ORDER.index(module), name


def test_page_and_pictures_do_not_know_each_other() -> None:
    for package, other in (("page", "pictures"), ("pictures", "page")):
        paths = (path for module, path in PATHS.items() if module.split(".")[0] == package)
        assert not [name for path in paths for name in imports(path) if f"mapgen.{other}" in name]


def test_the_flow_names_every_module_once() -> None:
    assert sorted(ORDER) == sorted(PATHS)


def modules_with(pattern: str) -> set[str]:
    return {module for module, path in PATHS.items() if re.search(pattern, path.read_text("utf-8"))}


def test_page_alone_knows_folium() -> None:
    assert modules_with(r"(?m)^\s*(import|from) (folium|branca)\b") == {"page.html"}


def test_cli_alone_prints() -> None:
    assert modules_with(r"\bprint\(") == {"cli"}


def test_output_alone_writes() -> None:
    pattern = r"\.write_(text|bytes)\(|\.write\(|open\([^)]*[\"'][wa]b?[\"']"
    assert modules_with(pattern) == {"output"}


@pytest.mark.parametrize("module", PATHS)
def test_modules_and_functions_are_short(module: str) -> None:
    text = PATHS[module].read_text(encoding="utf-8")
    assert text.count("\n") <= 310
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= 40, f"{node.name} has {length} lines"


@pytest.mark.parametrize("module", PATHS)
def test_python_holds_no_markup_or_script(module: str) -> None:
    text = PATHS[module].read_text(encoding="utf-8")
    assert not re.search(r"document\.getElementById|addEventListener|\{\s*color:", text)


def test_the_pictures_of_the_house_are_those_of_the_code() -> None:
    path = ROOT / "tools/draw_structure.py"
    spec = importlib.util.spec_from_file_location("draw_structure", path)
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    assert tool.with_pictures(text) == text, "A picture is stale: run make structure."

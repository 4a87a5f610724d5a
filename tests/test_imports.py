"""What a command imports: no more than it needs, for large packages take seconds."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import GEODATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

TELLS = """
import sys
from mapgen.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*{name.partition(".")[0] for name in sys.modules})
"""

DATA = {"babel", "markdown_it", "numpy", "pydantic", "shapely"}
PAGE = {"branca", "folium", "jinja2", "pandas", "requests"}  # folium imports pandas and requests
DERIVATION = {"geopandas", "pyogrio", "pyproj", "rich", "scipy"}
PICTURES = {"PIL", "contourpy", "matplotlib"}


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["--help"], set()),
        (["export", "--help"], set()),
        (["check", "--geodata", str(GEODATA)], DATA),
        (["build", "--geodata", str(GEODATA), "--output", "page.html"], DATA | PAGE),
    ],
    ids=lambda words: " ".join(words[:1]) if isinstance(words, list) else "",
)
def test_a_command_imports_only_what_it_needs(
    words: list[str], needed: set[str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TELLS, *words],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path, capture_output=True, check=True, text=True,
    )  # fmt: skip
    imported = set(done.stdout.splitlines()[-1].split())
    assert "mapgen" in imported
    assert imported & (DATA | PAGE | DERIVATION | PICTURES) == needed

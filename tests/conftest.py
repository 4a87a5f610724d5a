"""The real facts and the real page, made once for all tests."""

from __future__ import annotations

import base64
import json
import shutil
import zlib
from pathlib import Path
from typing import Any

import pytest

from mapgen.cli import main
from mapgen.errors import FaultLog
from mapgen.geodata import Geodata, read_geodata

ROOT = Path(__file__).resolve().parent.parent
GEODATA = ROOT / "geodata"


@pytest.fixture(scope="session")
def geodata() -> Geodata:
    log = FaultLog()
    read = read_geodata(GEODATA, log, derived=True)
    log.raise_errors()
    assert read is not None
    return read


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the page by the command, as a user does."""
    path = tmp_path_factory.mktemp("output") / "northwest-syria.html"
    assert main(["build", "--geodata", str(GEODATA), "--output", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def document(page: Path) -> dict[str, Any]:
    """Return the document that the page holds, its compressed part unpacked."""
    html = page.read_text(encoding="utf-8")
    start = html.index('id="mapgen-data"')
    start = html.index(">", start) + 1
    found: dict[str, Any] = json.loads(html[start : html.index("</script>", start)])
    bulk = zlib.decompress(base64.b64decode(found.pop("packed")), wbits=-zlib.MAX_WBITS)
    found.update(json.loads(bulk))
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the facts to break."""
    folder = tmp_path / "geodata"
    shutil.copytree(GEODATA, folder)
    return folder

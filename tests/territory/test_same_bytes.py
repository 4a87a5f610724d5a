"""The same evidence gives the same bytes, whatever the process and the order of rows."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapgen.derivation.territory import derive
from tests.territory.conftest import AS_OF, FRAME, read_land, read_settlements

if TYPE_CHECKING:
    from mapgen.derivation.territory import Derivation

ROOT = Path(__file__).resolve().parents[2]


def digest(made: Derivation) -> str:
    parts = [
        made.areas.to_json().encode(),
        made.fronts.to_json().encode(),
        made.certainty.values.tobytes(),
        json.dumps(made.report).encode(),
    ]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


def shuffled_digest() -> str:
    rows = read_settlements().sample(frac=1, random_state=7)
    return digest(derive(rows, read_land(), FRAME, AS_OF))


@pytest.mark.long
def test_same_bytes_in_another_process(real: Derivation, tmp_path: Path) -> None:
    code = "from tests.territory.test_same_bytes import shuffled_digest; print(shuffled_digest())"
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": "12345",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT),
    }
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == digest(real)

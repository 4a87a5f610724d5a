"""``docs/claims.md``: where a viewer finds each claim of the article."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import GEODATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata

DOCUMENT = ROOT / "docs" / "claims.md"


def test_the_list_is_what_the_command_gives(tmp_path: Path) -> None:
    written = tmp_path / "claims.md"
    command = [sys.executable, "tools/list_claims.py", "--geodata", str(GEODATA)]
    subprocess.run([*command, "--output", str(written)], check=True, cwd=ROOT)
    assert written.read_text("utf-8") == DOCUMENT.read_text("utf-8")


def test_every_claim_has_a_place(geodata: Geodata) -> None:
    rows = re.findall(
        r"^\| (A\d\d) \| (.*?) \| (.*) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE
    )
    assert [identifier for identifier, _, _ in rows] == sorted(geodata.claims)
    for identifier, text, places in rows:
        assert text.replace(",", "") == geodata.claims[identifier].text.replace(",", "")
        assert re.search(r"\*\*.+?\*\* `#(feature|panel)=[^`]+`", places), identifier

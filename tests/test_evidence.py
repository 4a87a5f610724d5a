"""docs/evidence.md says what the settlements rest on; make evidence counts them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    import pytest

    from mapgen.facts.folder import Geodata


def test_the_counts_are_those_of_the_facts(
    geodata: Geodata, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")
    count = importlib.import_module("count_evidence")
    document = (ROOT / "docs/evidence.md").read_text("utf-8")
    told = count.read(geodata)
    assert len(told) == len(list(geodata.layers["settlements"]))
    assert document == count.with_counts(document, count.tables(told)), "run make evidence"
    assert "<!-- counts -->" in document

"""docs/method.md quotes the figures that the derivation gives; make method writes them."""

from __future__ import annotations

import importlib
import json
import re
from typing import Any

import numpy as np
import pytest

from mapgen.derivation.territory.settings import CALIBRATION, NEIGHBOURS, NUGGET, RANGE_M
from mapgen.facts.certainty_words import CERTAINTY_WORDS
from tests.conftest import GEODATA, ROOT

DOCUMENT = (ROOT / "docs/method.md").read_text(encoding="utf-8")
REPORT: dict[str, Any] = json.loads((GEODATA / "derivation.json").read_text(encoding="utf-8"))


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- end of {name} -->", DOCUMENT, re.DOTALL)
    assert found, name
    return found[1]


@pytest.mark.parametrize("level", ["side", "holder"])
def test_agreement_is_quoted_as_derived(level: str) -> None:
    kinds = [REPORT["leave_one_out"], *REPORT["left_out_blocks"].values()]
    for found in (each[level] for each in kinds):
        share = f"{100 * found['share']:.1f} % ({found['right']} of {found['all']})"
        assert share in block("figures"), "run make method"


def test_bands_are_quoted_as_derived() -> None:
    found = REPORT["calibration"]
    assert (found["level"], found["slope"]) == CALIBRATION
    for number, band in enumerate(found["bands"], start=1):
        row = f"| {number} | {band['stated']:.1%} | {band['observed']:.1%} | {band['count']} |"
        assert row in block("figures"), "run make method"
    assert f"error {100 * found['error']:.1f} points" in block("figures")
    assert f"off by {100 * found['worst']:.1f}." in block("figures")


def test_publishers_are_quoted_as_derived() -> None:
    told = REPORT["witnesses"]
    for agreement in (told["near"], told["two_publishers"], *told["across"].values()):
        share = f"{100 * agreement['share']:.1f} % ({agreement['right']} of {agreement['all']})"
        assert share in block("publishers"), "run make method"
    assert f"| {told['ground']:.2%} |" in block("publishers"), "run make method"


def test_the_method_in_use_was_compared_on_the_evidence_at_hand() -> None:
    (row,) = [line for line in block("comparison").splitlines() if "(in use) |" in line]
    assert f"{NEIGHBOURS} nearest, {RANGE_M / 1000:.0f} km, noise {NUGGET}" in row
    for level in ("side", "holder"):
        shares = [
            f"{100 * each[level]['share']:.1f}"
            for each in (REPORT["leave_one_out"], *REPORT["left_out_blocks"].values())
        ]
        assert f" {', '.join(shares)} |" in row, "run make method"


def test_words_for_certainty_are_explained() -> None:
    for name, least in CERTAINTY_WORDS.items():
        word = name.replace("_", " ")
        row = next(line for line in DOCUMENT.splitlines() if line.startswith(f"| {word} |"))
        assert str(least or CERTAINTY_WORDS["probable"]) in row


@pytest.mark.long
def test_other_settings_are_tried_with_the_method_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """With mapgen's settings the kriging that varies them gives what mapgen gives."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    kriging = importlib.import_module("methods.kriging")
    asked = importlib.import_module("methods.question").read_evidence(GEODATA)
    used, varied = kriging.InUse(), kriging.Neighbourhood(kriging.exponential())
    groups = np.arange(len(asked.evidence.ids)) // 40
    for question, mine in ((asked.side, groups), (asked.holder, groups[asked.speakers])):
        places = asked.evidence.metres + 700.0
        assert varied.shares(question, places) == pytest.approx(
            used.shares(question, places), abs=2e-6
        )
        assert varied.left_out(question, mine, places, groups) == pytest.approx(
            used.left_out(question, mine, places, groups), abs=2e-6
        )


def test_literature_is_cited_and_cited_literature_is_listed() -> None:
    text, literature = DOCUMENT.split("## Literature")
    entries = {
        (each[1], each[2])
        for each in re.finditer(r"^- ([^,]+),.*? \((\d{4})\)", literature, re.MULTILINE)
    }
    assert len(entries) == literature.count("\n- ")
    for name, year in entries:
        assert re.search(rf"{name}[^.;]{{0,30}}\(?{year}\b", text), name
    years = {year for _, year in entries}
    cited = set(re.findall(r"(?<=[a-z] )\(?((?:19|20)\d\d)(?=[);,])", text))
    assert cited <= years

"""docs/method.md quotes the figures that the derivation gives; make method writes them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mapgen.territory.settings import CALIBRATION, CERTAINTY_WORDS, NUGGET, RANGE_M
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


def test_the_method_in_use_was_compared_on_the_evidence_at_hand() -> None:
    (row,) = [line for line in block("comparison").splitlines() if "(in use) |" in line]
    assert f"{RANGE_M / 1000:.0f} km, noise {NUGGET}" in row
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

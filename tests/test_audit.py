"""The audit: no answer is not a good one, and licences are those that the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mapgen.page.inline import LEAFLET, _leaflet
from mapgen.page.software import LEAFLET_VERSION, SOFTWARE
from tests.test_setup import tool

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = {"dependencies": [{"name": "x", "version": "1", "vulns": []}]}
NODE = {"vulnerabilities": {}, "metadata": {"dependencies": {"total": 7}}}


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    module = tool("audit")
    monkeypatch.setattr(module, "TABLE", tmp_path / "audit.md")
    monkeypatch.setattr(module.shutil, "which", lambda _: "npm")
    return module


def answer(audit: Any, monkeypatch: pytest.MonkeyPatch, python: Any, node: Any) -> int:
    def read(_: object, name: str) -> Any:
        return python if name == "pip-audit" else node

    monkeypatch.setattr(audit, "read_json", read)
    code: int = audit.main()
    return code


def test_no_known_faults(audit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(audit, monkeypatch, PYTHON, NODE) == 0
    text = audit.TABLE.read_text("utf-8")
    assert "| Python | 1 | none |" in text
    assert "| Node.js, for tests only | 7 | none |" in text
    assert f"| Leaflet {LEAFLET_VERSION}, " in text


def test_known_faults_are_told(
    audit: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty = {"dependencies": [{"name": "x", "version": "1", "vulns": [{"id": "CVE-1"}]}]}
    assert answer(audit, monkeypatch, faulty, NODE) == 1
    assert "x 1: CVE-1" in capsys.readouterr().out
    assert "x 1: CVE-1" in audit.TABLE.read_text("utf-8")


@pytest.mark.parametrize(
    ("python", "node"),
    [
        ({"dependencies": [{"name": "x", "version": "1", "skip_reason": "not found"}]}, NODE),
        (PYTHON, {"message": "405 Method Not Allowed"}),
    ],
)
def test_no_answer_is_said_and_keeps_the_last_one(
    audit: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    python: Any,
    node: Any,
) -> None:
    assert answer(audit, monkeypatch, python, node) == 2
    assert "nobody answered" in audit.TABLE.read_text("utf-8")
    audit.TABLE.write_text("the last answer", "utf-8")
    assert answer(audit, monkeypatch, python, node) == 2
    assert audit.TABLE.read_text("utf-8") == "the last answer"
    assert "not audited" in capsys.readouterr().err


def test_the_page_names_the_leaflet_that_it_holds() -> None:
    assert len(LEAFLET) == 2
    assert f"Leaflet {LEAFLET_VERSION}," in _leaflet("leaflet.js")[:100]
    assert tool("audit").licences()[: len(SOFTWARE)] == [
        (each.text, each.licence) for each in SOFTWARE
    ]

"""``tools/compare_positions.py``: positions and Arabic names against a made-up gazetteer."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import mapgen

SAME = [
    ("Al-Huwayz", "El Houéïz"),
    ("Tell Qarah", "Tall Karah"),
    ("Maarrat al-Numan", "Ma`arrat an Nu‘mān"),
    ("Kafr Zita", "Kafr Zītā"),
    ("Hazano", "Ḩazzānū"),
    ("Jisr al-Shughur", "Jisr ash Shughūr"),
    ("الأتارب", "اتارب"),
    ("إعجاز", "اعجاز"),
]
OTHER = [("Saraqib", "Sarjah"), ("Kafr Nabl", "Kafr Naha"), ("Umm Jalal", "Umm Tinah")]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("compare_positions")


@pytest.fixture
def gazetteer(tmp_path: Path, geodata: mapgen.Geodata) -> Path:
    """Four places: one 9 km off, one by its spelling, one of the same name far off, one renamed."""
    places = {each.properties.id: each for each in geodata.layers["settlements"]}
    north, spelt = places["set-saraqib"].geometry, places["set-khan-shaykhun"].geometry
    renamed = next(each for each in places.values() if "ar" in each.properties.name_uncertain)
    name, at = renamed.properties.name_en.split(" (")[0], renamed.geometry
    path = tmp_path / "places.csv"
    path.write_text(
        "name,other,arabic,lon,lat\n"
        f"Sarakib,Sarâqeb,سراقب | سراقبا,{north.x},{north.y + 0.08}\n"
        f"Khân Cheïkhoûn,Shaykhūn | Khān Shaykhūn,,{spelt.x},{spelt.y}\n"
        "Bennich,Binnish,بنش,38.5,36.6\n"
        f"{name},,اسم من المعجم,{at.x},{at.y}\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_the_same(tool: Any, one: str, other: str) -> None:
    assert tool.keys(one) == tool.keys(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_names_stay_others(tool: Any, one: str, other: str) -> None:
    assert not tool.keys(one) & tool.keys(other)


def test_differences_are_found(tool: Any, gazetteer: Path, geodata: mapgen.Geodata) -> None:
    found = list(tool.compared(geodata, tool.Gazetteer(gazetteer)))
    by_id = {each.record.id: each for each in found}
    away = {each.record.id: each for each in tool.outside(found)}
    saraqib = away["set-saraqib"]
    assert (saraqib.by, saraqib.direction) == ("arabic", "N")
    assert saraqib.km == pytest.approx(8.9, abs=0.1)
    assert by_id["set-khan-shaykhun"].by == "spelling"
    assert "set-khan-shaykhun" not in away
    assert "set-binnish" not in by_id
    assert "اسم من المعجم" in [each.entry.arabic[0] for each in tool.renamed(found)]


def test_the_command_prints_both_lists(gazetteer: Path) -> None:
    command = [sys.executable, "tools/compare_positions.py", str(gazetteer)]
    text = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert "outside their radius" in text.stdout
    assert "| set-saraqib | Saraqib | سراقب | Sarakib " in text.stdout
    assert "| اسم من المعجم |" in text.stdout

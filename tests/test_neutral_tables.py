"""Tables and packages hold texts as texts: nothing is computed, nothing ends an element."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from mapgen.exports.folder import EXPORTERS
from mapgen.exports.material import Material
from mapgen.exports.tables import table
from mapgen.page.templates import rendered
from mapgen.progress import ignore
from tests.lessons import LESSON
from tests.test_export import NoPage

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata

FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", " =1+1", "\n=1",
    '=HYPERLINK("http://example.org/"&A1)', "+963 11 000", "-", "--1", "=1", "＝1+1", "＠x",
    "-3.5.x",
]  # fmt: skip
TEXTS = ["Idlib", "1=1", "a-b", "A@b.org", "", "حلب", "'=1"]
NUMBERS = ["-3.5", "+4", "-1,234.5", "1e-7", "-2", "7"]


def cells(texts: list[str]) -> list[str]:
    text = table([{"note:en": text} for text in texts]).removeprefix("\ufeff")
    return [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]


def test_a_formula_in_a_cell_is_a_text() -> None:
    assert cells(FORMULAS) == [f"'{text}" for text in FORMULAS]


def test_other_texts_and_numbers_stay_as_they_are() -> None:
    # A table of one column writes an empty cell as "", which is one again.
    assert cells([*TEXTS, *NUMBERS]) == [*TEXTS, *NUMBERS]


def test_numbers_of_records_stay_numbers() -> None:
    text = table([{"longitude": -3.5, "count": -2, "is": True, "none": None}])
    assert text.splitlines()[1] == "-3.5,-2,true,"


def test_a_heading_is_no_formula() -> None:
    assert table([{"=1+1": "x"}]).splitlines()[0] == "\ufeff'=1+1"


ODD = "]]> </title> <!-- & \"x\" 'y' <![CDATA[ z <?php ?> &amp; &#0; &lol; \u00a0\u200d😀 é é"


@pytest.fixture(scope="module")
def packages(geodata: Geodata) -> dict[str, dict[str, bytes]]:
    lessons = tuple(
        replace(LESSON, id=id_, title=ODD, summary=ODD, level=ODD, curriculum=(ODD,))
        for id_ in ("map", "module", "lesson-map")
    )
    material = Material(replace(geodata, lessons=lessons))
    material.__dict__["pages"] = NoPage()
    made = {}
    for name, content in EXPORTERS["packages"](material, ignore):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            made[name] = {each: packed.read(each) for each in packed.namelist()}
    return made


def test_manifests_hold_any_text_as_it_is(packages: dict[str, dict[str, bytes]]) -> None:
    assert len(packages) == 7
    for name, files in packages.items():
        root = ET.fromstring(files["imsmanifest.xml"])  # noqa: S314 - made by the project
        assert ODD in [each.text for each in root.iter()], name


def test_manifests_give_no_identifier_twice(packages: dict[str, dict[str, bytes]]) -> None:
    """Lessons may be called as the parts of a manifest are."""
    for name, files in packages.items():
        root = ET.fromstring(files["imsmanifest.xml"])  # noqa: S314 - made by the project
        ids = [each.get("identifier") for each in root.iter() if each.get("identifier")]
        assert len(set(ids)) == len(ids), name


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_xml_with_a_letter_that_it_forbids_is_not_written(letter: str) -> None:
    words = {"identifier": "x", "language": "en", "page": "x.html", "licence": "MIT"}
    with pytest.raises(ValueError, match=f"cannot hold the character U\\+{ord(letter):04X}"):
        rendered("scorm12.xml", lesson=replace(LESSON, title=f"A{letter}B"), **words)

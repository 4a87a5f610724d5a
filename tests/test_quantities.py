"""Numbers that texts take from the data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mapgen.cli import main
from mapgen.facts.quantities import MEASURES, Quantities
from tests.conftest import GEODATA

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata

LESSON = "lessons/reading-a-map-of-a-war.md"


def test_a_paragraph_says_what_was_measured(geodata: Geodata) -> None:
    report = json.loads((GEODATA / "derivation.json").read_text("utf-8"))
    (text,) = (paragraph.text for paragraph in geodata.atlas.texts if paragraph.id == "agreement")
    nearby = round(100 * report["witnesses"]["near"]["share"])
    assert f"right side for {nearby} of 100 settlements" in text.en
    assert f"100 yerleşimden {nearby} tanesinde 1 km içinde" in text.tr


def test_a_lesson_says_it_in_each_language(geodata: Geodata) -> None:
    lesson = next(lesson for lesson in geodata.lessons if lesson.id == "reading-a-map-of-a-war")
    (text,) = (text for step in lesson.steps for text in step.text if "The map uses" in text)
    assert "The map uses 1,532 places." in text
    assert "Harita 1.532 yeri kullanır." in geodata.translations["tr"][text]
    assert "عددها 1,532." in geodata.translations["ar"][text]


def test_no_key_is_left_in_a_text(geodata: Geodata) -> None:
    shown = [
        text for paragraph in geodata.atlas.texts for text in paragraph.text.by_language.values()
    ]
    for catalogue in geodata.translations.values():
        shown += [*catalogue, *catalogue.values()]
    shown += [str(lesson) for lesson in geodata.lessons]
    keys = [f"{{{key}}}" for key in (*MEASURES, *geodata.figures)]
    assert [text for text in shown if any(key in text for key in keys)] == []


def test_an_unknown_key_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (LESSON, "text/lessons.ar.po", "text/lessons.tr.po"):
        path = copy / name
        path.write_text(path.read_text("utf-8").replace("{settlements}", "{setlements}"), "utf-8")
    assert main(["check", "--geodata", str(copy)]) == 1
    assert (
        f'geodata/{LESSON}: no number is called "{{setlements}}". Did you mean "settlements"?'
        in capsys.readouterr().err
    )


def test_a_translation_that_names_another_number_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy / "text/lessons.tr.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Harita {settlements} yeri", "Harita {side-only} yeri"), "utf-8")
    assert main(["check", "--geodata", str(copy)]) == 1
    told = capsys.readouterr().err
    assert "geodata/text/lessons.tr.po: " in told
    assert "and its translation differ in {settlements}, {side-only}." in told


@pytest.mark.parametrize(
    ("language", "written"), [("en", "30,542.5"), ("ar", "30,542.5"), ("tr", "30.542,5")]
)
def test_numbers_are_written_as_the_language_writes_them(language: str, written: str) -> None:
    assert (
        Quantities({"fig-a": 30542.5}).insert("{fig-a} {other}", language) == f"{written} {{other}}"
    )


def test_the_keys_are_documented() -> None:
    text = (GEODATA.parent / "docs/data.md").read_text("utf-8")
    assert [key for key in MEASURES if f"`{{{key}}}`" not in text] == []

"""Arabic: joined letters, from right to left, with numbers and other scripts in their places."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from matplotlib.textpath import TextPath

from mapgen.pictures import files, handout, letters, sheets
from mapgen.pictures.studio import Job, Studio
from tests.conftest import ROOT
from tests.lessons import TASK, lesson, step
from tests.pictures.conftest import Drawn

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.pictures.scene import Ground

FONT = letters.font("plain", 20, arabic=True)
RLM, FSI, PDI = "\u200f", "\u2068", "\u2069"


def outlines(text: str) -> np.ndarray:
    """Return the vertices of a line's outlines, from the letter on the left on."""
    return np.asarray(TextPath((0, 0), text, prop=FONT).vertices)


def test_letters_are_joined() -> None:
    """Joined, the three letters are one stroke with another form for each."""
    alone = sum(np.ptp(outlines(each)[:, 0]) for each in "سور")
    assert np.ptp(outlines("سور")[:, 0]) < 0.9 * alone
    assert not np.allclose(outlines("بب")[:4], outlines("ب")[:4])


def test_a_line_runs_from_the_right_and_its_number_does_not() -> None:
    line, number, month = outlines("أيلول 2018"), outlines("2018"), outlines("أيلول")
    assert np.allclose(line[: len(number)], number)
    assert np.allclose(np.ptp(line[len(number) :], axis=0), np.ptp(month, axis=0))


@pytest.mark.parametrize(
    ("text", "language", "given"),
    [
        ("شمال غرب سوريا، أيلول 2018", "ar", "شمال غرب سوريا، أيلول 2018"),
        ("HTS، هيئة", "ar", f"{RLM}HTS، هيئة"),
        ("4–14 أيلول", "ar", "4–14 أيلول"),
        ("Not translated yet.", "ar", "Not translated yet."),
        ("(12)", "ar", "(12)"),
        ("İdlib", "tr", "İdlib"),
    ],
)
def test_lines_run_as_their_language_does(text: str, language: str, given: str) -> None:
    assert letters.run(text, language) == given


def test_a_sheet_gives_names_and_title_in_arabic_to_the_drawing(geodata: Geodata) -> None:
    studio = Studio(geodata, (), ("ar",), ("png",))
    job = Job(None, None)
    terrain = studio.terrain(None, sheets.SLIDE)
    said = sheets.draw(sheets.SLIDE, studio.heading(job, "ar"), terrain, studio.words("ar")).said
    assert "شمال غرب سوريا، أيلول 2018" in said
    assert "حلب" in said
    foot = " ".join(said)
    assert "أماكن وأحداث، 4–14 أيلول 2018" in foot
    assert (
        f"{FSI}© OpenStreetMap contributors (ODbL 1.0){PDI}، {FSI}GeoNames (CC BY 4.0){PDI}" in foot
    )
    assert "https://socialistworker.org/2018/09/14/the-looming-massacre-in-idlib" in foot


@pytest.mark.long
def test_a_handout_is_a_page_of_text_for_each_step(geodata: Geodata) -> None:
    steps = step(task=TASK), step(id="all", title="All of it, for a test", view=None)
    studio = Studio(geodata, (lesson(*steps),), ("ar",), ("pdf",))
    name, content = studio.made(Job(0, None))[0]
    assert name == "pictures/reading.ar.pdf"
    document = pypdfium2.PdfDocument(content)
    first, second = (each.get_textpage().get_text_range() for each in document)
    assert "All of it, for a test" in second
    for words in ("Rings, and nothing else", "What do the rings show?", "الحكومة السورية", "إدلب"):
        assert words in first


def test_a_handout_asks_and_does_not_answer(geodata: Geodata) -> None:
    shown = step(task=TASK)
    studio = Studio(geodata, (lesson(shown),), ("en",), ("pdf",))
    terrain, words = studio.terrain(shown, sheets.HANDOUT), studio.words("en")
    said = handout.draw(shown, studio.heading(Job(0, 0), "en"), terrain, words).said
    for each in ("Observe", "What do the rings show?", "Task", "A wall", "A radius"):
        assert each in said
    assert "Reading a map · 1/1" in said
    assert "The radius." not in said
    assert "For the presenter." not in said


def test_a_handout_mixes_what_is_to_be_ordered_as_the_page_does(geodata: Geodata) -> None:
    for case in json.loads((ROOT / "tests/cases/order.json").read_text(encoding="utf-8")):
        assert handout.mixed(case["count"]) == case["order"]
    answers = ("A first", "B second", "C third")  # their letters are in the right order
    shown = step(task=replace(TASK, kind="order", answers=answers, right=()))
    studio = Studio(geodata, (lesson(shown),), ("en",), ("pdf",))
    terrain, words = studio.terrain(shown, sheets.HANDOUT), studio.words("en")
    said = handout.draw(shown, studio.heading(Job(0, 0), "en"), terrain, words).said
    assert [text for text in said if text in answers] == ["B second", "C third", "A first"]


def test_sheets_are_mirrored_and_maps_are_not(ground: Ground) -> None:
    box = sheets.PAPER.map
    assert sheets.mirrored(box, sheets.PAPER, "tr") == box
    left, _, right, _ = sheets.mirrored(box, sheets.PAPER, "ar")
    assert (sheets.PAPER.width - right, sheets.PAPER.width - left) == pytest.approx(
        (box[0], box[2])
    )
    places = [
        {each.feature.id: each.at for each in Drawn(ground, None, language).standing.markers}
        for language in ("en", "ar")
    ]
    shared = set(places[0]) & set(places[1])
    assert len(shared) > 20
    assert all(places[0][each] == places[1][each] for each in shared)


def test_nothing_is_drawn_with_a_font_of_the_system() -> None:
    for face in ("plain", "bold", "title", "italic"):
        for arabic in (True, False):
            assert "mpl-data" in str(letters.font(face, 12, arabic=arabic).get_file())
    assert files.FORMATS == ("png", "svg", "pdf")

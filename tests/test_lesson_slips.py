"""Slips in lessons: each is told by its cause, and what only looks like one is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.facts.lessons import View, read_lessons
from mapgen.faults import FaultLog
from tests.lessons import EXAMPLE, PLACE, read, with_task

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = 'Texts of lessons are plain: write the words alone ("\\*" for a star).'
CASE = "Keys are lower case, the colon directly after:"
UNDERLINED = "is underlined, which makes it a title. Remove the line of"

ONLY = [
    (
        "## No one drew these lines",
        "## **No one**",
        f"14: the title holds strong emphasis. {PLAIN}",
    ),
    ("# Reading a map", "# [Reading](http://a.b) a map", f"1: the title holds a link. {PLAIN}"),
    ("### Observe", "### `Observe`", f"22: the title holds code. {PLAIN}"),
    ("One question about what c", "[One](b.c) question about c", f"24: holds a link. {PLAIN}"),
    ("> Feedback", "> ![](a.png)", f"45: holds a picture. {PLAIN}"),
    (
        "post-salwa\n\nAt most",
        "post-salwa\nAt most",
        (
            '19: "At most 70 words for the class, in one…" is no line "key: value". '
            "Leave an empty line between the keys and the text."
        ),
    ),
    ("level: ages", "Level: ages", f'3: "Level:" is no key. {CASE} "level:".'),
    ("minutes: 45", "minutes : 45", f'4: "minutes :" is no key. {CASE} "minutes:".'),
    ("id: estimated", "Id: estimated", f'16: "Id:" is no key. {CASE} "id:".'),
    ("evidence: post", "Evidence: post", f'47: "Evidence:" is no key. {CASE} "evidence:".'),
    (
        "material: one screen for the class, or",
        "material: one screen for the class,\nor",
        (
            '6: "or one for two pupils" is no line "key: value". '
            "A value ends with its line: join the two."
        ),
    ),
    ("id: estimated", "id: estimated\nid: other", '17: "id" stands twice. Keep one.'),
    ("evidence: p", "evidence: actors\n\nevidence: p", '49: "evidence" stands twice. Keep one.'),
    (
        "evidence: post",
        "evidense: post",
        '47: unknown key "evidense" of a task. Did you mean "evidence"?',
    ),
    (
        "&layers=",
        "&layer=",
        '17: unknown key "layer" in the link. Did you mean "layers"?',
    ),
    (
        "in one or more paragraphs.",
        "in one or more paragraphs.\n---",
        f'20: {UNDERLINED} dashes below; a title begins with number signs, "## Title".',
    ),
    (
        "# Reading a map of a war",
        "Reading a map of a war\n===",
        f'1: {UNDERLINED} equals signs below; a title begins with number signs, "## Title".',
    ),
    (
        "## No one drew these lines",
        "##No one drew these lines",
        '14: a title has a space after its number signs. Write "## No one drew these lines".',
    ),
    (
        "- Pupils can say what a colour on this map rests on.\n- ",
        "\N{BULLET}\tPupils can say what a colour on this map rests on.\n\N{BULLET}\t",
        '11: "\N{BULLET}" begins no list. Write "- ", or "1. " where the order counts.',
    ),
    (
        "- [ ] The front moved there.\n- ",
        "\N{EN DASH} [ ] The front moved there.\n\N{EN DASH} ",
        '42: "\N{EN DASH}" begins no list. Write "- ", or "1. " where the order counts.',
    ),
    (
        "# Reading a map",
        "#Reading a map",
        '1: a title has a space after its number signs. Write "# Reading a map of a war".',
    ),
    (
        "One question about what it means.",
        "#Idlib is a word.",
        (
            '28: begins with a number sign. Write "\\#" in a text; '
            "a title has a space after its number signs."
        ),
    ),
    (
        "## No one drew these lines",
        "No one drew these lines\n---",
        f'14: {UNDERLINED} dashes below; a title begins with number signs, "## Title".',
    ),
    (
        "in one or more paragraphs.",
        "in one or more paragraphs.\nclaim: A01",
        '21: "claim:" stands in the text. Keys stand above it, below the title.',
    ),
    (
        "id: estimated\nlink",
        "Some words.\n\nid: estimated\nlink",
        '18: "id:" stands in the text. Keys stand above it, below the title.',
    ),
    ("### Observe", "### observe", '22: unknown part "observe". Did you mean "Observe"?'),
    (
        "### Task: choice",
        "### TASK: CHOICE",
        '38: unknown part "TASK: CHOICE". Did you mean "Task: choice"?',
    ),
    ("Task: choice", "Task: Choice", '38: unknown task "Choice". Did you mean "choice"?'),
    (
        "known from there.\n\n>",
        "known from there.\nevidence: post-salwa\n\n>",
        '44: leave an empty line between the list and "evidence:".',
    ),
]


@pytest.mark.parametrize(("old", "new", "line"), ONLY)
def test_a_slip_is_told_once_and_by_its_cause(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    assert EXAMPLE.count(old) >= 1
    _, faults = read(tmp_path, EXAMPLE.replace(old, new, 1))
    assert faults[0] == f"{PLACE} {line}"
    assert len(faults) == 1, faults


def test_an_empty_title_is_told(tmp_path: Path) -> None:
    _, faults = read(tmp_path, EXAMPLE.replace("## No one drew these lines", "##"))
    assert faults == [f"{PLACE} 14: the title is empty. Write it after the number signs."]


def test_no_distance_at_all_is_told(tmp_path: Path) -> None:
    _, faults = read(tmp_path, with_task("place", "point: 35.93, 36.63\nwithin-km: 0"))
    rule = "expected kilometres, more than 0, as 5 or 2.5"
    assert faults == [f'{PLACE} 43: "within-km" is "0", {rule}.']


def test_a_key_right_below_the_question_is_told(tmp_path: Path) -> None:
    text = with_task("place", "point: 35.93, 36.63\nwithin-km: 5")
    _, faults = read(tmp_path, text.replace("Where is it?\n\n", "Where is it?\n"))
    assert f'{PLACE} 41: leave an empty line between the question and "point:".' in faults


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("One line  \nand another.", "One line and another."),
        ("One line\\\nand another.", "One line and another."),
        ("\\# 3\\. AT&amp;T \\*so\\* \\_x\\_", "# 3. AT&T *so* _x_"),
        (
            "Two\n\N{EN DASH} or three \N{EN DASH} days.",
            "Two \N{EN DASH} or three \N{EN DASH} days.",
        ),
    ],
)
def test_texts_read_as_a_person_reads_them(tmp_path: Path, written: str, text: str) -> None:
    old = "One question about what can be seen."
    (lesson,), faults = read(tmp_path, EXAMPLE.replace(old, written))
    assert faults == []
    assert lesson.steps[0].observe == text


def test_answers_and_titles_read_as_a_person_reads_them(tmp_path: Path) -> None:
    text = EXAMPLE.replace("The front moved", "\\*Tim &amp; Co\\* moved").replace(
        "## No one", "## \\#No one"
    )
    (lesson,), faults = read(tmp_path, text)
    assert faults == []
    assert lesson.steps[0].title == "#No one drew these lines"
    assert lesson.steps[0].task
    assert lesson.steps[0].task.answers[0] == "*Tim & Co* moved there."


def test_keys_may_have_empty_lines_between(tmp_path: Path) -> None:
    (lesson,), faults = read(tmp_path, EXAMPLE.replace("\nfeature: post", "\n\nfeature: post"))
    assert faults == []
    assert lesson.steps[0].feature == "post-salwa"


def test_a_link_may_say_what_a_step_has_no_use_for(tmp_path: Path) -> None:
    link = "https://a.b/c.html?embed#lang=tr&view=35.9,36.6,9&panel=tour&tour=a_b&step=2&embed&period=none&layers"
    (lesson,), faults = read(
        tmp_path, EXAMPLE.replace("link: #view=35.9,36.6,9&layers", f"link: {link}")
    )
    assert faults == []
    assert lesson.steps[0].view == View(35.9, 36.6, 9)
    assert lesson.steps[0].layers == ("areas_of_control", "front_lines")
    assert lesson.steps[0].period is None


def test_a_byte_order_mark_and_lines_of_windows_are_no_fault(tmp_path: Path) -> None:
    text = EXAMPLE.replace("\n", "\r\n")
    (lesson,), faults = read(tmp_path, f"\ufeff{text}")
    assert faults == []
    assert lesson.title == "Reading a map of a war"


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("My Lesson Über.md", "my-lesson-uber.md"),
        ("Işık_2.MD", "isik-2.md"),
        ("درس.md", "my-id.md"),
        ("a" * 81 + ".md", "a" * 80 + ".md"),
    ],
)
def test_a_name_that_no_address_can_hold_is_told(tmp_path: Path, name: str, fitting: str) -> None:
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / name).write_text(EXAMPLE, encoding="utf-8")
    log = FaultLog()
    read_lessons(folder, log)
    assert [str(each) for each in log.faults] == [
        (
            f"lessons/{name}: the name of a lesson is its id, and an id holds lower case letters "
            "(a to z), digits and single hyphens between them, at most 80: "
            f"rename it, for example {fitting}."
        )
    ]


def test_a_folder_named_as_a_lesson_is_told(tmp_path: Path) -> None:
    (tmp_path / "lessons" / "more.md").mkdir(parents=True)
    log = FaultLog()
    assert read_lessons(tmp_path / "lessons", log) == ()
    assert [str(each) for each in log.faults] == [
        "lessons/more.md: is a folder, not a lesson. Rename it without .md."
    ]

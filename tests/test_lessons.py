"""Lessons: what a teacher writes is what pupils get, and a slip is told with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapgen.cli import main
from mapgen.facts.lessons import Point, View
from tests.lessons import EXAMPLE, PLACE, read, with_task

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata


def test_the_example_of_the_documentation_is_a_lesson(tmp_path: Path) -> None:
    (lesson,), faults = read(tmp_path, EXAMPLE)
    assert faults == []
    assert (lesson.id, lesson.title, lesson.minutes) == ("example", "Reading a map of a war", 45)
    assert len(lesson.objectives) == 2
    (step,) = lesson.steps
    assert step.view == View(35.9, 36.6, 9)
    assert step.layers == ("areas_of_control", "front_lines")
    assert (step.feature, step.observe) == ("post-salwa", "One question about what can be seen.")
    assert step.task
    assert step.task.kind == "choice"
    assert step.task.answers[1] == "Hardly any report is known from there."
    assert step.task.right == (1,)
    assert step.task.explanation == ("Feedback, and what it rests on.",)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("order", "1. First\n2. Second\n3. Third", {"answers": ("First", "Second", "Third")}),
        ("place", "point: 35.93, 36.63\nwithin-km: 5", {"point": Point(36.63, 35.93)}),
        ("place", "feature: post-morek\nwithin-km: 2.5", {"feature": "post-morek"}),
        ("text", "", {"answers": ()}),
    ],
)
def test_tasks_of_each_kind_are_read(
    tmp_path: Path, kind: str, body: str, expected: dict[str, object]
) -> None:
    (lesson,), faults = read(tmp_path, with_task(kind, body))
    assert faults == []
    task = lesson.steps[0].task
    assert task
    assert task.kind == kind
    assert {key: getattr(task, key) for key in expected} == expected


SLIPS = [
    ("minutes: 45", "minutes: long", '4: "minutes" is "long", expected a whole number, as 45.'),
    ("minutes: 45", "minuts: 45", '4: unknown key "minuts" of a lesson. Did you mean "minutes"?'),
    ("level: ages 14 to 18\n", "", '1: "level" is missing. Add a line "level: …" below the title.'),
    (
        "id: estimated",
        "id: Estimated",
        '16: "id" is "Estimated": an id holds lower case letters (a to z), digits and single',
    ),
    (
        "view=35.9,36.6,9",
        "view=35.9,36.6",
        '17: "view" is "35.9,36.6", expected latitude, longitude and zoom, as 35.9,36.6,9.',
    ),
    ("view=35.9,36.6,9", "view=35.9,36.6,3", '17: "view" is "35.9,36.6,3", expected a zoom'),
    ("link: #view", "link: view", '17: "link" is "view=35.9,36.6,9&layers=areas_of_control'),
    ("At most 70 words", "word " * 71, "14: the text has 79 words, at most 70 fit. Shorten it."),
    ("At most 70", "At *most* 70", "20: holds emphasis. Texts of lessons are plain: write"),
    ("### Reflect", "### Reflekt", '26: unknown part "Reflekt". Did you mean "Reflect"?'),
    ("### Reflect", "### Observe", '26: "Observe" stands twice in this step. Keep one.'),
    ("Task: choice", "Task: choose", '38: unknown task "choose". Did you mean "choice"?'),
    ("- [ ] The front", "- The front", '42: the answer "The front moved there." has no mark.'),
    ("- [x] Hardly", "- [ ] Hardly", "42: a choice has right and wrong answers. Mark the right"),
    ("> Feedback, and what it rests on.", "", '38: expected one quote, "> …", with what is told'),
    ("\n\nevidence:", "\nevidence:", '46: leave an empty line between the quote and "evidence:".'),
    ("# Reading a map", "Reading a map", '1: expected the title of the lesson, "# Title".'),
    ("## No one drew", "#### No one drew", "14: a title has one to three number signs."),
    ("\n## No one", "\n![](map.png)\n\n## No one", "14: holds a picture. Texts of lessons are"),
    (
        "### Reflect",
        "```\ncode\n```\n\n### Reflect",
        "26: a block of code cannot stand in a lesson.",
    ),
]


@pytest.mark.parametrize(("old", "new", "line"), SLIPS)
def test_a_slip_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert EXAMPLE.count(old) >= 1
    _, faults = read(tmp_path, EXAMPLE.replace(old, new, 1))
    assert any(each.startswith(f"{PLACE} {line}") for each in faults), faults


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("order", "- First\n- Second\n- Third", "38: expected a numbered list of three or more"),
        ("choice", "- [x] One", "38: expected a list of two or more answers"),
        ("place", "within-km: 5", '38: expected "point:" or "feature:", and not both'),
        ("place", "point: 35.93, 36.63", '38: "within-km" is missing: how far off is still right.'),
        ("text", "point: 35.93, 36.63", '42: "point" belongs to a task of the kind place.'),
        ("text", "- One\n- Two", '42: a task "text" has no list.'),
    ],
)
def test_a_slip_in_a_task_is_told(tmp_path: Path, kind: str, body: str, problem: str) -> None:
    _, faults = read(tmp_path, with_task(kind, body))
    assert any(each.startswith(f"{PLACE} {problem}") for each in faults), faults


def test_a_lesson_that_does_not_fit_the_facts_stops_the_build(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = EXAMPLE.replace("post-salwa", "post-salva").replace("front_lines", "front_line")
    (copy / "lessons" / "example.md").write_text(
        text.replace("id: estimated", "id: estimated\nclaim: A99\ndate: 2016-01-01"), "utf-8"
    )
    output = copy.parent / "page.html"
    output.write_text("the old page", encoding="utf-8")
    assert main(["build", "--geodata", str(copy), "--output", str(output)]) == 1
    lines = capsys.readouterr().err.splitlines()
    place = "geodata/lessons/example.md, line"
    assert f'{place} 14: claim "A99" is not in geodata/claims.json.' in lines
    assert f"{place} 14: date 2016-01-01 lies outside 2017-09-01 to 2018-09-14." in lines
    assert f'{place} 14: layer "front_line" is unknown. Did you mean "front_lines"?' in lines
    assert (
        f'{place} 14: feature "post-salva" is not in the facts. Did you mean "post-salwa"?' in lines
    )
    assert output.read_text(encoding="utf-8") == "the old page"


def test_the_lesson_on_the_article_tells_every_claim_in_order(geodata: Geodata) -> None:
    lesson = next(each for each in geodata.lessons if each.id == "article-in-twelve-maps")
    told = [claim for step in lesson.steps for claim in step.claim]
    assert set(told) == set(geodata.claims)
    firsts = [min(step.claim) for step in lesson.steps if step.claim]
    assert firsts[0] == "A01"


def test_three_lessons_use_every_kind_of_task(geodata: Geodata) -> None:
    assert [each.id for each in geodata.lessons] == [
        "article-in-twelve-maps",
        "reading-a-map-of-a-war",
        "the-people-in-between",
    ]
    for lesson in geodata.lessons:
        kinds = {step.task.kind for step in lesson.steps if step.task}
        assert kinds == {"choice", "order", "place", "text"}
        assert all(step.observe and step.reflect and step.question for step in lesson.steps)

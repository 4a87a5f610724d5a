"""Lessons for tests: one that is made, and the one of the documentation, to break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapgen.facts.lessons import Lesson, read_lessons
from mapgen.facts.lessons.model import Step, Task
from mapgen.faults import FaultLog, Place
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def step(number: int) -> Step:
    """Return a step; every third has a task."""
    task = Task(
        kind="choice",
        question=f"What is shown in step {number}?",
        answers=("An estimate", "A border"),
        right=(0,),
        point=None,
        feature=None,
        within_km=None,
        explanation=("Settlements decide.",),
        evidence=(),
        place=Place("lesson.md", "line 1"),
    )
    return Step(
        id=f"step-{number}",
        title=f"Step {number}",
        text=("Nobody drew these lines.",),
        view=None,
        layers=None,
        date=None,
        period=None,
        feature=None,
        claim=(),
        observe=None,
        reflect=None,
        question=None,
        notes=(),
        task=task if number % 3 == 0 else None,
        place=Place("lesson.md", "line 1"),
    )


LESSON = Lesson(
    id="reading-a-map",
    title="A lesson that only tests know",
    level="ages 14 to 18",
    minutes=45,
    material="one screen for the class",
    curriculum=("maps and their makers", "sources"),
    content_note="speaks of air strikes on hospitals",
    summary="What a colour on a map rests on, and what it leaves out.",
    objectives=("Pupils can say what a colour rests on.",),
    steps=tuple(step(number) for number in range(1, 7)),
    place=Place("geodata/lessons/reading-a-map.md"),
)

EXAMPLE = re.findall(
    r"```markdown\n(.*?)```", (ROOT / "docs/lessons.md").read_text("utf-8"), flags=re.DOTALL
)[0]
"""The lesson that the documentation shows."""

PLACE = "lessons/example.md, line"


def read(folder: Path, text: str) -> tuple[tuple[Lesson, ...], list[str]]:
    path = folder / "lessons" / "example.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    log = FaultLog()
    return read_lessons(path.parent, log), [str(each) for each in log.faults]


def with_task(kind: str, body: str) -> str:
    head = EXAMPLE.split("### Task")[0]
    return f"{head}### Task: {kind}\n\nWhere is it?\n\n{body}\n\n> There.\n"

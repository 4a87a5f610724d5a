"""Lessons for tests: made ones, and the one of the documentation, to break."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mapgen.facts.lessons import Lesson, Step, Task, View, read_lessons
from mapgen.faults import FaultLog, Place
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


TASK = Task(
    kind="choice", question="What is a ring?", answers=("A wall", "A radius"), right=(1,),
    point=None, feature=None, within_km=None, explanation=("The radius.",), evidence=(),
    place=Place("lesson.md", "line 1"),
)  # fmt: skip

_STEP = Step(
    id="posts", title="Rings, and nothing else", text=("Rings show what is not known.",),
    view=View(35.8, 36.6, 9.0), layers=None, date=None, period=None, feature=None, claim=(),
    observe="What do the rings show?", reflect=None, question=None, notes=("For the presenter.",),
    task=None, place=Place("lesson.md", "line 1"),
)  # fmt: skip

_LESSON = Lesson(
    id="reading", title="Reading a map", level="ages 14 to 18", minutes=45,
    material="one screen for the class", curriculum=("maps and their makers", "sources"),
    content_note="speaks of air strikes on hospitals",
    summary="What a colour on a map rests on, and what it leaves out.",
    objectives=("Pupils can say what a colour rests on.",), steps=(),
    place=Place("geodata/lessons/reading-a-map.md"),
)  # fmt: skip


def step(**changed: Any) -> Step:
    """Return a step that shows a view of Idlib, with changes."""
    return replace(_STEP, **changed)


def lesson(*steps: Step, **changed: Any) -> Lesson:
    """Return a lesson of steps, with changes."""
    return replace(_LESSON, steps=steps, **changed)


LESSON = lesson(
    *(
        step(id=f"step-{number}", title=f"Step {number}", task=None if number % 3 else TASK)
        for number in range(1, 7)
    ),
    id="reading-a-map",
    title="A lesson that only tests know",
)
"""Six steps, two with a task."""

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

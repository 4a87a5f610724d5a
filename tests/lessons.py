"""A lesson for tests of what is made of lessons."""

from __future__ import annotations

from mapgen.lessons import Lesson
from mapgen.lessons.model import Step, Task


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
        place="lesson.md:1",
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
        place="lesson.md:1",
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
    place="geodata/lessons/reading-a-map.md",
)

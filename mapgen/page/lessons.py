"""Lessons as records; texts in English, the phrases have them in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.kinds.coordinates import to_integers
from mapgen.page import lesson_records as records

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Lesson, Step, Task

TEXTS = (
    "title", "summary", "level", "material", "content_note", "curriculum", "objectives",
    "text", "observe", "reflect", "notes", "question", "answers", "explanation",
)  # fmt: skip
"""Keys of lessons, steps and tasks whose values are texts of the first language."""


def lessons(geodata: Geodata) -> tuple[records.Lesson, ...]:
    """Return the lessons of a page."""
    return tuple(_lesson(lesson) for lesson in geodata.lessons)


def _lesson(lesson: Lesson) -> records.Lesson:
    return records.Lesson(
        id=lesson.id,
        title=lesson.title,
        summary=lesson.summary,
        level=lesson.level,
        minutes=lesson.minutes,
        material=lesson.material,
        curriculum=lesson.curriculum,
        content_note=lesson.content_note,
        objectives=lesson.objectives,
        steps=tuple(_step(step) for step in lesson.steps),
    )


def _step(step: Step) -> records.Step:
    return records.Step(
        id=step.id,
        title=step.title,
        text=step.text,
        view=step.view,
        layers=step.layers,
        date=step.date,
        period=step.period,
        feature=step.feature,
        observe=step.observe,
        reflect=step.reflect,
        question=step.question,
        notes=step.notes,
        task=_task(step.task) if step.task else None,
    )


def _task(task: Task) -> records.Task:
    return records.Task(
        kind=task.kind,
        question=task.question,
        answers=task.answers,
        right=task.right,
        point=to_integers(*task.point) if task.point else None,
        feature=task.feature,
        within_km=task.within_km,
        explanation=task.explanation,
        evidence=task.evidence,
    )

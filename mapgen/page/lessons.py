"""Lessons as records; texts in English, the phrases have them in other languages."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from mapgen.page.arcs import to_integers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Lesson, Step, Task
    from mapgen.page.rows import Row


def lessons(geodata: Geodata) -> list[Row]:
    """Return the lessons of a page."""
    return [_lesson(each) for each in geodata.lessons]


def lesson_texts(rows: Iterable[Row]) -> list[str]:
    """Return the texts of lessons in a fixed order: ``web/facts/phrases.js`` reads them so."""
    texts: list[str] = []
    for row in rows:
        steps = row["steps"]
        tasks = [step["task"] for step in steps if step["task"]]
        texts += chain.from_iterable(_texts(part) for part in (row, *steps, *tasks))
    return texts


_TEXTS = (
    "title", "summary", "level", "material", "content_note", "curriculum", "objectives",
    "text", "observe", "reflect", "notes", "question", "answers", "explanation",
)  # fmt: skip


def _texts(record: Row) -> Iterator[str]:
    for key in _TEXTS:
        texts = record.get(key) or ()
        yield from (texts,) if isinstance(texts, str) else texts


def _lesson(lesson: Lesson) -> Row:
    return {
        "id": lesson.id,
        "title": lesson.title,
        "summary": lesson.summary,
        "level": lesson.level,
        "minutes": lesson.minutes,
        "material": lesson.material,
        "curriculum": list(lesson.curriculum),
        "content_note": lesson.content_note,
        "objectives": list(lesson.objectives),
        "steps": [_step(each) for each in lesson.steps],
    }


def _step(step: Step) -> Row:
    return {
        "id": step.id,
        "title": step.title,
        "text": list(step.text),
        "view": list(step.view) if step.view else None,
        "layers": list(step.layers) if step.layers is not None else None,
        "date": step.date,
        "period": list(step.period) if step.period else None,
        "feature": step.feature,
        "observe": step.observe,
        "reflect": step.reflect,
        "question": step.question,
        "notes": list(step.notes),
        "task": _task(step.task) if step.task else None,
    }


def _task(task: Task) -> Row:
    return {
        "kind": task.kind,
        "question": task.question,
        "answers": list(task.answers),
        "right": list(task.right),
        "point": to_integers(*task.point) if task.point else None,
        "feature": task.feature,
        "within_km": task.within_km,
        "explanation": list(task.explanation),
        "evidence": list(task.evidence),
    }

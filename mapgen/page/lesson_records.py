"""Lessons in the document."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen

from mapgen.kinds.records import Day, Point, Record


class Task(Record):
    """A question to the reader of a step.

    ``right`` counts ``answers`` from 0; the answers of an order stand in the right order; a place
    is ``point`` or ``feature``.
    """

    kind: Literal["choice", "order", "place", "text"]
    question: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    point: Point | None
    feature: str | None
    within_km: float | None
    explanation: tuple[str, ...]
    evidence: tuple[str, ...]


class Step(Record):
    """A step of a tour; ``view`` is latitude, longitude, zoom for a map of 900 by 560 px."""

    id: str
    title: str
    text: tuple[str, ...]
    view: tuple[float, float, float] | None
    layers: tuple[str, ...] | None
    date: Day | None
    period: tuple[Day, Day] | None
    feature: str | None
    observe: str | None
    reflect: str | None
    question: str | None
    notes: tuple[str, ...]
    task: Task | None


class Lesson(Record):
    """A tour with tasks; its texts are of the first language, the phrases have the others."""

    id: str
    title: str
    summary: str
    level: str
    minutes: int
    material: str
    curriculum: tuple[str, ...]
    content_note: str
    objectives: tuple[str, ...]
    steps: Annotated[tuple[Step, ...], MinLen(1), MaxLen(12)]

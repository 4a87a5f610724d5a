"""What a lesson is: a tour in steps, some of them with a task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from mapgen.faults import Place

TaskKind = Literal["choice", "order", "place", "text"]


class View(NamedTuple):
    """Where the map stands: the middle in degrees (EPSG:4326), and a zoom of web maps.

    The zoom is that of a map of `REFERENCE_PX`; a smaller map shows the same ground smaller.
    """

    latitude: float
    longitude: float
    zoom: float


REFERENCE_PX = (900, 560)
"""Width and height in px of the map for which views are written: the page on a desktop."""


class Point(NamedTuple):
    """A place in degrees (EPSG:4326), longitude first."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class Task:
    """A task of a step.

    Parameters
    ----------
    question
        What is asked.
    answers
        For a choice all answers, for an order the entries in the right order; else empty.
    right
        For a choice, which of `answers` are right, counted from 0.
    point
        For a place, where it is; None where `feature` says so.
    feature
        For a place, the feature that is to be found.
    within_km
        For a place, how far off is still right.
    explanation
        Feedback, or the model answer of a text; paragraphs.
    evidence
        Ids of what shows it.
    place
        File and line, as a fault names it.
    """

    kind: TaskKind
    question: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    point: Point | None
    feature: str | None
    within_km: float | None
    explanation: tuple[str, ...]
    evidence: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Step:
    """A step of a tour.

    Parameters
    ----------
    id
        Unique in the lesson.
    title
        A few words.
    text
        Paragraphs, together at most 70 words.
    view
        Where the map stands; None for the whole map.
    layers
        Names of switches that are on; None for those that are on at first.
    date
        The ISO day of the map; None for that of the atlas.
    period
        First and last ISO day of the events that are shown; None for the usual ones.
    feature
        Id of what is selected.
    claim
        Claims of the article that the step tells.
    observe, reflect, question
        One question each; None where it has none.
    notes
        Paragraphs for the presenter.
    task
        At most one.
    place
        File and line, as a fault names it.
    """

    id: str
    title: str
    text: tuple[str, ...]
    view: View | None
    layers: tuple[str, ...] | None
    date: str | None
    period: tuple[str, str] | None
    feature: str | None
    claim: tuple[str, ...]
    observe: str | None
    reflect: str | None
    question: str | None
    notes: tuple[str, ...]
    task: Task | None
    place: Place


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Parameters
    ----------
    id
        The name of its file without ``.md``.
    title
        A few words.
    level
        For whom.
    minutes
        How long it takes.
    material
        What is needed.
    curriculum
        Words under which a teacher looks for it.
    content_note
        What may hurt to see or read.
    summary
        One paragraph.
    objectives
        What pupils can do afterwards.
    steps
        One to 12.
    place
        The file, as a fault names it.
    """

    id: str
    title: str
    level: str
    minutes: int
    material: str
    curriculum: tuple[str, ...]
    content_note: str
    summary: str
    objectives: tuple[str, ...]
    steps: tuple[Step, ...]
    place: Place

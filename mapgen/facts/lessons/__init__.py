"""Lessons in ``geodata/lessons/``: tours of the map in steps, with tasks and notes."""

from mapgen.facts.lessons.model import REFERENCE_PX, Lesson, Point, Step, Task, View
from mapgen.facts.lessons.reading import read_lessons, texts_of_lesson

__all__ = [
    "REFERENCE_PX",
    "Lesson",
    "Point",
    "Step",
    "Task",
    "View",
    "read_lessons",
    "texts_of_lesson",
]

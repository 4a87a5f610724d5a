"""Markdown files of ``geodata/lessons/`` to lessons; a fault names file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from mapgen.facts.files import file_place, read_text, unfit_in
from mapgen.facts.lessons.files import lesson_files
from mapgen.facts.lessons.keys import keys_first, stray_keys
from mapgen.facts.lessons.lines import Lines
from mapgen.facts.lessons.markdown import Section, sections
from mapgen.facts.lessons.model import Lesson, Step, Task, TaskKind
from mapgen.facts.lessons.tasks import read_task
from mapgen.facts.lessons.values import LINKED, STEP_KEYS, UNUSED, Value, link, names, whole_number
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from mapgen.faults import FaultLog, Place

MOST_STEPS = 12
MOST_WORDS = 70
"""In the text of a step: what a class reads in half a minute."""

_HEAD: dict[str, Callable[[str], Any]] = {
    "level": str,
    "minutes": whole_number,
    "material": str,
    "curriculum": names,
    "content-note": str,
}
_PARTS = ("Observe", "Reflect", "Question", "Notes")
_TASK = "Task:"


def read_lessons(folder: Path, log: FaultLog) -> tuple[Lesson, ...]:
    """Read all lessons of a folder.

    Parameters
    ----------
    folder
        ``geodata/lessons``; a folder that is missing holds no lessons.
    log
        Takes every fault, with file and line.

    Returns
    -------
    tuple of Lesson
        In the order of their file names; a lesson that cannot be read at all is left out.
    """
    read = (_read(path, log) for path in lesson_files(folder, log))
    return tuple(lesson for lesson in read if lesson)


def texts_of_lesson(lesson: Lesson) -> Iterator[str]:
    """Yield the English texts of a lesson that the page shows."""
    yield from (lesson.title, lesson.level, lesson.material, lesson.content_note, lesson.summary)
    yield from (*lesson.curriculum, *lesson.objectives)
    for step in lesson.steps:
        yield from (step.title, *step.text, *step.notes)
        yield from (text for text in (step.observe, step.reflect, step.question) if text)
        if step.task:
            yield from (step.task.question, *step.task.answers, *step.task.explanation)


def _read(path: Path, log: FaultLog) -> Lesson | None:
    lines = Lines(file_place(path), log)
    text = read_text(path, log)
    if text is None or not _is_fit(text, lines):
        return None
    parts = sections(text, lines.file, log)
    if not parts or parts[0].level != 1:
        lines.add(1, 'expected the title of the lesson, "# Title".')
        return None
    head, *rest = parts
    values = _head(head, lines)
    steps = _steps(rest, lines)
    if not steps:
        lines.add(head.line, 'the lesson has no step. Add one: "## Title of the step".')
    _check_distinct(steps, lines)
    return Lesson(
        id=path.stem,
        title=head.title,
        level=values.get("level") or "",
        minutes=values.get("minutes") or 0,
        material=values.get("material") or "",
        curriculum=values.get("curriculum") or (),
        content_note=values.get("content-note") or "",
        summary=values.get("summary") or "",
        objectives=values.get("objectives") or (),
        steps=tuple(steps),
        place=lines.file,
    )


def _is_fit(text: str, lines: Lines) -> bool:
    """Tell whether every line can be shown; log those that cannot."""
    problems = [
        (number, unfit_in(line.expandtabs()))
        for number, line in enumerate(text.split("\n"), start=1)
    ]
    for number, problem in problems:
        if problem:
            lines.add(number, problem)
    return not any(problem for _, problem in problems)


def _head(section: Section, lines: Lines) -> dict[str, Any]:
    """Return what stands below the title, by its name."""
    keys, blocks = keys_first(section.blocks, _HEAD, lines)
    said = lines.plain(blocks)
    written = {*keys, *stray_keys(said, _HEAD, lines)}
    values = {key: lines.parse(key, value, _HEAD, "a lesson") for key, value in keys.items()}
    for key in _HEAD:
        if key not in written:
            lines.add(section.line, f'"{key}" is missing. Add a line "{key}: …" below the title.')
    kinds = [block.kind for block in said]
    if kinds != ["paragraph", "bullets"]:
        lines.add(
            section.line,
            "below the keys expected one paragraph about the lesson and a list of what pupils can "
            f"do afterwards; found {', '.join(kinds) or 'nothing'}.",
        )
        return values
    return values | {"summary": lines.join(said[0].texts[0]), "objectives": lines.entries(said[1])}


def _steps(rest: Sequence[Section], lines: Lines) -> list[Step]:
    """Group sections by step and read each."""
    groups: list[list[Section]] = []
    for section in rest:
        if section.level == 1:
            lines.add(section.line, "a lesson has one title. Give a step two number signs.")
        elif section.level == 2:  # noqa: PLR2004 - the level of a step
            groups.append([section])
        elif groups:
            groups[-1].append(section)
        else:
            lines.add(section.line, f'"{section.title}" stands before the first step ("## Title").')
    if len(groups) > MOST_STEPS:
        lines.add(groups[MOST_STEPS][0].line, f"a lesson has at most {MOST_STEPS} steps.")
    return [_step(head, parts, lines) for head, *parts in groups]


def _step(head: Section, parts: Sequence[Section], lines: Lines) -> Step:
    known = (*STEP_KEYS, "link")
    keys, blocks = keys_first(head.blocks, known, lines)
    values = _step_values(keys, lines)
    if "id" not in {*keys, *stray_keys(blocks, known, lines)}:
        lines.add(head.line, f'the step "{head.title}" has no id. Add a line "id: …" below it.')
    text = lines.paragraphs(lines.plain(blocks), "the text of a step")
    words = sum(len(paragraph.split()) for paragraph in text)
    if not text:
        lines.add(head.line, f'the step "{head.title}" has no text. Add a paragraph.')
    if words > MOST_WORDS:
        lines.add(head.line, f"the text has {words} words, at most {MOST_WORDS} fit. Shorten it.")
    said, task = _parts(parts, lines)
    return Step(
        id=values.get("id") or "",
        title=head.title,
        text=text,
        view=values.get("view"),
        layers=values.get("layers"),
        date=values.get("date"),
        period=values.get("period"),
        feature=values.get("feature"),
        claim=values.get("claim") or (),
        observe=_one(said, "Observe", lines),
        reflect=_one(said, "Reflect", lines),
        question=_one(said, "Question", lines),
        notes=said.get("Notes", (0, ()))[1],
        task=task,
        place=lines.at(head.line),
    )


def _step_values(keys: dict[str, Value], lines: Lines) -> dict[str, Any]:
    """Return parsed values; what a link says counts where the step has no key of its own."""
    written = dict(keys)
    if "link" in written:
        value = written.pop("link")
        linked = lines.parse("link", value, {"link": lambda text: dict(link(text))}, "a step")
        said = _linked(linked or {}, value.line, lines)
        written = {key: Value(text, value.line) for key, text in said.items()} | written
    return {key: lines.parse(key, value, STEP_KEYS, "a step") for key, value in written.items()}


def _linked(pairs: dict[str, str], line: int, lines: Lines) -> dict[str, str]:
    """Return what a link says of a step; a key that no address has is logged."""
    for key in pairs:
        if key not in (*LINKED, *UNUSED):
            lines.add(line, f'unknown key "{key}" in the link. {did_you_mean(key, LINKED)}')
    # In a tour, the page's address says "none" where its reader took a step's period away.
    empty = ("", "none")
    return {key: text for key, text in pairs.items() if key in LINKED and text not in empty}


_Said = dict[str, tuple[int, tuple[str, ...]]]


def _parts(parts: Sequence[Section], lines: Lines) -> tuple[_Said, Task | None]:
    """Return line and paragraphs of each part by its title, and the task."""
    said: _Said = {}
    task = None
    for part in parts:
        if part.title.startswith(_TASK):
            if task:
                lines.add(part.line, "a step has one task. Move this one to another step.")
            task = read_task(part, part.title.removeprefix(_TASK).strip(), lines)
        elif part.title not in _PARTS:
            known = [*_PARTS, *(f"{_TASK} {kind}" for kind in get_args(TaskKind))]
            lines.add(part.line, f'unknown part "{part.title}". {did_you_mean(part.title, known)}')
        elif part.title in said:
            lines.add(part.line, f'"{part.title}" stands twice in this step. Keep one.')
        else:
            blocks = lines.plain(part.blocks)
            said[part.title] = (part.line, lines.paragraphs(blocks, f'"{part.title}"'))
    return said, task


def _one(said: _Said, title: str, lines: Lines) -> str | None:
    if title not in said:
        return None
    line, paragraphs = said[title]
    if len(paragraphs) != 1:
        lines.add(line, f'"{title}" holds {len(paragraphs)} paragraphs, expected one.')
    return paragraphs[0] if paragraphs else None


def _check_distinct(steps: Sequence[Step], lines: Lines) -> None:
    first: dict[str, Place] = {}
    for step in steps:
        if step.id and step.id in first:
            lines.log.add(step.place, f'id "{step.id}" is used already: {first[step.id]}.')
        first.setdefault(step.id, step.place)

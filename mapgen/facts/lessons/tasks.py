"""Tasks of a lesson: questions, answers, and what is told after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast, get_args

from mapgen.facts.lessons.keys import key_of, read_keys
from mapgen.facts.lessons.model import Task, TaskKind
from mapgen.facts.lessons.values import Value, feature, kilometres, names, point
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapgen.facts.lessons.lines import Lines
    from mapgen.facts.lessons.markdown import Block, Section

_KINDS = get_args(TaskKind)
_ANSWER = re.compile(r"\[([ xX])\] +(.+)", re.DOTALL)
_FEWEST = {"choice": 2, "order": 3}
_ABOVE = {"paragraph": "question", "quote": "quote"}
_LISTS = {"choice": "bullets", "order": "numbers"}
_LIST_WORDS = {
    "choice": 'a list of two or more answers, "- [x]" the right ones and "- [ ]" the others',
    "order": 'a numbered list of three or more entries in the right order, "1. …"',
}
_KEYS: dict[str, Callable[[str], Any]] = {
    "point": point,
    "feature": feature,
    "within-km": kilometres,
    "evidence": names,
}


def read_task(section: Section, kind: str, lines: Lines) -> Task | None:
    """Return the task below a title ``Task: KIND``.

    Parameters
    ----------
    section
        The blocks below the title.
    kind
        What stands after the colon.
    lines
        The file, and where its faults go.

    Returns
    -------
    Task or None
        None where the kind is unknown or nothing is asked; the log says so.
    """
    if kind not in _KINDS:
        lines.add(section.line, f'unknown task "{kind}". {did_you_mean(kind, _KINDS)}')
        return None
    keys, blocks = _split(section, lines)
    if not blocks or blocks[0].kind != "paragraph":
        lines.add(section.line, "expected a question below the title of the task.")
        return None
    question, *others = blocks
    answers, right = _answers(kind, others, section.line, lines)
    values = {key: lines.parse(key, value, _KEYS, "a task") for key, value in keys.items()}
    if kind == "place":
        _check_place(keys, section.line, lines)
    else:
        for key in sorted(set(keys) & {"point", "feature", "within-km"}):
            lines.add(keys[key].line, f'"{key}" belongs to a task of the kind place.')
    return Task(
        kind=cast("TaskKind", kind),
        question=lines.join(question.texts[0]),
        answers=answers,
        right=right,
        point=values.get("point"),
        feature=values.get("feature"),
        within_km=values.get("within-km"),
        explanation=_explanation(others, section.line, lines),
        evidence=values.get("evidence") or (),
        place=lines.at(section.line),
    )


def _split(section: Section, lines: Lines) -> tuple[dict[str, Value], list[Block]]:
    """Return the keys of paragraphs of keys, and the other blocks."""
    keys: dict[str, Value] = {}
    others: list[Block] = []
    for block in section.blocks:
        # A question may hold a colon: only below it unknown keys are keys.
        parts = read_keys(block, _KEYS, lines, keys, unknown=bool(others))
        if parts:
            keys |= parts[0]
            others += parts[1]
        else:
            others.append(block)
            _check_apart(block, lines)
    return keys, lines.plain(others)


def _check_apart(block: Block, lines: Lines) -> None:
    """Log keys that stand right below a text, which makes them part of it."""
    for text, at in zip(block.texts, block.lines, strict=True):
        for number, row in enumerate(text.split("\n")):
            if number and (key := key_of(row)) in _KEYS:
                above = _ABOVE.get(block.kind, "list")
                lines.add(at + number, f'leave an empty line between the {above} and "{key}:".')


def _answers(
    kind: str, blocks: list[Block], line: int, lines: Lines
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the entries of the list of a choice or an order, and which of them are right."""
    lists = [block for block in blocks if block.kind in ("bullets", "numbers")]
    if kind not in _LISTS:
        for block in lists:
            lines.add(block.line, f'a task "{kind}" has no list.')
        return (), ()
    fitting = [block for block in lists if block.kind == _LISTS[kind]]
    if len(lists) != 1 or len(fitting) != 1 or len(fitting[0].texts) < _FEWEST[kind]:
        lines.add(line, f"expected {_LIST_WORDS[kind]}.")
        return (), ()
    entries = lines.entries(fitting[0])
    return _marked(entries, fitting[0], lines) if kind == "choice" else (entries, ())


def _marked(
    entries: tuple[str, ...], block: Block, lines: Lines
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return answers without their marks, and which are right."""
    matches = [_ANSWER.fullmatch(entry) for entry in entries]
    for match, at, entry in zip(matches, block.lines, entries, strict=True):
        if not match:
            lines.add(at, f'the answer "{entry}" has no mark. Begin it with "[x]" or "[ ]".')
    marks = [match for match in matches if match]
    right = tuple(number for number, match in enumerate(marks) if match[1] != " ")
    if len(marks) == len(entries) and len(right) in (0, len(entries)):
        lines.add(block.line, "a choice has right and wrong answers. Mark the right ones [x].")
    return tuple(match[2] for match in marks), right


def _explanation(blocks: list[Block], line: int, lines: Lines) -> tuple[str, ...]:
    quotes = [block for block in blocks if block.kind == "quote"]
    for stray in (block for block in blocks if block.kind == "paragraph"):
        lines.add(stray.line, "a task asks in one paragraph. Join the two.")
    if len(quotes) != 1:
        lines.add(line, 'expected one quote, "> …", with what is told after the answer.')
        return ()
    return lines.entries(quotes[0])


def _check_place(keys: dict[str, Value], line: int, lines: Lines) -> None:
    if ("point" in keys) == ("feature" in keys):
        lines.add(line, 'expected "point:" or "feature:", and not both: where the place is.')
    if "within-km" not in keys:
        lines.add(line, '"within-km" is missing: how far off is still right.')

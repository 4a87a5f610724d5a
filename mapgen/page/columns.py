"""Columns of a layer in the shortest of their forms; ``web/facts/columns.js`` reads each."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import JsonValue

    from mapgen.page.positions import Positions
    from mapgen.page.strings import Strings

MOST_VALUES = 32
"""A column of at most so many different values keeps each once and numbers for the rows."""


def column(
    name: str, values: Sequence[JsonValue], positions: Positions, strings: Strings
) -> JsonValue:
    """Return a column in the shortest of its forms; None where no row has a value.

    Parameters
    ----------
    name
        The field of the column.
    values
        A value for each row.
    positions, strings
        Where places and texts are kept.
    """
    if all(value is None for value in values):
        return None
    if name == "point" and _are_places(values):
        return {"without": [*positions.add_column(values)]}
    if name in ("polygons", "lines"):
        return {"references": [_gaps(value) for value in values]}
    if name == "sources" and _are_lists(values):
        return {"changes": list(_changes(values))}
    return _of_texts(values, strings) or _numbered(values) or strings.replaced(list(values))


def columns(
    rows: Sequence[Mapping[str, JsonValue]], positions: Positions, strings: Strings
) -> JsonValue:
    """Return records of equal keys as columns.

    Returns
    -------
    dict
        ``fields``, the keys in their order; ``count`` of the records; ``columns`` by field,
        without those that hold nothing.
    """
    fields = list(rows[0]) if rows else []
    values = {field: [row[field] for row in rows] for field in fields}
    kept = {field: column(field, values[field], positions, strings) for field in fields}
    if "id" in values and "name" in values:
        kept["id"] = ids(values["id"], values["name"], strings.first)
    return {
        "fields": [*fields],
        "count": len(rows),
        "columns": {field: value for field, value in kept.items() if value is not None},
    }


def ids(values: Sequence[JsonValue], names: Sequence[JsonValue], language: str) -> JsonValue:
    """Return ids as what precedes names in them, and by row those that are not made so."""
    prefix = str(values[0]).split("-")[0] + "-"
    made = [prefix + slug(str(name[language])) if isinstance(name, dict) else "" for name in names]
    others: dict[str, JsonValue] = {
        str(row): kept for row, kept in enumerate(values) if kept != made[row]
    }
    if len(others) * 2 > len(values):
        return list(values)
    return {"prefix": prefix, "others": others}


def slug(name: str) -> str:
    """Return a name as ids have it: small letters without marks, words joined by hyphens."""
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", name))
    return _OTHERS.sub("-", letters).strip("-").lower()


_MARKS = re.compile("[\u0300-\u036f']")
_OTHERS = re.compile("[^A-Za-z0-9]+")


def _of_texts(values: Sequence[JsonValue], strings: Strings) -> JsonValue | None:
    """Return the numbers of texts, 0 where there is none, each as the difference to the last."""
    if not all(value is None or strings.is_texts(value) for value in values):
        return None
    kept = [strings.numbered(value) if strings.is_texts(value) else None for value in values]
    forms = {value[0] for value in kept if value}
    if len(forms) != 1:
        return None
    numbers = [value[1] + 1 if value else 0 for value in kept]
    gaps = zip(numbers, [0, *numbers], strict=False)
    return {forms.pop(): [number - last for number, last in gaps]}


def _numbered(values: Sequence[JsonValue]) -> JsonValue | None:
    """Return different values once and a number for each row, where that is shorter."""
    different: dict[str, int] = {}
    at: list[JsonValue] = []
    for value in values:
        at.append(different.setdefault(_KEYS.encode(value), len(different)))
        if len(different) > MOST_VALUES:
            return None
    if len(different) * 2 > len(values):
        return None
    return {"values": [json.loads(key) for key in different], "at": at}


_KEYS = json.JSONEncoder(ensure_ascii=False)


def _gaps(numbers: JsonValue) -> JsonValue:
    """Return numbers of arcs as differences to the arc before: a ring goes through arcs in order.

    A difference is doubled, and one more where the arc is reversed.
    """
    if not _is_numbers(numbers):
        return [_gaps(ring) for ring in numbers] if isinstance(numbers, list) else numbers
    arcs = [~number if number < 0 else number for number in numbers]
    return [
        2 * (arc - before) + (number < 0)
        for number, arc, before in zip(numbers, arcs, [0, *arcs], strict=False)
    ]


def _is_numbers(value: JsonValue) -> TypeGuard[list[int]]:
    return isinstance(value, list) and all(isinstance(number, int) for number in value)


def _are_lists(values: Sequence[JsonValue]) -> TypeGuard[Sequence[list[int]]]:
    return all(map(_is_numbers, values))


def _are_places(values: Sequence[JsonValue]) -> TypeGuard[Sequence[list[int] | None]]:
    return all(value is None or _is_numbers(value) for value in values)


def _changes(groups: Iterable[list[int]]) -> Iterable[list[JsonValue]]:
    """Yield 0 and which sources a row has and the one before has not, or the reverse, as gaps.

    Where that is no shorter, or loses their order, 1 and the sources of the row.
    """
    before: set[int] = set()
    for group in groups:
        changed = before.symmetric_difference(group)
        anew = len(changed) >= len(group) or group != sorted(group)
        chosen = group if anew else sorted(changed)
        yield [int(anew), *(b - a for a, b in zip([0, *chosen], chosen, strict=False))]
        before = set(group)

"""The document as the page stores it: short, and without what the page says elsewhere.

``web/facts/restore.js`` makes the document of ``encode`` of it again. What the tables and the
bibliography say stands in the page anyway, for readers without JavaScript: ids, names, notes,
accounts that differ and sources of every layer whose table lists it whole, names and texts of
actors and relations. Rows are kept as
columns, because like follows like then. Coordinates are bytes, see `Positions`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mapgen.page.lessons import lesson_texts
from mapgen.page.tables import is_listed_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from mapgen.page.document import Document

IN_TABLES = ("name", "description", "text")
"""What the tables of actors and relations hold of each."""

READABLE = ("schema", "languages", "images")
"""Parts of the document that stand in the page as they are: pictures are compressed already."""

NAMING = ("id", "title", "subtitle", "description", "as_of", "frame", "home", "article")
"""Parts of the atlas that do so, too: they name the map."""

MOST_VALUES = 32
"""A column of at most so many different values keeps each once and numbers for the rows."""

PLANES = 3
"""Bytes of a coordinate."""

Json = Any


class Stored(NamedTuple):
    """A document in parts: what is read as it is, what is compressed, coordinates."""

    readable: Document
    bulk: Document
    positions: bytes


def stored(document: Document, texts: Sequence[str]) -> Stored:
    """Return a document as the page stores it.

    Parameters
    ----------
    document
        As ``encode`` returns it.
    texts
        Texts of the tables of the page, in their order.

    Returns
    -------
    Stored
        ``positions`` holds the places of all arcs, then of towns, then of all layers.
    """
    positions = Positions()
    readable = {key: value for key, value in document.items() if key in READABLE}
    bulk = {key: value for key, value in document.items() if key not in (*READABLE, "sources")}
    atlas = document["atlas"].items()
    readable["atlas"] = {key: value for key, value in atlas if key in NAMING}
    bulk["atlas"] = {key: value for key, value in atlas if key not in NAMING}
    for people in ("actors", "relations"):
        bulk[people] = [_without_texts(each) for each in document[people]]
    known = list(dict.fromkeys((*texts, *lesson_texts(document["lessons"]))))
    bulk["phrases"] = _phrases(document["phrases"], known)
    bulk["arcs"] = [positions.add_arc(arc) for arc in document["arcs"]]
    bulk["basemap"] = _basemap(document["basemap"], positions)
    language = document["languages"][0]
    bulk["layers"] = [_layer(layer, language, positions) for layer in document["layers"]]
    return Stored(readable, bulk, positions.to_bytes())


def _phrases(phrases: dict[str, dict[str, str]], texts: Sequence[str]) -> Json:
    """Return phrases without what tables and lessons say of them in the first language."""
    known = set(texts)
    return {
        language: {
            "said": [pairs.get(text, 0) for text in texts],
            "more": {one: other for one, other in pairs.items() if one not in known},
        }
        for language, pairs in phrases.items()
    }


def _without_texts(record: Document) -> Document:
    """Return an actor or a relation without what its table says."""
    return {key: value for key, value in record.items() if key not in IN_TABLES}


class Positions:
    """Places in a row, each as the difference to the one before.

    Within an arc, the half of the step before (rounded down) is taken off: lines rarely turn
    sharply. Differences are whole numbers of 1e-5 degree, those below zero folded between the
    others (0, -1, 1, -2, ...), of three bytes. First come the highest bytes of all longitudes and
    of all latitudes, then the middle ones, then the lowest: most high bytes are zero.
    """

    def __init__(self) -> None:
        """Begin without a place."""
        self._kept: list[NDArray[np.int64]] = []
        self._last = np.zeros(2, dtype=np.int64)

    def add(self, place: Sequence[int]) -> None:
        """Add a place in steps of 1e-5 degree, longitude first."""
        here = np.array(place, dtype=np.int64)
        self._kept.append((here - self._last)[None])
        self._last = here

    def add_arc(self, arc: Sequence[int]) -> int:
        """Add a first position and differences; return how many places they are."""
        steps = np.array(arc, dtype=np.int64).reshape(-1, 2)
        kept = steps.copy()
        kept[0] -= self._last
        kept[2:] -= steps[1:-1] >> 1
        self._kept.append(kept)
        self._last = steps.sum(axis=0)
        return len(steps)

    def add_column(self, points: Iterable[Sequence[int] | None]) -> list[int]:
        """Add the places of a column; return which rows have none."""
        without: list[int] = []
        for number, point in enumerate(points):
            if point is None:
                without.append(number)
            else:
                self.add(point)
        return without

    def to_bytes(self) -> bytes:
        """Return all places."""
        kept = np.concatenate([np.empty((0, 2), dtype=np.int64), *self._kept]).T
        folded = np.where(kept < 0, -2 * kept - 1, 2 * kept)
        planes = [folded >> 8 * (PLANES - 1 - plane) & 0xFF for plane in range(PLANES)]
        return np.concatenate(planes).astype(np.uint8).tobytes()


def _basemap(basemap: Document, positions: Positions) -> Document:
    fields, rows = basemap["towns"]["fields"], basemap["towns"]["rows"]
    columns = {
        name: _column(name, [row[i] for row in rows], positions) for i, name in enumerate(fields)
    }
    return basemap | {"towns": {"fields": fields, "count": len(rows), "columns": columns}}


def _layer(layer: Document, language: str, positions: Positions) -> Document:
    rows = [dict(zip(layer["fields"], row, strict=True)) for row in layer["rows"]]
    whole = is_listed_whole(layer["id"])
    if whole:
        rows = [_without_what_the_table_says(row, language) for row in rows]
    columns = {
        name: _column(name, [row[name] for row in rows], positions)
        for name in layer["fields"]
        if not whole or name not in ("id", "name", "sources")
    }
    kept = {name: column for name, column in columns.items() if column is not None}
    about = {key: value for key, value in layer.items() if key != "rows"}
    return about | {"count": len(rows), "in_table": whole, "columns": kept}


def _without_what_the_table_says(row: Document, language: str) -> Document:
    """Return a row without its note and its differing accounts in the language of the page."""
    versions = row["disagreement"]
    return row | {
        "note": _without(row["note"], language),
        "disagreement": versions
        and [each | {"version": _without(each["version"], language) or {}} for each in versions],
    }


def _without(texts: dict[str, str] | None, language: str) -> dict[str, str] | None:
    return {key: text for key, text in (texts or {}).items() if key != language} or None


def _column(name: str, values: list[Json], positions: Positions) -> Json:
    """Return a column in the shortest of its forms; None where no row has a value."""
    if all(value in (None, []) for value in values):
        return None
    if name == "point":
        return {"without": positions.add_column(values)}
    if name in ("polygons", "lines"):
        return {"references": _gaps(values)}
    if name == "sources":
        return {"changes": list(_changes(values))}
    return _numbered(values) or values


def _numbered(values: list[Json]) -> Json | None:
    """Return different values once and a number for each row, where that is shorter."""
    keys = [json.dumps(value, ensure_ascii=False) for value in values]
    different = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    if len(different) > MOST_VALUES or len(different) * 2 > len(values):
        return None
    return {"values": [json.loads(key) for key in different], "at": [different[k] for k in keys]}


def _gaps(numbers: Json) -> Json:
    """Return numbers of arcs as differences to the arc before: a ring goes through arcs in order.

    A difference is doubled, and one more where the arc is reversed.
    """
    if numbers and isinstance(numbers[0], list):
        return [_gaps(each) for each in numbers]
    arcs = [~each if each < 0 else each for each in numbers]
    return [
        2 * (arc - before) + (number < 0)
        for number, arc, before in zip(numbers, arcs, [0, *arcs], strict=False)
    ]


def _changes(groups: Iterable[list[int]]) -> Iterable[list[int]]:
    """Yield 0 and which sources a row has and the one before has not, or the reverse, as gaps.

    Where that is no shorter, 1 and the sources of the row.
    """
    before: set[int] = set()
    for group in groups:
        anew = len(before.symmetric_difference(group)) >= len(group)
        chosen = sorted(set(group) if anew else before.symmetric_difference(group))
        yield [int(anew), *(b - a for a, b in zip([0, *chosen], chosen, strict=False))]
        before = set(group)

"""The document as the page stores it: short, and whole by itself.

``web/facts/restore.js`` makes the document of it again. Rows are kept as columns, because like
follows like then; texts stand in one string table (`Strings`), coordinates are bytes
(`Positions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.page.columns import columns
from mapgen.page.lessons import TEXTS
from mapgen.page.positions import Positions
from mapgen.page.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

    from mapgen.page.model import Document

READABLE = ("schema", "languages", "images")
"""Parts of the document that stand in the page as they are: pictures are compressed already."""

NAMING = ("id", "title", "subtitle", "description", "as_of", "frame", "home", "article")
"""Parts of the atlas that do so, too: they name the map."""

APART = ("arcs", "basemap", "layers", "lessons", "phrases", "sources")
"""Parts of the document that are kept in forms of their own."""


class Stored(NamedTuple):
    """A document in parts.

    Parameters
    ----------
    readable
        What stands in the page as it is.
    bulk
        What is compressed: JSON with numbers of texts.
    sources
        The bibliography as columns: JSON that is texts for the most part.
    strings
        By language its texts, as `Strings` has them.
    positions
        The places of all arcs, then of towns, then of all layers.
    """

    readable: dict[str, JsonValue]
    bulk: dict[str, JsonValue]
    sources: JsonValue
    strings: Mapping[str, Sequence[str | int]]
    positions: bytes


def stored(document: Document) -> Stored:
    """Return a document as the page stores it."""
    whole = document.model_dump(mode="json", by_alias=True)
    positions, strings = Positions(), Strings(document.languages, document.phrases)
    atlas = whole.pop("atlas")
    readable: dict[str, JsonValue] = {key: whole.pop(key) for key in READABLE}
    readable["atlas"] = {key: atlas.pop(key) for key in NAMING}
    apart = {key: whole.pop(key) for key in APART}
    ground = apart["basemap"]
    bulk: dict[str, JsonValue] = {
        **{
            key: strings.replaced(value)
            for key, value in (whole | {"atlas": atlas, "texts": None}).items()
        },
        "texts": _interface(whole["texts"], strings),
        "lessons": strings.replaced(apart["lessons"], TEXTS),
        "phrases": strings.phrase_count,
        "arcs": [positions.add_arc(arc) for arc in apart["arcs"]],
        "basemap": _with_columns(ground, "towns", ground.pop("towns"), positions, strings),
        "layers": [
            _with_columns(layer, "rows", layer.pop("rows"), positions, strings)
            for layer in apart["layers"]
        ],
    }
    sources = columns(apart["sources"], positions, strings)
    return Stored(readable, bulk, sources, strings.columns(), positions.to_bytes())


def _interface(texts: dict[str, dict[str, str]], strings: Strings) -> JsonValue:
    """Return the texts of the interface as rows: a key, and its texts by language."""
    keys = dict.fromkeys(key for catalogue in texts.values() for key in catalogue)
    rows: list[dict[str, JsonValue]] = [
        {"key": key, "text": {name: texts[name][key] for name in texts if key in texts[name]}}
        for key in keys
    ]
    return columns(rows, Positions(), strings)


def _with_columns(
    record: dict[str, JsonValue],
    key: str,
    rows: Sequence[Mapping[str, JsonValue]],
    positions: Positions,
    strings: Strings,
) -> dict[str, JsonValue]:
    """Return a record with a list of records, under a key, that is kept as columns."""
    kept = {name: strings.replaced(value) for name, value in record.items()}
    return kept | {key: columns(rows, positions, strings)}

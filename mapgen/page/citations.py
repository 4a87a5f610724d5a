"""Which sources a page shows: those that something on it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.actors import Actor, Relation
    from mapgen.facts.folder import Geodata
    from mapgen.facts.named import Named
    from mapgen.facts.sources import Source


def cited_sources(geodata: Geodata) -> dict[str, Source]:
    """Return the article and every source that a record names, in the order of the bibliography."""
    named = {geodata.atlas.article}
    for record in _records(geodata):
        named.update(*record.cited)
    return {key: source for key, source in geodata.sources.items() if key in named}


def _records(geodata: Geodata) -> Iterator[Named | Actor | Relation]:
    for layer in geodata.layers.values():
        for feature in layer:
            yield feature.properties
    yield from geodata.figures.values()
    yield from geodata.actors.actors.values()
    yield from geodata.actors.relations

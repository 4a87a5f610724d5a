"""The records of the facts that have names, sources and texts, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.faults import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.facts.folder import Geodata
    from mapgen.facts.named import Named


def named_records(geodata: Geodata) -> Iterator[tuple[Place, Named]]:
    """Yield the place and the record of each feature, layer by layer, then of each figure."""
    for layer in geodata.layers.values():
        for feature in layer:
            yield feature.place, feature.properties
    for figure in geodata.figures.values():
        yield Place("geodata/figures.json", id=figure.id), figure

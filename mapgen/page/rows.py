"""Features as rows of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapgen.facts.ground import holders_of_posts
from mapgen.facts.losses import losses
from mapgen.kinds import kind_of
from mapgen.kinds.records import Account, Common
from mapgen.page.arcs import ArcTable, lines, rings
from mapgen.page.citations import cited_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.facts.named import Named
    from mapgen.kinds.records import Lines, Polygons, Row


class RowEncoder:
    """Turns features into rows.

    Parameters
    ----------
    geodata
        Where sources and areas are looked up.
    arcs
        Table to which every line and ring was added before.
    """

    def __init__(self, geodata: Geodata, arcs: ArcTable) -> None:
        """Give each source its position in the bibliography."""
        self._arcs = arcs
        self._source_numbers = {source: i for i, source in enumerate(cited_sources(geodata))}
        self._holders_here = holders_of_posts(geodata)
        self._losses = losses(geodata)

    def sources(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Return the positions of sources in the bibliography."""
        return tuple(self._source_numbers[source] for source in ids)

    def polygons(self, feature: Feature[Any]) -> Polygons:
        """Return the polygons of a feature as rings of arc numbers."""
        return tuple(
            tuple(self._arcs.numbers(ring) for ring in polygon)
            for polygon in rings(feature.geometry)
        )

    def lines(self, feature: Feature[Any]) -> Lines:
        """Return the lines of a feature as arc numbers."""
        return tuple(self._arcs.numbers(line) for line in lines(feature.geometry))

    def holder_here(self, identifier: str) -> str | None:
        """Return who holds the ground on which a post stands on the day of the map."""
        return self._holders_here.get(identifier)

    def losses(self, identifier: str) -> tuple[tuple[str, ...], ...]:
        """Return, for each period of a settlement, the reports of its end by who held it."""
        return self._losses.get(identifier, ())

    def row(self, kind: str, feature: Feature[Any]) -> Row:
        """Return a feature of a kind as a row."""
        return kind_of(kind).row(feature, self._common(feature.properties), self)

    def _common(self, record: Named) -> Common:
        accounts = tuple(
            Account(version={"en": account.en}, sources=self.sources(account.sources))
            for account in record.disagreement or ()
        )
        return Common(
            id=record.id,
            name=record.names,
            sources=self.sources(record.sources),
            confidence=record.confidence,
            note={"en": record.note_en} if record.note_en else None,
            disagreement=accounts or None,
            claim=record.claim,
            alt_names=record.alt_names,
        )

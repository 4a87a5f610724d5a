"""Observation posts of the three guarantors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mapgen.facts.properties import ObservationPost
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import Column, Kind, Mark
from mapgen.kinds.records import PartialDate, PlacedRow

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder, Sight

SMALL_BELOW_ZOOM = 8.3


class PostRow(PlacedRow):
    """A post; ``holder_here`` has the ground on which it stands on the day of the map."""

    country: Literal["turkey", "russia", "iran"]
    number: int | None
    order: int | None
    valid_from: PartialDate | None
    place: str
    holder_here: str | None


def _holder_here(words: Words, post: ObservationPost) -> str:
    holder = words.holders_here.get(post.id)
    return words.holder(holder) if holder else ""


class Posts(Kind[ObservationPost]):
    """Observation posts."""

    id = "posts"
    row_type = PostRow
    columns = (
        Column("number", lambda _, post: str(post.number or ""), numeric=True),
        Column("country", lambda words, post: values.coded(words, "post.country", post.country)),
        Column("set_up", values.period),
        Column("place", lambda words, post: words.fact(post.place)),
        Column("holder_here", _holder_here),
        Column("error_km", values.error_km, numeric=True),
    )

    def row(self, feature: Feature[ObservationPost], encoder: Encoder) -> dict[str, Any]:
        """Return what a row says besides what all rows say."""
        post = feature.properties
        return {
            **placed(feature),
            "country": post.country,
            "number": post.number,
            "order": post.order,
            "valid_from": post.valid_from,
            "place": post.place,
            "holder_here": encoder.holder_here(post.id),
        }

    def mark(self, record: ObservationPost, sight: Sight, layer: str) -> Mark | None:
        """Return a disc with the number of the post, or the letter of its country."""
        if not record.holds_on(sight.day):
            return None
        small = sight.zoom < SMALL_BELOW_ZOOM
        radius, size = (8.4, 9.8) if small else (10.5, 11.5)
        ring = record.position_error_km
        if record.number is None:
            letter = f"post.letter.{record.country}"
            return Mark(layer, letter, 0.86 * size, 0.8 * radius, 1, ring, is_disc=True)
        return Mark(layer, str(record.number), size, radius, 0, ring, is_disc=True)

"""Observation posts of the three guarantors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mapgen import look
from mapgen.facts.properties import RULES, ObservationPost
from mapgen.kinds import values
from mapgen.kinds.coordinates import placed
from mapgen.kinds.kind import Column, Kind, Mark, Sample
from mapgen.kinds.records import PartialDate, PlacedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.facts.geojson import Feature
    from mapgen.facts.words import Words
    from mapgen.kinds.kind import Encoder, Shown, Sight
    from mapgen.kinds.records import Common

_LETTER_SIZE = 0.86
"""Of a letter on a disc, as a share of that of a number: DejaVu's letters are wide."""


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

    rule = RULES["observation_posts"]
    row_type = PostRow
    columns = (
        Column("number", lambda _, post: str(post.number or ""), numeric=True),
        Column("country", lambda words, post: values.coded(words, "post.country", post.country)),
        Column("set_up", values.period),
        Column("place", lambda words, post: words.fact(post.place)),
        Column("holder_here", _holder_here),
        Column("error_km", values.error_km, numeric=True),
    )
    exported = (
        "position_error_km", "country", "number", "order", "valid_from", "place", "holder_here",
    )  # fmt: skip
    best_for = "post"
    turn = 0

    def row(self, feature: Feature[ObservationPost], common: Common, encoder: Encoder) -> PostRow:
        """Return a feature as a row."""
        post = feature.properties
        return PostRow(
            **common,
            **placed(feature),
            country=post.country,
            number=post.number,
            order=post.order,
            valid_from=post.valid_from,
            place=post.place,
            holder_here=encoder.holder_here(post.id),
        )

    def mark(self, record: ObservationPost, sight: Sight, layer: str) -> Mark | None:
        """Return a disc with the number of the post, or the letter of its country."""
        if not record.holds_on(sight.day):
            return None
        small = sight.zoom < look.SMALL_DISC_BELOW_ZOOM
        radius, size = look.SMALL_DISC if small else look.DISC
        ring = record.position_error_km
        if record.number is None:
            letter = f"post.letter.{record.country}"
            size, radius = _LETTER_SIZE * size, look.LETTER_DISC_RADIUS * radius
            return Mark(layer, letter, size, radius, 1, ring, is_disc=True)
        return Mark(layer, str(record.number), size, radius, 0, ring, is_disc=True)

    def samples(self, shown: Sequence[Shown[ObservationPost]], words: Words) -> Iterator[Sample]:
        """Yield a line for numbered posts, and one for each country with a letter."""
        posts = [post.record for post in shown]
        number = min((post.number for post in posts if post.number), default=None)
        if number:
            yield Sample(words.text("what.post.turkey"), str(number), is_disc=True)
        for country in dict.fromkeys(post.country for post in posts if not post.number):
            letter = words.text(f"post.letter.{country}")
            yield Sample(words.text(f"what.post.{country}"), letter, is_disc=True)

"""``statistics.json``: what areas and fronts measure on each day, derived with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import model_validator

from mapgen.facts.files import file_place, read_json
from mapgen.facts.geojson import check_record
from mapgen.facts.values import HolderId, Identifier, IsoDay, Strict

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mapgen.faults import FaultLog


class HolderSeries(Strict):
    """A holder's ground, one entry a day: square kilometres, share of all land, settlements."""

    km2: tuple[float, ...]
    share: tuple[float, ...]
    uncertain_km2: tuple[float, ...]
    settlements: tuple[int, ...]


class FrontSeries(Strict):
    """Kilometres of line by kind, one entry a day."""

    front: tuple[float, ...]
    limit: tuple[float, ...]
    inner: tuple[float, ...]


class PostSeries(Strict):
    """Kilometres from a post to the nearest front, one entry a day; None before it was set up."""

    id: Identifier
    km: tuple[float | None, ...]


class Statistics(Strict):
    """The content of ``statistics.json``."""

    dates: tuple[IsoDay, ...]
    holders: dict[HolderId, HolderSeries]
    fronts_km: FrontSeries
    posts: tuple[PostSeries, ...]

    @model_validator(mode="after")
    def _series_are_as_long(self) -> Statistics:
        """Refuse a series that has not one entry a day."""
        series = {
            f"{name}.{key}": value
            for name, measures in self.holders.items()
            for key, value in measures
        }
        series |= {f"fronts_km.{key}": value for key, value in self.fronts_km}
        series |= {post.id: post.km for post in self.posts}
        for name, values in series.items():
            if len(values) != len(self.dates):
                message = f"{name} has {len(values)} entries for {len(self.dates)} dates"
                raise ValueError(message)
        if list(self.dates) != sorted(set(self.dates)):
            message = "dates must ascend"
            raise ValueError(message)
        return self


def read_statistics(path: Path, as_of: date, log: FaultLog) -> Statistics | None:
    """Read ``statistics.json``; None after logging why it cannot be used."""
    content = read_json(path, log)
    if content is None:
        return None
    statistics = check_record(content, Statistics, file_place(path), log)
    if statistics and statistics.dates[-1:] != (as_of.isoformat(),):
        log.add(
            file_place(path), f"does not end with the day of the map, {as_of}. Run mapgen derive."
        )
    return statistics

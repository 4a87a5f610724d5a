"""What the derived days measure: ``statistics.json``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import shapely

from mapgen.derivation.territory.plane import Plane
from mapgen.facts.values import first_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.evidence_days import DayTable
    from mapgen.derivation.territory import Derivation
    from mapgen.facts.folder import Geodata

Json = dict[str, Any]

_KINDS = ("front", "limit", "inner")


def measured(made: Sequence[Derivation], days: Sequence[DayTable], geodata: Geodata) -> Json:
    """Return the content of ``statistics.json``; every number comes from the geometry.

    Parameters
    ----------
    made
        Derived days in order.
    days
        Settlements of the same days.
    geodata
        Where the posts and the order of holders are looked up.
    """
    present = {holder for derivation in made for holder in derivation.areas["holder"]}
    holders = [holder for holder in geodata.actors.holders if holder in present]
    return {
        "dates": [day.day for day in days],
        "holders": {holder: _holder(holder, made, days) for holder in holders},
        "fronts_km": {kind: [_length(derivation, kind) for derivation in made] for kind in _KINDS},
        "posts": _posts(made, days, geodata),
    }


def _holder(holder: str, made: Sequence[Derivation], days: Sequence[DayTable]) -> Json:
    series: Json = {"km2": [], "share": [], "uncertain_km2": [], "settlements": []}
    for derivation, day in zip(made, days, strict=True):
        mine = derivation.areas[derivation.areas["holder"] == holder]
        km2 = float(mine["area_km2"].sum())
        series["km2"].append(round(km2, 1))
        series["share"].append(round(km2 / float(derivation.areas["area_km2"].sum()), 4))
        series["uncertain_km2"].append(round(float(mine["uncertain_km2"].sum()), 1))
        series["settlements"].append(int((day.settlements["holder"] == holder).sum()))
    return series


def _length(derivation: Derivation, kind: str) -> float:
    return round(float(derivation.fronts["length_km"][derivation.fronts["kind"] == kind].sum()), 1)


def _posts(made: Sequence[Derivation], days: Sequence[DayTable], geodata: Geodata) -> list[Json]:
    plane = Plane(geodata.atlas.frame)
    lines = [_fronts(derivation, plane) for derivation in made]
    return [
        {
            "id": post.properties.id,
            "km": [
                _kilometres(plane.project(post.geometry), line)
                if first_day(post.properties.valid_from) <= date.fromisoformat(day.day)
                else None
                for line, day in zip(lines, days, strict=True)
            ],
        }
        for post in geodata.layers["observation_posts"]
        if post.properties.country == "turkey" and post.properties.valid_from
    ]


def _fronts(derivation: Derivation, plane: Plane) -> BaseGeometry:
    """Return all fronts of a day as one geometry in metres."""
    lines = derivation.fronts.geometry[derivation.fronts["kind"] == "front"].to_numpy()
    joined: BaseGeometry = plane.project(shapely.union_all(lines))
    shapely.prepare(joined)
    return joined


def _kilometres(post: BaseGeometry, line: BaseGeometry) -> float | None:
    return None if line.is_empty else round(float(shapely.distance(post, line)) / 1000, 1)

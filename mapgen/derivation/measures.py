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
    present = {holder for each in made for holder in each.areas["holder"]}
    holders = [each for each in geodata.actors.holders if each in present]
    return {
        "dates": [each.day for each in days],
        "holders": {each: _holder(each, made, days) for each in holders},
        "fronts_km": {kind: [_length(each, kind) for each in made] for kind in _KINDS},
        "posts": _posts(made, days, geodata),
    }


def _holder(holder: str, made: Sequence[Derivation], days: Sequence[DayTable]) -> Json:
    series: Json = {"km2": [], "share": [], "uncertain_km2": [], "settlements": []}
    for each, day in zip(made, days, strict=True):
        mine = each.areas[each.areas["holder"] == holder]
        km2 = float(mine["area_km2"].sum())
        series["km2"].append(round(km2, 1))
        series["share"].append(round(km2 / float(each.areas["area_km2"].sum()), 4))
        series["uncertain_km2"].append(round(float(mine["uncertain_km2"].sum()), 1))
        series["settlements"].append(int((day.settlements["holder"] == holder).sum()))
    return series


def _length(each: Derivation, kind: str) -> float:
    return round(float(each.fronts["length_km"][each.fronts["kind"] == kind].sum()), 1)


def _posts(made: Sequence[Derivation], days: Sequence[DayTable], geodata: Geodata) -> list[Json]:
    plane = Plane(geodata.atlas.frame)
    lines = [_fronts(each, plane) for each in made]
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


def _fronts(each: Derivation, plane: Plane) -> BaseGeometry:
    """Return all fronts of a day as one geometry in metres."""
    lines = each.fronts.geometry[each.fronts["kind"] == "front"].to_numpy()
    joined: BaseGeometry = plane.project(shapely.union_all(lines))
    shapely.prepare(joined)
    return joined


def _kilometres(post: BaseGeometry, line: BaseGeometry) -> float | None:
    return None if line.is_empty else round(float(shapely.distance(post, line)) / 1000, 1)

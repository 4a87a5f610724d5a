"""Which days have a picture of their own, and who held each settlement on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapgen.facts.values import first_day

if TYPE_CHECKING:
    from datetime import date

    import geopandas

    from mapgen.facts.folder import Geodata


class DayTable(NamedTuple):
    """Settlements as they were held on a day: one row each, the same rows on every day."""

    day: str
    settlements: geopandas.GeoDataFrame


def days_of(geodata: Geodata) -> tuple[date, ...]:
    """Return the days that have a picture of their own, the day of the map last.

    They are the first day, the days that the atlas names, and of each week (Monday to Sunday)
    in which a settlement changed hands the day of its last change.
    """
    atlas = geodata.atlas
    changes = {
        first_day(period.valid_to)
        for feature in geodata.layers["settlements"]
        for period in feature.properties.history
    }
    last_of_week = {
        day.isocalendar()[:2]: day for day in sorted(changes) if atlas.begins < day <= atlas.as_of
    }
    return tuple(sorted({atlas.begins, *atlas.days, *last_of_week.values(), atlas.as_of}))


def publishers_on(day: DayTable, geodata: Geodata) -> dict[str, frozenset[str]]:
    """Return who tells of each settlement on a day, by the settlement's id."""
    told_by = {source.id: source.told_by for source in geodata.sources.values()}
    table = day.settlements
    return {
        identifier: frozenset(told_by[source] for source in sources) - {""}
        for identifier, sources in zip(table["id"], table["sources"], strict=True)
    }


def evidence_on(geodata: Geodata, day: date) -> DayTable:
    """Return the settlements as they were held on a day.

    Returns
    -------
    DayTable
        EPSG:4326 points with ``id``, ``side``, ``side_confidence``, ``holder`` (in whose area
        it counts), ``confidence``, ``sources``, ``position_error_km``, and ``dated``: whether
        a period of that day tells so.
    """
    layer = geodata.layers["settlements"]
    drawn_as = {
        holder.id: holder.drawn_as or holder.id for holder in geodata.actors.holders.values()
    }
    held = [feature.properties.on(day) for feature in layer]
    table = layer.to_frame()[["id", "position_error_km", "geometry"]]
    table["side"] = [settlement.side for settlement in held]
    table["side_confidence"] = [settlement.side_confidence for settlement in held]
    table["holder"] = [drawn_as.get(settlement.holder or "") for settlement in held]
    table["confidence"] = [settlement.confidence for settlement in held]
    table["sources"] = [settlement.sources for settlement in held]
    table["dated"] = [settlement.dated for settlement in held]
    return DayTable(day.isoformat(), table)

"""Boundaries of governorates inside Syria and the names of countries and the sea."""

import shapely
from shapely.geometry.base import BaseGeometry

from basemap import origins
from basemap.frame import Feature, feature, simplified, to_degrees, to_metres
from basemap.land import Ground

TOLERANCE_M = 120.0
REACH_M = 6_000.0
"""A loose end this near to the edge of Syria is drawn on to it; measured gaps are up to 3 km."""
BESIDE_BORDER_M = 2_500.0
SHORTEST_M = 4_000.0
LABELS = (
    ("turkey", "country", "Turkey", "تركيا", "Türkiye", 36.95, 37.0),
    ("turkey-east", "country", "Turkey", "تركيا", "Türkiye", 38.4, 37.07),
    ("hatay", "region", "Hatay (Turkey)", "هاتاي (تركيا)", "Hatay (Türkiye)", 36.3, 36.37),
    ("syria", "country", "Syria", "سوريا", "Suriye", 37.9, 35.35),
    ("sea", "sea", "Mediterranean Sea", "البحر المتوسط", "Akdeniz", 35.56, 36.1),
    ("lake-assad", "lake", "Lake Assad", "بحيرة الأسد", "Esad Gölü", 38.26, 35.93),
    ("lake-jabbul", "lake", "Lake Jabbul", "سبخة الجبول", "Cebbul Gölü", 37.62, 36.02),
)
"""Id, kind, English, Arabic, Turkish, longitude, latitude; set by hand."""


def governorate_features(ground: Ground) -> list[Feature]:
    """Make the boundaries of governorates, from edge to edge of Syria.

    Parameters
    ----------
    ground
        Land and border, degrees, EPSG:4326.

    Returns
    -------
    list of Feature
        Lines, about 1 km precise.
    """
    edge = shapely.boundary(ground.syria)
    margin = shapely.buffer(to_metres(edge), BESIDE_BORDER_M)
    lines = shapely.union_all(origins.natural_earth("ne_10m_admin_1_states_provinces_lines"))
    inside = to_metres(shapely.intersection(lines, ground.syria))
    merged = shapely.line_merge(shapely.difference(inside, margin))
    kept: list[shapely.LineString] = [
        one for one in shapely.get_parts(merged) if one.length >= SHORTEST_M
    ]
    metres = [_drawn_on(one, kept, to_metres(edge)) for one in kept]
    return [_governorate(k, one) for k, one in enumerate(metres, start=1)]


def _drawn_on(
    line: shapely.LineString, all_lines: list[shapely.LineString], edge: BaseGeometry
) -> shapely.LineString:
    vertices = list(line.coords)
    for at, place in ((0, 0), (-1, len(vertices))):
        end = shapely.Point(vertices[at] if place == 0 else line.coords[-1])
        meets = sum(other.distance(end) < 1.0 for other in all_lines) > 1
        if not meets and end.distance(edge) <= REACH_M:
            nearest = shapely.shortest_line(end, edge).coords[1]
            vertices.insert(len(vertices) if place else 0, nearest)
    return shapely.LineString(vertices)


def _governorate(number: int, line: shapely.LineString) -> Feature:
    properties = {
        "id": f"base-governorate-{number}",
        "kind": "governorate",
        "sources": ["natural-earth"],
    }
    return feature(simplified(to_degrees(line), TOLERANCE_M), properties)


def label_features() -> list[Feature]:
    """Make the points of the names of countries, the sea and the two large lakes.

    Returns
    -------
    list of Feature
        Points set by hand where there is room for a name.
    """
    return [
        feature(
            shapely.Point(x, y),
            {
                "id": f"base-label-{key}",
                "kind": kind,
                "name:en": en,
                "name:ar": ar,
                "name:tr": tr,
                "sources": ["hand"],
            },
        )
        for key, kind, en, ar, tr, x, y in LABELS
    ]

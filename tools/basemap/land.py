"""Cut the frame into Syria, the land outside and the sea, with edges shared exactly."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from basemap import origins
from basemap.frame import FRAME, Feature, feature, on_grid, simplified, to_metres

BORDER_TOLERANCE_M = 20.0
COAST_TOLERANCE_M = 45.0
END_CLEARANCE_M = 60.0
SMALLEST_ISLAND_M2 = 60_000.0
SMALLEST_PIECE_M2 = 20_000.0
"""Slivers between the coast of one source and the border of another."""
TOUCH = 1e-9
"""Degrees: an arc lies on a line if it is nowhere farther from it than this."""


@dataclass(frozen=True)
class Ground:
    """The frame cut into three parts that share their vertices, degrees, EPSG:4326."""

    syria: BaseGeometry
    outside: BaseGeometry
    sea: BaseGeometry
    border: shapely.LineString

    @property
    def land(self) -> BaseGeometry:
        """All land of the frame."""
        return shapely.union_all([self.syria, self.outside])


def cut_ground() -> Ground:
    """Cut the frame and simplify the border and the coast once for all that use them.

    Returns
    -------
    Ground
        Parts on the written grid.

    Raises
    ------
    ValueError
        If the parts leave a gap, overlap, or the border falls into pieces.
    """
    land = _large_parts(shapely.intersection(origins.coastal_land(), FRAME), SMALLEST_ISLAND_M2)
    syria = _large_parts(shapely.intersection(origins.syria(), land), SMALLEST_PIECE_M2)
    outside = shapely.difference(land, syria)
    arcs = [_thinned(arc, land) for arc in _arcs([syria, outside, FRAME])]
    return _ground_of(arcs, syria, outside)


def _large_parts(area: BaseGeometry, least_m2: float) -> BaseGeometry:
    polygons = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    kept = [part for part in polygons if to_metres(part).area >= least_m2]
    return shapely.MultiPolygon([shapely.Polygon(part.exterior) for part in kept])


def _arcs(areas: list[BaseGeometry]) -> list[shapely.LineString]:
    edges = shapely.union_all([shapely.boundary(area) for area in areas])
    return list(shapely.get_parts(shapely.line_merge(edges)))


def _thinned(arc: shapely.LineString, land: BaseGeometry) -> shapely.LineString:
    on_coast = _lies_on(arc, shapely.boundary(land))
    tolerance = COAST_TOLERANCE_M if on_coast else BORDER_TOLERANCE_M
    thin = on_grid(simplified(on_grid(arc), tolerance))
    return thin if thin.is_closed else _clear_ends(thin)


def _clear_ends(arc: shapely.LineString) -> shapely.LineString:
    """Drop vertices beside the ends: there two thinned arcs may cross near their joint."""
    ends = to_metres(shapely.MultiPoint([arc.coords[0], arc.coords[-1]]))
    inner = [
        vertex
        for vertex in arc.coords[1:-1]
        if to_metres(shapely.Point(vertex)).distance(ends) > END_CLEARANCE_M
    ]
    return shapely.LineString([arc.coords[0], *inner, arc.coords[-1]])


def _lies_on(arc: shapely.LineString, line: BaseGeometry) -> bool:
    middle = shapely.line_interpolate_point(arc, 0.5, normalized=True)
    return bool(shapely.distance(middle, line) < TOUCH)


def _ground_of(
    arcs: list[shapely.LineString], syria: BaseGeometry, outside: BaseGeometry
) -> Ground:
    faces = list(shapely.get_parts(shapely.polygonize(arcs)))
    inner = [(face, shapely.point_on_surface(face)) for face in faces]
    in_syria = [face for face, point in inner if shapely.contains(syria, point)]
    in_outside = [face for face, point in inner if shapely.contains(outside, point)]
    in_sea = [face for face in faces if face not in in_syria and face not in in_outside]
    parts = [shapely.union_all(some) for some in (in_syria, in_outside, in_sea)]
    if not shapely.coverage_is_valid(parts) or abs(sum(p.area for p in parts) - FRAME.area) > TOUCH:
        message = "Syria, the land outside and the sea leave a gap or overlap."
        raise ValueError(message)
    border = shapely.line_merge(
        shapely.intersection(shapely.boundary(parts[0]), shapely.boundary(parts[1]))
    )
    if border.geom_type != "LineString":
        message = f"The border is a {border.geom_type}, not one line."
        raise ValueError(message)
    return Ground(parts[0], parts[1], parts[2], _from_west(shapely.LineString(border.coords)))


def _from_west(line: shapely.LineString) -> shapely.LineString:
    return line if line.coords[0][0] <= line.coords[-1][0] else shapely.reverse(line)


def land_features(ground: Ground) -> list[Feature]:
    """Describe Syria and the land outside it as two features.

    Parameters
    ----------
    ground
        As made by `cut_ground`.

    Returns
    -------
    list of Feature
        The land outside first: it is drawn below.
    """
    sources = ["osm-timezones", "gshhg-coast"]
    return [
        feature(
            ground.outside,
            {"id": "base-land-turkey", "kind": "outside", "country": "TR", "sources": sources},
        ),
        feature(
            ground.syria,
            {"id": "base-land-syria", "kind": "syria", "country": "SY", "sources": sources},
        ),
    ]


def sea_features(ground: Ground) -> list[Feature]:
    """Describe the sea.

    Parameters
    ----------
    ground
        As made by `cut_ground`.

    Returns
    -------
    list of Feature
        One polygon that shares the vertices of the coast.
    """
    names = {"name:en": "Mediterranean Sea", "name:ar": "البحر المتوسط", "name:tr": "Akdeniz"}
    properties = {"id": "base-sea", "kind": "sea", **names, "sources": ["gshhg-coast"]}
    return [feature(ground.sea, properties)]

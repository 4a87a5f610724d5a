"""Main roads: routes in the graph where it is fine enough, curves by hand elsewhere."""

import heapq
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from basemap import origins, strokes
from basemap.frame import FRAME, Feature, feature, length_km, simplified
from basemap.land import Ground
from basemap.places import Town

TABLE = Path(__file__).with_name("roads.txt")
TOLERANCE_M = 80.0
CORNER_TOLERANCE_M = 150.0
SHORTEST_KM = 2.0
Point = tuple[float, float]
Graph = dict[int, list[tuple[int, float]]]


@dataclass(frozen=True)
class Road:
    """A row of the table: its way is given by points in degrees, EPSG:4326."""

    key: str
    ref: str
    longest_km: float | None
    via: list[Point]


def road_features(ground: Ground, towns: list[Town]) -> list[Feature]:
    """Make the roads of the table, the main ones last so that they lie on top.

    Parameters
    ----------
    ground
        Land, degrees, EPSG:4326; roads end at the shore.
    towns
        Places that the table names.

    Returns
    -------
    list of Feature
        Lines.
    """
    roads = _read({town.english: (town.longitude, town.latitude) for town in towns})
    nodes, edges = origins.highways()
    dry = shapely.intersection(ground.land, FRAME)
    made = []
    for road in roads:
        line = _line(road, nodes, edges)
        cut = shapely.line_merge(shapely.intersection(line, dry))
        parts = [one for one in shapely.get_parts(cut) if length_km(one) >= SHORTEST_KM]
        whole = parts[0] if len(parts) == 1 else shapely.MultiLineString(parts)
        made.append(_feature(road, simplified(whole, TOLERANCE_M)))
    return sorted(made, key=lambda one: one["properties"]["kind"] == "main")


def _read(places: dict[str, Point]) -> list[Road]:
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, ref, how, via = (word.strip() for word in line.split("|"))
        longest = float(how.removeprefix("graph ")) if how.startswith("graph") else None
        rows.append(Road(key, ref, longest, [_place(word, places) for word in via.split(";")]))
    return rows


def _place(word: str, places: dict[str, Point]) -> Point:
    name = word.strip()
    if name in places:
        return places[name]
    x, y = name.split(",")
    return float(x), float(y)


def _line(
    road: Road, nodes: dict[int, Point], edges: dict[tuple[int, int], float]
) -> shapely.LineString:
    if road.longest_km is None:
        return strokes.curve_through(road.via)
    graph: Graph = {}
    for (one, other), km in edges.items():
        if km <= road.longest_km:
            graph.setdefault(one, []).append((other, km))
            graph.setdefault(other, []).append((one, km))
    stops = [min(graph, key=lambda k: _squared(nodes[k], point)) for point in road.via]
    way = [stops[0]]
    for start, end in pairwise(stops):
        way += _shortest(graph, start, end)[1:]
    coarse = simplified(shapely.LineString([nodes[k] for k in way]), CORNER_TOLERANCE_M)
    return strokes.curve_through([(x, y) for x, y in coarse.coords])


def _squared(a: Point, b: Point) -> float:
    return ((a[0] - b[0]) * 0.81) ** 2 + (a[1] - b[1]) ** 2


def _shortest(graph: Graph, start: int, end: int) -> list[int]:
    best = {start: 0.0}
    came: dict[int, int] = {}
    heap = [(0.0, start)]
    while heap:
        km, here = heapq.heappop(heap)
        if here == end:
            break
        for other, more in graph[here]:
            if km + more < best.get(other, float("inf")):
                best[other], came[other] = km + more, here
                heapq.heappush(heap, (km + more, other))
    way = [end]
    while way[-1] != start:
        if way[-1] not in came:
            message = f"No way in the graph from node {start} to {end}."
            raise ValueError(message)
        way.append(came[way[-1]])
    return way[::-1]


def _feature(road: Road, line: BaseGeometry) -> Feature:
    by_hand = road.longest_km is None
    properties = {
        "id": f"base-road-{road.key}",
        "kind": "main" if road.ref else "other",
        "ref": road.ref or None,
        "sources": ["hand"] if by_hand else ["osm-highways"],
        "approximate": by_hand or None,
    }
    return feature(line, properties)

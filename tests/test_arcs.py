"""Lines and rings as arcs: a stretch that two of them share is stored once."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
import shapely

from mapgen.page.arcs import ArcTable, lines, rings

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WEST = shapely.Polygon([(-1, -1), (0, -1), (0, 0), (0, 1), (-1, 1), (-1, -1)])
EAST = shapely.Polygon([(0, 1), (0, 0), (0, -1), (1, -1), (1, 1), (0, 1)])
HOLED = shapely.Polygon(
    [(10, 10), (20, 10), (20, 20), (10, 20), (10, 10)], [[(12, 12), (12, 13), (13, 13), (12, 12)]]
)


def walked(numbers: tuple[int, ...], arcs: list[list[int]]) -> list[tuple[int, int]]:
    """Return the positions along arcs, each shared end once."""
    way: list[tuple[int, int]] = []
    for number in numbers:
        flat = arcs[~number if number < 0 else number]
        steps = zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True)
        places = list(steps)[:: -1 if number < 0 else 1]
        assert not way or way[-1] == places[0]
        way += places[1:] if way else places
    return way


def integers(coordinates: list[tuple[float, float]]) -> list[tuple[int, int]]:
    return [(round(x * 100_000), round(y * 100_000)) for x, y in coordinates]


def table_of(*polygons: BaseGeometry) -> tuple[ArcTable, list[list[tuple[int, ...]]]]:
    table = ArcTable()
    outlines = [rings(polygon) for polygon in polygons]
    for outline in outlines:
        for part in outline:
            table.add(part)
    return table, [[table.numbers(ring) for part in each for ring in part] for each in outlines]


def test_neighbours_share_their_edge() -> None:
    table, [[west], [east]] = table_of(WEST, EAST)
    shared = {number for number in west if ~number in east}
    assert len(table.arcs) == 3
    assert len(shared) == 1
    assert walked(tuple(shared), table.arcs) in (
        integers([(0, -1), (0, 0), (0, 1)]), integers([(0, 1), (0, 0), (0, -1)])
    )  # fmt: skip


@pytest.mark.parametrize("polygon", [WEST, EAST, HOLED])
def test_a_ring_is_the_way_along_its_arcs(polygon: shapely.Polygon) -> None:
    table, outlines = table_of(WEST, EAST, HOLED, polygon)
    for ring, numbers in zip([polygon.exterior, *polygon.interiors], outlines[-1], strict=True):
        way, wanted = walked(numbers, table.arcs)[:-1], integers(list(ring.coords))[:-1]
        start = wanted.index(way[0])
        assert way == wanted[start:] + wanted[:start]


def test_a_ring_without_neighbours_begins_at_its_least_position() -> None:
    table, [[exterior, _]] = table_of(HOLED)
    assert table.arcs[exterior[0]][:2] == [1_000_000, 1_000_000]


def test_lines_part_where_another_ends() -> None:
    table = ArcTable()
    long, short = (
        shapely.LineString([(0, -3), (1, -3), (2, -3)]),
        shapely.LineString([(1, -3), (1, 5.00001)]),
    )
    for line in (long, short):
        table.add(lines(line))
    numbers = [table.numbers(path) for line in (long, short) for path in lines(line)]
    assert numbers == [(0, 1), (2,)]
    assert table.arcs[2] == [100_000, -300_000, 0, 800_001]


def test_a_line_of_several_parts_is_several_paths() -> None:
    line = shapely.MultiLineString([[(0, 0), (1, 1)], [(0, 0), (1, 1)], [(5, 5), (6, 6), (7, 8)]])
    assert [len(path) for path in lines(line)] == [2, 2, 3]

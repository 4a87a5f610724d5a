"""Cut the land along outlines into areas that share their edges vertex for vertex."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapgen.derivation.territory.edges import lengths, shared_edges, to_degrees, to_units
from mapgen.derivation.territory.settings import SLIVER_KM2, UNITS_PER_DEGREE

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.evidence import Evidence
    from mapgen.derivation.territory.plane import (
        BoolArray,
        ClassArray,
        FloatArray,
        Grid,
        IntArray,
        Plane,
    )


class Faces:
    """Pieces of the land between outlines, each with the index of its holder.

    Parameters
    ----------
    pieces
        Polygons in whole units of 1e-5 degree that cover the land.
    holder
        Index of the holder of each.
    plane
        Where areas and lengths are measured.
    """

    def __init__(self, pieces: list[BaseGeometry], holder: IntArray, plane: Plane) -> None:
        self.pieces = pieces
        self.holder = holder
        self.plane = plane
        self.km2 = shapely.area([plane.project(to_degrees(piece)) for piece in pieces]) / 1e6
        self.edges = shared_edges(pieces)
        self.border_m = lengths(self.edges, plane)

    def parts(self) -> IntArray:
        """Return the number of the connected part of one holder to which each piece belongs."""
        part = np.arange(len(self.pieces))
        same = self.holder[self.edges.pairs[:, 0]] == self.holder[self.edges.pairs[:, 1]]
        joints = np.unique(self.edges.pairs[same], axis=0)
        changed = True
        while changed:
            low = np.minimum(part[joints[:, 0]], part[joints[:, 1]])
            before = part.copy()
            np.minimum.at(part, joints[:, 0], low)
            np.minimum.at(part, joints[:, 1], low)
            changed = bool((part != before).any())
        return part

    def merge_slivers(self, sure: IntArray) -> None:
        """Give small parts to the neighbour with the longest shared edge, smallest first.

        Parameters
        ----------
        sure
            Pieces that must keep their holder.
        """
        left_alone = set(sure.tolist())
        while True:
            part = self.parts()
            km2 = np.bincount(part, weights=self.km2, minlength=len(part))
            safe = {int(part[piece]) for piece in left_alone}
            small = [
                int(number)
                for number in np.unique(part)
                if km2[number] < SLIVER_KM2 and int(number) not in safe
            ]
            if not small:
                return
            number = min(small, key=lambda candidate: (km2[candidate], candidate))
            mine = part == number
            neighbour = self._longest_neighbour(mine)
            if neighbour is None:
                left_alone.add(number)
            else:
                self.holder[mine] = neighbour

    def _longest_neighbour(self, mine: BoolArray) -> int | None:
        one, other = mine[self.edges.pairs[:, 0]], mine[self.edges.pairs[:, 1]]
        outer = one != other
        beyond = np.where(one, self.edges.pairs[:, 1], self.edges.pairs[:, 0])[outer]
        if not len(beyond):
            return None
        shared = np.bincount(self.holder[beyond], weights=self.border_m[outer])
        return int(np.round(shared, 3).argmax())

    def dissolved(self, holder: int) -> shapely.MultiPolygon | None:
        """Return the area of a holder in whole units, largest part first; None without any."""
        mine = [self.pieces[index] for index in np.flatnonzero(self.holder == holder)]
        if not mine:
            return None
        merged = shapely.normalize(shapely.coverage_union_all(mine))
        parts = list(shapely.get_parts(merged))
        parts.sort(key=lambda part: (-part.area, part.bounds))
        return shapely.orient_polygons(shapely.MultiPolygon(parts), exterior_cw=False)


def cut(
    land: BaseGeometry,
    lines: list[shapely.LineString],
    cells: tuple[ClassArray, Grid],
    plane: Plane,
) -> Faces:
    """Cut the land along lines and name the holder of each piece.

    Parameters
    ----------
    land
        Polygons in whole units of 1e-5 degree. Its vertices all stay; where a line crosses
        its boundary one is added.
    lines
        Outlines in metres on the plane.
    cells
        Index of the holder of each cell, and their grid.
    plane
        The plane of the lines and the grid.

    Returns
    -------
    Faces
        Pieces of the land, small ones not yet merged.
    """
    drawn = [to_units(shapely.transform(line, plane.to_degrees)) for line in lines]
    noded = shapely.union_all([shapely.boundary(land), *drawn], grid_size=1.0)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    inside = shapely.point_on_surface(faces)
    shapely.prepare(land)
    on_land = shapely.contains(land, inside)
    pieces = sorted(faces[on_land], key=lambda face: (*face.bounds, face.area))
    points = shapely.get_coordinates(shapely.point_on_surface(pieces))
    classes, grid = cells
    row, column = grid.cells(_metres(points, plane))
    return Faces(pieces, classes[row, column].astype(np.int64), plane)


def _metres(units: FloatArray, plane: Plane) -> FloatArray:
    return plane.from_degrees(units / UNITS_PER_DEGREE)


def piece_at(faces: Faces, evidence: Evidence) -> IntArray:
    """Return the piece in which each settlement lies, -1 where none.

    Parameters
    ----------
    faces
        Pieces of the land.
    evidence
        All settlements.

    Returns
    -------
    ndarray
        Positions in `faces.pieces`; on a shared edge the first.
    """
    result = np.full(len(evidence.ids), -1, dtype=np.int64)
    places = shapely.points(np.rint(evidence.degrees * UNITS_PER_DEGREE))
    tree = shapely.STRtree(faces.pieces)
    places_found, pieces_found = tree.query(places, predicate="intersects")
    for place, piece in sorted(zip(places_found, pieces_found, strict=True), reverse=True):
        result[place] = piece
    return result

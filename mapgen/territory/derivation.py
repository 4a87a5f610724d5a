"""The derivation as a whole: evidence in, areas, fronts and certainty out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapgen.territory.certainty import CertaintyGrid, as_picture, certainty_field
from mapgen.territory.classes import Fields, estimate_fields, without_specks
from mapgen.territory.coverage import Faces, cut, piece_at
from mapgen.territory.edges import to_units
from mapgen.territory.evidence import UNKNOWN, Evidence, read
from mapgen.territory.fronts import stretches
from mapgen.territory.outlines import outlines
from mapgen.territory.plane import BoolArray, ClassArray, Grid, IntArray, Plane
from mapgen.territory.repair import fits, with_discs
from mapgen.territory.report import Report, contradictions, front_lengths, names
from mapgen.territory.settings import (
    GRID_MARGIN_M,
    GRID_STEP_M,
    POCKET_SIDE,
    REPAIR_GROWTH_M,
    REPAIR_RADIUS_M,
    REPAIR_ROUNDS,
    SIDE_OF_HOLDER,
)
from mapgen.territory.tables import Measured, area_table, front_table
from mapgen.territory.validation import validated

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Derivation:
    """What the evidence says about the land.

    Parameters
    ----------
    areas
        EPSG:4326, one row for each holder: ``holder``, ``certainty`` (mean by area, 0 to 1),
        ``area_km2``, ``geometry`` (MultiPolygon, five decimals, exteriors counter-clockwise,
        largest part first). Together the rows cover the land without gap or overlap.
    fronts
        EPSG:4326: ``kind`` (front, limit, inner), ``quality`` (firm, approximate, guess),
        ``holder_a``, ``holder_b``, ``length_km``, ``geometry``; vertices of the areas.
    certainty
        How certainty varies, over the whole frame.
    report
        Figures to keep and to compare; JSON-able.
    """

    areas: geopandas.GeoDataFrame
    fronts: geopandas.GeoDataFrame
    certainty: CertaintyGrid
    report: Report


@dataclass(frozen=True)
class _Scene:
    """What every step needs."""

    land: BaseGeometry
    plane: Plane
    grid: Grid
    evidence: Evidence


@dataclass(frozen=True)
class _Cut:
    """The land cut to pieces, the cells it was cut by, and who needed ground of their own."""

    faces: Faces
    classes: ClassArray
    here: IntArray
    """Index of the holder at each settlement, `UNKNOWN` beyond the land."""
    repaired: BoolArray


def derive(
    settlements: geopandas.GeoDataFrame,
    land: BaseGeometry,
    frame: tuple[float, float, float, float],
    as_of: str,
    *,
    progress: Callable[[str, float], None] | None = None,
) -> Derivation:
    """Derive areas of control from settlements with a known holder.

    Parameters
    ----------
    settlements
        EPSG:4326 points that hold on the date: ``id``, ``side``, ``side_confidence``,
        ``holder`` (missing where only the side is known), ``confidence``,
        ``position_error_km``.
    land
        Polygon or MultiPolygon to divide, EPSG:4326, at most five decimals.
    frame
        West, south, east, north in degrees, EPSG:4326.
    as_of
        ISO date for which the settlements speak; kept in the report.
    progress
        Called with the name of a step and the share done, 0 to 1.

    Returns
    -------
    Derivation
        The same for the same evidence, whatever the order of the rows.

    Raises
    ------
    mapgen.errors.DataFaultsError
        If the settlements cannot be used; names each fault.
    """
    tell = progress or (lambda _step, _share: None)
    tell("evidence", 0.0)
    plane = Plane(frame)
    grid = Grid.around(plane.project(land).bounds, GRID_MARGIN_M, GRID_STEP_M)
    scene = _Scene(land, plane, grid, read(settlements, plane))
    tell("estimate", 0.05)
    fields = estimate_fields(scene.evidence, grid)
    tell("holders", 0.5)
    on_land = _land_cells(scene)
    classes = without_specks(fields.best(scene.evidence), scene.evidence, grid, on_land)
    tell("outlines", 0.6)
    made = _cut(scene, classes, fields)
    tell("certainty", 0.7)
    probability = fields.probability(scene.evidence, made.classes)
    certainty = certainty_field(probability, made.classes, grid)
    tell("fronts", 0.9)
    shapes = [
        (index, shape)
        for index in range(len(scene.evidence.holders))
        if (shape := made.faces.dissolved(index)) is not None
    ]
    measured = Measured(made.classes, np.where(on_land, certainty, np.nan))
    areas = area_table(shapes, scene.evidence.holders, plane, measured)
    fronts = front_table(stretches(shapes, scene.evidence, plane), plane)
    picture = as_picture(certainty, grid, plane)
    tell("done", 1.0)
    return Derivation(areas, fronts, picture, _report(scene, made, (areas, fronts), as_of))


def _land_cells(scene: _Scene) -> BoolArray:
    degrees = scene.plane.to_degrees(scene.grid.centres)
    shapely.prepare(scene.land)
    inside = shapely.contains_xy(scene.land, degrees[:, 0], degrees[:, 1])
    return np.asarray(inside).reshape(scene.grid.shape)


def _cut(scene: _Scene, classes: ClassArray, fields: Fields) -> _Cut:
    """Cut the land; give sure settlements in foreign areas ground until all are at home."""
    evidence, grid = scene.evidence, scene.grid
    units = to_units(scene.land)
    radius = np.zeros(len(evidence.ids))
    for left in reversed(range(REPAIR_ROUNDS)):
        drawn = with_discs(classes, evidence, grid, fields, radius)
        lines = outlines(drawn, evidence.side_of, grid)
        faces = cut(units, lines, (drawn, grid), scene.plane)
        piece = piece_at(faces, evidence)
        faces.merge_slivers(_vouched(evidence, faces, piece))
        here = np.where(piece < 0, UNKNOWN, faces.holder[piece])
        at_home = fits(evidence, here)
        if at_home.all() or not left:
            break
        grown = np.maximum(radius + REPAIR_GROWTH_M, REPAIR_RADIUS_M)
        radius = np.where(at_home, radius, grown)
    return _Cut(faces, drawn, here, radius > 0)


def _vouched(evidence: Evidence, faces: Faces, piece: IntArray) -> IntArray:
    """Return the pieces whose holder a settlement of high confidence names."""
    here = faces.holder[piece]
    side = evidence.side_sure & (evidence.side_of[here] == evidence.side)
    holder = evidence.holder_sure & (here == evidence.holder)
    return np.unique(piece[(piece >= 0) & (side | holder)])


def _report(
    scene: _Scene,
    made: _Cut,
    tables: tuple[geopandas.GeoDataFrame, geopandas.GeoDataFrame],
    as_of: str,
) -> Report:
    evidence = scene.evidence
    areas, fronts = tables
    km2: dict[str, float] = dict(zip(areas["holder"], areas["area_km2"], strict=True))
    pocket = [value for name, value in km2.items() if SIDE_OF_HOLDER[name] == POCKET_SIDE]
    return {
        "as_of": as_of,
        "settlements": len(evidence.ids),
        "settlements_with_holder": int((evidence.holder != UNKNOWN).sum()),
        **validated(evidence),
        "land_km2": round(sum(km2.values()), 1),
        "area_km2": km2,
        "pocket_km2": round(sum(pocket), 1),
        "fronts_km": front_lengths(fronts),
        "contradicting": contradictions(evidence, made.here),
        "repaired": names(evidence, made.repaired),
        "unresolved": names(evidence, ~fits(evidence, made.here)),
        "outside": names(evidence, made.here == UNKNOWN),
    }

"""The derivation as a whole: evidence in, areas, fronts and certainty out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.derivation.territory.certainty import CertaintyGrid, as_picture, certainty_field
from mapgen.derivation.territory.classes import Fields, smoothed, without_specks
from mapgen.derivation.territory.evidence import UNKNOWN, Evidence, read
from mapgen.derivation.territory.fronts import stretches
from mapgen.derivation.territory.pieces import Pieces, cut_land
from mapgen.derivation.territory.renewal import renew_certainty, renew_fields, renew_probability
from mapgen.derivation.territory.repair import fits
from mapgen.derivation.territory.report import Report, contradictions, front_lengths, names
from mapgen.derivation.territory.scene import Scene, scene_of
from mapgen.derivation.territory.settings import POCKET_SIDE
from mapgen.derivation.territory.shares import Shares
from mapgen.derivation.territory.tables import Measured, area_table, front_table
from mapgen.derivation.territory.validation import Validation, validated
from mapgen.progress import ignore

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.plane import ClassArray, FloatArray, Window
    from mapgen.progress import Progress


@dataclass(frozen=True)
class Derivation:
    """What the evidence says about the land.

    Parameters
    ----------
    areas
        EPSG:4326, one row for each holder: ``holder``, ``certainty`` (mean by area, 0 to 1),
        ``area_km2``, ``uncertain_km2``, ``geometry`` (MultiPolygon, five decimals, exteriors
        counter-clockwise, largest part first). Together the rows cover the land without gap
        or overlap.
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
class _Day:
    """What the next day begins with."""

    evidence: Evidence
    shares: Shares
    fields: Fields
    classes: ClassArray
    probability: FloatArray
    certainty: FloatArray


def derive(
    settlements: geopandas.GeoDataFrame,
    land: BaseGeometry,
    frame: tuple[float, float, float, float],
    as_of: str,
    *,
    progress: Progress = ignore,
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
        Is called with the name of a step and the share done, 0 to 1.

    Returns
    -------
    Derivation
        The same for the same evidence, whatever the order of the rows.

    Raises
    ------
    mapgen.faults.FaultsError
        If the settlements cannot be used; names each fault.
    """
    progress("evidence", 0.0)
    scene = scene_of([settlements], land, frame)
    made = Walk(scene).derive(settlements, as_of, progress)
    progress("done", 1.0)
    return made


class Walk:
    """Derives one day after another; what did not change is kept from the day before.

    Parameters
    ----------
    scene
        What the days have in common.

    Notes
    -----
    Any day comes out as if it had been derived alone.
    """

    def __init__(self, scene: Scene) -> None:
        """Begin before the first day."""
        self._scene = scene
        self._before: _Day | None = None

    def derive(
        self,
        settlements: geopandas.GeoDataFrame,
        day: str,
        progress: Progress,
        *,
        whole_report: bool = True,
    ) -> Derivation:
        """Derive a day.

        Parameters
        ----------
        settlements
            As for `derive`, the same places as on the other days.
        day
            ISO date; kept in the report.
        progress
            Is called with the name of a step and the share done, 0 to 1.
        whole_report
            Whether the report counts how many settlements are found right without them.
        """
        scene = self._scene
        evidence = read(settlements, scene.plane, scene.classes)
        progress("estimate", 0.05)
        shares, fields, windows = self._estimated(evidence)
        progress("holders", 0.5)
        best = without_specks(fields.best(evidence), evidence, scene.grid, scene.on_land)
        progress("outlines", 0.6)
        made = cut_land(scene, evidence, best, fields)
        progress("certainty", 0.7)
        probability, certainty = self._measured(evidence, fields, made.classes, windows)
        self._before = _Day(evidence, shares, fields, made.classes, probability, certainty)
        progress("fronts", 0.9)
        return _described(scene, made, certainty, day, whole_report=whole_report)

    def _estimated(self, evidence: Evidence) -> tuple[Shares, Fields, list[Window]]:
        """Return the estimate of a day, and where it may differ from the day before."""
        before, scene = self._before, self._scene
        if before is None:
            shares = Shares.empty(scene.coarse, evidence)
            shares.renew(scene.coarse, None, evidence, scene.reach)
            return shares, smoothed(shares, evidence, scene.grid), []
        shares, fields = before.shares, before.fields
        cells = shares.renew(scene.coarse, before.evidence, evidence, scene.reach)
        return shares, fields, renew_fields(fields, shares, evidence, scene.grid, cells)

    def _measured(
        self, evidence: Evidence, fields: Fields, classes: ClassArray, windows: list[Window]
    ) -> tuple[FloatArray, FloatArray]:
        """Return the probability of the holder of each cell, and the certainty."""
        before, grid = self._before, self._scene.grid
        if before is None:
            probability = fields.probability(evidence, classes)
            return probability, certainty_field(probability, classes, grid)
        probability, certainty = before.probability, before.certainty
        other = classes != before.classes
        places = [*windows, *grid.windows(other)]
        moved = renew_probability(probability, classes, fields, evidence, places)
        renew_certainty(certainty, probability, classes, (grid, moved | other))
        return probability, certainty


def _described(
    scene: Scene, made: Pieces, certainty: FloatArray, day: str, *, whole_report: bool
) -> Derivation:
    evidence = made.evidence
    shapes = [
        (index, shape)
        for index in range(len(evidence.holders))
        if (shape := made.faces.dissolved(index)) is not None
    ]
    measured = Measured(made.classes, np.where(scene.on_land, certainty, np.nan))
    areas = area_table(shapes, evidence.holders, scene.plane, measured)
    fronts = front_table(stretches(shapes, evidence, scene.plane), scene.plane)
    picture = as_picture(certainty, scene.grid, scene.plane)
    report = _report(made, (areas, fronts), day, whole=whole_report)
    return Derivation(areas, fronts, picture, report)


def _report(
    made: Pieces,
    tables: tuple[geopandas.GeoDataFrame, geopandas.GeoDataFrame],
    as_of: str,
    *,
    whole: bool,
) -> Report:
    evidence = made.evidence
    areas, fronts = tables
    km2: dict[str, float] = dict(zip(areas["holder"], areas["area_km2"], strict=True))
    validation: Validation = validated(evidence) if whole else {}
    side_of = {
        name: evidence.sides[side]
        for name, side in zip(evidence.holders, evidence.side_of, strict=True)
    }
    pocket = [value for name, value in km2.items() if side_of[name] == POCKET_SIDE]
    return {
        "as_of": as_of,
        "settlements": len(evidence.ids),
        "settlements_with_holder": int((evidence.holder != UNKNOWN).sum()),
        **validation,
        "land_km2": round(sum(km2.values()), 1),
        "area_km2": km2,
        "pocket_km2": round(sum(pocket), 1),
        "fronts_km": front_lengths(fronts),
        "contradicting": contradictions(evidence, made.here),
        "repaired": names(evidence, made.repaired),
        "unresolved": names(evidence, ~fits(evidence, made.here)),
        "outside": names(evidence, made.here == UNKNOWN),
    }

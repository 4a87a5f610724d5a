"""The land cut to pieces, so that every sure settlement stands on ground of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mapgen.derivation.territory.coverage import Faces, cut, piece_at
from mapgen.derivation.territory.edges import to_units
from mapgen.derivation.territory.evidence import UNKNOWN, Evidence
from mapgen.derivation.territory.outlines import outlines
from mapgen.derivation.territory.repair import fits, with_discs
from mapgen.derivation.territory.settings import REPAIR_GROWTH_M, REPAIR_RADIUS_M, REPAIR_ROUNDS

if TYPE_CHECKING:
    from mapgen.derivation.territory.classes import Fields
    from mapgen.derivation.territory.plane import BoolArray, ClassArray, IntArray
    from mapgen.derivation.territory.scene import Scene


@dataclass(frozen=True)
class Pieces:
    """The land cut to pieces, the cells it was cut by, and who needed ground of their own."""

    evidence: Evidence
    faces: Faces
    classes: ClassArray
    here: IntArray
    """Index of the holder at each settlement, `UNKNOWN` beyond the land."""
    repaired: BoolArray


def cut_land(scene: Scene, evidence: Evidence, classes: ClassArray, fields: Fields) -> Pieces:
    """Cut the land; give sure settlements in foreign areas ground until all are at home."""
    grid = scene.grid
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
    return Pieces(evidence, faces, drawn, here, radius > 0)


def _vouched(evidence: Evidence, faces: Faces, piece: IntArray) -> IntArray:
    """Return the pieces whose holder a settlement of high confidence names."""
    here = faces.holder[piece]
    side = evidence.side_sure & (evidence.side_of[here] == evidence.side)
    holder = evidence.holder_sure & (here == evidence.holder)
    return np.unique(piece[(piece >= 0) & (side | holder)])

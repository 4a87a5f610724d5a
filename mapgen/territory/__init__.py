"""From settlements with a known holder to areas of control, their certainty and fronts."""

from mapgen.territory.certainty import CertaintyGrid
from mapgen.territory.days import derive_days
from mapgen.territory.derivation import Derivation, derive
from mapgen.territory.labels import label_points, small_into
from mapgen.territory.report import Report

__all__ = [
    "CertaintyGrid",
    "Derivation",
    "Report",
    "derive",
    "derive_days",
    "label_points",
    "small_into",
]

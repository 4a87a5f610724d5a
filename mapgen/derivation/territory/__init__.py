"""From settlements with a known holder to areas of control, their certainty and fronts."""

from mapgen.derivation.territory.certainty import CertaintyGrid
from mapgen.derivation.territory.days import derive_days
from mapgen.derivation.territory.derivation import Derivation, derive
from mapgen.derivation.territory.labels import label_points, small_into
from mapgen.derivation.territory.report import Report
from mapgen.derivation.territory.witnesses import Witnesses, witnesses

__all__ = [
    "CertaintyGrid",
    "Derivation",
    "Report",
    "Witnesses",
    "derive",
    "derive_days",
    "label_points",
    "small_into",
    "witnesses",
]

"""Constants of the derivation, each with its unit and where it comes from."""

from __future__ import annotations

from typing import Final

NEIGHBOURS: Final = 12
"""Settlements that speak for a place; beyond the twelfth the weights are about 1e-3."""

BANDWIDTH_RATIO: Final = 0.55
"""Bandwidth as a share of the distance of the third nearest settlement.

Between 0.45 and 0.8 leave-one-out agreement moves by about one percent; 0.55 is the
narrowest value on that plateau, so that fronts stay sharp.
"""

BANDWIDTH_RANK: Final = 3
"""Which nearest settlement sets the bandwidth."""

BANDWIDTH_FLOOR_M: Final = 400.0
"""Least bandwidth in metres: most positions are known to half a kilometre or a whole one."""

CONFIDENCE_WEIGHT: Final = {"high": 1.0, "medium": 0.7, "low": 0.4}
"""How much a settlement counts by the confidence of what it says."""

POSITION_TRUSTED_KM: Final = 1.5
"""Error of a position up to which a settlement counts fully; farther off it counts less."""

SHORT_RANGE_M: Final = 700.0
"""Reach in metres within which a settlement speaks for itself whatever its neighbours say."""

SHORT_RANGE_STRENGTH: Final = {"high": 1.0, "medium": 0.45, "low": 0.0}
"""Share of the estimate at the very place of a settlement that is its own, by confidence."""

KINSHIP: Final = 0.5
"""Weight of a rival that shares an actor, as HTS alone beside HTS and NLF together."""

GRID_STEP_M: Final = 300.0
"""Cell of the estimate in metres: a third of the usual distance between two settlements."""

GRID_MARGIN_M: Final = 9_000.0
"""How far the grid reaches beyond the land, so that lines cross border and coast cleanly."""

FIELD_SMOOTHING_M: Final = 500.0
"""Smoothing of the estimate in metres (standard deviation) before holders are named."""

OUTLINE_SMOOTHING_M: Final = 750.0
"""Smoothing along outlines in metres (standard deviation): the steps of the grid go."""

OUTLINE_TOLERANCE_M: Final = 20.0
"""A vertex nearer than this to the line between its neighbours may go.

A third of a pixel at zoom 11 (62 m at 36 N).
"""

OUTLINE_ROUNDS: Final = 12
"""How often outlines are thinned; what lies farther along a line cannot change the result."""

SPECK_KM2: Final = 12.0
"""Parts below this without a settlement of high confidence join a neighbour."""

SLIVER_KM2: Final = 2.0
"""Pieces below this, left between an outline and the border or coast, join a neighbour."""

REPAIR_RADIUS_M: Final = 700.0
"""First radius of the disc that a settlement of high confidence gets in a foreign area."""

REPAIR_GROWTH_M: Final = 200.0
"""By how much the disc grows when smoothing has taken it away again."""

REPAIR_ROUNDS: Final = 5
"""How often discs may grow."""

UNCERTAIN_BELOW: Final = 0.42
"""Ground of less certainty than this counts as uncertain: the map draws it pale."""

SURE_TO_M: Final = 7_000.0
"""Certainty is full up to this distance from the nearest settlement."""

UNSURE_FROM_M: Final = 33_000.0
"""From this distance certainty does not fall any further."""

UNSURE_SHARE: Final = 0.22
"""What is left of certainty far from any settlement."""

CERTAINTY_SMOOTHING_M: Final = 4_000.0
"""Certainty is smoothed over this distance inside areas, and not at all on their edges."""

CERTAINTY_COLUMNS: Final = 680
"""Columns of the certainty picture: about 450 m each, two pixels at zoom 9."""

FIRM_GAP_M: Final = 9_500.0
"""A front is firm where the nearest settlements of both sides are nearer than this together."""

APPROXIMATE_GAP_M: Final = 17_000.0
"""A front is approximate up to this gap, and a guess beyond it."""

SHORTEST_RUN_M: Final = 4_000.0
"""No stretch of one quality is shorter, unless the whole line is."""

UNITS_PER_DEGREE: Final = 100_000
"""Coordinates are whole numbers of 1e-5 degree (about a metre) while areas are cut."""

SIDE_OF_HOLDER: Final = {
    "government": "government",
    "government+sdf": "government+sdf",
    "hts": "opposition",
    "hts+nlf": "opposition",
    "isil": "isil",
    "nlf": "opposition",
    "opposition": "opposition",
    "sdf": "sdf",
    "turkey": "turkey",
}
"""The side on which each holder stands."""

QUIET_PAIRS: Final = frozenset(
    {
        frozenset({"opposition", "turkey"}),
        frozenset({"government", "government+sdf"}),
        frozenset({"government", "sdf"}),
        frozenset({"government+sdf", "sdf"}),
    }
)
"""Pairs of sides that met without fighting in September 2018: limits, not fronts."""

POCKET_SIDE: Final = "opposition"
"""The side whose area is the pocket around Idlib."""

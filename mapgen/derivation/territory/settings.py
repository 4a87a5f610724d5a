"""Constants of the derivation, each with its unit and where it comes from."""

from __future__ import annotations

from typing import Final

NEIGHBOURS: Final = 24
"""Settlements that speak for a place; what lies behind them is screened by them.

With 24, 48 or all of them agreement is the same within 0.2 points; 12 lose half a point
(docs/method.md).
"""

RANGE_M: Final = 50_000.0
"""Distance in metres over which the likeness of control falls to 1/e (exponential covariance).

From 25 to 100 km agreement moves by less than half a point (docs/method.md).
"""

NUGGET: Final = 0.01
"""Noise of a settlement that counts fully, as a share of the variance that distance explains.

Less says that every report is exact; more blurs fronts. Divided by the settlement's weight.
From 0.001 to 0.01 agreement moves by less than half a point; 0.1 loses a point (docs/method.md).
"""

LEAST_SHARE: Final = 0.001
"""No holder is ever ruled out wholly: kriged values may leave 0 to 1."""

FEWEST_SETTLEMENTS: Final = 3
"""With fewer there is nothing to estimate."""

CONFIDENCE_WEIGHT: Final = {"high": 1.0, "medium": 0.7, "low": 0.4}
"""How much a settlement counts by the confidence of what it says."""

POSITION_TRUSTED_KM: Final = 1.5
"""Error of a position up to which a settlement counts fully; farther off it counts less."""

SHORT_RANGE_M: Final = 700.0
"""Reach in metres within which a settlement speaks for itself whatever its neighbours say."""

SHORT_RANGE_STRENGTH: Final = {"high": 1.0, "medium": 0.45, "low": 0.0}
"""Share of the estimate at the very place of a settlement that is its own, by confidence."""

GRID_STEP_M: Final = 300.0
"""Cell of the estimate in metres: a third of the usual distance between two settlements."""

ESTIMATE_STEP: Final = 2
"""Every second cell each way is estimated, those between follow in straight lines."""

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

CALIBRATION: Final = (0.08, 1.1)
"""Level and slope of the logistic curve from the estimate to the share that comes true.

Fitted on settlements estimated without their whole neighbourhood (docs/method.md);
``derivation.json`` holds what the present evidence gives.
"""

BLOCKS_KM: Final = (10, 20)
"""Edges, in kilometres, of the squares that are left out as a whole."""

BLOCK_SHIFTS: Final = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
"""The squares are laid out four times, moved by these shares of an edge (east, north)."""

NEAR_M: Final = 1_000.0
"""A side counts as found nearby, metres: about a pixel of the whole map on a phone."""

NEAR_STEP_M: Final = 250.0
"""Distance of the places that are tried nearby, metres: a little less than a cell."""

CERTAINTY_SMOOTHING_M: Final = 4_000.0
"""Certainty is smoothed over this distance inside areas, and not at all on their edges."""

CERTAINTY_COLUMNS: Final = 408
"""Columns of the grid of certainty: about 750 m each."""

FIRM_GAP_M: Final = 9_500.0
"""A front is firm where the nearest settlements of both sides are nearer than this together."""

APPROXIMATE_GAP_M: Final = 17_000.0
"""A front is approximate up to this gap, and a guess beyond it."""

SHORTEST_RUN_M: Final = 4_000.0
"""No stretch of one quality is shorter, unless the whole line is."""

UNITS_PER_DEGREE: Final = 100_000
"""Coordinates are whole numbers of 1e-5 degree (about a metre) while areas are cut."""

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

"""How certainty is kept: the grid of the day of the map, and what earlier days had else.

Day by day, backwards, a day keeps the pieces in which it differs from the day after it. So a year
costs little more than the pieces that changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import ndimage

from mapgen.derivation.territory.certainty import FULL
from mapgen.facts.certainty import LEVELS, letters
from mapgen.facts.geometry import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from mapgen.derivation.territory import CertaintyGrid, Derivation

    Levels = npt.NDArray[np.int16]

CELLS = 2
"""Cells of the derivation, along a line, to one that is kept: on Syria's facts that moves a
certainty by 0.4 points on average, and by 1.7 at most on 95 of 100 places."""

CHANGED = 2
"""Levels from which a cell counts as another."""

MARGIN = 2
"""Cells around what changed that a piece takes along: nearby changes become one piece."""


def certainty_days(made: Sequence[Derivation]) -> dict[str, Any]:
    """Return the content of ``certainty.json``.

    Parameters
    ----------
    made
        Derived days in order; the last is the day of the map.

    Returns
    -------
    dict
        As `mapgen.facts.certainty.CertaintyFile` has it.
    """
    grids = [(one.report["as_of"], _levels(one.certainty)) for one in made]
    last = grids[-1][1]
    return {
        "bounds": [round(bound, DECIMALS) for bound in made[-1].certainty.bounds],
        "width": last.shape[1],
        "height": last.shape[0],
        "levels": [letters(row) for row in last],
        "earlier": list(_earlier(grids)),
    }


def _levels(certainty: CertaintyGrid) -> Levels:
    """Return the levels of a grid, each of `CELLS` by `CELLS` cells."""
    rows, columns = (size // CELLS for size in certainty.values.shape)
    blocks = certainty.values.reshape(rows, CELLS, columns, CELLS).astype(np.float64)
    levels: Levels = np.rint(blocks.mean((1, 3)) / FULL * (len(LEVELS) - 1)).astype(np.int16)
    return levels


def _earlier(days: Sequence[tuple[str, Levels]]) -> Iterator[dict[str, Any]]:
    """Yield each day that differs from the day after it, from the last but one to the first."""
    shown = days[-1][1].copy()
    for day, levels in reversed(days[:-1]):
        differs = np.abs(levels - shown) >= CHANGED
        parts, _ = ndimage.label(ndimage.binary_dilation(differs, iterations=MARGIN))
        pieces = []
        for rows, columns in ndimage.find_objects(parts):
            old, new = shown[rows, columns], levels[rows, columns]
            kept = np.where(np.abs(new - old) >= CHANGED, new, old)
            height, width = kept.shape
            pieces.append([columns.start, rows.start, width, height, letters(kept - old)])
            shown[rows, columns] = kept
        if pieces:
            yield {"date": day, "pieces": pieces}

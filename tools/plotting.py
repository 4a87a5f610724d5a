"""How the plots of the documents look; the same figures give the same bytes."""

from __future__ import annotations

import matplotlib as mpl

INK = "#1e2226"


def prepare(document: str) -> None:
    """Let matplotlib draw SVG as the documents have it.

    Parameters
    ----------
    document
        Of which ids in the drawing are made.
    """
    mpl.use("Agg")
    mpl.rcParams.update(
        {
            "svg.hashsalt": document,
            "svg.fonttype": "none",
            "font.size": 9,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": INK,
            "text.color": INK,
        }
    )

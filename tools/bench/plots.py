"""The picture of docs/performance.md; the same results give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import matplotlib.pyplot as plt

from bench.results import middle
from bench.words import FIGURES, title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matplotlib.axes import Axes

INK = "#1e2226"
COLOURS = ("#8a8f98", "#b9772a", "#5b7fa8", "#1b7a4b")
SHOWN = ("ready_ms", "blocked_ms", "frames_s")
BAR = 0.8

mpl.use("Agg")
mpl.rcParams.update(
    {
        "svg.hashsalt": "performance",
        "svg.fonttype": "none",
        "font.size": 9,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": INK,
        "text.color": INK,
    }
)


def draw(results: Mapping[str, Any], speeds: Mapping[str, str], path: Path) -> None:
    """Draw ready, blocked time and frames of each input.

    Parameters
    ----------
    results
        By input.
    speeds
        What each speed is called, by its key.
    path
        SVG to write.
    """
    rows = [
        (f"{title(name)}\n{speeds[key]}", held["speeds"][key])
        for name, held in results.items()
        for key in speeds
        if key in held["speeds"]
    ]
    size = (10, 1.2 + 0.75 * len(rows))
    figure, axes = plt.subplots(1, len(SHOWN), figsize=size, sharey=True, squeeze=False)
    for axis, shown in zip(axes[0], SHOWN, strict=True):
        _bars(axis, shown, [held for _, held in rows])
        axis.set_title(FIGURES[shown], fontsize=9, loc="left")
    axes[0][0].set_yticks(range(len(rows)), [told for told, _ in rows])
    axes[0][0].invert_yaxis()
    handles, labels = axes[0][0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower center", ncols=len(labels), frameon=False)
    figure.tight_layout(rect=(0, 0.5 / size[1], 1, 1))
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _bars(axis: Axes, shown: str, rows: list[Mapping[str, Any]]) -> None:
    """Draw a bar for the median of each contestant, and a line from smallest to largest value."""
    contestants = list(dict.fromkeys(name for row in rows for name in row))
    width = BAR / len(contestants)
    for number, name in enumerate(contestants):
        places = [at + (number + 0.5) * width - BAR / 2 for at in range(len(rows))]
        found = [row.get(name, {}).get(shown, []) for row in rows]
        middles = [middle(each) if each else 0 for each in found]
        away = [
            [told - min(each, default=told) for told, each in zip(middles, found, strict=True)],
            [max(each, default=told) - told for told, each in zip(middles, found, strict=True)],
        ]
        axis.barh(
            places,
            middles,
            width,
            xerr=away,
            color=COLOURS[number % len(COLOURS)],
            error_kw={"ecolor": INK, "elinewidth": 0.6},
            label=name,
        )
        for place, each in zip(places, found, strict=True):
            if not each:
                axis.text(0, place, " none", va="center", fontsize=6)
    if shown.endswith("_ms"):
        axis.set_xscale("symlog", linthresh=100)

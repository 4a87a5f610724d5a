"""The picture of docs/performance.md; the same results give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
from matplotlib.ticker import LogLocator, NullLocator
from plotting import prepare

from bench.results import middle
from bench.words import FIGURES, title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matplotlib.axes import Axes

COLOURS = ("#8a8f98", "#b9772a", "#5b7fa8", "#1b7a4b")
SHOWN = ("ready_ms", "blocked_ms", "frames_s")
MARKS = ("o", "s", "^", "D")
GRID = "#e3e0d8"
ROW_IN = 0.4
BAND = 0.5
"""Over which the dots of a row are spread."""

prepare("performance")


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
        (f"{title(name)}, {speeds[key].split(':')[0]}", held["speeds"][key])
        for name, held in results.items()
        for key in speeds
        if key in held["speeds"]
    ]
    size = (10, 1.2 + ROW_IN * len(rows))
    figure, axes = plt.subplots(1, len(SHOWN), figsize=size, sharey=True, squeeze=False)
    for axis, shown in zip(axes[0], SHOWN, strict=True):
        _dots(axis, shown, [held for _, held in rows])
        axis.set_title(FIGURES[shown], fontsize=9, loc="left")
    axes[0][0].set_yticks(range(len(rows)), [told for told, _ in rows])
    axes[0][0].invert_yaxis()
    handles, labels = axes[0][0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower center", ncols=len(labels), frameon=False)
    figure.tight_layout(rect=(0, 0.4 / size[1], 1, 1))
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def _dots(axis: Axes, shown: str, rows: list[Mapping[str, Any]]) -> None:
    """Draw a dot for the median of each contestant, and a line from smallest to largest value."""
    contestants = list(dict.fromkeys(name for row in rows for name in row))
    for number, name in enumerate(contestants):
        aside = BAND * (number / max(1, len(contestants) - 1) - 0.5)
        found = [
            (at + aside, row[name][shown]) for at, row in enumerate(rows) if row[name].get(shown)
        ]
        middles = [middle(values) for _, values in found]
        axis.errorbar(
            middles,
            [place for place, _ in found],
            xerr=[
                [told - min(values) for told, (_, values) in zip(middles, found, strict=True)],
                [max(values) - told for told, (_, values) in zip(middles, found, strict=True)],
            ],
            fmt=MARKS[number % len(MARKS)],
            color=COLOURS[number % len(COLOURS)],
            markersize=4,
            elinewidth=0.8,
            label=name,
        )
    axis.grid(visible=True, axis="x", color=GRID, linewidth=0.5)
    axis.set_axisbelow(True)
    if shown.endswith("_ms"):
        axis.set_xscale("log")
        axis.xaxis.set_major_locator(LogLocator(subs=(1, 3)))
        axis.xaxis.set_major_formatter("{x:,.0f}")
        axis.xaxis.set_minor_locator(NullLocator())
    else:
        axis.set_xlim(left=0)

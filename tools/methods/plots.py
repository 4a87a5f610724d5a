"""Pictures for docs/method.md; the same evidence gives the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import shapely
from PIL import Image
from plotting import INK, prepare

from mapgen.derivation.territory.validation import Guess

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory.calibration import Band
    from methods.question import Evaluated, Method
    from methods.scoring import Outcome

WINDOW = (36.0, 35.2, 37.35, 36.45)
"""West, south, east, north in degrees: the pocket around Idlib and its fronts."""
WINDOW_COLUMNS = 300
COLOURS = 128
"""Of the maps: enough for their shades, half the size of the file."""
SCATTER = {"one": "o", "10": "s", "20": "D"}
WAYS = {"one": "one at a time", "10": "10 km squares", "20": "20 km squares"}

prepare("method")


@dataclass(frozen=True)
class Ground:
    """What the maps are drawn on and with.

    Parameters
    ----------
    land
        Syria, EPSG:4326.
    colours
        Colour of each holder, "#rrggbb".
    """

    land: BaseGeometry
    colours: Mapping[str, str]


def agreement(outcomes: Mapping[str, Mapping[str, Outcome]], path: Path) -> None:
    """Draw how often each method finds the side and the holder.

    Parameters
    ----------
    outcomes
        By method and by way of leaving out.
    path
        SVG to write.
    """
    figure, axes = plt.subplots(1, 2, figsize=(10, 0.28 * len(outcomes) + 1.2), sharey=True)
    row = np.arange(len(outcomes))[::-1]
    for axis, level in zip(axes, ("side", "holder"), strict=True):
        for way, marker in SCATTER.items():
            share = [100 * getattr(each[way], level) for each in outcomes.values()]
            axis.plot(share, row, marker, ms=5, label=WAYS[way], alpha=0.85)
        axis.set_title(f"{level} found, percent", loc="left", fontsize=10)
        axis.grid(axis="x", color="#ddd8ce")
    axes[0].set_yticks(row, list(outcomes))
    axes[1].legend(frameon=False, fontsize=8, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    _save(figure, path)


def reliability(curves: Mapping[str, list[Band]], path: Path) -> None:
    """Draw stated against observed certainty in five bands.

    Parameters
    ----------
    curves
        Bands by name.
    path
        SVG to write.
    """
    figure, axis = plt.subplots(figsize=(4.6, 4.4))
    axis.fill_between([25, 100], [20, 95], [30, 105], color="#ece8e0", lw=0)
    axis.plot([25, 100], [25, 100], color="#8b9097", lw=1)
    for (name, found), marker in zip(curves.items(), "so^D", strict=False):
        stated = [100 * band["stated"] for band in found]
        observed = [100 * band["observed"] for band in found]
        axis.plot(stated, observed, f"-{marker}", ms=5, lw=1, label=name)
    axis.set(xlim=(25, 101), ylim=(25, 101), aspect="equal")
    axis.set_xlabel("stated, percent")
    axis.set_ylabel("came true, percent")
    axis.legend(frameon=False, fontsize=8, loc="lower right")
    _save(figure, path)


def maps(methods: Mapping[str, Method], asked: Evaluated, ground: Ground, path: Path) -> None:
    """Draw what methods make of the same window, without any later smoothing.

    Parameters
    ----------
    methods
        By name, from left to right.
    asked
        Evidence and questions.
    ground
        Land and colours.
    path
        PNG to write.
    """
    figure, axes = plt.subplots(1, len(methods), figsize=(3.3 * len(methods), 3.5))
    for axis, (name, method) in zip(axes, methods.items(), strict=True):
        _window(axis, method, asked, ground)
        axis.set_title(name, fontsize=9, loc="left")
    _save(figure, path)


def _window(axis: Axes, method: Method, asked: Evaluated, ground: Ground) -> None:
    west, south, east, north = WINDOW
    stretch = np.cos(np.radians((south + north) / 2))
    rows = round(WINDOW_COLUMNS * (north - south) / ((east - west) * stretch))
    lon, lat = np.meshgrid(np.linspace(west, east, WINDOW_COLUMNS), np.linspace(south, north, rows))
    places = asked.plane.from_degrees(np.column_stack([lon.ravel(), lat.ravel()]))
    evidence = asked.evidence
    holders = np.ones((len(places), len(evidence.holders)))
    holders[:, asked.classes] = method.shares(asked.holder, places)
    guess = Guess.of(evidence, method.shares(asked.side, places), holders)
    fill = np.array([mpl.colors.to_rgb(ground.colours[name]) for name in evidence.holders])
    depth = (0.25 + 0.75 * np.clip((guess.share - 0.4) / 0.6, 0, 1))[:, None]
    depth = depth * shapely.contains_xy(ground.land, lon.ravel(), lat.ravel())[:, None]
    picture = (fill[guess.holder] * depth + 1 - depth).reshape(rows, -1, 3)
    axis.imshow(picture, extent=WINDOW[::2] + WINDOW[1::2], origin="lower", aspect=1 / stretch)
    known = evidence.holder >= 0
    x, y = evidence.degrees[known].T
    axis.scatter(x, y, c=fill[evidence.holder[known]], s=5, lw=0.35, edgecolors=INK)
    axis.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[])


def _save(figure: Figure, path: Path) -> None:
    figure.tight_layout()
    if path.suffix == ".svg":
        figure.savefig(path, metadata={"Date": None, "Creator": None})
    else:
        buffer = io.BytesIO()
        figure.savefig(buffer, dpi=100, format="png")
        Image.open(buffer).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    plt.close(figure)

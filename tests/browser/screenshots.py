"""Pictures of the page: kept small, compared by the mean colour of tiles.

Means of tiles take no notice of how letters are smoothed or of a pixel more or less, as another
version of a browser or a font brings them; what is lost, moved or of another colour changes them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SHRINK = 2
"""Pixels of the screen to a pixel that is kept, along each side."""

QUALITY = 70
"""Of the WebP that is kept; it changes the mean of a tile by up to 4 of 255."""

TILE_PX = 16
"""Side of a tile, in pixels that are kept."""

NOTICED = 8.0
"""From how large a difference on a tile differs: in its most different channel, of 255."""

TOLERATED = 0.01
"""Share of tiles that may differ: room for a label that found another place."""


def shrunk(png: bytes) -> Image.Image:
    """Return a screenshot as it is kept and compared."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    size = (picture.width // SHRINK, picture.height // SHRINK)
    return picture.resize(size, Image.Resampling.BOX)


def keep(picture: Image.Image, path: Path) -> None:
    """Write a reference."""
    path.parent.mkdir(exist_ok=True)
    picture.save(path, "WEBP", quality=QUALITY, method=6)


def differences(one: Image.Image, other: Image.Image) -> NDArray[np.float64]:
    """Return how much each tile differs, 0 to 255, as an array of (rows, columns)."""
    result: NDArray[np.float64] = np.abs(_means(one) - _means(other)).max(axis=2)
    return result


def share_of_difference(one: Image.Image, other: Image.Image) -> float:
    """Return which share of the tiles differs, 0 to 1; pictures of two sizes differ wholly."""
    if one.size != other.size:
        return 1.0
    return float((differences(one, other) > NOTICED).mean())


def marked(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return the second picture, pale but where it differs, for a person to look at."""
    if one.size != other.size:
        return other
    differs = (differences(one, other) > NOTICED).repeat(TILE_PX, 0).repeat(TILE_PX, 1)
    mask = Image.fromarray(differs[: other.height, : other.width])
    white = Image.new("RGB", other.size, "white")
    return Image.composite(other, Image.blend(other, white, 0.7), mask)


def _means(picture: Image.Image) -> NDArray[np.float64]:
    """Return the mean colour of each tile; those at the far edges may be smaller."""
    sums = np.asarray(picture, dtype=np.float64)
    counts = np.ones((*sums.shape[:2], 1))
    for axis in (0, 1):
        edges = np.arange(0, sums.shape[axis], TILE_PX)
        sums, counts = (np.add.reduceat(each, edges, axis=axis) for each in (sums, counts))
    result: NDArray[np.float64] = sums / counts
    return result

"""Certainty and relief as pictures over the ground of a window."""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from contourpy import FillType, contour_generator
from PIL import Image

from mapgen import look

if TYPE_CHECKING:
    import numpy.typing as npt

    from mapgen.facts.geometry import Frame
    from mapgen.pictures.scene import Scene
    from mapgen.pictures.views import Window

    Pixels = npt.NDArray[np.uint8]

_LEVEL: Final = 128
_GRAIN: Final = 6
"""Steps of opacity, of 255, in which relief is drawn: coarser than is seen, a third of it."""


@lru_cache(maxsize=8)
def opened(data: bytes) -> Image.Image:
    """Return a picture in grey."""
    return Image.open(io.BytesIO(data)).convert("L")


def certainty_on(scene: Scene) -> Image.Image | None:
    """Return the grey picture of certainty of the day of a scene: 255 is full certainty."""
    certainty = scene.geodata.certainty
    if certainty is None:
        return None
    return Image.fromarray((255 * certainty.on(scene.day)).astype(np.float32))


def seen(
    picture: Image.Image, bounds: Frame, window: Window, finer: float = 1.0
) -> npt.NDArray[np.float64]:
    """Return the part of a grey picture in a window.

    Parameters
    ----------
    bounds
        Of the picture, degrees.
    finer
        How many values to make of one pixel of the picture, along a line.

    Returns
    -------
    numpy.ndarray
        Rows and columns of 0 to 255, spread evenly over the window; at most one a px.
    """
    left, top, right, bottom = window.rectangle(bounds)
    wide, high = picture.width / (right - left), picture.height / (bottom - top)
    corners = (0, 0, window.width, window.height)
    box = [
        (corner - origin) * scale
        for corner, origin, scale in zip(
            corners, (left, top, left, top), (wide, high, wide, high), strict=True
        )
    ]
    size = (
        round(window.width * min(1, finer * wide)), round(window.height * min(1, finer * high))
    )  # fmt: skip
    shown = picture.convert("F").transform(
        size, Image.Transform.EXTENT, tuple(box), Image.Resampling.BICUBIC
    )
    return np.asarray(shown, dtype=np.float64)


def veil(certainty: npt.NDArray[np.float64]) -> Pixels:
    """Return paper (rows, columns, RGBA), the thicker the less is known: 0 to 255 a px."""
    at, opacity = zip(*look.CERTAINTY, strict=True)
    alpha = 1 - np.interp(certainty / 255, at, opacity)
    return _coloured(look.PAPER, alpha)


def relief(grey: npt.NDArray[np.float64], opacity: float) -> Pixels:
    """Return light and shade (rows, columns, RGBA) of a grey relief, 128 being level ground."""
    away = grey - _LEVEL
    alpha = np.where(
        np.abs(away) <= look.RELIEF_NOISE, 0, opacity * look.RELIEF_MOST * np.abs(away) / _LEVEL
    )
    alpha = np.round(alpha * 255 / _GRAIN) * _GRAIN / 255
    pixels = _coloured(look.WHITE, alpha)
    pixels[..., :3] = np.where((away < 0)[..., None], look.RELIEF_SHADE, 255)
    pixels[alpha == 0, :3] = 255
    return pixels


def _coloured(colour: str, alpha: npt.NDArray[np.float64]) -> Pixels:
    pixels = np.empty((*alpha.shape, 4), dtype=np.uint8)
    pixels[..., :3] = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    pixels[..., 3] = np.clip(np.round(255 * alpha), 0, 255)
    return pixels


def known_ground(certainty: npt.NDArray[np.float64], window: Window) -> Any:  # noqa: ANN401
    """Return the ground, in px, that is known well enough to carry a pattern."""
    rows, columns = certainty.shape
    made = contour_generator(
        _middles(columns, window.width), _middles(rows, window.height), certainty,
        fill_type=FillType.OuterOffset,
    ).filled(255 * look.PATTERN_FROM, 1e6)  # fmt: skip
    points, offsets = made[0], made[1]
    polygons = []
    for at, ends in zip(points, offsets, strict=True):
        if at is None or ends is None:
            continue
        rings = [at[begin:end] for begin, end in pairwise(ends)]
        polygons.append(shapely.Polygon(rings[0], rings[1:]))
    return shapely.union_all(shapely.make_valid(np.array(polygons, dtype=object)))


def _middles(count: int, length: float) -> npt.NDArray[np.float64]:
    """Return the middles of pixels over a length; the first and last reach its ends."""
    middles: npt.NDArray[np.float64] = (np.arange(count) + 0.5) * length / count
    middles[[0, -1]] = 0, length
    return middles

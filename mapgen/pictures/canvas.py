"""A canvas over matplotlib: px from the upper left corner, painted in the order of the calls."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib import patheffects
from matplotlib.figure import Figure
from matplotlib.image import BboxImage
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from mapgen import look
from mapgen.pictures import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    from matplotlib.artist import Artist

_INCH: Final = 96
_CAPS: Final = {"round": "round", "butt": "butt"}
_ALIGN: Final = {"start": "left", "middle": "center", "end": "right"}


class Canvas:
    """A sheet, or a part of it with a scale of its own.

    Parameters
    ----------
    width, height
        Size of the sheet, px (96 to the inch).
    """

    def __init__(self, width: float, height: float) -> None:
        """Begin with a white sheet."""
        self.figure = Figure(figsize=(width / _INCH, height / _INCH), facecolor=look.WHITE)
        self.width, self.height = width, height
        self.said: list[str] = []
        """Every text as it was given to the drawing, in order."""
        self._left = self._top = 0.0
        self._scale = 1.0
        self.clip: Path | None = None
        self.decimals = 2
        points = Affine2D().scale(1, -1).translate(0, height * letters.POINTS).scale(1 / 72)
        self._transform: Any = points + self.figure.dpi_scale_trans
        self._count = [0]

    def part(self, left: float, top: float, scale: float, size: tuple[float, float]) -> Canvas:
        """Return a part: its corner, its scale, and its size in its own px; the rest is cut off."""
        made = copy(self)
        corner = self._left + left * self._scale, self._top + top * self._scale
        made.width, made.height = size
        made.set_place(corner, self._scale * scale)
        return made.clipped(rectangle(0, 0, *size))

    def coarse(self) -> Canvas:
        """Return the same canvas with paths in tenths of a point: enough for ground and lines."""
        made = copy(self)
        made.decimals = 1
        return made

    def clipped(self, path: Path) -> Canvas:
        """Return the same canvas, on which only what lies within a path is painted."""
        made = copy(self)
        made.clip = self._placed(path)
        return made

    def set_place(self, corner: tuple[float, float], scale: float) -> None:
        """Say where its corner lies on the sheet, px, and how large its px are there."""
        self._left, self._top = corner
        self._scale = scale

    def _placed(self, path: Path) -> Path:
        """Return a path in points of the sheet, rounded: short numbers in the files."""
        corner = np.array([self._left, self._top])
        at = (np.asarray(path.vertices) * self._scale + corner) * letters.POINTS
        return Path(at.round(self.decimals), path.codes)

    def _add(self, artist: Artist) -> None:
        self._count[0] += 1
        artist.set_zorder(self._count[0])
        artist.set_snap(False)
        self.figure.add_artist(artist, clip=False)
        if self.clip is not None:
            artist.set_clip_path(self.clip, self._transform)

    def fill(
        self, path: Path, colour: str, *, opacity: float = 1.0, edge: str = "none", width: float = 0
    ) -> None:
        """Fill a path, rings within rings being holes; its edge may have a colour of its own."""
        self._add(
            PathPatch(
                self._placed(path), facecolor=colour, edgecolor=edge, alpha=opacity,
                linewidth=round(width * self._scale * letters.POINTS, 3), joinstyle="round",
                transform=self._transform,
            )
        )  # fmt: skip

    def stroke(  # noqa: PLR0913 - each has its usual value
        self, path: Path, colour: str, width: float, *, dash: Sequence[float] = (),
        cap: str = "round", opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw a path as a line; width and dashes in px."""
        points = width * self._scale * letters.POINTS
        style: Any = (0, [length / width for length in dash]) if dash else "solid"
        self._add(
            PathPatch(
                self._placed(path), facecolor="none", edgecolor=colour, linewidth=round(points, 3),
                linestyle=style, capstyle=_CAPS[cap], joinstyle="round", alpha=opacity,
                transform=self._transform,
            )
        )  # fmt: skip

    def line(self, path: Path, style: look.Line, scale: float = 1.0) -> None:
        """Draw a line on its casing."""
        self.lines([(path, style)], scale)

    def lines(self, list_: Sequence[tuple[Path, look.Line]], scale: float = 1.0) -> None:
        """Draw lines, the casings of all first, so that none cuts another line."""
        for path, style in list_:
            if style.casing:
                self.stroke(path, look.WHITE, style.casing * scale, opacity=style.casing_opacity)
        for path, style in list_:
            self.stroke(
                path, style.colour, style.width * scale,
                dash=style.dash, cap=style.cap, opacity=style.opacity,
            )  # fmt: skip

    def image(self, pixels: npt.NDArray[np.uint8], box: tuple[float, float, float, float]) -> None:
        """Stretch a picture (rows, columns, RGBA) over left, top, right and bottom."""
        (left, top), (right, bottom) = np.asarray(self._placed(Path([box[:2], box[2:]])).vertices)
        bounds = TransformedBbox(Bbox([[left, bottom], [right, top]]), self._transform)
        image = BboxImage(bounds, interpolation="bilinear", origin="lower")
        image.set_data(pixels)
        self._add(image)

    def text(  # noqa: PLR0913 - each has its usual value
        self, words: str, x: float, y: float, size: float, *, face: str = "plain",
        colour: str = look.INK, halo: float = 0.0, align: str = "start",
    ) -> None:  # fmt: skip
        """Write a line: `y` is its base line, `x` its left, middle or right by `align`."""
        words = words.replace(letters.NO_BREAK, " ")  # a PDF would give it another width
        self.said.append(words)
        at = np.asarray(self._placed(Path([(x, y)])).vertices)[0]
        style: dict[str, Any] = {
            "color": colour, "ha": _ALIGN[align], "va": "baseline", "parse_math": False,
            "fontproperties": letters.font(
                face, round(size * self._scale, 2), arabic=letters.is_arabic(words)
            ),
        }  # fmt: skip
        if halo:
            points = halo * self._scale * letters.POINTS
            around = Text(float(at[0]), float(at[1]), words, transform=self._transform, **style)
            around.set_path_effects(
                [
                    patheffects.Stroke(
                        linewidth=round(points, 3), foreground=look.WHITE,
                        alpha=look.HALO_OPACITY, joinstyle="round",
                    )
                ]
            )  # fmt: skip
            self._add(around)
        self._add(Text(float(at[0]), float(at[1]), words, transform=self._transform, **style))


def joined(paths: Iterable[Path]) -> Path:
    """Return several paths as one."""
    return Path.make_compound_path(*paths)


def rectangle(left: float, top: float, right: float, bottom: float) -> Path:
    """Return a box as a path."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return Path(corners, [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY])


def circle(x: float, y: float, radius: float) -> Path:
    """Return a circle as a path."""
    return Path.circle((x, y), radius)


def polyline(*points: tuple[float, float]) -> Path:
    """Return points with lines between them."""
    return Path(list(points))


def round_box(left: float, top: float, right: float, bottom: float, radius: float) -> Path:
    """Return a box with round corners."""
    r, k = radius, radius * 0.4477
    points = [
        (left + r, top), (right - r, top), (right - k, top), (right, top + k), (right, top + r),
        (right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom),
        (left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r),
        (left, top + r), (left, top + k), (left + k, top), (left + r, top), (left + r, top),
    ]  # fmt: skip
    corner = [Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    return Path(points, [Path.MOVETO, *corner * 4, Path.CLOSEPOLY])

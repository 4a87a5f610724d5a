"""Which parts of a map are taken: boxes of names and marks, and lines that names keep off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

if TYPE_CHECKING:
    from mapgen.pictures.shapes import Shapes

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, px."""


def grown(box: Box, by: float) -> Box:
    """Return a box with more room on all sides."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def around(x: float, y: float, radius: float) -> Box:
    """Return the box of a circle."""
    return x - radius, y - radius, x + radius, y + radius


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes have ground in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


class Room:
    """What is taken so far.

    Parameters
    ----------
    lines
        Fronts and the border, px.
    size
        Width and height of the map, px.
    """

    def __init__(self, lines: Shapes, size: tuple[float, float]) -> None:
        """Begin with nothing taken."""
        self._taken: list[tuple[Box, Any]] = []
        self._kept: list[Box] = []
        self._tree = shapely.STRtree(lines)
        self._window: Box = (3, 3, size[0] - 3, size[1] - 3)

    def take(self, box: Box, owner: Any = None) -> None:  # noqa: ANN401 - whose box it is
        """Take a box; an owner never blocks itself."""
        self._taken.append((box, owner))

    def is_free(self, box: Box, owner: Any = None) -> bool:  # noqa: ANN401
        """Tell whether nothing else stands in a box."""
        return not any(
            meet(box, other) for other, whose in self._taken if owner is None or whose is not owner
        )

    def keep(self, box: Box) -> None:
        """Keep names off a box; marks may stand there."""
        self._kept.append(box)

    def is_clear(self, box: Box, owner: Any = None) -> bool:  # noqa: ANN401
        """Tell whether a name may stand in a box."""
        return self.is_free(box, owner) and not any(meet(box, other) for other in self._kept)

    def crosses(self, box: Box) -> bool:
        """Tell whether a line runs through a box."""
        return bool(len(self._tree.query(shapely.box(*box), predicate="intersects")))

    def is_whole(self, box: Box) -> bool:
        """Tell whether a box lies within the map."""
        left, top, right, bottom = self._window
        return box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom

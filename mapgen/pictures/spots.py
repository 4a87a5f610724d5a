"""Where each name finds room: beside its point, or around it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import shapely

from mapgen.pictures.room import around, grown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.pictures.labels import Name
    from mapgen.pictures.room import Box, Room

_ACTOR_STEP: Final = 8
_FAR_GAP: Final = 11
"""Px: between the places tried for an actor's name; how much further off the greatest may stand."""


def place_beside(name: Name, room: Room, *, rtl: bool) -> bool:
    """Give a name room beside its point, on its own side of the front; tell whether it has any."""
    if not room.is_free(around(*name.at, 2.5), name) and not name.selected:
        if name.kind in ("3", "4"):
            return False
        name.dot, name.gap = None, 15.0
    gaps = [name.gap, name.gap + _FAR_GAP] if name.kind == "1" else [name.gap]
    boxes = [box for gap in gaps for box in _boxes(name, gap, rtl=rtl) if room.is_whole(box)]
    free = [box for box in boxes if room.is_clear(grown(box, name.style.air), name)]
    own_side = next((box for box in free if not room.crosses(box)), None)
    chosen = own_side or (free[0] if free and name.kind != "4" else None)
    if chosen is None:
        return False
    name.box = chosen
    room.take(chosen, name)
    room.take(around(*name.at, 4), name)
    if name.is_doubted:
        room.take(around(*name.doubt_at, 4), name)
    return True


def _boxes(name: Name, gap: float, *, rtl: bool) -> list[Box]:
    """Return the boxes that a name may take, in the order in which they are tried."""
    (x, y), w, h, d = name.at, name.width, name.height, gap * 0.7
    sides = [(x + gap, y - h / 2), (x - gap - w, y - h / 2)]
    corners = [
        *(reversed(sides) if rtl else sides),
        (x - w / 2, y - gap - h + 2), (x - w / 2, y + gap - 2),
        (x + d, y - d - h + 3), (x - d - w, y - d - h + 3),
        (x + d, y + d - 3), (x - d - w, y + d - 3),
    ]  # fmt: skip
    return [(left, top, left + w, top + h) for left, top in corners]


def place_centred(name: Name, room: Room) -> bool:
    """Give a name room around its point; an actor's may leave the middle of its ground."""
    for dx, dy in _shifts(name) if name.kind == "actor" else ((0.0, 0.0),):
        x, y = name.at[0] + dx, name.at[1] + dy
        box = (
            x - name.width / 2, y - name.height / 2, x + name.width / 2, y + name.height / 2,
        )  # fmt: skip
        if not (room.is_whole(box) and room.is_clear(grown(box, name.style.air), name)):
            continue
        if name.ground is not None and (room.crosses(box) or not _is_on(name.ground, box)):
            continue
        name.box = box
        room.take(box, name)
        return True
    return False


def _shifts(name: Name) -> Iterator[tuple[float, float]]:
    yield 0.0, 0.0
    steps = int(max(name.reach, name.height * 2) / _ACTOR_STEP)
    for r in (_ACTOR_STEP * (step + 1) for step in range(steps)):
        for turn in range(12):
            yield r * math.cos(turn * math.pi / 6), r * math.sin(turn * math.pi / 6)


def _is_on(ground: Any, box: Box) -> bool:  # noqa: ANN401 - a geometry
    y = (box[1] + box[3]) / 2
    points = shapely.points([(x, y) for x in (box[0], (box[0] + box[2]) / 2, box[2])])
    return bool(shapely.contains(ground, points).all())

"""The ground of a map: areas faded by certainty, land, relief, water, roads, lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from mapgen import look
from mapgen.pictures import fading, patterns, shapes
from mapgen.pictures.canvas import rectangle

if TYPE_CHECKING:
    from matplotlib.path import Path

    from mapgen.facts.holders import DrawnHolder
    from mapgen.pictures.canvas import Canvas
    from mapgen.pictures.scene import Scene
    from mapgen.pictures.shapes import Shapes
    from mapgen.pictures.views import Window

_SPECK_PX, _SPECK_PX2 = 8, 30
"""Lines and ground smaller than this are not looked for in a legend."""

_FINER = 4
"""The grid of certainty is enlarged this much, so that its cells do not show."""

_FRONTS = ("limit", "guess", "approximate", "firm")


@dataclass
class Terrain:
    """What lies in a window, cut to it: px. The same for every language.

    Parameters
    ----------
    fills
        Ground by the id of the holder whose colour it has.
    lines
        Paths by their kind, a key of `look.LINES`.
    """

    scene: Scene
    window: Window
    fills: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, Path] = field(default_factory=dict)
    wall: Path | None = None
    certainty: Any = None
    known: Any = None

    def __post_init__(self) -> None:
        """Cut everything to the window."""
        self._cut_areas()
        self._cut_fronts()
        self._cut_border()
        picture = fading.certainty_on(self.scene)
        if picture is not None and self.fills and self.scene.geodata.certainty:
            bounds = self.scene.geodata.certainty.bounds
            self.certainty = fading.seen(picture, bounds, self.window, _FINER)
            self.known = fading.known_ground(self.certainty, self.window)

    def base(self, name: str, **wanted: Any) -> Shapes:  # noqa: ANN401 - any property
        """Return what a file of the base map has in the window."""
        return shapes.cut(self.scene.ground.shapes(name, **wanted), self.window)

    @property
    def holders(self) -> list[DrawnHolder]:
        """The holders whose ground can be seen, in the order of the key."""
        seen = self.window.box()
        return [
            holder
            for holder in self.scene.ground.holders
            if holder.id in self.fills
            and shapely.area(shapely.intersection(self.fills[holder.id], seen)) > _SPECK_PX2
        ]

    def _cut_areas(self) -> None:
        table = self.scene.ground.of("areas_of_control")
        small = self.window.zoom < look.SMALL_PARTS_BELOW_ZOOM
        parts: dict[str, list[Any]] = {}
        for area, shape in zip(table["feature"], table.geometry, strict=True):
            if not area.holds_on(self.scene.day):
                continue
            polygons = shapely.get_parts(shape)
            into = area.small_into if small and area.small_into else (None,) * len(polygons)
            for polygon, other in zip(polygons, into, strict=True):
                parts.setdefault(other or area.holder, []).append(polygon)
        on = {name.split(".")[1] for name in self.scene.on if name.startswith("areas_of_control.")}
        for holder in self.scene.ground.holders:
            if holder.id in parts and holder.id in on:
                cut = shapes.cut(np.array(parts[holder.id], dtype=object), self.window)
                ground = shapely.union_all(shapely.make_valid(cut[~shapely.is_empty(cut)]))
                if not shapely.is_empty(ground):
                    self.fills[holder.id] = ground

    def _cut_fronts(self) -> None:
        if "front_lines" not in self.scene.on:
            return
        table = self.scene.ground.of("front_lines")
        groups: dict[str, list[Any]] = {}
        for line, shape in zip(table["feature"], table.geometry, strict=True):
            if not line.holds_on(self.scene.day):
                continue
            if line.kind == "inner" and not {line.holder_a, line.holder_b} & set(self.fills):
                continue
            name = line.quality if line.kind == "front" else line.kind
            groups.setdefault(name, []).append(shape)
        for name, lines in groups.items():
            cut = shapes.cut(np.array(lines, dtype=object), self.window)
            self._keep(name, self._without_idle(cut) if name == "inner" else cut)

    def _without_idle(self, lines: Shapes) -> Shapes:
        """Return inner lines without those that part ground of one colour."""
        if self.window.zoom >= look.SMALL_PARTS_BELOW_ZOOM:
            return lines
        edges = shapely.union_all([shapely.boundary(fill) for fill in self.fills.values()])
        near = shapely.buffer(shapely.simplify(edges, shapes.TOLERANCE), 0.6, quad_segs=2)
        shapely.prepare(near)
        rest: Shapes = shapely.intersection(lines, near)
        return rest

    def _cut_border(self) -> None:
        table = self.scene.ground.of("border")
        cut = shapes.cut(table.geometry.array, self.window)
        self._keep("border", cut)
        if "border" not in self.scene.on:
            return
        walled = cut[np.array([bool(stretch.wall) for stretch in table["feature"]])]
        path = shapes.path_of(walled, look.WALL_SIMPLIFY)
        self.wall = None if shapes.is_empty(path) else path

    def _keep(self, name: str, lines: Shapes) -> None:
        """Keep lines of which something can be seen."""
        seen = shapely.intersection(lines, self.window.box())
        if float(np.sum(shapely.length(seen))) > _SPECK_PX:
            self.lines[name] = shapes.path_of(lines)


def paint(canvas: Canvas, terrain: Terrain, ink: look.Ink) -> None:
    """Paint the ground, for a screen or for paper."""
    window = terrain.window
    whole = rectangle(0, 0, window.width, window.height)
    canvas.fill(whole, look.PAPER)
    _paint_areas(canvas, terrain, ink)
    _paint_outside(canvas, terrain)
    if "relief" in terrain.scene.on:
        image = terrain.scene.geodata.basemap.relief
        grey = fading.seen(fading.opened(image.data), image.bounds, window)
        canvas.image(fading.relief(grey, ink.relief), (0, 0, window.width, window.height))
    _paint_water(canvas, terrain, ink.water)
    _paint_lines(canvas, terrain)
    _paint_beyond(canvas, terrain)


def _paint_areas(canvas: Canvas, terrain: Terrain, ink: look.Ink) -> None:
    window = terrain.window
    drawn = [holder for holder in terrain.scene.ground.holders if holder.id in terrain.fills]
    for holder in drawn:
        patterns.paint_fill(canvas, terrain.fills[holder.id], holder)
    if terrain.certainty is None:
        return
    canvas.image(fading.veil(terrain.certainty), (0, 0, window.width, window.height))
    for holder in drawn:
        known = shapely.intersection(terrain.fills[holder.id], terrain.known)
        patterns.paint_overlay(canvas, known, holder, ink.patterns)


def _paint_outside(canvas: Canvas, terrain: Terrain) -> None:
    """Paint the land outside Syria, and on it the ticks of the wall: their half on that side."""
    outside = shapely.intersection(terrain.base("land", kind="outside"), terrain.window.box())
    path = shapes.path_of(outside)
    if shapes.is_empty(path):
        return
    canvas.fill(path, look.OUTSIDE)
    if terrain.wall is not None:
        canvas.clipped(path).stroke(
            terrain.wall, look.WALL_COLOUR, look.WALL_WIDTH, dash=look.WALL_DASH, cap="butt"
        )


def _paint_water(canvas: Canvas, terrain: Terrain, colour: str) -> None:
    canvas.stroke(shapes.path_of(terrain.base("rivers")), look.RIVER, look.RIVER_WIDTH)
    shores = (
        ("sea", look.SEA_SHORE, look.SEA_SHORE_WIDTH),
        ("lakes", look.LAKE_SHORE, look.LAKE_SHORE_WIDTH),
    )
    for name, shore, width in shores:
        path = shapes.path_of(terrain.base(name))
        if not shapes.is_empty(path):
            canvas.fill(path, colour, edge=shore, width=width)


def _paint_lines(canvas: Canvas, terrain: Terrain) -> None:
    on, zoom = terrain.scene.on, terrain.window.zoom
    if "roads" in on:
        quiet = max(0.35, min(1.0, (zoom - 7.6) / 2))
        other = look.LINES["otherRoad"]
        faint = other._replace(opacity=quiet, casing_opacity=other.casing_opacity * quiet)
        canvas.line(shapes.path_of(terrain.base("roads", kind="other")), faint)
        canvas.line(shapes.path_of(terrain.base("roads", kind="main")), look.LINES["mainRoad"])
    if "governorates" in on:
        syria = shapely.union_all(terrain.base("land", kind="syria"))
        limits = shapely.intersection(terrain.base("governorates"), syria)
        canvas.line(shapes.path_of(limits), look.LINES["governorate"])
    if "inner" in terrain.lines:
        canvas.line(terrain.lines["inner"], look.LINES["inner"])
    canvas.lines([(terrain.lines[n], look.LINES[n]) for n in _FRONTS if n in terrain.lines])
    if "border" in terrain.lines:
        canvas.line(terrain.lines["border"], look.LINES["border"])


def _paint_beyond(canvas: Canvas, terrain: Terrain) -> None:
    """Cover what lies outside the frame: the data end there."""
    window = terrain.window
    left, top, right, bottom = window.rectangle(terrain.scene.geodata.atlas.frame)
    for box in (
        (-1, -1, left, window.height + 1), (right, -1, window.width + 1, window.height + 1),
        (-1, -1, window.width + 1, top), (-1, bottom, window.width + 1, window.height + 1),
    ):  # fmt: skip
        if box[2] > box[0] and box[3] > box[1]:
            canvas.fill(rectangle(*box), look.BEYOND)
    canvas.stroke(rectangle(left, top, right, bottom), look.FRAME_LINE, 1)

"""The map as one SVG picture, for readers without JavaScript: plainer, but the same facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from xml.etree import ElementTree as ET

from mapgen import look
from mapgen.kinds import AreaRow, BorderRow, FrontRow, PostRow
from mapgen.kinds.records import Row
from mapgen.page.drawing import WIDTH, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapgen.kinds.records import Point
    from mapgen.page.basemap_records import Town
    from mapgen.page.model import Document

_OPACITY = 0.9
_LIMIT = look.Line(look.INK, 1)
"""Lines that are no fronts are thin here: the picture has no words for them."""

_CLASS_SIZES = {1: 17, 2: 13}
_LABEL_GAP = 7
_LETTER_WIDTH = 0.58
_POST_RADIUS = 9
_LEGEND = (12, 12, 200, 176)
"""Left, top, width and height of the legend, on land outside Syria."""


def draw(document: Document) -> str:
    """Return the map as SVG markup in the first language of the document.

    Parameters
    ----------
    document
        The document of the page.

    Returns
    -------
    str
        An ``svg`` element; every text in it is escaped.
    """
    drawing = Drawing(document, document.languages[0])
    drawing.add("title", document.atlas.title[drawing.language])
    _patterns(drawing)
    _ground(drawing)
    _areas(drawing)
    _water(drawing)
    _lines(drawing)
    _towns(drawing)
    _posts(drawing)
    _legend(drawing)
    return ET.tostring(drawing.svg, encoding="unicode")


RowType = TypeVar("RowType", bound=Row)


def _rows(document: Document, kind: type[RowType]) -> Iterator[RowType]:
    for layer in document.layers:
        yield from (row for row in layer.rows if isinstance(row, kind))


def _areas_today(document: Document) -> Iterator[AreaRow]:
    day = document.atlas.as_of
    return (row for row in _rows(document, AreaRow) if _holds(row, day))


def _fronts_today(document: Document) -> Iterator[FrontRow]:
    day = document.atlas.as_of
    return (row for row in _rows(document, FrontRow) if _holds(row, day))


def _holds(row: AreaRow | FrontRow, day: str) -> bool:
    return (row.valid_from or "") <= day < (row.valid_to or "9999")


_TILES = {
    "rising": (6, "M0,6L6,0"),
    "level": (7, "M0,3.5H7"),
    "cross": (14, "M0,14L14,0M0,0L14,14"),
    "dots": (9, "M4.5,4.5h0.01"),
    "grid": (10, "M5,0V10M0,5H10"),
    "rings": (10, "M2.6,5a2.4,2.4 0 1,0 4.8,0a2.4,2.4 0 1,0 -4.8,0"),
}
"""Edge of the tile of a pattern, and the lines in it: closer than on the page, which is larger."""


def _pattern_lines(name: str) -> tuple[float, str, float]:
    """Return the tile, the path and the width of a pattern's lines."""
    width = look.PATTERNS[name].width
    return *_TILES[name], 2 * width if name == "dots" else width


def _patterns(drawing: Drawing) -> None:
    definitions = drawing.add("defs")
    for holder in drawing.document.holders:
        name, fills = holder.pattern, holder.fills
        tile: float = 12
        if name.startswith("stripes"):
            path, width, stroke = "M-3,9L9,-3M3,15L15,3", 6.0, fills[1]
        elif name == "none":
            path, width, stroke = "", 0.0, holder.ink
        else:
            tile, path, width = _pattern_lines(name)
            stroke = holder.ink
        pattern = drawing.add(
            "pattern", parent=definitions, id=_pattern_id(holder.id), width=tile, height=tile,
            patternUnits="userSpaceOnUse",
        )  # fmt: skip
        drawing.add("rect", parent=pattern, width=tile, height=tile, fill=fills[0])
        drawing.add(
            "path", parent=pattern, d=path, stroke=stroke, stroke_width=width, fill="none",
            stroke_linecap="round" if name == "dots" else "square",
            stroke_opacity=1 if name.startswith("stripes") else 0.5,
        )  # fmt: skip


def _pattern_id(holder: str) -> str:
    return f"ground-{holder.replace('+', '-')}"


def _ground(drawing: Drawing) -> None:
    drawing.add("rect", width=WIDTH, height=drawing.height, fill=look.SEA)
    colours = {"syria": look.PAPER, "outside": look.OUTSIDE}
    for land in drawing.document.basemap.land:
        for polygon in land.polygons:
            data = drawing.path(polygon, closed=True)
            drawing.add("path", d=data, fill=colours[land.kind], fill_rule="evenodd")


def _areas(drawing: Drawing) -> None:
    for area in _areas_today(drawing.document):
        rings = [ring for polygon in area.polygons for ring in polygon]
        drawing.add(
            "path", d=drawing.path(rings, closed=True), fill_rule="evenodd",
            fill=f"url(#{_pattern_id(area.holder)})", opacity=_OPACITY,
        )  # fmt: skip


def _water(drawing: Drawing) -> None:
    basemap = drawing.document.basemap
    for lake in basemap.lakes:
        rings = [ring for polygon in lake.polygons for ring in polygon]
        drawing.add(
            "path", d=drawing.path(rings, closed=True), fill=look.SEA, stroke=look.LAKE_SHORE
        )
    for river in basemap.rivers:
        data = drawing.path(river.lines, closed=False)
        drawing.add("path", d=data, fill="none", stroke=look.RIVER, stroke_width=look.RIVER_WIDTH)


def _lines(drawing: Drawing) -> None:
    main = look.LINES["mainRoad"]
    roads = drawing.group(fill="none", stroke=main.colour, stroke_width=main.width)
    for road in drawing.document.basemap.roads:
        if road.ref:
            drawing.add("path", parent=roads, d=drawing.path(road.lines, closed=False))
    lines = drawing.group(fill="none", stroke=look.INK, stroke_linejoin="round")
    definitions = drawing.add("defs", parent=lines)
    fronts = list(_fronts_today(drawing.document))
    styles = [look.LINES[line.quality] if line.kind == "front" else _LIMIT for line in fronts]
    shown = [line.lines for line in fronts]
    borders = [stretch.lines for stretch in _rows(drawing.document, BorderRow)]
    styles += [look.LINES["border"]] * len(borders)
    for number, (line, style) in enumerate(zip([*shown, *borders], styles, strict=True)):
        name = f"line-{number}"
        data = drawing.path(line, closed=False)
        drawing.add("path", parent=definitions, id=name, d=data)
        _cased(drawing, lines, f"#{name}", style)


def _cased(drawing: Drawing, parent: ET.Element, href: str, line: look.Line) -> None:
    casing: dict[str, Any] = {"stroke": "#fff", "stroke_opacity": 0.8}
    drawing.add("use", parent=parent, href=href, stroke_width=round(line.width + 2.4, 1), **casing)
    more: dict[str, Any] = {}
    if line.dash:
        dashes = " ".join(f"{length:g}" for length in line.dash)
        more = {"stroke_dasharray": dashes, "stroke_linecap": "round"}
    drawing.add("use", parent=parent, href=href, stroke_width=line.width, **more)


def _towns(drawing: Drawing) -> None:
    left, top, width, height = _LEGEND
    taken: list[Box] = [(left, top, left + width, top + height)]
    taken += [_around(drawing, point, _POST_RADIUS) for point, _ in _numbered_posts(drawing)]
    dots, names = drawing.group(fill=look.INK), _label_group(drawing)
    for town in sorted(drawing.document.basemap.towns, key=lambda town: town.size_class):
        size = _CLASS_SIZES.get(town.size_class)
        place = size and _free_place(drawing, town, size, taken)
        if size and place:
            x, y = drawing.at(*town.point)
            drawing.add("circle", parent=dots, cx=x, cy=y, r=2.6)
            _label(drawing, names, town.name[drawing.language], place, size)


Box = tuple[float, float, float, float]


def _around(drawing: Drawing, point: Point, radius: float) -> Box:
    x, y = drawing.at(*point)
    return x - radius, y - radius, x + radius, y + radius


def _free_place(
    drawing: Drawing, town: Town, size: float, taken: list[Box]
) -> tuple[float, float] | None:
    """Return where a name can stand, and take the room; right of the dot first, then left."""
    x, y = drawing.at(*town.point)
    width = len(town.name[drawing.language]) * size * _LETTER_WIDTH
    for left in (x + _LABEL_GAP, x - _LABEL_GAP - width):
        box = (left, y - size * 0.6, left + width, y + size * 0.6)
        if left >= 0 and box[2] <= WIDTH and not any(_overlap(box, other) for other in taken):
            taken += [box, _around(drawing, town.point, 4)]
            return left, y + size / 3
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _label_group(drawing: Drawing) -> ET.Element:
    group: ET.Element = drawing.group(
        fill=look.INK, stroke="#fff", stroke_width=3, stroke_linejoin="round", paint_order="stroke",
        font_weight=600, font_family="sans-serif",
    )  # fmt: skip
    return group


def _label(
    drawing: Drawing, parent: ET.Element, text: str, place: tuple[float, float], size: float
) -> None:
    x, y = (f"{number:.1f}" for number in place)
    drawing.add("text", text, parent=parent, x=x, y=y, font_size=size)


def _numbered_posts(drawing: Drawing) -> list[tuple[Point, int]]:
    """Return places and numbers."""
    posts = _rows(drawing.document, PostRow)
    return [(post.point, post.number) for post in posts if post.number and post.point]


def _posts(drawing: Drawing) -> None:
    discs = drawing.group(fill="#fff", stroke=look.INK, stroke_width=2)
    numbers = drawing.group(
        fill=look.INK, font_size=11, font_weight=700, text_anchor="middle", font_family="sans-serif"
    )
    for point, number in _numbered_posts(drawing):
        x, y = drawing.at(*point)
        drawing.add("circle", parent=discs, cx=x, cy=y, r=_POST_RADIUS)
        drawing.add("text", str(number), parent=numbers, x=x, y=round(y + 4, 1))


def _legend(drawing: Drawing) -> None:
    """Name the grounds in a corner of the land outside Syria."""
    left, top, width, height = _LEGEND
    drawing.add("rect", x=left, y=top, width=width, height=height, rx=4, fill="#ffffff")
    names = _label_group(drawing)
    x, y = left + 10, top + 8
    present = {area.holder for area in _areas_today(drawing.document)}
    for holder in drawing.document.holders:
        if holder.id not in present:
            continue
        fill = f"url(#{_pattern_id(holder.id)})"
        drawing.add("rect", x=x, y=y, width=30, height=16, fill=fill, stroke=holder.ink)
        _label(drawing, names, holder.short[drawing.language], (x + 38, y + 13), 13)
        y += 24

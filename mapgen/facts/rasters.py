"""Pictures that lie on the map, and the descriptions beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.facts.geojson import file_place, read_json

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog

BOX = 6
"""Numbers that place a piece: a box in the picture, a corner in the strip."""


class RasterImage(NamedTuple):
    """A picture that is stretched over bounds, its rows evenly spaced in Web Mercator."""

    data: bytes
    bounds: Frame
    width: int
    height: int


class Pieces(NamedTuple):
    """What a picture had else on a day: places in the picture and in the strip that holds them.

    Parameters
    ----------
    date
        ISO day on which they were so, and before it until another day has pieces there.
    boxes
        Left, top, width and height in the picture, left and top in the strip, pixels.
    """

    date: str
    boxes: tuple[tuple[int, ...], ...]


class EarlierPicture(NamedTuple):
    """How a picture was earlier: a strip of pieces, and the days on which they belong there."""

    data: bytes
    days: tuple[Pieces, ...]


def read_image(picture: Path, description: Path, log: FaultLog) -> RasterImage | None:
    """Read a picture and the bounds and size that stand beside it."""
    content: Any = read_json(description, log)
    if not picture.is_file():
        log.add(file_place(picture), "the file is missing. Make it again (docs/data.md).")
        return None
    if content is None:
        return None
    try:
        west, south, east, north = (float(bound) for bound in content["bounds"])
        width, height = int(content["width"]), int(content["height"])
    except (KeyError, TypeError, ValueError) as error:
        log.add(file_place(description), f"needs bounds, width and height ({error}).")
        return None
    return RasterImage(picture.read_bytes(), (west, south, east, north), width, height)


def read_earlier(strip: Path, description: Path, log: FaultLog) -> EarlierPicture | None:
    """Read what a picture had else on earlier days; None where it never differed."""
    content: Any = read_json(description, log) or {}
    try:
        days = tuple(
            Pieces(str(entry["date"]), tuple(tuple(map(int, box)) for box in entry["pieces"]))
            for entry in content.get("earlier", [])
        )
    except (KeyError, TypeError, ValueError) as error:
        log.add(file_place(description), f"each of earlier needs date and pieces ({error}).")
        return None
    if not days:
        return None
    if any(len(box) != BOX for day in days for box in day.boxes):
        log.add(file_place(description), f"a piece needs {BOX} whole numbers. Run mapgen derive.")
        return None
    if not strip.is_file():
        log.add(file_place(strip), "the file is missing. Run mapgen derive.")
        return None
    return EarlierPicture(strip.read_bytes(), days)

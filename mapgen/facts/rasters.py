"""A picture that lies on the map, and the description beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mapgen.facts.geojson import file_place, read_json

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog


class RasterImage(NamedTuple):
    """A picture that is stretched over bounds, its rows evenly spaced in Web Mercator."""

    data: bytes
    bounds: Frame
    width: int
    height: int


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

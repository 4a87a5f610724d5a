"""A picture that lies on the map, and the description beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import Field

from mapgen.facts.files import file_place, read_json
from mapgen.facts.geojson import check_record
from mapgen.facts.values import Latitude, Line, Longitude, Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.geometry import Frame
    from mapgen.faults import FaultLog

Pixels = Annotated[int, Field(gt=0, le=16_383)]
"""A side of a picture; WebP has no longer one."""


class RasterImage(NamedTuple):
    """A picture that is stretched over bounds, its rows evenly spaced in Web Mercator."""

    data: bytes
    bounds: Frame
    width: int
    height: int


class _Description(Strict):
    """What stands beside a picture: its bounds in degrees, its size in pixels."""

    image: Line
    bounds: tuple[Longitude, Latitude, Longitude, Latitude]
    crs: Literal["EPSG:3857"]
    width: Pixels
    height: Pixels
    sources: tuple[Text, ...] = ()


def read_image(picture: Path, description: Path, log: FaultLog) -> RasterImage | None:
    """Read a WebP picture and the bounds and size that stand beside it; None after logging."""
    content = read_json(description, log)
    if not picture.is_file():
        log.add(file_place(picture), "the file is missing. Make it again (docs/data.md).")
        return None
    if content is None:
        return None
    described = check_record(content, _Description, file_place(description), log)
    if described is None:
        return None
    data = picture.read_bytes()
    size = _webp_size(data)
    if size != (described.width, described.height):
        found = f"{size[0]} x {size[1]} pixels" if size else "no whole WebP picture"
        log.add(
            file_place(picture),
            f"is {found}, but {description.name} says {described.width} x {described.height}. "
            "Restore both.",
        )
        return None
    return RasterImage(data, described.bounds, described.width, described.height)


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a WebP picture; None where it is none, or cut.

    The container and its three kinds of picture: RFC 9649, 2.5 to 2.7.
    """
    head, cut_at = data[:30], int.from_bytes(data[4:8], "little") + 8
    if len(head) < 30 or head[:4] != b"RIFF" or head[8:12] != b"WEBP" or cut_at != len(data):  # noqa: PLR2004
        return None
    kind = head[12:16]
    if kind == b"VP8 ":
        return _number(head[26:28]) & 0x3FFF, _number(head[28:30]) & 0x3FFF
    if kind == b"VP8L":
        bits = _number(head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return (_number(head[24:27]) + 1, _number(head[27:30]) + 1) if kind == b"VP8X" else None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")

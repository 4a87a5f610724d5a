"""``basemap/``: land, water, lines and towns under the facts, made once by ``tools/``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import shapely
from pydantic import Field

from mapgen.features import Feature, FileRule, file_place, read_features, read_json
from mapgen.fields import Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from mapgen.errors import FaultLog
    from mapgen.geometry import Frame


class BasemapProperties(Strict):
    """Properties of everything on the basemap; which of them are there depends on the file."""

    id: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    name_en: Text | None = Field(default=None, alias="name:en")
    name_ar: Text | None = Field(default=None, alias="name:ar")
    name_tr: Text | None = Field(default=None, alias="name:tr")
    kind: Literal[
        "syria", "outside", "sea", "lake", "river", "country", "region", "main", "other", "town",
        "governorate",
    ] | None = None  # fmt: skip
    country: Literal["SY", "TR", "LB", "IQ"] | None = None
    size_class: Literal[1, 2, 3, 4] | None = None
    ref: Literal["M4", "M5"] | None = None
    approximate: bool | None = None
    geonames: int | None = None
    note_en: Text | None = Field(default=None, alias="note:en")


class RasterImage(NamedTuple):
    """A picture that is stretched over bounds, its rows evenly spaced in Web Mercator."""

    data: bytes
    bounds: Frame
    width: int
    height: int


class Patch(NamedTuple):
    """What differs from a picture on an earlier day."""

    date: str
    data: bytes
    box: tuple[int, int, int, int]
    """Left, top, width, height in pixels of the whole picture."""


class Basemap(NamedTuple):
    """Features of the basemap by file, and the shaded relief."""

    features: dict[str, tuple[Feature[BasemapProperties], ...]]
    relief: RasterImage

    @property
    def land(self) -> BaseGeometry:
        """Syria's land within the frame (EPSG:4326)."""
        return shapely.union_all(
            [f.geometry for f in self.features["land"] if f.properties.kind == "syria"]
        )


_POLYGON = frozenset({"Polygon", "MultiPolygon"})
_LINE = frozenset({"LineString", "MultiLineString"})
_POINT = frozenset({"Point"})

_FILES = {
    "land": _POLYGON,
    "sea": _POLYGON,
    "lakes": _POLYGON,
    "rivers": _LINE,
    "governorates": _LINE,
    "roads": _LINE,
    "towns": _POINT,
    "countries": _POINT,
}


def read_basemap(folder: Path, frame: Frame, log: FaultLog) -> Basemap | None:
    """Read every file of the basemap; None after logging what is wrong."""
    before = len(log.errors)
    features = {
        name: read_features(
            folder / f"{name}.geojson", FileRule(BasemapProperties, types, frame), log
        )
        for name, types in _FILES.items()
    }
    _check_sources(features, folder, log)
    relief = read_image(folder / "relief.webp", folder / "relief.json", log)
    return Basemap(features, relief) if relief and len(log.errors) == before else None


def read_image(picture: Path, description: Path, log: FaultLog) -> RasterImage | None:
    """Read a picture and the bounds and size that stand beside it."""
    content: Any = read_json(description, log)
    if not picture.is_file():
        log.add(file_place(picture), "the file is missing. Make it again (docs/data.md).")
        return None
    if content is None:
        return None
    try:
        west, south, east, north = (float(each) for each in content["bounds"])
        width, height = int(content["width"]), int(content["height"])
    except (KeyError, TypeError, ValueError) as error:
        log.add(file_place(description), f"needs bounds, width and height ({error}).")
        return None
    return RasterImage(picture.read_bytes(), (west, south, east, north), width, height)


def read_patches(description: Path, log: FaultLog) -> tuple[Patch, ...]:
    """Read the pictures of earlier days that a description lists, in its order."""
    content: Any = read_json(description, log) or {}
    patches = []
    for each in content.get("patches", []):
        try:
            left, top, width, height = (int(value) for value in each["box"])
            picture = description.parent / str(each["file"])
            patches.append(
                Patch(str(each["date"]), picture.read_bytes(), (left, top, width, height))
            )
        except FileNotFoundError:
            log.add(file_place(description), f"{each['file']} is missing. Run mapgen derive.")
        except (KeyError, TypeError, ValueError) as error:
            log.add(file_place(description), f"a patch needs date, file and box ({error}).")
    return tuple(patches)


def _check_sources(
    features: dict[str, tuple[Feature[BasemapProperties], ...]], folder: Path, log: FaultLog
) -> None:
    """Log each feature whose source is not in the basemap's own list of sources."""
    content: Any = read_json(folder / "sources.json", log) or []
    known = {each.get("key") for each in content if isinstance(each, dict)}
    for group in features.values():
        for feature in group:
            for source in sorted(set(feature.properties.sources) - known):
                log.add(
                    feature.place,
                    f"names the source {json.dumps(source)}, which basemap/sources.json lacks.",
                )

"""Shaded relief as one grey picture: level ground is 128, shade is darker, light is lighter.

How far a pixel is from 128 says how opaque the page draws it, see ``web/drawing/relief.js``: one
smooth channel measures a fifth of a picture with colours and opacity.
"""

import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from basemap import origins
from basemap.frame import EAST, METRES_NORTH, NORTH, SOUTH, WEST, dump
from basemap.land import Ground

WIDTH = 900
"""Pixels of some 340 m; the model has cells of 800 m."""
SHADE_MOST, LIGHT_MOST = 0.28, 0.24
"""Largest opacities, from the art direction of the map."""
OUTSIDE_STRENGTH = 0.45
LIGHTS = ((315.0, 0.6), (270.0, 0.2), (0.0, 0.2))
"""Directions of the light, degrees clockwise from north, and their shares."""
SUN_HEIGHT = 45.0
EXAGGERATION = 5.5
CONTRAST = 2.6
SMOOTH_CELLS = 1.0
"""Gaussian width in cells of the model (about 800 m): hides its grid when enlarged."""
SMOOTH_PIXELS = 1.35
LEVEL_BELOW = 0.07
"""Weaker light and shade is the noise of the plain; leaving it out halves the file."""
LEVEL, MOST_OPAQUE = 128, 1 / 3
"""The grey of level ground, and the opacity that black and white stand for."""
EDGE_SUPERSAMPLING = 2
QUALITY, EFFORT = 50, 6
Array = NDArray[np.float64]


def write_relief(ground: Ground, folder: Path) -> None:
    """Write relief.webp and relief.json.

    The rows are equally spaced in the y of EPSG:3857, so that the picture can be stretched
    between the projected corners of the frame.

    Parameters
    ----------
    ground
        Land and sea, degrees, EPSG:4326.
    folder
        Where to write.
    """
    latitudes = _latitudes()
    height = len(latitudes)
    light = _light(_resampled(latitudes), latitudes)
    pixels = _grey(light, _strength(ground, height))
    Image.fromarray(pixels).save(folder / "relief.webp", quality=QUALITY, method=EFFORT)
    facts = {
        "image": "relief.webp",
        "bounds": [WEST, SOUTH, EAST, NORTH],
        "crs": "EPSG:3857",
        "width": WIDTH,
        "height": height,
        "sources": ["noaa-globe", "osm-timezones", "gshhg-coast"],
    }
    (folder / "relief.json").write_text(dump(facts) + "\n", encoding="utf-8", newline="\n")


def _grey(light: Array, strength: Array) -> NDArray[np.uint8]:
    opacity = np.where(light < 0, SHADE_MOST, LIGHT_MOST) * light * strength
    return np.rint(LEVEL + LEVEL * opacity / MOST_OPAQUE).clip(0, 255).astype(np.uint8)


def _mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _latitudes() -> Array:
    """Latitudes of the middles of the rows, from north to south, degrees."""
    top, bottom = _mercator(NORTH), _mercator(SOUTH)
    rows = round(WIDTH * (top - bottom) / math.radians(EAST - WEST))
    y = top - (np.arange(rows) + 0.5) * (top - bottom) / rows
    return np.degrees(2.0 * np.arctan(np.exp(y)) - math.pi / 2)


def _resampled(latitudes: Array) -> Array:
    """Heights in metres at the middles of the pixels, by cubic splines."""
    smooth = ndimage.gaussian_filter(origins.heights(), SMOOTH_CELLS)
    longitudes = WEST + (np.arange(WIDTH) + 0.5) * (EAST - WEST) / WIDTH
    rows = (origins.HEIGHTS_NORTH - latitudes) * origins.CELLS_PER_DEGREE - 0.5
    columns = (longitudes - origins.HEIGHTS_WEST) * origins.CELLS_PER_DEGREE - 0.5
    at = np.meshgrid(rows, columns, indexing="ij")
    return ndimage.gaussian_filter(ndimage.map_coordinates(smooth, at, order=3), SMOOTH_PIXELS)


def _light(heights: Array, latitudes: Array) -> Array:
    """Light of each pixel from -1 (deepest shade) over 0 (level ground) to 1."""
    east_m = METRES_NORTH * np.cos(np.radians(latitudes))[:, None] * (EAST - WEST) / WIDTH
    # Pixels are square in Web Mercator, so both steps have the same length on the ground.
    to_south, to_east = np.gradient(heights)
    slope_east, slope_north = EXAGGERATION * to_east / east_m, -EXAGGERATION * to_south / east_m
    length = np.sqrt(1.0 + slope_east**2 + slope_north**2)
    level = math.sin(math.radians(SUN_HEIGHT))
    total = np.zeros_like(heights)
    for azimuth, share in LIGHTS:
        east = math.sin(math.radians(azimuth)) * math.cos(math.radians(SUN_HEIGHT))
        north = math.cos(math.radians(azimuth)) * math.cos(math.radians(SUN_HEIGHT))
        total += share * ((level - slope_east * east - slope_north * north) / length - level)
    light = np.tanh(CONTRAST * total)
    return np.sign(light) * np.maximum(np.abs(light) - LEVEL_BELOW, 0.0) / (1.0 - LEVEL_BELOW)


def _strength(ground: Ground, height: int) -> Array:
    """Share of the effect: 1 in Syria, less outside, none on the sea, with soft edges."""
    syria, outside = (_painted(area, height) for area in (ground.syria, ground.outside))
    return syria + OUTSIDE_STRENGTH * outside


def _painted(area: BaseGeometry, height: int) -> Array:
    size = (WIDTH * EDGE_SUPERSAMPLING, height * EDGE_SUPERSAMPLING)
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    for polygon in shapely.get_parts(area):
        for ring, fill in ((polygon.exterior, 255), *((hole, 0) for hole in polygon.interiors)):
            draw.polygon(list(_pixels(ring.coords, size)), fill=fill)
    small = mask.resize((WIDTH, height), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float64) / 255.0


def _pixels(
    coordinates: Iterable[tuple[float, ...]], size: tuple[int, int]
) -> Iterable[tuple[float, float]]:
    top, bottom = _mercator(NORTH), _mercator(SOUTH)
    for longitude, latitude, *_ in coordinates:
        x = (longitude - WEST) / (EAST - WEST) * size[0]
        yield x, (top - _mercator(latitude)) / (top - bottom) * size[1]

"""The methods that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas
import shapely
import shapely.ops

from mapgen.territory.plane import Plane
from methods.neighbours import InverseDistance, Kernel, Nearest
from methods.processes import KM, Banks, Classifier, Kriging, fitted_process, matern
from methods.question import FRAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapgen.territory.plane import BoolArray, FloatArray
    from methods.question import Evaluated, Method

CHOSEN = "Indicator kriging, 50 km, noise 0.01 (in use)"
"""The method of mapgen/territory."""

FORMER = "Adaptive kernel, 0.55 of the third"
"""The method before it."""

CLASSIFIER = "Gaussian-process classifier *"
"""The one that must be fitted anew for each group, so that it gets few groups."""


def contestants(asked: Evaluated, basemap: Path) -> dict[str, Method]:
    """Return all methods by name, in the order of the table.

    Parameters
    ----------
    asked
        Evidence, on which the range of one of them is fitted.
    basemap
        Folder with rivers.geojson.
    """
    banks = enclosed_by_rivers(basemap)
    return {
        "Nearest settlement": Nearest(),
        "Inverse distance, squared": InverseDistance(2.0),
        "Inverse distance, cubed": InverseDistance(3.0),
        "Adaptive kernel, 0.45 of the third": Kernel(0.45),
        FORMER: Kernel(),
        "Adaptive kernel, 0.8 of the third": Kernel(0.8),
        "Indicator kriging, 25 km": Kriging(matern(25.0)),
        CHOSEN: Kriging(matern()),
        "Indicator kriging, 100 km": Kriging(matern(100.0)),
        "Indicator kriging, noise 0.001": Kriging(matern(), 0.001),
        "Indicator kriging, noise 0.1": Kriging(matern(), 0.1),
        "Gaussian process, smooth (Matérn 1.5), 20 km": Kriging(matern(20.0, 1.5)),
        "Gaussian process, range and noise fitted": fitted_process(asked.side),
        "Indicator kriging, rivers pass 80 %": Kriging(Banks(matern(), banks, 0.8)),
        "Indicator kriging, rivers pass 50 %": Kriging(Banks(matern(), banks, 0.5)),
        f"{CHOSEN} *": Kriging(matern()),
        CLASSIFIER: Classifier(),
    }


def enclosed_by_rivers(basemap: Path) -> Callable[[FloatArray], BoolArray]:
    """Return a test for the land round Jarabulus between the Sajur and the Euphrates.

    No side crossed these two waters there in September 2018. North of Syria the land goes on
    to the edge of the frame, where no settlement speaks.
    """
    rivers = geopandas.read_file(basemap / "rivers.geojson").set_index("id").geometry
    sajur, euphrates = rivers["base-river-sajur"], rivers["base-river-euphrates"]
    head, mouth = shapely.get_coordinates(sajur)[[0, -1]]
    if head[0] > mouth[0]:
        head, mouth = mouth, head
    above = shapely.intersection(euphrates, shapely.box(FRAME[0], mouth[1], FRAME[2], FRAME[3]))
    corner = [(head[0], FRAME[3]), (head[0], head[1])]
    nearest = shapely.ops.nearest_points(shapely.Point(mouth), above)[1]
    lines = [sajur, above, shapely.LineString(corner), shapely.LineString([mouth, nearest])]
    lines.append(shapely.boundary(shapely.box(*FRAME)))
    pieces = shapely.get_parts(shapely.polygonize([shapely.unary_union(lines)]))
    jarabulus = shapely.Point(38.0, 36.8)
    (land,) = [piece for piece in pieces if piece.contains(jarabulus)]
    plane = Plane(FRAME)
    shapely.prepare(land)

    def inside(places_km: FloatArray) -> BoolArray:
        degrees = plane.to_degrees(places_km * KM)
        return shapely.contains_xy(land, degrees[:, 0], degrees[:, 1])

    return inside

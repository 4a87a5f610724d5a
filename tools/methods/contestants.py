"""The methods that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas
import numpy as np
import shapely

from mapgen.derivation.territory.settings import NEIGHBOURS, NUGGET, RANGE_M
from methods.kriging import Banks, Everyone, InUse, Neighbourhood, exponential, smooth
from methods.neighbours import InverseDistance, Kernel, Nearest
from methods.processes import KM, Classifier, fitted_range_and_noise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapgen.derivation.territory.plane import BoolArray, FloatArray, Plane
    from methods.question import Evaluated, Method

CHOSEN = f"Indicator kriging, {NEIGHBOURS} nearest, {RANGE_M / KM:.0f} km, noise {NUGGET} (in use)"
"""The method of mapgen/derivation/territory."""

FORMER = "Adaptive kernel, 0.55 of the third"
"""The method before it."""

ORDINARY = f"Ordinary kriging, {NEIGHBOURS} nearest"
"""The same, with a level that is taken from the neighbours."""

SMOOTH = "Gaussian process, smooth (Matérn 3/2), 20 km"
"""A likeness that overshoots where evidence is thin."""

CLASSIFIER = "Gaussian-process classifier *"
"""The one that must be fitted anew for each group, so that it gets few groups."""


def contestants(asked: Evaluated, basemap: Path) -> dict[str, Method]:
    """Return all methods by name, in the order of the table.

    Parameters
    ----------
    asked
        Evidence, on which the range and noise of one of them are fitted.
    basemap
        Folder with rivers.geojson.
    """
    banks = enclosed_by_rivers(basemap, asked.plane)
    usual = exponential()
    fitted_m, fitted_noise = fitted_range_and_noise(asked.side)
    return {
        "Nearest settlement": Nearest(),
        "Inverse distance, squared": InverseDistance(2.0),
        "Inverse distance, cubed": InverseDistance(3.0),
        "Adaptive kernel, 0.45 of the third": Kernel(0.45),
        FORMER: Kernel(),
        "Adaptive kernel, 0.8 of the third": Kernel(0.8),
        CHOSEN: InUse(),
        "Indicator kriging, 12 nearest": Neighbourhood(usual, neighbours=12),
        "Indicator kriging, 48 nearest": Neighbourhood(usual, neighbours=48),
        "Indicator kriging, all settlements": Everyone(usual),
        ORDINARY: Neighbourhood(usual, ordinary=True),
        "Indicator kriging, 25 km": Neighbourhood(exponential(25 * KM)),
        "Indicator kriging, 100 km": Neighbourhood(exponential(100 * KM)),
        "Indicator kriging, noise 0.001": Neighbourhood(usual, 0.001),
        "Indicator kriging, noise 0.1": Neighbourhood(usual, 0.1),
        "Indicator kriging, rivers pass 80 %": Neighbourhood(Banks(usual, banks, 0.8)),
        "Indicator kriging, rivers pass 50 %": Neighbourhood(Banks(usual, banks, 0.5)),
        SMOOTH: Everyone(smooth(20 * KM)),
        f"Gaussian process, fitted: {fitted_m / KM:.0f} km, noise {fitted_noise}": Everyone(
            exponential(fitted_m), fitted_noise
        ),
        f"{CHOSEN} *": InUse(),
        CLASSIFIER: Classifier(),
    }


def enclosed_by_rivers(basemap: Path, plane: Plane) -> Callable[[FloatArray], BoolArray]:
    """Return a test for the land round Jarabulus between the Sajur and the Euphrates.

    The two waters parted the sides there in September 2018; the line of the Sajur is good to
    about 2 km. North of Syria the land goes on to the edge of the frame, where no settlement
    speaks.
    """
    rivers = geopandas.read_file(basemap / "rivers.geojson").set_index("id").geometry
    north = plane.frame[3]
    sajur = shapely.get_coordinates(rivers["base-river-sajur"])
    mouth = sajur[-1]
    # Reservoirs interrupt the line of the Euphrates: its pieces are joined from the mouth on.
    pieces = [
        shapely.get_coordinates(piece)
        for piece in shapely.get_parts(rivers["base-river-euphrates"])
    ]
    upward = [each if each[0, 1] < each[-1, 1] else each[::-1] for each in pieces]
    above = sorted((each for each in upward if each[0, 1] > mouth[1]), key=lambda each: each[0, 1])
    euphrates = np.concatenate(above)
    corners = [(euphrates[-1, 0], north), (sajur[0, 0], north)]
    land = shapely.Polygon(np.concatenate([sajur, euphrates, corners]))
    shapely.prepare(land)

    def inside(places: FloatArray) -> BoolArray:
        degrees = plane.to_degrees(places)
        return shapely.contains_xy(land, degrees[:, 0], degrees[:, 1])

    return inside

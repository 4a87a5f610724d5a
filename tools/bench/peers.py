"""How the peers draw the layers: as their documentation shows it, with the same popups.

Run as a program of its own, so that its time and memory are those of one build:
``python -m bench.peers NAME LAYERS PAGE``.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from html import escape
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import folium

BOUNDS = ((35.12, 35.62), (36.93, 38.3))
"""South-west and north-east of the first view, as atlas.toml has them."""
COLOURS = ("#8c2d04", "#238b45", "#cc4c02", "#6a51a3", "#2171b5", "#b8860b", "#525252")
"""Of holders, in the order in which they come."""
AREAS = ("areas_of_control",)
LINES = ("front_lines", "border")
MARKERS = ("crossings", "bases", "observation_posts")
"""Few and important: a pin each."""
DOTS = ("settlements", "events")
RADIUS_PX = 4
MAX_ZOOM = 18

Layers = dict[str, dict[str, Any]]


def read(folder: Path) -> Layers:
    """Return the layers by name, as GeoJSON."""
    names = (*AREAS, *LINES, *DOTS, *MARKERS)
    return {name: json.loads((folder / f"{name}.geojson").read_text("utf-8")) for name in names}


def folium_plain(folder: Path) -> folium.Map:
    """Draw with folium as users write it: a marker and a popup for each point."""
    import folium  # noqa: PLC0415 - a build imports what it needs

    result = _empty_map()
    for name, layer in read(folder).items():
        group = folium.FeatureGroup(name)
        if name in AREAS + LINES:
            _shapes(layer).add_to(group)
        else:
            for feature in layer["features"]:
                _point(name, feature).add_to(group)
        group.add_to(result)
    folium.LayerControl().add_to(result)
    return result


def _point(name: str, feature: dict[str, Any]) -> folium.Element:
    import folium  # noqa: PLC0415

    longitude, latitude = feature["geometry"]["coordinates"]
    popup = folium.Popup(_table(feature["properties"]), max_width=300)
    if name in MARKERS:
        return folium.Marker((latitude, longitude), popup=popup)
    return folium.CircleMarker(
        (latitude, longitude), radius=RADIUS_PX, weight=1, fill=True, popup=popup
    )


def _table(properties: dict[str, Any]) -> str:
    rows = (
        f"<tr><th>{escape(key)}</th><td>{escape(str(value))}</td></tr>"
        for key, value in properties.items()
    )
    return f"<table>{''.join(rows)}</table>"


def folium_one_geojson(folder: Path) -> folium.Map:
    """Draw with folium, all points as one GeoJson in a cluster."""
    import folium  # noqa: PLC0415
    from folium.plugins import MarkerCluster  # noqa: PLC0415

    result = _empty_map()
    layers = read(folder)
    for name in AREAS + LINES:
        _shapes(layers[name], name).add_to(result)
    points = [each for name in DOTS + MARKERS for each in layers[name]["features"]]
    fields = list(points[0]["properties"])
    for each in points:
        each["properties"] = {key: each["properties"].get(key, "") for key in fields}
    cluster = MarkerCluster(name="points")  # type: ignore[no-untyped-call]
    cluster.add_to(result)
    collection = {"type": "FeatureCollection", "features": points}
    folium.GeoJson(collection, popup=folium.GeoJsonPopup(fields)).add_to(cluster)
    folium.LayerControl().add_to(result)
    return result


def geopandas_explore(folder: Path) -> folium.Map:
    """Draw with geopandas, layer upon layer."""
    import folium  # noqa: PLC0415
    import geopandas  # noqa: PLC0415

    _stand_in()
    result = _empty_map()
    for name in (*AREAS, *LINES, *DOTS, *MARKERS):
        frame = geopandas.read_file(folder / f"{name}.geojson")
        column = "holder" if name in AREAS else None
        colour = None if column else COLOURS[0]
        frame.explore(column, color=colour, m=result, name=name, popup=True, tooltip=False)
    folium.LayerControl().add_to(result)
    return result


def _stand_in() -> None:
    """Let a module be there that `explore` imports and these layers do not use: it sorts numbers.

    The build is sooner done than with the module itself, to this peer's advantage.
    """
    if importlib.util.find_spec("mapclassify") is None:
        module = ModuleType("mapclassify")
        module.__dict__["classify"] = None
        sys.modules["mapclassify"] = module


def _empty_map() -> folium.Map:
    """Return a map without tiles, which only a network gives; a cluster asks how near it goes."""
    import folium  # noqa: PLC0415

    result = folium.Map(tiles=None, maxZoom=MAX_ZOOM)
    result.fit_bounds(BOUNDS)
    return result


def _shapes(layer: dict[str, Any], name: str | None = None) -> folium.GeoJson:
    import folium  # noqa: PLC0415

    found = sorted({str(each["properties"].get("holder")) for each in layer["features"]})

    def style(feature: dict[str, Any]) -> dict[str, Any]:
        holder = found.index(str(feature["properties"].get("holder")))
        return {"color": COLOURS[holder % len(COLOURS)], "weight": 1, "fillOpacity": 0.4}

    shared = set.intersection(*(set(each["properties"]) for each in layer["features"]))
    fields = [key for key in layer["features"][0]["properties"] if key in shared]
    return folium.GeoJson(layer, name=name, style_function=style, popup=folium.GeoJsonPopup(fields))


PEERS: dict[str, Callable[[Path], folium.Map]] = {
    "folium": folium_plain,
    "folium, one GeoJson": folium_one_geojson,
    "geopandas.explore": geopandas_explore,
}


if __name__ == "__main__":
    peer, source, page = sys.argv[1:]
    PEERS[peer](Path(source)).save(page)

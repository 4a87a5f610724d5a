"""What is drawn: a folder of facts for this project, the same layers as GeoJSON for its peers."""

from __future__ import annotations

import json
import random
import re
import shutil
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mapgen
from tests.small import small_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.facts.geojson import Feature
    from mapgen.facts.layers import Layer

ROOT = Path(__file__).resolve().parent.parent.parent
GEODATA = ROOT / "geodata"

ATLAS = "atlas"
NAMED = re.compile(r"(events|vertices)-(\d+)")
"""Inputs that are made: so many events, or areas of so many vertices."""

USUAL = (ATLAS, "events-300", "events-10000", "events-100000", "vertices-600000")

LAYERS = (
    "areas_of_control",
    "front_lines",
    "border",
    "settlements",
    "crossings",
    "bases",
    "events",
    "observation_posts",
)
SHOWN = (
    "name_en",
    "category",
    "kind",
    "country",
    "holder",
    "holder_a",
    "holder_b",
    "side",
    "state",
    "date",
    "as_of",
    "place",
    "position_error_km",
    "position_basis",
    "confidence",
    "quality",
    "length_km",
    "area_km2",
    "note_en",
    "sources",
)
"""Properties that a peer's popups show, as far as a feature has them: eight at most."""
MOST_SHOWN = 8
MOST_SOURCES = 3

SEED = 2018
SPAN_DAYS = 10
CATEGORIES = ("air_strike", "attack_on_health_care", "protest", "capture", "displacement", "talks")
"""Of events that the page shows at first."""
EDGE_DEGREES = 0.05
BEND = 0.02
"""Of an edge that is divided, as a share of its length."""
DIGITS = 5


@dataclass(frozen=True)
class Input:
    """What all contestants draw.

    Parameters
    ----------
    geodata
        Folder of facts, for this project.
    layers
        Folder with a GeoJSON file for each layer, for the peers.
    points, vertices
        How many points and vertices the layers have.
    """

    name: str
    geodata: Path
    layers: Path
    points: int
    vertices: int


def is_known(name: str) -> bool:
    """Tell whether there is an input of this name, or one can be made."""
    return name == ATLAS or NAMED.fullmatch(name) is not None


def order(name: str) -> tuple[int, str]:
    """Return where an input comes among the others."""
    return USUAL.index(name) if name in USUAL else len(USUAL), name


def make(name: str, folder: Path) -> Input:
    """Write an input: the same bytes each time.

    Parameters
    ----------
    name
        "atlas", "events-N" or "vertices-N".
    folder
        Where to write; what is there is replaced.
    """
    shutil.rmtree(folder, ignore_errors=True)
    layers = folder / "layers"
    layers.mkdir(parents=True)
    geodata = GEODATA if name == ATLAS else small_folder(folder / "geodata")
    made = NAMED.fullmatch(name)
    if made and made[1] == "vertices":
        _refine(geodata, int(made[2]))
    facts = mapgen.read(geodata)
    features = {layer: [*map(_plain, _drawn(facts.today(layer)))] for layer in LAYERS}
    if made and made[1] == "events":
        events = list(_events(int(made[2]), facts.atlas.frame))
        _append(geodata / "events.geojson", events)
        features["events"] = [_plain_event(each) for each in events]
    for layer, found in features.items():
        _write(layers / f"{layer}.geojson", found)
    everything = [each["geometry"] for found in features.values() for each in found]
    points = sum(geometry["type"] == "Point" for geometry in everything)
    return Input(name, geodata, layers, points, sum(map(_count, everything)) - points)


def _drawn(layer: Layer) -> Iterable[Feature[Any]]:
    """Return the features that have a place on the map."""
    return [
        each
        for each in layer
        if each.geometry is not None and not getattr(each.properties, "off_frame", False)
    ]


def _plain(feature: Feature[Any]) -> dict[str, Any]:
    held = feature.properties.model_dump(mode="json")
    held["sources"] = ", ".join(held["sources"][:MOST_SOURCES])
    shown = {key: held[key] for key in SHOWN if held.get(key) not in (None, [], "")}
    return {
        "type": "Feature",
        "properties": dict(list(shown.items())[:MOST_SHOWN]),
        "geometry": json.loads(json.dumps(feature.geometry.__geo_interface__)),
    }


def _events(count: int, frame: tuple[float, float, float, float]) -> Iterable[dict[str, Any]]:
    """Yield events spread over a frame, as the file of events has them."""
    chance = random.Random(SEED)  # noqa: S311 - nothing here is secret
    west, south, east, north = frame
    for number in range(count):
        name = f"Report {number}"
        place = [
            round(chance.uniform(west + EDGE_DEGREES, east - EDGE_DEGREES), DIGITS),
            round(chance.uniform(south + EDGE_DEGREES, north - EDGE_DEGREES), DIGITS),
        ]
        yield {
            "type": "Feature",
            "properties": {
                "id": f"event-made-{number}",
                **{f"name:{language}": name for language in ("en", "ar", "tr")},
                "category": chance.choice(CATEGORIES),
                "date": f"2018-09-{14 - chance.randrange(SPAN_DAYS):02}",
                "place:en": f"Near {place[1]:.2f}, {place[0]:.2f}",
                "position_error_km": chance.randint(1, 9),
                "position_basis": "estimated",
                "confidence": chance.choice(("high", "medium", "low")),
                "sources": ["daher-2018"],
            },
            "geometry": {"type": "Point", "coordinates": place},
        }


def _plain_event(event: dict[str, Any]) -> dict[str, Any]:
    held = {**event["properties"], "sources": ", ".join(event["properties"]["sources"])}
    del held["id"], held["name:ar"], held["name:tr"]
    plain = {key.removesuffix(":en"): value for key, value in held.items()}
    return {**event, "properties": plain}


def _refine(geodata: Path, vertices: int) -> None:
    """Give the areas of a folder so many vertices: each edge is divided, and bent a little."""
    path = geodata / "areas_of_control.geojson"
    content = json.loads(path.read_text("utf-8"))
    shapes = [feature["geometry"] for feature in content["features"]]
    rings = [ring for shape in shapes for polygon in shape["coordinates"] for ring in polygon]
    length = sum(dist(*edge) for ring in rings for edge in pairwise(ring))
    for ring in rings:
        ring[:] = _divided(ring, length / vertices)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def _divided(ring: list[list[float]], step: float) -> list[list[float]]:
    """Return a ring with edges in parts of a length; neighbours that share one keep sharing it.

    Edges along the frame stay straight.
    """
    result = [ring[0]]
    for start, end in pairwise(ring):
        low, high = sorted((start, end))
        chance = random.Random(f"{low} {high}")  # noqa: S311 - nothing here is secret
        across = (low[1] - high[1], high[0] - low[0])
        bend = BEND if all(across) else 0
        parts = round(dist(low, high) / step)
        between = []
        for number in range(1, parts):
            share = number / parts
            aside = chance.uniform(-bend, bend) * min(share, 1 - share)
            point = [
                low[axis] + share * (high[axis] - low[axis]) + aside * across[axis]
                for axis in (0, 1)
            ]
            between.append([round(value, DIGITS) for value in point])
        result += [*(between if start == low else reversed(between)), end]
    return result


def _count(geometry: dict[str, Any]) -> int:
    def counted(value: list[Any]) -> int:
        return 1 if isinstance(value[0], float | int) else sum(map(counted, value))

    return counted(geometry["coordinates"])


def _append(path: Path, features: list[dict[str, Any]]) -> None:
    held = json.loads(path.read_text("utf-8"))["features"]
    _write(path, [*held, *features])


def _write(path: Path, features: list[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', "utf-8")

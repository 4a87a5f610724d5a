"""Towns: the gazetteer's points under names checked by a reader of each language."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import shapely

from basemap import origins
from basemap.frame import FRAME, Feature, feature

TABLE = Path(__file__).with_name("towns.txt")
BY_HAND = "-"


@dataclass(frozen=True)
class Town:
    """A place with its names in three languages and its point in degrees, EPSG:4326."""

    geonames_id: int | None
    size_class: int
    country: str
    english: str
    arabic: str
    turkish: str
    longitude: float
    latitude: float


def read_towns() -> list[Town]:
    """Read the table of towns and look up the points that it does not give.

    Returns
    -------
    list of Town
        In the order of the table.

    Raises
    ------
    ValueError
        If a place lies outside the frame or a name stands twice.
    """
    gazetteer = origins.place_rows()
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    towns = []
    for key, size, country, english, arabic, turkish, *point in (
        line.split("|") for line in lines if line and not line.startswith("#")
    ):
        if key == BY_HAND:
            number, (x, y) = None, (float(word) for word in point)
        else:
            number = int(key)
            x, y = (float(gazetteer[number][word]) for word in ("longitude", "latitude"))
        towns.append(Town(number, int(size), country, english, arabic, turkish, x, y))
    _check(towns)
    return towns


def _check(towns: list[Town]) -> None:
    names = [town.english for town in towns]
    twice = sorted({name for name in names if names.count(name) > 1})
    outside = [t.english for t in towns if not FRAME.contains(_point(t))]
    if twice or outside:
        message = f"Towns named twice: {twice}; outside the frame: {outside}."
        raise ValueError(message)


def _point(town: Town) -> shapely.Point:
    return shapely.Point(town.longitude, town.latitude)


def town_features(towns: list[Town]) -> list[Feature]:
    """Describe the towns, the largest first.

    Parameters
    ----------
    towns
        As read by `read_towns`.

    Returns
    -------
    list of Feature
        Points.
    """
    return [_feature(town) for town in sorted(towns, key=lambda town: town.size_class)]


def _feature(town: Town) -> Feature:
    by_hand = town.geonames_id is None
    properties = {
        "id": f"base-town-{_slug(town.english)}",
        "name:en": town.english,
        "name:ar": town.arabic,
        "name:tr": town.turkish,
        "size_class": town.size_class,
        "country": town.country,
        "geonames": town.geonames_id,
        "sources": ["hand"] if by_hand else ["geonames"],
    }
    return feature(_point(town), properties)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")

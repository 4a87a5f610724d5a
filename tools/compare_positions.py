"""Hold the positions of the facts against a gazetteer; print every difference as Markdown.

Run by hand, with a gazetteer of your own: ``python tools/compare_positions.py places.csv``. The
file has the columns ``name``, ``other``, ``arabic``, ``lon``, ``lat``; ``other`` and ``arabic``
hold several names parted by ``|``. Neither the build nor the tests need one.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

import mapgen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from mapgen.facts.folder import Geodata
    from mapgen.facts.named import Named

ROOT = Path(__file__).resolve().parent.parent

LAYERS = ("settlements", "observation_posts", "crossings", "bases", "events")
WITHIN_KM = 25.0
"""Farther away a place of the same name is another place."""

DEGREE_KM = 111.195
MIDDLE = math.cos(math.radians(35.9))
"""How much shorter a degree of longitude is than one of latitude, amid the frame."""

WINDS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")

_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ad",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "ed",
        "en",
        "er",
        "es",
        "esh",
        "et",
        "l",
    ]
)
_GENERIC = frozenset(["air", "airport", "base", "city", "crossing", "military", "town", "village"])
_ASIDE = re.compile(r"\s*\(.*?\)")
"""What tells a name from others alike: the place near it, which is another place."""

_CUTS = re.compile(r"[,;:/()–]|\b(?:near|and|in|at|of)\b")
"""What parts the place that a text names first from what it says besides."""

_SPELLINGS = (
    (r"ou(?=[aei])", "uw"),
    (r"ou|oo", "u"),
    (r"ee|ie", "i"),
    (r"[ae]i|[ae]y", "ay"),
    (r"au|aou", "aw"),
    (r"iyya|iyah|iya|ia\b", "iya"),
    (r"dj", "j"),
    (r"tch|ch", "sh"),
    (r"rh", "gh"),
    (r"q|c", "k"),
    (r"p", "b"),
    (r"e", "a"),
    (r"o", "u"),
    (r"(.)\1+", r"\1"),
    (r"(?<=..)[ai]h?\b", "a"),
    (r"y\b", ""),
)
"""What transliterations of the same name differ in, and what stands for all of it."""

_ARABIC = str.maketrans("أإآٱىؤئة", "ااااىوىه", "ًٌٍَُِّْـ'")


class Entry(NamedTuple):
    """A place of the gazetteer, longitude and latitude in degrees (EPSG:4326)."""

    name: str
    arabic: tuple[str, ...]
    lon: float
    lat: float


class Found(NamedTuple):
    """A place of the facts with the place of the gazetteer that has its name."""

    record: Named
    entry: Entry
    by: str
    """``arabic`` or ``spelling``: what the two have in common."""

    km: float
    direction: str
    """From the facts' point to the gazetteer's."""

    front_km: float


class Gazetteer:
    """Places by their names.

    Parameters
    ----------
    path
        A CSV file with the columns that the module names.
    """

    def __init__(self, path: Path) -> None:
        """Read the file."""
        self._by_key: dict[str, list[Entry]] = defaultdict(list)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                others, arabic = _parted(row["other"]), _parted(row["arabic"])
                entry = Entry(row["name"], arabic, float(row["lon"]), float(row["lat"]))
                for key in {key for each in (row["name"], *others, *arabic) for key in keys(each)}:
                    self._by_key[key].append(entry)

    def nearest(self, names: Iterable[str], point: shapely.Point) -> tuple[Entry, float] | None:
        """Return the nearest place of one of the names, with its distance in kilometres."""
        entries = {each for name in names for key in keys(name) for each in self._by_key[key]}
        near = [(kilometres(point, each), each) for each in entries]
        distance, entry = min(near, default=(math.inf, None))
        return (entry, distance) if entry and distance <= WITHIN_KM else None


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split("|") if each.strip())


def keys(name: str) -> set[str]:
    """Return what a name is looked up by: the same for all its usual spellings.

    >>> keys("Al-Huwayz") == keys("El Houéïz")
    True
    """
    return {key for part in name.split("/") if (key := _key(part))}


def _key(name: str) -> str:
    if re.search("[\u0621-\u064a]", name):
        words = name.translate(_ARABIC).split()
        return "".join(each.removeprefix("ال") for each in words)
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)
    )
    text = re.sub(r"['`´‘’ʿʾ]", "", plain.casefold().replace("ı", "i")).replace("-", " ")
    words = [each for each in text.split() if each not in _ARTICLES | _GENERIC]
    return "".join(_spelt(each) for each in words)


def _spelt(word: str) -> str:
    for pattern, letters in _SPELLINGS:
        word = re.sub(pattern, letters, word)
    return word


def kilometres(point: shapely.Point, entry: Entry) -> float:
    """Return the distance of a point of the facts to a place of the gazetteer."""
    east, north = (entry.lon - point.x) * MIDDLE, entry.lat - point.y
    return DEGREE_KM * math.hypot(east, north)


def direction(point: shapely.Point, entry: Entry) -> str:
    """Return where the gazetteer's place lies from the point: one of eight winds."""
    angle = math.atan2((entry.lon - point.x) * MIDDLE, entry.lat - point.y)
    return WINDS[round(angle / (math.pi / 4)) % 8]


def compared(geodata: Geodata, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield every place of the facts that the gazetteer names, in the order of the files."""
    fronts = _plane(_fronts(geodata))
    for layer in LAYERS:
        for feature in geodata.layers[layer]:
            if not isinstance(feature.geometry, shapely.Point):
                continue
            record, point = feature.properties, feature.geometry
            if hit := _hit(record, point, gazetteer):
                by, entry, distance = hit
                front = float(shapely.distance(_plane(point), fronts))
                yield Found(record, entry, by, distance, direction(point, entry), front)


def _hit(
    record: Named, point: shapely.Point, gazetteer: Gazetteer
) -> tuple[str, Entry, float] | None:
    """Return what the gazetteer has of a record's name, and by what it was found.

    The Arabic name goes first, unless its place lies outside the radius and one found by spelling
    does not: then that is the place that is meant.
    """
    place: str | None = getattr(record, "place", None)
    english = [_ASIDE.sub("", each) for each in (record.name_en, *record.alt_names)]
    places = _CUTS.split(place)[:1] if place else []
    names = {"arabic": [_ASIDE.sub("", record.name_ar)], "spelling": [*english, *places]}
    hits = [(by, *hit) for by, each in names.items() if (hit := gazetteer.nearest(each, point))]
    inside = [hit for hit in hits if hit[2] <= _radius(record)]
    return next(iter((*inside, *hits)), None)


def _fronts(geodata: Geodata) -> BaseGeometry:
    lines = geodata.layers["front_lines"].on(geodata.atlas.as_of)
    return shapely.union_all([each.geometry for each in lines if each.properties.kind == "front"])


def _plane(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in kilometres east and north."""

    def scaled(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(degrees * (DEGREE_KM * MIDDLE, DEGREE_KM), dtype=np.float64)

    return shapely.transform(shape, scaled)


def outside(found: Iterable[Found]) -> list[Found]:
    """Return those that the gazetteer puts outside their radius, the farthest first."""
    away = [each for each in found if each.km > _radius(each.record)]
    return sorted(away, key=lambda each: -each.km)


def _radius(record: Named) -> float:
    return float(getattr(record, "position_error_km", None) or 0)


def renamed(found: Iterable[Found]) -> list[Found]:
    """Return those whose transliterated Arabic name the gazetteer writes in another way."""
    return [
        each
        for each in found
        if "ar" in each.record.name_uncertain
        and each.entry.arabic
        and each.record.name_ar not in each.entry.arabic
    ]


def report(found: Iterable[Found]) -> str:
    """Return both lists as Markdown: positions outside their radius, Arabic names that differ."""
    found = list(found)
    away, named = outside(found), renamed(found)
    noted = sum(bool(each.record.note_en) for each in away)
    return "\n".join(
        [
            f"{len(found)} places found in the gazetteer.",
            f"\n## {len(away)} outside their radius, {noted} of them with a note\n",
            *_table(away),
            f"\n## {len(named)} transliterated Arabic names that the gazetteer writes otherwise\n",
            *_table(named),
        ]
    )


def _table(found: Iterable[Found]) -> Iterator[str]:
    heads = "id, name, Arabic, gazetteer, its Arabic, found by, km, to, radius, km to a front"
    yield f"| {heads.replace(', ', ' | ')} |"
    yield "|---" * len(heads.split(", ")) + "|"
    for each in found:
        record, entry = each.record, each.entry
        cells = (
            record.id,
            record.name_en,
            record.name_ar,
            f"{entry.name} ({entry.lat:.4f}, {entry.lon:.4f})",
            " / ".join(entry.arabic),
            each.by,
            f"{each.km:.1f}",
            each.direction,
            f"{_radius(record):g}",
            f"{each.front_km:.1f}",
        )
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Read the command line, the facts and the gazetteer, print the lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gazetteer", type=Path, help="CSV file: name, other, arabic, lon, lat")
    parser.add_argument("--geodata", type=Path, default=ROOT / "geodata")
    arguments = parser.parse_args()
    geodata = mapgen.read(arguments.geodata)
    print(report(compared(geodata, Gazetteer(arguments.gazetteer))))


if __name__ == "__main__":
    main()

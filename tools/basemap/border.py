"""The border between Syria and Turkey in sections, by what was known of the wall in September 2018.

Where the Orontes is the border there was no wall: a report of 2018 excepts that line, and the
governor of Hatay named dykes of 52 km along it in November 2017 (51 km are measured here). He
named 6 km of dykes at the stream of Afrin too; no report says whether the wall ran there.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from basemap.frame import Feature, feature
from basemap.land import Ground

AS_OF = "2018-09"
CLAIMS = ["A30", "A32"]
ARTICLE, OFFICIAL, LOCAL, TENDER, GOVERNOR, MAP = (
    "daher-2018",
    "anadolu-agency-via-sputnik-2018-06-09",
    "antakya-gazetesi-2018",
    "star-2018-09-07",
    "anadolu-agency-via-haberler-2017-11",
    "openstreetmap-time-zones-2026",
)
AVAZ = "avaz-2018-06"
DISAGREEMENT = [
    {"version:en": "A wall closes most of a border of 620 miles (998 km).", "sources": [ARTICLE]},
    {
        "version:en": "764 km of wall are finished (9 June 2018); the border is 911 km long.",
        "sources": [OFFICIAL, AVAZ],
    },
    {"version:en": "711 km are finished, all but the line of the Orontes.", "sources": [LOCAL]},
    {
        "version:en": "538 of the 564 km built by the housing agency TOKI are done, 93 percent "
        "as the paper has it (7 September 2018); the place of the rest is not said.",
        "sources": [TENDER],
    },
]


@dataclass(frozen=True)
class Section:
    """A part of the border that ends at the vertex nearest to a point in degrees."""

    key: str
    end: tuple[float, float]
    wall: bool | str
    confidence: str
    names: tuple[str, str, str]
    note: str


BUILT = (
    "Wall of concrete slabs reported as finished by June 2018. No source maps its gaps, "
    "such as at gates and streams."
)
SECTIONS = (
    Section(
        "coast-orontes",
        (36.37602, 36.01652),
        wall=True,
        confidence="medium",
        names=("Border, coast to Orontes", "الحدود من الساحل إلى العاصي", "Sınır, kıyıdan Asi'ye"),
        note=BUILT,
    ),
    Section(
        "orontes",
        (36.3893, 36.21826),
        wall=False,
        confidence="medium",
        names=("Border along the Orontes", "الحدود على مجرى العاصي", "Asi Nehri boyunca sınır"),
        note="The river is the border for about 51 km. A local paper excepts this line from the "
        "finished wall; the governor of Hatay spoke of dykes along 52 km of it.",
    ),
    Section(
        "orontes-afrin",
        (36.6291, 36.34503),
        wall=True,
        confidence="medium",
        names=(
            "Border, Orontes to the Afrin stream",
            "الحدود من العاصي إلى نهر عفرين",
            "Sınır, Asi'den Afrin Çayı'na",
        ),
        note=BUILT,
    ),
    Section(
        "afrin-stream",
        (36.60501, 36.32548),
        wall="partial",
        confidence="low",
        names=(
            "Border along the Afrin stream",
            "الحدود على مجرى نهر عفرين",
            "Afrin Çayı boyunca sınır",
        ),
        note="The stream is the border for about 5 km. The governor of Hatay spoke of dykes along "
        "6 km of it; whether the wall runs beside it is not said.",
    ),
    Section(
        "afrin-euphrates",
        (38.0192, 36.8266),
        wall=True,
        confidence="medium",
        names=(
            "Border, Afrin stream to Euphrates",
            "الحدود من نهر عفرين إلى الفرات",
            "Sınır, Afrin Çayı'ndan Fırat'a",
        ),
        note=BUILT,
    ),
    Section(
        "euphrates-east",
        (38.8, 36.70436),
        wall=True,
        confidence="medium",
        names=("Border east of the Euphrates", "الحدود شرق الفرات", "Fırat'ın doğusundaki sınır"),
        note=BUILT,
    ),
)


def border_features(ground: Ground) -> list[Feature]:
    """Cut the border into sections from the coast to the eastern edge of the frame.

    Parameters
    ----------
    ground
        Border with the vertices of the land, degrees, EPSG:4326.

    Returns
    -------
    list of Feature
        Lines; neighbours share their end vertices.
    """
    vertices = np.asarray(ground.border.coords)
    ends = [int(np.argmin(np.hypot(*(vertices - part.end).T))) for part in SECTIONS]
    cuts = pairwise([0, *ends])
    return [
        _section(part, shapely.LineString(vertices[start : end + 1]))
        for part, (start, end) in zip(SECTIONS, cuts, strict=True)
    ]


def _section(part: Section, line: shapely.LineString) -> Feature:
    english, arabic, turkish = part.names
    sources = [ARTICLE, OFFICIAL, LOCAL, GOVERNOR, MAP]
    properties = {
        "id": f"border-{part.key}",
        "name:en": english,
        "name:ar": arabic,
        "name:tr": turkish,
        "wall": part.wall,
        "state": "closed",
        "as_of": AS_OF,
        "confidence": part.confidence,
        "sources": sources,
        "note:en": part.note,
        "claim": CLAIMS,
        "disagreement": DISAGREEMENT,
    }
    return feature(line, properties)

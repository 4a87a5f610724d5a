"""How the map looks: numbers, marks and groups of events, for browser, pictures and paper.

They stand in the JSON files beside this module, in px of the page; the scripts read the same files.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Final, NamedTuple


def _read(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(resources.files(__name__).joinpath(name).read_text(encoding="utf-8"))


_LOOK: Final = _read("look.json")
_EVENTS: Final = _read("events.json")

INK: Final[str] = _LOOK["ink"]
SECOND_INK: Final[str] = _LOOK["secondInk"]
WHITE: Final[str] = _LOOK["white"]
PAPER: Final[str] = _LOOK["paper"]
OUTSIDE: Final[str] = _LOOK["outside"]
BEYOND: Final[str] = _LOOK["beyond"]
FRAME_LINE: Final[str] = _LOOK["frameLine"]
EVIDENCE: Final[str] = _LOOK["evidence"]
SEA: Final[str] = _LOOK["sea"]["fill"]
SEA_SHORE: Final[str] = _LOOK["sea"]["shore"]
SEA_SHORE_WIDTH: Final[float] = _LOOK["sea"]["width"]
SEA_TEXT: Final[str] = _LOOK["sea"]["text"]
LAKE_SHORE: Final[str] = _LOOK["lake"]["shore"]
LAKE_SHORE_WIDTH: Final[float] = _LOOK["lake"]["width"]
RIVER: Final[str] = _LOOK["river"]["colour"]
RIVER_WIDTH: Final[float] = _LOOK["river"]["width"]
FOREIGN_TEXT: Final[str] = _LOOK["foreignText"]
HALO_OPACITY: Final[float] = _LOOK["haloOpacity"]

RELIEF_SHADE: Final[tuple[int, ...]] = tuple(_LOOK["relief"]["shade"])
RELIEF_MOST: Final[float] = _LOOK["relief"]["most"]
"""Opacity of black and white in the picture of the relief."""

RELIEF_NOISE: Final[int] = _LOOK["relief"]["noise"]
"""Steps around level ground, of 128, that are not drawn."""


class Ink(NamedTuple):
    """How strongly things are drawn on a screen or on paper.

    Parameters
    ----------
    patterns
        Factor of the opacity of patterns.
    relief
        Opacity of light and shade.
    water
        Colour of sea and lakes: white on paper, where grey would be a holder's.
    """

    patterns: float
    relief: float
    water: str


SCREEN: Final = Ink(1.0, _LOOK["relief"]["opacity"], SEA)
PRINT: Final = Ink(_LOOK["patternStrong"], _LOOK["relief"]["paperOpacity"], WHITE)

TIMELINE_DAYS_AFTER: Final[int] = _LOOK["timelineDaysAfter"]
"""Days after that of the map whose events the timeline shows."""

CERTAINTY: Final[tuple[tuple[float, float], ...]] = tuple(map(tuple, _LOOK["certainty"]))
"""Opacity reached at a certainty of 0 to 1; straight lines between them."""

PATTERN_FROM: Final[float] = _LOOK["patternFrom"]
"""Certainty from which ground has its pattern."""

SMALL_PARTS_BELOW_ZOOM: Final[float] = _LOOK["smallPartsBelowZoom"]
SETTLEMENTS_FROM_ZOOM: Final[float] = _LOOK["settlementsFromZoom"]


class Pattern(NamedTuple):
    """The second channel of a holder: pitch along a level line and width in px, opacity.

    The radius of dots stands for their width.
    """

    pitch: float
    width: float
    opacity: float


PATTERNS: Final = {
    name: Pattern(
        style["pitch"], style.get("width", style.get("radius", 0)), style.get("opacity", 1)
    )
    for name, style in _LOOK["patterns"].items()
    if style
}
RING_RADIUS: Final[float] = _LOOK["patterns"]["rings"]["radius"]


class Line(NamedTuple):
    """A line on a wider white one: widths and dashes in px."""

    colour: str
    width: float
    casing: float = 0.0
    casing_opacity: float = 0.0
    dash: tuple[float, ...] = ()
    cap: str = "round"
    opacity: float = 1.0


LINES: Final = {
    name: Line(
        style["colour"],
        style["width"],
        style.get("casing", 0.0),
        style.get("casingOpacity", 0.0),
        tuple(style.get("dash", ())),
        style["cap"],
        style.get("opacity", 1.0),
    )
    for name, style in _LOOK["lines"].items()
}
SELECTED: Final = Line(
    EVIDENCE, _LOOK["selectedLine"]["width"], _LOOK["selectedLine"]["casing"], 1.0
)

WALL_COLOUR: Final[str] = _LOOK["wall"]["colour"]
WALL_WIDTH: Final[float] = _LOOK["wall"]["width"]
WALL_DASH: Final[tuple[float, ...]] = tuple(_LOOK["wall"]["dash"])
WALL_SIMPLIFY: Final[float] = _LOOK["wall"]["simplifyPx"]

_BOLD: Final = 600
"""Weight from which letters are bold here: there are two."""


class Label(NamedTuple):
    """A class of names: size in px, face, halo, the room it keeps, its dot and its radius."""

    size: float
    face: str
    halo: float
    air: float
    dot: str | None
    radius: float
    spaced: bool


def _face(style: dict[str, Any]) -> str:
    if style.get("italic"):
        return "italic"
    return "bold" if style["weight"] >= _BOLD else "plain"


LABELS: Final = {
    name: Label(
        style["size"],
        _face(style),
        style["halo"],
        style.get("air", 3.0),
        style.get("dot"),
        style.get("radius", 0.0),
        "spacing" in style,
    )
    for name, style in _LOOK["labels"].items()
}

_MARKS: Final = _LOOK["marks"]

MARK_SIZE: Final[float] = _MARKS["size"]
MARK_RADIUS: Final[float] = _MARKS["radius"]
"""Of the room that a mark keeps, as a share of its size."""

MARK_SCALE: Final[dict[str, float]] = _MARKS["scale"]
"""Marks that are drawn smaller than the others."""

PROTEST_SIZE: Final[float] = _MARKS["protest"]["size"]
SMALL_PROTEST_SIZE: Final[float] = _MARKS["protest"]["smallSize"]
"""While settlements are not named: protests are many."""


class Disc(NamedTuple):
    """The disc of an observation post: its radius and the size of its number, px."""

    radius: float
    size: float


DISC: Final = Disc(_MARKS["disc"]["radius"], _MARKS["disc"]["size"])
SMALL_DISC: Final = Disc(_MARKS["disc"]["smallRadius"], _MARKS["disc"]["smallSize"])
SMALL_DISC_BELOW_ZOOM: Final[float] = _MARKS["disc"]["smallBelowZoom"]
LETTER_DISC_RADIUS: Final[float] = _MARKS["disc"]["letterRadius"]
"""Of a disc with a letter, as a share of that of one with a number."""

SELECTED_DISC_RADIUS: Final[float] = _MARKS["disc"]["selectedRadius"]

BESIDE_PX: Final[float] = _MARKS["beside"]
"""From the edge of a mark's own place to where it moves first."""


class Away(NamedTuple):
    """How far a mark moves that a line leads to: so many radii, and px."""

    times: float
    plus: float


AWAY: Final = Away(_MARKS["away"]["times"], _MARKS["away"]["plus"])
LEADER_SHARES: Final[tuple[float, ...]] = tuple(_MARKS["leader"]["shares"])
"""Where on its way a leader must find room, and how much: `LEADER_PX`."""

LEADER_PX: Final[float] = _MARKS["leader"]["air"]

GLYPHS: Final[dict[str, Any]] = _read("glyphs.json")
"""Marks of places and events as SVG path data, around 0,0 in a box; edge in px.

Kinds of parts: ``ink`` and ``paper`` are filled dark and white, ``line`` and ``dashed`` are drawn
dark, ``cut`` white, ``letter`` is written. Filled dark means violence, white civil or political.
"""

EVENT_GROUPS: Final[tuple[str, ...]] = tuple(group["id"] for group in _EVENTS["groups"])
"""Groups of events with a switch of their own, in the order of the key."""

VIOLENT: Final = frozenset(group["id"] for group in _EVENTS["groups"] if group.get("violent"))
OFF_AT_FIRST: Final = frozenset(
    group["id"] for group in _EVENTS["groups"] if group.get("offAtFirst")
)
GROUP_OF: Final[dict[str, str]] = {
    category: group["id"] for group in _EVENTS["groups"] for category in group["categories"]
}
"""The group whose switch a kind of event follows."""


def event_glyph(category: str) -> str:
    """Return the mark of a kind of event: of its own, or that of its group."""
    glyphs: dict[str, str] = _EVENTS["glyphs"]
    return glyphs.get(category) or GROUP_OF[category]

"""The document: everything that the front end of the page knows, as typed records.

Python makes one `Document` (``page.document``), JSON carries it, the page's scripts read it. The
JSON schema and the types of the scripts are made of these records (``make schema``); nobody
writes them by hand.

Coordinates are integers of 1e-5 degree (EPSG:4326), longitude first.
"""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Ge, Gt, MaxLen, MinLen
from pydantic import Field, SerializeAsAny, StringConstraints

from mapgen.facts.holders import DrawnPattern
from mapgen.facts.leanings import Leaning
from mapgen.kinds.records import (
    Bounds,
    Colour,
    DataUrl,
    Day,
    Numbers,
    PartialDate,
    Record,
    Row,
    Share,
    Texts,
    WebAddress,
)  # fmt: skip
from mapgen.page.basemap_records import Basemap
from mapgen.page.lesson_records import Lesson

FORMAT: Literal[1] = 1
"""Version of the document's form; the front end refuses another."""


class Text(Record):
    """A paragraph of the atlas about itself."""

    id: str
    section: Literal["about", "article", "method", "neutrality", "border"]
    text: Texts
    claim: tuple[str, ...]


class Credit(Record):
    """Whose data lie below the facts, or whose software is in the page."""

    text: str
    licence: str
    url: WebAddress | None


class Atlas(Record):
    """What the map is called, shows, and where it lies."""

    id: str
    title: Texts
    subtitle: Texts
    description: Texts
    as_of: Day
    frame: Bounds
    home: Bounds
    article: Annotated[int, Ge(0), Field(description="Position in the sources.")]
    article_author: str
    licence: Annotated[str, Field(description="Of facts, map and texts; an SPDX expression.")]
    texts: tuple[Text, ...]
    attribution: tuple[Credit, ...]
    software: Annotated[
        tuple[Credit, ...], Field(description="Software of which something is in the page.")
    ]


class Source(Record):
    """A publication."""

    publisher: str | None
    title: str
    date: PartialDate | None
    url: WebAddress | None
    accessed: Annotated[PartialDate | None, Field(description="When it was read.")]
    archive_url: Annotated[WebAddress | None, Field(description="Of a copy in an archive.")]
    address_missing: Annotated[
        bool, Field(description="Whether the address is not that of the very page.")
    ]
    leaning: Annotated[Leaning | None, Field(description="Whose the publisher is.")]


class Actor(Record):
    """Who took part."""

    id: str
    name: Texts
    short: Texts
    article_name: str | None = Field(description="None where the article never names it.")
    alt_names: Annotated[
        tuple[str, ...], Field(description="What else it is looked for as, in any language.")
    ]
    search_names: Annotated[
        tuple[str, ...], Field(description="What it is looked for as, but never shown as.")
    ]
    description: Texts
    territory: bool
    seat: Annotated[
        tuple[Annotated[int, Ge(0)], Annotated[int, Ge(0)], Annotated[int, Ge(0)]],
        Field(description="Column, first and last row in the diagram of relations."),
    ]
    sources: Numbers
    claim: tuple[str, ...]


class Relation(Record):
    """How an actor stood to another."""

    id: str
    from_: Annotated[str, Field(alias="from")]
    to: str
    kind: Literal["allied", "sponsor", "hostile", "agreement", "member", "talks"]
    text: Texts
    since: PartialDate | None
    sources: Numbers
    claim: tuple[str, ...]


class Claim(Record):
    """What the article says, in our own words; what shows it names its id."""

    id: str
    first: Annotated[
        str | None, Field(description="What shows it best: a layer, actors, relations or texts.")
    ]
    text: Texts


class Holder(Record):
    """Who held ground: names and how its areas are drawn."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\+[a-z_]+)*$")]
    name: Texts
    short: Texts
    detail: Texts | None
    drawn_as: str | None
    side: str
    fills: Annotated[tuple[Colour, ...], MinLen(1), MaxLen(2)]
    ink: Colour
    pattern: DrawnPattern


class Image(Record):
    """A picture over the map; its rows are equally spaced in Web Mercator."""

    url: DataUrl
    bounds: Bounds
    width: Annotated[int, Gt(0)]
    height: Annotated[int, Gt(0)]


Letters = Annotated[str, StringConstraints(pattern=r"^[a-zA-Y]*$")]
CellCount = Annotated[int, Ge(0)]


class EarlierDay(Record):
    """In which pieces a day differs from the day after it.

    A piece is left, top, width and height in cells, and a letter a cell, row by row: how many
    levels it lies above the day after it, counted round from the last level to the first.
    """

    date: Day
    pieces: tuple[tuple[CellCount, CellCount, CellCount, CellCount, Letters], ...]


class CertaintyGrid(Record):
    """How sure the holder of each place is on the day of the map, and what was otherwise before.

    A letter a cell, row by row from north, west to east: ``a`` is 0, each further letter adds the
    step. Rows are equally spaced in Web Mercator.
    """

    bounds: Bounds
    width: Annotated[int, Gt(0)]
    height: Annotated[int, Gt(0)]
    step: Annotated[float, Gt(0)]
    levels: Letters
    earlier: tuple[EarlierDay, ...]


class Images(Record):
    """The picture above the areas."""

    relief: Image


Series = Annotated[
    tuple[Annotated[float, Ge(0)] | None, ...], Field(description="A value for each date.")
]


class Measures(Record):
    """What a holder had on each day."""

    km2: Series
    share: Series
    uncertain_km2: Series


class PostDistances(Record):
    """How far a post was from the front on each day."""

    id: str
    km: Series


class Statistics(Record):
    """Measures of each day; every list has an entry for each of its dates."""

    dates: tuple[Day, ...]
    holders: dict[str, Measures]
    fronts_km: Series
    posts: tuple[PostDistances, ...]


class Layer(Record):
    """Features of a kind; each kind says what its rows hold (`mapgen.kinds`)."""

    id: str
    kind: str
    visible: bool
    name: Texts
    licence: Annotated[
        str, Field(description="Of the layer with its outlines; an SPDX expression.")
    ]
    rows: tuple[SerializeAsAny[Row], ...]


class Document(Record):
    """Everything that the page knows."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = FORMAT
    atlas: Atlas
    dates: Annotated[
        tuple[Day, ...],
        Field(
            description="Days that have areas of their own, ascending; the last is the day of "
            "the map. A day between two of them shows the earlier."
        ),
    ]
    languages: Annotated[tuple[str, ...], MinLen(1)]
    texts: Annotated[
        dict[str, dict[str, str]], Field(description="Of the interface, by language and key.")
    ]
    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    relations: tuple[Relation, ...]
    claims: tuple[Claim, ...]
    lessons: tuple[Lesson, ...]
    holders: Annotated[tuple[Holder, ...], Field(description="In the order of the key.")]
    certainty_words: Annotated[
        tuple[tuple[str, Share], ...],
        MinLen(1),
        Field(
            description="What a certainty is called, by the least probability that the holder is "
            "the one shown; the surest first."
        ),
    ]
    phrases: Annotated[
        dict[str, dict[str, Annotated[str, MinLen(1)]]],
        Field(
            description="What tables and facts say in the other languages: by language and by "
            "what they say in the first."
        ),
    ]
    images: Images
    certainty: CertaintyGrid | None = None
    basemap: Basemap
    layers: Annotated[tuple[Layer, ...], Field(description="From below to above.")]
    statistics: Statistics | None
    arcs: Annotated[
        tuple[Annotated[tuple[int, ...], MinLen(4)], ...],
        Field(description="Each arc: its first place, then differences, flat."),
    ]

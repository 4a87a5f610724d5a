"""``sources.json``: the bibliography in CSL-JSON, as Zotero reads and writes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import unquote

from pydantic import Field, model_validator

from mapgen.facts.entries import entries_by_id
from mapgen.facts.files import file_place, read_json
from mapgen.facts.values import Identifier, Line, Strict, Text, WebLink, partial_date

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.faults import FaultLog

BACKGROUND = "background"
"""Id of the weakest basis there is: general knowledge, no publication found yet."""

DatePart = Annotated[tuple[int, ...], Field(min_length=1, max_length=3)]


class Issued(Strict):
    """A date in CSL-JSON: year, then month and day where they are known."""

    date_parts: Annotated[tuple[DatePart, ...], Field(alias="date-parts", min_length=1)]

    @model_validator(mode="after")
    def _are_of_the_calendar(self) -> Issued:
        """Refuse a month or a day that no calendar has."""
        for parts in self.date_parts:
            partial_date(_iso(parts))
        return self

    @property
    def iso(self) -> str:
        """ISO day, month or year."""
        return _iso(self.date_parts[0])


def _iso(parts: tuple[int, ...]) -> str:
    year, *rest = parts
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])


class Custom(Strict):
    """What CSL-JSON has no key for; ``custom`` is where it keeps such things."""

    address_missing: Text | None = None
    """Why the address is not that of the very page; a short reason."""


class Source(Strict):
    """A publication."""

    id: Identifier
    type: Literal[
        "article", "article-journal", "article-magazine", "article-newspaper", "broadcast",
        "chapter", "dataset", "document", "entry-encyclopedia", "legislation", "map",
        "post-weblog", "post", "report", "webpage",
    ]  # fmt: skip
    title: Line
    author: tuple[dict[str, str], ...] = ()
    publisher: Line | None = None
    container_title: Line | None = Field(default=None, alias="container-title")
    issued: Issued | None = None
    accessed: Issued | None = None
    url: WebLink | None = Field(default=None, alias="URL")
    archive_location: WebLink | None = None
    language: Text | None = None
    note: Text | None = None
    custom: Custom = Custom()

    @property
    def address_missing(self) -> bool:
        """Whether the address is not that of the very page, and the entry says why."""
        return self.custom.address_missing is not None

    @property
    def published_by(self) -> str:
        """Who published it, or an empty text."""
        return self.publisher or self.container_title or ""

    @property
    def told_by(self) -> str:
        """Who published it first: a reprint names its publisher after ``via``."""
        return _REPRINTED.split(self.published_by)[0]

    @property
    def written_by(self) -> str:
        """Who wrote it, given name first, or an empty text."""
        names = (f"{person.get('given', '')} {person.get('family', '')}" for person in self.author)
        return ", ".join(name.strip() for name in names)

    @property
    def iri(self) -> str | None:
        """The address with letters of any script written out (RFC 3987): shorter, and readable."""
        return _ESCAPED_LETTERS.sub(_written_out, self.url) if self.url else None

    @property
    def date(self) -> str | None:
        """ISO day, month or year of publication."""
        return self.issued.iso if self.issued else None

    @property
    def read_on(self) -> str | None:
        """ISO day, month or year on which it was read."""
        return self.accessed.iso if self.accessed else None

    @property
    def archive_iri(self) -> str | None:
        """The address of a copy in an archive, written as `iri` is."""
        kept = self.archive_location
        return _ESCAPED_LETTERS.sub(_written_out, kept) if kept else None


_REPRINTED = re.compile(r",? \(?via\b| \((?:reprint|repost)\)")
_ESCAPED_LETTERS = re.compile(r"(?:%[89a-fA-F][0-9a-fA-F])+")


def _written_out(match: re.Match[str]) -> str:
    """Return escaped letters as letters; what is not seen, or turns the text, stays escaped."""
    try:
        letters = unquote(match[0], errors="strict")
    except UnicodeDecodeError:
        return match[0]
    return letters if letters.isprintable() else match[0]


def read_sources(path: Path, log: FaultLog) -> dict[str, Source]:
    """Read ``sources.json``.

    Returns
    -------
    dict of str to Source
        Sources by id, in the order of the file.
    """
    place = file_place(path)
    content: Any = read_json(path, log)
    if content is None:
        return {}
    if not isinstance(content, list):
        log.add(place, "is not a list of CSL-JSON entries. It must begin with [.")
        return {}
    return entries_by_id(content, Source, place, "entry", log)

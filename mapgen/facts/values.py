"""Types of single values: dates, ids, texts in three languages, confidence."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from mapgen.facts.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.config import JsonDict

MOST_OF_AN_ID: Final = 80
"""Characters of an id: addresses and names of files are made of it."""

_ID_LETTERS = "[a-z0-9]+(?:-[a-z0-9]+)*"
_HOLDER_LETTERS = r"[a-z]+(?:_[a-z]+)*(?:\+[a-z]+(?:_[a-z]+)*)*"
_ID = re.compile(rf"(?=.{{1,{MOST_OF_AN_ID}}}\Z){_ID_LETTERS}")
_HOLDER = re.compile(rf"(?=.{{1,{MOST_OF_AN_ID}}}\Z){_HOLDER_LETTERS}")
_CLAIM = re.compile(r"A[0-9]{2}")
DEVICES: Final = "con|prn|aux|nul|(?:com|lpt)[0-9]"
"""What Windows calls its devices, as a pattern: no file can have such a name."""

_RESERVED = re.compile(DEVICES)

_LINK = re.compile(
    "https?://(?![\"'/?#.:@])"
    # What ends an attribute or an address, and what is not seen: soft hyphens, joiners, marks.
    '[^\\s"<>\\\\^`{|}\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]{1,1990}'
)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Strict(BaseModel):
    """A record that refuses unknown keys and cannot be changed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=False, allow_inf_nan=False
    )


@cache
def partial_date(value: str) -> str:
    """Return `value` when it is an ISO day, month or year of the calendar.

    Raises
    ------
    ValueError
        When it is none of these.
    """
    match = _DATE.fullmatch(value)
    if match:
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            match = None
    if not match:
        message = "expected an ISO day, month or year, such as 2018-09-14, 2018-09 or 2018"
        raise ValueError(message)
    return value


def _iso_day(value: str) -> str:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", partial_date(value)):
        message = "expected an ISO day, such as 2018-09-14"
        raise ValueError(message)
    return value


@cache
def first_day(value: str) -> date:
    """Return the first day of an ISO day, month or year.

    Examples
    --------
    >>> first_day("2018-09")
    datetime.date(2018, 9, 1)
    """
    return date.fromisoformat(value + "-01-01"[(len(value) - 4) :])


def web_address(value: str) -> str:
    """Return `value` when it is an absolute address of a page in the web.

    Raises
    ------
    ValueError
        When it is relative, of another scheme, or has a query, a fragment, a password or spaces.

    Examples
    --------
    >>> web_address("https://example.org/maps/northwest-syria.html")
    'https://example.org/maps/northwest-syria.html'
    """
    try:
        parts = urlsplit(value)
        wrong = parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc
    except ValueError:
        wrong = True
    if wrong or not re.fullmatch(r"[^\s?#<>\"\\\x00-\x1f]+", value):
        message = (
            "expected the absolute address of the page without query and fragment, "
            "such as https://example.org/northwest-syria.html"
        )
        raise ValueError(message)
    return value


@cache
def identifier(value: str) -> str:
    """Return `value` when it can be an id: in an address, in HTML, as the name of a file.

    Raises
    ------
    ValueError
        When it cannot; the fault says a name that fits.

    Examples
    --------
    >>> identifier("set-idlib")
    'set-idlib'
    """
    if _RESERVED.fullmatch(value):
        message = f"{value} is the name of a device in Windows: rename it, for example my-{value}"
        raise ValueError(message)
    if not _ID.fullmatch(value):
        message = (
            "an id holds lower case letters (a to z), digits and single hyphens between them, at "
            f"most {MOST_OF_AN_ID}: rename it, for example {fitting_id(value)}"
        )
        raise ValueError(message)
    return value


def fitting_id(name: str) -> str:
    """Return an id near to a name that is none.

    Examples
    --------
    >>> fitting_id("Tell Touqan!")
    'tell-touqan'
    """
    # The dotless i of Turkish is a letter of its own for Unicode, not an i without its dot.
    parts = unicodedata.normalize("NFKD", name[:1_000].casefold().replace("ı", "i"))
    letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    fitting = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:MOST_OF_AN_ID].strip("-")
    return fitting if fitting and not _RESERVED.fullmatch(fitting) else f"my-{fitting or 'id'}"


def _of(pattern: re.Pattern[str], message: str) -> AfterValidator:
    """Return what refuses, with a message, a text that is not of a pattern."""

    def checked(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError(message)
        return value

    return AfterValidator(checked)


def _in_schema(pattern: str, most: int | None = None) -> Any:  # noqa: ANN401
    """Return what JSON schemas for editors say of a text that a function checks."""
    extra: JsonDict = {"pattern": f"^{pattern}$"}
    return Field(json_schema_extra=extra | ({"maxLength": most} if most else {}))


Text = Annotated[
    str, StringConstraints(min_length=1, max_length=20_000, pattern=r"^\S(?:[\s\S]*\S)?$")
]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^\S(?:.*\S)?$")]
"""A text of one line: a name, a title."""

Identifier = Annotated[str, AfterValidator(identifier), _in_schema(_ID_LETTERS, MOST_OF_AN_ID)]
HolderId = Annotated[
    str,
    _of(
        _HOLDER,
        'the id of a holder holds lower case letters, with single "_" between words and "+" '
        "between holders, such as hts+nlf: rename it",
    ),
    _in_schema(_HOLDER_LETTERS, MOST_OF_AN_ID),
]
ClaimId = Annotated[
    str,
    _of(_CLAIM, "the id of a claim is A and two digits, such as A07: rename it"),
    _in_schema(_CLAIM.pattern),
]
PartialDate = Annotated[str, AfterValidator(partial_date), _in_schema(_DATE.pattern)]
IsoDay = Annotated[str, AfterValidator(_iso_day)]
WebAddress = Annotated[str, AfterValidator(web_address)]
WebLink = Annotated[
    str,
    _of(
        _LINK,
        "expected the address of a page, which begins with https:// or http:// and holds no "
        "spaces, quotes, brackets < > or invisible characters: correct it, or write %20 and "
        "the like for them",
    ),
    _in_schema(r"https?://\S+", 2_000),
]
"""Where a link of the page leads."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Confidence = Literal["high", "medium", "low"]
SourceIds = Annotated[tuple[Identifier, ...], Field(min_length=1)]


Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]


class Localized(Strict):
    """A text in the three languages."""

    en: Text
    ar: Text
    tr: Text

    def __getitem__(self, language: str) -> str:
        """Return the text in a language."""
        return self.by_language[language]

    @property
    def by_language(self) -> dict[str, str]:
        """The texts by language."""
        return dict(zip(LANGUAGES, (self.en, self.ar, self.tr), strict=True))

    def changed(self, change: Callable[[str, str], str]) -> Localized:
        """Return what becomes of the texts by a change, which takes a text and its language."""
        texts = {language: change(text, language) for language, text in self.by_language.items()}
        return Localized.model_validate(texts)


class PartlyLocalized(Strict):
    """A text in English; Arabic and Turkish where they are written already."""

    en: Text
    ar: Text | None = None
    tr: Text | None = None

    def __getitem__(self, language: str) -> str:
        """Return the text in a language, or in English where it is not written."""
        return dict(zip(LANGUAGES, (self.en, self.ar, self.tr), strict=True))[language] or self.en


class Version(Strict):
    """One of two or more accounts that differ, with the sources that give it."""

    en: Text = Field(alias="version:en")
    sources: SourceIds

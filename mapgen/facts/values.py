"""Types of single values: dates, ids, texts in three languages, confidence."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

if TYPE_CHECKING:
    from collections.abc import Callable

Language = Literal["en", "ar", "tr"]
LANGUAGES: tuple[str, ...] = get_args(Language)
"""Languages in which names are kept, in the order in which they are shown."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Strict(BaseModel):
    """A record that refuses unknown keys and cannot be changed."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=False, allow_inf_nan=False
    )


def _partial_date(value: str) -> str:
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


Text = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1, pattern=r"^\S")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
HolderId = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(?:\+[a-z_]+)*$")]
ClaimId = Annotated[str, StringConstraints(pattern=r"^A\d{2}$")]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Day = Annotated[PartialDate, StringConstraints(min_length=10)]
WebAddress = Annotated[str, AfterValidator(web_address)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Confidence = Literal["high", "medium", "low"]
SourceIds = Annotated[tuple[Identifier, ...], Field(min_length=1)]


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

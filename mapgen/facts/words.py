"""Values of features in words of one language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from mapgen.facts.certainty_words import word
from mapgen.facts.ground import holders_of_posts
from mapgen.facts.losses import losses
from mapgen.facts.translations import form_key
from mapgen.facts.values import first_day

if TYPE_CHECKING:
    import datetime as dt

    from mapgen.facts.evidence import Evidence
    from mapgen.facts.folder import Geodata
    from mapgen.facts.named import Named
    from mapgen.facts.values import Version

_LOCALES = {"en": "en_GB", "ar": "ar_SY@numbers=latn", "tr": "tr_TR"}
"""Locales of dates and numbers; figures are Western in all three."""

_WRITTEN_OUT = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
"""Patterns of a year, a month and a day, by the length of their ISO forms."""

_BETWEEN_DATES = {"en": "\u2009–\u2009", "ar": " – ", "tr": "\u2009–\u2009"}
"""What stands between the ends of a range where they have words of their own (thin spaces)."""


def number(value: float, language: str) -> str:
    """Return a number with at most one decimal, as a language writes it."""
    return _decimal(value, "#,##0.#", _LOCALES[language])


@cache
def _decimal(value: float, pattern: str, locale: str) -> str:
    """Return a number by Babel, which takes its time for each: few are different."""
    return str(format_decimal(value, format=pattern, locale=_babel(locale)))


@cache
def _day(day: dt.date, pattern: str, locale: str) -> str:
    """Return a day by Babel, as `_decimal` does a number."""
    return str(format_date(day, pattern, locale=_babel(locale)))


@cache
def _babel(locale: str) -> Locale:
    return Locale.parse(locale)


class Words:
    """Texts, dates and numbers of one language.

    Babel gives the names of months and the signs of numbers, the patterns stand here: those of
    CLDR change from one release to the next (thin spaces around a dash, a comma before a year),
    and the same facts must give the same page.

    Parameters
    ----------
    geodata
        Where texts, holders and areas are looked up.
    language
        ``en``, ``ar`` or ``tr``.
    """

    def __init__(self, geodata: Geodata, language: str) -> None:
        """Choose the locale."""
        self.language = language
        self.holders_here = holders_of_posts(geodata)
        self.losses = losses(geodata)
        self._geodata = geodata
        self._texts = geodata.catalogues[language]
        self._translations = geodata.translations.get(language, {})
        self._locale = _LOCALES[language]

    def text(self, key: str) -> str:
        """Return a text of the interface by its key."""
        return self._texts[key]

    def date(self, value: str) -> str:
        """Return an ISO day, month or year as it is written out."""
        return self._dated(first_day(value), _WRITTEN_OUT[len(value)])

    def period(self, start: str, end: str | None) -> str:
        """Return a beginning and an end, or the one when both are the same."""
        if end is None or end == start:
            return self.date(start)
        return f"{self.date(start)} – {self.date(end)}"

    def days(self, first: str, last: str) -> str:
        """Return two ISO days as a range, without saying a month or a year twice."""
        start, end = first_day(first), first_day(last)
        until = self._dated(end, "d MMM y")
        if start == end:
            return until
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{until}"
        since = self._dated(start, "d MMM" if start.year == end.year else "d MMM y")
        return f"{since}{_BETWEEN_DATES[self.language]}{until}"

    def number(self, value: float) -> str:
        """Return a number with at most one decimal."""
        return number(value, self.language)

    def certainty(self, value: float) -> str:
        """Return a certainty of 0 to 1 as a word and a percentage: 99 at most, for none is sure."""
        called = self.text(f"certainty.{word(value)}")
        share = _decimal(min(99, 100 * value), "0", self._locale)
        return self.text("certainty.with-share").format(word=called, share=share)

    def percent(self, share: float) -> str:
        """Return a share of 0 to 1 as a whole percentage."""
        whole = _decimal(100 * share, "0", self._locale)
        return self.text("unit.percent").format(n=whole)

    def quantity(self, value: float | str, unit: str) -> str:
        """Return a number, or what the source says instead, with its unit in the form it needs."""
        if isinstance(value, str):
            number, category = self.fact(value), "other"
        else:
            number, category = self.number(value), _babel(self.language).plural_form(value)
        form = self._translations.get(form_key(category, unit), self.fact(unit))
        return form.replace("{n}", number) if "{n}" in form else f"{number} {form}"

    def _dated(self, day: dt.date, pattern: str) -> str:
        return _day(day, pattern, self._locale)

    def holder(self, identifier: str) -> str:
        """Return the name of a holder, or of an actor that holds no ground."""
        actors = self._geodata.actors
        known = actors.holders.get(identifier) or actors.actors[identifier]
        return known.name[self.language]

    def actor(self, identifier: str) -> str:
        """Return the name of an actor."""
        return self._geodata.actors.actors[identifier].name[self.language]

    def short(self, holder: str) -> str:
        """Return the short name of a holder."""
        return self._geodata.actors.holders[holder].short[self.language]

    def fact(self, text: str) -> str:
        """Return a text of a fact in the language, or in English where it is not translated."""
        return self._translations.get(text, text)

    def note(self, record: Named) -> str:
        """Return the note of a record."""
        return self.fact(record.note_en or "")

    def version(self, version: Version) -> str:
        """Return one of the accounts that differ."""
        return self.fact(version.en)

    def evidence(self, group: Evidence, count: int) -> str:
        """Return the heading of the settlements of a holder."""
        return f"{self.holder(group.holder) if group.holder else self.side(group.side)} ({count})"

    def side(self, identifier: str) -> str:
        """Return the name of a side whose holder is not known."""
        return self.text(f"side.{identifier}")

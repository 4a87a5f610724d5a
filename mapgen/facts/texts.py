"""Texts of the interface: gettext catalogues in ``geodata/text/``, one per language.

An entry's ``msgctxt`` is its key, its ``msgid`` the English text; in ``en.po`` that is all, in
the other catalogues ``msgstr`` is the translation. A translation is stale when its ``msgid`` is
no longer the English text of its key. A counted text has a key for each plural category, `.one`
and `.other` in English; a language that has more of them adds those that it needs.
"""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from mapgen.facts.catalogues import read_messages
from mapgen.facts.files import file_place
from mapgen.facts.languages import LANGUAGES
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mapgen.faults import FaultLog, Place

Catalogue = dict[str, str]
"""Texts by key."""


@cache
def direction(language: str) -> str:
    """Return the direction of writing, ``ltr`` or ``rtl``."""
    order = Locale.parse(language).character_order
    return "rtl" if order == "right-to-left" else "ltr"


def plural_categories(language: str) -> frozenset[str]:
    """Return the CLDR categories of a language besides ``other``, such as ``one`` and ``few``."""
    return frozenset(Locale.parse(language).plural_form.tags)


def read_catalogues(
    folder: Path, languages: tuple[str, ...], log: FaultLog
) -> dict[str, Catalogue]:
    """Read the catalogues of `languages`; each missing or stale text is logged."""
    english = _read(folder / "en.po", log)
    texts = {key: msgid for key, (msgid, _) in english.items()}
    for key in (f"table.name.{language}" for language in LANGUAGES):
        if english and key not in english:
            message = f'text "{key}" is missing. Write the title of the column of names.'
            log.add(file_place(folder / "en.po"), message)
    catalogues: dict[str, Catalogue] = {}
    for language in languages:
        if language == "en":
            catalogues["en"] = texts
            continue
        path = folder / f"{language}.po"
        entries = _read(path, log)
        wanted = texts | _own_forms(entries, texts, language)
        catalogues[language] = _translated(entries, wanted, file_place(path), log)
    return catalogues


def _own_forms(entries: Iterable[str], english: Catalogue, language: str) -> Catalogue:
    """Return the keys of a counted text that only this language has, with the English text."""
    forms = {}
    for key in entries:
        stem, _, category = key.rpartition(".")
        counted = f"{stem}.one" in english and f"{stem}.other" in english
        if key not in english and counted and category in plural_categories(language):
            forms[key] = english[f"{stem}.other"]
    return forms


def _translated(
    entries: Mapping[str, tuple[str, str]], english: Catalogue, place: Place, log: FaultLog
) -> Catalogue:
    for key in sorted(set(entries) - set(english)):
        log.add(place, f'text "{key}" is not in en.po. {did_you_mean(key, english)}')
    for key, text in english.items():
        msgid, msgstr = entries.get(key, ("", ""))
        if not msgstr:
            log.add(place, f'text "{key}" is missing. Translate "{text}".')
        elif msgid != text:
            log.add(place, f'text "{key}" is stale: en.po now says "{text}". Translate it anew.')
        elif problem := _problem(key, text, msgstr):
            log.add(place, f'text "{key}" {problem}')
    return {key: entries[key][1] for key in english if key in entries}


def _problem(key: str, english: str, text: str) -> str | None:
    """Return what keeps a translation from standing in for its English text."""
    if key == "locale":
        try:
            Locale.parse(text.split("-u-", maxsplit=1)[0], sep="-")
        except (UnknownLocaleError, ValueError):
            return f'is "{text}", which no CLDR locale is called. Write one, such as tr-TR.'
    wanted, named = _fields(english), _fields(text)
    if named is None:
        return "has a brace without its other half. Close it."
    if extra := sorted(named - (wanted or set())):
        return f"names {{{extra[0]}}}, which the English text has not. Correct it."
    lacks = sorted((wanted or set()) - named)
    if lacks and key.rpartition(".")[2] not in _CATEGORIES:
        return f"lacks {{{lacks[0]}}}, which the English text has. Add it."
    return None


_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's plural categories: a form for one thing need not say the number."""


def _fields(text: str) -> set[str] | None:
    """Return the names in braces; None where a brace stands alone."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _read(path: Path, log: FaultLog) -> dict[str, tuple[str, str]]:
    """Return English text and translation by key."""
    entries: dict[str, tuple[str, str]] = {}
    for message in read_messages(path, log):
        if not message.context:
            log.add(
                file_place(path), f'"{message.id}" has no msgctxt. Give it the key of the text.'
            )
            continue
        entries[message.context] = (message.id, message.string)
    return entries

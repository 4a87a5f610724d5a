"""Every text of the document once: one string table, with a column for each language.

What holds a text holds its number instead: ``{"t": 5}`` stands for an object of all languages,
``{"f": 5}`` for an object of the first language alone, ``{"p": 5}`` for the text of the first
language itself. ``web/facts/strings.js`` puts the texts back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import JsonValue

NONE, SAME = 0, 1
"""Stand for no text, and for one that is the same as in the first language."""

Form = Literal["t", "f"]
"""Of an object of texts: of all languages, or of the first alone."""


class Strings:
    """Collects texts and gives each its number.

    Parameters
    ----------
    languages
        Tags of the languages, the page's first one first.
    phrases
        By language and by the phrase of the first language: what tables, facts and lessons say.
        They come first in the table, so that their count tells them from other texts.
    """

    def __init__(self, languages: Sequence[str], phrases: Mapping[str, Mapping[str, str]]) -> None:
        """Begin with the phrases."""
        self._languages = languages
        self.first = languages[0]
        self._numbers: dict[tuple[str | None, ...], int] = {}
        self._phrases: dict[str, int] = {}
        for phrase in dict.fromkeys(text for pairs in phrases.values() for text in pairs):
            others = (phrases.get(language, {}).get(phrase) for language in languages[1:])
            self._phrases[phrase] = self._number((phrase, *others))
        self.phrase_count = len(self._phrases)

    def _number(self, texts: tuple[str | None, ...]) -> int:
        return self._numbers.setdefault(texts, len(self._numbers))

    def numbered(self, texts: Mapping[str, str]) -> tuple[Form, int]:
        """Return in which form an object of texts by language is kept, and its number."""
        if list(texts) == [self.first]:
            return "f", self.plain(texts[self.first])
        return "t", self._number(tuple(map(texts.get, self._languages)))

    def plain(self, text: str) -> int:
        """Return the number of a text of the first language."""
        if text in self._phrases:
            return self._phrases[text]
        return self._number((text, *[None] * (len(self._languages) - 1)))

    def is_texts(self, value: JsonValue) -> TypeGuard[dict[str, str]]:
        """Tell whether a value is an object of texts by language."""
        return (
            isinstance(value, dict)
            and bool(value)
            and all(key in self._languages for key in value)
            and all(isinstance(text, str) for text in value.values())
        )

    def replaced(self, value: JsonValue, plain: Iterable[str] = ()) -> JsonValue:
        """Return a value with numbers in the place of objects of texts.

        Parameters
        ----------
        value
            JSON-able.
        plain
            Keys whose values, a text or a list of texts, are of the first language.
        """
        if self.is_texts(value):
            form, number = self.numbered(value)
            return {form: number}
        if isinstance(value, list):
            return [self.replaced(item, plain) for item in value]
        if isinstance(value, dict):
            return {
                key: self._plainly(item) if key in plain else self.replaced(item, plain)
                for key, item in value.items()
            }
        return value

    def _plainly(self, value: JsonValue) -> JsonValue:
        if isinstance(value, str):
            return {"p": self.plain(value)}
        if isinstance(value, list):
            return [self._plainly(item) for item in value]
        return value

    def columns(self) -> dict[str, list[str | int]]:
        """Return the texts of each language.

        Beside the texts of the first language, `SAME` stands for the same, `NONE` for none.
        """
        columns: dict[str, list[str | int]] = {}
        for position, language in enumerate(self._languages):
            beside = ((texts[position], texts[0] if position else None) for texts in self._numbers)
            columns[language] = [_kept(text, first) for text, first in beside]
        return columns


def _kept(text: str | None, first: str | None) -> str | int:
    if text is None:
        return NONE
    return SAME if text == first else text

"""Every text of the document once: one string table, with a column for each language.

What holds a text holds its number instead: ``{"t": 5}`` stands for an object of all languages,
``{"f": 5}`` for an object of the first language alone, ``{"p": 5}`` for the text of the first
language itself. ``mapgen/web/strings.js`` puts the texts back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import JsonValue

SAME = "="
"""Stands for a text that is the same as in the first language; nothing stands for none."""

SEPARATOR = "\n"

CHARSETS = {"windows-1252": "cp1252", "windows-1254": "cp1254", "windows-1256": "cp1256"}
"""Encodings of one byte a letter by their names in browsers (https://encoding.spec.whatwg.org)
and in Python. Arabic takes two bytes a letter in UTF-8, and compressed a fifth more than so."""

LAST_OF_FOUR_DIGITS = "\uffff"

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

    def columns(self) -> dict[str, tuple[str, bytes]]:
        """Return the texts of each language: the name of an encoding, and bytes in it.

        Raises
        ------
        ValueError
            When a text cannot be told from what stands between texts.
        """
        first = [texts[0] for texts in self._numbers]
        columns = {}
        for position, language in enumerate(self._languages):
            column = [texts[position] for texts in self._numbers]
            kept = column if position == 0 else map(_beside, column, first)
            columns[language] = _encoded(list(map(_checked, kept)))
        return columns


def _beside(text: str | None, first: str | None) -> str | None:
    """Return a text of another language as it stands beside the one of the first."""
    return SAME if text is not None and text == first else text


def _checked(text: str | None) -> str:
    if text is not None and (SEPARATOR in text or not text):
        message = f"A text of the document is empty or has a line break: {text!r}"
        raise ValueError(message)
    return text or ""


def _encoded(texts: Sequence[str]) -> tuple[str, bytes]:
    r"""Return texts in the encoding in which they are shortest.

    A letter that the encoding lacks is written as ``\u`` and its number in four hexadecimal
    digits.
    """
    text = SEPARATOR.join(texts)
    tried = {"utf-8": text.encode("utf-8")}
    if "\\" not in text and max(text) <= LAST_OF_FOUR_DIGITS:
        tried |= {name: _escaped(text, codec).encode(codec) for name, codec in CHARSETS.items()}
    return min(tried.items(), key=lambda item: len(item[1]))


def _escaped(text: str, codec: str) -> str:
    """Return a text with an escape for each letter that an encoding lacks."""
    lacking = [letter for letter in set(text) if not letter.encode(codec, "ignore")]
    return text.translate({ord(letter): f"\\u{ord(letter):04x}" for letter in lacking})

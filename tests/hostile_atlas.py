"""A small atlas in every text of every file of which stands another text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.conftest import stamp
from tests.lessons import EXAMPLE
from tests.small import small_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXTS = frozenset(
    [
        "alt_names", "ar", "area", "area:en", "article_name", "attribution", "container-title",
        "en", "family", "given", "governorate", "language", "licence", "name:ar", "name:en",
        "name:tr", "note", "note:en", "number_basis", "package", "place", "place:en", "publisher",
        "says:en", "search_names", "text:en", "title", "tr", "turkish_name", "turkish_province",
        "unit:en", "value", "version", "version:en",
    ]
)  # fmt: skip
"""Keys of what may be any text."""

MARK = re.compile(r"([!-/:-@\[-`{-~])")
MOST_WORDS = 20


@dataclass
class Texts:
    """The next text for each place, and how many places there were."""

    texts: Sequence[str]
    start: int = 0
    count: int = 0

    def next(self, *, plain: bool = False) -> str:
        """Return the next text; or the next that has no braces and few words."""
        while True:
            text = self.texts[(self.start + self.count) % len(self.texts)]
            self.count += 1
            if not plain or not (re.search(r"[{}]", text) or len(text.split()) > MOST_WORDS):
                return text


def _replaced(value: Any, key: str, texts: Texts) -> Any:
    if isinstance(value, dict):
        return {name: _replaced(item, name, texts) for name, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, key, texts) for item in value]
    if isinstance(value, str) and key in TEXTS:
        return texts.next(plain=key == "says:en")  # quotes are short
    return value


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _english(value: Any, key: str = "") -> list[str]:
    """Return the texts that are translated."""
    if isinstance(value, dict):
        return [text for name, item in value.items() for text in _english(item, name)]
    if isinstance(value, list):
        return [text for item in value for text in _english(item, key)]
    is_translated = key in {"place", "number_basis"} or (key.endswith(":en") and key != "name:en")
    return [value] if isinstance(value, str) and is_translated else []


def _catalogue(texts: Texts, english: Sequence[str]) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (
        f"\nmsgid {_quoted(text)}\nmsgstr {_quoted(texts.next(plain=True))}\n"
        for text in dict.fromkeys(english)
    )
    return head + "".join(entries)


def _interface(folder: Path, texts: Texts) -> None:
    """Put a text before every text of the interface, which keeps the names in its braces."""
    english: dict[str, str] = {}
    for language in ("en", "ar", "tr"):
        path = folder / f"text/{language}.po"

        def changed(entry: re.Match[str], language: str = language) -> str:
            key, msgid, msgstr = entry.groups()
            if key == "locale" or not re.search(r"\w{3}", msgid):
                return entry[0]
            if language == "en":
                english[key] = f"{texts.next(plain=True)} {json.loads(msgid)}"
            stem = f"{key.rpartition('.')[0]}.other"
            new = english.get(key) or english.get(stem, json.loads(msgid))
            said = _quoted(f"{texts.next(plain=True)} {json.loads(msgstr)}")
            return f"msgctxt {_quoted(key)}\nmsgid {_quoted(new)}\nmsgstr " + (
                '""' if language == "en" else said
            )

        pattern = r'msgctxt "(.*)"\nmsgid (".*")\nmsgstr (".*")'
        path.write_text(re.sub(pattern, changed, path.read_text("utf-8")), "utf-8")


def _lesson(texts: Texts) -> tuple[str, list[str]]:
    """Return the lesson of the documentation with other texts, and what they are."""
    said: list[str] = []

    def changed(line: str) -> str:
        found = re.fullmatch(
            r"((?:#{1,2} |- (?:\[[ x]\] )?|\d\. |> |(?:level|material|curriculum|content-note): )?)"
            r"(.+)",
            line,
        )
        is_key = re.match(
            r"(?:id|link|minutes|evidence|claim|point|feature|within-km|date)\b.*:", line
        )
        if not found or is_key or line.startswith("###"):
            return line
        said.append(texts.next(plain=True))
        head = found[1]
        return head + (said[-1] if ":" in head else MARK.sub(r"\\\1", said[-1]))

    return "\n".join(changed(line) for line in EXAMPLE.split("\n")), said


def atlas_of(folder: Path, texts: Texts) -> Path:
    """Write a small atlas of other texts; its ids, days and places are as they were."""
    small_folder(folder)
    english: list[str] = []
    for path in sorted(folder.rglob("*json")):
        if path.name in {"certainty.json", "derivation.json", "statistics.json"}:
            continue
        content = _replaced(json.loads(path.read_text("utf-8")), "", texts)
        english += _english(content)
        path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    atlas = folder / "atlas.toml"
    pattern = r'\b(en|ar|tr|text|licence)( *= )"(?:[^"\\]|\\.)*"'
    atlas.write_text(
        re.sub(
            pattern,
            lambda found: f"{found[1]}{found[2]}{_quoted(texts.next(plain=True))}",
            atlas.read_text("utf-8"),
        ),
        "utf-8",
    )
    _interface(folder, texts)
    lesson, said = _lesson(texts)
    (folder / "lessons").mkdir()
    (folder / "lessons/example.md").write_text(lesson, "utf-8")
    for language in ("ar", "tr"):
        (folder / f"text/facts.{language}.po").write_text(_catalogue(texts, english), "utf-8")
        (folder / f"text/lessons.{language}.po").write_text(_catalogue(texts, said), "utf-8")
    stamp(folder)
    return folder

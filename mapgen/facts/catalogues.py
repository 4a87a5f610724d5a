"""Gettext catalogues to messages: every entry once, every text fit to be shown."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.pofile import PoFileError, read_po

from mapgen.facts.files import file_place, read_text, unfit_in
from mapgen.faults import short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.faults import FaultLog

_MISSING = "Every language of atlas.toml needs a catalogue."
_SHOWN = 60


class Message(NamedTuple):
    """An entry of a catalogue: English text, translation, key."""

    id: str
    string: str
    context: str


def read_messages(path: Path, log: FaultLog) -> list[Message]:
    """Read the messages of a gettext catalogue, without its header; faults are logged."""
    text = read_text(path, log, missing=_MISSING)
    if text is None:
        return []
    place = file_place(path)
    try:
        catalogue = read_po(io.StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError, LookupError, IndexError, TypeError) as error:
        log.add(place, f"is not a gettext catalogue: {error}.")
        return []
    messages = [
        Message(str(message.id), str(message.string or ""), message.context or "")
        for message in catalogue
        if message.id
    ]
    for (context, msgid), count in Counter(_entries(text)).items():
        if count > 1:
            named = context or short(msgid, _SHOWN)
            log.add(place, f'"{named}" stands there {count} times. Remove all but one.')
    for message in messages:
        problem = unfit_in(message.id) or unfit_in(message.string)
        if problem:
            log.add(place, f'"{message.context or short(message.id, _SHOWN)}" {problem}')
    return messages


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield context and English text of every entry, as they are quoted; the parser keeps one."""
    parts: dict[str, str] = {}
    current = ""
    for line in text.splitlines():
        keyword = re.match(r'(msgctxt|msgid|msgstr)\s+"(.*)"\s*$', line)
        if keyword and keyword[1] in {"msgctxt", "msgid"} and "msgstr" in parts:
            yield parts.get("msgctxt", ""), parts.get("msgid", "")
            parts = {}
        if keyword:
            current = keyword[1]
            parts[current] = keyword[2]
        elif current and line.startswith('"'):
            parts[current] += line.strip()[1:-1]
    if "msgstr" in parts:
        yield parts.get("msgctxt", ""), parts.get("msgid", "")

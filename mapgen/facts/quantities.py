"""Numbers that texts take from the data: ``{fig-under-threat}`` in a lesson is the figure's value.

A text names a number by a key in braces and cannot go stale: the number is written in when the
facts are read, as the language of the text writes numbers. Keys are the ids of figures, and those
of `MEASURES`, which ``mapgen derive`` measures.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel

from mapgen.facts.files import file_place, read_json
from mapgen.facts.geojson import check_record
from mapgen.facts.lessons import texts_of_lesson
from mapgen.facts.stamps import evidence_stamp
from mapgen.facts.words import number
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from mapgen.facts.figures import Figure
    from mapgen.facts.folder import Geodata
    from mapgen.faults import FaultLog, Place

_KEY = re.compile(r"\{([a-z][a-z0-9-]*)\}")

Value = TypeVar("Value")


class _Agreement(BaseModel):
    share: float


class _Agreements(BaseModel):
    side: _Agreement
    holder: _Agreement


class _Witnesses(BaseModel):
    two_publishers: _Agreement
    near: _Agreement
    ground: float


class _Derivation(BaseModel):
    evidence: str = ""
    settlements: int
    settlements_with_holder: int
    leave_one_out: _Agreements
    left_out_blocks: dict[str, _Agreements]
    witnesses: _Witnesses


MEASURES: Final[dict[str, Callable[[_Derivation], float]]] = {
    "settlements": lambda found: found.settlements,
    "side-only": lambda found: found.settlements - found.settlements_with_holder,
    "right-nearby": lambda found: _percent(found.witnesses.near.share),
    "right-side": lambda found: _percent(found.leave_one_out.side.share),
    "right-holder": lambda found: _percent(found.leave_one_out.holder.share),
    "right-holder-20-km": lambda found: _percent(found.left_out_blocks["20"].holder.share),
    "two-publishers": lambda found: _percent(found.witnesses.two_publishers.share),
    "ground-on-one-publisher": lambda found: _percent(found.witnesses.ground),
}
"""What of ``derivation.json`` texts may name. Shares are whole percent, rounded."""


def read_quantities(
    path: Path, figures: Mapping[str, Figure], stamp: str, log: FaultLog
) -> dict[str, float]:
    """Read the numbers that texts may name, by key.

    Parameters
    ----------
    path
        ``derivation.json``.
    figures
        By id; those whose value is a number can be named.
    stamp
        Of the evidence as it is now.
    log
        Takes a fault when the file cannot be used.
    """
    named = {
        key: figure.value for key, figure in figures.items() if not isinstance(figure.value, str)
    }
    content = read_json(path, log)
    found = None if content is None else check_record(content, _Derivation, file_place(path), log)
    if found and found.evidence != stamp:
        log.add(
            file_place(path),
            "was derived from other evidence than settlements.geojson and its sources have now. "
            "Run mapgen derive.",
        )
    measured = {key: measure(found) for key, measure in MEASURES.items()} if found else {}
    return named | measured


class Quantities:
    """Writes numbers into texts.

    Parameters
    ----------
    values
        By key.
    """

    def __init__(self, values: Mapping[str, float]) -> None:
        """Keep the numbers."""
        self._values = values

    def insert(self, text: str, language: str) -> str:
        """Return a text with its numbers; keys that are not known stay."""

        def written(match: re.Match[str]) -> str:
            value = self._values.get(match[1])
            return match[0] if value is None else number(value, language)

        return _KEY.sub(written, text)

    def insert_all(self, record: Value, language: str) -> Value:
        """Return a record (a dataclass, a tuple or a text) with the numbers of all its texts."""
        changed: Value = _changed(record, lambda text: self.insert(text, language))
        return changed

    def check(self, texts: Iterable[str], place: Place, log: FaultLog) -> None:
        """Log each key of texts that names no number."""
        for key in dict.fromkeys(key for text in texts for key in _KEY.findall(text)):
            if key not in self._values:
                known = did_you_mean(key, self._values)
                log.add(place, f'no number is called "{{{key}}}". {known}')

    def compare(self, translations: Mapping[str, str], place: Place, log: FaultLog) -> None:
        """Log each translation that names other numbers than its English text."""
        for english, text in translations.items():
            wanted, named = (self._named(words) for words in (english, text))
            if wanted != named:
                keys = ", ".join(f"{{{key}}}" for key in sorted(wanted ^ named))
                log.add(place, f'"{english}" and its translation differ in {keys}.')

    def _named(self, text: str) -> set[str]:
        return {key for key in _KEY.findall(text) if key in self._values}


def with_numbers(facts: Geodata, folder: Path, log: FaultLog) -> Geodata:
    """Return the facts with the numbers that paragraphs and lessons take from the data.

    Parameters
    ----------
    facts
        As the folder has them.
    folder
        Where they come from, with what ``mapgen derive`` wrote.
    log
        Takes a fault for each key that names no number.
    """
    numbers = Quantities(
        read_quantities(folder / "derivation.json", facts.figures, evidence_stamp(facts), log)
    )
    for paragraph in facts.atlas.texts:
        numbers.check(paragraph.text.by_language.values(), file_place(folder / "atlas.toml"), log)
    for lesson in facts.lessons:
        numbers.check(texts_of_lesson(lesson), lesson.place, log)
    for language, catalogue in facts.translations.items():
        numbers.compare(catalogue, file_place(folder / f"text/lessons.{language}.po"), log)
    paragraphs = tuple(
        paragraph.model_copy(update={"text": paragraph.text.changed(numbers.insert)})
        for paragraph in facts.atlas.texts
    )
    return replace(
        facts,
        atlas=facts.atlas.model_copy(update={"texts": paragraphs}),
        lessons=numbers.insert_all(facts.lessons, "en"),
        translations={
            language: {
                numbers.insert(english, "en"): numbers.insert(text, language)
                for english, text in catalogue.items()
            }
            for language, catalogue in facts.translations.items()
        },
    )


def _percent(share: float) -> float:
    return round(100 * share)


def _changed(record: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - as it came
    if isinstance(record, str):
        return change(record)
    if type(record) is tuple:
        return tuple(_changed(part, change) for part in record)
    if is_dataclass(record) and not isinstance(record, type):
        changes = {
            field.name: _changed(getattr(record, field.name), change) for field in fields(record)
        }
        return replace(record, **changes)
    return record

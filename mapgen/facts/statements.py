"""What a source says of a place, in our own words, and where in the source it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from mapgen.facts.values import Identifier, Strict, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

MOST_WORDS = 25

LocatorLabel = Literal["paragraph", "page", "section", "row", "mark", "minute", "title", "list"]
"""What is counted or named in a source."""


class Locator(Strict):
    """Where in a source something stands: CSL's ``locator`` with its ``label``."""

    label: LocatorLabel
    value: Text | None = None

    @model_validator(mode="after")
    def _says_which(self) -> Locator:
        """Refuse a label alone, unless there is only one."""
        if self.value is None and self.label != "title":
            message = f'"value" is missing: say which {self.label}; only a title needs none'
            raise ValueError(message)
        return self


class Statement(Strict):
    """What one source says."""

    source: Identifier
    says_en: Text = Field(alias="says:en")
    locator: Locator


def faults(statements: Sequence[Statement], cited: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the statements of a place that cites some sources."""
    for source, count in Counter(statement.source for statement in statements).items():
        if count > 1:
            yield f'statements: {count} are of "{source}"; make one of them'
        if source not in cited:
            yield f'statements: "{source}" is not among the sources; add it there'
    for statement in statements:
        words = len(statement.says_en.split())
        if words > MOST_WORDS:
            yield (
                f'statements: "says:en" of "{statement.source}" has {words} words; '
                f"use at most {MOST_WORDS}"
            )

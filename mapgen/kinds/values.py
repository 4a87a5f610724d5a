"""What tables say of a feature, in words of one language; shared by several kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mapgen.facts.named import FeatureProperties, PointProperties
    from mapgen.facts.words import Words


class Held(Protocol):
    """A record with a holder."""

    @property
    def holder(self) -> str | None:
        """Id of the holder."""


def coded(words: Words, prefix: str, code: object) -> str:
    """Return the word of a code: the text ``PREFIX.CODE``; empty where there is none."""
    return "" if code is None else words.text(f"{prefix}.{str(code).lower()}")


def holder(words: Words, record: Held) -> str:
    """Return the name of a holder."""
    return words.holder(record.holder) if record.holder else ""


def error_km(words: Words, record: PointProperties) -> str:
    """Return the radius within which a place lies."""
    return words.number(record.position_error_km)


def as_of(words: Words, record: FeatureProperties) -> str:
    """Return the moment or the period of which a source speaks."""
    if record.as_of:
        return words.date(record.as_of)
    begun = record.valid_from or ""
    if record.valid_to:
        return words.period(begun, record.valid_to)
    return words.text("period.since").replace("{from}", words.date(begun))


def period(words: Words, record: FeatureProperties) -> str:
    """Return since when something holds, and until when."""
    return words.period(record.valid_from or "", record.valid_to)

"""What a certainty is called, everywhere: in the tables, on the page, in the statistics."""

from __future__ import annotations

from typing import Final

CERTAINTY_WORDS: Final = {"well_attested": 0.85, "probable": 0.6, "open": 0.0}
"""Words by the least probability, 0 to 1, that the holder is the one shown."""


def word(certainty: float) -> str:
    """Return what a certainty (0 to 1) is called: a key of `CERTAINTY_WORDS`."""
    return next(name for name, least in CERTAINTY_WORDS.items() if certainty >= least)

"""The languages of names and texts; imports nothing, so that the command line starts at once."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "ar", "tr"]
LANGUAGES: tuple[str, ...] = get_args(Language)
"""Languages in which names are kept, in the order in which they are shown."""

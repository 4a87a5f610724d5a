"""How far long work is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Is called with what is made now, and the share of everything that is done, 0 to 1."""


def ignore(_step: str, _share: float) -> None:
    """Ignore progress."""

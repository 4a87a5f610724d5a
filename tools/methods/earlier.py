"""Whether the method, with the numbers of the day of the map, does as well on earlier days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.derivation.territory.validation import validated

if TYPE_CHECKING:
    from mapgen.derivation.territory.validation import Validation
    from methods.question import Evaluated

EVERY = 10
"""Of the days that have a picture of their own every tenth is tried, from the first on."""


def on_days(asked: Evaluated) -> dict[str, Validation]:
    """Validate on some earlier days, and on the day of the map, as the derivation does."""
    days = list(asked.days)
    chosen = [*days[:-1:EVERY], days[-1]]
    return {day: validated(asked.days[day]) for day in chosen}

"""Faults in the data: collected while reading, raised together."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in the data.

    Parameters
    ----------
    place
        File, and where it applies feature or entry with its id.
    problem
        The value, the rule it breaks and the next step, in one line.
    severity
        An ``error`` stops a build; a ``warning`` stops only a strict check.
    """

    place: str
    problem: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return one line, place first."""
        word = "" if self.severity == "error" else "warning: "
        return f"{self.place}: {word}{self.problem}"


class DataFaultsError(Exception):
    """The data cannot be used; carries every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order in which they were found, each once."""
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class FaultLog:
    """Collects faults, so that all of them are told at once."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, place: str, problem: str) -> None:
        """Add a fault that stops a build."""
        self.faults.append(Fault(place, problem))

    def add_warning(self, place: str, problem: str) -> None:
        """Add a fault that stops only a strict check."""
        self.faults.append(Fault(place, problem, "warning"))

    @property
    def errors(self) -> list[Fault]:
        """Faults that stop a build."""
        return [fault for fault in self.faults if fault.severity == "error"]

    def raise_errors(self) -> None:
        """Raise all faults when at least one is an error.

        Raises
        ------
        DataFaultsError
            With every fault so far, warnings too.
        """
        if self.errors:
            raise DataFaultsError(self.faults)


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the known words when none is near.

    Capitals do not count: ``observe`` is near to ``Observe``.

    Examples
    --------
    >>> did_you_mean("sorces", ["sources", "note"])
    'Did you mean "sources"?'
    """
    words = sorted(known)
    spelled = {each.lower(): each for each in words}
    near = difflib.get_close_matches(value.lower(), spelled, n=1)
    if near:
        return f'Did you mean "{spelled[near[0]]}"?'
    return f"Known: {', '.join(words)}."

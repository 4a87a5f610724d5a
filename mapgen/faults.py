"""Faults in the data: collected while reading, raised together."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]


MOST_OF_A_LINE: Final = 600
"""Characters of a message: a value of a million is not repeated."""


def short(text: str, most: int = 80) -> str:
    """Return a text of one line with no more characters than that."""
    line = text.replace("\n", " ")
    return line if len(line) <= most else line[: most - 1] + "…"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in the data.

    Parameters
    ----------
    file
        File with its folders, or the option of the command line that names something.
    spot
        Where in the file: ``feature 3``, ``line 12``; empty for all of it.
    id
        Id of the feature or entry; empty where it has none.
    """

    file: str
    spot: str = ""
    id: str = ""

    def __str__(self) -> str:
        """Return file, spot and id in one line."""
        return f"{self.file}{', ' if self.spot else ' '}{self.within}".rstrip()

    @property
    def within(self) -> str:
        """Where in the file: spot and id; empty for all of it."""
        return f'{self.spot} (id "{self.id}")'.strip() if self.id else self.spot

    def at(self, spot: str) -> Place:
        """Return a spot in the file."""
        return replace(self, spot=spot)

    def of(self, raw: object) -> Place:
        """Return the place with the id of the raw record that stands there, when it has one."""
        identifier = raw.get("id") if isinstance(raw, dict) else None
        return replace(self, id=short(identifier)) if isinstance(identifier, str) else self


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in the data.

    Parameters
    ----------
    place
        File, and where it applies feature or entry with its id.
    message
        The value, the rule it breaks and the next step, in one line.
    severity
        An ``error`` stops a build; a ``warning`` stops only a strict check.
    """

    place: Place
    message: str
    severity: Severity = "error"

    @property
    def file(self) -> str:
        """File with its folders."""
        return self.place.file

    def as_json(self) -> dict[str, str]:
        """Return it for other programs."""
        place = {"file": self.place.file, "spot": self.place.spot, "id": self.place.id}
        return {**place, "severity": self.severity, "message": self.message}

    @property
    def feature(self) -> str:
        """Id of the feature or entry, or where in the file it stands; empty for all of the file."""
        return self.place.id or self.place.spot

    def __str__(self) -> str:
        """Return one line, place first."""
        word = "" if self.severity == "error" else "warning: "
        return f"{self.place}: {word}{self.message}"


class FaultsError(Exception):
    """The data cannot be used.

    Attributes
    ----------
    faults : tuple of Fault
        Everything that was found, warnings too; ``str`` gives a line for each.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order in which they were found, each once."""
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class FaultLog:
    """Collects faults, so that all of them are told at once."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, place: Place, message: str) -> None:
        """Add a fault that stops a build."""
        self.faults.append(Fault(place, short(message, MOST_OF_A_LINE)))

    def add_warning(self, place: Place, message: str) -> None:
        """Add a fault that stops only a strict check."""
        self.faults.append(Fault(place, short(message, MOST_OF_A_LINE), "warning"))

    @property
    def errors(self) -> list[Fault]:
        """Faults that stop a build."""
        return [fault for fault in self.faults if fault.severity == "error"]

    def raise_errors(self) -> None:
        """Raise all faults when at least one is an error.

        Raises
        ------
        FaultsError
            With every fault so far, warnings too.
        """
        if self.errors:
            raise FaultsError(self.faults)


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the known words when none is near.

    Capitals do not count: ``observe`` is near to ``Observe``.

    Examples
    --------
    >>> did_you_mean("sorces", ["sources", "note"])
    'Did you mean "sources"?'
    """
    words = sorted(known)
    spelled = {word.lower(): word for word in words}
    near = difflib.get_close_matches(value.lower(), spelled, n=1)
    if near:
        return f'Did you mean "{spelled[near[0]]}"?'
    return f"Known: {', '.join(words)}."

"""``text/terms.toml``: forms that texts avoid, and what they write instead."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from mapgen.facts.files import file_place, read_toml
from mapgen.facts.geojson import check_record
from mapgen.facts.languages import Language
from mapgen.facts.values import Strict, Text

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.faults import FaultLog

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")

_ENDS = {"en": (r"(?<!\w)", r"s?(?!\w)"), "ar": ("", ""), "tr": (r"(?<!\w)", "")}
"""What may stand before and after a form: Turkish has endings, Arabic has articles as well."""


class Term(Strict):
    """Forms of one term that a language avoids, and the form that it uses."""

    language: Language
    avoid: Annotated[tuple[Text, ...], Field(min_length=1)]
    use: Text

    @model_validator(mode="after")
    def _is_not_avoided_itself(self) -> Term:
        """Refuse a term whose own form would be found."""
        if self.found_in(self.use) is not None:
            message = f'"{self.use}" contains a form to avoid. Write a longer form under "avoid"'
            raise ValueError(message)
        return self

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        before, after = _ENDS[self.language]
        forms = "|".join(map(_either_case, sorted(self.avoid, key=len, reverse=True)))
        return re.compile(f"{before}(?:{forms}){after}")

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text without its quotations, however long, can hold a form to avoid."""
        return any(form[1:] in text for form in self.avoid)

    def found_in(self, text: str) -> str | None:
        """Return the first form to avoid that a text says in its own voice, as it says it."""
        found = self._pattern.search(unquoted(text))
        return found[0] if found else None


def unquoted(text: str) -> str:
    """Return what a text says in its own voice: without its quotations."""
    return _QUOTED.sub("", text)


class Terms(Strict):
    """The checked content of ``terms.toml``."""

    terms: tuple[Term, ...]


def read_terms(path: Path, log: FaultLog) -> tuple[Term, ...]:
    """Read the forms to avoid; none where there is no such file."""
    content = read_toml(path, log)
    if content is None:
        return ()
    checked = check_record(content, Terms, file_place(path), log)
    return checked.terms if checked else ()


def _either_case(form: str) -> str:
    """Return a pattern of a form, which may begin a sentence."""
    first, rest = form[0], re.escape(form[1:])
    capitals = {first, first.upper(), *("İ" if first == "i" else "")}
    return f"(?:{'|'.join(map(re.escape, sorted(capitals)))}){rest}"

"""What exporters work with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapgen.page.build import Pages

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata


@dataclass(frozen=True)
class Material:
    """What exporters work with.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    language
        Language of titles, of the pages in packages and of pictures; None for that of the map,
        where pages choose by the browser and pictures are made in each.
    """

    geodata: Geodata
    language: str | None = None

    @cached_property
    def pages(self) -> Pages:
        """Pages of the facts."""
        return Pages(self.geodata)

    @property
    def page_name(self) -> str:
        """File of the page."""
        return f"{self.geodata.atlas.id}.html"

    @property
    def title_language(self) -> str:
        """The language of titles."""
        return self.language or self.geodata.atlas.languages[0]

"""Checked facts to the text of the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapgen.facts.words import Words
from mapgen.page.document import encode
from mapgen.page.html import PLAIN, AtlasMap, PageOptions
from mapgen.page.picture import draw
from mapgen.page.tables import Table, tables_by_language

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.page.embedding import Published
    from mapgen.page.model import Document


@dataclass(frozen=True)
class Pages:
    """Pages of the same facts; what they share is made once.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    """

    geodata: Geodata

    @cached_property
    def document(self) -> Document:
        """What the front end knows."""
        return encode(self.geodata, self._tables)

    @cached_property
    def _tables(self) -> dict[str, tuple[Table, ...]]:
        return tables_by_language(self.geodata)

    @cached_property
    def _picture(self) -> str:
        return draw(self.document)

    def map(self, options: PageOptions = PLAIN) -> AtlasMap:
        """Return a map alone in its page."""
        atlas = self.geodata.atlas
        language = atlas.languages[0]
        return AtlasMap(
            self.document,
            self._tables[language],
            as_of=Words(self.geodata, language).date(atlas.as_of.isoformat()),
            picture=self._picture,
            options=options,
        )

    def page(self, options: PageOptions = PLAIN) -> str:
        """Return a page as HTML."""
        return self.map(options).to_html()


def build(
    geodata: Geodata, *, published: Published | None = None, online: bool = False
) -> AtlasMap:
    """Make the map of checked facts.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    published
        Where the page is in the web, if that is known.
    online
        True lets added layers load files of other hosts.

    Returns
    -------
    AtlasMap
        A ``folium.Map``: any folium layer can be added to it, and a notebook shows it. Its
        `to_html` gives the text of the page.

    Examples
    --------
    >>> page = build(read("geodata")).to_html()
    """
    return Pages(geodata).map(PageOptions(online=online, published=published))

"""Checked facts to the text of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.encoding import Words, encode, tables
from mapgen.page import AtlasMap
from mapgen.picture import draw

if TYPE_CHECKING:
    from mapgen.embedding import Published
    from mapgen.geodata import Geodata


def map_of(
    geodata: Geodata, *, published: Published | None = None, online: bool = False
) -> AtlasMap:
    """Return the map of checked facts: a ``folium.Map`` to which layers can be added.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    published
        Where the page is in the web, if that is known.
    online
        True lets added layers load files of other hosts.
    """
    language = geodata.atlas.languages[0]
    words = Words(geodata, language)
    document = encode(geodata)
    return AtlasMap(
        document,
        tables(geodata, words),
        as_of=words.date(geodata.atlas.as_of.isoformat()),
        picture=draw(document),
        published=published,
        online=online,
    )


def page_of(geodata: Geodata, published: Published | None = None) -> str:
    """Return the page of checked facts as HTML.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    published
        Where the page is in the web, if that is known.
    """
    return str(map_of(geodata, published=published).get_root().render())

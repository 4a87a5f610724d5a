"""Checked facts to the text of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapgen.encoding import Words, encode, tables
from mapgen.page import AtlasMap
from mapgen.picture import draw

if TYPE_CHECKING:
    from mapgen.geodata import Geodata


def map_of(geodata: Geodata, *, online: bool = False) -> AtlasMap:
    """Return the map of checked facts: a ``folium.Map`` to which layers can be added.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
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
        online=online,
    )


def page_of(geodata: Geodata) -> str:
    """Return the page of checked facts as HTML."""
    return str(map_of(geodata).get_root().render())

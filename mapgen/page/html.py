"""The page: a ``folium.Map`` that brings everything with it and asks nobody for anything.

The one module that knows folium. Folium's own page would link ten files of other hosts, forbid
zooming and carry random ids; the figure here has none of these and keeps the rest: the map is a
``folium.Map``, any folium layer can be added to it, and it shows in a notebook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import folium
from babel import Locale
from branca.element import Figure
from folium.template import Template
from markupsafe import Markup

from mapgen.facts.texts import direction
from mapgen.page.inline import (
    aside,
    beginning,
    favicon,
    policy,
    scripted_style,
    scripts_of,
    starter,
    style,
)
from mapgen.page.linked_data import linked_data
from mapgen.page.packing import json_in_html, packed, packed_json, packed_texts
from mapgen.page.stored import stored
from mapgen.page.templates import template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from mapgen.page.embedding import Published
    from mapgen.page.model import Document
    from mapgen.page.tables import Table


class PageOptions(NamedTuple):
    """What pages of the same facts differ in.

    Parameters
    ----------
    online
        True leaves the content security policy out, so that layers with files of other hosts
        (tiles, plugins) can load.
    start
        What the page opens with where its address says nothing, written as in an address after
        ``#``; empty for the whole map.
    runtime
        Name of a script of ``web/`` that only pages in packages have.
    published
        Where the page is in the web, if that is known.
    """

    online: bool = False
    start: str = ""
    runtime: str | None = None
    published: Published | None = None


PLAIN = PageOptions()
"""The page as ``mapgen build`` writes it."""


class AtlasFigure(Figure):
    """The document around the map.

    Parameters
    ----------
    context
        What the template ``web/templates/page.html`` shows: texts, tables, the document.
    options
        What this page differs in.
    """

    def __init__(self, context: dict[str, Any], options: PageOptions) -> None:
        """Keep the context; nothing is rendered yet."""
        super().__init__()
        self._context = context
        self._options = options

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Return the page as HTML."""
        for child in list(self._children.values()):
            child.render(**kwargs)
        scripts = scripts_of(self.script.render(**kwargs).strip(), self._options.runtime)
        styles = (style(), scripted_style())
        plain = (beginning(), aside(), starter())
        csp = "" if self._options.online else policy((*plain, *scripts), styles)
        header = Markup(self.header.render(**kwargs)) if self._options.online else ""  # noqa: S704
        return template("page.html").render(
            **self._context,
            start=self._options.start,
            beginning=Markup(beginning()),  # noqa: S704 - the project's own file
            aside=Markup(aside()),  # noqa: S704 - the project's own file
            starter=Markup(starter()),  # noqa: S704 - the project's own file
            style=Markup(styles[0]),  # noqa: S704 - the project's own files
            front_end=packed_json({"style": styles[1], "scripts": scripts}),
            csp=csp,
            header=header,
            map=Markup(self.html.render(**kwargs).strip()),  # noqa: S704 - made by folium
        )


class AtlasMap(folium.Map):
    """A ``folium.Map`` of the atlas, alone in its own page.

    Parameters
    ----------
    document
        The document of the page, as ``mapgen.page.document.encode`` returns it.
    tables
        The layers as tables.
    as_of
        The day that the map shows, written out in the language in which the page opens: the
        first of the document.
    picture
        SVG markup for readers without JavaScript, or an empty text.
    options
        What this page differs in.
    """

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" data-filled id="{{ this.get_name()|e }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }},
            {{ this.leaflet_options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(
        self,
        document: Document,
        tables: Sequence[Table],
        *,
        as_of: str = "",
        picture: str = "",
        options: PageOptions = PLAIN,
    ) -> None:
        """Make the map and the figure around it."""
        west, south, east, north = document.atlas.home
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        self.default_js, self.default_css = [], []
        self._name = "map"
        self._id = document.atlas.id.replace("-", "_")
        self.leaflet_options = {
            "center": self.location,
            "zoom": 8,
            "zoomControl": False,
            "attributionControl": False,
            "zoomSnap": 0.25,
        }
        context = _context(document, tables, as_of, options.published)
        context["picture"] = Markup(picture)  # noqa: S704 - drawn by the project, texts escaped
        AtlasFigure(context, options).add_child(self, name=self.get_name())

    def to_html(self) -> str:
        """Return the page, with what was added to the map."""
        return str(self.get_root().render())


def _context(
    document: Document, tables: Sequence[Table], as_of: str, published: Published | None
) -> dict[str, Any]:
    language = document.languages[0]
    atlas = document.atlas
    texts = document.texts[language]
    return {
        "lang": language,
        "languages": [_language(code) for code in document.languages],
        "dir": direction(language),
        "t": texts.__getitem__,
        "title": atlas.title[language],
        "subtitle": atlas.subtitle[language],
        "description": atlas.description[language],
        "as_of": atlas.as_of,
        "as_of_text": as_of,
        "document": json_in_html(_document(document)),
        "jsonld": json_in_html(linked_data(document, language, published)),
        "published": published,
        "tables": tables,
        "bibliography": document.sources,
        "attribution": atlas.attribution,
        "favicon": favicon(),
    }


def _language(tag: str) -> dict[str, str]:
    """Return how a language is called in itself."""
    name = str(Locale(tag).get_display_name() or tag)
    return {"tag": tag, "dir": direction(tag), "name": name}


def _document(document: Document) -> dict[str, JsonValue]:
    """Return the document as it stands in the page: what names the map readable, the rest not."""
    parts = stored(document)
    return parts.readable | {
        "packed": packed_json(parts.bulk),
        "sources": packed_texts(parts.sources),
        "positions": packed(parts.positions),
        "strings": {language: packed_texts(texts) for language, texts in parts.strings.items()},
    }

"""The page: a ``folium.Map`` that brings everything with it and asks nobody for anything.

The one module that knows folium. Folium's own page would link ten files of other hosts, forbid
zooming and carry random ids; the figure here has none of these and keeps the rest: the map is a
``folium.Map``, any folium layer can be added to it, and it shows in a notebook.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

import folium
import jinja2
import rcssmin
import rjsmin
from branca.element import Figure
from folium.template import Template
from markupsafe import Markup

from mapgen.texts import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapgen.encoding import Document, Table

LEAFLET = {
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
}
"""sha256 of Leaflet 1.9.4's files, as the npm package ``leaflet`` 1.9.4 publishes them."""

READABLE = frozenset({"schema", "atlas", "languages", "images"})
"""Parts of the document that are not compressed."""

STYLES = ("page.css", "print.css")
STARTING_SCRIPT = "main.js"
"""Runs last; the order of the others does not matter."""


class LeafletError(RuntimeError):
    """Leaflet's files are not those of version 1.9.4."""


class Inline(NamedTuple):
    """A script or stylesheet that stands in the page itself."""

    name: str
    content: Markup


class AtlasFigure(Figure):
    """The document around the map.

    Parameters
    ----------
    context
        What the template ``web/page.html`` shows: texts, tables, the document.
    online
        True leaves the content security policy out, so that layers with files of other hosts
        (tiles, plugins) can load.
    """

    def __init__(self, context: dict[str, Any], *, online: bool = False) -> None:
        """Keep the context; nothing is rendered yet."""
        super().__init__()
        self._context = context
        self._online = online

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Return the page as HTML."""
        for child in list(self._children.values()):
            child.render(**kwargs)
        map_script = Markup(self.script.render(**kwargs).strip())  # noqa: S704 - made by folium
        scripts = [_leaflet("leaflet.js"), Inline("map", map_script)]
        scripts += _scripts()
        styles = [_leaflet("leaflet.css"), *map(_web, STYLES)]
        csp = "" if self._online else _policy(scripts, styles)
        header = Markup(self.header.render(**kwargs)) if self._online else ""  # noqa: S704
        return _template().render(
            **self._context,
            scripts=scripts,
            styles=styles,
            csp=csp,
            header=header,
            map=Markup(self.html.render(**kwargs).strip()),  # noqa: S704 - made by folium
        )


class AtlasMap(folium.Map):
    """A ``folium.Map`` of the atlas, alone in its own page.

    Parameters
    ----------
    document
        The document of the page, as ``mapgen.encoding.encode`` returns it.
    tables
        The layers as tables.
    as_of
        The day that the map shows, written out in the language in which the page opens: the
        first of the document.
    picture
        SVG markup for readers without JavaScript, or an empty text.
    online
        True lets layers with files of other hosts load; see `AtlasFigure`.
    """

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" id={{ this.get_name()|tojson }}></div>
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
        online: bool = False,
    ) -> None:
        """Make the map and the figure around it."""
        west, south, east, north = document["atlas"]["home"]
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        self.default_js, self.default_css = [], []
        self._name = "map"
        self._id = document["atlas"]["id"].replace("-", "_")
        self.leaflet_options = {
            "center": self.location,
            "zoom": 8,
            "zoomControl": False,
            "attributionControl": False,
            "zoomSnap": 0.25,
        }
        context = _context(document, tables, as_of)
        context["picture"] = Markup(picture)  # noqa: S704 - drawn by the project, texts escaped
        AtlasFigure(context, online=online).add_child(self, name=self.get_name())


def _context(document: Document, tables: Sequence[Table], as_of: str) -> dict[str, Any]:
    language = document["languages"][0]
    atlas = document["atlas"]
    texts = document["texts"][language]
    return {
        "lang": language,
        "dir": direction(language),
        "t": texts.__getitem__,
        "title": atlas["title"][language],
        "subtitle": atlas["subtitle"][language],
        "description": atlas["description"][language],
        "as_of": atlas["as_of"],
        "as_of_text": as_of,
        "document": json_in_html(packed(document)),
        "jsonld": json_in_html(_linked_data(document, language)),
        "tables": tables,
        "bibliography": document["sources"],
        "attribution": atlas["attribution"],
        "favicon": _favicon(),
    }


def packed(document: Document) -> dict[str, Any]:
    """Return the document with its bulk compressed: a file on a disk is as large as it is.

    What names the map stays readable; everything else is JSON, deflated without a header
    (RFC 1951) and in base64 under ``packed``. The pictures are compressed already.
    """
    bulk = {key: value for key, value in document.items() if key not in READABLE}
    text = json.dumps(bulk, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    deflate = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    data = deflate.compress(text.encode("utf-8")) + deflate.flush()
    readable = {key: document[key] for key in document if key in READABLE}
    return readable | {"packed": base64.b64encode(data).decode("ascii")}


def json_in_html(value: object) -> Markup:
    """Return JSON that cannot end the script element in which it stands.

    The three characters that HTML gives a meaning are written as JSON escapes
    (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    return Markup("".join(escapes.get(each, each) for each in text))  # noqa: S704


def _linked_data(document: Document, language: str) -> dict[str, Any]:
    """Return a schema.org ``Map`` (https://schema.org/Map)."""
    atlas = document["atlas"]
    west, south, east, north = atlas["frame"]
    article = document["sources"][atlas["article"]]
    return {
        "@context": "https://schema.org",
        "@type": "Map",
        "name": atlas["title"][language],
        "description": atlas["description"][language],
        "inLanguage": document["languages"],
        "temporalCoverage": atlas["as_of"],
        "spatialCoverage": {
            "@type": "Place",
            "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
        },
        "isBasedOn": {"@type": "Article", "name": article["title"], "url": article["url"]},
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def _policy(scripts: Sequence[Inline], styles: Sequence[Inline]) -> str:
    """Return a content security policy that allows exactly these scripts and styles."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(inline: Inline) -> str:
    digest = hashlib.sha256(inline.content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("mapgen", "web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


def _scripts() -> list[Inline]:
    """Return the page's own scripts, the one that starts it last."""
    folder = resources.files("mapgen").joinpath("web")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".js"))
    names.remove(STARTING_SCRIPT)
    return [_web(name) for name in (*names, STARTING_SCRIPT)]


def _web(name: str) -> Inline:
    """Return one of the page's own files, without its comments."""
    content = resources.files("mapgen").joinpath("web", name).read_text(encoding="utf-8")
    shrink = rcssmin.cssmin if name.endswith(".css") else rjsmin.jsmin
    return Inline(name, Markup(shrink(content)))  # noqa: S704 - the project's own file


def _leaflet(name: str) -> Inline:
    """Return one of Leaflet's files from its package.

    Raises
    ------
    LeafletError
        When the file is not the one of Leaflet 1.9.4.
    """
    folder = resources.files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    data = folder.joinpath(name).read_bytes()
    if hashlib.sha256(data).hexdigest() != LEAFLET[name]:
        message = (
            f"{name} is not Leaflet 1.9.4's. Install the version that pyproject.toml names: "
            "pip install django-js-lib-leaflet==1.9.4.1"
        )
        raise LeafletError(message)
    text = data.decode("utf-8")
    if name.endswith(".css"):
        text = _without_images(text)
    else:
        text = text.replace("//# sourceMappingURL=leaflet.js.map", "")
    return Inline(name, Markup(text))  # noqa: S704 - checked by sha256


def _without_images(css: str) -> str:
    """Return Leaflet's stylesheet without its files of pictures, which the page never shows."""
    return "\n".join(line for line in css.splitlines() if "url(images/" not in line)


def _favicon() -> str:
    """Return the icon of the page as a data URL: a front line between two grounds."""
    svg = resources.files("mapgen").joinpath("web", "favicon.svg").read_bytes()
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")

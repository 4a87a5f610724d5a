"""What lies beside the page for those who put it into another: oEmbed, a page of examples.

Pure functions from texts to texts; nothing here reads or writes files.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from markupsafe import Markup

from mapgen.page.templates import template

if TYPE_CHECKING:
    from mapgen.facts.atlas import Atlas

EXAMPLES = "embed-examples.html"
_WIDTH, _HEIGHT = 800, 600
"""Of the frame that oEmbed gives, px."""


class Published(NamedTuple):
    """Where the page is in the web: its own address, and that of its oEmbed file."""

    address: str
    oembed: str


def oembed_name(page_name: str) -> str:
    """Return how the oEmbed file of a page is called.

    Examples
    --------
    >>> oembed_name("northwest-syria.html")
    'northwest-syria.oembed.json'
    """
    return f"{PurePosixPath(page_name).stem}.oembed.json"


def published_at(address: str, page_name: str) -> Published:
    """Return the addresses of a page and of the oEmbed file that lies beside it.

    Parameters
    ----------
    address
        Absolute, of the page; one that ends with a slash is that of its folder.
    page_name
        Of the file of the page.
    """
    return Published(address, urljoin(address, quote(oembed_name(page_name))))


def oembed(atlas: Atlas, address: str) -> str:
    """Return the answer of an oEmbed provider (https://oembed.com/, type rich) as JSON.

    Parameters
    ----------
    atlas
        The checked ``atlas.toml``; its first language is that of the answer.
    address
        Absolute, of the page.
    """
    title = atlas.title[atlas.languages[0]]
    parts = urlsplit(address)
    markup = template("snippet.html").module.snippet(  # type: ignore[attr-defined]
        f"{address}#embed", address, title, width=_WIDTH, height=_HEIGHT
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": title,
        "provider_url": f"{parts.scheme}://{parts.netloc}/",
        "width": _WIDTH,
        "height": _HEIGHT,
        "html": str(markup).strip(),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def examples(atlas: Atlas, page_name: str, page: str, address: str | None = None) -> str:
    """Return a page that shows every way to put the map into another page.

    Parameters
    ----------
    atlas
        The checked ``atlas.toml``.
    page_name
        Of the file of the page, which lies beside the examples.
    page
        The page itself as HTML, for the example that holds it whole.
    address
        Absolute, where the page is published; without one the examples name the file beside them.
    """
    days = sorted(atlas.days) or [atlas.begins]
    return template("embed-examples.html").render(
        title=atlas.title,
        language=atlas.languages[0],
        page=quote(page_name),
        address=address or quote(page_name),
        earlier=days[len(days) // 2].isoformat(),
        later=atlas.as_of.isoformat(),
        start=with_start(page, f"embed&date={days[0].isoformat()}"),
    )


def with_start(page: str, state: str) -> str:
    """Return a page that begins with a state where its address says none.

    Parameters
    ----------
    page
        The page as HTML.
    state
        As it would stand in the hash of its address: ``embed&lang=ar``.
    """
    return page.replace('data-start=""', Markup('data-start="{}"').format(state), 1)


def companions(
    atlas: Atlas, page_name: str, page: str, *, address: str | None, with_examples: bool
) -> dict[str, str]:
    """Return what is to be written beside the page, by name of file.

    Parameters
    ----------
    atlas
        The checked ``atlas.toml``.
    page_name
        Of the file of the page.
    page
        The page as HTML.
    address
        Absolute, where the page is published; without one there is no oEmbed file, for one with
        a relative address would be wrong.
    with_examples
        Whether the page of examples is wanted.
    """
    files: dict[str, str] = {}
    if address:
        files[oembed_name(page_name)] = oembed(atlas, address)
    if with_examples:
        files[EXAMPLES] = examples(atlas, page_name, page, address)
    return files

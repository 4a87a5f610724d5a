"""The templates of what is written as HTML, XML and text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import jinja2

_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 holds, escaped or not (XML, 2.2)."""


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.PackageLoader("mapgen", "web/templates"),
                jinja2.PackageLoader("mapgen.exports", "templates"),
            ]
        ),
        autoescape=jinja2.select_autoescape(["html", "xml"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str) -> jinja2.Template:
    """Return a template of ``web/`` or ``exports/templates/``.

    Nothing that it names may be missing; in HTML and XML every value is escaped.
    """
    return _environment().get_template(name)


def rendered(name: str, **context: Any) -> str:  # noqa: ANN401 - what the template names
    """Return a template filled, with the line break that ends a file.

    Raises
    ------
    ValueError
        For XML with a character that XML forbids; `mapgen.read` refuses facts that hold one.
    """
    text = template(name).render(**context) + "\n"
    if name.endswith(".xml") and (found := _FORBIDDEN_IN_XML.search(text)):
        message = f"{name} cannot hold the character U+{ord(found[0]):04X}."
        raise ValueError(message)
    return text

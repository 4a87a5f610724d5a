"""The templates of what is written as HTML, XML and text."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2


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
    """Return a template filled, with the line break that ends a file."""
    return template(name).render(**context) + "\n"

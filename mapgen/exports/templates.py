"""The texts around what is taken along, as templates beside this module."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("mapgen.exports", "templates"),
        autoescape=jinja2.select_autoescape(["html", "xml"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(name: str, **context: Any) -> str:  # noqa: ANN401 - what the template names
    """Return a template filled; in XML and HTML every value is escaped."""
    return _environment().get_template(name).render(**context)

"""The templates of what is written as HTML."""

from __future__ import annotations

import jinja2


def template(name: str) -> jinja2.Template:
    """Return a template of the front end; what goes in is escaped, and nothing may be missing."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("mapgen", "web/templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)

"""Software of which something is in the page, with its licence.

Leaflet alone. Of folium there is nothing but the name of a class; letters are drawn in the fonts
of the reader's machine; esbuild, which joins the scripts, adds a few lines that need no licence.
"""

from __future__ import annotations

from typing import Final

from mapgen.page.model import Credit

LEAFLET_VERSION: Final = "1.9.4"

SOFTWARE: Final = (
    Credit(text="mapgen, © 2026 the mapgen authors", licence="MIT", url=None),
    Credit(
        text=f"Leaflet {LEAFLET_VERSION}, © 2010-2023 Volodymyr Agafonkin, © 2010-2011 CloudMade",
        licence="BSD-2-Clause",
        url=f"https://github.com/Leaflet/Leaflet/blob/v{LEAFLET_VERSION}/LICENSE",
    ),
)

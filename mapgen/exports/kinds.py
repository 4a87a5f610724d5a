"""The kinds of files that can be asked for.

This module stays light: the command line knows the kinds before it knows whether the exporters,
which bring folium and GDAL with them, are needed.
"""

KINDS = ("page", "data", "packages", "pictures")
"""Each is an exporter of ``mapgen.exports.folder``."""

"""Layers of facts with sources, made into one Leaflet page."""

__version__ = "0.1.0"

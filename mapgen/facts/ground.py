"""Which ground a point stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata
    from mapgen.facts.layers import Layer


def holders_of_posts(geodata: Geodata) -> dict[str, str]:
    """Return who holds the ground on which each post stands on the day of the map."""
    return holders_at(geodata.layers["observation_posts"], geodata.today("areas_of_control"))


def holders_at(points: Layer, areas: Layer) -> dict[str, str]:
    """Return the holder of the area in which each point of a layer lies.

    Parameters
    ----------
    points
        Layer of points; features without a point are passed over.
    areas
        Areas of control; they share edges, so that a point lies in one of them, or on an edge,
        where the first counts.

    Returns
    -------
    dict of str to str
        Holder by id of the point; points outside every area are left out.
    """
    located = [feature for feature in points if feature.geometry is not None]
    tree = shapely.STRtree([feature.geometry for feature in located])
    holder_of: dict[str, str] = {}
    for area in areas:
        for index in sorted(tree.query(area.geometry, predicate="intersects")):
            holder_of.setdefault(located[index].properties.id, area.properties.holder)
    return holder_of

"""Boundaries between cells of different holders, traced and smoothed."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy import ndimage

from mapgen.derivation.territory.settings import (
    OUTLINE_ROUNDS,
    OUTLINE_SMOOTHING_M,
    OUTLINE_TOLERANCE_M,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapgen.derivation.territory.plane import BoolArray, ClassArray, FloatArray, Grid, IntArray

Chain = list[int]
"""Numbers of nodes in order; the first equals the last in a ring."""

PAD_SIGMAS = 4
"""Smoothing looks this many standard deviations ahead."""

SHORTEST_RING_IN_SIGMAS = 12
"""A ring shorter than this many standard deviations is smoothed less, or it would shrink."""

SHORTEST_LINE_IN_SIGMAS = 1.2
"""The same for a line with fixed ends, which cannot shrink: short ones become straight."""


FEWEST = 4
"""No ring is thinned to fewer vertices, the first of which comes twice."""


def outlines(classes: ClassArray, side_of: IntArray, grid: Grid) -> list[shapely.LineString]:
    """Trace the boundaries between holders as smooth lines.

    Fronts between sides come first and are smoothed as wholes; lines between holders of one
    side end on them, so that no junction bends a front.

    Parameters
    ----------
    classes
        Index of the holder of each cell.
    side_of
        Index of the side of each holder.
    grid
        The grid of the cells.

    Returns
    -------
    list of LineString
        In metres on the plane. They meet only in their end points, but for slight
        crossings that smoothing may cause.
    """
    place = _corners(grid)
    fronts = _edges(side_of[classes])
    inner = _edges(classes)
    keys = set(map(tuple, fronts.tolist()))
    inner = np.array([edge for edge in inner.tolist() if tuple(edge) not in keys], dtype=np.int64)
    inner = inner.reshape(-1, 2)
    front_chains = chains(fronts.tolist(), ())
    inner_chains = chains(inner.tolist(), np.unique(fronts).tolist())
    for chain in front_chains:
        place[chain] = _smoothed(place[chain], grid.step)
    ends = {node for chain in inner_chains for node in (chain[0], chain[-1])}
    lines = [place[piece] for chain in front_chains for piece in _split(chain, ends)]
    lines += [_smoothed(place[chain], grid.step) for chain in inner_chains]
    return [shapely.LineString(_thinned(line)) for line in lines]


def chains(edges: Iterable[Iterable[int]], stops: Iterable[int]) -> list[Chain]:
    """Join edges to chains that end where not exactly two edges meet, and at given stops.

    Parameters
    ----------
    edges
        Pairs of nodes, each edge once.
    stops
        Nodes at which chains end as well.

    Returns
    -------
    list of list of int
        Open chains first, then rings; all in the order of their lowest nodes.
    """
    near: defaultdict[int, list[int]] = defaultdict(list)
    for node, other in edges:
        near[node].append(other)
        near[other].append(node)
    for nodes in near.values():
        nodes.sort(reverse=True)
    ends = {node for node, nodes in near.items() if len(nodes) != 2}  # noqa: PLR2004
    ends.update(node for node in stops if node in near)
    result = []
    for start in [*sorted(ends), *sorted(set(near) - ends)]:
        while near[start]:
            result.append(_walk(near, start, ends))
    return result


def _walk(near: dict[int, list[int]], start: int, ends: set[int]) -> Chain:
    chain = [start]
    while True:
        here = chain[-1]
        step = near[here].pop()
        near[step].remove(here)
        chain.append(step)
        if step in ends or step == start:
            return chain


def _corners(grid: Grid) -> FloatArray:
    x = grid.west + grid.step * np.arange(grid.columns + 1)
    y = grid.south + grid.step * np.arange(grid.rows + 1)
    east, north = np.meshgrid(x, y)
    return np.column_stack([east.ravel(), north.ravel()])


def _edges(classes: IntArray | ClassArray) -> IntArray:
    """Return the cell edges between different classes as pairs of corner numbers."""
    rows, columns = classes.shape
    corner = np.arange((rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
    beside: BoolArray = classes[:, 1:] != classes[:, :-1]
    above: BoolArray = classes[1:] != classes[:-1]
    upright = np.stack([corner[:-1, 1:-1][beside], corner[1:, 1:-1][beside]], axis=1)
    level = np.stack([corner[1:-1, :-1][above], corner[1:-1, 1:][above]], axis=1)
    return np.concatenate([upright, level])


def _split(chain: Chain, at: set[int]) -> list[Chain]:
    cuts = [number for number, node in enumerate(chain[:-1]) if number and node in at]
    bounds = [0, *cuts, len(chain) - 1]
    return [chain[start : end + 1] for start, end in pairwise(bounds)]


def _smoothed(line: FloatArray, step: float) -> FloatArray:
    """Smooth a line of equal steps; ends stay where they are, rings stay closed."""
    closed = bool((line[0] == line[-1]).all())
    shortest = SHORTEST_RING_IN_SIGMAS if closed else SHORTEST_LINE_IN_SIGMAS
    sigma = min(OUTLINE_SMOOTHING_M / step, (len(line) - 1) / shortest)
    pad = int(np.ceil(PAD_SIGMAS * sigma))
    if closed:
        padded = np.pad(line[:-1], ((pad, pad + 1), (0, 0)), mode="wrap")
    else:
        padded = np.pad(line, ((pad, pad), (0, 0)), mode="reflect", reflect_type="odd")
    smooth = ndimage.gaussian_filter1d(padded, sigma, axis=0, truncate=PAD_SIGMAS)
    smooth = smooth[pad : pad + len(line)]
    smooth[[0, -1]] = smooth[0] if closed else line[[0, -1]]
    return smooth


def _thinned(line: FloatArray) -> FloatArray:
    """Drop vertices that hardly bend a line; ends stay.

    In each round a vertex goes if it is nearer to the line between its neighbours than
    `OUTLINE_TOLERANCE_M` and nearer than either neighbour is to its own. Whether a vertex stays
    depends on a few vertices on both sides only, not on where the line begins: a stretch that two
    days have in common keeps its vertices on both.
    """
    for _ in range(OUTLINE_ROUNDS):
        bend = np.concatenate([[np.inf], _bends(line), [np.inf]])
        least = (bend[1:-1] < bend[:-2]) & (bend[1:-1] < bend[2:])
        drop = least & (bend[1:-1] < OUTLINE_TOLERANCE_M)
        if not drop.any() or drop.sum() > len(line) - FEWEST:
            break
        line = line[np.concatenate([[True], ~drop, [True]])]
    return line


def _bends(line: FloatArray) -> FloatArray:
    """Return how far each inner vertex is from the chord of its neighbours, in metres.

    To the millimetre, so that noise of the last bit decides nothing; a little more for places
    that lie farther east and north, so that no two are equal.
    """
    chord, arm = line[2:] - line[:-2], line[1:-1] - line[:-2]
    across = np.abs(chord[:, 0] * arm[:, 1] - chord[:, 1] * arm[:, 0])
    length = np.maximum(np.hypot(*chord.T), 1.0)
    place = np.rint(line[1:-1] * [1.0, 1.618])
    return np.asarray(np.round(across / length, 3) + np.mod(place.sum(axis=1), 9973.0) * 1e-8)

"""Settlements as arrays: where they are, what they say and how much it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
import shapely

from mapgen.derivation.territory.settings import (
    CONFIDENCE_WEIGHT,
    FEWEST_SETTLEMENTS,
    POSITION_TRUSTED_KM,
    SHORT_RANGE_STRENGTH,
)
from mapgen.faults import FaultLog, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas

    from mapgen.derivation.territory.plane import BoolArray, FloatArray, IntArray, Plane

UNKNOWN = -1
"""Index of the holder of a settlement of which only the side is known."""


@dataclass(frozen=True)
class Evidence:
    """Settlements in the order of their ids, one array entry each.

    Parameters
    ----------
    ids
        Ids of the settlements.
    degrees, metres
        Places, shape (n, 2): longitude and latitude; east and north on the plane.
    sides, holders
        Names of the classes; the arrays below hold indices into them.
    side_of
        Side of each holder.
    side, holder
        What each settlement says; `UNKNOWN` where it names no holder.
    side_weight, holder_weight
        How much it counts, 0 to 1.
    side_strength, holder_strength
        How far it speaks for itself at its very place, 0 to 1.
    side_sure, holder_sure
        Whether it must lie in an area of its side, and of its holder.
    """

    ids: tuple[str, ...]
    degrees: FloatArray
    metres: FloatArray
    sides: tuple[str, ...]
    holders: tuple[str, ...]
    side_of: IntArray
    side: IntArray
    holder: IntArray
    side_weight: FloatArray
    holder_weight: FloatArray
    side_strength: FloatArray
    holder_strength: FloatArray
    side_sure: BoolArray
    holder_sure: BoolArray

    def holders_of(self, side: int) -> list[int]:
        """Return the indices of the holders of a side."""
        return [int(index) for index in np.flatnonzero(self.side_of == side)]


class Classes(NamedTuple):
    """What settlements may say.

    Parameters
    ----------
    sides, holders
        Their names, each in alphabetical order.
    side_of
        Number of the side of each holder.
    """

    sides: tuple[str, ...]
    holders: tuple[str, ...]
    side_of: tuple[int, ...]


def classes_of(tables: Iterable[geopandas.GeoDataFrame]) -> Classes:
    """Return the sides and holders that any of several tables of settlements name.

    A holder stands on the side that most of its settlements say: another one is a fault.
    """
    every = pd.concat([table[["holder", "side"]] for table in tables])
    sides = tuple(sorted(set(every["side"])))
    named = every[every["holder"].notna()]
    stands = {
        str(holder): sides.index(rows.mode()[0])
        for holder, rows in named.groupby("holder", sort=True)["side"]
    }
    return Classes(sides, tuple(stands), tuple(stands.values()))


def read(
    settlements: geopandas.GeoDataFrame, plane: Plane, classes: Classes | None = None
) -> Evidence:
    """Turn a table of settlements into arrays.

    Parameters
    ----------
    settlements
        EPSG:4326 points with ``id``, ``side``, ``side_confidence``, ``holder`` (missing where
        only the side is known), ``confidence`` (of the holder, or else of the side) and
        ``position_error_km`` (above 0).
    plane
        Where distances are measured.
    classes
        Sides and holders of all days of which this is one; left out: those of the table.

    Returns
    -------
    Evidence
        In the order of the ids, whatever the order of the table.

    Raises
    ------
    mapgen.faults.FaultsError
        If a value is not known, an id comes twice, a holder stands on two sides, no settlement
        names a holder of a side, or there are too few settlements.
    """
    table = settlements.sort_values("id", kind="stable").reset_index(drop=True)
    table["holder"] = [None if pd.isna(value) else str(value) for value in table["holder"]]
    classes = classes or classes_of([table])
    _check(table, classes)
    sides, holders, side_of = classes
    known = table["holder"].notna().to_numpy()
    error = table["position_error_km"].to_numpy(dtype=np.float64)
    trust = np.minimum(1.0, POSITION_TRUSTED_KM / error)
    degrees = shapely.get_coordinates(table.geometry.array)
    return Evidence(
        ids=tuple(table["id"]),
        degrees=degrees,
        metres=plane.from_degrees(degrees),
        sides=sides,
        holders=holders,
        side_of=np.array(side_of, dtype=np.int64),
        side=np.array([sides.index(value) for value in table["side"]]),
        holder=np.array(
            [
                holders.index(value) if there else UNKNOWN
                for value, there in zip(table["holder"], known, strict=True)
            ]
        ),
        side_weight=_mapped(table["side_confidence"], CONFIDENCE_WEIGHT) * trust,
        holder_weight=_mapped(table["confidence"], CONFIDENCE_WEIGHT) * trust,
        side_strength=_mapped(table["side_confidence"], SHORT_RANGE_STRENGTH) * trust**2,
        holder_strength=_mapped(table["confidence"], SHORT_RANGE_STRENGTH) * trust**2,
        side_sure=(table["side_confidence"] == "high").to_numpy(),
        holder_sure=(table["confidence"] == "high").to_numpy() & known,
    )


def _mapped(words: pd.Series, values: dict[str, float]) -> FloatArray:
    return np.asarray(words.map(values), dtype=np.float64)


def _check(table: geopandas.GeoDataFrame, classes: Classes) -> None:
    faults = FaultLog()
    stands = dict(zip(classes.holders, (classes.sides[n] for n in classes.side_of), strict=True))
    for row in table.itertuples(index=False):
        place = Place("settlements", id=row.id)
        if not row.position_error_km > 0:
            faults.add(place, f"position_error_km {row.position_error_km} is not above 0.")
        for word in (row.side_confidence, row.confidence):
            if word not in CONFIDENCE_WEIGHT:
                faults.add(place, f'confidence "{word}" is not known.')
        if pd.notna(row.holder) and row.side not in stands.values():
            faults.add(place, f'side "{row.side}" is not known: no holder stands on it.')
        elif pd.notna(row.holder) and row.side != stands[row.holder]:
            faults.add(place, f'holder "{row.holder}" does not stand on side "{row.side}".')
    for name in sorted(set(table["id"][table["id"].duplicated()])):
        faults.add(Place("settlements", id=name), "the id is used twice.")
    for side in sorted(set(table["side"]) - set(table["side"][table["holder"].notna()])):
        faults.add(Place("settlements"), f'none on side "{side}" names a holder.')
    if len(table) < FEWEST_SETTLEMENTS:
        faults.add(
            Place("settlements"), f"{len(table)} are too few; {FEWEST_SETTLEMENTS} are needed."
        )
    faults.raise_errors()

"""Evidence to the files that ``mapgen derive`` keeps in ``geodata/``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import shapely
from pyproj import Geod

from mapgen.derivation.certainty_days import certainty_days
from mapgen.derivation.evidence_days import days_of, evidence_on, publishers_on
from mapgen.derivation.features import areas, fronts
from mapgen.derivation.measures import measured
from mapgen.derivation.territory import derive_days, witnesses
from mapgen.facts.stamps import evidence_stamp
from mapgen.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from shapely.geometry.base import BaseGeometry

    from mapgen.derivation.territory import Report, Witnesses
    from mapgen.facts.folder import Geodata
    from mapgen.progress import Progress

TOLERANCE_KM2 = 1.0
"""Ground that may differ between two machines, whose libraries round differently."""

_GEOD = Geod(ellps="WGS84")


class Derived(NamedTuple):
    """What is derived from the facts.

    Parameters
    ----------
    files
        Content by name within the folder of facts; the same facts give the same bytes.
    summary
        What was found, a few lines for people.
    """

    files: dict[str, bytes]
    summary: str

    def differences(self, folder: str | PathLike[str]) -> list[str]:
        """Return a line for each file of a folder of facts that is missing or shows other ground.

        Bytes may differ by rounding between machines; areas are compared by the ground that would
        change hands, at most `TOLERANCE_KM2` in all.
        """
        return _differences(self.files, Path(folder))


def derive(geodata: Geodata, progress: Progress = ignore) -> Derived:
    """Derive areas, front lines, certainty and measures of every day from the settlements.

    Parameters
    ----------
    geodata
        Checked facts; derived layers are not looked at, so that they need not be read.
    progress
        Is called with the day that is made and the share of all days that is done, 0 to 1.

    Returns
    -------
    Derived
        Files to be kept in the folder of facts, and a summary.

    Examples
    --------
    >>> derived = derive(read("geodata", derived=False))
    >>> sorted(derived.files)[0]
    'areas_of_control.geojson'
    """
    days = [evidence_on(geodata, day) for day in days_of(geodata)]
    made = derive_days(days, geodata.basemap.land, geodata.atlas.frame, progress=progress)
    progress("files", 1.0)
    last = made[-1]
    land, frame = geodata.basemap.land, geodata.atlas.frame
    told = witnesses(days[-1].settlements, publishers_on(days[-1], geodata), land, frame)
    report = {
        "evidence": evidence_stamp(geodata),
        **last.report,
        "witnesses": told,
        "dates": [day.day for day in days],
        "unresolved_on": {
            derivation.report["as_of"]: derivation.report["unresolved"]
            for derivation in made
            if derivation.report["unresolved"]
        },
    }
    files = {
        "areas_of_control.geojson": _collection(areas(made, days, geodata)),
        "front_lines.geojson": _collection(fronts(made, days, geodata)),
        "certainty.json": _json_lines(certainty_days(made)),
        "statistics.json": _json_lines(measured(made, days, geodata)),
        "derivation.json": _json(report),
    }
    return Derived(files, _summary(last.report, told))


def _summary(report: Report, told: Witnesses) -> str:
    """Return what a derivation found, a few lines for people."""
    agreement = report["leave_one_out"]
    lines = [
        f"right within 1 km: {told['near']['share']:.1%} of the settlements left out",
        f"told by two publishers or more: {told['two_publishers']['share']:.1%}",
        f"ground whose side hangs on one publisher: {told['ground']:.1%}",
    ]
    lines += [
        f"{name}: {score['right']} of {score['all']} left out agree ({score['share']:.1%})"
        for name, score in agreement.items()
    ]
    lines += [f"{holder}: {km2:,.0f} km²" for holder, km2 in report["area_km2"].items()]
    lines.append(f"opposition pocket: {report['pocket_km2']:,.0f} km²")
    against = report["contradicting"]
    for name, ids in (("side", against["side"]), ("holder", against["holder"])):
        lines.append(f"settlements that contradict the {name} of their area: {len(ids)}")
        lines += [f"  {identifier}" for identifier in ids]
    return "\n".join(lines)


def _differences(files: Mapping[str, bytes], folder: Path) -> list[str]:
    differences = [
        f"{folder.name}/{name}: the file is missing. Run mapgen derive."
        for name in files
        if not (folder / name).is_file()
    ]
    if differences:
        return differences
    name = "areas_of_control.geojson"
    new, old = (
        json.loads(content)["features"] for content in (files[name], (folder / name).read_bytes())
    )
    days: list[str] = json.loads(files["statistics.json"])["dates"]
    changed, day = max((_changed_km2(_on(new, day), _on(old, day)), day) for day in days)
    if changed > TOLERANCE_KM2:
        differences.append(
            f"{folder.name}/{name}: {changed:.1f} km² have another holder by the evidence "
            f"on {day}. Run mapgen derive."
        )
    return differences


def _on(features: list[dict[str, Any]], day: str) -> dict[str, Any]:
    """Return the geometries of a day by holder."""
    return {
        area["properties"]["holder"]: area["geometry"]
        for area in features
        if area["properties"]["valid_from"] <= day < area["properties"].get("valid_to", "9999")
    }


def _changed_km2(new: dict[str, Any], old: dict[str, Any]) -> float:
    """Return the ground that changes hands between two maps, geometries by holder."""
    shape = shapely.geometry.shape
    empty: dict[str, Any] = {"type": "Polygon", "coordinates": []}
    return sum(
        _square_kilometres(
            shapely.difference(shape(ground), shape(old.get(holder, empty)), grid_size=1e-5)
        )
        for holder, ground in new.items()
        if ground != old.get(holder)
    )


def _square_kilometres(geometry: BaseGeometry) -> float:
    """Return the geodesic area of a polygon in degrees (WGS 84)."""
    area, _ = _GEOD.geometry_area_perimeter(geometry)
    return abs(float(area)) / 1e6


def _collection(features: list[dict[str, Any]]) -> bytes:
    """Return a FeatureCollection with one feature a line, so that a change shows as a line."""
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features
    )
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode()


def _json(content: Any) -> bytes:  # noqa: ANN401 - JSON
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _json_lines(content: dict[str, Any]) -> bytes:
    """Return JSON with a series, or letters, a line, so that a change shows as a line."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return (re.sub(r'\s+(?!\s|"[a-zA-Z])(?=[^\[\]{}]*\])', " ", text) + "\n").encode()

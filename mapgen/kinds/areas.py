"""Areas of control: derived, the ground of one holder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge, Gt, Le

from mapgen.facts.properties import RULES, AreaOfControl
from mapgen.kinds import values
from mapgen.kinds.coordinates import to_integers
from mapgen.kinds.kind import Column, Kind
from mapgen.kinds.records import PartialDate, Polygons, Row

if TYPE_CHECKING:
    from mapgen.facts.geojson import Feature
    from mapgen.kinds.kind import Encoder
    from mapgen.kinds.records import Common


class AreaRow(Row):
    """An area of a period.

    ``labels`` says where the name fits: longitude, latitude and the distance in metres to the
    nearest edge. ``small_into`` names, for each polygon, the holder in whose colour a small
    shared part is drawn while the whole region is in view.
    """

    holder: str
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    certainty: Annotated[float, Ge(0), Le(1)]
    area_km2: Annotated[float, Gt(0)]
    polygons: Polygons
    labels: tuple[tuple[int, int, int], ...]
    small_into: tuple[str | None, ...]


class Areas(Kind[AreaOfControl]):
    """Areas of control."""

    rule = RULES["areas_of_control"]
    row_type = AreaRow
    columns = (
        Column("holder", values.holder),
        Column("certainty", lambda words, area: words.certainty(area.certainty)),
        Column("area_km2", lambda words, area: words.number(round(area.area_km2)), numeric=True),
        Column("since", values.period),
    )
    exported = ("holder", "valid_from", "valid_to", "certainty", "area_km2")
    changes = True

    def row(self, feature: Feature[AreaOfControl], common: Common, encoder: Encoder) -> AreaRow:
        """Return a feature as a row."""
        area = feature.properties
        return AreaRow(
            **common,
            holder=area.holder,
            valid_from=area.valid_from,
            valid_to=area.valid_to,
            certainty=area.certainty,
            area_km2=area.area_km2,
            polygons=encoder.polygons(feature),
            labels=tuple(
                (*to_integers(lon, lat), round(metres)) for lon, lat, metres in area.labels
            ),
            small_into=area.small_into,
        )

    def holders_of(self, record: AreaOfControl) -> tuple[str, ...]:
        """Return whose settlements an area comes from."""
        return (record.holder,)

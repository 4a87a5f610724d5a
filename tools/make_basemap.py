"""Make the base geography of the map: geodata/basemap and geodata/border.geojson.

Run by hand, in an environment of its own; see tools/README.md. The build and the tests of the
project never need it.
"""

import argparse
from pathlib import Path

from basemap import border, credit, land, places, regions, relief, roads, water
from basemap.frame import write_features

GEODATA = Path(__file__).resolve().parent.parent / "geodata"


def main() -> None:
    """Read the command line and write all files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "water_bodies", type=Path, help="map.geo.json of npm @geo-maps/earth-waterbodies-10m"
    )
    parser.add_argument("--geodata", type=Path, default=GEODATA, help="folder to write into")
    arguments = parser.parse_args()
    write_all(arguments.geodata, arguments.water_bodies)


def write_all(geodata: Path, water_bodies: Path) -> None:
    """Write every file of the base geography.

    Parameters
    ----------
    geodata
        Folder of the data files; the base geography goes to its folder ``basemap``.
    water_bodies
        File of inland water, see `basemap.origins.water_bodies`.
    """
    folder = geodata / "basemap"
    folder.mkdir(parents=True, exist_ok=True)
    ground = land.cut_ground()
    towns = places.read_towns()
    lakes, rivers = water.water_features(ground, water_bodies)
    layers = {
        "land": land.land_features(ground),
        "sea": land.sea_features(ground),
        "lakes": lakes,
        "rivers": rivers,
        "governorates": regions.governorate_features(ground),
        "roads": roads.road_features(ground, towns),
        "towns": places.town_features(towns),
        "countries": regions.label_features(),
    }
    for name, features in layers.items():
        write_features(folder / f"{name}.geojson", features)
    write_features(geodata / "border.geojson", border.border_features(ground))
    relief.write_relief(ground, folder)
    credit.write_credits(folder / "sources.json")


if __name__ == "__main__":
    main()

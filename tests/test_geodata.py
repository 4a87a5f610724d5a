"""The facts themselves: what must be true of the real files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import geopandas
import pytest
import shapely
from pyproj import Geod

from mapgen.cli import main
from mapgen.derivation.evidence_days import days_of
from mapgen.facts.ground import holders_at
from tests.conftest import GEODATA

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata

WGS84 = Geod(ellps="WGS84")


def test_the_folder_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--geodata", str(GEODATA)]) == 0
    assert "error" not in capsys.readouterr().err


def test_sources_stand_in_the_order_of_their_ids(geodata: Geodata) -> None:
    """An editor finds them so, and lists of them take less of the page."""
    ids = list(geodata.sources)
    assert ids == sorted(ids)


def test_there_are_twelve_turkish_posts_with_number_date_and_radius(geodata: Geodata) -> None:
    posts = [
        feature.properties
        for feature in geodata.layers["observation_posts"]
        if feature.properties.country == "turkey"
    ]
    assert sorted(post.number for post in posts) == list(range(1, 13))
    assert sorted(post.order for post in posts) == list(range(1, 13))
    assert all(post.position_error_km >= 1 for post in posts)
    set_up = {post.order: post.valid_from for post in posts}
    assert (set_up[1], set_up[12]) == ("2017-10-12", "2018-05-16")


def test_no_turkish_post_stands_on_ground_of_the_government_or_the_sdf(geodata: Geodata) -> None:
    posts = geodata.layers["observation_posts"]
    holders = holders_at(posts, geodata.today("areas_of_control"))
    turkish = [each.properties.id for each in posts if each.properties.country == "turkey"]
    standing = Counter(holders[each] for each in turkish)
    assert set(standing) <= {"hts", "nlf", "hts+nlf"}
    assert sum(standing.values()) == 12


@pytest.mark.parametrize(
    ("crossing", "lon", "lat"),
    [
        ("Bab al-Hawa", 36.6926, 36.2306),
        ("Bab al-Salama", 37.0858, 36.6344),
        ("Jarabulus", 38.0083, 36.825),
    ],
)
def test_the_border_passes_the_crossings(
    geodata: Geodata, crossing: str, lon: float, lat: float
) -> None:
    plane = "EPSG:32637"
    border = geodata.layers["border"].to_frame().to_crs(plane).union_all()
    place = geopandas.GeoSeries([shapely.Point(lon, lat)], crs="EPSG:4326").to_crs(plane).iloc[0]
    assert border.distance(place) <= 1_200, crossing


def test_the_border_has_two_vertices_a_kilometre(geodata: Geodata) -> None:
    lines = [feature.geometry for feature in geodata.layers["border"]]
    kilometres = sum(WGS84.geometry_length(line) for line in lines) / 1000
    assert shapely.get_num_coordinates(lines).sum() / kilometres >= 2


def test_the_border_is_the_edge_of_the_land(geodata: Geodata) -> None:
    border = shapely.union_all([each.geometry for each in geodata.layers["border"]])
    assert shapely.covers(shapely.buffer(geodata.basemap.land.boundary, 2e-5), border)


def test_all_settlements_of_the_facts_are_there(geodata: Geodata) -> None:
    settlements = geodata.layers["settlements"]
    assert len(settlements.features) >= 824
    sides = Counter(each.properties.side for each in settlements)
    assert set(sides) == {"government", "opposition", "turkey", "sdf", "government+sdf"}


def test_the_areas_cover_the_land_exactly_on_every_day(geodata: Geodata) -> None:
    land = geodata.basemap.land
    land_m2 = abs(WGS84.geometry_area_perimeter(land)[0])
    for day in days_of(geodata):
        areas = [each.geometry for each in geodata.layers["areas_of_control"].on(day)]
        assert shapely.coverage_is_valid(areas), day
        difference = shapely.symmetric_difference(shapely.coverage_union_all(areas), land)
        assert abs(WGS84.geometry_area_perimeter(difference)[0]) < 1e-6 * land_m2, day


def test_settlements_of_high_confidence_lie_in_an_area_of_their_own_on_every_day(
    geodata: Geodata,
) -> None:
    settlements = geodata.layers["settlements"]
    wrong = []
    for day in days_of(geodata):
        here = holders_at(settlements, geodata.layers["areas_of_control"].on(day))
        for feature in settlements:
            held = feature.properties.on(day)
            sure = held.holder and held.confidence == "high"
            if sure and here[feature.properties.id] != held.holder.replace("+tip", ""):
                wrong.append((day, feature.properties.id))
    assert wrong == []


def test_events_without_a_known_place_have_no_point(geodata: Geodata) -> None:
    events = {each.properties.id: each for each in geodata.layers["events"]}
    shot = [each for each in events.values() if {"A33", "A34"} & set(each.properties.claim)]
    assert len(shot) >= 2
    assert all(each.geometry is None for each in shot)


def test_every_claim_is_known_and_there_are_sixty_five(geodata: Geodata) -> None:
    assert list(geodata.claims) == [f"A{number:02d}" for number in range(1, 66)]


@pytest.mark.parametrize(
    ("place", "holder"),
    [
        ("Idlib", {"hts"}),
        ("Sarmada", {"hts"}),
        ("Maarat al-Numan", {"nlf"}),
        ("Darat Izza", {"nlf"}),
        ("Aleppo", {"government"}),
        ("Latakia", {"government"}),
        ("Hama", {"government"}),
        ("Abu al-Duhur", {"government"}),
        ("Afrin", {"turkey"}),
        ("Azaz", {"turkey"}),
        ("Jarabulus", {"turkey"}),
        ("Al-Bab", {"turkey"}),
        ("Manbij", {"sdf"}),
        ("Tell Rifaat", {"government+sdf"}),
    ],
)
def test_well_known_towns_lie_on_the_right_ground(
    geodata: Geodata, place: str, holder: set[str]
) -> None:
    towns = {str(f.properties.name_en).lower(): f for f in geodata.basemap.features["towns"]}
    point = towns[place.lower()].geometry
    here = {
        area.properties.holder
        for area in geodata.today("areas_of_control")
        if area.geometry.intersects(point)
    }
    assert here == holder

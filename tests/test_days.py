"""Days before September 2018: who held well-attested places, by reports of those days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mapgen.derivation.evidence_days import days_of
from mapgen.facts.ground import holders_at
from mapgen.facts.values import first_day

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata

ALWAYS = {
    "set-aleppo": "government", "set-hama": "government", "set-maan": "government",
    "set-al-hamra": "government", "set-idlib": "hts", "set-sarmada": "hts", "set-al-eis": "hts",
    "set-qalaat-al-madiq": "nlf", "set-azaz": "turkey", "set-al-bab": "turkey",
    "set-marea": "turkey", "set-manbij": "sdf",
}  # fmt: skip

HELD = {
    # Before the campaign: the opposition as far as the Khanasir road, ISIL round Uqayribat.
    "2017-10-01": {
        "set-abu-dali": "government", "set-umm-haratayn": "hts+nlf", "set-atshan": "hts+nlf",
        "set-sinjar": "hts", "set-abu-al-duhur": "hts", "set-tell-al-daman": "hts",
        "set-banan": "hts", "set-al-rahjan": "hts", "set-qasr-ibn-wardan": "hts",
        "set-wadi-al-azib": "isil", "set-jruh": "isil", "set-afrin": "sdf", "set-bulbul": "sdf",
        "set-tell-rifaat": "sdf", "set-rastan": "opposition", "set-taqsis": "opposition",
        "set-al-fuah": "government", "set-khan-shaykhun": "hts",
    },
    # The army's corridor meets at Abu al-Duhur and closes a pocket of ISIL; Afrin is attacked.
    "2018-01-20": {
        "set-atshan": "government", "set-sinjar": "government", "set-tell-al-daman": "government",
        "set-istablat": "government", "set-ajaz": "government", "set-al-rahjan": "government",
        "set-abu-al-duhur": "hts", "set-barnan": "hts", "set-tell-touqan": "hts",
        "set-khuwayn-al-kabir": "hts+nlf", "set-qasr-ibn-wardan": "isil",
        "set-muwaylih-ibn-hudayb": "isil", "set-abu-marw": "isil", "set-jruh": "government",
        "set-afrin": "sdf", "set-bulbul": "sdf", "set-rastan": "opposition",
        "set-kafriya": "government",
    },
    # Afrin is taken; the villages south-east of it and Tell Rifaat are not.
    "2018-03-18": {
        "set-afrin": "turkey", "set-bulbul": "turkey", "set-rajo": "turkey",
        "set-jindires": "turkey", "set-maryamin-afrin": "turkey", "set-ayn-dara": "sdf",
        "set-basutah": "sdf", "set-kimar": "sdf", "set-tell-rifaat": "government+sdf",
        "set-abu-al-duhur": "government", "set-qasr-ibn-wardan": "government",
        "set-tell-touqan": "hts", "set-khan-shaykhun": "hts+nlf", "set-morek": "hts+nlf",
        "set-ariha": "nlf", "set-maarrat-misrin": "hts", "set-rastan": "opposition",
        "set-al-fuah": "government",
    },
    # The pocket north of Homs is evacuated; HTS is back in Khan Shaykhun since 15 April.
    "2018-05-16": {
        "set-rastan": "government", "set-talbiseh": "government", "set-taqsis": "government",
        "set-dallak": "government", "set-al-zarah": "government", "set-basutah": "turkey",
        "set-kimar": "turkey", "set-afrin": "turkey", "set-khan-shaykhun": "hts",
        "set-morek": "hts", "set-al-fuah": "government", "set-kafriya": "government",
        "set-sarmin": "hts+nlf", "set-ariha": "nlf",
    },
    # Fuah and Kafriya were emptied on 19 July; nothing else changed hands afterwards.
    "2018-09-14": {
        "set-al-fuah": "hts", "set-kafriya": "hts", "set-sarmin": "hts", "set-rastan": "government",
        "set-abu-al-duhur": "government", "set-sinjar": "government", "set-khan-shaykhun": "hts",
        "set-morek": "hts", "set-ariha": "nlf", "set-tell-touqan": "hts", "set-afrin": "turkey",
        "set-tell-rifaat": "government+sdf",
    },
}  # fmt: skip


@pytest.mark.parametrize("day", HELD)
def test_places_lie_on_the_ground_of_who_held_them(geodata: Geodata, day: str) -> None:
    areas = geodata.layers["areas_of_control"].on(date.fromisoformat(day))
    here = holders_at(geodata.layers["settlements"], areas)
    wanted = ALWAYS | HELD[day]
    assert {place: here[place] for place in wanted} == wanted


@pytest.mark.parametrize("layer", ["areas_of_control", "front_lines"])
def test_periods_follow_the_days(geodata: Geodata, layer: str) -> None:
    """Each begins and ends on a day of its own; one holder, or pair, has one feature a day."""
    days = [each.isoformat() for each in days_of(geodata)]
    taken = set()
    for feature in geodata.layers[layer]:
        properties = feature.properties
        assert properties.id.endswith(properties.valid_from)
        end = properties.valid_to
        inside = days[days.index(properties.valid_from) : days.index(end) if end else None]
        assert inside
        for day in inside:
            key = (properties.id.removesuffix(properties.valid_from), day)
            assert key not in taken
            taken.add(key)


def test_each_week_with_a_change_has_a_day(geodata: Geodata) -> None:
    days = days_of(geodata)
    weeks = {day.isocalendar()[:2]: day for day in days}
    changes = [
        first_day(period.valid_to)
        for feature in geodata.layers["settlements"]
        for period in feature.properties.history
    ]
    assert len(changes) > 400
    for change in changes:
        if days[0] < change <= days[-1]:
            assert weeks[change.isocalendar()[:2]] >= change


def test_a_settlement_tells_of_each_day(geodata: Geodata) -> None:
    places = {each.properties.id: each.properties for each in geodata.layers["settlements"]}
    atshan = places["set-atshan"]
    assert atshan.on(date(2017, 9, 1)).holder == "hts+nlf"
    assert atshan.on(date(2017, 12, 29)).holder == "hts+nlf"
    assert atshan.on(date(2017, 12, 30)).holder == "government"
    assert atshan.on(date(2018, 1, 11)).holder == "hts+nlf"
    assert atshan.on(date(2018, 1, 15)).holder == "government"
    assert atshan.on(date(2018, 9, 14)).sources == atshan.sources


def test_islamic_state_and_the_pocket_of_homs_end(geodata: Geodata) -> None:
    assert geodata.statistics is not None
    dates = geodata.statistics.dates
    for holder, end in (("isil", "2018-03-01"), ("opposition", "2018-05-16")):
        km2 = dict(zip(dates, geodata.statistics.holders[holder].km2, strict=True))
        assert km2[dates[0]] > 1_000
        assert {day for day, value in km2.items() if value and day >= end} == set()

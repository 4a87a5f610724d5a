"""The search field, by keyboard and by pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened


@pytest.mark.grid(1)
@pytest.mark.parametrize(
    ("language", "query"), [("ar", "خان شيخون"), ("en", "khan sheikhoun"), ("tr", "han şeyhun")]
)
def test_a_place_is_found_by_keyboard_and_flown_to(
    open_page: Callable[..., Opened], language: str, query: str
) -> None:
    opened = open_page(f"#lang={language}")
    page = opened.page
    field = page.get_by_role("combobox").first
    field.fill(query)
    options = page.locator("#search-list [role=option]")
    assert options.first.get_attribute("data-id") == "set-khan-shaykhun"
    field.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    field.press("Enter")
    page.wait_for_function("location.hash.includes('feature=set-khan-shaykhun')")
    assert not page.locator("#search-list").is_visible()
    centre = page.evaluate("inside.current.map.getCenter()")
    assert abs(centre["lat"] - 35.44) < 0.02
    assert abs(centre["lng"] - 36.65) < 0.02
    assert page.evaluate("document.activeElement.closest('#panel-details') !== null")
    assert opened.console == []


def test_a_choice_by_pointer_and_what_is_marked(open_page: Callable[..., Opened]) -> None:
    page = open_page().page
    page.locator("#search").fill("halep")
    option = page.locator("#search-list [data-id=set-aleppo]")
    assert option.locator("mark").inner_text() == "Halep"
    assert option.locator(".search-name > bdi").inner_text() == "Aleppo"
    option.click()
    page.wait_for_function("location.hash.includes('feature=set-aleppo')")


def test_escape_closes_the_list_and_then_empties_the_field(
    open_page: Callable[..., Opened],
) -> None:
    page = open_page("#feature=post-morek").page
    field = page.locator("#search")
    field.fill("xyzzy")
    assert page.locator("#search-list").inner_text() == "No matches."
    field.press("Escape")
    assert not page.locator("#search-list").is_visible()
    assert field.input_value() == "xyzzy"
    field.press("Escape")
    assert field.input_value() == ""
    assert "feature=post-morek" in page.url


def test_on_a_phone_a_button_opens_the_field(open_page: Callable[..., Opened]) -> None:
    page = open_page(size="phone").page
    assert not page.locator("#search").is_visible()
    page.locator(".search-open").click()
    page.locator("#search").fill("idleb")
    page.locator("#search-list [role=option]").first.click()
    page.wait_for_function("location.hash.includes('feature=set-idlib')")
    assert not page.locator("#search").is_visible()


ACTORS = {
    "en": {
        "HTS": "hts", "nusra front": "hts", "NLF": "nlf", "JTS": "nlf", "Ahrar al-Sham": "nlf",
        "SDF": "sdf", "PYD": "sdf", "YPG": "sdf", "ISIS": "isil", "daesh": "isil",
        "FSA": "opposition",
        "Turkey": "turkey", "olive branch": "turkey", "the regime": "government", "OCHA": "un_ocha",
        "Hizballah": "hezbollah", "white helmets": "civil_society", "TIP": "tip",
    },
    "tr": {"HTŞ": "hts", "UKC": "nlf", "SDG": "sdf", "ypg": "sdf", "rusya": "russia", "ABD": "usa"},
    "ar": {"هتش": "hts", "تحرير الشام": "hts", "قسد": "sdf", "داعش": "isil", "إيران": "iran"},
}  # fmt: skip


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", ACTORS)
def test_actors_are_found_by_any_name_and_abbreviation(
    open_page: Callable[..., Opened], language: str
) -> None:
    page = open_page(f"#lang={language}").page
    field = page.locator("#search")
    options = page.locator("#search-list [role=option]")
    found = {}
    for query in ACTORS[language]:
        field.fill(query)
        found[query] = options.first.get_attribute("data-id")
    assert found == {query: f"actor-{actor}" for query, actor in ACTORS[language].items()}


def test_a_name_that_judges_finds_and_is_not_shown(open_page: Callable[..., Opened]) -> None:
    for language, queries in {
        "en": {"the regime": "government", "daesh": "isil"},
        "ar": {"هتش": "hts", "داعش": "isil", "النظام السوري": "government"},
        "tr": {"DEAŞ": "isil", "Suriye rejimi": "government"},
    }.items():
        page = open_page(f"#lang={language}").page
        for query, actor in queries.items():
            page.locator("#search").fill(query)
            option = page.locator("#search-list [role=option]").first
            assert option.get_attribute("data-id") == f"actor-{actor}"
            assert query.lower() not in option.inner_text().lower()


def test_a_found_actor_shows_its_swatch_and_opens_its_card(
    open_page: Callable[..., Opened],
) -> None:
    page = open_page().page
    page.locator("#search").fill("ypg")
    option = page.locator("#search-list [data-id=actor-sdf]")
    assert option.locator("canvas.swatch").is_visible()
    assert option.locator(".from").inner_text() == "Actor"
    assert option.locator(".search-form").inner_text() == "YPG"
    page.locator("#search").press("Enter")
    page.wait_for_function("location.hash.includes('feature=actor-sdf')")
    heading = page.locator("#panel-details h2")
    assert heading.inner_text() == "Syrian Democratic Forces (SDF) and PYD"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert "view=" not in page.url, "the map stays where it was"


def test_an_event_is_found_by_its_name(open_page: Callable[..., Opened]) -> None:
    page = open_page().page
    page.locator("#search").fill("summit in tehran")
    first = page.locator("#search-list [role=option]").first
    assert first.get_attribute("data-id") == "event-2018-09-07-summit-in-tehran"

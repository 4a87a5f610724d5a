"""The search field, by keyboard and by pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened


@pytest.mark.parametrize(
    ("language", "query"), [("en", "khan sheikhoun"), ("tr", "han şeyhun"), ("ar", "خان شيخون")]
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
    centre = page.evaluate("mapgen.current.map.getCenter()")
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
    assert page.locator("#search-list").inner_text() == "Nothing of this name."
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

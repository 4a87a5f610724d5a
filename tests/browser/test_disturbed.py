"""Extensions and translators change any element at any moment: the map keeps answering."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.waiting import next_frames, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Opened

DISTURB = """(seed) => {
    const next = () => (seed = (seed * 16807) % 2147483647);
    const pick = (list) => list[next() % list.length];
    const own = "script, style, textarea, select, canvas, svg";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode())
        if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest(own))
            texts.push(walker.currentNode);
    const elements = [...document.body.querySelectorAll("*")].filter((each) => !each.closest(own));
    for (let i = 0; i < 60; i += 1) {
        const text = pick(texts);
        if (text.parentElement?.tagName === "FONT") continue;
        const font = document.createElement("font");
        text.replaceWith(font);
        font.append(text);
    }
    for (let i = 0; i < 60; i += 1) {
        const element = pick(elements);
        element.removeAttribute(pick(["title", "lang", "translate", "spellcheck"]));
        element.setAttribute(pick(["data-darkreader-inline-color", "data-gr-ext-installed"]), "");
        element.style.setProperty("--darkreader-inline-color", "#e8e6e3");
        element.classList.add("translated");
    }
    for (let i = 0; i < 20; i += 1) {
        const foreign = document.createElement(pick(["span", "com-1password-button", "font"]));
        pick(elements)[pick(["prepend", "append"])](foreign);
    }
    for (const input of document.querySelectorAll("input, textarea"))
        input.after(document.createElement("com-1password-button"));
    document.documentElement.append(document.createElement("grammarly-desktop-integration"));
    document.documentElement.classList.add("translated-ltr");
    document.documentElement.setAttribute("data-darkreader-mode", "dynamic");
}"""
"""What translators, dark modes, password managers and writing aids do to a page."""

MOMENTS = 20


def panel(name: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"#tab-{name}").click()


def view(name: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"[data-view-button={name}]").first.click()


def language(tag: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"button[data-language={tag}]").click()


def state(change: str) -> Callable[[Page], Any]:
    return lambda page: page.evaluate(f"inside.current.store.set({change})")


def slide(page: Page) -> None:
    page.locator(".time-slider").press("ArrowLeft")


def share(page: Page) -> None:
    page.locator(".page-head [data-share]").click()
    page.locator("#share [data-form=bibtex]").click()
    page.locator("#share header .close").click()


def walk_keys(page: Page) -> None:
    page.locator(".folium-map").focus()
    for key in ("ArrowRight", "ArrowDown", "PageDown", "Enter", "Escape"):
        page.keyboard.press(key)


WALK: list[Callable[[Page], Any]] = [
    panel("places"), slide, panel("about"), language("ar"), panel("key"), walk_keys,
    view("tables"), language("tr"), view("map"), share, panel("tour"),
    state("{tour: 'the-people-in-between', step: 1, panel: 'tour'}"), state("{step: 3}"),
    language("en"), state("{tour: null, step: null, panel: 'key'}"), slide, view("tables"),
    view("map"), state("{feature: 'area-hts-2018-07-19', panel: 'details'}"), share,
    panel("places"), state("{period: null}"), walk_keys, language("ar"), slide, language("en"),
]  # fmt: skip


def answers(page: Page) -> None:
    """See that a click, a search and the timeline do what they do on an untouched page."""
    page.evaluate("inside.current.store.set({feature: null, panel: 'key', date: '2018-09-14'})")
    page.evaluate("inside.current.goHome()")
    next_frames(page)
    x, y = page.evaluate(
        """() => {
            const { map, model } = inside.current;
            const [lon, lat] = model.byId.get("post-morek").degrees;
            const box = map.getContainer().getBoundingClientRect();
            const point = map.latLngToContainerPoint([lat, lon]);
            return [box.left + point.x, box.top + point.y];
        }"""
    )
    page.mouse.click(x, y)
    wait_until(page, "inside.current.store.get().feature === 'post-morek'")
    wait_until(page, "document.querySelector('#panel-details h2').textContent.includes('Morek')")
    page.locator("#search").fill("saraqib")
    page.locator("#search-list [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    wait_until(page, "document.querySelector('#panel-details h2').textContent === 'Saraqib'")
    page.locator(".time-slider").press("Home")
    wait_until(page, "inside.current.store.get().date === '2017-09-01'")
    wait_until(page, "document.querySelector('[data-date]').dateTime === '2017-09-01'")


@pytest.mark.long
@pytest.mark.parametrize("seed", [11, 20, 21, 22])
def test_changes_at_twenty_moments_of_a_walk(open_page: Callable[..., Opened], seed: int) -> None:
    tab = open_page()
    drawn = random.Random(seed)  # noqa: S311 - no secret
    moments = set(drawn.sample(range(len(WALK)), MOMENTS))
    for at, act in enumerate(WALK):
        if at in moments:
            tab.page.evaluate(DISTURB, drawn.randrange(1, 2**31 - 1))
        act(tab.page)
        next_frames(tab.page)
        assert tab.console == [], (at, seed)
    answers(tab.page)
    assert tab.console == []

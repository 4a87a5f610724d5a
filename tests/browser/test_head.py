"""The head folds by its width, and the map fills its box, at the sizes in between as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.waiting import next_frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

SIZES = [
    (360, 640), (390, 844), (600, 900), (640, 480), (720, 450), (760, 600), (820, 1180),
    (844, 390), (900, 700), (1024, 768), (1100, 700), (1180, 800), (1279, 800), (1280, 800),
    (1366, 625),
]  # fmt: skip

HEAD = """() => {
    const LINE = 3; // px that the boxes of two lines may share
    const shown = (own) => own.checkVisibility() && own.getClientRects().length;
    const title = document.querySelector("h1");
    const parts = [...document.querySelectorAll(
        ".titles h1, .titles .subtitle > span, .page-head .search-box, .page-head .tools > *")]
        .filter(shown);
    const box = (own) => own.getBoundingClientRect();
    const meets = (a, b) => a.left < b.right - 0.5 && a.right > b.left + 0.5
        && a.top < b.bottom - LINE && a.bottom > b.top + LINE;
    const faults = [];
    if (title.scrollWidth > title.clientWidth) faults.push(`the title is cut: ${title.innerText}`);
    for (const [i, one] of parts.entries()) {
        const { left, right } = box(one);
        if (left < -0.5 || right > innerWidth + 0.5) faults.push(`outside: ${one.className}`);
        for (const other of parts.slice(i + 1)) if (meets(box(one), box(other)))
            faults.push(`${one.className || one.localName} lies on ${other.className}`);
    }
    const panel = box(document.querySelector(".panel"));
    for (const tab of document.querySelectorAll("#panel [role=tab]")) {
        const { left, right } = box(tab);
        if (left < panel.left - 0.5 || right > panel.right + 0.5)
            faults.push(`cut: ${tab.innerText}`);
    }
    const can = [".search-input, .search-open", "select.languages, .segmented.languages"];
    for (const one of can) if (![...document.querySelectorAll(one)].some(shown)) faults.push(one);
    return faults;
}"""


@pytest.mark.parametrize("language", ["tr", "ar", "en"])
def test_the_title_is_whole_and_nothing_lies_on_anything(open_page: Open, language: str) -> None:
    page = open_page(f"#lang={language}").page
    found = {}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        next_frames(page)
        found[width, height] = page.evaluate(HEAD)
    assert {size: faults for size, faults in found.items() if faults} == {}


BANDS = """() => {
    const { map, model } = inside.current;
    const [west, , east] = model.atlas.frame;
    const x = (lon) => map.latLngToContainerPoint([36, lon]).x;
    return [x(west), map.getSize().x - x(east)];
}"""


@pytest.mark.parametrize("size", [(1366, 625), (1536, 730), (1920, 1080)], ids=str)
def test_no_band_of_nothing_lies_beside_the_map(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("#panel=key").page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    next_frames(page, 4)
    left, right = page.evaluate(BANDS)
    assert left < 1, "between the map and the left edge"
    assert right < 1, "between the map and the right edge"
    posts = page.evaluate(
        """() => {
            const { map, scene: { layout } } = inside.current;
            const { x, y } = map.getSize();
            const at = layout.markers.filter(({ feature }) => feature.number);
            const isIn = ([left, top]) => left > 0 && top > 0 && left < x && top < y;
            return at.filter(({ feature: { degrees: [lon, lat] } }) => {
                const point = map.latLngToContainerPoint([lat, lon]);
                return isIn([point.x, point.y]);
            }).length;
        }"""
    )
    assert posts == 12

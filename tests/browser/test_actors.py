"""Who is who: a card for each actor, the relations between them as a diagram and as a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.test_page import colour_at, distance
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from mapgen.facts.folder import Geodata
    from tests.browser.conftest import Opened

    Open = Callable[..., Opened]

DETAILS = "#panel-details"

LINES = """() => [...document.querySelectorAll(".who-line")].map((line) => ({
    id: line.dataset.relation, kind: line.dataset.kind,
    from: line.dataset.from, to: line.dataset.to,
    box: line.querySelector(".stroke").getBoundingClientRect().toJSON(),
}))"""
NODES = """() => [...document.querySelectorAll(".who-node")].map((node) => ({
    id: node.dataset.actor, box: node.getBoundingClientRect().toJSON(),
    fits: node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.clientHeight,
}))"""


def title(page: Page) -> str:
    return page.locator(f"{DETAILS} h2").inner_text()


@pytest.mark.long
def test_every_actor_has_a_card(open_page: Open, geodata: Geodata) -> None:
    page = open_page().page
    for actor in geodata.actors.actors.values():
        page.evaluate("(id) => { location.hash = `feature=actor-${id}`; }", actor.id)
        page.locator(f"{DETAILS} h2", has_text=actor.name.en).wait_for()
        text = page.locator(DETAILS).inner_text()
        assert (actor.article_name or "") in text
        assert actor.description.en in text
        links = page.locator(f"{DETAILS} .sources li")
        assert links.count() >= min(len(actor.sources), 6)
        related = [r for r in geodata.actors.relations if actor.id in (r.from_, r.to)]
        assert all(str(r.text.en) in text for r in related)
        assert page.locator(f"{DETAILS} .relations > li").count() == len(related)


@pytest.mark.long
def test_a_card_tells_what_the_actor_holds_on_the_date(open_page: Open, geodata: Geodata) -> None:
    statistics = geodata.statistics
    assert statistics
    page = open_page("#feature=actor-hts").page
    hts, shared = statistics.holders["hts"], statistics.holders["hts+nlf"]
    facts = page.locator(f"{DETAILS} .facts").first.inner_text()
    assert f"{round(hts.km2[-1]):,} km²" in facts
    assert f"{round(shared.km2[-1]):,} km²" in facts
    assert f"{round(100 * hts.share[-1], 1):g} %" in facts
    assert str(hts.settlements[-1]) in facts
    page = open_page("#feature=actor-isil").page
    assert "km²" not in page.locator(f"{DETAILS} .facts").first.inner_text()
    page = open_page("#feature=actor-isil&date=2018-01-20").page
    day = statistics.dates.index("2018-01-20")
    held = statistics.holders["isil"].km2[day]
    assert f"{round(held):,} km²" in page.locator(f"{DETAILS} .facts").first.inner_text()


def test_settlements_are_counted_as_the_statistics_count_them(
    open_page: Open, geodata: Geodata
) -> None:
    statistics = geodata.statistics
    assert statistics
    page = open_page().page
    for day in (0, len(statistics.dates) // 2, -1):
        counted = page.evaluate(
            "(day) => Object.fromEntries("
            "inside.evidence.knownPlaces(inside.current.model, day).counts)",
            statistics.dates[day],
        )
        known = {k: v.settlements[day] for k, v in statistics.holders.items() if v.settlements[day]}
        assert counted == known


def test_who_is_who_is_reached_from_the_key_from_a_card_and_from_an_area(open_page: Open) -> None:
    page = open_page().page
    page.get_by_role("button", name="Who is who").click()
    assert title(page) == "Who is who"
    assert "feature=actors" in page.url
    page.locator("#tab-key").click()
    page.get_by_role("button", name="About Hayat Tahrir al-Sham (HTS)").click()
    assert title(page) == "Hayat Tahrir al-Sham (HTS)"
    page.locator(f"{DETAILS} .actor-links").get_by_role("button", name="Who is who").click()
    assert page.locator(".who-node").count() == 15
    area = page.evaluate(
        "inside.featuresOf(inside.current.model, 'areas_of_control')"
        ".find((area) => area.holder === 'hts+nlf' && !area.valid_to).id"
    )
    page = open_page(f"#feature={area}").page
    page.get_by_role("button", name="About National Liberation Front (NLF)").click()
    assert title(page) == "National Liberation Front (NLF), with JTS"


@pytest.mark.grid(2)
@pytest.mark.parametrize("hash_", ["#feature=actors", "#feature=actors&lang=ar"])
@pytest.mark.parametrize("size", ["desktop", "tablet", "phone"])
def test_the_diagram_is_clear(open_page: Open, geodata: Geodata, size: str, hash_: str) -> None:
    """Every relation is a line between its two actors; none runs over a third, words fit."""
    page = open_page(hash_, size=size).page
    nodes: dict[str, Any] = {each["id"]: each for each in page.evaluate(NODES)}
    lines = page.evaluate(LINES)
    assert sorted(nodes) == sorted(geodata.actors.actors)
    wanted = {(r.id, r.kind, r.from_, r.to) for r in geodata.actors.relations}
    assert {(each["id"], each["kind"], each["from"], each["to"]) for each in lines} == wanted
    assert [each["id"] for each in nodes.values() if not each["fits"]] == []
    for line in lines:
        met = {name for name, node in nodes.items() if touch(line["box"], node["box"])}
        assert met == {line["from"], line["to"]}, line["id"]
    for one in nodes.values():
        for other in nodes.values():
            assert one is other or not touch(one["box"], other["box"], within=1)


def touch(one: dict[str, float], other: dict[str, float], within: float = -2) -> bool:
    """Tell whether two boxes come as near as 2 px, or with `within` overlap by so much."""
    return all(
        one[low] < other[high] - within and other[low] < one[high] - within
        for low, high in (("left", "right"), ("top", "bottom"))
    )


def test_kinds_of_relations_differ_without_colour(open_page: Open) -> None:
    page = open_page("#feature=actors").page
    looks = page.evaluate(
        """() => [...document.querySelectorAll(".who-key svg")].map((sample) =>
            [...sample.querySelectorAll("*")].map((shape) => {
                const style = getComputedStyle(shape);
                return [shape.tagName, style.strokeDasharray, style.strokeWidth].join();
            }).join("|"))"""
    )
    assert len(looks) == len(set(looks)) == 6
    words = page.locator(".who-key li").all_inner_texts()
    labels = set(page.locator(".who-label").all_inner_texts())
    assert labels == {each.split(" (")[0] for each in words}
    assert len(page.locator(".who-label").all()) == 21


def test_the_diagram_works_by_keyboard(open_page: Open) -> None:
    page = open_page("#feature=actors").page
    assert page.locator(".who-node[tabindex='0']").count() == 1
    page.locator(".who-node[data-actor=hts]").focus()
    seen = []
    for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowUp", "ArrowRight", "Home", "End"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.dataset.actor"))
    assert seen[:5] == ["nlf", "government", "hezbollah", "government", seen[4]]
    assert seen[4] in {"sdf", "russia", "iran", "nlf", "hts", "civil_society"}
    assert seen[5] != seen[6]
    assert page.locator(".who-node[tabindex='0']").count() == 1
    page.locator(".who-node[data-actor=hts]").focus()
    faded = page.locator(".who-line:not(.on)").count()
    assert faded == 21 - 6
    page.keyboard.press("Enter")
    assert title(page) == "Hayat Tahrir al-Sham (HTS)"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.locator(DETAILS).is_hidden()


def test_arrows_follow_the_eye_from_right_to_left(open_page: Open) -> None:
    page = open_page("#feature=actors&lang=ar").page
    page.locator(".who-node[data-actor=hts]").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.actor") == "government"


def test_each_node_says_its_relations(open_page: Open, geodata: Geodata) -> None:
    page = open_page("#feature=actors").page
    names = {
        node.get_attribute("data-actor"): node.get_attribute("aria-label") or ""
        for node in page.locator(".who-node").all()
    }
    assert len(set(names.values())) == 15
    for node in page.locator(".who-node").all():
        assert node.inner_text() in (node.get_attribute("aria-label") or "")
    for relation in geodata.actors.relations:
        for one, other in ((relation.from_, relation.to), (relation.to, relation.from_)):
            assert geodata.actors.actors[other].short.en in names[one]
    assert "sponsored by Turkey" in names["nlf"]
    assert "sponsor of NLF" in names["turkey"]
    assert "no relation" in names["un_ocha"]


def test_the_list_says_all_that_the_diagram_says(open_page: Open, geodata: Geodata) -> None:
    page = open_page("#feature=actors").page
    items = page.locator(".who-list .relations > li")
    assert items.count() == len(geodata.actors.relations) == 21
    text = page.locator(DETAILS).inner_text()
    for relation in geodata.actors.relations:
        assert str(relation.text.en) in text
    for item in items.all():
        assert item.locator(".sources li").count() >= 1
    for actor in geodata.actors.actors.values():
        assert actor.name.en in text


def test_a_relation_has_an_address(open_page: Open) -> None:
    page = open_page("#feature=rel-turkey-hts").page
    assert "al-Joulani refused" in page.locator(DETAILS).inner_text()
    page.locator(f"{DETAILS} .relation-ends button").first.click()
    assert title(page) == "Turkey and allied Syrian groups"
    unknown = open_page("#feature=actor-nobody").page
    assert unknown.locator(DETAILS).is_hidden()


def test_opening_a_card_leaves_the_map_where_it_was(open_page: Open) -> None:
    tab = open_page("#feature=actor-russia")
    assert "view=" not in tab.page.url
    assert tab.console == []


GROUND = {"hts": (36.60, 36.03), "turkey": (36.80, 36.66), "government": (37.62, 35.85)}


def test_a_chosen_actor_lights_its_ground(open_page: Open) -> None:
    """By keyboard; the ground of all others pales for as long as it is chosen."""
    page = open_page("#view=36.1,36.9,9&feature=actors").page
    before = {holder: colour_at(page, *place) for holder, place in GROUND.items()}
    page.locator(".who-node[data-actor=hts]").focus()
    page.keyboard.press("Enter")
    assert title(page) == "Hayat Tahrir al-Sham (HTS)"
    wait_until(page, "!inside.current.layer.stale.size")
    lit = {holder: colour_at(page, *place) for holder, place in GROUND.items()}
    assert distance(lit["hts"], before["hts"]) <= 2
    assert sum(lit["turkey"]) > sum(before["turkey"]) + 60
    assert sum(lit["government"]) > sum(before["government"]) + 30
    page.keyboard.press("Escape")
    wait_until(page, "!inside.current.layer.stale.size")
    assert all(distance(colour_at(page, *GROUND[each]), before[each]) <= 2 for each in GROUND)


RINGS = """(actor) => {
    const { top, view } = inside.current.layer;
    const own = ({ feature, y }) => inside.lit.isOwn(feature, actor) && y < view.height - 20;
    return inside.current.scene.layout.markers.filter(own).map(({ id, x, y, radius }) => {
        const blue = [[1, 0], [-1, 0], [0, 1], [0, -1]].filter(([dx, dy]) => {
            const at = [x + dx * (radius + 4), y + dy * (radius + 4)];
            const px = at.map((value) => Math.floor(value * view.density));
            const { data } = top.getContext("2d").getImageData(...px, 1, 1);
            return data[2] > data[0] + 80;
        });
        return [id, blue.length];
    });
}"""


OWN = "inside.lit.own(inside.current.scene).map(({ id }) => ({ id }))"


def test_a_base_is_ringed_where_its_holder_is_told(open_page: Open) -> None:
    rings = {
        date: {
            each["id"]
            for each in open_page(f"#feature=actor-government&date={date}").page.evaluate(OWN)
        }
        for date in ("2018-01-20", "2018-01-21")
    }
    assert "base-abu-al-duhur" not in rings["2018-01-20"]
    assert "base-abu-al-duhur" in rings["2018-01-21"]


def test_an_actor_without_ground_pales_nothing_and_rings_its_posts(open_page: Open) -> None:
    page = open_page().page
    place = GROUND["hts"]
    before = colour_at(page, *place)
    page.evaluate("inside.current.open('actor-russia', false)")
    wait_until(page, "!inside.current.layer.stale.size")
    assert distance(colour_at(page, *place), before) <= 2
    own = page.evaluate(RINGS, "russia")
    assert {"base-hmeimim", "post-russia-sinjar"} < {name for name, _ in own}
    assert [name for name, blue in own if blue < 2] == []  # marks may lie over the others
    assert {each["id"] for each in page.evaluate(OWN)} >= {name for name, _ in own}
    assert page.evaluate(RINGS, "government")
    assert all(blue == 0 for _, blue in page.evaluate(RINGS, "government"))


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", ["ar", "tr"])
def test_cards_and_diagram_speak_the_language(open_page: Open, language: str) -> None:
    english = re.compile(
        r"\b(the|of|and|by|with|from|is|was|for|held|since|talks)\b", re.IGNORECASE
    )
    page = open_page(f"#lang={language}&feature=actors").page
    for topic in ("actors", "actor-turkey", "actor-un_ocha", "rel-astana"):
        page.evaluate("(id) => inside.current.open(id, false)", topic)
        text = page.locator(DETAILS).evaluate(
            "(root) => { const own = root.cloneNode(true);"
            " for (const part of own.querySelectorAll('.sources, bdi')) part.remove();"
            " return own.textContent + [...own.querySelectorAll('[aria-label]')]"
            ".map((each) => each.getAttribute('aria-label')).join(); }"
        )
        assert english.findall(text) == []


def test_without_scripts_actors_and_relations_are_tables(open_page: Open, geodata: Geodata) -> None:
    page = open_page(scripts=False).page
    actors = page.locator("table[data-layer=actors] tbody tr")
    relations = page.locator("table[data-layer=relations] tbody tr")
    assert actors.count() == len(geodata.actors.actors)
    assert relations.count() == len(geodata.actors.relations)
    assert "Abu Mohammed al-Joulani" in actors.filter(has_text="Hayat Tahrir").first.inner_text()


def test_a_row_of_the_tables_opens_the_card(open_page: Open) -> None:
    page = open_page("#panel=table").page
    page.locator("tr[data-id=actor-iran] button").click()
    assert title(page) == "Iran"

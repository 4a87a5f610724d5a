"""How the facts fit together: ids, sources, holders, claims, places."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

import shapely

from mapgen import look
from mapgen.facts.ground import holders_of_posts
from mapgen.facts.lesson_checks import check_lessons
from mapgen.facts.named import Named
from mapgen.facts.properties import RULES
from mapgen.facts.records import named_records
from mapgen.facts.source_checks import check_bibliography
from mapgen.facts.sources import BACKGROUND
from mapgen.facts.spelling_checks import check_spellings
from mapgen.facts.term_checks import check_terms
from mapgen.facts.values import first_day
from mapgen.faults import Place, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapgen.facts.actors import Actor, Relation
    from mapgen.facts.folder import Geodata
    from mapgen.facts.geojson import Feature
    from mapgen.faults import FaultLog

_TURKISH_POSTS = 12
"""Posts agreed in Astana; the Russian General Staff named the same count on 23 May 2018."""


def check(geodata: Geodata, log: FaultLog) -> None:
    """Log every fault in how the parts of the folder fit together.

    Rules that count what is there wait until every file could be read whole: a feature that was
    set aside for a fault of its own would look missing.
    """
    whole = not log.errors
    for rule in _RULES:
        rule(geodata, log)
    for rule in _COUNTING_RULES if whole else ():
        rule(geodata, log)


def _features(geodata: Geodata) -> Iterator[Feature[Named]]:
    for layer in geodata.layers.values():
        yield from layer


def _records(geodata: Geodata) -> Iterator[tuple[Place, Named | Actor | Relation]]:
    """Yield the place and the record of everything that names sources or claims."""
    yield from named_records(geodata)
    for actor in geodata.actors.actors.values():
        yield Place("geodata/actors.json", id=actor.id), actor
    for relation in geodata.actors.relations:
        yield Place("geodata/actors.json", id=relation.id), relation


def _check_ids(geodata: Geodata, log: FaultLog) -> None:
    first: dict[str, Place] = {}
    for feature in _features(geodata):
        identifier = feature.properties.id
        if identifier in first:
            log.add(feature.place, f"this id is used already: {first[identifier]}. Rename one.")
        first.setdefault(identifier, feature.place)
    for identifier in sorted(set(geodata.figures) & set(first)):
        log.add(Place("geodata/figures.json"), f'id "{identifier}" is used by {first[identifier]}.')


def _check_sources(geodata: Geodata, log: FaultLog) -> None:
    for place, record in _records(geodata):
        named = dict.fromkeys(chain.from_iterable(record.cited))
        for source in named:
            if source not in geodata.sources:
                hint = did_you_mean(source, _near(source, geodata.sources))
                log.add(place, f'source "{source}" is not in geodata/sources.json. {hint}')
        is_sure = isinstance(record, Named) and record.confidence == "high"
        if set(named) == {BACKGROUND} and is_sure:
            log.add_warning(place, "is of high confidence without a publication. Find one.")


def _near(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words that begin alike: a list of hundreds helps nobody."""
    return [candidate for candidate in known if candidate[:3] == word[:3]] or [BACKGROUND]


def _check_holders(geodata: Geodata, log: FaultLog) -> None:
    """Log holders that the map cannot name; an actor may hold a base, but no ground by itself."""
    known = geodata.actors.holders
    named = [
        (feature.place, key, holder, () if RULES[layer.id].is_derived else geodata.actors.actors)
        for layer in geodata.layers.values()
        for feature in layer
        for key, holder in feature.properties.named_holders
    ]
    measured = geodata.statistics.holders if geodata.statistics else ()
    named += [(Place("geodata/statistics.json"), "holders", holder, ()) for holder in measured]
    for place, key, holder, others in named:
        if holder is not None and holder not in known and holder not in others:
            log.add(
                place, f'"{key}" is the unknown holder "{holder}". {did_you_mean(holder, known)}'
            )


def _check_sides(geodata: Geodata, log: FaultLog) -> None:
    for feature in geodata.layers["settlements"]:
        for number, period in enumerate((feature.properties, *feature.properties.history)):
            holder = geodata.actors.holders.get(period.holder or "")
            if holder and holder.side != period.side:
                where = f"history {number}: " if number else ""
                log.add(
                    feature.place,
                    f'{where}holder "{holder.id}" is of side "{holder.side}", but side is '
                    f'"{period.side}". Correct one of the two.',
                )


def _check_claims(geodata: Geodata, log: FaultLog) -> None:
    shown: set[str] = set()
    for place, record in _records(geodata):
        for claim in record.claim:
            shown.add(claim)
            if claim not in geodata.claims:
                log.add(place, f'claim "{claim}" is not in geodata/claims.json.')
    for text in geodata.atlas.texts:
        shown.update(text.claim)
    for claim in geodata.claims:
        if claim not in shown:
            log.add(
                Place("geodata/claims.json"),
                f'claim "{claim}" is on no feature, figure, actor, relation or text of the atlas.'
                " Add its id to what shows it.",
            )


def _check_land(geodata: Geodata, log: FaultLog) -> None:
    """Log settlements and posts within the frame that lie outside Syria's land."""
    land = geodata.basemap.land
    frame = shapely.box(*geodata.atlas.frame)
    shapely.prepare(land)
    for layer in (layer for name, layer in geodata.layers.items() if RULES[name].is_on_land):
        for feature in layer:
            point = feature.geometry
            if frame.intersects(point) and not land.intersects(point):
                swapped = land.intersects(shapely.Point(point.y, point.x))
                hint = "Is it longitude first?" if swapped else "Correct the position."
                log.add(feature.place, f"lies outside Syria's land (basemap/land.geojson). {hint}")


def _check_posts(geodata: Geodata, log: FaultLog) -> None:
    numbers = sorted(
        feature.properties.number
        for feature in geodata.layers["observation_posts"]
        if feature.properties.country == "turkey" and feature.properties.number
    )
    if numbers != list(range(1, _TURKISH_POSTS + 1)):
        log.add(
            Place("geodata/observation_posts.geojson"),
            f"the Turkish posts must be numbered 1 to {_TURKISH_POSTS}, each once; "
            f"found {numbers}.",
        )


def _check_posts_stand_on(geodata: Geodata, log: FaultLog) -> None:
    """Log Turkish posts on ground where the agreement of Astana put none."""
    if "areas_of_control" not in geodata.layers:
        return
    holders = holders_of_posts(geodata)
    for feature in geodata.layers["observation_posts"]:
        holder = holders.get(feature.properties.id)
        if feature.properties.country == "turkey" and holder in _WITHOUT_TURKISH_POSTS:
            log.add(
                feature.place,
                f'stands in an area of "{holder}". Correct the position, or the evidence near it.',
            )


_WITHOUT_TURKISH_POSTS = frozenset({"government", "sdf", "government+sdf"})


def _check_off_frame(geodata: Geodata, log: FaultLog) -> None:
    frame = shapely.box(*geodata.atlas.frame)
    for feature in geodata.layers["events"]:
        if feature.geometry is None:
            continue
        inside = frame.intersects(feature.geometry)
        if inside == feature.properties.off_frame:
            wrong, right = ("inside", "false") if inside else ("outside", "true")
            problem = f"lies {wrong} the frame. Set off_frame to {right}, or correct the position."
            log.add(feature.place, problem)


def _check_days_of_events(geodata: Geodata, log: FaultLog) -> None:
    """Log events that the map's time cannot show, or not in their place."""
    first = geodata.atlas.begins
    last = geodata.atlas.as_of + timedelta(days=look.TIMELINE_DAYS_AFTER)
    for event in geodata.layers["events"]:
        day = event.properties.date
        end = first_day(event.properties.date_end or day)
        if len(day) == len("2018"):
            problem = f'"date" is "{day}", too vague for the timeline. Give the month, or the day.'
            log.add(event.place, problem)
        elif end < first or first_day(day) > last:
            log.add(
                event.place,
                f'"date" is "{day}", outside the time that the map shows, {first} to {last}. '
                "Correct it, or leave the event out.",
            )


def _check_article(geodata: Geodata, log: FaultLog) -> None:
    if geodata.atlas.article not in geodata.sources:
        log.add(
            Place("geodata/atlas.toml"),
            f'article "{geodata.atlas.article}" is not in sources.json.',
        )


_RULES: tuple[Callable[[Geodata, FaultLog], None], ...] = (
    _check_article,
    _check_ids,
    _check_sources,
    check_bibliography,
    _check_holders,
    _check_sides,
    _check_land,
    _check_posts_stand_on,
    _check_off_frame,
    _check_days_of_events,
)
_COUNTING_RULES = (
    _check_claims,
    _check_posts,
    check_lessons,
    check_spellings,
    check_terms,
)

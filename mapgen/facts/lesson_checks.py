"""How lessons fit to the facts: what they select, switch on, tell and name as evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import shapely

from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Step, Task
    from mapgen.faults import FaultLog, Place

GROUND = ("relief", "roads", "governorates", "patterns", "disagreement")
"""Switches that are no layer of the atlas."""

_SPOT = re.compile(r"@(-?\d{1,2}\.\d{1,6}),(-?\d{1,3}\.\d{1,6})")
"""A spot of ground that is selected: ``mapgen/web/facts/evidence.js`` reads it so."""


def check_lessons(geodata: Geodata, log: FaultLog) -> None:
    """Log whatever lessons name that is not in the facts."""
    if "areas_of_control" not in geodata.layers:
        return  # before anything is derived there is nothing to hold them against
    known = _Known(geodata)
    for lesson in geodata.lessons:
        for step in lesson.steps:
            for place, problem in _problems(step, known):
                log.add(place, problem)
            for spot in _spots(step):
                if not known.frame.covers(spot.at):
                    log.add(spot.place, _off_frame(spot, known))
                elif not known.ground.covers(spot.at) and known.ground.covers(spot.swapped):
                    log.add_warning(spot.place, _off_ground(spot))


def switch_names(geodata: Geodata) -> list[str]:
    """Return the names of switches as an address lists them: layers, their parts, the ground."""
    names: list[str] = []
    holders = {area.properties.holder for area in geodata.layers["areas_of_control"]}
    for layer in geodata.atlas.layers:
        if switch := layer.rule.switch:
            parts = switch.parts(holder for holder in geodata.actors.holders if holder in holders)
            names += [layer.id, *(f"{layer.id}.{part}" for part in parts)]
    return [*names, *GROUND]


class _Known:
    """What a lesson may name."""

    def __init__(self, geodata: Geodata) -> None:
        features = [feature for layer in geodata.layers.values() for feature in layer]
        self.placed = {
            feature.properties.id for feature in features if feature.geometry is not None
        }
        self.claims = set(geodata.claims)
        self.switches = switch_names(geodata)
        self.topics = {
            "actors",
            *(feature.properties.id for feature in features),
            *geodata.figures,
            *(f"actor-{actor}" for actor in geodata.actors.actors),
            *(relation.id for relation in geodata.actors.relations),
        }
        self.first = geodata.atlas.begins.isoformat()
        self.last = geodata.atlas.as_of.isoformat()
        self.frame = shapely.box(*geodata.atlas.frame)
        self.ground = shapely.union_all(
            [area.geometry for area in geodata.layers["areas_of_control"].on(geodata.atlas.as_of)]
        )

    def hint(self, identifier: str) -> str:
        """Return a near id: the list of all would help nobody."""
        near = [topic for topic in self.topics if topic[:3] == identifier[:3]]
        return did_you_mean(identifier, near) if near else "The page's address shows ids."


def _problems(step: Step, known: _Known) -> Iterator[tuple[Place, str]]:
    for topic in (step.feature,) if step.feature else ():
        if topic.startswith("@") and not _SPOT.fullmatch(topic):
            yield (
                step.place,
                f'feature "{topic}" is no spot, expected latitude and longitude, as @35.66,36.94.',
            )
        if not topic.startswith("@") and topic not in known.topics:
            yield step.place, f'feature "{topic}" is not in the facts. {known.hint(topic)}'
    for switch in step.layers or ():
        if switch not in known.switches:
            yield step.place, f'layer "{switch}" is unknown. {did_you_mean(switch, known.switches)}'
    for claim in step.claim:
        if claim not in known.claims:
            yield step.place, f'claim "{claim}" is not in geodata/claims.json.'
    if step.date and not known.first <= step.date <= known.last:
        yield step.place, f"date {step.date} lies outside {known.first} to {known.last}."
    if step.task:
        yield from _problems_of_task(step.task, known)


def _problems_of_task(task: Task, known: _Known) -> Iterator[tuple[Place, str]]:
    for topic in _unknown(task.evidence, known):
        yield task.place, f'evidence "{topic}" is not in the facts. {known.hint(topic)}'
    if task.feature and task.feature not in known.placed:
        problem = f'feature "{task.feature}" has no place on the map. {known.hint(task.feature)}'
        yield task.place, problem


def _unknown(identifiers: Sequence[str], known: _Known) -> list[str]:
    return [
        topic for topic in identifiers if not topic.startswith("@") and topic not in known.topics
    ]


class _Spot(NamedTuple):
    """A position that a step or its task names, in degrees (EPSG:4326)."""

    name: str
    latitude: float
    longitude: float
    place: Place

    @property
    def at(self) -> shapely.Point:
        return shapely.Point(self.longitude, self.latitude)

    @property
    def swapped(self) -> shapely.Point:
        """Where it lies if longitude was written first."""
        return shapely.Point(self.latitude, self.longitude)

    def __str__(self) -> str:
        return f"{self.name} {self.latitude:g},{self.longitude:g}"


def _spots(step: Step) -> Iterator[_Spot]:
    if step.view:
        yield _Spot("view", step.view.latitude, step.view.longitude, step.place)
    if match := _SPOT.fullmatch(step.feature or ""):
        yield _Spot("feature", float(match[1]), float(match[2]), step.place)
    if step.task and step.task.point:
        longitude, latitude = step.task.point
        yield _Spot("point", latitude, longitude, step.task.place)


def _off_frame(spot: _Spot, known: _Known) -> str:
    west, south, east, north = known.frame.bounds
    where = f"latitude {south:g} to {north:g}, longitude {west:g} to {east:g}"
    hint = "Is it latitude first?" if known.frame.covers(spot.swapped) else "Correct it."
    return f"{spot} lies outside the map ({where}). {hint}"


def _off_ground(spot: _Spot) -> str:
    """Return the warning for numbers that the frame allows in both orders."""
    return (
        f"{spot} lies outside all areas of control, "
        f"{spot.longitude:g},{spot.latitude:g} lies in one. Is it latitude first?"
    )

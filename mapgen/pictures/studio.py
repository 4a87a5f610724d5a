"""Every picture: of the map, of each step of each lesson, and a handout of each lesson."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mapgen.facts.words import Words
from mapgen.pictures import files, handout, sheets
from mapgen.pictures.scene import Ground, scene_of
from mapgen.pictures.terrain import Terrain
from mapgen.pictures.views import window_of
from mapgen.progress import ignore
from mapgen.workers import workers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.figure import Figure

    from mapgen.facts.folder import Geodata
    from mapgen.facts.lessons import Lesson, Step
    from mapgen.pictures.files import Format
    from mapgen.progress import Progress

_WORTH_A_PROCESS: Final = 4
"""Jobs from which a second process saves more time than it takes to begin."""

Pictures = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Job:
    """Pictures that share their ground.

    Parameters
    ----------
    lesson
        Number of the lesson, from 0; None for the map itself.
    step
        Number of the step, from 0; None for the handout of the whole lesson.
    """

    lesson: int | None
    step: int | None


@dataclass
class Studio:
    """What draws: the facts, projected once, and what is wanted of them."""

    geodata: Geodata
    lessons: tuple[Lesson, ...]
    languages: tuple[str, ...]
    formats: tuple[Format, ...]
    _words: dict[str, Words] = field(default_factory=dict)

    @cached_property
    def ground(self) -> Ground:
        """The facts in Web Mercator."""
        return Ground(self.geodata)

    def words(self, language: str) -> Words:
        """Return the words of a language."""
        if language not in self._words:
            self._words[language] = Words(self.geodata, language)
        return self._words[language]

    def terrain(self, step: Step | None, sheet: sheets.Sheet) -> Terrain:
        """Return the ground of a step, or of the map, cut to a sheet."""
        atlas = self.geodata.atlas
        view = step.view if step else None
        window = window_of(view, atlas.home, atlas.frame, sheet.map_size())
        return Terrain(scene_of(self.ground, step), window)

    def heading(self, job: Job, language: str, step_number: int | None = None) -> sheets.Heading:
        """Return what stands above a picture."""
        words, atlas = self.words(language), self.geodata.atlas
        number = step_number if step_number is not None else job.step
        if job.lesson is None or number is None:
            date = words.date(atlas.as_of.isoformat())
            title, aside = atlas.title[language], atlas.subtitle[language]
        else:
            lesson = self.lessons[job.lesson]
            step = lesson.steps[number]
            date = words.date(step.date or atlas.as_of.isoformat())
            title = words.fact(step.title)
            aside = f"{words.fact(lesson.title)} · {number + 1}/{len(lesson.steps)}"
        return sheets.Heading(title, aside, f"{words.text('page.as-of')} {date}")

    def made(self, job: Job) -> Pictures:
        """Return the files of a job by their names."""
        with files.settings():
            if job.lesson is not None and job.step is None:
                return list(self._handouts(job, self.lessons[job.lesson]))
            return list(self._sheets(job))

    def _sheets(self, job: Job) -> Iterator[tuple[str, bytes]]:
        step, name = None, "map"
        if job.lesson is not None and job.step is not None:
            lesson = self.lessons[job.lesson]
            step = lesson.steps[job.step]
            name = f"{lesson.id}/{job.step + 1:02d}-{step.id}"
        for sheet, formats in ((sheets.SLIDE, ("png",)), (sheets.PAPER, ("svg", "pdf"))):
            wanted = [form for form in formats if form in self.formats]
            if not wanted:
                continue
            ground = self.terrain(step, sheet)
            for language in self.languages:
                heading = self.heading(job, language)
                figure = sheets.draw(sheet, heading, ground, self.words(language)).figure
                for form in wanted:
                    yield f"pictures/{name}.{language}.{form}", _encoded(figure, form, heading)

    def _handouts(self, job: Job, lesson: Lesson) -> Iterator[tuple[str, bytes]]:
        grounds = [self.terrain(step, sheets.HANDOUT) for step in lesson.steps]
        for language in self.languages:
            words = self.words(language)
            pages = (
                handout.draw(step, self.heading(job, language, number), ground, words).figure
                for number, (step, ground) in enumerate(zip(lesson.steps, grounds, strict=True))
            )
            yield f"pictures/{lesson.id}.{language}.pdf", files.pdf(pages, words.fact(lesson.title))


def _encoded(figure: Figure, form: str, heading: sheets.Heading) -> bytes:
    if form == "png":
        return files.png(figure)
    return files.svg(figure, heading.title) if form == "svg" else files.pdf([figure], heading.title)


def pictures(  # noqa: PLR0913 - each has its usual value
    geodata: Geodata,
    *,
    lessons: Sequence[Lesson] | None = None,
    languages: Sequence[str] | None = None,
    formats: Sequence[Format] = files.FORMATS,
    whole_map: bool = True,
    handouts: bool = True,
    progress: Progress = ignore,
) -> Iterator[tuple[str, bytes]]:
    """Yield every picture for slides and paper.

    Parameters
    ----------
    geodata
        Checked facts, with the derived layers.
    lessons
        Whose steps are drawn; without it those of `geodata`.
    languages
        Without it, those of the atlas.
    formats
        ``png`` is a slide of 1920 by 1080 px; ``svg`` and ``pdf`` are A4 on its side.
    whole_map
        Whether the map as it is at first is drawn as well.
    handouts
        Whether to make of each lesson one PDF, a page a step.
    progress
        Is called with the file that is made and the share done, 0 to 1.

    Yields
    ------
    name : str
        ``pictures/map.en.png``, ``pictures/LESSON/03-STEP.en.png``, ``pictures/LESSON.en.pdf``.
    content : bytes
        The same facts give the same bytes on one machine.
    """
    chosen = tuple(geodata.lessons if lessons is None else lessons)
    studio = Studio(geodata, chosen, tuple(languages or geodata.atlas.languages), tuple(formats))
    jobs = [Job(None, None)] if whole_map else []
    for number, lesson in enumerate(chosen):
        jobs += [Job(number, step) for step in range(len(lesson.steps))]
        jobs += [Job(number, None)] if handouts and "pdf" in formats else []
    for done, made in enumerate(_made(studio, jobs), start=1):
        for name, content in made:
            yield name, content
            progress(name, done / len(jobs))


def _made(studio: Studio, jobs: Sequence[Job]) -> Iterator[Pictures]:
    """Yield the files of each job in order, from as many processes as there are processors."""
    count = min(os.cpu_count() or 1, len(jobs) // _WORTH_A_PROCESS)
    if count < 2:  # noqa: PLR2004
        yield from map(studio.made, jobs)
        return
    with workers(count, _begin, studio) as pool:
        yield from pool.map(_work, jobs)


_STUDIO: list[Studio] = []
"""What a process of its own draws with."""


def _begin(studio: Studio) -> None:
    _STUDIO[:] = [studio]


def _work(job: Job) -> Pictures:
    return _STUDIO[0].made(job)

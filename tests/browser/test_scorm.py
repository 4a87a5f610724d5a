"""The page in a package, played as a learning management system plays it: in a frame that finds
the system's interface around it.

The system is scorm-again, a run-time of SCORM 1.2 and 2004 that has its own tests.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.exports.material import Material
from mapgen.exports.scorm import package
from tests.conftest import ROOT
from tests.lessons import LESSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Frame, Page, Route

    from mapgen.facts.folder import Geodata

RUNTIME = ROOT / "node_modules/scorm-again/dist"
SITE = "http://school.example"
OBJECT = f"{SITE}/object/northwest-syria.html"
ELSEWHERE = "http://elsewhere.example/frame"

# What the page of a lesson says and is told: as the test says it, and seen by the test.
TOUR = """
globalThis.restored = [];
globalThis.tell = (detail) =>
  document.dispatchEvent(new CustomEvent("mapgen-progress", { detail }));
document.addEventListener("mapgen-restore", ({ detail }) => restored.push(detail));
"""
# A system with an interface that counts its calls, and keeps those that it refuses as not valid.
SYSTEM = """<!DOCTYPE html><title>School</title><body><script src="/runtime.js"></script><script>
const api = new %s({ autocommit: false, logLevel: 5 });
const calls = {};
const refused = [];
const counting = { get: (own, name) => typeof own[name] !== "function" ? own[name] : (...given) => {
  calls[name] = (calls[name] ?? 0) + 1;
  const answer = own[name](...given);
  if (answer === "false") refused.push([name, ...given]);
  return answer;
} };
globalThis.%s = new Proxy(api, counting);
const cmi = () => JSON.parse(JSON.stringify(api.cmi));
</script>"""
FRAME = f'<iframe id="object" src="{OBJECT}" width="1000" height="700"></iframe>'
SCRIPT = "<script>API = %s</script>"
BROKEN = {
    "throws": "new Proxy({}, { get() { throw new Error('broken'); } })",
    "calls that throw": "{ LMSInitialize() { throw new Error('broken'); } }",
    "refuses": "{ LMSInitialize: () => 'false', LMSSetValue: () => 'false' }",
    "fails later": "new Proxy({}, { get: (own, name) => () => {"
    " if (name === 'LMSInitialize') return 'true'; throw new Error(name); } })",
    "no functions": "{ LMSInitialize: 1, LMSGetValue: {} }",
}


@pytest.fixture(scope="module")
def made(geodata: Geodata) -> dict[str, bytes]:
    """Return the files of a package, which are the same in both standards but for the manifest."""
    material = Material(replace(geodata, lessons=(LESSON,)))
    with zipfile.ZipFile(io.BytesIO(package(material, LESSON, "scorm12"))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@dataclass
class School:
    """A site that plays the package, in a browser without any other network."""

    page: Page
    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def play(self) -> Frame:
        """Put the object into the page of the school; return its frame when the map stands."""
        self.page.evaluate("(html) => document.body.insertAdjacentHTML('beforeend', html)", FRAME)
        self.page.frame_locator("#object").locator("html[data-mapgen=ready]").wait_for(
            timeout=20_000, state="attached"
        )
        frame = self.page.frame(url=lambda url: url.startswith(OBJECT))
        assert frame
        return frame

    def leave(self) -> None:
        """Close the object, as a system does when a pupil leaves the course."""
        self.page.evaluate("document.querySelector('#object').remove()")

    def told(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate("cmi()")
        return found

    def calls(self, name: str) -> int:
        return int(self.page.evaluate(f"calls.{name} ?? 0"))


@contextmanager
def school(browser: Browser, made: dict[str, bytes], html: str, runtime: str) -> Iterator[School]:
    context = browser.new_context(viewport={"width": 1100, "height": 760}, reduced_motion="reduce")
    found = School(context.new_page())
    files = {f"/object/{name}": content for name, content in made.items()}
    files |= {"/": html.encode(), ELSEWHERE: FRAME.encode()}
    if runtime:
        files["/runtime.js"] = (RUNTIME / runtime).read_bytes()

    def answer(route: Route) -> None:
        url = route.request.url.split("#")[0]
        found.asked.append(url)
        path = url.removeprefix(SITE)
        kind = "text/javascript" if path.endswith(".js") else "text/html; charset=utf-8"
        route.fulfill(body=files[path], content_type=kind)

    context.route("**/*", answer)
    context.add_init_script(TOUR)
    found.page.on("console", lambda message: found.console.append(message.text))
    found.page.on("pageerror", lambda error: found.console.append(str(error)))
    found.page.goto(f"{SITE}/")
    yield found
    assert set(found.asked) <= {f"{SITE}/", f"{SITE}/runtime.js", OBJECT, ELSEWHERE}
    context.close()


def tell(frame: Frame, step: int, seen: list[int], **more: Any) -> None:
    frame.evaluate(
        "(detail) => tell(detail)",
        {"tour": LESSON.id, "step": step, "steps": 6, "seen": seen, **more},
    )


TASKS = {"step-3": {"right": False, "tries": 2}, "step-6": {"right": True, "tries": 1}}


def test_a_system_of_scorm_12_hears_of_step_score_and_completion(
    browser: Browser, made: dict[str, bytes]
) -> None:
    html = SYSTEM % ("Scorm12API", "API")
    with school(browser, made, html, "scorm12.min.js") as at:
        frame = at.play()
        assert at.calls("LMSInitialize") == 1
        tell(frame, 3, [1, 2, 3])
        core = at.told()["core"]
        assert (core["lesson_location"], core["lesson_status"]) == ("3", "incomplete")
        words = {"step-2": {"right": None, "tries": 1}}
        tell(frame, 3, [1, 2, 3], tasks=words, score={"raw": 0, "max": 2})
        assert at.told()["core"]["score"]["raw"] == "", "no task that can be judged was tried"
        tell(frame, 3, [1, 2, 3], tasks={"step-3": TASKS["step-3"]}, score={"raw": 0, "max": 2})
        assert at.told()["core"]["score"] == {"raw": "0", "min": "0", "max": "100"}
        commits = at.calls("LMSCommit")
        tell(frame, 3, [1, 2, 3], tasks={"step-3": TASKS["step-3"]}, score={"raw": 0, "max": 2})
        assert at.calls("LMSCommit") == commits > 0, "what does not change is not told again"
        assert at.told()["core"]["exit"] == "suspend", "for systems that never hear the end"
        at.leave()
        assert at.calls("LMSFinish") == 1
        assert re.fullmatch(r"00:00:\d\d", at.told()["core"]["session_time"])
        kept = at.told()

        at.page.reload()
        at.page.evaluate("(kept) => api.loadFromJSON(kept)", kept)
        again = at.play()
        assert again.evaluate("restored") == [
            {
                "tour": LESSON.id,
                "step": 3,
                "seen": [1, 2, 3],
                "tasks": {"step-3": {"right": False, "tries": 2}},
            }
        ]
        assert at.told()["core"]["lesson_location"] == "3"
        tell(again, 6, [1, 2, 3, 4, 5, 6], tasks=TASKS, score={"raw": 1, "max": 2})
        core = at.told()["core"]
        assert (core["lesson_location"], core["lesson_status"]) == ("6", "completed")
        assert core["score"]["raw"] == "50"
        tell(again, 1, [1, 2, 3, 4, 5, 6], tasks=TASKS, score={"raw": 1, "max": 2})
        assert at.told()["core"]["lesson_status"] == "completed"
        assert at.page.evaluate("refused") == []
        assert at.console == []


def test_a_pupil_walks_a_lesson_to_its_end_and_comes_back(
    browser: Browser, geodata: Geodata
) -> None:
    """With the tour that comes with the page: nothing here speaks for it."""
    lesson = geodata.lessons[1]
    task = lesson.steps[0].task
    assert task
    with zipfile.ZipFile(io.BytesIO(package(Material(geodata), lesson, "scorm12"))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    html = SYSTEM % ("Scorm12API", "API")
    with school(browser, files, html, "scorm12.min.js") as at:
        frame = at.play()
        assert at.told()["core"]["lesson_location"] == "1"
        frame.locator(".task-answer input").nth(task.right[0]).check()
        frame.locator(".task [type=submit]").click()
        for step in lesson.steps[1:]:
            assert at.told()["core"]["lesson_status"] == "incomplete"
            frame.locator("[data-tour=next]").click()
            assert frame.locator("#panel-tour h2").inner_text() == step.title
        core = at.told()["core"]
        assert (core["lesson_location"], core["lesson_status"]) == ("12", "completed")
        assert core["score"]["raw"] == "20"  # one of five that the page can judge
        assert frame.locator("[data-present], .tour-notes").count() == 0
        frame.locator(".tour-tools [data-sheets]").click()
        offered = [
            each.get_attribute("data-sheet") for each in frame.locator("#sheets [data-sheet]").all()
        ]
        assert offered == ["handout", "worksheet"]
        at.leave()
        kept = at.told()
        at.page.reload()
        at.page.evaluate("(kept) => api.loadFromJSON(kept)", kept)
        again = at.play()
        assert again.locator("#panel-tour h2").inner_text() == lesson.steps[-1].title
        assert at.page.evaluate("refused") == []
        assert at.console == []


def test_a_system_of_scorm_2004_hears_the_same_in_its_own_words(
    browser: Browser, made: dict[str, bytes]
) -> None:
    html = SYSTEM % ("Scorm2004API", "API_1484_11")
    with school(browser, made, html, "scorm2004.min.js") as at:
        frame = at.play()
        tell(frame, 2, [1, 2], tasks={"step-3": TASKS["step-6"]}, score={"raw": 1, "max": 3})
        found = at.told()
        assert (found["location"], found["completion_status"]) == ("2", "incomplete")
        assert found["score"] == {"raw": "33", "min": "0", "max": "100", "scaled": "0.33"}
        tell(frame, 6, [1, 2, 3, 4, 5, 6])
        assert at.told()["completion_status"] == "completed"
        at.leave()
        assert at.calls("Terminate") == 1
        assert at.told()["session_time"].startswith("PT")
        assert json.loads(at.told()["suspend_data"])[:3] == [LESSON.id, 6, [1, 2, 3, 4, 5, 6]]
        assert at.page.evaluate("refused") == []
        assert at.console == []


def test_a_broken_system_or_none_is_survived_in_silence(
    browser: Browser, made: dict[str, bytes]
) -> None:
    """One map without a system, one for each fault, one that may not look at what is around it."""
    frames = "".join(
        f'<iframe title="{name}" srcdoc="{escaped(SCRIPT % api + FRAME)}"></iframe>'
        for name, api in BROKEN.items()
    )
    apart = f'<iframe src="{ELSEWHERE}"></iframe>'
    with school(browser, made, f"<!DOCTYPE html>{FRAME}{frames}{apart}", "") as at:
        maps = [frame for frame in at.page.frames if frame.url.startswith(OBJECT)]
        assert len(maps) == len(BROKEN) + 2
        for frame in maps:
            frame.wait_for_selector("html[data-mapgen=ready]", state="attached", timeout=60_000)
            tell(frame, 2, [1, 2], tasks=TASKS, score={"raw": 1, "max": 2})
        at.page.goto("about:blank")
        assert at.console == []


def escaped(html: str) -> str:
    return html.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def test_the_longest_lesson_fits_into_what_a_system_keeps(
    browser: Browser, made: dict[str, bytes]
) -> None:
    """Twelve steps, each with a task, and ids of the length of a title."""
    html = SYSTEM % ("Scorm12API", "API")
    with school(browser, made, html, "scorm12.min.js") as at:
        frame = at.play()
        seen = list(range(1, 13))
        tasks = {f"{'long-name-of-a-step-' * 3}{n}": {"right": True, "tries": 99} for n in seen}
        tell(frame, 12, seen, steps=12, tasks=tasks, score={"raw": 12, "max": 12})
        kept = at.told()["suspend_data"]
        assert len(kept) < 1500
        assert len(json.loads(kept)[3]) == 12
        tasks = {f"{'endless-' * 60}{n}": {"right": True, "tries": 1} for n in seen}
        tell(frame, 12, seen, steps=12, tasks=tasks, score={"raw": 12, "max": 12})
        assert json.loads(at.told()["suspend_data"]) == [LESSON.id, 12, seen, []]
        assert at.told()["core"]["score"]["raw"] == "100"
        assert at.console == []

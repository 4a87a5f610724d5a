"""Pages in Chromium: ready, blocked, frames, memory, elements."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import sync_playwright

from bench.builds import OURS, Failed
from tests.browser.chromium import ARGUMENTS, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Page, ViewportSize

OBSERVER = Path(__file__).with_name("observer.js").read_text("utf-8")
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Nothing is asked of the network: the answer of a stranger would be in the figures."""

LIMIT_S = 60
AFTER_S = 2
"""Blocked time counts until so long after ready."""
SHORT_MS = 50
"""What a task may take before it counts as blocking."""
SIZE: ViewportSize = {"width": 1280, "height": 800}
CENTRE = (620, 360)
DRAGS = ((200, 0), (0, 140), (-200, 0), (0, -140))
STEPS, STEP_S = 30, 1 / 60
WHEELS = (-240, -240, 240, 240)
WHEEL_S = 0.5
GESTURES_S = 30
"""Gestures that a slow page has not followed until then are left out."""


@dataclass(frozen=True)
class Speed:
    """How fast processor and network are.

    Parameters
    ----------
    slower
        How many times slower the processor is.
    line
        Round trip in ms and bytes a second, down and up; None for this machine alone.
    """

    name: str
    slower: int = 1
    line: tuple[int, int, int] | None = None


SPEEDS = {
    "1": Speed("full speed"),
    "4": Speed("processor 4 times slower", slower=4),
    "6": Speed("processor 6 times slower", slower=6),
    "4g": Speed("4G: 150 ms, 1.6 Mbit/s down, 0.75 up", line=(150, 200_000, 93_750)),
}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of the tests."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, ALONE])
        yield browser
        browser.close()


def measure(
    browser: Browser, address: str, contestant: str, speed: Speed
) -> dict[str, float] | Failed:
    """Open a page in a context of its own and measure it.

    Parameters
    ----------
    address
        Where the page is.
    contestant
        Whose page it is: this project's says itself when it is drawn.

    Returns
    -------
    dict or Failed
        Figures by name, or why there are none.
    """
    context = browser.new_context(viewport=SIZE)
    mark = "html[data-mapgen=ready]" if contestant == OURS else "html"
    context.add_init_script(f"{{ const MARK = {json.dumps(mark)};\n{OBSERVER} }}")
    try:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        _slow_down(devtools, speed)
        return _measured(page, devtools, address)
    finally:
        context.close()


def _slow_down(devtools: CDPSession, speed: Speed) -> None:
    if speed.slower > 1:
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": speed.slower})
    if speed.line:
        latency, down, up = speed.line
        devtools.send("Network.enable")
        devtools.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": latency,
                "downloadThroughput": down,
                "uploadThroughput": up,
            },
        )


def _measured(page: Page, devtools: CDPSession, address: str) -> dict[str, float] | Failed:
    limit = LIMIT_S * 1000
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(error.message))
    try:
        with page.expect_console_message(_says_ready, timeout=limit):
            page.goto(address, wait_until="commit", timeout=limit)
    except TooLong:
        return Failed(f"not ready in {LIMIT_S} s")
    page.wait_for_timeout(AFTER_S * 1000)
    found = page.evaluate("({ ready: bench.ready, tasks: bench.tasks })")
    if faults:
        return Failed(f"an error in the page: {faults[0]}")
    until = found["ready"] + AFTER_S * 1000
    tasks = [length for start, length in found["tasks"] if start < until]
    elements = page.evaluate("document.querySelectorAll('*').length")
    devtools.send("HeapProfiler.enable")
    devtools.send("HeapProfiler.collectGarbage")
    heap = devtools.send("Runtime.getHeapUsage")["usedSize"]
    devtools.send("HeapProfiler.disable")
    frames = _frames(page)
    if frames is None:
        return Failed("did not move")
    gaps = [later - earlier for earlier, later in pairwise(frames)]
    return {
        "ready_ms": found["ready"],
        "blocked_ms": sum(max(0, length - SHORT_MS) for length in tasks),
        "tasks_ms": sum(tasks),
        "frames_s": 1000 * len(gaps) / sum(gaps),
        "longest_ms": max(gaps),
        "heap_mb": heap / 1e6,
        "elements": elements,
    }


def _says_ready(message: ConsoleMessage) -> bool:
    return message.text == "bench-ready"


def _frames(page: Page) -> list[float] | None:
    """Pan and zoom; return when frames were drawn, None if the map did not follow."""
    end = time.perf_counter() + GESTURES_S
    x, y = CENTRE
    page.mouse.move(x, y)
    before = page.evaluate("bench.moved()")
    page.evaluate("bench.record()")
    page.mouse.down()
    _drag(page, DRAGS[0], end)
    after = page.evaluate("bench.moved()")
    page.mouse.up()
    for drag in DRAGS[1:]:
        page.mouse.move(x, y)
        page.mouse.down()
        _drag(page, drag, end)
        page.mouse.up()
    page.mouse.move(x, y)
    for wheel in WHEELS:
        if time.perf_counter() < end:
            page.mouse.wheel(0, wheel)
            page.wait_for_timeout(WHEEL_S * 1000)
    frames: list[float] = page.evaluate("(bench.recording = false, bench.frames)")
    return frames if after != before else None


def _drag(page: Page, way: tuple[int, int], end: float) -> None:
    """Move the pressed mouse along a way, a step a frame."""
    start = time.perf_counter()
    for step in range(1, STEPS + 1):
        wait = start + step * STEP_S - time.perf_counter()
        if wait > 0:
            time.sleep(wait)
        if time.perf_counter() > end:
            return
        share = step / STEPS
        page.mouse.move(CENTRE[0] + way[0] * share, CENTRE[1] + way[1] * share)

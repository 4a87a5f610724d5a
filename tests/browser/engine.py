"""What the tests ask of a browser, whichever engine it has and whatever drives it."""

from __future__ import annotations

import io
import time
from typing import Any, NamedTuple, Protocol

import numpy as np
from PIL import Image

from tests.browser.inside import inside

VIEWPORT = (1280, 800)
READY_SECONDS = 60
SECONDS = 20


class Engine(Protocol):
    """A browser that shows one page at a time."""

    def version(self) -> str: ...

    def open(self, url: str) -> None:
        """Load a page with the network cut, and forget what was said before."""

    def ask(self, expression: str) -> Any:
        """Return the value of JavaScript in the page; of a promise, what it comes to."""

    def click(self, x: float, y: float) -> None:
        """Click where the window has this point, in CSS pixels."""

    def press(self, key: str) -> None:
        """Press and release a key by its name in ``KeyboardEvent.key``."""

    def type(self, text: str) -> None: ...

    def picture(self) -> bytes:
        """Return what the window shows as PNG, a pixel for each CSS pixel."""

    def said(self) -> list[str]:
        """Return what came to the console, errors and refusals with it."""

    def close(self) -> None: ...


class Box(NamedTuple):
    """Where an element is in the window, in CSS pixels."""

    x: float
    y: float
    width: float
    height: float


class Visit:
    """The page in an engine, and what a user does with it."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        engine.open(url)
        state = "document.documentElement.dataset.mapgen"
        self.wait_until(f"{state} !== 'loading'", READY_SECONDS)
        assert self.ask(state) == "ready", engine.said()
        self.ask(f"Boolean({inside().strip().removesuffix(';')})")

    def ask(self, expression: str) -> Any:
        return self.engine.ask(expression)

    def wait_until(self, condition: str, seconds: float = SECONDS) -> None:
        end = time.monotonic() + seconds
        while not self.ask(f"Boolean({condition})"):
            assert time.monotonic() < end, (condition, self.engine.said())
            time.sleep(0.05)

    def text(self, selector: str) -> str:
        return str(self.ask(f"document.querySelector({selector!r}).innerText"))

    def is_shown(self, selector: str) -> bool:
        return bool(self.ask(f"document.querySelector({selector!r})?.checkVisibility() ?? false"))

    def box(self, selector: str) -> Box:
        found = self.ask(f"document.querySelector({selector!r}).getBoundingClientRect().toJSON()")
        return Box(*(found[each] for each in Box._fields))

    def click(self, selector: str) -> None:
        box = self.box(selector)
        self.engine.click(box.x + box.width / 2, box.y + box.height / 2)

    def focus(self, selector: str) -> None:
        self.ask(f"document.querySelector({selector!r}).focus()")

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place is drawn, in CSS pixels of the window."""
        x, y = self.ask(
            f"""(() => {{
                const {{ map }} = inside.current;
                const box = map.getContainer().getBoundingClientRect();
                const point = map.latLngToContainerPoint([{lat}, {lon}]);
                return [box.left + point.x, box.top + point.y];
            }})()"""
        )
        return float(x), float(y)

    def colour(self, lon: float, lat: float) -> tuple[int, ...]:
        """Return the mean colour of the few pixels around a place."""
        x, y = map(round, self.place(lon, lat))
        picture = Image.open(io.BytesIO(self.engine.picture())).convert("RGB")
        patch = np.asarray(picture.crop((x - 6, y - 6, x + 7, y + 7)))
        return tuple(int(each) for each in patch.reshape(-1, 3).mean(axis=0))

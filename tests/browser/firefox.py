"""Firefox, driven over WebDriver BiDi by puppeteer-core in Node.js."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.engine import VIEWPORT


class Firefox:
    """See ``tests.browser.engine.Engine``; each request goes to ``firefox.mjs`` and back."""

    def __init__(self, path: str, preferences: dict[str, Any] | None = None) -> None:
        node = shutil.which("node")
        assert node, "No Node.js: make test installs it."
        script = Path(__file__).with_name("firefox.mjs")
        self._driver = subprocess.Popen(
            [node, str(script), path, *map(str, VIEWPORT), json.dumps(preferences or {})],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _answer(self, what: str, **how: Any) -> Any:
        assert self._driver.stdin
        assert self._driver.stdout
        print(json.dumps({"what": what, **how}), file=self._driver.stdin, flush=True)
        line = self._driver.stdout.readline()
        assert line, "Firefox could not be started or has ended; what it said stands above."
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def version(self) -> str:
        return str(self._answer("version"))

    def open(self, url: str) -> None:
        self._answer("open", url=url)

    def ask(self, expression: str) -> Any:
        return self._answer("ask", expression=expression)

    def click(self, x: float, y: float) -> None:
        self._answer("click", x=x, y=y)

    def press(self, key: str) -> None:
        self._answer("press", key=key)

    def type(self, text: str) -> None:
        self._answer("type", text=text)

    def picture(self) -> bytes:
        return base64.b64decode(self._answer("picture"))

    def said(self) -> list[str]:
        return list(self._answer("said"))

    def close(self) -> None:
        self._driver.communicate(timeout=30)
